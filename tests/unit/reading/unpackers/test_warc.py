"""Web archives give up the pages in them, with where and when each was fetched."""

import gzip
from datetime import UTC, datetime

import pytest

from habeas.model.part import Part
from habeas.reading.unpackers.allowance import Allowance
from habeas.reading.unpackers.warc import WarcUnpacker
from tests.unit.reading.unpackers.wholes import codes, unpack

PAGE = "<html><body><p>Ольгу Б. забрали вранці.</p></body></html>"


def archive(
    *answers: tuple[str, str, bytes], is_packed: bool = False, header: str = "X-Y: z"
) -> bytes:
    records = []
    for status, kind, content in answers:
        http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{header}\r\n\r\n".encode() + content
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://visti.example/1\r\n"
            "WARC-Date: 2031-05-04T10:30:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        )
        record = head.encode() + http + b"\r\n\r\n"
        records.append(gzip.compress(record, mtime=0) if is_packed else record)
    return b"".join(records)


def read(content: bytes, allowance: Allowance | None = None) -> tuple[list[Part], list[str]]:
    parts, problems = unpack(WarcUnpacker(allowance), content, "application/warc", "a.warc")
    return parts, codes(problems)


@pytest.mark.parametrize("is_packed", [True, False])
def test_a_page_comes_with_its_address_its_encoding_and_when_it_was_fetched(
    is_packed: bool,  # noqa: FBT001
) -> None:
    page = PAGE.encode("cp1251")
    (part,), problems = read(
        archive(("200 OK", "text/html; charset=windows-1251", page), is_packed=is_packed)
    )
    assert part.content == page
    assert (part.name, part.url) == ("https://visti.example/1", "https://visti.example/1")
    assert (part.media_type, part.encoding) == ("text/html", "cp1251")
    assert part.captured_at == datetime(2031, 5, 4, 10, 30, tzinfo=UTC)
    assert part.published is None
    assert problems == []


def test_what_the_server_packed_is_unpacked() -> None:
    packed = gzip.compress(PAGE.encode(), mtime=0)
    (part,), _ = read(archive(("200 OK", "text/html", packed), header="Content-Encoding: gzip"))
    assert part.content.decode() == PAGE


def test_an_archive_packed_in_one_piece_is_read_too() -> None:
    plain = archive(("200 OK", "text/html", b"<p>1"), ("200 OK", "text/plain", b"2"))
    parts, problems = read(gzip.compress(plain, mtime=0))
    assert [part.content for part in parts] == [b"<p>1", b"2"]
    assert problems == []


def test_images_and_errors_are_left_out_and_counted() -> None:
    parts, problems = read(
        archive(
            ("200 OK", "text/html", PAGE.encode()),
            ("404 Not Found", "text/html", b"<p>Gone"),
            ("200 OK", "image/png", b"\x89PNG"),
        )
    )
    assert len(parts) == 1
    assert problems == ["records-left-out"]


def test_an_archive_without_pages_says_so() -> None:
    assert read(archive(("200 OK", "image/png", b"\x89PNG"))) == ([], ["warc-empty"])


def test_an_answer_that_unfolds_beyond_measure_is_a_problem() -> None:
    packed = gzip.compress(bytes(30_000_000), mtime=0)
    parts, problems = read(
        archive(("200 OK", "text/html", packed), header="Content-Encoding: gzip")
    )
    assert (parts, problems) == ([], ["unpack-too-much"])


@pytest.mark.parametrize("packing", ["br", "zstd"])
def test_a_page_in_a_packing_that_cannot_be_undone_is_named_and_never_taken_for_text(
    packing: str,
) -> None:
    content = archive(
        ("200 OK", "text/html", b"\x8b\x02\x80packed"), header=f"Content-Encoding: {packing}"
    )
    parts, problems = unpack(WarcUnpacker(), content, "application/warc", "a.warc")
    assert parts == []
    assert codes(problems) == ["answers-packed", "warc-empty"]
    assert repr(packing) in problems[0].what
