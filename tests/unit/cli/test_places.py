"""`habeas places` as a user meets it."""

import json
from pathlib import Path

import pytest

from habeas import wiring
from habeas.reading.readers.list import ListReader
from tests.unit.cli.conftest import Habeas


@pytest.fixture
def listed(habeas: Habeas, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A register of one list that names a town in two forms."""
    monkeypatch.setattr(wiring, "readers", lambda _: [ListReader()])
    path = tmp_path / "a.tsv"
    path.write_text(
        "Name\tDate of arrest\tPlace of detention\n"
        "Levko Hnatyshyn\t2024-05-05\tСІЗО №1 Сімферополя\n"
        "Hanna Verba\t2024-05-06\tСИЗО-1 г. Симферополь\n"
        "Petro Dub\t2024-05-06\tthe old barn\n",
        encoding="utf-8",
    )
    kept = tmp_path / "lists"
    assert habeas("read", path, "--register", kept).code == 0
    return kept


def test_places_are_listed_with_their_forms_and_what_is_not_resolved_last(
    habeas: Habeas, listed: Path
) -> None:
    answer = habeas("places", "--register", listed)
    assert answer.code == 0
    out = " ".join(answer.out.split())
    assert out.index("ua-crimea-sizo-1") < out.index("not resolved")
    assert "the old barn" in out
    assert "Resolved: 1. Not resolved: 1." in answer.err


def test_programs_get_json(habeas: Habeas, listed: Path) -> None:
    found = json.loads(habeas("places", "--register", listed, "--json").out)
    assert [one["id"] for one in found] == ["ua-crimea-sizo-1", ""]
    assert len(found[0]["claims"]) == 2
