"""Lists as tests write them, read the whole way: rendered, divided, and each part by its reader."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache

from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.notation import write_all
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.protocols import Renderer
from habeas.reading.cells import TABLE
from habeas.reading.readers.list import ListReader
from habeas.reading.render import render
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.renderers.plain_text import PlainTextRenderer
from habeas.reading.renderers.table import TableRenderer

_PLACES = re.compile(r"@\d+-\d+")


@cache
def reader() -> ListReader:
    return ListReader()


def document_of(content: bytes, media_type: str = TABLE) -> Document:
    return Document(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=media_type,
        captured_at=datetime(2031, 1, 1, tzinfo=UTC),
        captured_by="A. Clerk",
        tool="test/1",
        original_name="list",
    )


def rendered(text: str, media_type: str = TABLE) -> Rendition:
    """The rendition of a table written with `|` between cells, or of a page or text as it is."""
    written = re.sub(r" *\| *", "\t", text) if media_type == TABLE else text
    content = written.encode()
    document = document_of(content, media_type)
    renderers: list[Renderer] = [TableRenderer(), HtmlRenderer(), PlainTextRenderer()]
    rendition, _, problems = render(document, content, renderers)
    assert rendition is not None, problems
    return rendition


def read(text: str, media_type: str = TABLE) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
    return reader().read(rendered(text, media_type))


def told(text: str, media_type: str = TABLE) -> list[str]:
    """The facts of a list in claim notation, without offsets and without the fuller names."""
    lines = (write_all([claim]).splitlines()[2] for claim in read(text, media_type)[0])
    return [re.sub(r'/person="[^"]*"', "", _PLACES.sub("", line)) for line in lines]


def events(text: str, media_type: str = TABLE) -> list[str]:
    """The same, attributes left out, and without who it is about."""
    found = [line for line in told(text, media_type) if " attribute:" not in line]
    return [re.sub(r' person="[^"]*"(?:/person)?', "", line) for line in found]


def codes(text: str, media_type: str = TABLE) -> list[str]:
    return [problem.code for problem in read(text, media_type)[1]]
