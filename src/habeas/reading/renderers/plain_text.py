"""Plain text: read as it stands; only what the container put before it is masked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from habeas.model.document import DateBasis, Document
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition, identity
from habeas.reading.renderers.captured_text import captured_text, place_of
from habeas.reading.renderers.container_header import Header, header_of
from habeas.text.segments import paragraphs

# Characters that show nothing and part words for no reader: controls but line ends and tabs.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f]")


class PlainTextRenderer:
    """Offsets are those of the captured text; time and memory grow with the length of the text."""

    name = "plain-text"
    version = "1"
    media_types = frozenset({"text/plain", "text/markdown"})

    def render(
        self, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        captured, encoding, problems = captured_text(document, content)
        if captured is None:
            return None, problems
        header = header_of(captured)
        text, controls = _CONTROLS.subn(" ", captured)
        if controls:
            problems.append(_has_controls(document, controls))
        text = _masked(text, header.spans)
        rendition = Rendition(
            document=document.sha256,
            captured=captured,
            text=text,
            offsets=identity(len(captured)),
            paragraphs=tuple(paragraphs(text)),
            furniture=tuple((span, "header") for span in header.spans),
            encoding=encoding,
            renderer=f"{self.name}/{self.version}",
        )
        if not rendition.paragraphs:
            problems.append(_only_header(document))
        return _with(rendition, header), problems


def _with(rendition: Rendition, header: Header) -> Rendition:
    return replace(
        rendition,
        published=header.published,
        published_basis=DateBasis.CONTAINER if header.published else DateBasis.UNKNOWN,
        title=header.title,
        publisher=header.publisher,
        url=header.url,
        language=header.language,
    )


def _masked(text: str, spans: Sequence[Span]) -> str:
    parts, at = [], 0
    for span in spans:
        parts += [text[at : span.start], re.sub(r"\S", " ", text[span.start : span.end])]
        at = span.end
    return "".join([*parts, text[at:]]) if spans else text


def _has_controls(document: Document, count: int) -> Problem:
    return Problem(
        code="control-characters",
        where=place_of(document),
        what=f"{count} control characters (such as NUL) stand in the text and are read as spaces",
        remedy="Look at the words around them before you rely on a quote.",
        severity=Severity.NOTE,
        document=document.sha256,
    )


def _only_header(document: Document) -> Problem:
    return Problem(
        code="no-text",
        where=place_of(document),
        what="nothing but a header stands in it",
        remedy="Capture the document again if it should say more.",
        document=document.sha256,
    )
