"""A page's shown text, block by block, with the way back to the source.

Follows what a browser shows, as far as text goes: space runs together, block elements part text,
`<br>` breaks a line, references become characters, and what is never shown is left out.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from habeas.model.quote import Span
from habeas.model.rendition import OffsetMap
from habeas.reading.page.elements import (
    BLOCKS,
    CLOSES,
    INSIDE_CONTAINER,
    NOT_SHOWN,
    OUTER,
    PARAGRAPH,
    VOID,
)
from habeas.reading.page.furniture import reason_for
from habeas.reading.page.tables import Cell, OpenTables, parting, with_lists
from habeas.reading.page.tokens import RAW, Kind, Token, attributes_of, reference_at, tokens
from habeas.text.offsets import CleanedText
from habeas.text.segments import paragraphs

_GAP = 2  # line breaks between blocks
_FAR = 200  # an end tag whose start lies farther up is taken as a slip

_NOTE = re.compile(
    r"\s*+(?:<a\b[^<>]{0,300}>)?\s*+\[?(?:\d{1,3}|[*†‡])\]?\s*+(?:</a\s*>)?\s*+</sup", re.IGNORECASE
)
_SPACES = " \t\n\r\f\x00"
_STRETCH = re.compile(r"[^ \t\n\r\f&\x00]++(?: [^ \t\n\r\f&\x00]++)*+|[ \t\n\r\f\x00]++|&")


@dataclass(slots=True)
class Block:
    """One paragraph of shown text.

    `reason` says why its element is furniture; `links` are the places of its links; `container`
    numbers the element around it. `cell` is its table, row and column, where it stands in one;
    `is_list`: that table is a list of people.
    """

    start: int
    tag: str
    reason: str
    container: int
    in_article: bool
    end: int = 0
    links: list[Span] = field(default_factory=list)
    cell: Cell | None = None
    is_list: bool = False

    @property
    def size(self) -> int:
        """Characters it shows."""
        return self.end - self.start

    @property
    def linked(self) -> int:
        """How many of them stand in links."""
        return sum(map(len, self.links))


@dataclass(slots=True)
class Page:
    """What a page shows, and the tags that say something about it."""

    text: str = ""
    offsets: OffsetMap = field(default_factory=lambda: OffsetMap(()))
    blocks: list[Block] = field(default_factory=list)
    facts: list[tuple[Token, Mapping[str, str]]] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    elements: int = 0
    depth: int = 0

    def text_of(self, block: Block) -> str:
        """The words of one block."""
        return self.text[block.start : block.end]

    def span_of(self, block: Block) -> Span:
        """Where it stands in the cleaned text."""
        return Span(block.start, block.end)


def read_page(source: str) -> Page:
    """The page that a source shows. Never fails, never recurses; linear in the source."""
    return _Reading(source).run()


@dataclass(frozen=True, slots=True)
class _Open:
    """An open element, with what it hands down to what stands in it."""

    name: str
    block: str
    reason: str
    container: int
    in_article: bool
    in_link: bool
    is_shown: bool
    keeps_space: bool


_OUTSIDE = _Open(
    "", "body", "", 0, in_article=False, in_link=False, is_shown=True, keeps_space=False
)
_FACTS = frozenset({"meta", "link", "time", "title", "html", "script", "base"})


class _Reading:
    def __init__(self, source: str) -> None:
        self._source = source
        self._cleaned = CleanedText()
        self._page = Page()
        self._open: list[_Open] = [_OUTSIDE]
        self._block: Block | None = None
        self._space: tuple[int, int, str] | None = None  # space that shows only if a word follows
        self._tables = OpenTables()

    def run(self) -> Page:
        for token in tokens(self._source):
            if token.kind is Kind.TEXT:
                if self._open[-1].is_shown:
                    self._text(token.start, token.end)
            elif token.kind is Kind.START:
                self._start(token)
            else:
                self._end(token.name)
        self._part()
        page = self._page
        page.text, page.offsets = self._cleaned.build()
        page.text = with_lists(page.text, page.blocks, self._tables.nested)
        page.blocks = [part for block in page.blocks for part in _paragraphs(page, block)]
        return page

    def _start(self, token: Token) -> None:
        name = token.name
        self._page.elements += 1
        attributes = attributes_of(token) if token.attributes else {}
        if name in _FACTS:
            self._page.facts.append((token, attributes))
        if name == "br":
            self._break(token)
        elif name == "hr":
            self._part()
        elif name == "frame":
            self._page.frames.append(attributes.get("src", ""))
        elif token.raw_start:
            self._raw(token)
        elif name not in VOID and name not in RAW:
            self._close_implied(name)
            self._push(token, attributes)

    def _push(self, token: Token, attributes: Mapping[str, str]) -> None:
        name, around = token.name, self._open[-1]
        is_block = name in BLOCKS
        reason = around.reason
        if not reason and (is_block or "hidden" in attributes or "style" in attributes):
            reason = reason_for(name, attributes, in_article=around.in_article)
        if is_block or reason != around.reason:
            self._part()
        self._tables.start(name, attributes)
        is_container = is_block and name not in INSIDE_CONTAINER
        self._open.append(
            _Open(
                name,
                block=name if is_block else around.block,
                reason=reason,
                container=self._page.elements if is_container else around.container,
                in_article=around.in_article or _is_article(name, attributes),
                in_link=around.in_link or name == "a",
                is_shown=around.is_shown and name not in NOT_SHOWN and not self._is_note(token),
                keeps_space=around.keeps_space or name == "pre",
            )
        )
        self._page.depth = max(self._page.depth, len(self._open) - 1)

    def _is_note(self, token: Token) -> bool:
        """Whether a footnote's mark begins: "100<sup>1</sup>" must not be read as 1001."""
        return token.name == "sup" and bool(_NOTE.match(self._source, token.end))

    def _end(self, name: str) -> None:
        at = self._found(frozenset({name}), OUTER - {name})
        if at:
            self._close_to(at)

    def _close_implied(self, name: str) -> None:
        if name in BLOCKS and (at := self._found(*PARAGRAPH)):
            self._close_to(at)
        if name in CLOSES and (at := self._found(*CLOSES[name])):
            self._close_to(at)

    def _found(self, wanted: frozenset[str], stops: frozenset[str]) -> int:
        """Where in the open elements the innermost wanted one stands; 0 where none does."""
        for at in range(len(self._open) - 1, max(len(self._open) - _FAR, 1) - 1, -1):
            name = self._open[at].name
            if name in wanted:
                return at
            if name in stops:
                return 0
        return 0

    def _close_to(self, at: int) -> None:
        around = self._open[at - 1]
        if any(one.name in BLOCKS or one.reason != around.reason for one in self._open[at:]):
            self._part()
        self._tables.end(sum(one.name == "table" for one in self._open[at:]))
        del self._open[at:]

    def _raw(self, token: Token) -> None:
        """Content that is text to the end tag: shown only where a page uses it for words."""
        if token.name == "xmp":
            self._part()
            self._text(token.raw_start, token.raw_end)
            self._part()

    def _text(self, start: int, end: int) -> None:
        at = start
        while found := _STRETCH.match(self._source, at, end):
            written, at = found[0], found.end()
            if written == "&":
                shown, width = reference_at(self._source, found.start(), end)
                at = found.start() + (width or 1)
                written = shown if width else "&"
            if written in _SPACES or written[0] in _SPACES:
                self._gap(found.start(), at - found.start(), written)
            else:
                self._word(found.start(), at - found.start(), written)

    def _word(self, at: int, width: int, shown: str) -> None:
        self._write_space()
        self._cleaned.replace(at, width, shown)
        if self._block is not None and self._open[-1].in_link:
            self._block.links.append(Span(len(self._cleaned) - len(shown), len(self._cleaned)))

    def _gap(self, at: int, width: int, written: str) -> None:
        if self._open[-1].keeps_space and written:
            self._space = (at, width, written.replace("\x00", " "))
        elif self._space is None or self._space[2] == " ":
            start = self._space[0] if self._space else at
            self._space = (start, at + width - start, " ")

    def _break(self, token: Token) -> None:
        if self._open[-1].is_shown:
            is_second = self._space is not None and self._space[2].startswith("\n")
            self._space = (token.start, token.end - token.start, "\n\n" if is_second else "\n")

    def _write_space(self) -> None:
        if self._block is None:
            self._begin()
        elif self._space:
            at, width, shown = self._space
            self._cleaned.replace(at, width, shown)
        self._space = None

    def _begin(self) -> None:
        inner = self._open[-1]
        cell = self._tables.cell
        if len(self._cleaned):
            before = self._page.blocks[-1].cell if self._page.blocks else None
            self._cleaned.insert("\n" * max(_GAP, len(parting(before, cell))))
        self._block = Block(
            len(self._cleaned),
            inner.block,
            inner.reason,
            inner.container,
            inner.in_article,
            cell=cell,
        )

    def _part(self) -> None:
        """Ends the block, if one has begun."""
        if self._block is not None:
            self._block.end = len(self._cleaned)
            self._page.blocks.append(self._block)
        self._block = self._space = None


def _is_article(name: str, attributes: Mapping[str, str]) -> bool:
    return name in ("article", "main") or "articleBody" in attributes.get("itemprop", "")


def _paragraphs(page: Page, block: Block) -> Iterator[Block]:
    """The paragraphs that `<br>` makes of a block; none where it shows nothing but space."""
    links = deque(block.links)
    for found in paragraphs(page.text_of(block)):
        start, end = block.start + found.start, block.start + found.end
        inside = []
        while links and links[0].start < end:
            link = links.popleft()
            inside.append(Span(max(link.start, start), min(max(link.end, start), end)))
        yield replace(block, start=start, end=end, links=inside)
