"""Web pages: the article is read, what is around it masked, and every offset is the source's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.document import DateBasis, Document
from habeas.model.problem import Problem, Severity
from habeas.model.rendition import Rendition
from habeas.reading.page.article import Choice, choose
from habeas.reading.page.blocks import Page, read_page
from habeas.reading.page.metadata import metadata_of, titles_of
from habeas.reading.renderers.captured_text import captured_text, place_of


class HtmlRenderer:
    """The captured text is the decoded source; `text` is what the page shows of it."""

    name = "html"
    version = "1"
    media_types = frozenset({"text/html"})

    def render(
        self, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        captured, encoding, problems = captured_text(document, content)
        if captured is None:
            return None, problems
        page = read_page(captured)
        if not page.blocks:
            return None, [*problems, _nothing_shown(document, page)]
        said = metadata_of(page, captured)
        choice = choose(page, captured, f"{said.title} {titles_of(page, captured)}")
        problems += _doubts(document, choice)
        decided = list(zip(page.blocks, choice.reasons, strict=True))
        rendition = Rendition(
            document=document.sha256,
            captured=captured,
            text=_masked(page, choice),
            offsets=page.offsets,
            paragraphs=tuple(page.span_of(block) for block, reason in decided if not reason),
            furniture=tuple((page.span_of(block), reason) for block, reason in decided if reason),
            published=said.published,
            published_basis=DateBasis.METADATA if said.published else DateBasis.UNKNOWN,
            title=said.title,
            publisher=said.publisher,
            language=said.language,
            url=said.url,
            encoding=encoding,
            renderer=f"{self.name}/{self.version}",
        )
        return rendition, problems


def _masked(page: Page, choice: Choice) -> str:
    parts, at = [], 0
    for block, reason in zip(page.blocks, choice.reasons, strict=True):
        if reason:
            parts += [page.text[at : block.start], re.sub(r"\S", " ", page.text_of(block))]
            at = block.end
    return "".join([*parts, page.text[at:]])


def _nothing_shown(document: Document, page: Page) -> Problem:
    if page.frames:
        addresses = ", ".join(filter(None, page.frames[:5])) or "without addresses"
        return Problem(
            code="frames",
            where=place_of(document),
            what=f"the page is made of frames and shows nothing of its own ({addresses})",
            remedy="Capture the pages in the frames.",
            severity=Severity.ERROR,
            document=document.sha256,
        )
    return Problem(
        code="no-text",
        where=place_of(document),
        what="the page shows no text of its own",
        remedy="If a browser shows one, save the page from the browser as it is shown there.",
        severity=Severity.ERROR,
        document=document.sha256,
    )


def _doubts(document: Document, choice: Choice) -> list[Problem]:
    if choice.is_found:
        return []
    why = (
        "no article was found in it" if choice.is_asked else "it is too large or too deeply nested"
    )
    return [
        Problem(
            code="article-by-tags",
            where=place_of(document),
            what=f"the article was told from the rest by tags alone: {why}",
            remedy="Look whether menus or teasers were read as text.",
            severity=Severity.NOTE,
            document=document.sha256,
        )
    ]
