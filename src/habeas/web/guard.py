"""The last guard: what answers an address must carry a rule that says to whom it opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse


class NoRule(ImproperlyConfigured):
    """A view was put at an address without saying to whom it opens."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: no rule says to whom this opens. Declare the view with habeas.web.page.page."
        )


class DeniedByDefault:
    """Middleware: a view without a rule is never called."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],  # noqa: ARG002  # Django gives them by place
        kwargs: dict[str, Any],  # noqa: ARG002
    ) -> None:
        if not hasattr(view, "rule"):
            raise NoRule(request.path)
