from datetime import timedelta

import pytest

from habeas.web.accounts.links import make_link, whoever_runs_the_desk
from habeas.web.accounts.models import SignInLink
from habeas.web.roles import Role
from tests.web.browser import Tab
from tests.web.desk import Desk, words_of


def test_a_link_signs_in_once(desk: Desk) -> None:
    path = f"/sign-in/{make_link(whoever_runs_the_desk())}/"
    first, second = desk.visitor(), desk.visitor()
    assert first.post(path).status_code == 302
    assert first.get("/").status_code == 200
    assert second.post(path).status_code == 404
    assert second.get("/").status_code == 302


def test_to_look_at_a_link_does_not_use_it_up(desk: Desk) -> None:
    path = f"/sign-in/{make_link(whoever_runs_the_desk())}/"
    for _ in range(2):
        assert "signs you in once" in words_of(desk.visitor().get(path))
    assert desk.visitor().post(path).status_code == 302


def test_a_link_grows_too_old(desk: Desk) -> None:
    path = f"/sign-in/{make_link(whoever_runs_the_desk(), timedelta(seconds=-1))}/"
    assert "too old" in words_of(desk.visitor().get(path))
    assert desk.visitor().post(path).status_code == 404


def test_nobody_who_was_shut_out_comes_in_by_a_link(desk: Desk) -> None:
    user = desk.user(Role.READER)
    path = f"/sign-in/{make_link(user)}/"
    user.is_active = False
    user.save()
    assert desk.visitor().post(path).status_code == 404


def test_what_is_kept_of_a_link_signs_nobody_in(desk: Desk) -> None:
    secret = make_link(whoever_runs_the_desk())
    kept = SignInLink.objects.get().secret_sha256
    assert secret not in kept
    assert desk.visitor().post(f"/sign-in/{kept}/").status_code == 404


def test_a_session_gets_another_name_when_somebody_signs_in(desk: Desk) -> None:
    client = desk.client(Role.READER)
    before = client.cookies["desk"].value
    client.post(f"/sign-in/{make_link(whoever_runs_the_desk())}/")
    assert client.cookies["desk"].value != before


def test_signing_out_ends_the_session_and_empties_the_browser(desk: Desk) -> None:
    client = desk.client(Role.READER)
    answer = client.post("/sign-out/")
    assert "cookies" in answer["Clear-Site-Data"]
    assert client.get("/").status_code == 302


@pytest.mark.usefixtures("desk")
def test_the_link_works_in_a_browser(tab: Tab) -> None:
    page = tab.go(f"/sign-in/{make_link(whoever_runs_the_desk())}/")
    assert not tab.barriers()
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    assert page.get_by_role("heading", name="Overview").is_visible()
