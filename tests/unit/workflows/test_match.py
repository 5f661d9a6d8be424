"""Lists matched with one another and with a register, and the answers brought back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.errors import NoListFound
from habeas.reading.readers.list import ListReader
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.renderers.table import TableRenderer
from habeas.reading.unpackers.table import TableUnpacker
from habeas.reading.unpackers.workbook import WorkbookUnpacker
from habeas.resolution.workbook import columns
from habeas.stores.memory import MemoryStore
from habeas.workflows.match import Matched, match, match_register
from habeas.workflows.match_book import book_of
from habeas.workflows.match_decisions import Entered, enter_answers
from habeas.workflows.match_into import match_into
from habeas.workflows.read_whole import Tools
from habeas.workflows.resolve import undo
from habeas.workflows.show import look

VERA = Actor("Vera")
OURS = "ПІБ;Дата народження;Дата затримання\n"
THEIRS = "Name\tDate of birth\tDate of arrest\n"


@pytest.fixture
def tools() -> Tools:
    return Tools(
        readers=[ListReader()],
        renderers=[TableRenderer()],
        unpackers=[TableUnpacker(), WorkbookUnpacker()],
    )


@pytest.fixture
def register() -> Register:
    return Register(MemoryStore())


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    """Two lists: one sure pair, one by name alone, one row in each alone."""
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.tsv"
    ours.write_text(
        f"{OURS}Гнатишин Левко;03.02.1980;05.05.2024\nКравець Олег;;\nВерба Ганна;1990;\n",
        encoding="cp1251",
    )
    theirs.write_text(
        f"{THEIRS}Levko Hnatyshyn\t1980-02-03\t2024-05-05\nOleh Kravets\t\t\nPetro Dub\t\t\n",
        encoding="utf-16",
    )
    return [ours, theirs]


def into(lists: Sequence[Path], register: Register, tools: Tools) -> Matched:
    return match_into(lists, register, lists=tools, tools=tools, actor=VERA)


def persons(register: Register) -> list[str]:
    return sorted(person.name for person in look(register).persons())


def answered(found: Matched, path: Path, sheet: str, answer: str) -> Path:
    """The workbook with one answer in its first row, as a reviewer saves it."""
    path.write_bytes(book_of(found))
    book = load_workbook(path)
    book[sheet]["A2"] = answer
    book.save(path)
    return path


def enter(path: Path, register: Register) -> Entered:
    return enter_answers(path, register, actor=VERA)


def test_every_person_keeps_row_and_cell_whatever_the_encoding(
    lists: list[Path], tools: Tools
) -> None:
    found = match(*lists, tools=tools, actor=VERA)
    (pair,) = found.outcome.sure
    one, other = pair.one.entries[0], pair.other.entries[0]
    assert (one.name, one.where, one.row) == ("Гнатишин Левко", "ours.csv A2", 2)
    assert one.line == "Гнатишин Левко | 03.02.1980 | 05.05.2024"
    assert (other.name, other.where) == ("Levko Hnatyshyn", "theirs.tsv A2")
    assert [one.entry.where for one in found.outcome.only_a] == ["ours.csv A4"]
    assert [one.entry.where for one in found.outcome.only_b] == ["theirs.tsv A4"]


def test_two_rows_of_one_name_are_two_people(tmp_path: Path, tools: Tools) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(f"{OURS}Гнатишин Левко;03.02.1980;\nГнатишин Левко;04.07.1991;\n")
    theirs.write_text(f"{OURS}Гнатишин Левко;04.07.1991;\n")
    found = match(ours, theirs, tools=tools, actor=VERA)
    assert [pair.one.entries[0].row for pair in found.outcome.sure] == [3]


def test_a_row_that_names_nobody_is_told_with_its_words(tmp_path: Path, tools: Tools) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(f"{OURS}Гнатишин Левко;;\nневідомо;1990;\n;;\n")
    theirs.write_text(f"{OURS}Гнатишин Л.;;\n")
    found = match(ours, theirs, tools=tools, actor=VERA)
    told = [one for one in found.problems if one.code == "row-names-nobody"]
    assert [(one.where, one.what) for one in told] == [
        ("ours.csv row 3", "nobody is named in this row: невідомо | 1990")
    ]


def test_a_file_without_a_list_is_refused_with_what_to_do(lists: list[Path], tools: Tools) -> None:
    lists[1].write_text("colour,taste\nred,sweet\n", encoding="utf-8")
    with pytest.raises(NoListFound, match=r"no list of people was found.*heading such as"):
        match(*lists, tools=tools, actor=VERA)


def test_a_list_is_not_matched_with_itself(lists: list[Path], tools: Tools) -> None:
    with pytest.raises(NoListFound, match="the same list as"):
        match(lists[0], lists[0], tools=tools, actor=VERA)


def test_into_a_register_joins_what_is_sure_and_nothing_else(
    lists: list[Path], register: Register, tools: Tools
) -> None:
    found = into(lists, register, tools)
    assert found.joined == 1
    assert len(persons(register)) == 5
    ((_, decision),) = look(register).decisions()
    assert decision.by.startswith("rule:")


def test_into_a_register_again_adds_nothing(
    lists: list[Path], register: Register, tools: Tools
) -> None:
    into(lists, register, tools)
    before = register.head
    again = into(lists, register, tools)
    assert register.head == before
    assert again.joined == 0
    assert [pair.band.value for pair in again.outcome.sure] == ["decided"]
    assert len(again.outcome.only_a) == 1


def test_two_rows_of_one_name_stay_two_persons_of_the_register(
    tmp_path: Path, register: Register, tools: Tools
) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(f"{OURS}Гнатишин Левко;03.02.1980;\nГнатишин Левко;04.07.1991;\n")
    theirs.write_text(f"{OURS}Гнатишин Левко;04.07.1991;\n")
    assert into([ours, theirs], register, tools).joined == 1
    assert len(persons(register)) == 2


def test_a_list_beside_a_register_enters_nothing(
    lists: list[Path], register: Register, tools: Tools
) -> None:
    into(lists[1:], register, tools)
    before = register.head
    found = match_register(lists[0], register, tools=tools, actor=VERA)
    assert register.head == before
    assert [pair.other.entries[0].name for pair in found.outcome.sure] == ["Levko Hnatyshyn"]
    assert [one.entry.name for one in found.outcome.only_b] == ["Petro Dub"]


def test_an_answer_is_entered_signed_with_its_note_and_once(
    lists: list[Path], register: Register, tools: Tools, tmp_path: Path
) -> None:
    found = into(lists, register, tools)
    path = answered(found, tmp_path / "back.xlsx", columns.PROBABLE, "same")
    assert len(enter(path, register).entered) == 1
    assert len(persons(register)) == 4
    by_vera = [one for _, one in look(register).decisions() if one.by == "Vera"]
    assert [one.reason for one in by_vera] == ["compared as shown in back.xlsx"]
    assert len(enter(path, register).known) == 1


def test_the_answers_of_two_plain_lists_fit_once_both_are_read_in(
    lists: list[Path], register: Register, tools: Tools, tmp_path: Path
) -> None:
    plain = match(*lists, tools=tools, actor=VERA)
    path = answered(plain, tmp_path / "back.xlsx", columns.PROBABLE, "different")
    refused = enter(path, register)
    assert refused.entered == ()
    assert "--into" in refused.problems[0].remedy
    into(lists, register, tools)
    assert len(enter(path, register).entered) == 1
    again = into(lists, register, tools)
    (pair,) = again.outcome.probable
    assert pair.objection == "Vera has decided that they are two"


def test_a_reviewer_overrules_the_rule(
    lists: list[Path], register: Register, tools: Tools, tmp_path: Path
) -> None:
    found = into(lists, register, tools)
    path = answered(found, tmp_path / "back.xlsx", columns.SURE, "different")
    assert len(enter(path, register).entered) == 1
    assert len(persons(register)) == 6


def test_what_another_person_decided_is_not_overruled_by_a_workbook(
    lists: list[Path], register: Register, tools: Tools, tmp_path: Path
) -> None:
    found = into(lists, register, tools)
    enter(answered(found, tmp_path / "one.xlsx", columns.PROBABLE, "different"), register)
    path = answered(found, tmp_path / "two.xlsx", columns.PROBABLE, "same")
    done = enter_answers(path, register, actor=Actor("Oleh"))
    assert done.entered == ()
    assert done.problems[0].what == "Vera has decided different"


def test_a_stale_answer_is_refused_and_told(
    lists: list[Path], register: Register, tools: Tools, tmp_path: Path
) -> None:
    """Another list, joined with ours by a person, says when he was born."""
    found = into(lists, register, tools)
    path = answered(found, tmp_path / "back.xlsx", columns.PROBABLE, "same")
    third = tmp_path / "third.csv"
    third.write_text(f"{OURS}Кравець Олег Іванович;04.07.1991;\n")
    other = into([lists[0], third], register, tools)
    enter(answered(other, tmp_path / "more.xlsx", columns.PROBABLE, "same"), register)
    done = enter(path, register)
    assert done.entered == ()
    assert [one.code for one in done.problems] == ["answer-refused"]
    assert "has changed" in done.problems[0].what


def test_an_undone_answer_can_be_given_again(
    lists: list[Path], register: Register, tools: Tools, tmp_path: Path
) -> None:
    found = into(lists, register, tools)
    path = answered(found, tmp_path / "back.xlsx", columns.PROBABLE, "same")
    enter(path, register)
    name = next(name for name, one in look(register).decisions() if one.by == "Vera")
    undo(register, name, reason="too early", actor=VERA)
    assert len(persons(register)) == 5
    assert len(enter(path, register).entered) == 1
    assert len(persons(register)) == 4


def test_one_prison_in_two_languages_speaks_for_a_pair(tmp_path: Path, tools: Tools) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(
        "Name;Date of arrest;Place of detention\nГнатишин Левко;2024-05-05;СІЗО №1 Сімферополя\n",
        encoding="utf-8",
    )
    theirs.write_text(
        "Name;Date of arrest;Place of detention\nLevko Hnatyshyn;2024-05-05;SIZO-1 in Simferopol\n",
        encoding="utf-8",
    )
    found = match(ours, theirs, tools=tools, actor=VERA)
    (pair,) = (*found.outcome.sure, *found.outcome.probable)
    assert "place:same" in {reason.sign for reason in pair.link.score.reasons}


def test_tables_of_a_page_are_matched_with_a_sheet_and_keep_their_lines(
    tmp_path: Path, lists: list[Path], tools: Tools
) -> None:
    page = tmp_path / "page.html"
    rows = "".join(
        f"<tr>\n<td>{name}</td><td>{born}</td></tr>"
        for name, born in (("Levko Hnatyshyn", "1980-02-03"), ("Petro Dub", "1990-01-01"))
    )
    page.write_text(
        "<html lang='en'><body><h1>Held</h1><table><tr><th>Name</th><th>Date of birth</th></tr>"
        f"{rows}</table></body></html>",
        encoding="utf-8",
    )
    with_pages = replace(tools, renderers=[*tools.renderers, HtmlRenderer()])
    found = match(lists[0], page, tools=with_pages, actor=VERA)
    (pair,) = found.outcome.sure
    assert pair.other.entries[0].where == "page.html line 2"
    assert [one.entry.name for one in found.outcome.only_b] == ["Petro Dub"]


def test_what_is_asked_beside_a_joining_can_be_answered(
    tmp_path: Path, register: Register, tools: Tools
) -> None:
    """One row of ours is joined with one of theirs, and may be another of theirs as well."""
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text(f"{OURS}Гнатишин Левко;03.02.1980;\n", encoding="utf-8")
    theirs.write_text(f"{OURS}Hnatyshyn Levko;03.02.1980;\nГнатишин Л.;;\n", encoding="utf-8")
    found = into([ours, theirs], register, tools)
    assert found.joined == 1
    path = answered(found, tmp_path / "back.xlsx", columns.PROBABLE, "same")
    assert enter(path, register).problems == ()
    assert len(persons(register)) == 1
