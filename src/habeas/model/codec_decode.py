"""Plain data to values of the model: a decoder is put together once per type, from annotations.

What does not fit is raised as `Misfit`, which gathers on its way up the place where it stood.
"""

from __future__ import annotations

import dataclasses
import reprlib
import types
import typing
from collections.abc import Callable, Collection
from datetime import datetime
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, TypeAlias

from habeas.model.claim import KIND_OF
from habeas.model.codec_encode import ABSENT, TEXT_VALUES, Hint, Plain, slots_of
from habeas.model.errors import ValueMalformed

Decoder: TypeAlias = Callable[[Plain], Any]


class Misfit(Exception):
    """Plain data that fits no value; never leaves the codec."""

    def __init__(self, *, found: Plain, expected: str, example: str) -> None:
        super().__init__(expected)
        self.found = found if type(found) is str else shown(found)
        self.expected = expected
        self.example = example
        self.steps: list[object] = []

    @property
    def place(self) -> str:
        """Where it stood, from the outside in: `territory.1.span.start`."""
        return ".".join(str(step) for step in reversed(self.steps))


def shown(plain: Plain) -> str:
    """Any plain data, however large or deep, in a few words."""
    try:
        return reprlib.repr(plain)
    except ValueError:  # a whole number of more digits than Python will write
        return f"a very long {type(plain).__name__}"


@cache
def decoder_of(hint: Hint) -> Decoder:
    """What turns plain data into values of a type."""
    origin: Hint = typing.get_origin(hint)
    if origin is not None:
        return _compound(origin, typing.get_args(hint))
    if hint in TEXT_VALUES or hint is datetime:
        return _written(hint)
    if dataclasses.is_dataclass(hint):
        return _record(hint)
    if hint is float:
        return _number
    if issubclass(hint, StrEnum):
        return _choice(hint)
    return _TEXT if hint is str else _exactly(hint)


def _exactly(kind: type) -> Decoder:
    expected = {str: "text", int: "a whole number", bool: "true or false", list: "a list"}[kind]
    example = {str: '"text"', int: "5", bool: "true", list: "[]"}[kind]

    def decode(plain: Plain) -> Plain:
        # A bool is an int to Python, and not to us.
        if type(plain) is not kind:
            raise Misfit(found=plain, expected=expected, example=example)
        return plain

    return decode


_TEXT = _exactly(str)


def _number(plain: Plain) -> float:
    if type(plain) not in (int, float):
        raise Misfit(found=plain, expected="a number", example="0.92")
    try:
        return float(plain)
    except OverflowError as broken:
        raise Misfit(found=plain, expected="a number", example="0.92") from broken


def _choice(kind: type[StrEnum]) -> Decoder:
    by_value: dict[Plain, StrEnum] = {choice.value: choice for choice in kind}
    example = ", ".join(by_value)

    def decode(plain: Plain) -> StrEnum:
        found = by_value.get(plain) if type(plain) is str else None
        if found is None:
            raise Misfit(
                found=plain, expected=f"one of the {kind.__name__} values", example=example
            )
        return found

    return decode


def _written(kind: Hint) -> Decoder:
    """Values that are one string. They never change, so equal ones are shared."""
    build = lru_cache(maxsize=16384)(datetime.fromisoformat if kind is datetime else kind)

    def decode(plain: Plain) -> object:
        try:
            return build(_TEXT(plain))
        except ValueMalformed as broken:
            raise _misfit(broken) from broken
        except ValueError as broken:
            raise Misfit(
                found=plain, expected="a time (ISO 8601)", example="2021-02-15T10:30:00+00:00"
            ) from broken

    return decode


def _misfit(broken: ValueMalformed) -> Misfit:
    return Misfit(found=broken.value, expected=broken.expected, example=broken.example)


def _compound(origin: Hint, within: tuple[Hint, ...]) -> Decoder:
    if origin in (types.UnionType, typing.Union):
        return _union(within)
    if origin is frozenset:
        return _gathered(frozenset, decoder_of(within[0]))
    if within[-1] is Ellipsis:
        return _gathered(tuple, decoder_of(within[0]))
    return _fixed([decoder_of(one) for one in within])


def _union(choices: tuple[Hint, ...]) -> Decoder:
    real = [choice for choice in choices if choice is not types.NoneType]
    if len(real) == 1:
        inner = decoder_of(real[0])
        return lambda plain: None if plain is None else inner(plain)
    by_name = {choice.__name__: decoder_of(choice) for choice in real}

    def decode(plain: Plain) -> object:
        names = list(plain) if type(plain) is dict else []
        if len(names) != 1 or names[0] not in by_name:
            expected = f"a value under the name of its type: {', '.join(by_name)}"
            raise Misfit(found=plain, expected=expected, example='{"str": "text"}')
        return _at(names[0], by_name[names[0]], plain[names[0]])

    return decode


def _at(step: object, decode: Decoder, plain: Plain) -> object:
    try:
        return decode(plain)
    except Misfit as misfit:
        misfit.steps.append(step)
        raise


def _gathered(gather: Callable[[list[object]], Collection[object]], inner: Decoder) -> Decoder:
    items = _exactly(list)

    def decode(plain: Plain) -> Collection[object]:
        values: list[object] = []
        listed = items(plain)
        try:
            for item in listed:
                values.append(inner(item))  # noqa: PERF401  (their count tells where one misfits)
        except Misfit as misfit:
            misfit.steps.append(len(values))
            raise
        return gather(values)

    return decode


def _fixed(decoders: list[Decoder]) -> Decoder:
    def decode(plain: Plain) -> tuple[object, ...]:
        if type(plain) is not list or len(plain) != len(decoders):
            raise Misfit(found=plain, expected=f"a list of {len(decoders)}", example="[..., ...]")
        pairs = enumerate(zip(decoders, plain, strict=True))
        return tuple([_at(at, one, item) for at, (one, item) in pairs])

    return decode


def _record(kind: Hint) -> Decoder:
    slots = slots_of(kind)
    decoders = {name: decoder_of(hint) for name, hint, _ in slots}
    needed = [name for name, _, default in slots if default is ABSENT]
    if kind in KIND_OF:
        return _claim(kind, _values(kind.__name__, decoders | {"claim": _exactly(str)}), needed)
    values_in = _values(kind.__name__, decoders)

    def decode(plain: Plain) -> object:
        return _built(kind, values_in(plain), needed)

    return decode


def _claim(kind: Hint, values_in: Decoder, needed: list[str]) -> Decoder:
    word = KIND_OF[kind]

    def decode(plain: Plain) -> object:
        values = values_in(plain)
        if values.pop("claim", "") != word:
            raise Misfit(found=plain, expected=f"a claim of the kind {word}", example=word)
        return _built(kind, values, needed)

    return decode


def _values(record: str, decoders: dict[str, Decoder]) -> Decoder:
    """The slots of a record by name, each with its value."""

    def decode(plain: Plain) -> dict[str, Any]:
        if type(plain) is not dict:
            raise Misfit(found=plain, expected=f"a record ({record})", example="{...}")
        values: dict[str, Any] = {}
        name: Plain = None
        try:
            for name, held in plain.items():
                values[name] = decoders[name](held)
        except Misfit as misfit:
            misfit.steps.append(name)
            raise
        except KeyError as broken:
            expected = f"a slot of {record}"
            raise Misfit(found=name, expected=expected, example=", ".join(decoders)) from broken
        return values

    return decode


def _built(kind: Hint, values: dict[str, Any], needed: list[str]) -> object:
    try:
        return kind(**values)
    except ValueMalformed as broken:
        raise _misfit(broken) from broken
    except TypeError as broken:
        missing = ", ".join(name for name in needed if name not in values)
        expected = f"a whole {kind.__name__}: {missing} is missing"
        raise Misfit(found=values, expected=expected, example="{...}") from broken
