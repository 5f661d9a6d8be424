"""Reads what the process for hostile documents sends back, trusting nothing in it."""

from __future__ import annotations

import io
import pickle
from collections.abc import Sequence
from datetime import datetime, timedelta, timezone
from typing import TypeVar

from habeas.model.document import DateBasis, Document
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import OffsetMap, Rendition, Run
from habeas.reading.renderers.worker import DONE

_OURS = (DateBasis, Part, PartialDate, Problem, Severity, Span, OffsetMap, Rendition, Run)
_ALLOWED: tuple[type, ...] = (*_OURS, datetime, timedelta, timezone)
_VALUES = {(one.__module__, one.__qualname__): one for one in _ALLOWED}


class NoAnswer(Exception):  # named by what there is
    """The answer holds no result: `outcome` says what the process says, empty for nonsense."""

    def __init__(self, outcome: str = "", detail: str = "") -> None:
        super().__init__(f"{outcome} {detail}")
        self.outcome = outcome
        self.detail = detail


def rendered(answer: bytes, document: Document) -> tuple[Rendition | None, Sequence[Problem]]:
    """The rendition of just this document, and the problems. Raises: NoAnswer."""
    match _result(answer):
        case (Rendition(document=document.sha256) | None as rendition, [*listed]):
            return rendition, _all(Problem, listed)
    raise NoAnswer


def unpacked(answer: bytes) -> tuple[Sequence[Part], Sequence[Problem]]:
    """The parts and the problems. Raises: NoAnswer."""
    match _result(answer):
        case ([*parts], [*listed]):
            found = _all(Part, parts)
            # The bytes are hashed and kept as they are: nothing else may stand in their place.
            if all(isinstance(part.content, bytes) for part in found):
                return found, _all(Problem, listed)
    raise NoAnswer


_Value = TypeVar("_Value")


def _result(answer: bytes) -> object:
    try:
        outcome, result = _Values(io.BytesIO(answer)).load()
    except Exception as failure:
        raise NoAnswer from failure
    if outcome != DONE:
        raise NoAnswer(str(outcome), str(result))
    return result


def _all(kind: type[_Value], listed: Sequence[object]) -> list[_Value]:
    found = [one for one in listed if isinstance(one, kind)]
    if len(found) < len(listed):
        raise NoAnswer
    return found


class _Values(pickle.Unpickler):
    """Knows nothing but our own plain values, and so calls nothing but their constructors."""

    def find_class(self, module: str, name: str) -> object:
        try:
            return _VALUES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name}") from None
