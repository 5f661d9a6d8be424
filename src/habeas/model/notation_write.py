"""Claims to claim notation; the grammar stands in notation.py."""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Any, TypeAlias

from habeas.model.charge import Charge, Sentence
from habeas.model.claim import (
    WORD_SLOT,
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

Value: TypeAlias = Any  # whatever a slot of a claim can hold

# The slot that the kind word carries, and the word before its colon (events and actions go bare).
_PREFIXES: dict[type[AnyClaim], str] = {
    EventClaim: "",
    FigureClaim: "figure",
    AttributeClaim: "attribute",
    ActionClaim: "",
    CharacterisationClaim: "characterised",
    LeverageClaim: "leverage",
}
KIND_SLOT: dict[type[AnyClaim], tuple[str, str]] = {
    kind: (WORD_SLOT[kind], prefix) for kind, prefix in _PREFIXES.items()
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
_SHORTEST_NAME = 8
# What reads back without quotation marks, place by place (notation_parse.py).
_NAME = re.compile(r'[^\s"]+')
_DOCUMENT = re.compile(r'[^\s":]+')
_VERSION = re.compile(r'[^\s"/]+')
# Characters that are not seen, that end lines, steer a terminal or turn the reading direction:
# in a bug report or on a screen they would hide or reorder what is being reported.
_UNSEEN = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_ON_LINE_TWO = {"quote", "date", "reliability", "credibility", "reading"}


def slots_of(kind: type[AnyClaim]) -> list[str]:
    """Slots written on line one, in order: the kind's own, then those every claim has."""
    common = [slot.name for slot in dataclasses.fields(Claim)]
    own = [slot.name for slot in dataclasses.fields(kind) if slot.name not in common]
    elsewhere = {*_ON_LINE_TWO, KIND_SLOT[kind][0]}
    return [name for name in own + common if name not in elsewhere]


def write(claim: AnyClaim, names: dict[str, str] | None = None) -> str:
    """One claim in notation, two lines without a final newline.

    `names` maps document hashes to the short names that `document` lines give them.
    """
    slot, prefix = KIND_SLOT[type(claim)]
    word = getattr(claim, slot).value
    date = _written_date(claim.date) if claim.date else "-"
    line = [date, f"{prefix}:{word}" if prefix else word, *_slots(claim)]
    return f"{' '.join(line)}\n    {_evidence(claim, names or {})}"


def write_all(claims: Iterable[AnyClaim], titles: dict[str, str] | None = None) -> str:
    """Claims in notation with `document` lines first; `titles` maps hashes to file names."""
    claims = list(claims)
    names = short_names(claim.quote.document for claim in claims)
    heads = [
        _document_line(name, document, (titles or {}).get(document, ""))
        for document, name in names.items()
        if name != document
    ]
    blank = [""] if heads else []
    lines = [*heads, *blank, *(write(claim, names) for claim in claims)]
    return "".join(f"{line}\n" for line in lines)


def short_names(documents: Iterable[str]) -> dict[str, str]:
    """The shortest heads of the hashes that tell them apart, at least eight characters.

    >>> short_names(["960878f8a4acc796", "7f3a"])
    {'960878f8a4acc796': '960878f8', '7f3a': '7f3a'}
    """
    documents = list(dict.fromkeys(documents))
    length = _SHORTEST_NAME
    while len({one[:length] for one in documents}) < len(documents):
        length += 1
    return {one: one[:length] for one in documents}


def quoted(text: str) -> str:
    """Text between quotation marks, with JSON escapes for what is not seen or moves what is seen.

    Letters of every script stay as they are.
    """
    return _UNSEEN.sub(_escaped, json.dumps(text, ensure_ascii=False))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found.group()):04x}"


def _document_line(name: str, document: str, title: str) -> str:
    line = f"document {_token(name, _NAME)} {_token(document, _NAME)}"
    return f"{line} {quoted(title)}" if title else line


def _token(text: str, bare: re.Pattern[str]) -> str:
    """A name as it is where that reads back, else between quotation marks."""
    return text if bare.fullmatch(text) and text.isprintable() else quoted(text)


def _slots(claim: AnyClaim) -> Iterator[str]:
    """Slots that are not empty, `name=value`; one with several values is repeated."""
    defaults = {slot.name: slot.default for slot in dataclasses.fields(claim)}
    for name in slots_of(type(claim)):
        value = getattr(claim, name)
        if value == defaults[name]:
            continue
        # The kind tells a mention from plain text where the slot may hold either.
        is_either = isinstance(claim, AttributeClaim) and name == "value"
        for item in value if isinstance(value, tuple) else (value,):
            is_typed = is_either and isinstance(item, Mention)
            text = _mention(item, with_kind=True) if is_typed else _value(item)
            yield f"{SINGULAR.get(name, name)}={text}"


def _evidence(claim: AnyClaim, names: dict[str, str]) -> str:
    quote = claim.quote
    marks = "".join(mark.value if mark else "-" for mark in (claim.reliability, claim.credibility))
    document = _token(names.get(quote.document, quote.document), _DOCUMENT)
    line = f"from {document}:{_span(quote.span)} {marks} {quoted(quote.text)}"
    return f"{line} read {_reading(claim.reading)}" if claim.reading else line


def _reading(reading: Reading) -> str:
    line = f"{_token(reading.reader, _NAME)}/{_token(reading.version, _VERSION)}"
    if reading.edition:
        line += f" edition={_token(reading.edition, _NAME)}"
    return line if reading.probability is None else f"{line} p={reading.probability!r}"


def _value(value: Value) -> str:
    return value.value if isinstance(value, StrEnum) else _WRITERS[type(value)](value)


def _mention(mention: Mention, *, with_kind: bool = False) -> str:
    text = quoted(mention.text)
    if with_kind or mention.kind is not MentionKind.UNSPECIFIED:
        text += f"/{mention.kind.value}"
    text += _at(mention.span)
    return f"{text}={quoted(mention.name)}" if mention.name else text


def _span(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _at(span: Span | None) -> str:
    return "" if span is None else f"@{_span(span)}"


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


_WRITERS: dict[type, Callable[[Value], str]] = {
    str: quoted,
    Mention: _mention,
    WrittenDate: _written_date,
    PartialDate: str,
    Duration: str,
    Quantity: _quantity,
    Charge: _record,
    Sentence: _record,
}
