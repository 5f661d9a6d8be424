"""Places said to be occupied, and by whom."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import subject_of

_OCCUPIERS = (MentionKind.STATE, MentionKind.BODY)


def occupied(sentence: Sentence, context: Context) -> list[tuple[Mention, Mention, int]]:
    """Places, who occupies them, and the phrase that says so."""
    found = []
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if not chunk.does("occupying_verbs") or chunk.is_negated or chunk.modal or not at:
            continue
        by = context.all(arguments(chunks, at).used("agent"))
        occupiers = [one for one in by if one.kind in _OCCUPIERS]
        places = list_ending(chunks, at - 1) if chunks[at - 1].is_noun else subject_of(chunks, at)
        found += [
            (place, occupiers[0], at)
            for place in context.all(places)
            if occupiers and place.kind is MentionKind.PLACE
        ]
    return found
