"""Reads a file as a register would, and writes what it says as a golden file keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.notation import write_all
from habeas.model.rendition import Rendition
from habeas.reading.renderers.plain_text import PlainTextRenderer
from tests.reports import reader


def rendered(file: Path) -> Rendition:
    """The file made readable, as it would be after capture."""
    content = file.read_bytes()
    document = Document(
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type="text/plain",
        captured_at=datetime(2031, 5, 6, tzinfo=UTC),
        captured_by="a test",
        tool="a test",
        original_name=file.name,
        encoding="utf-8",
    )
    rendition, problems = PlainTextRenderer().render(document, content)
    assert rendition is not None, problems
    return rendition


def claims_of(file: Path) -> list[AnyClaim]:
    return list(reader().read(rendered(file))[0])


def kept(claims: Sequence[AnyClaim], name: str) -> str:
    """The claims in notation, without the edition they were read with: it changes with any list."""
    if not claims:
        return f"# {name} says nothing that is kept.\n"
    plain = [replace(claim, reading=None) for claim in claims]
    return write_all(plain, {claims[0].quote.document: name})
