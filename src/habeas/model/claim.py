"""One assertion, by one source, with its exact quote.

Six kinds: what happened to people (`EventClaim`), how many (`FigureClaim`), what somebody is
(`AttributeClaim`), what states and bodies do (`ActionClaim`), what it is called
(`CharacterisationClaim`) and what it is tied to (`LeverageClaim`). All slots may be empty but the
quote: what the text does not say is not filled in.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, Sentence
from habeas.model.errors import ValueMalformed
from habeas.model.grade import Credibility, Reliability
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.quote import Quote
from habeas.model.vocabulary import (
    ActionKind,
    Characterisation,
    CountingBasis,
    CountingUnit,
    CustodyStatus,
    Division,
    EventKind,
    FigureStatus,
    LeverageKind,
    Modality,
    ReleaseForm,
)
from habeas.model.written_date import WrittenDate


@dataclass(frozen=True, slots=True)
class Reading:
    """Who read the claim: reader, its version, edition of the reference data, and its probability.

    `probability` is the reader's own calibrated chance that the claim is right, None where it
    gives none: what a cell of a list says is taken as it stands under its heading, not inferred.
    """

    reader: str
    version: str
    edition: str = ""
    probability: float | None = None

    def __post_init__(self) -> None:
        if self.probability is not None and not 0.0 <= self.probability <= 1.0:
            raise ValueMalformed(
                value=str(self.probability), expected="a probability", example="0.92"
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What every claim has.

    `date` is when it is true (for a figure: as of when); when it was learned stands in the ledger.
    `speaker` is who says it in the document, None where the publisher says it itself; `via` is the
    chain through which the speaker's words came, nearest first ("MFA's press service").
    `source` names the graded source of the document; `reliability` and `credibility` are its
    Admiralty marks as set by a person, None until then.
    """

    quote: Quote
    date: WrittenDate | None = None
    speaker: Mention | None = None
    via: tuple[Mention, ...] = ()
    modality: Modality = Modality.ASSERTED
    source: str = ""
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    reading: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim(Claim):
    """Something happened, or is happening, to persons.

    `agent` is who did it (the arresting force), `holder` who holds them, `origin` the place a
    transfer starts from, `count` the number where a group is counted. For an end of detention:
    `form`, `counterparts` (who went the other way), `mediator`, `concession`.
    """

    event: EventKind
    persons: tuple[Mention, ...] = ()
    count: Quantity | None = None
    place: Mention | None = None
    origin: Mention | None = None
    agent: Mention | None = None
    holder: Mention | None = None
    charges: tuple[Charge, ...] = ()
    sentence: Sentence | None = None
    court: Mention | None = None
    form: ReleaseForm | None = None
    counterparts: tuple[Mention, ...] = ()
    mediator: Mention | None = None
    concession: str = ""
    until: WrittenDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim(Claim):
    """A number of people, prosecutions or cases, with what is needed to compare it.

    `grounds` are the words for why they are counted ("on politically motivated charges").
    `subset_of` is the id of the figure this one is part of; the two are never added. `division` is
    by what that whole is divided, where it is told. `counted` are the statuses counted in, where
    the source says which: "in prison or under house arrest".
    """

    status: FigureStatus
    quantity: Quantity
    population: Mention | None = None
    territory: tuple[Mention, ...] = ()
    holder: Mention | None = None
    unit: CountingUnit = CountingUnit.PERSON
    basis: CountingBasis | None = None
    grounds: str = ""
    since: WrittenDate | None = None
    subset_of: str = ""
    division: Division | None = None
    counted: tuple[CustodyStatus, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributeClaim(Claim):
    """What somebody is, has or is called; of a place, who is said to occupy it.

    `value` is text, a date, a quantity, or the mention of another person, state or body.
    `until` is the last date it is said to hold.
    """

    subject: Mention
    attribute: Attribute
    value: str | PartialDate | Quantity | Mention
    until: WrittenDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionClaim(Claim):
    """Something a state, a body or an official does.

    `on_behalf_of` is for whom an official acts; `object` is what the action is about; `due` is
    when that is to happen (the summit one is invited to, a deadline).
    """

    action: ActionKind
    actors: tuple[Mention, ...] = ()
    on_behalf_of: tuple[Mention, ...] = ()
    targets: tuple[Mention, ...] = ()
    object: Mention | None = None
    place: Mention | None = None
    due: WrittenDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CharacterisationClaim(Claim):
    """What a detention, charge, trial or treatment is called.

    `of` whom, by whom (`speaker`), `against` whom it is said, and in which `places`. `act` is the
    thing so called in the words of the text ("arrests", "charges").
    """

    label: Characterisation
    act: str = ""
    of: tuple[Mention, ...] = ()
    against: Mention | None = None
    places: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeverageClaim(Claim):
    """A tie between a detention and another state's conduct.

    `holder` ties, `target` is pressed; `object` is what is wanted, offered or given.
    """

    leverage: LeverageKind
    persons: tuple[Mention, ...] = ()
    holder: Mention | None = None
    target: Mention | None = None
    object: Mention | None = None


AnyClaim = (
    EventClaim | FigureClaim | AttributeClaim | ActionClaim | CharacterisationClaim | LeverageClaim
)

# The word that tells a claim's kind wherever it is stored.
CLAIM_KINDS: dict[str, type[AnyClaim]] = {
    "event": EventClaim,
    "figure": FigureClaim,
    "attribute": AttributeClaim,
    "action": ActionClaim,
    "characterisation": CharacterisationClaim,
    "leverage": LeverageClaim,
}
KIND_OF: dict[type[AnyClaim], str] = {kind: word for word, kind in CLAIM_KINDS.items()}
# The slot whose word tells claims of one kind apart.
WORD_SLOT: dict[type[AnyClaim], str] = {
    EventClaim: "event",
    FigureClaim: "status",
    AttributeClaim: "attribute",
    ActionClaim: "action",
    CharacterisationClaim: "label",
    LeverageClaim: "leverage",
}


def word_of(claim: AnyClaim) -> str:
    """The word its kind is told apart by: the event, the status of a figure, the attribute."""
    kind: StrEnum = getattr(claim, WORD_SLOT[type(claim)])
    return kind.value


def parties_of(claim: AnyClaim) -> tuple[Mention, ...]:
    """Whom it is about: the persons, the subject, those who act, those so called; of figures none.

    Whoever speaks, holds or is aimed at is not among them.
    """
    match claim:
        case EventClaim() | LeverageClaim():
            return claim.persons
        case AttributeClaim():
            return (claim.subject,)
        case ActionClaim():
            return claim.actors
        case CharacterisationClaim():
            return claim.of
        case FigureClaim():
            return ()
