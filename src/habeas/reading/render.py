"""A document is made readable by the renderer for its kind, and completed by what it says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.document import DateBasis, Document
from habeas.model.problem import Problem, Severity
from habeas.model.rendition import Rendition
from habeas.protocols import Renderer
from habeas.reading.lists.division import divided
from habeas.reading.lists.headings import Headed
from habeas.reading.media_type import words_for
from habeas.reading.tallies.division import tallied
from habeas.reference.list_words import column_headed


def render(
    document: Document,
    content: bytes,
    renderers: Sequence[Renderer],
    *,
    headed: Headed = column_headed,
) -> tuple[Rendition | None, Document, list[Problem]]:
    """The rendition, the document with what was learned, and all difficulties.

    The first renderer that takes the media type is asked. What is known already is never replaced.
    `headed` tells what stands under the headings of lists.
    """
    renderer = next((one for one in renderers if document.media_type in one.media_types), None)
    if renderer is None:
        return None, document, [_no_renderer(document, content, renderers)]
    rendition, problems = renderer.render(document, content)
    if rendition is not None:
        media_type = document.media_type
        rendition = tallied(divided(rendition, media_type, headed=headed), media_type)
    return rendition, _completed(document, rendition), list(problems)


def _completed(document: Document, rendition: Rendition | None) -> Document:
    if rendition is None:
        return document
    is_dated = document.published is not None
    return replace(
        document,
        title=document.title or rendition.title,
        published=document.published if is_dated else rendition.published,
        published_basis=document.published_basis if is_dated else _basis(rendition),
        publisher=document.publisher or rendition.publisher,
        language=document.language or rendition.language,
        url=document.url or rendition.url,
        encoding=document.encoding or rendition.encoding,
    )


def _basis(rendition: Rendition) -> DateBasis:
    return rendition.published_basis if rendition.published else DateBasis.UNKNOWN


def _no_renderer(document: Document, content: bytes, renderers: Sequence[Renderer]) -> Problem:
    is_image = document.media_type.startswith("image/")
    what = "have its text typed in or recognised" if is_image else "open it and save its text"
    known = sorted(set().union(*(one.media_types for one in renderers)))
    return Problem(
        code="no-renderer",
        where=document.original_name or document.url or document.sha256,
        what=f"this is {words_for(document.media_type, content)}, which cannot be read yet",
        remedy=f"It is kept as it is. To read it, {what} as one of: {', '.join(known) or 'none'}.",
        severity=Severity.ERROR,
        document=document.sha256,
    )
