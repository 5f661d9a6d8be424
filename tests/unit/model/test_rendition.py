"""The way from cleaned text back to the captured characters."""

import pytest

from habeas.model.quote import Span
from habeas.model.rendition import OffsetMap, Run, identity

# Captured: `<p>A &amp; B</p><p>C` cleaned to `A & B\nC`, where nothing was captured for the break.
PAGE = OffsetMap((Run(0, 3, 2, 2), Run(2, 5, 1, 5), Run(3, 10, 2, 2), Run(6, 19, 1, 1)))


@pytest.mark.parametrize(
    ("cleaned", "captured"),
    [
        (Span(0, 1), Span(3, 4)),
        (Span(2, 3), Span(5, 10)),
        (Span(0, 5), Span(3, 12)),
        (Span(4, 7), Span(11, 20)),
        (Span(1, 4), Span(4, 11)),
    ],
)
def test_a_span_goes_back_to_words_and_the_markup_between(cleaned: Span, captured: Span) -> None:
    assert PAGE.to_captured(cleaned) == captured


@pytest.mark.parametrize(
    ("offsets", "told"),
    [
        (identity(5), True),
        (PAGE, False),
        (OffsetMap((Run(0, 1, 5, 5),)), False),
        (OffsetMap((Run(0, 0, 1, 5),)), False),
        (OffsetMap(()), False),
    ],
)
def test_only_a_text_copied_throughout_is_left_where_it_is(
    offsets: OffsetMap, *, told: bool
) -> None:
    assert offsets.is_identity is told
    moved = [offsets.to_captured(Span(0, end)) for end in range(1, 6)]
    assert told is (moved == [Span(0, end) for end in range(1, 6)])


@pytest.mark.parametrize(
    ("cleaned", "at"), [(Span(0, 0), 3), (Span(1, 1), 4), (Span(5, 6), 19), (Span(7, 7), 20)]
)
def test_a_span_with_nothing_under_it_stays_empty(cleaned: Span, at: int) -> None:
    assert PAGE.to_captured(cleaned) == Span(at, at)


def test_an_empty_span_inside_a_replacement_stays_empty() -> None:
    assert OffsetMap((Run(0, 0, 3, 1),)).to_captured(Span(1, 1)) == Span(0, 0)


def test_an_unchanged_text_maps_to_itself() -> None:
    assert identity(9).to_captured(Span(2, 5)) == Span(2, 5)
    assert identity(0).to_captured(Span(0, 0)) == Span(0, 0)
