"""PDF: the text layer as one plain text; pages that are pictures by Tesseract, where installed.

The author's name is left where it is: it is often that of whoever typed the file, and not the
publisher.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate, from_day
from habeas.model.problem import Problem, Severity
from habeas.reading.cells import TABLE
from habeas.reading.document_problem import document_problem
from habeas.reading.pdf.lines import Line, lines_of
from habeas.reading.pdf.marks import fields_on, remarks_on
from habeas.reading.pdf.pages import text_of
from habeas.reading.pdf.scans import Recognised, is_broken, is_scan, languages, recognise

_INSTALL = "apt-get install tesseract-ocr tesseract-ocr-ukr tesseract-ocr-rus"
_DATE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_NO_TITLE = re.compile(r"(?:untitled|document\d*|без назви|без имени)?$", re.IGNORECASE)
_PROGRAM = re.compile(r"^Microsoft (?:Office )?(?:Word|Excel|PowerPoint) - ")
_NAMED = 12


class PdfUnpacker:
    """`most_pages` and `most_letters` end the reading early; what was read until then is given.

    Of pictures, at most `most_scans` pages are recognised: each takes seconds.
    """

    name = "pdf"
    version = "1"
    media_types = frozenset({"application/pdf"})

    def __init__(
        self, *, most_pages: int = 3000, most_letters: int = 20_000_000, most_scans: int = 20
    ) -> None:
        self._most_pages = most_pages
        self._most_letters = most_letters
        self._most_scans = most_scans

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        try:
            pdf = pdfium.PdfDocument(content)
        except pdfium.PdfiumError as failure:
            return [], [_does_not_open(document, failure)]
        try:
            pdf.init_forms()
            found = self._pages(pdf)
            parts, problems = _part(pdf, found, document)
            return [*parts, *_marks(found)], problems
        finally:
            pdf.close()

    def _pages(self, pdf: pdfium.PdfDocument) -> _Pages:
        found = _Pages(count=len(pdf))
        letters = 0
        for number in range(min(len(pdf), self._most_pages)):
            if letters > self._most_letters:
                break
            self._read_page(pdf, number, found)
            letters += sum(len(line.text) for line in found.lines[-1])
        return found

    def _read_page(self, pdf: pdfium.PdfDocument, number: int, found: _Pages) -> None:
        found.lines.append([])
        try:
            page = pdf[number]
        except pdfium.PdfiumError:
            found.unreadable.append(number)
            return
        try:
            found.remarks += [(number, words) for words in remarks_on(page)]
            found.fields += fields_on(page)
            found.lines[-1] = self._lines(page, number, found)
        except pdfium.PdfiumError:
            found.unreadable.append(number)
        finally:
            page.close()

    def _lines(self, page: pdfium.PdfPage, number: int, found: _Pages) -> list[Line]:
        textpage = page.get_textpage()
        lines = lines_of(textpage)
        textpage.close()
        text = "".join(line.text for line in lines)
        if not is_scan(page, text):
            return lines
        if languages() and len(found.recognised) < self._most_scans:
            recognised = recognise(page)
            if recognised and recognised.paragraphs:
                found.recognised[number] = recognised
                return []
            if recognised and not text:  # a picture without words, or an empty page
                return []
        found.scans.append(number)
        return [] if is_broken(text) else lines


@dataclass(slots=True)
class _Pages:
    """What was found, page by page, counted from 0; `scans` are pictures that were not read."""

    count: int
    lines: list[list[Line]] = field(default_factory=list)
    recognised: dict[int, Recognised] = field(default_factory=dict)
    scans: list[int] = field(default_factory=list)
    unreadable: list[int] = field(default_factory=list)
    remarks: list[tuple[int, str]] = field(default_factory=list)
    fields: list[tuple[str, str]] = field(default_factory=list)


def _part(
    pdf: pdfium.PdfDocument, found: _Pages, document: Document
) -> tuple[list[Part], list[Problem]]:
    paragraphs = {number: one.paragraphs for number, one in found.recognised.items()}
    text, left_out = text_of(found.lines, paragraphs)
    problems = list(_problems(pdf, found, document, left_out))
    if not text.strip():
        is_marked = bool(found.fields or found.remarks)
        if not is_marked and not any(one.severity is Severity.ERROR for one in problems):
            problems.append(_no_text(document))
        return [], problems
    said = pdf.get_metadata_dict()
    # A picture's file was made when it was scanned, and that says nothing of the page.
    published = None if found.recognised else _day(said.get("CreationDate", ""))
    part = Part(
        name="text",
        content=text.encode("utf-8", "replace"),
        media_type="text/plain",
        encoding="utf-8",
        title=_title(said.get("Title", "")),
        published=published,
    )
    return [part], problems


def _marks(found: _Pages) -> Iterable[Part]:
    """What a form is filled with, and what was remarked on the pages, each a text of its own."""
    filled = [f"{name}\t{value}" for name, value in dict.fromkeys(found.fields)]
    remarked = [f"{number + 1}\t{words}" for number, words in found.remarks]
    for name, head, lines in (
        ("form", "field\tvalue", filled),
        ("remarks", "page\tremark", remarked),
    ):
        if lines:
            content = "\n".join([head, *lines, ""]).encode("utf-8", "replace")
            yield Part(name=name, content=content, media_type=TABLE, encoding="utf-8")


def _day(written: str) -> PartialDate | None:
    match = _DATE.match(written)
    try:
        return from_day(date(*map(int, match.groups()))) if match else None
    except ValueError:
        return None


def _title(written: str) -> str:
    title = _PROGRAM.sub("", " ".join(written.split()))
    return "" if _NO_TITLE.match(title) else title


def _problems(
    pdf: pdfium.PdfDocument, found: _Pages, document: Document, left_out: int
) -> Iterable[Problem]:
    if found.scans:
        yield _scanned_problem(document, found.scans, is_all=len(found.scans) == found.count)
    if found.recognised:
        yield _recognised_problem(document, found.recognised)
    if found.unreadable:
        yield document_problem(
            document,
            code="page-unreadable",
            what=f"{_numbers(found.unreadable)} could not be read",
            remedy="Open it, print it to a new PDF, and capture that as well.",
        )
    if len(found.lines) < found.count:
        yield document_problem(
            document,
            code="too-many-pages",
            what=f"of its {found.count} pages the first {len(found.lines)} were read",
            remedy="Split it, and capture the rest as files of their own.",
        )
    if left_out:
        yield document_problem(
            document,
            code="running-heads",
            what=f"{left_out} lines that repeat at the edges of pages were left out but once",
            remedy="Nothing needs to be done.",
            severity=Severity.NOTE,
        )
    attached = pdfium_c.FPDFDoc_GetAttachmentCount(pdf)
    if attached > 0:
        yield document_problem(
            document,
            code="attached-files",
            what=f"{attached} files are attached inside it and were not read",
            remedy="Open it, save them, and capture them.",
        )


def _scanned_problem(document: Document, scans: Sequence[int], *, is_all: bool) -> Problem:
    remedy = f"Install Tesseract ({_INSTALL}) and read it again."
    if languages():
        remedy = "Recognise its text with another program, or split it, and capture the result."
    return document_problem(
        document,
        code="scanned-page",
        what=f"{_numbers(scans)}: a picture without text that could be read",
        remedy=remedy,
        severity=Severity.ERROR if is_all else Severity.WARNING,
    )


def _recognised_problem(document: Document, recognised: dict[int, Recognised]) -> Problem:
    mean = sum(one.confidence for one in recognised.values()) / len(recognised)
    doubtful = [number for one in recognised.values() for number in one.doubtful]
    doubts = f"; it is in doubt over {', '.join(doubtful[:_NAMED])}" if doubtful else ""
    return document_problem(
        document,
        code="recognised-text",
        what=f"{_numbers(list(recognised))}: read from a picture by Tesseract "
        f"({'+'.join(languages())}), which is {mean:.0f} in 100 sure of the words{doubts}",
        remedy="Compare names, dates and numbers with the picture before relying on them.",
    )


def _does_not_open(document: Document, failure: pdfium.PdfiumError) -> Problem:
    if getattr(failure, "err_code", None) == pdfium_c.FPDF_ERR_PASSWORD:
        return document_problem(
            document,
            code="needs-password",
            what="it opens only with a password",
            remedy="Open it, save it without the password, and capture that copy as well.",
            severity=Severity.ERROR,
        )
    return document_problem(
        document,
        code="pdf-damaged",
        what=f"it is damaged or no PDF after all ({failure})",
        remedy="It is kept as it is. Open and print it to a new PDF, and capture that as well.",
        severity=Severity.ERROR,
    )


def _no_text(document: Document) -> Problem:
    return document_problem(
        document,
        code="no-text",
        what="no page has any text",
        remedy="It is kept as it is. Capture it again if it should say something.",
        severity=Severity.ERROR,
    )


def _numbers(pages: Sequence[int]) -> str:
    named = ", ".join(str(one + 1) for one in pages[:_NAMED])
    more = f" and {len(pages) - _NAMED} more" if len(pages) > _NAMED else ""
    return f"page {named}{more}" if len(pages) == 1 else f"pages {named}{more}"
