"""What a page is given: Django's request with the actor, the register, and the two clocks."""

from __future__ import annotations

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from habeas import wiring
from habeas.ledger.view import View
from habeas.model.actor import Actor
from habeas.web.accounts.models import User
from habeas.web.times import Times


class Request(HttpRequest):
    """The request of a page, for types alone: `page` adds these to the one that Django made.

    `view` holds only what the actor may see. `register` is for workflows that decide or enter; it
    can be written to where the method is not safe (POST).
    """

    user: User  # nobody unknown gets as far as a page
    htmx: HtmxDetails
    actor: Actor
    register: wiring.Register
    view: View
    times: Times
