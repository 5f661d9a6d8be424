"""`habeas transfers` as a user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest

from habeas import wiring
from habeas.reading.readers.list import ListReader
from tests.unit.cli.conftest import Habeas


@pytest.fixture
def listed(habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(wiring, "readers", lambda _: [ListReader()])
    path = tmp_path / "a.tsv"
    path.write_text(
        "Name\tDate of arrest\tPlace of arrest\tPlace of detention\n"
        "Levko Hnatyshyn\t2021-05-05\tKerch\tVoronezh\n",
        encoding="utf-8",
    )
    assert habeas("read", path, "--register", tmp_path / "kept").code == 0
    return tmp_path / "kept"


def test_moves_are_listed_with_who_held_each_place(habeas: Habeas, listed: Path) -> None:
    words = " ".join(habeas("transfers", "--register", listed).out.split())
    assert "Levko Hnatyshyn" in words
    assert "1 move." in words
    (plain,) = json.loads(habeas("transfers", "--json", "--register", listed).out)
    assert plain["from_held"] == "UA, occupied by RU"
    assert plain["source"]
    assert plain["claims"]


def test_programs_get_csv_and_nothing_where_nothing_was_crossed(
    habeas: Habeas, listed: Path
) -> None:
    (record,) = csv.DictReader(io.StringIO(habeas("transfers", "--csv", "--register", listed).out))
    assert record["to"] == "Voronezh"
