"""Plain text is read as it stands, with every character at its captured place."""

import hashlib
import resource
from datetime import UTC, datetime

import pytest

from habeas.model.document import DateBasis, Document
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.renderers.plain_text import PlainTextRenderer


def document_of(content: bytes, encoding: str = "") -> Document:
    return Document(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type="text/plain",
        captured_at=datetime(2031, 5, 4, tzinfo=UTC),
        captured_by="O. Reviewer",
        tool="habeas/0",
        original_name="report.txt",
        encoding=encoding,
    )


def render(content: bytes, encoding: str = "") -> tuple[Rendition | None, list[Problem]]:
    rendition, problems = PlainTextRenderer().render(document_of(content, encoding), content)
    return rendition, list(problems)


def read(content: bytes) -> Rendition:
    rendition, _ = render(content)
    assert rendition is not None
    return rendition


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def shown(rendition: Rendition) -> list[str]:
    return [rendition.text[span.start : span.end] for span in rendition.paragraphs]


def test_a_dump_header_is_the_containers_word_and_not_the_articles() -> None:
    rendition = read(b" date 2021-02-15 Two persons were held.\n\nA third was not.")
    assert rendition.published == PartialDate("2021-02-15")
    assert rendition.published_basis is DateBasis.CONTAINER
    assert shown(rendition) == ["Two persons were held.", "A third was not."]
    assert rendition.furniture == ((Span(1, 16), "header"),)


def test_masking_moves_nothing() -> None:
    rendition = read(b"Title: Two held\r\n\r\nTwo persons were held.")
    assert len(rendition.text) == len(rendition.captured)
    (paragraph,) = rendition.paragraphs
    assert rendition.offsets.to_captured(paragraph) == paragraph
    assert rendition.captured[paragraph.start : paragraph.end] == "Two persons were held."


def test_what_the_header_says_is_learned() -> None:
    rendition = read(
        b"Title: Two held\nSource: Herald\nURL: https://example.org/1\nLanguage: en\n\nText."
    )
    assert (rendition.title, rendition.publisher) == ("Two held", "Herald")
    assert (rendition.url, rendition.language) == ("https://example.org/1", "en")
    assert rendition.published_basis is DateBasis.UNKNOWN


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b" \r\n\t\n", "no-text"),
        (b"\xef\xbb\xbf", "no-text"),
        (b"%PDF-1.7 ...", "binary-content"),
        (b"\x7fELF\x02\x01\x01\x00", "binary-content"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_name(content: bytes, code: str) -> None:
    rendition, problems = render(content)
    assert rendition is None
    assert codes(problems) == [code]
    assert problems[0].where == "report.txt"
    assert problems[0].document == hashlib.sha256(content).hexdigest()


def test_a_header_alone_is_learned_and_reported() -> None:
    rendition, problems = render(b"date 2021-02-15")
    assert rendition is not None
    assert rendition.published == PartialDate("2021-02-15")
    assert codes(problems) == ["no-text"]


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "utf-16", "utf-16-le", "utf-8-sig"])
def test_offsets_count_in_the_decoded_text(encoding: str) -> None:
    text = "Ганну Вербу забрали вранці.\r\nЇї сина — теж."
    rendition = read(text.encode(encoding, "replace"))
    assert rendition.captured == text.encode(encoding, "replace").decode(encoding)
    assert shown(rendition)[0] == "Ганну Вербу забрали вранці."


def test_lines_of_two_encodings_are_read_and_reported() -> None:
    content = "Ганну Вербу забрали.\n".encode() + "Её сына тоже.\n".encode("cp1251")
    rendition, problems = render(content)
    assert rendition is not None
    assert shown(rendition) == ["Ганну Вербу забрали.", "Её сына тоже."]
    assert rendition.encoding == "lines:utf-8,cp1251"
    assert codes(problems) == ["encoding-mixed"]


def test_the_encoding_a_document_already_has_is_kept_to() -> None:
    content = "Ганну Вербу забрали вранці.".encode("cp1251")
    rendition, _ = render(content, encoding="koi8-u")
    assert rendition is not None
    assert rendition.captured == content.decode("koi8-u")
    none, problems = render(content, encoding="utf-8")
    assert none is None
    assert codes(problems) == ["encoding-does-not-fit"]


def test_nul_bytes_become_spaces_and_are_reported() -> None:
    content = b"Hanna Verba was held in Veltany for three days.\x00 Then she left."
    rendition, problems = render(content)
    assert rendition is not None
    assert "\x00" in rendition.captured
    assert "\x00" not in rendition.text
    assert len(rendition.text) == len(rendition.captured)
    assert codes(problems) == ["control-characters"]


def test_text_from_right_to_left_keeps_its_places() -> None:
    rendition = read("اعتقلت الصحفية صباح اليوم.\n\u200fنقلت إلى السجن.".encode())
    assert [rendition.captured[p.start : p.end] for p in rendition.paragraphs] == shown(rendition)


def test_lone_surrogates_do_not_reach_the_text() -> None:
    rendition, problems = render(b"\xff\xfeH\x00i\x00\x00\xd8!\x00")
    assert rendition is not None
    assert rendition.text == "Hi\ufffd!"
    assert codes(problems) == ["bytes-replaced"]


@pytest.mark.slow
def test_one_line_of_a_hundred_megabytes_is_read_in_bounded_memory() -> None:
    content = b"Hanna Verba was held. " * 4_545_455
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rendition = read(content)
    assert len(rendition.paragraphs) == 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_500_000  # kilobytes
