"""Documents made to stop a reader: each costs a problem, the next is read, nothing hangs.

They go the way every document goes: taken apart and rendered in a process apart, as wired.
"""

import gzip
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from habeas import wiring
from habeas.model.part import Part
from habeas.model.problem import Severity
from habeas.protocols import Renderer, Unpacker
from habeas.reading.media_type import media_type_of
from habeas.reading.render import render
from habeas.reading.renderers.isolated import IsolatedUnpacker, Isolation, Limits
from habeas.reading.unpackers.pdf import PdfUnpacker
from tests.unit.reading.unpackers.wholes import codes, unpack, whole, zipped

MEGABYTE = 1_000_000
ENTITIES = '<!DOCTYPE x [<!ENTITY a "{}">{}]>'.format(
    "lol" * 1000,
    "".join(f'<!ENTITY {b} "{f"&{a};" * 100}">' for a, b in zip("abcdef", "bcdefg", strict=True)),
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATED = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zip_bomb() -> bytes:
    return zipped({"a.txt": b"0" * 200 * MEGABYTE})


def zips_in_zips() -> bytes:
    content = zipped({"a.txt": b"0" * MEGABYTE})
    for _ in range(30):
        content = zipped({"a.zip": content})
    return content


def gzip_bomb() -> bytes:
    return gzip.compress(b"0" * 600 * MEGABYTE, 1, mtime=0)


def docx(body: str) -> bytes:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": RELATED, "word/document.xml": document})


def entity_bomb() -> bytes:
    document = f'{ENTITIES}<w:document xmlns:w="{WORD}"><w:body>&g;</w:body></w:document>'
    return zipped({"[Content_Types].xml": RELATED, "word/document.xml": document})


def feed_bomb() -> bytes:
    return (
        f'<?xml version="1.0"?>{ENTITIES}<rss><channel><title>&g;</title></channel></rss>'.encode()
    )


def deep_docx() -> bytes:
    return docx("<w:p>" * 100_000 + "</w:p>" * 100_000)


def deep_telegram() -> bytes:
    return b'{"name":"x","type":"public_channel","messages":' + b"[" * 200_000


def crowded_zip() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(11_000):
            archive.writestr(f"{number}.txt", "x")
    return file.getvalue()


def broken_pdf() -> bytes:
    loop = b"1 0 obj <</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>> endobj"
    return b"%PDF-1.7\n" + loop + b"\ntrailer <</Root 1 0 R>>"


@pytest.fixture(scope="module")
def opened() -> Iterator[tuple[list[Renderer], list[Unpacker]]]:
    with wiring.renderers_and_unpackers() as (renderers, unpackers):
        yield list(renderers), list(unpackers)


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (zip_bomb, "a.zip"),
        (gzip_bomb, "a.gz"),
        (crowded_zip, "a.zip"),
        (entity_bomb, "a.docx"),
        (feed_bomb, "a.rss"),
        (deep_docx, "a.docx"),
        (deep_telegram, "result.json"),
        (broken_pdf, "a.pdf"),
    ],
)
def test_a_trap_costs_a_problem_and_no_more(
    make: Callable[[], bytes], name: str, opened: tuple[list[Renderer], list[Unpacker]]
) -> None:
    content = make()
    media_type = media_type_of(content, name)
    unpacker = next((one for one in opened[1] if media_type in one.media_types), None)
    if unpacker is None:  # not even taken for what it says it is
        _, _, problems = render(whole(content, media_type, name), content, opened[0])
        parts: list[Part] = []
    else:
        parts, problems = unpack(unpacker, content, media_type, name)
    assert any(one.severity in (Severity.ERROR, Severity.WARNING) for one in problems)
    assert sum(len(part.content) for part in parts) < 500 * MEGABYTE


def test_archives_in_archives_are_opened_one_by_one(
    opened: tuple[list[Renderer], list[Unpacker]],
) -> None:
    unpacker = next(one for one in opened[1] if "application/zip" in one.media_types)
    parts, _ = unpack(unpacker, zips_in_zips(), "application/zip")
    assert [part.name for part in parts] == ["a.zip"]


def test_ten_thousand_pages_are_read_as_far_as_is_allowed() -> None:
    pdf = pdfium.PdfDocument.new()
    for _ in range(10_000):
        pdf.new_page(200, 200).close()
    file = io.BytesIO()
    pdf.save(file)
    with Isolation() as isolation:
        parts, problems = unpack(IsolatedUnpacker(PdfUnpacker(), isolation), file.getvalue())
    assert parts == []
    assert "too-many-pages" in codes(problems)


def test_a_page_of_endless_elements_is_rendered_or_given_up(
    opened: tuple[list[Renderer], list[Unpacker]],
) -> None:
    renderer = next(one for one in opened[0] if "text/html" in one.media_types)
    content = b"<div>" * 300_000 + b"Olha B. was arrested in Sarnova."
    document = replace(whole(content, "text/html"), original_name="deep.html")
    rendition, problems = renderer.render(document, content)
    assert rendition is not None or problems


def test_what_takes_too_long_to_take_apart_is_given_up_and_the_next_is_read() -> None:
    with Isolation(Limits(wall_s=20, cpu_s=1)) as isolation:
        unpacker = IsolatedUnpacker(PdfUnpacker(most_pages=10**6), isolation)
        pdf = pdfium.PdfDocument.new()
        for _ in range(20_000):
            pdf.new_page(200, 200).close()
        file = io.BytesIO()
        pdf.save(file)
        _, problems = unpack(unpacker, file.getvalue())
        assert codes(problems)[:1] in (["unpack-timeout"], ["no-text"])
        _, after = unpack(unpacker, b"%PDF-1.7 nothing")
    assert codes(after) == ["pdf-damaged"]
