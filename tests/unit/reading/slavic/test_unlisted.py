"""Places, states and bodies that no list has."""

import pytest

from habeas.model.mention import MentionKind
from habeas.reading.slavic.sentence import Memory
from tests.reports import rendition
from tests.slavic_reports import reader


def named(text: str, kind: MentionKind) -> list[str]:
    """The labels of all that is named of a kind, in order."""
    made = rendition(text)
    found = reader("uk")._paragraphs(made, made.paragraphs, Memory())
    pieces = [piece for parts in found for one in parts for piece in one.pieces]
    return [piece.mention().label for piece in pieces if piece.kind is kind]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Його затримали у Стружеві вранці.", "Стружеві"),
        ("Її бачили в селі Верхолуг.", "Верхолуг"),
        ("Їх вивезли до Галяви.", "Галяви"),
    ],
)
def test_a_capital_behind_a_word_of_place_is_a_place(text: str, place: str) -> None:
    assert named(text, MentionKind.PLACE) == [place]


def test_a_person_behind_a_preposition_is_no_place() -> None:
    assert named("До Меметова прийшли, у Олени були обшуки.", MentionKind.PLACE) == []


def test_a_state_no_list_has_is_known_by_its_ending_once_it_stands_inside_a_sentence() -> None:
    text = "Уряд вимагає від Велморії звільнити їх. Велморія мовчить. Поліція затримала їх."
    assert named(text, MentionKind.STATE) == ["Велморія", "Велморія"]


def test_a_body_is_named_to_its_end() -> None:
    text = "Про це пише Центр журналістських розслідувань та інші."
    assert named(text, MentionKind.BODY) == ["Центр журналістських розслідувань"]
