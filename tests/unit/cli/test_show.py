import json
from pathlib import Path

import pytest

from habeas.model.notation import parse_one
from tests.unit.cli.conftest import Habeas


@pytest.fixture
def first_claim(habeas: Habeas, kept: Path) -> str:
    """The id of the arrest of Olha B."""
    entries = [
        json.loads(line)
        for line in habeas("log", "--register", kept, "--format", "json").out.splitlines()
    ]
    return next(str(entry["id"]) for entry in entries if entry["kind"] == "claim")


def test_the_summary_counts_and_says_what_to_try_next(habeas: Habeas, kept: Path) -> None:
    out = habeas("show", "summary", "--register", kept).out
    assert "2 documents, 3 claims in them." in out
    assert "3 persons named; 3 held" in out
    assert "Ledger: 5 entries" in out
    assert "event" in out
    assert "3 arrested" in out
    assert f"  habeas show persons --register {kept}\n" in out


@pytest.mark.parametrize("number", range(5))
def test_every_command_the_summary_proposes_works(habeas: Habeas, kept: Path, number: int) -> None:
    out = habeas("show", "summary", "--register", kept).out
    lines = [line for line in out.splitlines() if line.startswith("  habeas")]
    assert habeas(*lines[number].split()[1:]).code == 0


def test_a_summary_of_nothing_proposes_to_read(habeas: Habeas, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    habeas("read", empty, "--register", tmp_path / "kept")
    assert "No claims yet" in habeas("show", "summary", "--register", tmp_path / "kept").out


def test_persons_are_listed_with_their_status(habeas: Habeas, kept: Path) -> None:
    out = habeas("show", "persons", "--register", kept).out
    rows = [line for line in out.splitlines() if "arrested" in line]
    assert len(rows) == 3
    assert any("Iryna D." in row for row in rows)


def test_a_person_is_shown_with_the_claims(habeas: Habeas, kept: Path) -> None:
    out = habeas("show", "person", "olha b.", "--register", kept).out
    assert "Olha B." in out
    assert "Episode 1: arrested" in out
    assert "“Olha B. was arrested”" in out


def test_a_person_that_is_not_there_is_answered_with_those_like_it(
    habeas: Habeas, kept: Path
) -> None:
    done = habeas("show", "person", "Olha X.", "--register", kept)
    assert done.code == 1
    assert "There are: Olha B." in done.err


def test_a_claim_is_shown_with_its_quote_marked(
    habeas: Habeas, kept: Path, first_claim: str
) -> None:
    out = habeas("show", "claim", first_claim[:8], "--register", kept).out
    assert "On Monday ⟦Olha B. was arrested⟧." in out
    assert "Taras" not in out
    for word in ("a.txt", "10-30", "tiny/1", first_claim, "by Vera"):
        assert word in out


def test_a_claim_in_a_page_is_shown_without_the_markup(habeas: Habeas, kept: Path) -> None:
    found = habeas("show", "person", "Iryna", "--register", kept, "--json").out
    (person,) = json.loads(found)
    out = habeas("show", "claim", person["claims"][0], "--register", kept).out
    assert "Iryna D. was held. ⟦Iryna D. was arrested⟧. The police" in out


def test_a_claim_in_notation_reads_back(habeas: Habeas, kept: Path, first_claim: str) -> None:
    out = habeas("show", "claim", first_claim, "--register", kept, "--format", "notation").out
    assert parse_one(out).quote.text == "Olha B. was arrested"


@pytest.mark.parametrize("wanted", ["ffffffffffff", ""])
def test_a_claim_that_is_not_there_is_not_found(habeas: Habeas, kept: Path, wanted: str) -> None:
    done = habeas("show", "claim", wanted, "--register", kept)
    assert done.code == 1
    assert "No claim" in done.err


def test_all_claims_are_listed_or_those_of_one_kind(habeas: Habeas, kept: Path) -> None:
    words = ["show", "claims", "--register", kept, "--format", "json"]
    assert len(json.loads(habeas(*words).out)) == 3
    assert len(json.loads(habeas(*words, "--kind", "event").out)) == 3
    done = habeas(*words, "--kind", "leverage")
    assert json.loads(done.out) == []
    assert "No leverage claims." in done.err


@pytest.mark.parametrize("what", ["figures", "actions", "characterisations"])
def test_a_list_without_entries_says_so(habeas: Habeas, kept: Path, what: str) -> None:
    done = habeas("show", what, "--register", kept)
    assert done.code == 0
    assert "No " in done.err
    assert json.loads(habeas("show", what, "--register", kept, "--format", "json").out) == []


@pytest.mark.parametrize("what", ["persons", "problems", "documents"])
def test_lists_are_printed_as_json(habeas: Habeas, kept: Path, what: str) -> None:
    assert isinstance(json.loads(habeas("show", what, "--register", kept, "--json").out), list)


def test_problems_are_listed_with_what_to_do(habeas: Habeas, kept: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    habeas("read", empty, "--register", kept)
    out = habeas("show", "problems", "--register", kept).out
    assert "empty.txt" in out
    assert "error" in out


def test_what_was_not_yet_known_is_not_shown(habeas: Habeas, kept: Path) -> None:
    out = habeas("show", "persons", "--register", kept, "--known-at", "2001-01-01").out
    assert "No persons" in out
    out = habeas("show", "persons", "--register", kept, "--known-at", "2999-01-01T10:00").out
    assert "Olha B." in out


@pytest.mark.parametrize("option", ["--as-of", "--known-at"])
def test_a_day_that_is_none_is_refused(habeas: Habeas, kept: Path, option: str) -> None:
    done = habeas("show", "persons", "--register", kept, option, "yesterday")
    assert done.code == 2
    assert "2023-06-01" in done.err


@pytest.mark.parametrize(
    "words",
    [["show", "summary"], ["show", "persons"], ["log"], ["check"], ["export"]],
)
def test_a_register_that_is_missing_is_said_with_its_code(
    habeas: Habeas, tmp_path: Path, words: list[str]
) -> None:
    done = habeas(*words, "--register", tmp_path / "none")
    assert (done.code, done.out) == (3, "")
    assert "no register there" in done.err
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize("words", [["show", "summary"], ["log"], ["check"], ["export"]])
def test_without_a_register_the_option_is_named(habeas: Habeas, words: list[str]) -> None:
    done = habeas(*words)
    assert done.code == 2
    assert "--register" in done.err


def test_a_register_in_the_settings_is_used(
    habeas: Habeas, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HABEAS_REGISTER", str(kept))
    assert "Olha B." in habeas("show", "persons").out


def test_a_file_that_is_no_register_is_refused(habeas: Habeas, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "register.sqlite").write_text("a shopping list, long enough" * 9, "utf-8")
    done = habeas("show", "summary", "--register", folder)
    assert done.code == 3
    assert "is not a register" in done.err


def test_where_nobody_is_detained_the_list_says_so(habeas: Habeas, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Nothing happened.", encoding="utf-8")
    habeas("read", path, "--register", tmp_path / "kept")
    assert "No persons are named" in habeas("show", "persons", "--register", tmp_path / "kept").out


def test_a_claim_that_is_not_there_is_answered_with_where_to_look(
    habeas: Habeas, kept: Path
) -> None:
    done = habeas("show", "claim", "zz", "--register", kept)
    assert done.code == 1
    assert "habeas show claims" in done.err
