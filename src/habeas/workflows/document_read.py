"""A document as people read it, with every quoted stretch marked by the claims that rest on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from habeas.ledger.view import KeptClaim, View
from habeas.model.document import Document
from habeas.model.quote import Span
from habeas.model.rendition import OffsetMap, Rendition, identity
from habeas.protocols import Renderer
from habeas.reading.render import render


class BlockKind(StrEnum):
    """What a block of a document is."""

    PARAGRAPH = "paragraph"
    TABLE = "table"  # a row a line, tabs between its cells
    CAPTURED = "captured"  # characters as they were captured: no paragraph holds them


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of one block on which the same claims rest; `claims` are ids, often none."""

    text: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph or table in pieces; `captured` is where it stands in the captured text."""

    kind: BlockKind
    captured: Span
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """All its characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """A document in blocks, in order."""

    document: Document
    blocks: tuple[Block, ...]


def document_read(
    view: View, sha256: str, claims: Iterable[KeptClaim], renderers: Sequence[Renderer]
) -> DocumentRead:
    """The document with the quotes of these claims marked; what is quoted is always shown.

    Raises: NothingFound; RegisterDamaged, when its bytes are gone or others.
    """
    document = view.document(sha256)
    captured = view.captured_text(sha256)
    content = view.store.blob(sha256)
    rendition = render(document, content, renderers)[0] if content is not None else None
    text, offsets, stretches = _stretches(rendition, captured)
    quoted = [
        (offsets.to_cleaned(one.claim.quote.span), one.claim.quote.span, one.id)
        for one in claims
        if one.claim.quote.document == document.sha256
    ]
    marks = [(span, name) for span, _, name in quoted if span is not None]
    blocks = [
        Block(kind, offsets.to_captured(span), tuple(_pieces(text, span, marks)))
        for kind, span in stretches
    ]
    shown = [span for _, span in stretches]
    unseen = [
        (captured_at, name)
        for span, captured_at, name in quoted
        if span is None or not any(one.touches(span) for one in shown)
    ]
    blocks += [
        Block(BlockKind.CAPTURED, span, tuple(_pieces(captured, span, unseen)))
        for span in sorted({span for span, _ in unseen})
    ]
    blocks.sort(key=lambda one: (one.captured.start, one.captured.end, one.kind.value))
    return DocumentRead(document=document, blocks=tuple(blocks))


def _stretches(
    rendition: Rendition | None, captured: str
) -> tuple[str, OffsetMap, list[tuple[BlockKind, Span]]]:
    """The text to show, the way back, and what of it stands together.

    Where no renderer makes the document readable, its lines.
    """
    if rendition is None:
        return captured, identity(len(captured)), list(_lines(captured))
    found = [(BlockKind.TABLE, one) for one in rendition.tables]
    found += [
        (BlockKind.PARAGRAPH, one)
        for one in rendition.paragraphs
        if not any(table.covers(one) for table in rendition.tables)
    ]
    found = [(kind, span) for kind, span in found if rendition.text[span.start : span.end].strip()]
    return rendition.text, rendition.offsets, sorted(found, key=lambda one: one[1])


def _lines(text: str) -> Iterator[tuple[BlockKind, Span]]:
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            yield BlockKind.PARAGRAPH, Span(at, at + len(line.rstrip()))
        at += len(line)


def _pieces(text: str, span: Span, marks: Sequence[tuple[Span, str]]) -> Iterator[Piece]:
    """A stretch cut wherever a mark begins or ends."""
    touching = [(mark, name) for mark, name in marks if mark.touches(span)]
    cuts = {span.start, span.end}
    for mark, _ in touching:
        cuts |= {max(mark.start, span.start), min(mark.end, span.end)}
    ordered = sorted(cuts)
    for start, end in pairwise(ordered):
        piece = Span(start, end)
        names = sorted({name for mark, name in touching if mark.covers(piece)})
        yield Piece(text[start:end], tuple(names))
