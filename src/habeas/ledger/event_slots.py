"""The slots of an event as values that can be weighed against one another."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.charge import Charge, Sentence
from habeas.model.claim import EventClaim

# Their values add up instead of competing: two charges are two charges.
ADDING_UP = frozenset({"charge", "counterpart", "mediator"})


def slots_of(claim: EventClaim) -> Iterator[tuple[str, str]]:
    """Names and values of the slots that are not empty, in the order of the model."""
    for name in ("place", "origin", "agent", "holder", "court", "mediator"):
        if (mention := getattr(claim, name)) is not None:
            yield name, mention.label
    yield from (("charge", charge_text(charge)) for charge in claim.charges)
    yield from (("counterpart", mention.label) for mention in claim.counterparts)
    if claim.sentence is not None:
        yield "sentence", sentence_text(claim.sentence)
    if claim.form is not None:
        yield "form", claim.form.value
    if claim.concession:
        yield "concession", claim.concession
    if claim.until is not None:
        yield "until", claim.until.date.text


def charge_text(charge: Charge) -> str:
    """The provision as named; the words where no provision is.

    >>> charge_text(Charge(article="205.5", part="2", code="RF Criminal Code", words="terrorism"))
    'article 205.5 part 2 RF Criminal Code'
    """
    named = [
        ("article", charge.article),
        ("part", charge.part),
        ("point", charge.point),
    ]
    parts = [f"{word} {value}" for word, value in named if value]
    edition = f"(edition {charge.edition})" if charge.edition else ""
    provision = " ".join(part for part in (*parts, charge.code, edition) if part)
    return provision if parts else charge.words or provision or "unspecified"


def sentence_text(sentence: Sentence) -> str:
    """The penalty in short.

    >>> from habeas.model.charge import PenaltyKind
    >>> from habeas.model.duration import Duration
    >>> sentence_text(Sentence(kind=PenaltyKind.COLONY, duration=Duration("P8Y"), regime="strict"))
    'colony P8Y strict'
    """
    duration = sentence.duration.text if sentence.duration else ""
    parts = (sentence.kind.value, duration, sentence.regime, sentence.amount)
    return " ".join(part for part in parts if part)
