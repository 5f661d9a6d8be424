"""Headers of every answer: only our own scripts run, and nothing is kept or told to others."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)
# For bytes that came from outside: shown by nothing, run by nothing.
SANDBOX = "sandbox; default-src 'none'"

# Beside those that Django itself sets: configuration.py.
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
    ),
    "X-Robots-Tag": "noindex, nofollow",
    "Cache-Control": "no-store",
}


class SafeHeaders:
    """Middleware: sets what a view has not set itself."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response


def attachment(content: bytes, name: str) -> HttpResponse:
    """Bytes that came from outside, to be saved and never to be shown from here."""
    response = HttpResponse(content, content_type="application/octet-stream")
    response.headers["Content-Security-Policy"] = SANDBOX
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name
    )
    return response
