"""Read-only folders, full disks, no rights: said plainly, and nothing half-written."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from habeas.model.errors import RegisterNotWritable
from habeas.stores.sqlite import SqliteStore
from habeas.stores.sqlite_file import FILE
from tests.entries import claim, keep


@contextmanager
def mounted(where: Path, *arguments: str) -> Iterator[None]:
    where.mkdir(exist_ok=True)
    done = subprocess.run(["mount", *arguments, str(where)], capture_output=True, check=False)
    if done.returncode:
        pytest.skip(f"mounting a disk of our own needs rights: {done.stderr.decode().strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(where)], check=True)


@contextmanager
def read_only(folder: Path) -> Iterator[Path]:
    """The same folder on a read-only disk; rights alone would not stop the superuser."""
    shown = folder.with_name(f"{folder.name}-read-only")
    with mounted(shown, "--bind", "-o", "ro", str(folder)):
        yield shown


def made(folder: Path) -> Path:
    store = SqliteStore.create(folder)
    keep(store, claim("a1", "person:a"))
    store.put_blob(b"bytes")
    store.close()
    return folder


def assert_nothing_can_be_written(store: SqliteStore) -> None:
    with pytest.raises(RegisterNotWritable):
        keep(store, claim("a2"))
    with pytest.raises(RegisterNotWritable):
        store.put_blob(b"more")
    with pytest.raises(RegisterNotWritable):
        store.replace_projections(iter(()))


def test_a_register_opened_for_reading_is_not_written(tmp_path: Path) -> None:
    store = SqliteStore(made(tmp_path / "r"), is_read_only=True)
    assert store.head().position == 1
    assert_nothing_can_be_written(store)


def test_a_reader_sees_what_another_appends(tmp_path: Path) -> None:
    writer = SqliteStore(made(tmp_path / "r"))
    reader = SqliteStore(tmp_path / "r", is_read_only=True)
    keep(writer, claim("a2"))
    assert reader.head().position == 2


def test_a_register_on_a_read_only_disk_can_be_read(tmp_path: Path) -> None:
    with read_only(made(tmp_path / "r")) as folder:
        store = SqliteStore(folder, is_read_only=True)
        assert [entry.id for entry in store.entries()] == ["a1"]
        assert [store.blob(name) for name in store.blobs()] == [b"bytes"]
        assert list(store.faults()) == []
        assert_nothing_can_be_written(store)
        store.close()


def test_a_journal_nobody_may_merge_is_not_read_past(tmp_path: Path) -> None:
    """Copied while in use: the last entries stand in the journal alone."""
    writer = SqliteStore(made(tmp_path / "r"))
    keep(writer, claim("a2"))
    copy = tmp_path / "copy"
    copy.mkdir()
    for name in (FILE, f"{FILE}-wal"):
        (copy / name).write_bytes((tmp_path / "r" / name).read_bytes())
    with read_only(copy) as folder, pytest.raises(RegisterNotWritable, match="merged in"):
        SqliteStore(folder, is_read_only=True)
    assert SqliteStore(copy).head().position == 2


def test_writing_to_a_read_only_disk_is_refused(tmp_path: Path) -> None:
    with read_only(made(tmp_path / "r")) as folder, pytest.raises(RegisterNotWritable):
        keep(SqliteStore(folder), claim("a2"))
    assert SqliteStore(tmp_path / "r").head().position == 1


def test_no_register_is_made_on_a_read_only_disk(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    with (
        read_only(tmp_path / "r") as folder,
        pytest.raises(RegisterNotWritable, match="read-only file system"),
    ):
        SqliteStore.create(folder / "new")


@pytest.mark.skipif(os.geteuid() == 0, reason="rights do not stop the superuser")
def test_a_folder_one_has_no_rights_in_is_refused(tmp_path: Path) -> None:
    folder = made(tmp_path / "r")
    folder.chmod(0o500)
    try:
        with pytest.raises(RegisterNotWritable):
            SqliteStore(folder).put_blob(b"x")
    finally:
        folder.chmod(0o700)


def fill(store: SqliteStore) -> tuple[int, str]:
    """Appends until the disk is full; the entries acknowledged, and what was said then."""
    done = store.head().position
    for number in range(10_000):
        try:
            keep(store, *[claim(f"{number}-{at}", "x" * 500) for at in range(20)])
        except RegisterNotWritable as refused:
            return done, str(refused)
        done += 20
    pytest.fail("the disk was never full")


def test_a_full_disk_keeps_what_was_acknowledged_and_nothing_else(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    with mounted(disk, "-t", "tmpfs", "-o", "size=1m", "none"):
        store = SqliteStore.create(disk / "r")
        done, said = fill(store)
        assert "the disk is full" in said
        assert store.head().position == done > 0
        with pytest.raises(RegisterNotWritable, match="no space left"):
            store.put_blob(b"x" * 2_000_000)
        assert list(store.blobs()) == []
        store.close()
        again = SqliteStore(disk / "r")
        assert again.head().position == done
        assert list(again.faults()) == []
        again.close()


LIMITED = """
import resource, sys
from pathlib import Path
from habeas.model.errors import RegisterNotWritable
from habeas.stores.sqlite import SqliteStore
from tests.unit.stores.test_not_writable import fill

store = SqliteStore(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
done, said = fill(store)
try:
    store.put_blob(b"x" * 500_000)
except RegisterNotWritable as refused:
    print(done, said, refused, sep="\\n")
"""


def test_a_file_that_may_not_grow_is_like_a_full_disk(tmp_path: Path) -> None:
    folder = made(tmp_path / "r")
    told = subprocess.run(
        [sys.executable, "-c", LIMITED, str(folder)],
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.splitlines()
    assert "cannot be written" in told[1]
    assert "file too large" in told[2]
    store = SqliteStore(folder)
    assert store.head().position == int(told[0]) > 1
    assert list(store.faults()) == []
    assert len(list(store.blobs())) == 1
    assert [path.name for path in (folder / "blobs").rglob(".*")] == []


def test_a_blob_that_breaks_off_leaves_no_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(descriptor: int) -> None:
        raise KeyboardInterrupt(descriptor)

    store = SqliteStore.create(tmp_path / "r")
    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        store.put_blob(b"bytes")
    monkeypatch.undo()
    assert list(store.blobs()) == []
    assert [path for path in (tmp_path / "r/blobs").rglob("*") if path.is_file()] == []


def test_a_blob_is_never_written_again(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "r")
    name = store.put_blob(b"bytes")
    (path,) = (tmp_path / "r/blobs").glob(f"*/{name}")
    before = path.stat()
    store.put_blob(b"bytes")
    after = path.stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    assert not path.stat().st_mode & 0o222


def test_blobs_can_be_kept_on_a_disk_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", unknown)
    store = SqliteStore.create(tmp_path / "r")
    assert store.blob(store.put_blob(b"bytes")) == b"bytes"
    assert list((tmp_path / "r").rglob(".*")) == []


def test_somebody_who_writes_too_long_is_named_as_the_cause(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("habeas.stores.sqlite_file.BUSY_TIMEOUT_S", 0.05)
    folder = made(tmp_path / "r")
    one, two = SqliteStore(folder), SqliteStore(folder)
    with one.writing(1), pytest.raises(RegisterNotWritable, match="another process"):
        keep(two, claim("a2"))


def test_the_signal_of_a_limit_does_not_end_us() -> None:
    """Python ignores SIGXFSZ; the store relies on it to report a file that may not grow."""
    assert signal.getsignal(signal.SIGXFSZ) is signal.SIG_IGN
    assert resource.getrlimit(resource.RLIMIT_FSIZE)
