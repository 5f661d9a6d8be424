"""What is captured is kept as it came, and what cannot be captured is said."""

import gzip
import hashlib
import io
import os
import socket
import sys
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal

import pytest

from habeas import __version__
from habeas.model.actor import Actor
from habeas.model.document import Custody, DateBasis, Document
from habeas.model.errors import CaptureFailed, NothingToCapture
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.reading import places
from habeas.reading.capture import Captured, capture

NOON = datetime(2031, 5, 4, 12, 0, tzinfo=UTC)
Blobs = dict[str, bytes]


@pytest.fixture
def blobs() -> Blobs:
    return {}


@pytest.fixture
def take_in(blobs: Blobs) -> Callable[..., list[Captured | Problem]]:
    def put(content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()
        blobs[name] = content
        return name

    usual: dict[str, Any] = {"put_blob": put, "actor": Actor("O. Reviewer"), "clock": lambda: NOON}

    def run(*paths: Path | Literal["-"], **given: object) -> list[Captured | Problem]:
        return list(capture(paths, **(usual | given)))

    return run


def names(found: list[Captured | Problem]) -> list[str]:
    return [one.code if isinstance(one, Problem) else one.document.original_name for one in found]


TakeIn = Callable[..., list[Captured | Problem]]


def test_a_file_is_captured_with_everything_that_makes_it_evidence(
    tmp_path: Path, take_in: TakeIn, blobs: Blobs
) -> None:
    content = b"Hanna Verba was taken from her home.\r\n"
    (tmp_path / "report.txt").write_bytes(content)
    (found,) = take_in(tmp_path / "report.txt", url="https://example.org/1", publisher="Example")
    assert isinstance(found, Captured)
    assert found.content == content
    assert blobs == {found.document.sha256: content}
    assert found.document == Document(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type="text/plain",
        captured_at=NOON,
        captured_by="O. Reviewer",
        tool=f"habeas/{__version__}",
        original_name="report.txt",
        url="https://example.org/1",
        publisher="Example",
        custody=(Custody(at=NOON, by="O. Reviewer", what="captured from report.txt"),),
    )


def test_a_given_date_says_that_it_was_given(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (found,) = take_in(tmp_path / "a.txt", published=PartialDate("2031-05"))
    assert isinstance(found, Captured)
    assert found.document.published == PartialDate("2031-05")
    assert found.document.published_basis is DateBasis.GIVEN


def test_times_are_kept_in_utc(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    local = NOON.astimezone(timezone(timedelta(hours=3)))
    (found,) = take_in(tmp_path / "a.txt", clock=lambda: local)
    assert isinstance(found, Captured)
    assert found.document.captured_at.utcoffset() == timedelta(0)
    assert found.document.captured_at == NOON


def test_the_bytes_are_kept_before_the_document_is_handed_out(tmp_path: Path, blobs: Blobs) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")

    def put(content: bytes) -> str:
        name = hashlib.sha256(content).hexdigest()
        blobs[name] = content
        return name

    one = next(capture([tmp_path], put_blob=put, actor=Actor("O"), clock=lambda: NOON))
    assert isinstance(one, Captured)
    assert one.document.sha256 in blobs


def test_a_folder_is_read_at_any_depth_in_order_without_what_is_hidden(
    tmp_path: Path, take_in: TakeIn
) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", ".git/config", "b/.hidden", "c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    assert names(take_in(tmp_path)) == [
        "hidden-left-out", "a.txt", "hidden-left-out", "1.txt", "2.txt", "c.txt",
    ]  # fmt: skip


def test_a_file_named_twice_is_taken_once(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    assert names(take_in(tmp_path, tmp_path / "a.txt")) == ["a.txt"]


def test_a_hidden_file_is_read_when_it_is_named(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / ".a.txt").write_bytes(b"a")
    assert names(take_in(tmp_path / ".a.txt")) == [".a.txt"]


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path, take_in: TakeIn) -> None:
    outside, inside = tmp_path / "outside.txt", tmp_path / "in"
    outside.write_bytes(b"secret")
    inside.mkdir()
    (inside / "a.txt").write_bytes(b"a")
    (inside / "loop").symlink_to(inside)
    (inside / "nowhere").symlink_to("nothing")
    (inside / "out.txt").symlink_to(outside)
    (inside / "same.txt").symlink_to(inside / "a.txt")
    (inside / "self").symlink_to("self")
    found = take_in(inside)
    assert names(found) == ["a.txt", "link-left-out", "link-left-out", "link-left-out"]
    assert all(one.severity is Severity.NOTE for one in found if isinstance(one, Problem))


@pytest.mark.skipif(not hasattr(os, "fchdir"), reason="paths are shorter here")
def test_folders_may_be_nested_deeper_than_calls(
    tmp_path: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1200):
        Path("d").mkdir()
        os.chdir("d")
    Path("deep.txt").write_bytes(b"deep")
    deepest = os.open(".", os.O_RDONLY)
    os.chdir(tmp_path)
    assert names(take_in(Path("d"))) == ["deep.txt"]
    os.fchdir(deepest)  # shutil.rmtree, which clears up after tests, recurses and could not
    os.close(deepest)
    Path("deep.txt").unlink()
    for _ in range(1200):
        os.chdir("..")
        Path("d").rmdir()


def test_one_unreadable_file_does_not_stop_the_others(
    tmp_path: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.txt", "b.txt", "c.txt", "d.txt"):
        (tmp_path / name).write_bytes(b"text")
    faults = {"b.txt": PermissionError(13, "Permission denied"), "c.txt": OSError(5, "I/O error")}
    opened = os.open

    def faulty(path: Path, flags: int) -> int:
        if failure := faults.get(path.name):
            raise failure
        return opened(path, flags)

    monkeypatch.setattr(os, "open", faulty)
    assert names(take_in(tmp_path)) == ["a.txt", "no-permission", "unreadable", "d.txt"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / "a.txt").chmod(0)
    assert names(take_in(tmp_path)) == ["no-permission"]


def test_a_file_that_vanishes_is_reported(tmp_path: Path, take_in: TakeIn) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"text")

    def vanish(_done: int, _total: int | None, name: str) -> None:
        if name.endswith("a.txt"):
            (tmp_path / "a.txt").unlink()

    assert names(take_in(tmp_path, progress=vanish)) == ["vanished", "b.txt"]


def writing_while_read(path: Path, times: int) -> Callable[[int], os.stat_result]:
    """An fstat that lets somebody append to the file before each of the first looks at it."""
    looked, look = [0], os.fstat

    def fstat(descriptor: int) -> os.stat_result:
        looked[0] += 1
        if looked[0] <= times * 2 and looked[0] % 2 == 0:
            with path.open("ab") as file:
                file.write(b" more")
        return look(descriptor)

    return fstat


def test_a_file_that_changed_while_it_was_read_is_read_once_more(
    tmp_path: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    monkeypatch.setattr(os, "fstat", writing_while_read(tmp_path / "a.txt", 1))
    (found,) = take_in(tmp_path)
    assert isinstance(found, Captured)
    assert found.content == b"text more"


def test_a_file_that_keeps_changing_is_kept_and_reported(
    tmp_path: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch, blobs: Blobs
) -> None:
    (tmp_path / "a.txt").write_bytes(b"text")
    monkeypatch.setattr(os, "fstat", writing_while_read(tmp_path / "a.txt", 2))
    problem, found = take_in(tmp_path)
    assert isinstance(problem, Problem)
    assert isinstance(found, Captured)
    assert (problem.code, problem.document) == ("changed-while-read", found.document.sha256)
    assert blobs[found.document.sha256] == found.content


def test_a_file_over_the_limit_is_refused_before_it_is_loaded(
    tmp_path: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(1 << 40)  # a hole: takes no room
    (tmp_path / "small.txt").write_bytes(b"small")
    assert names(take_in(tmp_path)) == ["too-large", "small.txt"]
    monkeypatch.setattr(places, "_to_the_end", None)
    assert names(take_in(tmp_path / "huge.txt")) == ["too-large"]


def test_a_file_of_exactly_the_limit_is_taken(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert names(take_in(tmp_path, largest=5)) == ["a.txt"]
    assert names(take_in(tmp_path, largest=4)) == ["too-large"]


class Stdin:
    def __init__(self, content: bytes) -> None:
        self.buffer = io.BytesIO(content)


def test_standard_input_is_captured_without_a_name(
    take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"text"))
    (found,) = take_in("-")
    assert isinstance(found, Captured)
    assert (found.content, found.document.original_name) == (b"text", "")
    assert found.document.custody[0].what == "captured from standard input"


def test_standard_input_over_the_limit_is_refused(
    take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Stdin(b"0123456789"))
    assert names(take_in("-", largest=9)) == ["too-large"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path, take_in: TakeIn) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert names(take_in(tmp_path)) == ["not-a-file"]


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no sockets in files here")
def test_a_socket_is_reported(
    tmp_path: Path, take_in: TakeIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the name of a socket has to be short
    with socket.socket(socket.AF_UNIX) as one:
        one.bind("socket")
        assert names(take_in(Path("socket"))) == ["unreadable"]


def test_paths_that_do_not_exist_are_refused_when_none_does(
    tmp_path: Path, take_in: TakeIn
) -> None:
    with pytest.raises(NothingToCapture):
        take_in(tmp_path / "no", tmp_path / "neither")
    (tmp_path / "a.txt").write_bytes(b"a")
    assert names(take_in(tmp_path / "no", tmp_path / "a.txt", Path("\0"))) == [
        "vanished", "a.txt", "unreadable",
    ]  # fmt: skip


def test_an_empty_folder_is_refused(tmp_path: Path, take_in: TakeIn) -> None:
    with pytest.raises(NothingToCapture):
        take_in(tmp_path)


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_file_name_that_is_not_text_can_still_be_written_down(
    tmp_path: Path, take_in: TakeIn
) -> None:
    (tmp_path / os.fsdecode(b"\xe3\xe0.txt")).write_bytes(b"a")
    (found,) = take_in(tmp_path)
    assert isinstance(found, Captured)
    assert found.document.original_name == "\ufffd\ufffd.txt"


def test_bytes_that_were_kept_wrongly_are_noticed(tmp_path: Path, take_in: TakeIn) -> None:
    (tmp_path / "a.txt").write_bytes(b"a")
    with pytest.raises(CaptureFailed):
        take_in(tmp_path, put_blob=lambda _content: "0" * 64)


def test_progress_is_told_before_each_file(tmp_path: Path, take_in: TakeIn) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"text")
    steps: list[tuple[int, int | None, str]] = []
    take_in(tmp_path, progress=lambda *step: steps.append(step))
    assert steps == [(0, 2, str(tmp_path / "a.txt")), (1, 2, str(tmp_path / "b.txt"))]


@pytest.mark.parametrize(
    ("content", "name", "media_type"),
    [
        (b"Hanna Verba was taken.", "a.txt", "text/plain"),
        (b"", "a.txt", "text/plain"),
        (b"# Title", "a.md", "text/markdown"),
        (b"\n<!-- x --><!DOCTYPE HTML><p>", "a.txt", "text/html"),
        ("<html lang=uk>Текст".encode("utf-16"), "a", "text/html"),
        (b"<p>Only a part", "a.htm", "text/html"),
        (b'<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', "a", "text/html"),
        (b'<?xml version="1.0"?><rss>', "a.xhtml", "text/html"),
        (b'<?xml version="1.0"?><data>', "a.txt", "application/xml"),
        (b'<?xml version="1.0"?><rss version="2.0">', "a.txt", "application/rss+xml"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a", "application/atom+xml"),
        (b"<feedback>Held", "a.txt", "text/plain"),
        (gzip.compress(b"WARC/1.0\r\n", mtime=0), "a.warc.gz", "application/warc"),
        (gzip.compress(b"A report.", mtime=0), "a.txt.gz", "application/gzip"),
        (b"Received: from a\r\n by b\r\nSubject: x\r\n\r\nText", "a", "message/rfc822"),
        (b"Subject: x\nMIME-Version: 1.0\n\nText", "a.txt.1", "message/rfc822"),
        (b"From: Open Door\nSubject: Two held\n\nText", "a.txt", "text/plain"),
        (b"From a@b.example Sun May  4 10:30:00 2031\nSubject: x\n", "inbox", "application/mbox"),
        (b"From May 4 at 10:30 they\nheld her.", "a.txt", "text/plain"),
        (b"<svg xmlns='x'>", "a.html", "image/svg+xml"),
        (b"%PDF-1.4", "a.html", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", "image/png"),
        (b"a,b\n", "a.csv", "text/csv"),
        (bytes(range(256)), "a.txt", "application/octet-stream"),
        (b"a < b and <html is mentioned", "a", "text/plain"),
    ],
)
def test_the_media_type_follows_the_content_before_the_name(
    tmp_path: Path, take_in: TakeIn, content: bytes, name: str, media_type: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (found,) = take_in(tmp_path / name)
    assert isinstance(found, Captured)
    assert found.document.media_type == media_type


def test_capturing_goes_file_by_file(tmp_path: Path) -> None:
    """A folder larger than memory can be read: nothing is loaded before it is its turn."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_bytes(b"text")
    loaded: list[bytes] = []

    def put(content: bytes) -> str:
        loaded.append(content)
        return hashlib.sha256(content).hexdigest()

    next(capture([tmp_path], put_blob=put, actor=Actor("O"), clock=lambda: NOON))
    assert len(loaded) == 1
