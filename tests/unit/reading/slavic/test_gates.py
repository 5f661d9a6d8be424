"""What is passed over early has nothing to tell: with every gate open the claims are the same."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claim import AnyClaim
from habeas.reading.slavic.knowledge import Stems
from habeas.reading.slavic.reader import SlavicReader
from habeas.reference.beginnings import Beginnings, Heads
from habeas.reference.stems import compiled, stem_entries
from tests.gold.reading import rendered

VOCABULARY = """
довічне умовно домашній домашнього арешт арешту колонії обмеження волі примусових робіт в'язниці
позбавлення діб штраф пожизненно условно домашний арест колонии ограничение свободы лишения тюрьмы
суток обязательных работ пажыццёва калоніі пазбаўлення
"""
GOLD = Path(__file__).parents[3] / "gold"


def _all(self: Beginnings, _: str, starts: Iterable[int]) -> dict[str, list[int]]:
    found = list(starts)
    return dict.fromkeys(self._indexes, found)


def _claims(reader: SlavicReader, language: str) -> list[AnyClaim]:
    files = sorted((GOLD / language / "tuned").glob("*.txt"))
    return [claim for file in files for claim in reader.read(rendered(file))[0]]


@pytest.mark.parametrize("language", ["uk", "ru", "be"])
def test_gated_and_ungated_claims_are_the_same(
    language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = SlavicReader(language)
    gated = _claims(reader, language)
    monkeypatch.setattr(Beginnings, "of", _all)
    monkeypatch.setattr(Heads, "may_stand_in", lambda *_: True)
    assert gated == _claims(reader, language)
    assert gated


@pytest.mark.parametrize("language", ["uk", "ru", "be"])
@given(
    text=st.lists(st.sampled_from(VOCABULARY.split()) | st.text(max_size=3), max_size=8).map(
        "\n".join
    )
)
def test_a_penalty_is_found_wherever_its_pattern_stands(language: str, text: str) -> None:
    entries = stem_entries(language, "sentences", ("words",))
    for entry in entries:
        for written in entry.patterns.values():
            plain = [re.compile(rf"(?<!\w){compiled(one).pattern}") for one in written]
            found = Stems(written).search(text)
            assert (found is not None) is any(one.search(text) for one in plain)
