"""Our kinds in the vocabularies others use: HURIDOCS micro-thesauri, CAMEO and PLOVER."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from habeas.model.vocabulary import ActionKind, Characterisation, CustodyStatus, EventKind
from habeas.reference.files import read

Kind = EventKind | ActionKind | Characterisation | CustodyStatus

VOCABULARIES: dict[str, type[Kind]] = {
    "event": EventKind,
    "action": ActionKind,
    "characterisation": Characterisation,
    "status": CustodyStatus,
}
_HURIDOCS = "codes/huridocs.yml"
_PLOVER = "codes/plover.yml"

# A kind of one vocabulary equals the kind of another with the same word: the vocabulary is needed.
_Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class HuridocsCode:
    """One term: the number of its micro-thesaurus, its code, and when it says something else."""

    thesaurus: int
    code: str
    means: str
    caution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PloverCode:
    """One event type. `score` is None where no source gives one.

    `is_verified` is false where the choice of the code is ours alone.
    """

    cameo: tuple[str, ...]
    category: str
    mode: str = ""
    context: str = ""
    score: float | None = None
    caution: str = ""
    is_verified: bool = True


def huridocs(kind: Kind) -> tuple[HuridocsCode, ...]:
    """The HURIDOCS terms for a kind; none where `why_unmapped` says why.

    >>> [(found.thesaurus, found.code) for found in huridocs(EventKind.ARRESTED)]
    [(4, '030101000000')]
    """
    return _huridocs().get(_key(kind), ())


def plover(kind: Kind) -> tuple[PloverCode, ...]:
    """The PLOVER types for a kind; none where `why_unmapped` says why."""
    return _plover().get(_key(kind), ())


def why_unmapped(kind: Kind, *, scheme: str) -> str:
    """Why a kind has no code in `huridocs` or `plover`; empty where it has one."""
    return _reasons(f"codes/{scheme}.yml").get(_key(kind), "")


def _key(kind: Kind) -> _Key:
    return type(kind).__name__, kind.value


def _keyed(entry: dict[str, Any], word: str) -> _Key:
    return _key(VOCABULARIES[entry["of"]](word))


@cache
def _huridocs() -> dict[_Key, tuple[HuridocsCode, ...]]:
    found: dict[_Key, tuple[HuridocsCode, ...]] = {}
    for entry in read(_HURIDOCS)["codes"]:
        code = HuridocsCode(
            thesaurus=entry["list"],
            code=entry["code"],
            means=entry["means"],
            caution=entry.get("caution", ""),
        )
        key = _keyed(entry, entry["kind"])
        found[key] = (*found.get(key, ()), code)
    return found


@cache
def _plover() -> dict[_Key, tuple[PloverCode, ...]]:
    found: dict[_Key, tuple[PloverCode, ...]] = {}
    for entry in read(_PLOVER)["codes"]:
        code = PloverCode(
            cameo=tuple(entry["cameo"]),
            category=entry["category"],
            mode=entry.get("mode", ""),
            context=entry.get("context", ""),
            score=entry.get("score"),
            caution=entry.get("caution", ""),
            is_verified=not entry.get("unverified", False),
        )
        key = _keyed(entry, entry["kind"])
        found[key] = (*found.get(key, ()), code)
    return found


@cache
def _reasons(file: str) -> dict[_Key, str]:
    return dict(_given(file))


def _given(file: str) -> Iterator[tuple[_Key, str]]:
    for entry in read(file)["unmapped"]:
        for word in entry["kinds"]:
            yield _keyed(entry, word), entry["reason"]
