"""`habeas figures` as a user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest

from habeas import wiring
from habeas.reading.readers.list import ListReader
from habeas.reading.readers.tallies import TallyReader
from tests.unit.cli.conftest import Habeas

TABLE = """Date\tNumber\tQualifier\tWhat is counted\tSource\tURL\tBreakdown
2031-02-03\t109\t\tpolitical prisoners held now in Crimea\tOmbudsman\thttps://office.test/1\t
2031-02-15\t100\tabout\tpolitical prisoners held now in Crimea\tMinistry\thttps://min.test/2\t
2031-09-01\t230\t\tprosecuted since 2014\tCentre\thttps://centre.test/3\tcolony 160; released 71
"""
PEOPLE = "Name\tDate of arrest\tPlace of arrest\nLevko Hnatyshyn\t2030-05-05\tKerch\n"


@pytest.fixture
def counted(habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of one table of figures and one list of people."""
    monkeypatch.setattr(wiring, "readers", lambda _: [ListReader(), TallyReader()])
    for name, text in (("counts.tsv", TABLE), ("people.tsv", PEOPLE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        answer = habeas("read", tmp_path / name, "--register", tmp_path / "kept")
        assert answer.code == 0, answer.err
    return tmp_path / "kept"


def rows(habeas: Habeas, register: Path) -> list[dict[str, str]]:
    answer = habeas("figures", "list", "--register", register, "--csv")
    assert answer.code == 0
    return list(csv.DictReader(io.StringIO(answer.out)))


def test_figures_are_listed_for_people_and_for_programs(habeas: Habeas, counted: Path) -> None:
    shown = habeas("figures", "list", "--register", counted)
    assert "about 100" in shown.out
    assert "https" not in shown.out
    records = rows(habeas, counted)
    assert [record["low"] for record in records] == ["109", "100", "230", "160", "71"]
    assert records[0]["via"] == "https://office.test/1"
    plain = json.loads(habeas("figures", "list", "--register", counted, "--json").out)
    assert plain[0]["bounds"] == ["ground=political"]


def test_only_those_of_one_asserter_can_be_listed(habeas: Habeas, counted: Path) -> None:
    answer = habeas("figures", "list", "--by", "ombudsman", "--register", counted, "--json")
    assert [one["low"] for one in json.loads(answer.out)] == [109]


def test_why_two_differ_is_said_in_words(habeas: Habeas, counted: Path) -> None:
    first, second, third = (record["figure"] for record in rows(habeas, counted)[:3])
    shown = habeas("figures", "compare", first[:8], third[:8], "--register", counted)
    words = " ".join(shown.out.split())
    assert "The first is smaller by 121." in words
    assert "They count differently, and that can explain the difference." in words
    plain = json.loads(
        habeas("figures", "compare", first, second, "--register", counted, "--json").out
    )
    assert plain["verdict"] == "moved"


def test_what_cannot_be_right_is_found(habeas: Habeas, counted: Path) -> None:
    shown = habeas("figures", "check", "--register", counted)
    words = " ".join(shown.out.split())
    assert "1 fault, 0 notes." in words
    plain = json.loads(habeas("figures", "check", "--register", counted, "--json").out)
    assert [(one["kind"], one["off"]) for one in plain] == [("parts_exceed", 1)]
    assert "add up to 231, 1 more than the 230" in plain[0]["in_words"]


def test_who_can_be_named_of_a_number_is_told(habeas: Habeas, counted: Path) -> None:
    figure = rows(habeas, counted)[1]["figure"]
    shown = habeas("figures", "named", figure[:8], "--register", counted)
    words = " ".join(shown.out.split())
    assert "Of about 100, 0 are named for certain as of 2031-02-15, 1 perhaps" in words
    assert "Levko Hnatyshyn" in words


def test_an_unknown_figure_is_refused_with_the_way_to_find_one(
    habeas: Habeas, counted: Path
) -> None:
    answer = habeas("figures", "compare", "ffffffff", "eeeeeeee", "--register", counted)
    assert answer.code != 0
    assert "habeas figures list" in answer.err


def test_nothing_a_spreadsheet_would_run_stands_in_a_cell(
    habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wiring, "readers", lambda _: [TallyReader()])
    text = "Date\tNumber\tWhat is counted\tSource\n2031\t9\tprisoners\t=HYPERLINK(1)\n"
    (tmp_path / "evil.tsv").write_text(text, encoding="utf-8")
    habeas("read", tmp_path / "evil.tsv", "--register", tmp_path / "kept")
    (record,) = rows(habeas, tmp_path / "kept")
    assert record["said_by"] == "'=HYPERLINK(1)"
