"""Tables kept as text: every row is a paragraph, since no statement runs over two."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.document import Document
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition, identity
from habeas.reading.cells import TABLE
from habeas.reading.renderers.captured_text import captured_text

_ROW = re.compile(r"[^\n]+")


class TableRenderer:
    """The text as it stands, so that every offset gives its cell (reading/cells)."""

    name = "table"
    version = "1"
    media_types = frozenset({TABLE})

    def render(
        self, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        captured, encoding, problems = captured_text(document, content)
        if captured is None:
            return None, problems
        return Rendition(
            document=document.sha256,
            captured=captured,
            text=captured,
            offsets=identity(len(captured)),
            paragraphs=tuple(_rows(captured)),
            encoding=encoding,
            renderer=f"{self.name}/{self.version}",
        ), problems


def _rows(text: str) -> list[Span]:
    spans = []
    for row in _ROW.finditer(text):
        words = row[0].strip()
        if words:
            start = row.start() + row[0].index(words)
            spans.append(Span(start, start + len(words)))
    return spans
