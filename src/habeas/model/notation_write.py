"""Claims to claim notation; the grammar stands in notation.py."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

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
    Reading,
)
from habeas.model.duration import Duration
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.model.written_date import Anchor, WrittenDate

# The slot that the kind word carries, and the word before its colon (events and actions go bare).
KIND_SLOT: dict[type[AnyClaim], tuple[str, str]] = {
    EventClaim: ("event", ""),
    FigureClaim: ("status", "figure"),
    AttributeClaim: ("attribute", "attribute"),
    ActionClaim: ("action", ""),
    CharacterisationClaim: ("label", "characterised"),
    LeverageClaim: ("leverage", "leverage"),
}
# Several values are written one by one, under the singular of the slot's name.
SINGULAR = {
    "persons": "person",
    "charges": "charge",
    "counterparts": "counterpart",
    "actors": "actor",
    "targets": "target",
    "places": "place",
}
_ON_LINE_TWO = {"quote", "date", "reliability", "credibility", "reading"}


def slots_of(kind: type[AnyClaim]) -> list[str]:
    """Slots written on line one, in order: the kind's own, then those every claim has."""
    common = [slot.name for slot in dataclasses.fields(Claim)]
    own = [slot.name for slot in dataclasses.fields(kind) if slot.name not in common]
    return [name for name in own + common if name not in _ON_LINE_TWO and name != KIND_SLOT[kind][0]]


def write(claim: AnyClaim, names: dict[str, str] | None = None) -> str:
    """One claim in notation, two lines without a final newline.

    `names` maps document hashes to the short names that `document` lines give them.
    """
    kind = type(claim)
    slot, prefix = KIND_SLOT[kind]
    word = getattr(claim, slot).value
    parts = [_written_date(claim.date) if claim.date else "-", f"{prefix}:{word}" if prefix else word]
    defaults = {one.name: one.default for one in dataclasses.fields(kind)}
    for name in slots_of(kind):
        value = getattr(claim, name)
        if value == defaults[name]:
            continue
        for item in value if isinstance(value, tuple) else (value,):
            is_union = kind is AttributeClaim and name == "value"
            parts.append(f"{SINGULAR.get(name, name)}={_value(item, with_kind=is_union)}")
    return f"{' '.join(parts)}\n    {_evidence(claim, names or {})}"


def write_all(claims: Iterable[AnyClaim], titles: dict[str, str] | None = None) -> str:
    """Claims in notation with `document` lines first; `titles` maps hashes to file names."""
    claims = list(claims)
    documents = list(dict.fromkeys(claim.quote.document for claim in claims))
    names = short_names(documents)
    heads = [
        f"document {names[one]} {one} {quoted((titles or {}).get(one, ''))}".removesuffix(' ""')
        for one in documents
        if names[one] != one
    ]
    blocks = [write(claim, names) for claim in claims]
    return "\n".join([*heads, *([""] if heads else []), *blocks]) + ("\n" if blocks or heads else "")


def short_names(documents: Iterable[str]) -> dict[str, str]:
    """The shortest heads of the hashes that tell them apart, at least eight characters."""
    documents = list(documents)
    length = 8
    while len({one[:length] for one in documents}) < len(set(documents)):
        length += 1
    return {one: one[:length] for one in documents}


def quoted(text: str) -> str:
    """Text between quotation marks, with JSON escapes; letters of every script stay as they are."""
    return json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u0085", "\\u0085")


def _evidence(claim: AnyClaim, names: dict[str, str]) -> str:
    quote = claim.quote
    marks = "".join(mark.value if mark else "-" for mark in (claim.reliability, claim.credibility))
    place = f"{names.get(quote.document, quote.document)}:{quote.span.start}-{quote.span.end}"
    line = f"from {place} {marks} {quoted(quote.text)}"
    return f"{line} read {_reading(claim.reading)}" if claim.reading else line


def _reading(reading: Reading) -> str:
    line = f"{reading.reader}/{reading.version}"
    if reading.edition:
        line += f" edition={reading.edition}"
    return line if reading.probability is None else f"{line} p={reading.probability!r}"


def _value(value: Any, *, with_kind: bool = False) -> str:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, Mention):
        return _mention(value, with_kind=with_kind)
    if isinstance(value, WrittenDate):
        return _written_date(value)
    if isinstance(value, PartialDate | Duration):
        return value.text
    if isinstance(value, Quantity):
        return _quantity(value)
    if isinstance(value, Charge | Sentence):
        return _record(value)
    return quoted(value)


def _mention(mention: Mention, *, with_kind: bool) -> str:
    text = quoted(mention.text)
    if with_kind or mention.kind is not MentionKind.UNSPECIFIED:
        text += f"/{mention.kind.value}"
    text += _at(mention.span)
    return f"{text}={quoted(mention.name)}" if mention.name else text


def _at(span: Span | None) -> str:
    return "" if span is None else f"@{span.start}-{span.end}"


def _written_date(written: WrittenDate) -> str:
    extras = []
    if written.words or written.span is not None:
        extras.append(quoted(written.words) + _at(written.span))
    if written.anchor is not Anchor.NONE:
        extras.append(written.anchor.value)
    if written.is_year_inferred:
        extras.append("year_inferred")
    return f"{written.date.text}({' '.join(extras)})" if extras else written.date.text


def _quantity(quantity: Quantity) -> str:
    low, high = ("" if bound is None else str(bound) for bound in (quantity.low, quantity.high))
    bounds = low if low == high else f"{low}..{high}"
    words = f"({quoted(quantity.words)})" if quantity.words else ""
    return f"{quantity.qualifier.value}:{bounds}{words}"


def _record(record: Charge | Sentence) -> str:
    parts = [
        f"{slot.name}={_value(getattr(record, slot.name))}"
        for slot in dataclasses.fields(record)
        if getattr(record, slot.name) != slot.default
    ]
    return "{" + " ".join(parts) + "}"
