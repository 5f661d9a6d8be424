"""Whether a segment bears out in what manner a claim says it speaks, by its words alone.

A model that reads "denied that she was released" as a release is the costliest of its mistakes. So
what is said to be asserted may have no word of denial, demand, plan or doubt anywhere in its
segment, and what is said to be denied must have one. What somebody is ("lawyer Edda Krohn") is said
in passing, in sentences that demand or plan something else: there only a denial counts, and what
stands in the quote itself.
"""

from __future__ import annotations

import re
from functools import cache

from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    EventClaim,
    LeverageClaim,
)
from habeas.model.vocabulary import ActionKind, EventKind, LeverageKind, Modality
from habeas.reading.language_model.normal import normal_words
from habeas.reference.files import names
from habeas.reference.lexicon_entries import entries

_INSTRUCTION, _PRONOUN = "instruction", "pronoun"
_KINDS = (*(one.value for one in Modality if one is not Modality.ASSERTED), _INSTRUCTION, _PRONOUN)

# Kinds that are themselves a demand, a denial, a condition: their words are no doubt about them.
_OWN: dict[object, frozenset[str]] = {
    ActionKind.DEMAND: frozenset({"demanded"}),
    ActionKind.DENY: frozenset({"denied"}),
    ActionKind.NEGOTIATE: frozenset({"conditional"}),
    EventKind.DENIED_ACCESS: frozenset({"denied"}),
    LeverageKind.DEMAND: frozenset({"demanded", "conditional"}),
    LeverageKind.OFFER: frozenset({"planned", "conditional"}),
    LeverageKind.LINK: frozenset({"conditional"}),
}


def languages() -> frozenset[str]:
    """The languages whose words for the manner of speaking are listed."""
    files = [name.split("/") for name in names("lexicons")]
    return frozenset(parts[1] for parts in files if parts[-1] == "manner.yml")


def is_borne_out(claim: AnyClaim, segment: str, language: str) -> bool:
    """Whether the words of the segment, in normal form, allow the manner that the claim has."""
    found = manners_in(segment, language) - _own(claim)
    if isinstance(claim, AttributeClaim):
        denied = found & {Modality.DENIED.value}
        found = denied | manners_in(normal_words(claim.quote.text), language)
    manner = claim.modality.value
    if claim.modality is Modality.ASSERTED:
        return not found
    if claim.modality is Modality.ALLEGED:
        return found <= {manner} and (manner in found or claim.speaker is not None)
    return manner in found


def manners_in(text: str, language: str) -> set[str]:
    """The manners other than assertion that words of a normal text speak of."""
    return _found(text, language) - {_INSTRUCTION, _PRONOUN}


def speaks_to_a_machine(text: str, language: str) -> bool:
    """Whether words of the text are an instruction to whatever reads it."""
    return _INSTRUCTION in _found(text, language)


def is_pronoun(words: str, language: str) -> bool:
    """Whether words stand for a person and are no name: "She", "The men"."""
    return _PRONOUN in _found(words, language)


def _found(text: str, language: str) -> set[str]:
    return {kind for kind, pattern in _patterns(language) if pattern.search(text)}


@cache
def _patterns(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    file = f"lexicons/{language}/manner.yml"
    return tuple(
        (entry.kind(_KINDS), entry.pattern("pattern"))
        for entry in entries(file, parts=("pattern",))
    )


def _own(claim: AnyClaim) -> frozenset[str]:
    match claim:
        case ActionClaim():
            return _OWN.get(claim.action, frozenset())
        case EventClaim():
            return _OWN.get(claim.event, frozenset())
        case LeverageClaim():
            return _OWN.get(claim.leverage, frozenset())
        case _:
            return frozenset()
