"""Moves every span in a claim from cleaned text to where the words stand in the captured text."""

from __future__ import annotations

import dataclasses
from typing import Any, TypeVar

from habeas.model.claim import Claim
from habeas.model.mention import Mention
from habeas.model.rendition import OffsetMap
from habeas.model.written_date import WrittenDate

T = TypeVar("T", bound=Claim)


def relocated(claim: T, offsets: OffsetMap) -> T:
    """The claim with the spans of its mentions and dates in captured offsets.

    The quote is left alone.
    """
    if offsets.is_identity:
        return claim
    moved: dict[str, Any] = {}
    for slot in dataclasses.fields(claim):
        value = getattr(claim, slot.name)
        if (new := _moved(value, offsets)) is not value:
            moved[slot.name] = new
    return dataclasses.replace(claim, **moved) if moved else claim


def _moved(value: object, offsets: OffsetMap) -> object:
    if isinstance(value, Mention | WrittenDate) and value.span is not None:
        return dataclasses.replace(value, span=offsets.to_captured(value.span))
    if isinstance(value, tuple) and any(isinstance(item, Mention) for item in value):
        return tuple(_moved(item, offsets) for item in value)
    return value
