"""`habeas evaluate` as a user meets it."""

import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.unit.cli.conftest import Habeas

REPORT = "On Monday Olha B. was arrested.\n\nTaras C. was arrested.\n"


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A report with the claims in it: one that the tiny reader finds, one that it cannot."""
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    sha = sha256(REPORT.encode()).hexdigest()
    (folder / "a.claims").write_text(
        f'document {sha[:8]} {sha} "a.txt"\n\n'
        '- arrested person="Olha B."\n'
        f'    from {sha[:8]}:0-31 -- "On Monday Olha B. was arrested."\n\n'
        '- released person="Taras C."\n'
        f'    from {sha[:8]}:33-55 -- "Taras C. was arrested."\n',
        encoding="utf-8",
    )
    return folder


def test_scores_are_printed_per_kind_with_names_and_grounding(habeas: Habeas, gold: Path) -> None:
    answer = habeas("evaluate", gold)
    assert answer.code == 0
    assert "1 document, 2 claims found" in answer.out
    event = next(line.split() for line in answer.out.splitlines() if line.startswith("event "))
    assert event == ["event", "2", "2", "1", "0.500", "0.500", "0.500"]
    assert "quotes at their place     2 of 2 (1.0000)" in answer.out


def test_scores_come_as_json_too(habeas: Habeas, gold: Path) -> None:
    scores = json.loads(habeas("evaluate", gold, "--format", "json").out)
    assert scores["kinds"]["event"]["precision"] == 0.5
    assert scores["kinds"]["figure"]["recall"] is None


def test_faults_are_listed_with_their_claims(habeas: Habeas, gold: Path) -> None:
    out = habeas("evaluate", gold, "--faults").out
    assert "a.txt: missed" in out
    assert 'released person="Taras C."' in out


def test_claims_of_another_text_are_left_out_and_told(habeas: Habeas, gold: Path) -> None:
    (gold / "b.txt").write_text(REPORT + "More.\n", encoding="utf-8")
    (gold / "b.claims").write_text((gold / "a.claims").read_text("utf-8"), encoding="utf-8")
    answer = habeas("evaluate", gold)
    assert answer.code == 1
    assert "b.txt: 2 of the claims beside it quote a text with another hash" in answer.err
    assert "1 document, 2 claims found" in answer.out


def test_a_claims_file_that_cannot_be_read_stops_nothing(habeas: Habeas, gold: Path) -> None:
    (gold / "b.txt").write_text(REPORT, encoding="utf-8")
    (gold / "b.claims").write_text("no claim\n", encoding="utf-8")
    answer = habeas("evaluate", gold)
    assert answer.code == 1
    assert "b.claims: the claims beside a document cannot be read" in answer.err
    assert "1 document" in answer.out


def test_a_folder_without_claims_is_refused(habeas: Habeas, tmp_path: Path) -> None:
    answer = habeas("evaluate", tmp_path)
    assert answer.code == 2
    assert "no document with claims beside it" in answer.err
