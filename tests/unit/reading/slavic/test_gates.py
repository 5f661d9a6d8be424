"""What is passed over early has nothing to tell: with every gate open the claims are the same."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from habeas.model.claim import AnyClaim
from habeas.reading.slavic.reader import SlavicReader
from habeas.reference.beginnings import Beginnings, Heads
from tests.gold.reading import rendered

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
