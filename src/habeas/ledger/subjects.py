"""Whom and what a record is about: the keys its projections are stored under.

person:<32 hex>             one name in one document, of a list one row; nothing is joined but by a
                            decision
document:<sha256>           a document, with the problems met in it and each sending of its text
source:<id>  place:<id>     a source or place, as last described
mapping:<id of source>      what the columns of its lists are read as, as last settled
figure:<claim id>           one claim each, and so for action, characterisation and leverage,
                            for an event without a named person and an attribute of no person
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256

from habeas.ledger.records import Record
from habeas.model.attribute import Attribute
from habeas.model.claim import (
    ActionClaim,
    AttributeClaim,
    CharacterisationClaim,
    Claim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
)
from habeas.model.codec import KIND_OF
from habeas.model.column_mapping import ColumnMapping
from habeas.model.consent import Consent, Handling
from habeas.model.decision import Decision
from habeas.model.document import Document
from habeas.model.egress import Permission, Sending
from habeas.model.finding import Finding
from habeas.model.mention import Mention, MentionKind
from habeas.model.place import Place
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.source import Source

PERSON = "person:"
DOCUMENT = "document:"
SOURCE = "source:"
PLACE = "place:"
MAPPING = "mapping:"

_MAY_BE_PERSON = (MentionKind.PERSON, MentionKind.UNSPECIFIED)
# Whoever writes a list gives every person a row: two rows of one name are two, until somebody
# decides otherwise. All that such a reader says of a row names the person by the same cell.
_BY_ROW = frozenset({"list"})


@lru_cache(maxsize=16384)  # asked for each claim of a person, at the door and in every fold
def person_subject(document: str, label: str, row: Span | None = None) -> str:
    """The key of the person called `label` in one document (SHA-256, hex).

    `row` is where the name stands in a list, None in prose.
    """
    name = " ".join(label.split())
    place = f"\n{row.start}-{row.end}" if row else ""
    return PERSON + sha256(f"{document}\n{name}{place}".encode()).hexdigest()[:32]


def subject_named(claim: Claim, mention: Mention) -> str:
    """The key of the person whom a claim names so."""
    is_row = claim.reading is not None and claim.reading.reader in _BY_ROW
    row = mention.span if is_row else None
    return person_subject(claim.quote.document, mention.label, row)


def persons_in(claim: Claim) -> tuple[Mention, ...]:
    """The named persons that a claim says something about; those who act or speak are not."""
    if isinstance(claim, EventClaim):
        return tuple(_persons(claim.persons) + _named(claim.counterparts))
    if isinstance(claim, AttributeClaim):
        is_place = claim.attribute is Attribute.OCCUPIED_BY
        return () if is_place else tuple(_persons((claim.subject,)))
    if isinstance(claim, CharacterisationClaim):
        return tuple(_named(claim.of))
    if isinstance(claim, LeverageClaim):
        return tuple(_named(claim.persons))
    return ()


def subjects_of(  # noqa: PLR0911  # one answer per type of record
    record: Record, name: str
) -> tuple[str, ...]:
    """The keys of a record entered under the id `name`, sorted.

    Of a decision only those it names itself: the claims it is about lead to more (door.py).
    """
    if isinstance(record, Claim):
        return tuple(sorted(_subjects_of_claim(record, name)))
    if isinstance(record, Decision):
        return tuple(sorted({about for about in record.about if is_subject(about)}))
    if isinstance(record, Document):
        return (DOCUMENT + record.sha256,)
    if isinstance(record, Problem | Sending):
        return (DOCUMENT + record.document,) if record.document else ()
    if isinstance(record, Permission):
        return ()
    if isinstance(record, Source):
        return (SOURCE + record.id,)
    if isinstance(record, Place):
        return (PLACE + record.id,)
    if isinstance(record, ColumnMapping):
        return (MAPPING + record.source,)
    if isinstance(record, Consent | Handling | Finding):
        return (record.subject,)
    return tuple(sorted(set(record.persons)))


def is_subject(name: str) -> bool:
    """Whether a name in a decision is a subject's key; ids of records have no colon."""
    return ":" in name


def family(subject: str) -> str:
    """What sort of thing a subject is: "person", "figure" ..."""
    return subject.partition(":")[0]


def _subjects_of_claim(claim: Claim, name: str) -> set[str]:
    subjects = {subject_named(claim, mention) for mention in persons_in(claim)}
    stands_alone = isinstance(
        claim, FigureClaim | ActionClaim | CharacterisationClaim | LeverageClaim
    )
    if stands_alone or not subjects:
        subjects.add(f"{KIND_OF[type(claim)]}:{name}")  # type: ignore[index]
    return subjects


def _persons(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [mention for mention in mentions if mention.kind in _MAY_BE_PERSON]


def _named(mentions: tuple[Mention, ...]) -> list[Mention]:
    return [mention for mention in mentions if mention.kind is MentionKind.PERSON]
