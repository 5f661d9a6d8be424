"""The register of pages: an address opens because a rule says to whom, and for no other reason."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import wraps
from typing import Any, cast

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.utils.functional import Promise

from habeas import wiring
from habeas.web import access
from habeas.web.request import Request
from habeas.web.roles import EVERYBODY, Role
from habeas.web.times import times_of

View = Callable[..., HttpResponseBase]

GET = ("GET", "HEAD")
POST = ("POST",)
GET_AND_POST = (*GET, *POST)


class Opens(Enum):
    """What a page needs of the register: nothing, or to read it (and, with POST, to write)."""

    NOTHING = "nothing"
    REGISTER = "register"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """To whom an address opens, and for what. `field` is what of a person it shows, if one thing.

    `menu` is its word in the menu, in the order of `place`; no word, not in the menu.
    """

    route: str
    name: str
    roles: frozenset[Role]
    field: str = ""
    methods: tuple[str, ...] = GET
    opens: Opens = Opens.REGISTER
    menu: str | Promise = ""
    place: int = 100


class TwoPages(ImproperlyConfigured):
    """A name is taken: addresses are made from names."""

    def __init__(self, name: str) -> None:
        super().__init__(f"two pages are called {name!r}. Give one of them another name.")


PAGES: dict[str, tuple[Rule, View]] = {}


def page(
    route: str,
    *,
    name: str,
    roles: frozenset[Role],
    field: str = "",
    methods: tuple[str, ...] = GET,
    opens: Opens = Opens.REGISTER,
    menu: str | Promise = "",
    place: int = 100,
) -> Callable[[View], View]:
    """Puts a view at an address, opened to `roles` alone.

    The view is given a `Request`, and what the route captures.
    """
    rule = Rule(
        route=route,
        name=name,
        roles=roles,
        field=field,
        methods=methods,
        opens=opens if roles else Opens.NOTHING,
        menu=menu,
        place=place,
    )

    def keep(view: View) -> View:
        if name in PAGES:
            raise TwoPages(name)
        PAGES[name] = rule, _guarded(rule, view)
        return view

    return keep


def _guarded(rule: Rule, view: View) -> View:
    @wraps(view)
    def answer(given: HttpRequest, **captured: Any) -> HttpResponseBase:  # noqa: ANN401  # of a route
        if given.method not in rule.methods:
            return HttpResponseNotAllowed(rule.methods)
        request = cast("Request", given)
        if rule.roles is EVERYBODY:
            return view(request, **captured)
        if not given.user.is_authenticated:
            return redirect_to_login(given.get_full_path())
        request.actor = access.actor_of(request.user)
        if not access.may_open(request.actor, rule.roles, rule.field):
            raise PermissionDenied
        request.times = times_of(request.GET)
        if rule.opens is Opens.NOTHING:
            return view(request, **captured)
        return _on_register(request, view, captured)

    answer.rule = rule  # type: ignore[attr-defined]  # what the guard and the tests look for
    return answer


def _on_register(request: Request, view: View, captured: dict[str, Any]) -> HttpResponseBase:
    """The answer of a view, rendered while the register is open."""
    with wiring.open_register(
        settings.HABEAS_REGISTER, is_read_only=request.method in GET
    ) as register:
        request.register = register
        request.view = access.view_for(register, request.actor, request.times)
        return view(request, **captured)


def menu_for(roles: frozenset[Role]) -> Iterator[Rule]:
    """The pages in the menu of somebody with these roles, in order."""
    found = [rule for rule, _ in PAGES.values() if rule.menu and rule.roles & roles]
    yield from sorted(found, key=lambda rule: (rule.place, rule.name))
