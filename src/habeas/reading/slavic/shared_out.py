"""Penalties shared out in the order of the names: "X and Y got 20 and 10 years respectively"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import Mention
from habeas.reading.slavic.charges import penalty_in
from habeas.reading.slavic.knowledge import Knowledge


def shared_out(
    persons: Sequence[Mention], text: str, knowledge: Knowledge
) -> list[tuple[Mention, Penalty]]:
    """Who of the persons has which penalty; nothing where no such order is told of."""
    if not knowledge.patterns["respectively"].search(text):
        return []
    for match in knowledge.patterns["terms-in-order"].finditer(text):
        terms = knowledge.patterns["term-joint"].split(match["terms"])
        if len(terms) != len(persons):
            continue
        rest = text[match.start("unit") :]
        found = [penalty_in(f"{term.strip()} {rest}", knowledge) for term in terms]
        return [(who, one) for who, one in zip(persons, found, strict=True) if one is not None]
    return []
