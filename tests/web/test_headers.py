import pytest
from django.conf import settings

from habeas.web.headers import HEADERS, attachment
from habeas.web.roles import Role
from tests.web.desk import Desk

WANTED = {
    **HEADERS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
PATHS = ["/", "/sign-in/", "/nothing-here/", f"{settings.STATIC_URL}desk/text.css"]


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_headers(desk: Desk, path: str) -> None:
    answer = desk.client(Role.READER).get(path)
    answer.close()
    missing = [name for name in WANTED if name not in answer.headers]
    assert not missing
    assert "unsafe" not in answer["Content-Security-Policy"]


def test_pages_are_kept_by_no_browser_and_style_sheets_for_good(desk: Desk) -> None:
    client = desk.client(Role.READER)
    assert client.get("/")["Cache-Control"] == "no-store"
    style = client.get(PATHS[-1])
    style.close()
    assert "immutable" in style["Cache-Control"]


def test_what_came_from_outside_is_saved_and_never_shown() -> None:
    answer = attachment(b"<script>alert(1)</script>", 'Список "Сарнова".html')
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Security-Policy"].startswith("sandbox")
    assert answer["Content-Disposition"].startswith("attachment;")


class InnerFailure(Exception):
    def __str__(self) -> str:
        return "secret inner words"


def test_a_failure_says_nothing_of_what_is_inside(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise InnerFailure

    monkeypatch.setattr("habeas.web.pages.home.summary", fail)
    client = desk.client(Role.READER)
    client.raise_request_exception = False
    answer = client.get("/")
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert "InnerFailure" not in answer.content.decode()


def test_a_form_from_elsewhere_is_refused(desk: Desk) -> None:
    answer = desk.visitor(checks_forms=True).post("/language/", {"language": "uk"})
    assert answer.status_code == 403
    assert "Open it again" in answer.content.decode()
