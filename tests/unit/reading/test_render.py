"""The renderer for its kind reads a document, and the document learns what is not known yet."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from habeas.model.document import DateBasis, Document
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.model.rendition import Rendition
from habeas.protocols import Renderer
from habeas.reading.render import render
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.renderers.plain_text import PlainTextRenderer
from tests.unit.reading.renderers.test_plain_text import codes, document_of, shown

RENDERERS: list[Renderer] = [PlainTextRenderer(), HtmlRenderer()]
PAGE = (
    b'<html lang="en"><meta property="og:site_name" content="Orsa Herald">'
    b'<meta name="date" content="2031-04-03"><link rel=canonical href="https://herald.example/1">'
    b"<h1>Two held</h1><p>Hanna Verba was held in Veltany.</p>"
)


def html_document(**known: object) -> Document:
    return replace(document_of(PAGE), media_type="text/html", **known)  # type: ignore[arg-type]


def test_the_media_type_chooses_the_renderer() -> None:
    page, _, _ = render(html_document(), PAGE, RENDERERS)
    text, _, _ = render(document_of(PAGE), PAGE, RENDERERS)
    assert page is not None
    assert text is not None
    assert (page.renderer, text.renderer) == ("html/1", "plain-text/1")


def test_the_document_learns_what_the_page_says() -> None:
    rendition, document, problems = render(html_document(), PAGE, RENDERERS)
    assert rendition is not None
    assert shown(rendition) == ["Two held", "Hanna Verba was held in Veltany."]
    assert document == html_document(
        title="Two held",
        publisher="Orsa Herald",
        language="en",
        url="https://herald.example/1",
        encoding="utf-8",
        published=PartialDate("2031-04-03"),
        published_basis=DateBasis.METADATA,
    )
    assert all(problem.severity is Severity.NOTE for problem in problems)


def test_what_is_known_is_not_replaced() -> None:
    known = html_document(
        title="As given",
        publisher="As given",
        language="uk",
        url="https://given.example/",
        encoding="cp1252",
        published=PartialDate("2031-04"),
        published_basis=DateBasis.GIVEN,
    )
    assert render(known, PAGE, RENDERERS)[1] == known


def test_a_date_of_the_container_is_known_as_such() -> None:
    content = b" date 2031-04-03 Two were held."
    _, document, _ = render(document_of(content), content, RENDERERS)
    assert document.published == PartialDate("2031-04-03")
    assert document.published_basis is DateBasis.CONTAINER


@pytest.mark.parametrize(
    ("content", "media_type", "words"),
    [
        (b"%PDF-1.7", "application/pdf", "a PDF"),
        (b"\x89PNG\r\n\x1a\n", "image/png", "a PNG image"),
        (b"a,b\n", "text/csv", "a table (CSV)"),
        (b"\x00\x01\x02", "application/octet-stream", "binary data of no known kind"),
        (b"x", "text/vnd.rare", "text/vnd.rare"),
    ],
)
def test_a_kind_without_a_renderer_is_named_with_what_can_be_done(
    content: bytes, media_type: str, words: str
) -> None:
    document = replace(document_of(content), media_type=media_type)
    rendition, unchanged, problems = render(document, content, RENDERERS)
    assert rendition is None
    assert unchanged == document
    assert codes(problems) == ["no-renderer"]
    assert words in problems[0].what
    assert "text/html, text/markdown, text/plain" in problems[0].remedy


def test_a_document_that_cannot_be_read_stays_as_it_was() -> None:
    rendition, document, problems = render(document_of(b""), b"", RENDERERS)
    assert rendition is None
    assert document == document_of(b"")
    assert codes(problems) == ["empty-file"]


def test_the_first_renderer_that_takes_a_kind_is_asked() -> None:
    class Other(PlainTextRenderer):
        def render(
            self, document: Document, content: bytes
        ) -> tuple[Rendition | None, Sequence[Problem]]:
            del document, content
            return None, []

    assert render(document_of(b"x"), b"x", [Other(), PlainTextRenderer()])[0] is None
