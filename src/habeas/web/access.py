"""Who a signed-in account is to the register, and what it may see of it: the one place for both."""

from __future__ import annotations

from habeas import wiring
from habeas.ledger.view import View
from habeas.model.actor import Actor
from habeas.web.accounts.models import User
from habeas.web.roles import Role
from habeas.web.times import Times
from habeas.workflows.show import look


def actor_of(user: User) -> Actor:
    """The plain actor that signs for an account, with the roles it has now."""
    return Actor(user.get_username(), frozenset(user.roles))


def may_open(actor: Actor, roles: frozenset[Role], field: str) -> bool:  # noqa: ARG001
    """Whether the actor has one of the roles."""
    return bool(actor.roles & roles)


def view_for(register: wiring.Register, actor: Actor, times: Times) -> View:  # noqa: ARG001
    """The look at the register that this actor may have."""
    return look(register, as_of=times.as_of, known_at=times.known_at)
