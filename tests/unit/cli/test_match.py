"""`habeas match` as a user meets it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from openpyxl import load_workbook

from habeas import wiring
from habeas.reading.readers.list import ListReader
from habeas.workflows.read_whole import Tools
from tests.unit.cli.conftest import Habeas


@contextmanager
def in_this_process() -> Iterator[Tools]:
    yield Tools(
        readers=[ListReader()],
        renderers=wiring.all_renderers(),
        unpackers=wiring.all_unpackers(),
    )


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "list_tools", in_this_process)
    monkeypatch.setattr(wiring, "reading_tools", lambda _: in_this_process())


@pytest.fixture
def a(tmp_path: Path) -> Path:
    path = tmp_path / "ours.csv"
    path.write_text(
        "ПІБ;Дата народження;Дата затримання\n"
        "Гнатишин Левко;03.02.1980;05.05.2024\nКравець Олег;;\nВерба Ганна;1990;\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def b(tmp_path: Path) -> Path:
    path = tmp_path / "theirs.tsv"
    path.write_text(
        "Name\tDate of birth\tDate of arrest\n"
        "Levko Hnatyshyn\t1980-02-03\t2024-05-05\nOleh Kravets\t\t\nPetro Dub\t\t\n",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def book(a: Path) -> Path:
    return a.with_name("ours and theirs matched.xlsx")


def test_two_lists_give_a_summary_and_a_workbook_beside_the_second(
    habeas: Habeas, a: Path, b: Path, book: Path
) -> None:
    answer = habeas("match", a, b)
    assert answer.code == 0, answer.err
    assert "surely the same: 1\nprobably: 1\nonly in A: 1\nonly in B: 1\n" in answer.out
    assert "Кравець Олег (ours.csv A3) | Oleh Kravets (theirs.tsv A3)" in answer.out
    lines = {row[0].value: row[1].value for row in load_workbook(book)["Summary"].iter_rows()}
    assert lines["people in A"] == 3
    assert lines["compared by"] == "Vera"
    assert len(str(lines["B: SHA-256 of theirs.tsv"])) == 64
    assert book.stat().st_mode & 0o077 == 0


def test_a_workbook_is_not_written_over_without_force(
    habeas: Habeas, a: Path, b: Path, book: Path
) -> None:
    book.write_text("kept")
    refused = habeas("match", a, b)
    assert refused.code == 2
    assert "--force" in refused.err
    assert book.read_text() == "kept"
    assert habeas("match", a, b, "--force").code == 0
    assert load_workbook(book).sheetnames[0] == "Summary"
    assert {path.name for path in a.parent.iterdir()} >= {a.name, b.name, book.name}


def test_a_list_is_never_written_over(habeas: Habeas, a: Path, tmp_path: Path) -> None:
    other = tmp_path / "b.xlsx"
    other.write_bytes(b"PK")
    refused = habeas("match", a, other, "--to", other, "--force")
    assert refused.code == 2
    assert other.read_bytes() == b"PK"


def test_programs_get_all_pairs(habeas: Habeas, a: Path, b: Path) -> None:
    answer = json.loads(habeas("match", a, b, "--format", "json").out)
    assert [pair["band"] for pair in answer["pairs"]] == ["sure", "likely"]
    assert answer["pairs"][0]["a"][0]["cell"] == "ours.csv A2"
    assert [one["name"] for one in answer["only_b"]] == ["Petro Dub"]
    rows = list(
        csv.DictReader(io.StringIO(habeas("match", a, b, "--force", "--format", "csv").out))
    )
    assert [row["kind"] for row in rows] == ["sure", "likely", "only in A", "only in B"]
    assert rows[3]["b_name"] == "Petro Dub"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "two lists must be named"),
        (["ours.csv"], "two lists must be named"),
        (["ours.csv", "theirs.tsv", "--register", "r"], "one list must be named"),
        (["ours.csv", "--register", "r", "--into", "r"], "either --register"),
        (["ours.csv", "theirs.tsv", "--to", "x.csv"], "must end in .xlsx"),
        (["ours.csv", "theirs.tsv", "--to", "none/x.xlsx"], "there is no folder"),
        (["ours.csv", "--decisions", "x.xlsx", "--register", "r"], "no lists beside"),
    ],
)
def test_a_wrong_call_says_what_to_give(
    habeas: Habeas, a: Path, monkeypatch: pytest.MonkeyPatch, words: list[str], said: str
) -> None:
    monkeypatch.chdir(a.parent)
    answer = habeas("match", *words)
    assert answer.code == 2
    assert said in " ".join(answer.err.replace("│", " ").split())


def test_a_file_that_is_missing_or_no_list_is_told_without_a_traceback(
    habeas: Habeas, a: Path, tmp_path: Path
) -> None:
    assert habeas("match", a, tmp_path / "none.csv").code == 1
    (tmp_path / "page.txt").write_text("Nothing is listed here.", encoding="utf-8")
    answer = habeas("match", a, tmp_path / "page.txt")
    assert answer.code == 1
    assert "no list of people was found" in answer.err


def test_from_two_lists_to_signed_decisions_in_a_register(
    habeas: Habeas, a: Path, b: Path, tmp_path: Path
) -> None:
    kept, to = tmp_path / "kept", tmp_path / "compared.xlsx"
    answer = habeas("match", a, b, "--into", kept, "--to", to)
    assert answer.code == 0, answer.err
    assert "joined in the register by the rule: 1" in answer.out
    book = load_workbook(to)
    book["Probably"]["A2"] = "same"
    book["Probably"]["B2"] = "his sister says so"
    book["Surely the same"]["A2"] = "who knows"
    book.save(to)
    done = habeas("match", "--decisions", to, "--register", kept)
    assert done.code == 0
    assert "1 answer entered, 1 refused. Signed: Vera" in done.err
    assert "'who knows' is no decision" in done.err
    assert "his sister says so" in " ".join(habeas("decisions", "--register", kept).out.split())
    beside = habeas("match", a, "--register", kept)
    assert beside.code == 0
    assert "surely the same: 2" in beside.out


def test_answers_that_cannot_be_entered_end_with_a_code(
    habeas: Habeas, a: Path, b: Path, book: Path, tmp_path: Path
) -> None:
    """The lists were never read into the register."""
    habeas("match", a, b)
    filled = load_workbook(book)
    filled["Probably"]["A2"] = "same"
    filled.save(book)
    habeas("match", a, "--into", tmp_path / "kept")
    answer = habeas("match", "--decisions", book, "--register", tmp_path / "kept")
    assert answer.code == 1
    assert "the register has no person" in answer.err
