"""The quote of a stretch of a rendition, as every reader gives it."""

from __future__ import annotations

from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition


def quote_of(rendition: Rendition, span: Span) -> Quote:
    """The words at `span` of the text: as captured, or as shown where markup stands inside them."""
    place = rendition.offsets.to_captured(span)
    captured = rendition.captured[place.start : place.end]
    shown = rendition.text[span.start : span.end]
    return Quote(rendition.document, place, captured if len(place) == len(span) else shown)
