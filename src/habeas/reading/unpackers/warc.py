"""Web archives (WARC): the pages in them, with the address and time each was fetched from and at.

Source: ISO 28500:2017.
"""

from __future__ import annotations

import gzip
import io
import zlib
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

from warcio.archiveiterator import ArchiveIterator
from warcio.bufferedreaders import BufferedReader
from warcio.recordloader import ArcWarcRecord

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.text.charset_labels import codec_of
from habeas.text.detection import detect

_GZIP = b"\x1f\x8b"
_HTML = frozenset({"text/html", "application/xhtml+xml"})
_READABLE = _HTML | {"text/plain", "application/pdf"}
_WITH_CONTENT = frozenset({"response", "resource", "conversion"})
_FOUND = "200"


class WarcUnpacker:
    """Successful answers that are pages, plain text or PDF; packed or not."""

    name = "warc"
    version = "1"
    media_types = frozenset({"application/warc"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            if content.startswith(_GZIP) and not _is_packed_by_record(content):
                with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
                    content = taking.to_the_end(file.read1)
            left_out = _take(content, taking)
        except TooMuch as much:
            taking.over(much)
        except Exception as failure:  # noqa: BLE001  # the library fails in many ways
            taking.broken(f"the web archive is damaged ({in_words(failure).strip()[:200]})")
        else:
            _note_left_out(taking, left_out)
        return taking.parts, taking.problems


def _take(content: bytes, taking: Taking) -> int:
    """Takes what can be read; how many other answers there were."""
    left_out = 0
    unread: Counter[str] = Counter()
    for record in ArchiveIterator(io.BytesIO(content)):
        if record.rec_type not in _WITH_CONTENT:
            continue
        kind = _kind(record)
        packed = _packing(record)
        if packed and kind in _READABLE:
            unread[packed] += 1
        elif kind in _READABLE and _is_found(record):
            taken = taking.to_the_end(record.content_stream().read)
            taking.add(_part(record, taken, kind))
        else:
            left_out += 1
    for packed, count in sorted(unread.items()):
        taking.note(
            "answers-packed",
            f"{count} pages in it are packed as {packed!r}, which cannot be unpacked here",
            remedy="Fetch them without that packing (Accept-Encoding: gzip), or unpack the archive "
            "with the tool that made it, and capture the result.",
            severity=Severity.ERROR,
        )
    return left_out


def _part(record: ArcWarcRecord, content: bytes, kind: str) -> Part:
    headers = record.rec_headers
    address = printable(headers.get_header("WARC-Target-URI") or "", most=2000).strip("<>")
    charset = codec_of(_type_header(record).lower().partition("charset=")[2].strip("\"' ;"))
    is_page = kind in _HTML
    return Part(
        name=address or "record",
        content=content,
        media_type="text/html" if is_page else "",
        encoding=detect(content, declared=charset).encoding if is_page and charset else "",
        url=address if address.startswith(("https://", "http://")) else "",
        captured_at=_fetched_at(headers.get_header("WARC-Date") or ""),
    )


def _fetched_at(written: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(written)
    except ValueError:
        return None
    return at.astimezone(UTC) if at.tzinfo else at.replace(tzinfo=UTC)


def _packing(record: ArcWarcRecord) -> str:
    """How the server packed an answer, where the library at hand does not unpack it."""
    headers = record.http_headers
    said = str(headers.get_header("Content-Encoding") or "").strip().lower() if headers else ""
    return "" if said in {"", "identity", "x-gzip", *BufferedReader.DECOMPRESSORS} else said


def _is_found(record: ArcWarcRecord) -> bool:
    return record.http_headers is None or record.http_headers.get_statuscode() == _FOUND


def _kind(record: ArcWarcRecord) -> str:
    return _type_header(record).partition(";")[0].strip().lower()


def _type_header(record: ArcWarcRecord) -> str:
    headers = record.http_headers or record.rec_headers
    return str(headers.get_header("Content-Type") or "")


def _is_packed_by_record(content: bytes) -> bool:
    """Whether the first packed piece ends within the file, as the standard has it (annex D)."""
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    file = io.BytesIO(content)
    try:
        while not unpacking.eof and (piece := file.read(1 << 16)):
            while piece:
                unpacking.decompress(piece, 1 << 20)
                piece = unpacking.unconsumed_tail
    except zlib.error:
        return True
    return bool(unpacking.unused_data) or file.tell() < len(content)


def _note_left_out(taking: Taking, count: int) -> None:
    if not taking.parts:
        what = f"no page was found in it ({count} other records)"
        taking.note("warc-empty", what, severity=Severity.ERROR)
    elif count:
        taking.note(
            "records-left-out",
            f"{count} answers in it are images, scripts, errors and the like, and were left out",
            severity=Severity.NOTE,
        )
