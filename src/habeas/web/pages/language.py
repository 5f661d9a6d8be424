"""The choice of language, kept in a cookie."""

from __future__ import annotations

from django.http import HttpResponseBase
from django.views.i18n import set_language

from habeas.web.page import POST, page
from habeas.web.request import Request
from habeas.web.roles import EVERYBODY


@page("language/", name="set_language", roles=EVERYBODY, methods=POST)
def language(request: Request) -> HttpResponseBase:
    return set_language(request)
