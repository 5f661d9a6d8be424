"""`habeas persons`, `person`, `episodes` and `diff` as a user meets them."""

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
        "Name\tDate of arrest\tPlace of arrest\tArticle\tRelease date\n"
        "Levko Hnatyshyn\t2030-05-05\tKerch\t205.5\t\n"
        "Hanna Verba\t2030-05-06\tYalta\t\t2031-01-01\n",
        encoding="utf-8",
    )
    assert habeas("read", path, "--register", tmp_path / "kept").code == 0
    return tmp_path / "kept"


def records(out: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(out)))


def test_persons_are_listed_as_a_table_as_csv_and_as_json(habeas: Habeas, listed: Path) -> None:
    assert "Levko Hnatyshyn" in habeas("persons", "--register", listed).out
    found = records(habeas("persons", "--held", "--csv", "--register", listed).out)
    assert [(one["name"], one["since"]) for one in found] == [("Levko Hnatyshyn", "2030-05-05")]
    plain = json.loads(habeas("persons", "--json", "--register", listed).out)
    assert {one["name"]: one["is_held"] for one in plain} == {
        "Levko Hnatyshyn": True,
        "Hanna Verba": False,
    }


def test_a_person_is_shown_in_time_with_sources(habeas: Habeas, listed: Path) -> None:
    words = " ".join(habeas("person", "Hnatyshyn", "--register", listed).out.split())
    assert "Episode 1" in words
    assert "arrested 2030-05-05" in words
    assert "place Kerch" in words
    found = records(habeas("person", "Hnatyshyn", "--csv", "--register", listed).out)
    place = next(one for one in found if one["slot"] == "place")
    assert (place["value"], place["side"]) == ("Kerch", "for")
    plain = json.loads(habeas("person", "Hnatyshyn", "--json", "--register", listed).out)
    assert plain[0]["lines"][0]["values"][0]["said"][0]["quote"]


def test_somebody_unknown_is_refused_with_what_there_is(habeas: Habeas, listed: Path) -> None:
    answer = habeas("person", "Nobody", "--register", listed)
    assert answer.code != 0
    assert "habeas" in answer.err


def test_episodes_are_listed_with_where_and_why(habeas: Habeas, listed: Path) -> None:
    assert "205.5" in habeas("episodes", "--register", listed).out
    found = records(habeas("episodes", "--csv", "--register", listed).out)
    assert [(one["began"], one["ended"]) for one in found] == [
        ("2030-05-05", ""),
        ("2030-05-06", "2031-01-01"),
    ]


def test_what_changed_is_told_and_the_wrong_way_round_is_refused(
    habeas: Habeas, listed: Path
) -> None:
    words = " ".join(habeas("diff", "--register", listed).out.split())
    assert "2 persons changed." in words
    assert "Entered by Vera" in words
    found = records(habeas("diff", "--csv", "--register", listed).out)
    assert {one["kind"] for one in found} == {"new"}
    answer = habeas("diff", "--from", "2030-01-02", "--to", "2030-01-01", "--register", listed)
    assert answer.code != 0
    assert "is before" in answer.err
    assert "Nothing was entered" in habeas("diff", "--from", "2999-01-01", "--register", listed).out
