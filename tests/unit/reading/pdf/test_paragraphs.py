"""Paragraphs, mended words and running heads, from lines with their places."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from habeas.reading.pdf.flow import flow, steps_of
from habeas.reading.pdf.hyphens import joined, known_words
from habeas.reading.pdf.lines import Line
from habeas.reading.pdf.margins import margins
from habeas.reading.pdf.pages import text_of


def line(text: str, at: float, *, left: float = 50, size: float = 10, width: float = 5) -> Line:
    """A line whose letters are each `width` points wide."""
    return Line((text,), (left,), left + width * len(text), at, size)


def texts(lines: Sequence[Line]) -> list[str]:
    return [one.text for one in flow(lines, steps_of(lines), frozenset())]


@pytest.mark.parametrize(
    ("first", "second", "mended"),
    [
        ("She was de-", "tained.", "She was detained."),
        ("Її за-", "тримали", "Її затримали"),
        ("in Ivano-", "Frankivsk", "in Ivano-Frankivsk"),
        ("in 2014-", "2015", "in 2014-2015"),
        ("the vice-", "president", "the vice-president"),
        ("кримсько-", "татарський", "кримсько-татарський"),
        ("українсько-", "го суду", "українського суду"),
        ("a de\u00ad", "Facto case", "a deFacto case"),
        ("the law -", "she said", "the law - she said"),
        ("She was", "held.", "She was held."),
        ("the pre-", "trial prison", "the pre-trial prison"),
        ("the re-", "mand prison", "the remand prison"),
    ],
)
def test_hyphens_of_the_line_go_and_those_of_the_word_stay(
    first: str, second: str, mended: str
) -> None:
    known = known_words(["in pre-trial custody, on remand again"])
    assert joined(first, second, known) == mended


def test_lines_that_fill_the_column_are_one_paragraph_and_room_at_the_end_parts() -> None:
    full = "Hanna Verba was detained on 2 May 2031 at the"
    assert texts(
        [
            line(full, 700),
            line("market in town.", 688),
            line(full, 676),
            line("port of the city.", 664),
        ]
    ) == [f"{full} market in town.", f"{full} port of the city."]


def test_a_gap_a_larger_type_and_a_bullet_part_paragraphs() -> None:
    full = "Hanna Verba was detained on 2 May 2031 at the"
    lines = [
        line("Norland", 740, size=14),
        line(full, 712), line(full, 700), line(full, 688),
        line(full, 668), line(full, 656),
        line("• Petro Sova, a lawyer, was held at the same.", 644),
        line("• Ivan Pero, a teacher, was held at the market", 632),
    ]  # fmt: skip
    assert [one[:9] for one in texts(lines)] == [
        "Norland", "Hanna Ver", "Hanna Ver", "• Petro S", "• Ivan Pe",
    ]  # fmt: skip


def test_an_indented_line_begins_a_paragraph() -> None:
    full = "Hanna Verba was detained on 2 May 2031 at the"
    lines = [line(full, 700), line(full, 688), line(full[:-4], 676, left=70), line(full, 664)]
    assert len(texts(lines)) == 2


def test_a_sentence_runs_from_the_foot_of_a_column_to_the_head_of_the_next() -> None:
    full = "Hanna Verba was detained on 2 May 2031 at the"
    lines = [line(full, 112), line(full, 100), line("market of the town.", 700, left=320)]
    assert texts(lines) == [f"{full} {full} market of the town."]


def test_entries_that_repeat_without_a_gap_are_text() -> None:
    """One person a page, the same form: nothing but the head may go."""
    form = [line("Form 7", 800), *(line(f"Status: held {at}", 700 - 12 * at) for at in range(6))]
    kept, dropped = margins([form] * 4)
    assert kept == {(0, 0)}
    assert dropped == {(1, 0), (2, 0), (3, 0)}


def test_a_number_at_the_foot_goes_where_it_counts_pages_and_stays_where_it_does_not() -> None:
    body = [line(f"Hanna Verba was held {at}", 700 - 12 * at) for at in range(8)]
    counting = [[*body, line(str(page), 30)] for page in range(7, 11)]
    assert margins(counting)[1] == {(page, 8) for page in range(4)}
    odd = [[*body, line(str(page * page), 30)] for page in range(7, 11)]
    assert margins(odd)[1] == set()


def test_a_sentence_over_a_page_passes_the_notes_and_the_foot() -> None:
    body = [line(f"Entry number {at} stands here.", 700 - 30 * at) for at in range(6)]
    note = line("1 The court of Lower Town.", 60, size=7)
    foot = line("Watch on Norland", 30, size=7)
    first = [*body, line("They sent her", 100), note, foot]
    second = [line("to prison.", 720), *body, foot]
    text, left_out = text_of([first, second, [*body, foot]], {})
    assert (
        "They sent her to prison.\n\n1 The court of Lower Town.\n\nWatch on Norland\n\f\n" in text
    )
    assert left_out == 2
