"""The union of the fields that public registers hold of a person, and their homes in the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Any

from habeas.model.action import Action
from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, PenaltyKind, Sentence
from habeas.model.claim import AttributeClaim, Claim, EventClaim, LeverageClaim
from habeas.model.consent import Consent, Handling
from habeas.model.decision import Decision
from habeas.model.document import Document
from habeas.model.entry import Entry
from habeas.model.finding import Finding
from habeas.model.mention import Mention
from habeas.model.partial_date import days_held
from habeas.model.person import Episode, Person
from habeas.model.source import Source
from habeas.model.vocabulary import (
    ActionKind,
    Characterisation,
    CustodyStatus,
    EventKind,
    ReleaseForm,
)
from habeas.model.written_date import WrittenDate
from habeas.reference.files import read

_FILE = "fields.yml"

# Where a field can be at home.
_CLASSES: dict[str, type] = {
    each.__name__: each
    for each in (
        *(Action, ActionKind, Attribute, AttributeClaim, Characterisation, Charge, Claim, Consent),
        *(CustodyStatus, Decision, Document, Entry, Episode, EventClaim, EventKind, Finding),
        *(Handling, LeverageClaim, Mention, PenaltyKind, Person, ReleaseForm, Sentence, Source),
        WrittenDate,
    )
}
_FUNCTIONS = {days_held.__name__}


class Flag(StrEnum):
    """What is to be expected of a field's values."""

    REPEATABLE = "repeatable"
    TIME_VARYING = "time_varying"
    COMPETING = "competing"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field of the union. `homes` are where the model holds it; `row` is the row it stands in.

    `held_by` are the short names of registers, "all" for each of them.
    """

    name: str
    group: str
    row: str
    flags: frozenset[Flag]
    held_by: tuple[str, ...]
    homes: tuple[str, ...]


@cache
def union() -> tuple[Field, ...]:
    """All fields, in the order of the union."""
    return tuple(field for entry in read(_FILE)["rows"] for field in _fields(entry))


@cache
def flags_of(attribute: Attribute) -> frozenset[Flag]:
    """What registers expect of this attribute: the flags of all rows it is at home in."""
    home = f"Attribute.{attribute.value}"
    return frozenset(flag for field in union() if home in field.homes for flag in field.flags)


@cache
def groups_of(attribute: Attribute) -> frozenset[str]:
    """The groups of the union that this attribute is at home in: "Treatment", "Access" ...

    >>> sorted(groups_of(Attribute.HEALTH))
    ['Treatment']
    """
    home = f"Attribute.{attribute.value}"
    return frozenset(field.group for field in union() if home in field.homes)


def registers() -> Mapping[str, str]:
    """The full names of the registers by their short ones."""
    found: Mapping[str, str] = read(_FILE)["registers"]
    return found


def statuses(word: str, *, register: str) -> tuple[CustodyStatus, ...]:
    """What a register's word for somebody's liberty may mean; empty for a word it does not use.

    >>> [status.value for status in statuses("pre-trial", register="Ct")]
    ['remand', 'on_trial']
    """
    words = read(_FILE)["status_words"].get(register, {})
    return tuple(CustodyStatus(value) for value in words.get(word, ()))


def is_home(home: str) -> bool:
    """Whether the model has what a home names: `Charge.article`, `Attribute.judge`, `days_held`.

    >>> is_home("Charge.article"), is_home("Charge.colour")
    (True, False)
    """
    kind, _, member = home.partition(".")
    found = _CLASSES.get(kind)
    if found is None:
        return home in _FUNCTIONS
    return member in _members(found)


def _members(kind: type) -> set[str]:
    if issubclass(kind, Enum):
        return {each.value for each in kind}
    return {each.name for each in fields(kind)} if is_dataclass(kind) else set()


def _fields(entry: dict[str, Any]) -> list[Field]:
    return [
        Field(
            name=name,
            group=entry["group"],
            row=entry["row"],
            flags=frozenset(Flag(flag) for flag in entry.get("flags", ())),
            held_by=tuple(entry["held_by"]),
            homes=(homes,) if isinstance(homes, str) else tuple(homes),
        )
        for name, homes in entry["fields"].items()
    ]
