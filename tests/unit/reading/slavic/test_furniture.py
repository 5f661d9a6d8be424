"""What stands on a Ukrainian, Russian or Belarusian page and is not its text."""

from typing import Any

import pytest

from habeas.reading.furniture import furniture_in
from habeas.reference.files import read
from habeas.reference.lexicon import furniture_words
from habeas.text.segments import paragraphs

ENTRIES = [
    (language, entry)
    for language in ("uk", "ru", "be")
    for entry in read(f"lexicons/{language}/furniture.yml")
]


def met(language: str, text: str) -> list[str]:
    return [name for _, name in furniture_in(text, paragraphs(text), furniture_words(language))]


@pytest.mark.parametrize(("language", "entry"), ENTRIES, ids=lambda one: str(one)[:20])
def test_an_example_is_masked_and_a_near_miss_is_not(language: str, entry: dict[str, Any]) -> None:
    for text in entry["examples"]:
        assert met(language, text) == [entry["id"]], text
    for text in entry["not"]:
        assert entry["id"] not in met(language, text), text
