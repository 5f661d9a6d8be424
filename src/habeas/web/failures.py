"""Pages for what goes wrong: each says what to do, and none says what is inside."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from habeas.model.errors import (
    HabeasError,
    LostRace,
    NothingFound,
    QuestionStale,
    RegisterError,
    ValueMalformed,
)

_LOG = logging.getLogger(__name__)


def malformed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    what = _("The address or the form holds something that cannot be understood.")
    return _page(request, 400, _("Not understood"), what)


def closed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    what = _("Your role does not open this page. Ask an administrator if it should.")
    return _page(request, 403, _("Not open to you"), what)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    what = _("There is nothing here, or nothing that you may see.")
    return _page(request, 404, _("Nothing here"), what)


def moved_on(request: HttpRequest) -> HttpResponse:
    what = _("Somebody changed this meanwhile. Nothing was written. Look again, then decide.")
    return _page(request, 409, _("Changed meanwhile"), what)


def broken(request: HttpRequest) -> HttpResponse:
    what = _("Something went wrong on our side. What was saved before is safe.")
    return _page(request, 500, _("Something went wrong"), what)


def unavailable(request: HttpRequest) -> HttpResponse:
    what = _("The register cannot be opened at the moment. What was saved before is safe.")
    return _page(request, 503, _("Not available"), what)


def refused(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001
    """The answer to a form that did not come from our own page."""
    what = _("This form was open for too long, or did not come from here. Open it again.")
    return _page(request, 403, _("Form not accepted"), what)


class KnownFailures:
    """Middleware: a failure that Habeas raises on purpose gets its page; the log has its words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        if not isinstance(failure, HabeasError):
            return None
        if isinstance(failure, ValueMalformed):
            return malformed(request)
        if isinstance(failure, NothingFound):
            return missing(request)
        if isinstance(failure, LostRace | QuestionStale):
            return moved_on(request)
        _LOG.error("%s %s: %s", request.method, request.path, failure)
        return unavailable(request) if isinstance(failure, RegisterError) else broken(request)


def _page(request: HttpRequest, status: int, title: str, what: str) -> HttpResponse:
    return render(request, "failure.html", {"title": title, "what": what}, status=status)
