"""Signing in by a link that works once, and signing out."""

from __future__ import annotations

from django.contrib.auth import login, logout
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from habeas.web.accounts.links import is_usable, use_link
from habeas.web.page import GET_AND_POST, POST, Opens, page
from habeas.web.request import Request
from habeas.web.roles import ANYONE_SIGNED_IN, EVERYBODY


@page("sign-in/", name="sign_in", roles=EVERYBODY)
def sign_in(request: Request) -> HttpResponse:
    return render(request, "sign_in/sign_in.html")


@page("sign-in/<str:secret>/", name="sign_in_by_link", roles=EVERYBODY, methods=GET_AND_POST)
def sign_in_by_link(request: Request, secret: str) -> HttpResponse:
    """A press of the button uses the link up; to look at it does not, as mail programs do."""
    if request.method != "POST":
        return render(request, "sign_in/by_link.html", {"is_usable": is_usable(secret)})
    user = use_link(secret)
    if user is None:
        raise Http404
    login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


@page(
    "sign-out/",
    name="sign_out",
    roles=ANYONE_SIGNED_IN,
    methods=POST,
    opens=Opens.NOTHING,
)
def sign_out(request: Request) -> HttpResponse:
    logout(request)
    response = redirect("sign_in")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response
