"""Dockets and lists of people posted as lines with bars between their cells, without headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim, Reading
from habeas.model.codec import claim_id
from habeas.model.problem import Problem
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition
from habeas.reading.lists.lines import Told, told_in
from habeas.reading.relocate import relocated
from habeas.reference.files import edition
from habeas.reference.list_words import languages


class LinesReader:
    """Reads lines that no heading explains; what they are, the words of their cells tell.

    Quotes are whole lines. Lists with headings are for the list reader.
    """

    name = "lines"
    version = "1"
    languages = frozenset(languages())

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims in the order they stand, each once; never a problem: other lines are prose."""
        return list({claim_id(one): one for one in self._claims(rendition)}.values()), ()

    def _claims(self, rendition: Rendition) -> Iterator[AnyClaim]:
        reading = Reading(self.name, self.version, edition())
        for span in rendition.paragraphs:
            if "|" in rendition.text[span.start : span.end]:
                for told in told_in(rendition.text, span, rendition.published):
                    yield relocated(_claim(rendition, told, reading), rendition.offsets)


def _claim(rendition: Rendition, told: Told, reading: Reading) -> AnyClaim:
    quote = _quote(rendition, told.line)
    if told.is_event:
        return EventClaim(persons=(told.person,), quote=quote, reading=reading, **told.slots)
    return AttributeClaim(subject=told.person, quote=quote, reading=reading, **told.slots)


def _quote(rendition: Rendition, line: Span) -> Quote:
    """The line as captured, or as shown where markup stands inside it."""
    place = rendition.offsets.to_captured(line)
    captured = rendition.captured[place.start : place.end]
    shown = rendition.text[line.start : line.end]
    return Quote(rendition.document, place, captured if len(place) == len(line) else shown)
