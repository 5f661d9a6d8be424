"""`habeas import` as a user meets it."""

import json
import subprocess
from pathlib import Path

import pytest

from habeas import wiring
from habeas.cli import import_list
from habeas.cli.exits import ExitCode
from habeas.ledger.check import check
from habeas.model.problem import Severity
from habeas.reading.readers.list import ListReader
from tests.unit.cli.conftest import Habeas, command, surroundings

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
    assert not (tmp_path / "kept").exists()


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


def test_two_imports_of_one_source_at_once_leave_nothing_half_and_each_is_told(
    listed: Path, tmp_path: Path
) -> None:
    kept = ("--source", "centre", "--register", tmp_path / "kept", "--yes")
    other = tmp_path / "other.tsv"
    other.write_text(TABLE.replace("Levko", "Danylo"), encoding="utf-8")
    running = [
        subprocess.Popen(command("import", path, *kept), stderr=subprocess.PIPE, env=surroundings())
        for path in (listed, other)
    ]
    told = [(one.communicate(timeout=120)[1].decode(), one.returncode) for one in running]
    assert {code for _, code in told} <= {ExitCode.OK, ExitCode.LOST_RACE}, told
    for words, code in told:
        assert ("Entered in" if code == ExitCode.OK else "Import it again") in words
    entered = sum(code == ExitCode.OK for _, code in told)
    assert entered
    with wiring.open_register(tmp_path / "kept") as register:
        wholes = [one for one in register.view().documents() if not one.derived_from]
        assert len(wholes) == len(register.view().persons()) == entered
        # The bytes of the list that came too late may lie there, which is a note.
        assert all(one.severity is Severity.NOTE for one in check(register))


def test_an_import_that_follows_one_it_was_not_compared_with_writes_nothing(
    habeas: Habeas, listed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = ("--source", "centre", "--register", tmp_path / "kept", "--yes")
    other = tmp_path / "other.tsv"
    other.write_text(TABLE.replace("Levko", "Danylo"), encoding="utf-8")
    asked = import_list._may_enter

    def meanwhile(*_: object, **__: bool) -> bool:
        monkeypatch.setattr(import_list, "_may_enter", asked)
        assert habeas("import", other, *kept).code == ExitCode.OK
        return True

    monkeypatch.setattr(import_list, "_may_enter", meanwhile)
    answer = habeas("import", listed, *kept)
    assert answer.code == ExitCode.LOST_RACE
    assert "Nothing was written" in answer.err
    with wiring.open_register(tmp_path / "kept") as register:
        assert [one.name for one in register.view().persons()] == ["Danylo Hnatyshyn"]
