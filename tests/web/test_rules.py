"""Deny by default: no address without a rule, and no rule that opens more than it says."""

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from habeas.web.guard import DeniedByDefault
from habeas.web.page import PAGES, Rule, page
from habeas.web.roles import EVERYBODY, Role
from habeas.web.urls import urlpatterns
from tests.web.desk import Desk

RULES = [rule for rule, _ in PAGES.values()]
SOMEBODY = [*Role, None]
CLOSED = [rule for rule in RULES if rule.roles is not EVERYBODY]


def address(rule: Rule) -> str:
    """An address that the route takes, of nothing that there is."""
    (pattern,) = [one for one in urlpatterns if one.name == rule.name]
    captured = dict.fromkeys(pattern.pattern.converters, "0")
    return reverse(rule.name, kwargs=captured)


def leaves(patterns: list[URLPattern | URLResolver]) -> Iterator[URLPattern]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from leaves(one.url_patterns)
        else:
            yield one


def test_every_address_has_a_rule() -> None:
    bare = [one for one in leaves(get_resolver().url_patterns) if not hasattr(one.callback, "rule")]
    assert not bare


def test_a_view_without_a_rule_is_never_called() -> None:
    def view(request: HttpRequest) -> HttpResponse:
        raise AssertionError(request)

    guard = DeniedByDefault(lambda _: HttpResponse())
    with pytest.raises(ImproperlyConfigured, match="no rule says"):
        guard.process_view(RequestFactory().get("/x"), view, (), {})


def test_two_pages_cannot_have_one_name() -> None:
    with pytest.raises(ImproperlyConfigured, match="two pages"):
        page("elsewhere/", name=RULES[0].name, roles=EVERYBODY)(lambda _: HttpResponse())


@pytest.mark.parametrize("rule", CLOSED, ids=lambda rule: rule.name)
def test_a_visitor_is_sent_to_sign_in(desk: Desk, rule: Rule) -> None:
    asked = desk.visitor().generic(rule.methods[0], address(rule))
    assert asked.status_code == 302
    assert asked["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    ("rule", "role"),
    [pytest.param(rule, role, id=f"{rule.name}-{role}") for rule in CLOSED for role in SOMEBODY],
)
def test_a_page_opens_to_its_roles_and_to_nobody_else(
    desk: Desk, rule: Rule, role: Role | None
) -> None:
    client = desk.client(*([role] if role else []))
    answer = client.generic(rule.methods[0], address(rule))
    is_refused = answer.status_code == 403
    assert is_refused is (role not in rule.roles)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_other_methods_are_refused(desk: Desk, rule: Rule) -> None:
    for method in {"GET", "POST", "PUT", "DELETE", "PATCH"} - set(rule.methods):
        assert desk.visitor().generic(method, address(rule)).status_code == 405
