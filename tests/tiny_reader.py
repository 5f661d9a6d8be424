"""A reader small enough to foretell: "First Last was arrested" is an arrest, nothing else."""

import re
from collections.abc import Sequence

from habeas.model.claim import AnyClaim, EventClaim, Reading
from habeas.model.mention import Mention, MentionKind
from habeas.model.problem import Problem
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition
from habeas.model.vocabulary import EventKind

ARREST = re.compile(r"([A-Z]\w+ [A-Z]\w*\.?) was arrested")


class TinyReader:
    """Fails on any text that says so, to show what becomes of the rest."""

    name = "tiny"
    version = "1"
    languages = frozenset({"en"})

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        if "break the reader" in rendition.text:
            raise RecursionError
        return [self._arrest(rendition, found) for found in ARREST.finditer(rendition.text)], ()

    def _arrest(self, rendition: Rendition, found: re.Match[str]) -> AnyClaim:
        def captured(group: int) -> Span:
            return rendition.offsets.to_captured(Span(*found.span(group)))

        return EventClaim(
            event=EventKind.ARRESTED,
            persons=(Mention(found[1], MentionKind.PERSON, captured(1)),),
            quote=Quote(rendition.document, captured(0), found[0]),
            reading=Reading(self.name, self.version),
        )
