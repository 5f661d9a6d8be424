"""Values of the model to JSON and back, from their annotations alone.

Empty slots are left out; a claim carries its kind under `claim`. `canonical` is the one byte form
that is hashed: sorted keys, no spaces, UTF-8, no number that is not finite.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from datetime import datetime
from enum import StrEnum
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from typing import Any, TypeVar

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
from habeas.model.duration import Duration
from habeas.model.errors import ValueMalformed
from habeas.model.partial_date import PartialDate

CLAIM_KINDS: dict[str, type[AnyClaim]] = {
    "event": EventClaim,
    "figure": FigureClaim,
    "attribute": AttributeClaim,
    "action": ActionClaim,
    "characterisation": CharacterisationClaim,
    "leverage": LeverageClaim,
}
KIND_OF = {kind: name for name, kind in CLAIM_KINDS.items()}
_TEXT_VALUES = (PartialDate, Duration)  # values whose whole content is one string
# A claim is the same claim whoever read it and however it was graded.
_NOT_IDENTITY = ("reading", "source", "reliability", "credibility")
_ABSENT = object()

T = TypeVar("T")


def canonical(value: object) -> str:
    """The one JSON form of plain data that hashes are taken over."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def to_plain(value: Any) -> Any:
    """A model value as dicts, lists and strings."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, str | int | float | bool):
        return value
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, _TEXT_VALUES):
        return value.text
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(item) for item in (sorted(value) if isinstance(value, frozenset) else value)]
    plain = {
        name: to_plain(held)
        for name, default in _slots(type(value))
        if (held := getattr(value, name)) != default
    }
    if isinstance(value, Claim):
        plain["claim"] = KIND_OF[type(value)]  # type: ignore[index]
        if isinstance(value, AttributeClaim):
            plain["value"] = {type(value.value).__name__: plain["value"]}
    return plain


def from_plain(kind: type[T], plain: Any) -> T:
    """The value of type `kind` that `plain` writes. Raises: ValueMalformed, when it does not fit."""
    try:
        return typing.cast("T", _decoder(kind)(plain))
    except (KeyError, TypeError, AttributeError, ValueError) as broken:
        raise ValueMalformed(
            value=str(plain)[:200], expected=f"a stored {kind.__name__}", example="a record written by Habeas"
        ) from broken


def claim_from_plain(plain: Any) -> AnyClaim:
    """The claim that `plain` writes, whatever its kind. Raises: ValueMalformed."""
    kind = CLAIM_KINDS.get(plain.get("claim", "") if isinstance(plain, dict) else "")
    if kind is None:
        raise ValueMalformed(value=str(plain)[:200], expected="a stored claim", example='{"claim": "event", ...}')
    return from_plain(kind, {name: value for name, value in plain.items() if name != "claim"})


def claim_id(claim: AnyClaim) -> str:
    """The claim's own identity: 32 hex digits over what is claimed and where it stands.

    Reader, probability and grades stay out of it: reading again, or grading, makes no new claim.
    """
    plain = {name: value for name, value in to_plain(claim).items() if name not in _NOT_IDENTITY}
    return sha256(canonical(plain).encode()).hexdigest()[:32]


def record_id(value: object) -> str:
    """An identity for any other record: 32 hex digits over its canonical form."""
    return sha256(f"{type(value).__name__}{canonical(to_plain(value))}".encode()).hexdigest()[:32]


@cache
def _slots(kind: type) -> tuple[tuple[str, Any], ...]:
    """Names and defaults of a dataclass; no value equals the default of a slot that must be filled."""
    return tuple(
        (slot.name, _ABSENT if slot.default is dataclasses.MISSING else slot.default)
        for slot in dataclasses.fields(kind)
    )


@cache
def _decoder(kind: Any) -> Callable[[Any], Any]:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        return _union_decoder(typing.get_args(kind))
    if origin is tuple:
        return _tuple_decoder(typing.get_args(kind))
    if origin is frozenset:
        return frozenset
    if dataclasses.is_dataclass(kind) and kind not in _TEXT_VALUES:
        return _record_decoder(typing.cast("type", kind))
    if kind is datetime:
        return datetime.fromisoformat
    if kind is float:
        return float
    if kind in (str, int, bool):
        return _exactly(kind)
    return typing.cast("Callable[[Any], Any]", kind)


def _exactly(kind: type) -> Callable[[Any], Any]:
    def decode(plain: Any) -> Any:
        if type(plain) is not kind:
            raise TypeError(kind, plain)
        return plain

    return decode


def _union_decoder(choices: tuple[Any, ...]) -> Callable[[Any], Any]:
    real = [choice for choice in choices if choice is not types.NoneType]
    if len(real) == 1:
        inner = _decoder(real[0])
        return lambda plain: None if plain is None else inner(plain)
    by_name = {choice.__name__: _decoder(choice) for choice in real}

    def decode(plain: Any) -> Any:
        ((name, value),) = plain.items()
        return by_name[name](value)

    return decode


def _tuple_decoder(items: tuple[Any, ...]) -> Callable[[Any], Any]:
    if items[-1] is Ellipsis:
        inner = _decoder(items[0])
        return lambda plain: tuple([inner(item) for item in plain])
    decoders = [_decoder(item) for item in items]
    return lambda plain: tuple([one(item) for one, item in zip(decoders, plain, strict=True)])


def _record_decoder(kind: type) -> Callable[[Any], Any]:
    hints = typing.get_type_hints(kind)
    decoders = {slot.name: _decoder(hints[slot.name]) for slot in dataclasses.fields(kind)}

    def decode(plain: Any) -> Any:
        return kind(**{name: decoders[name](value) for name, value in plain.items()})

    return decode
