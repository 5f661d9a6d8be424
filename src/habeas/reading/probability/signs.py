"""What in a claim, and in the claims beside it, speaks for or against its being right.

No sign looks at who is meant or where it happened: a probability must not depend on a person's name
or state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.claim import (
    KIND_OF,
    AnyClaim,
    EventClaim,
    FigureClaim,
    parties_of,
    word_of,
)
from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import Modality

_LONG_QUOTE = 40  # words: sentences beyond it hold several clauses
_SHORT_QUOTE = 6
_MANY = 4  # claims on one sentence, parties in one claim
_OFTEN = 3  # claims of a document that name the same person


@dataclass(frozen=True, slots=True)
class Beside:
    """What the other claims of a document tell about one of them."""

    on_quote: Counter[tuple[int, int]]
    named: Counter[str]

    @classmethod
    def of(cls, claims: Sequence[AnyClaim]) -> Beside:
        """Counts over all claims of one document."""
        return cls(
            on_quote=Counter(_place(claim) for claim in claims),
            named=Counter(one.label for claim in claims for one in parties(claim)),
        )


def signs(claim: AnyClaim, beside: Beside) -> frozenset[str]:
    """The signs a claim bears, each a short name that a weight can be given to."""
    return frozenset({*_what(claim), *_words(claim, beside), *_parties(claim, beside)})


def parties(claim: AnyClaim) -> tuple[Mention, ...]:
    """Whom the claim is about; of a figure the people it counts."""
    if isinstance(claim, FigureClaim):
        return (claim.population,) if claim.population else ()
    return parties_of(claim)


def _what(claim: AnyClaim) -> Iterator[str]:
    kind = KIND_OF[type(claim)]
    yield f"kind:{kind}"
    yield f"{kind}:{word_of(claim)}"
    if claim.modality is not Modality.ASSERTED:
        yield f"modality:{claim.modality.value}"
        yield "modality:not-asserted"


def _words(claim: AnyClaim, beside: Beside) -> Iterator[str]:
    words = len(claim.quote.text.split())
    if words >= _LONG_QUOTE:
        yield "quote:long"
    elif words <= _SHORT_QUOTE:
        yield "quote:short"
    on_quote = beside.on_quote[_place(claim)]
    if on_quote == 1:
        yield "quote:alone"
    elif on_quote >= _MANY:
        yield "quote:many"
    if claim.speaker is not None:
        yield "speaker:named"
    if claim.date is not None and claim.date.words:
        yield "date:written"
    if isinstance(claim, EventClaim) and (claim.place or claim.court or claim.sentence):
        yield "slots:some"


def _parties(claim: AnyClaim, beside: Beside) -> Iterator[str]:
    named = parties(claim)
    if not named:
        yield "party:none"
        return
    if len(named) >= _MANY:
        yield "party:several"
    for one in named:
        yield from _party(one, claim.quote.text)
    if max(beside.named[one.label] for one in named) >= _OFTEN:
        yield "party:often"


def _party(one: Mention, quote: str) -> Iterator[str]:
    if one.kind is MentionKind.GROUP:
        yield "party:group"
    elif one.kind in (MentionKind.PERSON, MentionKind.UNSPECIFIED):
        if one.text[:1].islower():
            yield "party:pronoun"
        else:
            yield "party:one-word" if len(one.label.split()) == 1 else "party:full-name"
    if quote.lstrip("«“\"'— ").startswith(one.text):
        yield "party:first-word"


def _place(claim: AnyClaim) -> tuple[int, int]:
    return claim.quote.span.start, claim.quote.span.end
