"""Penalties told before the names they are for: "12 лет X, по 8 лет Y и Z, W — 5 лет"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.charge import PenaltyKind
from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention
from habeas.reading.slavic.charges import penalty_in
from habeas.reading.slavic.sentence import Sentence
from habeas.text.durations import find_durations

_FEWEST = 2


def apportioned(
    sentence: Sentence, persons: Sequence[Mention], at: int
) -> list[tuple[Mention, Penalty]]:
    """Who of the persons has which penalty, where each stands before names; else nothing."""
    starts = [one.span.start for one in persons if one.span is not None]
    if len(starts) < max(len(persons), _FEWEST):
        return []
    terms = find_durations(sentence.text[at : sentence.span.end], sentence.knowledge.durations)
    places = [at + span.start for _, span in terms]
    inside = [place for place in places if place < starts[-1]]
    if len(inside) < _FEWEST or inside[0] > starts[0] or _is_shared(inside, starts):
        return []
    first = _penalty(sentence, inside[0], places)
    found = []
    for person, start in zip(persons, starts, strict=True):
        own = _behind(sentence, person) or _penalty(
            sentence, max(place for place in inside if place < start), places
        )
        if own is None or first is None:
            return []
        found.append((person, _like(own, first)))
    return found


def _is_shared(terms: Sequence[int], starts: Sequence[int]) -> bool:
    """Whether all terms stand before the first name, and so are for everybody."""
    return terms[-1] < starts[0]


def _penalty(sentence: Sentence, at: int, places: Sequence[int]) -> Penalty | None:
    end = min((place for place in places if place > at), default=sentence.span.end)
    return penalty_in(sentence.text[at:end], sentence.knowledge)


def _behind(sentence: Sentence, person: Mention) -> Penalty | None:
    """The penalty behind a dash right behind the name."""
    if person.span is None:
        return None
    pattern = sentence.knowledge.patterns["elided-term"]
    match = pattern.match(sentence.text, person.span.end, sentence.span.end)
    return penalty_in(match.group("term"), sentence.knowledge) if match else None


def _like(own: Penalty, first: Penalty) -> Penalty:
    """A penalty that names no kind is of that of the first."""
    if own.kind is not PenaltyKind.UNSPECIFIED:
        return own
    return replace(own, kind=first.kind, regime=own.regime or first.regime)
