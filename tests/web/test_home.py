from django.conf import settings

from habeas.web.roles import READS, Role
from tests.web.browser import PHONE, Tab
from tests.web.conftest import OpenTab
from tests.web.desk import Desk, words_of


def test_the_first_page_counts_what_is_in_the_register(desk: Desk) -> None:
    """
    2031-04-02 arrested person="Olha B." place="Sarnova"
        from a:0-8 B2 "арестант"
    2031-04-03 arrested person="Taras C." place="Sarnova"
        from b:0-8 B2 "арестант"
    """
    shown = words_of(desk.client(Role.READER).get("/"))
    assert "Persons 2" in shown
    assert "Documents 2" in shown


def test_what_was_not_yet_known_is_not_counted(desk: Desk) -> None:
    """
    2031-04-02 arrested person="Olha B." place="Sarnova"
        from a:0-8 B2 "арестант"
    """
    client = desk.client(Role.READER)
    assert "Persons 1" in words_of(client.get("/?known_on=2026-03-03"))
    shown = words_of(client.get("/?known_on=2026-03-02"))
    assert "Persons 0" in shown
    assert "You are looking at the past." in shown


def test_a_day_that_is_none_is_no_failure_of_ours(desk: Desk) -> None:
    response = desk.client(Role.READER).get("/?as_of=yesterday")
    assert response.status_code == 400
    assert "yesterday" not in words_of(response)


def test_a_reader_finds_the_first_page_without_barriers(desk: Desk, tab: Tab) -> None:
    tab.sign_in(desk.client(Role.READER))
    page = tab.go("/")
    assert page.get_by_role("heading", name="Overview").is_visible()
    assert not tab.barriers()


def test_the_page_fits_on_a_phone_in_both_directions(desk: Desk, tab: Tab) -> None:
    tab.sign_in(desk.client(*READS))
    tab.page.set_viewport_size(PHONE)
    for language in ("en", "ar"):
        name = settings.LANGUAGE_COOKIE_NAME
        tab.context.add_cookies([{"name": name, "value": language, "url": tab.origin}])
        page = tab.go("/")
        assert page.evaluate("document.dir") == ("rtl" if language == "ar" else "ltr")
        assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert not tab.barriers()


def test_it_works_without_scripts(desk: Desk, open_tab: OpenTab) -> None:
    tab = open_tab(has_scripts=False)
    tab.sign_in(desk.client(Role.READER))
    page = tab.go("/")
    page.get_by_label("As of").fill("2031-01-01")
    page.get_by_role("button", name="Show").click()
    assert "as_of=2031-01-01" in page.url
