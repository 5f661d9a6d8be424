"""A claim in one line of words, for people; what must be exact is written in notation."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.charge import Charge, Sentence
from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    Claim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
)
from habeas.model.mention import Mention
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import Modality
from habeas.model.written_date import WrittenDate


def what(claim: AnyClaim) -> str:
    r"""What is claimed, without date and speaker.

    >>> from habeas.model.notation import parse_one
    >>> line = '2021-02-15 arrested person="Olha B." place="Melitopol"'
    >>> what(parse_one(line + '\n    from 7f3a:120-139 -- "Olha B. was detained"'))
    'arrested: Olha B., at Melitopol'
    """
    said = _in_words(claim)
    return said if claim.modality is Modality.ASSERTED else f"{said} ({claim.modality.value})"


def when(written: WrittenDate | None) -> str:
    """A date as written; empty where there is none."""
    return written.date.text if written else ""


def who_says(claim: Claim) -> str:
    """The speaker and the chain the words came through; empty where the document itself says it."""
    via = [f"via {mention.label}" for mention in claim.via]
    return ", ".join([claim.speaker.label, *via] if claim.speaker else via)


def charge_in_words(charge: Charge) -> str:
    """An accusation: "article 205.5, part 2, Criminal Code"."""
    named = [
        f"{word} {value}"
        for word, value in (
            ("article", charge.article),
            ("part", charge.part),
            ("point", charge.point),
        )
        if value
    ]
    return ", ".join(one for one in (*named, charge.code) if one) or charge.words


def penalty_in_words(penalty: Sentence) -> str:
    """A penalty as the text words it, else its kind and length."""
    length = penalty.duration.text if penalty.duration else ""
    parts = (penalty.kind.value.replace("_", " "), length, penalty.regime, penalty.amount)
    return penalty.words or ", ".join(one for one in parts if one)


def names(mentions: Iterable[Mention]) -> str:
    """Names one after the other."""
    return ", ".join(mention.label for mention in mentions)


def _in_words(claim: AnyClaim) -> str:
    match claim:
        case EventClaim():
            return _event(claim)
        case FigureClaim():
            return _figure(claim)
        case AttributeClaim():
            return _attribute(claim)
        case ActionClaim():
            return _action(claim)
        case CharacterisationClaim():
            return _characterisation(claim)
        case LeverageClaim():
            return _leverage(claim)


def counted(number: int, noun: str) -> str:
    """A number with its noun.

    >>> counted(1, "claim"), counted(1200, "claim")
    ('1 claim', '1,200 claims')
    """
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _event(claim: EventClaim) -> str:
    who = _number_of(claim.count, names(claim.persons))
    charges = "; ".join(charge_in_words(charge) for charge in claim.charges)
    return _line(
        claim.event.value,
        who,
        _after("from", claim.origin),
        _after("to" if claim.origin else "at", claim.place),
        _after("by", claim.agent),
        _after("held by", claim.holder),
        charges and f"for {charges}",
        claim.sentence and penalty_in_words(claim.sentence),
        _after("before", claim.court),
        claim.form and f"form {claim.form.value}",
        claim.counterparts and f"against {names(claim.counterparts)}",
        _after("mediated by", claim.mediator),
        claim.concession and f"in return for {claim.concession}",
        claim.until and f"until {when(claim.until)}",
    )


def _figure(claim: FigureClaim) -> str:
    return _line(
        claim.status.value,
        _number_of(claim.quantity, claim.population.label if claim.population else ""),
        claim.territory and f"in {names(claim.territory)}",
        _after("by", claim.holder),
        claim.counted and "counted in: " + ", ".join(one.value for one in claim.counted),
        claim.unit.value if claim.unit.value != "person" else "",
        claim.basis and claim.basis.value,
        claim.grounds,
        claim.since and f"since {when(claim.since)}",
        claim.subset_of and f"part of {claim.subset_of[:8]}",
    )


def _attribute(claim: AttributeClaim) -> str:
    value = claim.value.label if isinstance(claim.value, Mention) else str(claim.value)
    until = claim.until and f"until {when(claim.until)}"
    return _line(f"{claim.attribute.value} of {claim.subject.label}", value, until)


def _action(claim: ActionClaim) -> str:
    return _line(
        claim.action.value,
        names(claim.actors),
        claim.on_behalf_of and f"for {names(claim.on_behalf_of)}",
        claim.targets and f"to {names(claim.targets)}",
        claim.object and claim.object.label,
        _after("at", claim.place),
        claim.due and f"due {when(claim.due)}",
    )


def _characterisation(claim: CharacterisationClaim) -> str:
    return _line(
        claim.label.value,
        claim.act,
        claim.of and f"of {names(claim.of)}",
        _after("against", claim.against),
        claim.places and f"in {names(claim.places)}",
    )


def _leverage(claim: LeverageClaim) -> str:
    return _line(
        claim.leverage.value,
        _after("by", claim.holder),
        _after("on", claim.target),
        claim.object and claim.object.label,
        claim.persons and f"over {names(claim.persons)}",
    )


def _number_of(count: Quantity | None, who: str) -> str:
    return f"{count} {who}".strip() if count else who


def _after(word: str, mention: Mention | None) -> str:
    return f"{word} {mention.label}" if mention else ""


def _line(word: str, *parts: object) -> str:
    said = ", ".join(str(part) for part in parts if part)
    head = word.replace("_", " ")
    return f"{head}: {said}" if said else head
