"""The words of the desk in its languages."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format

from habeas.web.roles import Role
from habeas.web.translation.catalog import area
from habeas.web.translation.compiled import WORDS, compiled
from habeas.web.translation.gather import gathered, is_translated, updated
from tests.facts import START
from tests.web.desk import Desk, words_of

AREAS = gathered()
LANGUAGES = sorted(code for code, _ in settings.LANGUAGES if code != "en")
# Whose translation is whole, of which areas; nothing named: of all.
WHOLE: dict[str, set[str]] = {
    "uk": set(),
    "ru": {"desk", "home", "sign_in"},
    "fr": {"desk", "home"},
}
NOT_UP_TO_DATE = "the words have changed; try: make messages"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(AREAS))
def test_every_word_stands_in_the_file_of_its_area(language: str, name: str) -> None:
    path, text = updated(name, language, AREAS[name])
    assert path.is_file(), NOT_UP_TO_DATE
    assert path.read_text("utf-8") == text, NOT_UP_TO_DATE


def test_no_file_is_left_of_an_area_that_is_gone() -> None:
    assert {path.stem for path in WORDS.rglob("*.po")} == AREAS.keys()


@pytest.mark.parametrize("language", sorted(WHOLE))
def test_the_translation_is_whole(language: str) -> None:
    bare = [
        f"{name}: {message.id}"
        for name in sorted(WHOLE[language] or AREAS)
        for message in area(WORDS / language / f"{name}.po")
        if message.id and not is_translated(message.string)
    ]
    assert not bare


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_what_its_original_fills_in(language: str) -> None:
    wrong = [
        f"{path.stem}: {message.id}: {failure}"
        for path in (WORDS / language).glob("*.po")
        for message in area(path)
        if message.id and is_translated(message.string)
        for failure in message.check()
    ]
    assert not wrong


def test_a_page_speaks_the_language_that_was_chosen(desk: Desk) -> None:
    client = desk.client(Role.READER)
    client.post("/language/", {"language": "uk", "next": "/"})
    shown = words_of(client.get("/"))
    assert "Огляд" in shown
    assert "Overview" not in shown


def test_the_choice_leads_to_no_other_site(desk: Desk) -> None:
    answer = desk.visitor().post("/language/", {"language": "uk", "next": "https://evil.example/"})
    assert answer["Location"] == "/"


def test_a_place_that_cannot_be_written_keeps_no_word_from_being_translated(tmp_path: Path) -> None:
    closed = tmp_path / "a file"
    closed.touch()
    found = compiled(closed / "words")
    assert (found / "uk/LC_MESSAGES/django.mo").is_file()


def test_another_translation_is_compiled_anew(tmp_path: Path) -> None:
    words = tmp_path / "words"
    (words / "uk").mkdir(parents=True)
    file = words / "uk/desk.po"
    file.write_text('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n')
    first = compiled(tmp_path / "cache", words)
    file.write_text(file.read_text() + '\nmsgid "Held"\nmsgstr "Утримуються"\n', encoding="utf-8")
    second = compiled(tmp_path / "cache", words)
    assert first != second
    assert "Утримуються".encode() in (second / "uk/LC_MESSAGES/django.mo").read_bytes()


def test_days_are_written_as_the_language_writes_them() -> None:
    with translation.override("uk"):
        assert date_format(START) == "03 березня 2026 р."
