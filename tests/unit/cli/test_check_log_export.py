import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from habeas.ledger.chain import payload_hash
from habeas.model.codec import canonical
from habeas.stores.sqlite_file import FILE
from tests.unit.cli.conftest import Habeas


def test_a_whole_register_passes(habeas: Habeas, kept: Path) -> None:
    for words in (["check"], ["check", "--refold"]):
        done = habeas(*words, "--register", kept)
        assert done.code == 0
        assert done.out.startswith("Nothing wrong: 5 entries, head ")


def test_a_changed_document_fails_the_check(habeas: Habeas, kept: Path) -> None:
    blob = next((kept / "blobs").glob("*/*"))
    blob.chmod(0o600)
    blob.write_bytes(blob.read_bytes().replace(b"arrested", b"promoted"))
    done = habeas("check", "--register", kept)
    assert done.code == 1
    assert blob.name in done.out
    assert "blob-altered" in done.out


def test_a_noted_head_finds_what_was_cut_off(
    habeas: Habeas, kept: Path, reports: Path, tmp_path: Path
) -> None:
    before = tmp_path / "before"
    shutil.copytree(kept, before)
    (reports / "c.txt").write_text("Olha B. was arrested again.", encoding="utf-8")
    assert habeas("read", reports, "--register", kept).code == 0
    head = habeas("log", "--register", kept, "--head").out.strip()
    assert head.startswith("7:")
    assert habeas("check", "--register", kept, "--head", head).code == 0
    assert habeas("check", "--register", before).code == 0
    done = habeas("check", "--register", before, "--head", head)
    assert done.code == 1
    assert "error head-missing: entry 7: the ledger ends at entry 5" in done.out
    assert habeas("check", "--register", kept, "--head", "last").code == 2


def test_the_head_that_check_and_summary_print_can_be_given_back(
    habeas: Habeas, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    head = habeas("log", "--register", kept, "--head").out.strip()
    for words in (["check"], ["show", "summary"]):
        assert f"head {head}\n" in habeas(*words, "--register", kept).out


def without_projections(kept: Path) -> None:
    with closing(sqlite3.connect(kept / FILE)) as connection:
        connection.execute("DELETE FROM projections")
        connection.commit()


def test_what_is_derived_is_rebuilt_when_asked_for(habeas: Habeas, kept: Path) -> None:
    before = habeas("show", "persons", "--register", kept).out
    without_projections(kept)
    broken = habeas("check", "--register", kept, "--refold")
    assert broken.code == 1
    assert "habeas check --rebuild" in broken.out
    done = habeas("check", "--register", kept, "--rebuild")
    assert (done.code, done.err) == (0, "Rebuilt.\n")
    assert done.out.startswith("Nothing wrong: 5 entries")
    assert habeas("show", "persons", "--register", kept).out == before
    assert habeas("check", "--register", kept, "--refold").code == 0


def test_nothing_is_rebuilt_where_what_it_is_built_from_was_changed(
    habeas: Habeas, kept: Path
) -> None:
    without_projections(kept)
    blob = next((kept / "blobs").glob("*/*"))
    blob.chmod(0o600)
    blob.write_bytes(blob.read_bytes().replace(b"arrested", b"promoted"))
    done = habeas("check", "--register", kept, "--rebuild")
    assert done.code == 1
    assert "blob-altered" in done.out
    assert "Nothing was rebuilt" in done.err
    with closing(sqlite3.connect(kept / FILE)) as connection:
        assert connection.execute("SELECT count(*) FROM projections").fetchone() == (0,)


def test_where_no_register_is_nothing_is_rebuilt_and_none_made(
    habeas: Habeas, tmp_path: Path
) -> None:
    assert habeas("check", "--register", tmp_path / "none", "--rebuild").code == 3
    assert not (tmp_path / "none").exists()


def test_the_log_has_a_line_per_entry(habeas: Habeas, kept: Path) -> None:
    lines = habeas("log", "--register", kept).out.splitlines()
    assert len(lines) == 5
    assert [line.split()[0] for line in lines] == ["1", "2", "3", "4", "5"]
    assert "Vera document" in lines[0]
    assert "arrested: Olha B." in lines[1]


def test_the_log_can_be_cut(habeas: Habeas, kept: Path) -> None:
    whole = habeas("log", "--register", kept).out.splitlines()
    assert habeas("log", "--register", kept, "--last", "2").out.splitlines() == whole[-2:]
    assert habeas("log", "--register", kept, "--last", "9").out.splitlines() == whole
    assert habeas("log", "--register", kept, "--after", "4").out.splitlines() == whole[-1:]
    assert habeas("log", "--register", kept, "--last", "0").code == 2


def exported(habeas: Habeas, kept: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in habeas("export", "--register", kept).out.splitlines()]


def test_an_export_names_head_edition_and_what_it_is_not(habeas: Habeas, kept: Path) -> None:
    header, warning, *entries = exported(habeas, kept)
    assert header["head"] == {"position": 5, "hash": entries[-1]["hash"]}
    assert header["reference_edition"]
    assert "not filtered for publication" in str(warning["warning"])
    assert "not filtered for publication" in habeas("export", "--register", kept).err


def test_an_export_can_be_verified_without_the_register(habeas: Habeas, kept: Path) -> None:
    _, _, *entries = exported(habeas, kept)
    previous = "0" * 64
    for entry in entries:
        nonce = bytes.fromhex(str(entry["nonce"]))
        assert payload_hash(nonce, canonical(entry["payload"])) == entry["payload_hash"]
        assert entry["previous"] == previous
        previous = str(entry["hash"])
    assert len(entries) == 5


def test_an_export_goes_to_a_new_file_only(habeas: Habeas, kept: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.jsonl"
    done = habeas("export", "--register", kept, "--output", target)
    assert (done.code, done.out) == (0, "")
    assert target.read_text("utf-8") == habeas("export", "--register", kept).out
    assert target.stat().st_mode & 0o077 == 0
    again = habeas("export", "--register", kept, "--output", target)
    assert again.code == 2
    assert "exists" in again.err


def test_an_export_that_fails_leaves_no_file(habeas: Habeas, kept: Path, tmp_path: Path) -> None:
    assert habeas("export", "--register", kept, "--output", tmp_path / "no/where").code == 2
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("verb", ["log", "export"])
def test_control_characters_are_escaped(habeas: Habeas, tmp_path: Path, verb: str) -> None:
    path = tmp_path / "evil\x9b2J.txt"
    path.write_text("Olha B. was arrested.", encoding="utf-8")
    habeas("read", path, "--register", tmp_path / "kept")
    assert "\x9b" not in habeas(verb, "--register", tmp_path / "kept").out
