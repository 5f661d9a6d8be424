"""What a model may say: kinds of claims, their slots, and what each slot must be.

One table serves the JSON schema that is sent along and the gate that checks what comes back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Any

from habeas.model.attribute import Attribute
from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
)
from habeas.model.mention import MentionKind
from habeas.model.vocabulary import (
    ActionKind,
    Characterisation,
    CountingBasis,
    CountingUnit,
    EventKind,
    FigureStatus,
    LeverageKind,
    Modality,
    ReleaseForm,
)


class Sort(Enum):
    """What becomes of the words in a slot."""

    NAME = auto()  # a mention
    DATE = auto()  # what our grammar makes of the words
    COUNT = auto()  # the same, for a number of people
    PENALTY = auto()  # the same, for a length of time
    CHARGE = auto()
    WORDS = auto()
    VALUE = auto()  # words, or a date for a date of birth
    CHOICE = auto()  # one of a list


@dataclass(frozen=True, slots=True)
class Slot:
    """One slot: where it goes in the claim, and what it must be."""

    to: str
    sort: Sort
    mention: MentionKind = MentionKind.UNSPECIFIED
    is_list: bool = False
    choices: type[StrEnum] | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of claim: the slot that says what it is, its other slots, those it cannot lack.

    Of each group in `needs` one slot must be filled.
    """

    claim: type[AnyClaim]
    to: str
    choices: type[StrEnum]
    slots: dict[str, Slot]
    needs: tuple[tuple[str, ...], ...] = ()


def _names(to: str, kind: MentionKind = MentionKind.UNSPECIFIED) -> Slot:
    return Slot(to, Sort.NAME, kind, is_list=True)


def _name(to: str, kind: MentionKind = MentionKind.UNSPECIFIED) -> Slot:
    return Slot(to, Sort.NAME, kind)


PERSON, BODY, PLACE = MentionKind.PERSON, MentionKind.BODY, MentionKind.PLACE
COMMON: dict[str, Slot] = {
    "date": Slot("date", Sort.DATE),
    "speaker": _name("speaker"),
    "via": _names("via"),
}
SHAPES: dict[str, Shape] = {
    "event": Shape(
        EventClaim,
        "event",
        EventKind,
        {
            "persons": _names("persons", PERSON),
            "count": Slot("count", Sort.COUNT),
            "place": _name("place", PLACE),
            "origin": _name("origin", PLACE),
            "agent": _name("agent"),
            "holder": _name("holder"),
            "court": _name("court", BODY),
            "charges": Slot("charges", Sort.CHARGE, is_list=True),
            "penalty": Slot("sentence", Sort.PENALTY),
            "form": Slot("form", Sort.CHOICE, choices=ReleaseForm),
            "counterparts": _names("counterparts", PERSON),
            "mediator": _name("mediator"),
            "concession": Slot("concession", Sort.WORDS),
            "until": Slot("until", Sort.DATE),
        },
        (("persons", "count"),),
    ),
    "figure": Shape(
        FigureClaim,
        "status",
        FigureStatus,
        {
            "count": Slot("quantity", Sort.COUNT),
            "population": _name("population", MentionKind.GROUP),
            "territory": _names("territory"),
            "holder": _name("holder"),
            "unit": Slot("unit", Sort.CHOICE, choices=CountingUnit),
            "basis": Slot("basis", Sort.CHOICE, choices=CountingBasis),
            "grounds": Slot("grounds", Sort.WORDS),
            "since": Slot("since", Sort.DATE),
        },
        (("count",),),
    ),
    "attribute": Shape(
        AttributeClaim,
        "attribute",
        Attribute,
        {
            "subject": _name("subject", PERSON),
            "value": Slot("value", Sort.VALUE),
            "until": Slot("until", Sort.DATE),
        },
        (("subject",), ("value",)),
    ),
    "action": Shape(
        ActionClaim,
        "action",
        ActionKind,
        {
            "actors": _names("actors"),
            "on_behalf_of": _names("on_behalf_of"),
            "targets": _names("targets"),
            "object": _name("object", MentionKind.THING),
            "place": _name("place", PLACE),
            "due": Slot("due", Sort.DATE),
        },
        (("actors",),),
    ),
    "characterisation": Shape(
        CharacterisationClaim,
        "label",
        Characterisation,
        {
            "act": Slot("act", Sort.WORDS),
            "of": _names("of"),
            "against": _name("against"),
            "places": _names("places", PLACE),
        },
        (("act", "of"),),
    ),
    "leverage": Shape(
        LeverageClaim,
        "leverage",
        LeverageKind,
        {
            "persons": _names("persons", PERSON),
            "holder": _name("holder"),
            "target": _name("target"),
            "object": _name("object", MentionKind.THING),
        },
        (("persons", "object"),),
    ),
}
# What every claim says of itself, beside its slots.
HEAD = ("kind", "what", "modality", "quote", "sentence")
SLOTS: dict[str, Slot] = COMMON | {
    name: slot for shape in SHAPES.values() for name, slot in shape.slots.items()
}


def schema() -> dict[str, Any]:
    """The JSON schema of an answer.

    Every field is required and may be null: servers that keep strictly to a schema know no optional
    fields.
    """
    properties: dict[str, Any] = {
        "kind": {"type": "string", "enum": list(SHAPES)},
        "what": {"type": "string", "enum": _all_choices()},
        "modality": {"type": "string", "enum": [one.value for one in Modality]},
        "quote": {"type": "string"},
        "sentence": {"type": "integer"},
    } | {name: _slot_schema(slot) for name, slot in SLOTS.items()}
    claim = _closed(properties)
    return _closed({"claims": {"type": "array", "items": claim}})


def _all_choices() -> list[str]:
    return sorted({one.value for shape in SHAPES.values() for one in shape.choices})


def _slot_schema(slot: Slot) -> dict[str, Any]:
    if slot.is_list:
        return {"type": ["array", "null"], "items": {"type": "string"}}
    if slot.choices is not None:
        return {"type": ["string", "null"], "enum": [*(one.value for one in slot.choices), None]}
    return {"type": ["string", "null"]}


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }
