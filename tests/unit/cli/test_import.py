"""`habeas import` as a user meets it."""

import json
from pathlib import Path

import pytest

from habeas import wiring
from habeas.reading.readers.list import ListReader
from tests.unit.cli.conftest import Habeas

TABLE = "Full name\tDetained on\tRemark\nLevko Hnatyshyn\t03/04/2030\tin Kerch\n"


@pytest.fixture(autouse=True)
def _lists(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wiring, "readers", lambda _: [ListReader()])


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    path = tmp_path / "list.tsv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_without_yes_everything_is_shown_and_nothing_written(
    habeas: Habeas, listed: Path, tmp_path: Path
) -> None:
    answer = habeas("import", listed, "--source", "centre", "--register", tmp_path / "kept")
    assert answer.code == 0
    words = " ".join(answer.out.split())
    assert "Detained on arrest date words 1 03/04/2030" in words
    assert "either way" in words
    assert "Nothing was written. Give --yes to enter it." in answer.err
    assert json.loads(
        habeas("show", "summary", "--register", tmp_path / "kept", "--json").out
    )["head"]["position"] == 0  # fmt: skip


def test_with_yes_it_is_entered_once(habeas: Habeas, listed: Path, tmp_path: Path) -> None:
    words = ("import", listed, "--source", "centre", "--register", tmp_path / "kept", "--yes")
    assert "1 row with a name" in habeas(*words).err
    assert "in the register already" in habeas(*words).err


def test_columns_are_settled_on_the_command_line_and_remembered(
    habeas: Habeas, listed: Path, tmp_path: Path
) -> None:
    kept = ("--source", "centre", "--register", tmp_path / "kept")
    habeas("import", listed, *kept, "--map", "Remark=circumstances", "--yes")
    listed.write_text(TABLE.replace("Kerch", "Yalta"), encoding="utf-8")
    plain = json.loads(habeas("import", listed, *kept, "--json").out)
    columns = {one["heading"]: (one["field"], one["by"]) for one in plain["sheets"][0]["columns"]}
    assert columns["Remark"] == ("circumstances", "mapping")
    assert plain["change"]["perhaps"] == ["Levko Hnatyshyn"]


def test_a_list_that_lost_a_remembered_column_stops_and_says_how_to_go_on(
    habeas: Habeas, listed: Path, tmp_path: Path
) -> None:
    kept = ("--source", "centre", "--register", tmp_path / "kept", "--yes")
    habeas("import", listed, *kept)
    listed.write_text(TABLE.replace("Detained on", "Taken"), encoding="utf-8")
    answer = habeas("import", listed, *kept)
    assert answer.code != 0
    assert "Detained on" in answer.err
    assert "--new-shape" in answer.err
    assert habeas("import", listed, *kept, "--new-shape").code == 0


def test_a_mapping_that_is_none_and_a_file_without_a_list_are_refused_in_words(
    habeas: Habeas, listed: Path, tmp_path: Path
) -> None:
    kept = ("--source", "centre", "--register", tmp_path / "kept")
    assert "HEADING=FIELD" in habeas("import", listed, *kept, "--map", "Remark").err
    listed.write_text("nothing here", encoding="utf-8")
    answer = habeas("import", listed, *kept)
    assert answer.code != 0
    assert "full_name" in answer.err
