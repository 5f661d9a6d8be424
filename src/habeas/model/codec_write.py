"""Values of the model straight to canonical JSON: a writer is put together once per type.

The text is that of `canonical(to_plain(value))`, in a third of the time: nothing plain is built on
the way. A writer may fail on a value that is not of its type; whoever calls it then goes that way.
"""

from __future__ import annotations

import math
import types
import typing
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import cache
from json.encoder import encode_basestring
from typing import TypeAlias

from habeas.model.claim import KIND_OF
from habeas.model.codec_compiled import compiled
from habeas.model.codec_encode import ABSENT, TEXT_VALUES, Hint, slots_of

Write: TypeAlias = Callable[[Hint], str]
# What a writer stumbles over where a value is not of the type that its annotation says.
STUMBLES = (TypeError, ValueError, KeyError, AttributeError)


@cache
def writer_of(hint: Hint) -> Write:
    """What writes values of a type as canonical JSON."""
    origin: Hint = typing.get_origin(hint)
    if origin is not None:
        return _compound(origin, typing.get_args(hint))
    if hint in _ATOMS:
        return _ATOMS[hint]
    if hint in TEXT_VALUES:
        return lambda value: encode_basestring(value.text)
    if issubclass(hint, StrEnum):
        return {choice: encode_basestring(choice.value) for choice in hint}.__getitem__
    parts_of = slots_written(hint)
    return lambda record: f"{{{','.join(parts_of(record))}}}"


@cache
def slots_written(kind: Hint) -> Callable[[object], list[str]]:
    """What writes the slots of a record that are not at their default: `"name":value`, sorted."""
    lines = ["def write(record):", " slots = []"]
    about: dict[str, object] = {}
    slots = {name: (hint, default) for name, hint, default in slots_of(kind)}
    for name in sorted({*slots, "claim"} if kind in KIND_OF else slots):
        if name not in slots:
            lines.append(f""" slots.append('"claim":"{KIND_OF[kind]}"')""")
            continue
        hint, default = slots[name]
        about |= {f"{name}_of": writer_of(hint), f"no_{name}": default}
        lines += _slot(name, default)
    return compiled("write", [*lines, " return slots"], about)


def _slot(name: str, default: object) -> list[str]:
    told = f"""slots.append('"{name}":' + {name}_of(held))"""
    taken = f" held = record.{name}"
    if default is ABSENT:
        return [taken, f" {told}"]
    # An empty span equals no default and is false: only what is the default is left out.
    differs = "" if default is None else f" and held != no_{name}"
    return [taken, f" if held is not no_{name}{differs}: {told}"]


def _compound(origin: Hint, within: tuple[Hint, ...]) -> Write:
    if origin in (types.UnionType, typing.Union):
        return _union(within)
    if origin is frozenset:
        inner = writer_of(within[0])
        return lambda values: f"[{','.join([inner(value) for value in sorted(values)])}]"
    if within[-1] is Ellipsis:
        inner = writer_of(within[0])
        return lambda values: f"[{','.join([inner(value) for value in values])}]"
    writers = [writer_of(one) for one in within]
    return lambda values: (
        f"[{','.join([one(value) for one, value in zip(writers, values, strict=True)])}]"
    )


def _union(choices: tuple[Hint, ...]) -> Write:
    real = [choice for choice in choices if choice is not types.NoneType]
    writers = {choice: writer_of(choice) for choice in real}
    if len(real) == 1:
        inner = writers[real[0]]
        return inner if len(choices) == 1 else _optional(inner)
    return lambda value: f'{{"{type(value).__name__}":{writers[type(value)](value)}}}'


def _optional(inner: Write) -> Write:
    return lambda value: "null" if value is None else inner(value)


def _whole(value: int) -> str:
    # A bool is an int to Python, and not to JSON.
    if type(value) is not int:
        raise TypeError(value)
    return int.__repr__(value)


def _number(value: float) -> str:
    if type(value) is not float or not math.isfinite(value):
        raise TypeError(value)
    return float.__repr__(value)


_ATOMS: dict[Hint, Write] = {
    str: encode_basestring,
    int: _whole,
    float: _number,
    bool: {True: "true", False: "false"}.__getitem__,
    datetime: lambda at: f'"{datetime.isoformat(at)}"',
}
