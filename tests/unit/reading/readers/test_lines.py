"""Dockets without headings: each line one person, its cells told by their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claim import AnyClaim, EventClaim
from habeas.model.vocabulary import EventKind, ReleaseForm
from habeas.reading.readers.lines import LinesReader
from tests.reports import rendition


def claims(text: str) -> list[AnyClaim]:
    return list(LinesReader().read(rendition(text))[0])


def event(text: str) -> EventClaim:
    (one,) = [claim for claim in claims(text) if isinstance(claim, EventClaim)]
    return one


def test_a_line_tells_who_what_when_and_under_which_article() -> None:
    found = event("14.11.2022 | HNATYSHYN Levko | Art. 318 pt 1 | remand extended until 14.01.2023")
    assert found.event is EventKind.REMANDED
    assert [one.label for one in found.persons] == ["Levko Hnatyshyn"]
    assert [one.article for one in found.charges] == ["318"]
    assert found.until is not None
    assert found.until.date.text == "2023-01-14"


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("sentenced, 7 years", EventKind.SENTENCED),
        ("10 суток ареста", EventKind.SENTENCED),
        ("acquitted, released in the courtroom", EventKind.RELEASED),
        ("appeal: 4 years reduced to 3", EventKind.APPEAL_DECIDED),
        ("died in custody", EventKind.DIED),
        ("затриманий", EventKind.ARRESTED),
        ("освобождён", EventKind.RELEASED),
        ("обшук", EventKind.SEARCHED),
        ("hearing adjourned", EventKind.TRIED),
        ("in custody", EventKind.HELD),
    ],
)
def test_a_cell_is_told_by_its_words(cell: str, kind: EventKind) -> None:
    assert event(f"3.05.2024 | Hnatyshyn Levko | ст. 280 | {cell}").event is kind


def test_the_term_of_a_sentence_and_the_form_of_a_release_are_read() -> None:
    sentence = event("1 | Hnatyshyn Levko | sentenced, 7 years").sentence
    assert sentence is not None
    assert str(sentence.duration) == "P7Y"
    assert event("1 | Hnatyshyn Levko | acquitted").form is ReleaseForm.ACQUITTED


@pytest.mark.parametrize(
    "line",
    [
        "Levko Hnatyshyn was released on Monday.",
        "Home | News | Sport | About us",
        "a | b | c",
        "3 May | hearing room 5 | closed",
        "| | |",
    ],
)
def test_what_names_nobody_or_is_no_row_tells_nothing(line: str) -> None:
    assert claims(line) == []


@given(st.lists(st.text(alphabet="АБвгAb 1.|,-()", max_size=12), max_size=6))
def test_any_line_is_read_and_quotes_stand(cells: list[str]) -> None:
    text = " | ".join(cells)
    for claim in claims(text) if text.strip() else []:
        span = claim.quote.span
        assert text[span.start : span.end] == claim.quote.text
