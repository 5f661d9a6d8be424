"""What readers remember of words has a bound: an archive has more words than memory would hold."""

from __future__ import annotations

import pytest

from habeas.reading.frames.knowledge import Knowledge as English
from habeas.reading.slavic.knowledge import Knowledge as Slavic
from habeas.reading.slavic.titles import nominative_of
from habeas.reference.declension import Declension
from habeas.reference.lexicon import lexicon
from habeas.reference.paradigms import forms_of


def bounds(*holders: object) -> list[int | None]:
    """The most that each of their memories keeps; None where one has no bound."""
    return [
        one.cache_parameters()["maxsize"]
        for holder in holders
        for one in vars(holder).values()
        if hasattr(one, "cache_parameters")
    ]


def test_english_remembers_so_many_words_and_no_more() -> None:
    found = bounds(English(lexicon("en")))
    assert len(found) > 5
    assert None not in found


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_a_language_that_declines_remembers_so_many_words_and_no_more(language: str) -> None:
    found = bounds(Declension(language), Slavic(language).names)
    assert len(found) > 3
    assert None not in found
    assert nominative_of.cache_parameters()["maxsize"]
    assert forms_of.cache_parameters()["maxsize"]
