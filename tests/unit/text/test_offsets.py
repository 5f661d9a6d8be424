"""A cleaned text grows in the order in which it was captured."""

import pytest

from habeas.model.errors import ValueMalformed
from habeas.model.quote import Span
from habeas.model.rendition import Run
from habeas.text.offsets import CleanedText


def test_text_copied_in_one_stretch_is_one_run() -> None:
    text, offsets = CleanedText().copy(3, "ab").copy(5, "cd").build()
    assert text == "abcd"
    assert offsets.runs == (Run(0, 3, 4, 4),)


def test_an_inserted_line_break_parts_the_runs() -> None:
    text, offsets = CleanedText().copy(0, "ab").insert("\n").copy(2, "cd").build()
    assert text == "ab\ncd"
    assert offsets.runs == (Run(0, 0, 2, 2), Run(3, 2, 2, 2))


def test_an_entity_takes_its_captured_width() -> None:
    """`A &amp; B`"""
    text, offsets = CleanedText().copy(0, "A ").replace(2, 5, "&").copy(7, " B").build()
    assert text == "A & B"
    assert offsets.to_captured(Span(2, 3)) == Span(2, 7)
    assert offsets.to_captured(Span(4, 5)) == Span(8, 9)


def test_nothing_copied_leaves_no_run() -> None:
    text, offsets = CleanedText().copy(0, "").replace(0, 4, "").insert("").build()
    assert (text, offsets.runs) == ("", ())


def test_going_back_in_the_captured_text_is_refused() -> None:
    cleaned = CleanedText().copy(5, "abc")
    with pytest.raises(ValueMalformed, match="begins at 8 or later"):
        cleaned.copy(7, "c")
