"""Plain data that fits to values of the model, several times sooner than by `codec_decode`.

A quick decoder accepts nothing that the other refuses, and may fail on what the other accepts; why
something does not fit is for the other to say. For each kind of record one function is written out
and compiled: a loop over the slots, and an `__init__` that is kept from assigning, take most of the
time otherwise.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import is_dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache, lru_cache

from habeas.model.claim import KIND_OF
from habeas.model.codec_compiled import compiled
from habeas.model.codec_decode import Decoder
from habeas.model.codec_encode import ABSENT, TEXT_VALUES, Hint, Plain, slots_of

_SHARED = 16384  # equal dates and times are one value: they never change


@cache
def quick_decoder_of(hint: Hint) -> Decoder:
    """What turns plain data that fits into values of a type; fails on the rest."""
    origin: Hint = typing.get_origin(hint)
    if origin is not None:
        return _compound(origin, typing.get_args(hint))
    if hint in TEXT_VALUES or hint is datetime:
        # Text is all they can be made of.
        return lru_cache(_SHARED)(datetime.fromisoformat if hint is datetime else hint)
    if is_dataclass(hint):
        return _record(hint)
    if issubclass(hint, StrEnum):
        return {choice.value: choice for choice in hint}.__getitem__
    return _exactly(hint)


def _exactly(kind: type) -> Decoder:
    def decode(plain: Plain) -> Plain:
        if type(plain) is not kind:
            raise TypeError(plain)
        return plain

    return decode


def _compound(origin: Hint, within: tuple[Hint, ...]) -> Decoder:
    if origin in (types.UnionType, typing.Union):
        return _union([choice for choice in within if choice is not types.NoneType])
    if origin is frozenset:
        return _gathered(frozenset, quick_decoder_of(within[0]))
    if within[-1] is Ellipsis:
        return _gathered(tuple, quick_decoder_of(within[0]))
    decoders = [quick_decoder_of(one) for one in within]
    items = _exactly(list)
    return lambda plain: tuple(
        [one(item) for one, item in zip(decoders, items(plain), strict=True)]
    )


def _union(choices: list[Hint]) -> Decoder:
    """None fits no decoder, so that an optional value is left to the careful way where it is."""
    if len(choices) == 1:
        return quick_decoder_of(choices[0])
    by_name = {choice.__name__: quick_decoder_of(choice) for choice in choices}

    def decode(plain: Plain) -> object:
        ((name, held),) = plain.items()
        return by_name[name](held)

    return decode


def _gathered(gather: Callable[[list[object]], object], inner: Decoder) -> Decoder:
    def decode(plain: Plain) -> object:
        if type(plain) is not list:
            raise TypeError(plain)
        return gather([inner(item) for item in plain])

    return decode


def _record(kind: Hint) -> Decoder:
    """Fills a blank of the same layout that may be assigned to, then makes it what it is."""
    about: dict[str, object] = {"Kind": kind, "Blank": _blank(kind), "new": object.__new__}
    lines = ["def decode(plain):", " if type(plain) is not dict: raise TypeError"]
    lines += [" record = new(Blank)", " found = 0"]
    if kind in KIND_OF:
        lines.append(f" if plain['claim'] != {KIND_OF[kind]!r}: raise ValueError")
        lines.append(" found = 1")
    for name, hint, default in slots_of(kind):
        about |= {f"{name}_of": quick_decoder_of(hint), f"no_{name}": default}
        lines += _slot(name, hint, is_needed=default is ABSENT)
    lines += [" if found != len(plain): raise ValueError", " record.__class__ = Kind"]
    if hasattr(kind, "__post_init__"):
        lines.append(" record.__post_init__()")
    lines.append(" return record")
    return compiled("decode", lines, about)


def _slot(name: str, hint: Hint, *, is_needed: bool) -> list[str]:
    if hint is str:
        taken = [
            f" record.{name} = held = plain[{name!r}]",
            " if type(held) is not str: raise TypeError",
            " found += 1",
        ]
    else:
        taken = [f" record.{name} = {name}_of(plain[{name!r}])", " found += 1"]
    if is_needed:
        return taken
    within = [f" {line}" for line in taken]
    return [f" if {name!r} in plain:", *within, f" else: record.{name} = no_{name}"]


def _blank(kind: Hint) -> type:
    about = {"__slots__": kind.__slots__, "__setattr__": object.__setattr__}
    return type(kind.__name__, kind.__bases__, about)
