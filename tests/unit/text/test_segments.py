"""Where paragraphs and segments end."""

import textwrap

import pytest

from habeas.model.quote import Span
from habeas.reference.abbreviation_words import abbreviation_words
from habeas.text.segments import paragraphs, segments
from tests.unit.text.segment_cases import CASES


@pytest.mark.parametrize(
    ("language", "case"), [(language, case) for language, cases in CASES.items() for case in cases]
)
def test_a_segment_ends_where_the_bar_stands(language: str, case: str) -> None:
    wanted = case.split(" | ")
    text = " ".join(wanted)
    found = segments(text, Span(0, len(text)), abbreviation_words(language))
    assert [text[span.start : span.end] for span in found] == wanted


def lines(text: str) -> list[str]:
    return [text[span.start : span.end] for span in paragraphs(text)]


LONG = (
    "On Monday the court of Melnyk sent Olha Petrenko, a teacher of 36, to a penal colony for "
    "twelve years and six months, as the prosecutor had asked at the hearing before, in an "
    "empty hall."
)
SECOND = (
    "The sister of Olha Petrenko left at once. She was not let in again, although the hearing was "
    "said to be a public one by the court itself, and by the ministry a day later."
)


def wrapped(width: int, *texts: str) -> str:
    return "\n".join(textwrap.fill(text, width) for text in texts)


def test_a_blank_line_parts_paragraphs() -> None:
    assert lines("One.\n\nTwo\r\n \r\nThree") == ["One.", "Two", "Three"]


@pytest.mark.parametrize("width", [50, 72, 80, 120])
def test_lines_wrapped_at_a_width_are_one_paragraph(width: int) -> None:
    found = lines(wrapped(width, LONG, SECOND))
    assert [" ".join(paragraph.split()) for paragraph in found] == [LONG, SECOND]


def test_a_last_line_that_is_full_does_not_show_its_end() -> None:
    assert len(lines(wrapped(64, LONG, SECOND))) == 1


def test_long_lines_are_a_paragraph_each() -> None:
    text = "\n".join(
        ["The court of Melnyk sent her to a colony. " * 5, "She appealed. " * 12, "No."]
    )
    assert len(lines(text)) == 3


def test_headings_and_bullets_stand_alone() -> None:
    text = "Memo\nWho is held\n- Olha Petrenko, a teacher\n- Ivan Bondar\n1) A third man"
    assert len(lines(text)) == 5


def test_bullets_in_wrapped_text_stand_alone() -> None:
    text = wrapped(60, LONG, "- " + SECOND, "- " + LONG)
    assert len(lines(text)) == 3


def test_a_line_cut_inside_a_clause_runs_on() -> None:
    text = "The court of Melnyk sent Olha Petrenko\nto a colony."
    assert lines(text) == [text]


def test_a_masked_line_is_a_blank_line() -> None:
    assert lines("One man was held\n            \nTwo left") == ["One man was held", "Two left"]


def test_a_lost_space_does_not_glue_two_segments() -> None:
    text = "He was beaten.She saw it. Visit example.org or node.js now."
    found = segments(text, Span(0, len(text)), abbreviation_words("en"))
    assert [text[span.start : span.end] for span in found] == [
        "He was beaten.",
        "She saw it.",
        "Visit example.org or node.js now.",
    ]


def test_segments_of_a_paragraph_look_at_nothing_else() -> None:
    text = "He left. She stayed. They met."
    found = segments(text, Span(9, 20), abbreviation_words("en"))
    assert [text[span.start : span.end] for span in found] == ["She stayed."]
