"""Values of the model to plain data: an encoder is put together once per type, from annotations."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias

from habeas.model.claim import KIND_OF
from habeas.model.duration import Duration
from habeas.model.partial_date import PartialDate

Hint: TypeAlias = Any  # an annotation: a class, a union, a generic; no type covers them all
Plain: TypeAlias = Any  # what JSON can hold; its shape is what reading it back has to find out
Encoder: TypeAlias = Callable[[Any], Plain]

TEXT_VALUES = (PartialDate, Duration)  # values whose whole content is one string
ABSENT = object()  # stands for the default of a slot that must be filled; equals no value


def as_it_is(value: Plain) -> Plain:
    """Encodes what is plain already."""
    return value


@cache
def encoder_of(hint: Hint) -> Encoder:
    """What turns values of a type into plain data."""
    origin: Hint = typing.get_origin(hint)
    if origin is not None:
        return _compound(origin, typing.get_args(hint))
    if hint in TEXT_VALUES:
        return attrgetter("text")
    if dataclasses.is_dataclass(hint):
        return _record(hint)
    if hint is datetime:
        return datetime.isoformat
    return str.__str__ if issubclass(hint, StrEnum) else as_it_is


def slots_of(kind: Hint) -> list[tuple[str, Hint, object]]:
    """Name, annotation and default of every slot of a record."""
    hints = typing.get_type_hints(kind)
    return [
        (
            slot.name,
            hints[slot.name],
            ABSENT if slot.default is dataclasses.MISSING else slot.default,
        )
        for slot in dataclasses.fields(kind)
    ]


def _compound(origin: Hint, within: tuple[Hint, ...]) -> Encoder:
    if origin in (types.UnionType, typing.Union):
        return _union(within)
    if origin is frozenset:
        return sorted
    if within[-1] is Ellipsis:
        inner = encoder_of(within[0])
        return list if inner is as_it_is else lambda values: [inner(value) for value in values]
    encoders = [encoder_of(one) for one in within]
    return lambda values: [one(value) for one, value in zip(encoders, values, strict=True)]


def _union(choices: tuple[Hint, ...]) -> Encoder:
    """Optional values as they are; of several types, the value under the name of its type."""
    real = [choice for choice in choices if choice is not types.NoneType]
    if len(real) == 1:
        inner = encoder_of(real[0])
        return as_it_is if inner is as_it_is else _optional(inner)
    encoders = {choice: encoder_of(choice) for choice in real}
    return lambda value: {type(value).__name__: encoders[type(value)](value)}


def _optional(inner: Encoder) -> Encoder:
    # Not `value and ...`: an empty span is false, and still a span.
    return lambda value: None if value is None else inner(value)


def _record(kind: Hint) -> Encoder:
    """Slots at their default are left out; a claim names its kind."""
    slots = slots_of(kind)
    names = [name for name, _, _ in slots]
    defaults = [default for _, _, default in slots]
    encoders = [encoder_of(hint) for _, hint, _ in slots]
    held_in = _all_of(names)
    head = {"claim": KIND_OF[kind]} if kind in KIND_OF else {}

    def encode(record: object) -> Plain:
        plain: dict[str, Plain] = head.copy()
        # Four lists of one length, by their making; checking it again costs a tenth of the time.
        for name, default, one, held in zip(names, defaults, encoders, held_in(record)):  # noqa: B905
            if held is not default and (default is None or held != default):
                plain[name] = held if one is as_it_is else one(held)
        return plain

    return encode


def _all_of(names: list[str]) -> Callable[[object], tuple[object, ...]]:
    get = attrgetter(*names)
    # attrgetter of one name gives the value bare.
    return (lambda record: (get(record),)) if len(names) == 1 else get
