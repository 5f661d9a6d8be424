"""What is a register, what is none, and what is said of each."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from habeas.model.entry import GENESIS
from habeas.model.errors import (
    NotARegister,
    RegisterDamaged,
    RegisterMissing,
    RegisterTooNew,
)
from habeas.stores.sqlite import SqliteStore
from habeas.stores.sqlite_file import FILE
from tests.entries import claim, keep


def everything_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made(folder: Path) -> Path:
    """A register with one entry, closed."""
    store = SqliteStore.create(folder)
    keep(store, claim("a1", "person:a"))
    store.close()
    return folder


def altered(folder: Path, *statements: str) -> None:
    with closing(sqlite3.connect(folder / FILE, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)


def test_a_register_is_made_where_nothing_stands(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "deep" / "down" / "register")
    assert store.head() == GENESIS
    store.close()
    assert [path.name for path in (tmp_path / "deep/down/register").iterdir()] == [FILE]


def test_making_a_register_twice_opens_it(tmp_path: Path) -> None:
    made(tmp_path / "r")
    assert SqliteStore.create(tmp_path / "r").head().position == 1


def test_a_fresh_disk_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / "lost+found").mkdir()
    (tmp_path / ".hidden").touch()
    assert SqliteStore.create(tmp_path).head() == GENESIS


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("x")
    with pytest.raises(NotARegister, match=r"other things \(thesis\.docx\)"):
        SqliteStore.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.docx"]


def test_a_file_is_no_register(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("x")
    for opening in (SqliteStore, SqliteStore.create):
        with pytest.raises(NotARegister, match="a register is a folder"):
            opening(file)


@pytest.mark.parametrize(
    ("content", "found"),
    [(b"", "an empty file"), (b"hello" * 100, "another kind"), (b"SQLite format 3\0", "another")],
)
def test_a_file_of_the_right_name_alone_is_no_register(
    tmp_path: Path, content: bytes, found: str
) -> None:
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(NotARegister, match=found):
        SqliteStore(tmp_path)
    assert everything_in(tmp_path) == {str(tmp_path / FILE): content}


def test_the_database_of_another_program_is_left_as_it_is(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / FILE)) as other:
        other.execute("CREATE TABLE entries (position INTEGER)")
    before = everything_in(tmp_path)
    with pytest.raises(NotARegister, match="another program"):
        SqliteStore(tmp_path)
    assert everything_in(tmp_path) == before


def test_a_later_layout_is_left_as_it_is(tmp_path: Path) -> None:
    altered(made(tmp_path / "r"), "PRAGMA user_version = 7")
    before = everything_in(tmp_path)
    with pytest.raises(RegisterTooNew, match="has layout 7, this version knows 1"):
        SqliteStore(tmp_path / "r")
    assert everything_in(tmp_path) == before


def test_a_register_without_a_layout_is_damaged(tmp_path: Path) -> None:
    altered(made(tmp_path / "r"), "PRAGMA user_version = 0")
    with pytest.raises(RegisterDamaged, match="layout is numbered 0"):
        SqliteStore(tmp_path / "r")


def test_nothing_there_is_said_so(tmp_path: Path) -> None:
    for missing in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(RegisterMissing, match="no register there"):
            SqliteStore(missing)
    assert not (tmp_path / "nowhere").exists()


def test_blobs_without_their_entries_are_damage_not_absence(tmp_path: Path) -> None:
    (tmp_path / "blobs").mkdir()
    with pytest.raises(RegisterDamaged, match="is gone"):
        SqliteStore(tmp_path)


def test_a_register_cut_short_is_damaged(tmp_path: Path) -> None:
    file = made(tmp_path / "r") / FILE
    file.write_bytes(file.read_bytes()[:4096])
    with pytest.raises(RegisterDamaged):
        SqliteStore(tmp_path / "r")


def test_a_register_can_be_carried_elsewhere(tmp_path: Path) -> None:
    shutil.move(made(tmp_path / "r"), tmp_path / "other & 100% #1 ?x")
    assert SqliteStore(tmp_path / "other & 100% #1 ?x").head().position == 1


def test_two_who_make_the_same_register_share_it(tmp_path: Path) -> None:
    start = threading.Barrier(4)
    failures: list[BaseException] = []

    def make() -> None:
        start.wait()
        try:
            SqliteStore.create(tmp_path / "r").close()
        except BaseException as failure:  # noqa: BLE001
            failures.append(failure)

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert [path.name for path in (tmp_path / "r").iterdir()] == [FILE]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE entries SET reason = 'another'",
        "UPDATE entries SET payload = NULL",
        "UPDATE entries SET payload = 'x', nonce = NULL",
        "UPDATE entries SET payload = NULL, nonce = NULL, actor = 'Nobody'",
        "DELETE FROM entries",
        "INSERT INTO entries VALUES (3, x'00', x'00', 0, '', '', '', '', x'00', x'00', '')",
        "REPLACE INTO entries VALUES (1, x'00', x'00', 0, '', '', '', '', x'00', x'00', '')",
    ],
)
def test_the_database_itself_refuses_to_change_what_was_entered(
    tmp_path: Path, statement: str
) -> None:
    made(tmp_path / "r")
    with pytest.raises(sqlite3.IntegrityError, match=r"entries are never|follows the last"):
        altered(tmp_path / "r", statement)


def test_a_payload_can_be_destroyed_with_its_nonce_and_the_rest_stays(tmp_path: Path) -> None:
    made(tmp_path / "r")
    (before,) = SqliteStore(tmp_path / "r").entries()
    altered(tmp_path / "r", "UPDATE entries SET payload = NULL, nonce = NULL")
    (after,) = SqliteStore(tmp_path / "r").entries()
    assert (after.payload, after.nonce) == (None, "")
    assert (after.hash, after.payload_hash) == (before.hash, before.payload_hash)
    with pytest.raises(sqlite3.IntegrityError):
        altered(tmp_path / "r", "UPDATE entries SET payload = '{}', nonce = x'00'")


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DROP TRIGGER entries_are_never_deleted", "trigger entries_are_never_deleted is missing"),
        ("DROP INDEX entries_by_id", "index entries_by_id is missing"),
        ("CREATE TABLE notes (x)", "table notes does not belong here"),
    ],
)
def test_a_change_in_the_layout_is_named(tmp_path: Path, statement: str, fault: str) -> None:
    altered(made(tmp_path / "r"), statement)
    assert list(SqliteStore(tmp_path / "r").faults()) == [fault]


@pytest.mark.parametrize(
    "change", ["kind = 'clain'", "actor = x'ff'", "hash = 7", "recorded_at = 'noon'"]
)
def test_an_entry_that_cannot_be_read_is_named(tmp_path: Path, change: str) -> None:
    altered(
        made(tmp_path / "r"),
        "DROP TRIGGER entries_are_never_changed",
        f"UPDATE entries SET {change}",  # noqa: S608
    )
    with pytest.raises(RegisterDamaged, match="entry 1 cannot be read"):
        list(SqliteStore(tmp_path / "r").entries())
