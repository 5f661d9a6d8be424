"""Which blocks of a page are its article.

trafilatura says which words belong to it; its text serves only to choose among our own blocks, so
that offsets never depend on it. Where it finds nothing or is not asked, tags and links decide.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from habeas.reading.page.blocks import Block, Page

# libxml2 and trafilatura need time and memory that grow faster than the page (and a nested tree a
# deep stack): over these a page is no news page, and tags decide.
LARGEST_SOURCE = 3_000_000
MOST_ELEMENTS = 60_000
DEEPEST = 240

_NOT_WORDS = re.compile(r"[\W_]+")
_PIECES = re.compile(r"[^.!?…\n]+")
_SHORT = 25  # letters: a shorter block must be a line of its own, or it would be found anywhere
_MOST_OF = 0.6
_MOSTLY_LINKS = 0.6
_FEW_WORDS = 6
_ENOUGH = 400  # characters that show whether a block is prose
_RIGHTS = re.compile(r"(?:©|\(c\)\s|copyright\b)", re.IGNORECASE)
_STOP = re.compile(r"[.!?…]")
_LEAST_ARTICLE = 120  # letters
_NAMED_TOO_MUCH = 0.6
_SAYS_SO_ITSELF = frozenset({"menu", "footer", "form", "dialog", "cookie", "comments", "hidden"})


@dataclass(frozen=True, slots=True)
class Choice:
    """For each block why it is left out, empty where it is kept; and how that was decided."""

    reasons: list[str]
    is_found: bool
    is_asked: bool


def choose(page: Page, source: str, titles: str) -> Choice:
    """What of the page is its article; `titles` is all it calls itself: its headline is in it."""
    reasons = [block.reason for block in page.blocks]
    _forgive(page, reasons)
    is_asked = _may_ask(page, source)
    words = _asked(source) if is_asked else ""
    is_found = len(_key(words)) >= _LEAST_ARTICLE and _keep_found(page, reasons, words)
    if not is_found:
        _keep_by_tags(page, reasons)
    _keep_lists(page, reasons)
    _leave_out_links(page, reasons)
    _leave_out_labels(page, reasons)
    _leave_out_rights(page, reasons)
    _take_headline(page, reasons, titles)
    if all(reasons):  # nothing but links, as on a front page: they are what it shows
        is_found = False
        reasons = [block.reason if block.reason in _SAYS_SO_ITSELF else "" for block in page.blocks]
    return Choice(reasons, is_found=is_found, is_asked=is_asked)


def _may_ask(page: Page, source: str) -> bool:
    return (
        len(source) <= LARGEST_SOURCE
        and page.elements <= MOST_ELEMENTS
        and page.depth <= DEEPEST
        and bool(page.blocks)
    )


def _asked(source: str) -> str:
    """The article's text as trafilatura finds it; empty where it finds none or fails."""
    # Imported here: it takes most of a second, and a page of plain text never needs it.
    from trafilatura import bare_extraction  # noqa: PLC0415

    try:
        found = bare_extraction(source, include_comments=False, include_tables=True, fast=True)
    except Exception:  # noqa: BLE001  # whatever a library of others raises, tags can still decide
        return ""
    return (getattr(found, "text", "") or "") if found else ""


def _forgive(page: Page, reasons: list[str]) -> None:
    """A name that would leave out most of the page is not what it sounds like."""
    sizes: Counter[str] = Counter()
    for block, reason in zip(page.blocks, reasons, strict=True):
        sizes[reason] += block.size - block.linked
    total = sum(sizes.values())
    for index, reason in enumerate(reasons):
        if reason and reason != "hidden" and sizes[reason] > _NAMED_TOO_MUCH * total:
            reasons[index] = ""


def _keep_found(page: Page, reasons: list[str], words: str) -> bool:
    """Leaves out what is not in the found article, but for gaps in it; whether anything is left."""
    article = _Article(words)
    free = [index for index, reason in enumerate(reasons) if not reason]
    kept = {index for index in free if article.has(page.text_of(page.blocks[index]))}
    if not kept:
        return False
    first, last = min(kept), max(kept)
    containers = {page.blocks[index].container for index in kept}
    for index in free:
        block = page.blocks[index]
        if index in kept:
            continue
        is_of_it = block.container in containers or (block.in_article and _is_prose(page, block))
        if not (is_of_it and (first < index < last or _is_prose(page, block))):
            reasons[index] = "outside"
    return True


class _Article:
    """A found article, ready to be asked whether a block is in it."""

    def __init__(self, words: str) -> None:
        self._whole = _key(words)
        self._lines = {_key(line) for line in words.splitlines()}

    def has(self, block: str) -> bool:
        key = _key(block)
        if len(key) < _SHORT:
            return key in self._lines
        return key in self._whole or self._has_most(block, len(key))

    def _has_most(self, block: str, total: int) -> bool:
        pieces = [_key(piece) for piece in _PIECES.findall(block)]
        return (
            sum(len(p) for p in pieces if len(p) >= _SHORT and p in self._whole) > _MOST_OF * total
        )


def _key(words: str) -> str:
    """Letters and digits alone: spaces, marks and quotes may have been changed on the way."""
    return _NOT_WORDS.sub("", words).casefold()


def _is_prose(page: Page, block: Block) -> bool:
    start = page.text[block.start : min(block.end, block.start + _ENOUGH)]
    return len(start.split()) > _FEW_WORDS and not _is_links(block) and bool(_STOP.search(start))


def _is_links(block: Block) -> bool:
    return block.linked > _MOSTLY_LINKS * block.size


def _keep_by_tags(page: Page, reasons: list[str]) -> None:
    """Without an article found: what stands in `<article>` or `<main>`, if that is a good part."""
    free = [index for index, reason in enumerate(reasons) if not reason]
    inside = [index for index in free if page.blocks[index].in_article]
    if 3 * sum(page.blocks[i].size for i in inside) < sum(page.blocks[i].size for i in free):
        return
    for index in free:
        if not page.blocks[index].in_article:
            reasons[index] = "outside"


def _take_headline(page: Page, reasons: list[str], titles: str) -> None:
    """The first `<h1>` that is the page's title belongs to the article, wherever it stands."""
    for index, block in enumerate(page.blocks):
        if block.tag == "h1" and reasons[index] == "outside":
            if block.in_article or _key(page.text_of(block)) in _key(titles):
                reasons[index] = ""
            return


def _keep_lists(page: Page, reasons: list[str]) -> None:
    """A list of people between parts of the article, or in its element, is a part of it."""
    kept = [index for index, reason in enumerate(reasons) if not reason]
    for index, block in enumerate(page.blocks):
        is_within = bool(kept) and kept[0] < index < kept[-1]
        if block.is_list and reasons[index] == "outside" and (is_within or block.in_article):
            reasons[index] = ""


def _leave_out_rights(page: Page, reasons: list[str]) -> None:
    """A line that claims the rights in the page is no part of the article."""
    for index, block in enumerate(page.blocks):
        if not reasons[index] and block.size < _ENOUGH and _RIGHTS.match(page.text_of(block)):
            reasons[index] = "footer"


def _leave_out_links(page: Page, reasons: list[str]) -> None:
    """A block that is a link as a whole leads away from the article, but for its headline."""
    for index, block in enumerate(page.blocks):
        if not (reasons[index] or block.is_list or block.tag == "h1") and _is_links(block):
            reasons[index] = "links"


def _leave_out_labels(page: Page, reasons: list[str]) -> None:
    """A few words above what was left out ("Read also") are its label."""
    for index in range(len(reasons) - 2, -1, -1):
        below = page.blocks[index + 1]
        block = page.blocks[index]
        # Where every line is a div of its own, a container tells nothing.
        is_near = block.container == below.container or block.tag == below.tag == "div"
        is_above = not (reasons[index] or block.is_list) and is_near
        is_left_out = reasons[index + 1] in ("links", "related")
        if is_above and is_left_out and _is_label(page, block):
            reasons[index] = reasons[index + 1]


def _is_label(page: Page, block: Block) -> bool:
    if block.size > _ENOUGH or block.tag == "h1":
        return False
    words = page.text_of(block)
    return len(words.split()) < _FEW_WORDS and words[-1] not in ".!?…"
