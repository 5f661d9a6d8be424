"""Every abbreviation file proves itself by its examples and near-misses."""

from typing import Any

import pytest

from habeas.model.quote import Span
from habeas.reference.abbreviation_words import abbreviation_words
from habeas.reference.files import read
from habeas.reference.languages import codes
from habeas.text.segments import segments

LANGUAGES = codes()
ENTRIES: list[tuple[str, dict[str, Any]]] = [
    (language, entry)
    for language in LANGUAGES
    for entry in read(f"lexicons/{language}/abbreviations.yml")
]
EXAMPLES = [(language, text) for language, entry in ENTRIES for text in entry["examples"]]
NEAR_MISSES = [(language, text) for language, entry in ENTRIES for text in entry["not"]]


def count(language: str, text: str) -> int:
    return len(segments(text, Span(0, len(text)), abbreviation_words(language)))


@pytest.mark.parametrize(("language", "text"), EXAMPLES)
def test_an_example_stays_one_segment(language: str, text: str) -> None:
    assert count(language, text) == 1


@pytest.mark.parametrize(("language", "text"), NEAR_MISSES)
def test_a_near_miss_comes_apart(language: str, text: str) -> None:
    assert count(language, text) == 2


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=lambda value: str(value)[:40])
def test_every_entry_has_examples_and_near_misses(language: str, entry: dict[str, Any]) -> None:
    assert entry["examples"], language
    assert entry["not"], language
