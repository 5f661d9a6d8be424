"""Organisations, state organs and offices, and the words that show a phrase to be one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from habeas.model.errors import ReferenceBroken
from habeas.reference.files import read
from habeas.reference.index import Index, plain
from habeas.reference.languages import codes, own_names, own_names_by_id

_PEOPLES = ("crh",)  # languages of names alone: no text in them is read


class BodyKind(StrEnum):
    """What sort of body."""

    INTERGOVERNMENTAL = "intergovernmental"
    UN = "un"  # an organ or mandate of the United Nations
    GOVERNMENT = "government"
    MINISTRY = "ministry"
    PARLIAMENT = "parliament"
    COURT = "court"
    PROSECUTION = "prosecution"
    POLICE = "police"
    SECURITY_SERVICE = "security_service"
    ARMED_FORCE = "armed_force"
    OMBUDSMAN = "ombudsman"
    PRESS_SERVICE = "press_service"
    STATE_ORGAN = "state_organ"  # any other
    OCCUPATION_AUTHORITY = "occupation_authority"
    REPRESENTATIVE = "representative"  # of a people
    FORUM = "forum"
    NGO = "ngo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """One body with its names; `state` is whose organ it is or where it works.

    `within` is a body's id. `weak` are pairs: one of its names, and what else that name means.
    `is_verified` is false where the entry comes from general knowledge.
    """

    id: str
    name: str
    kind: BodyKind
    other_names: tuple[str, ...] = ()
    local_names: tuple[str, ...] = ()
    state: str = ""
    within: str = ""
    weak: tuple[tuple[str, str], ...] = ()
    source: str = ""
    is_verified: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office every state has one of ("foreign ministry"): only the context says whose."""

    id: str
    kind: BodyKind
    names: tuple[str, ...]


@cache
def bodies() -> tuple[Body, ...]:
    """All bodies, by id."""
    return tuple(_body(entry) for entry in read("bodies.yml"))


@cache
def offices() -> tuple[Office, ...]:
    """All offices, by id."""
    return tuple(_office(entry) for entry in read("body_words.yml")["offices"])


def body_named(text: str) -> tuple[Body, ...]:
    """The bodies with this name or abbreviation, in any of the languages.

    >>> [found.id for found in body_named("the European Union")]
    ['eu']
    """
    return _names().find(text)


def office(text: str) -> Office | None:
    """The office these words name, whosever it is: `office("MFA")`."""
    found = _offices().find(text)
    return found[0] if found else None


def other_meaning(text: str) -> str:
    """What a name of a body also means; empty where nothing is known."""
    return _other_meanings().get(plain(text), "")


@cache
def head_words(language: str = "en") -> frozenset[str]:
    """Nouns that make a capitalised phrase the name of a body: "Ministry", "Court", "Group"."""
    return frozenset(_words(language)["heads"])


@cache
def weak_head_words(language: str = "en") -> frozenset[str]:
    """Those head words that need a second sign, for they also mean something else: "Party"."""
    return frozenset(_words(language)["weak"])


@cache
def forum_words(language: str = "en") -> frozenset[str]:
    """Nouns for where states and people meet: "Summit", "Platform"."""
    return frozenset(_words(language)["forums"])


@cache
def instrument_words(language: str = "en") -> frozenset[str]:
    """Nouns for what is adopted, signed or endorsed: "Declaration", "Resolution"."""
    return frozenset(_words(language)["instruments"])


@cache
def _names() -> Index[Body]:
    return Index(
        (name, each)
        for each in bodies()
        for name in (each.name, *each.other_names, *each.local_names)
    )


@cache
def _offices() -> Index[Office]:
    return Index((name, each) for each in offices() for name in each.names)


@cache
def _other_meanings() -> dict[str, str]:
    return {plain(name): meaning for each in bodies() for name, meaning in each.weak}


def _body(entry: dict[str, Any]) -> Body:
    return Body(
        id=entry["id"],
        name=entry["name"],
        kind=BodyKind(entry["kind"]),
        other_names=tuple(entry.get("other_names", ())),
        local_names=_local_names(entry, "bodies"),
        state=entry.get("state", ""),
        within=entry.get("within", ""),
        weak=tuple(entry.get("weak", {}).items()),
        source=entry.get("source", ""),
        is_verified=not entry.get("unverified", False),
    )


def _office(entry: dict[str, Any]) -> Office:
    return Office(
        id=entry["id"],
        kind=BodyKind(entry["kind"]),
        names=_local_names(entry, "offices"),
    )


def _local_names(entry: dict[str, Any], section: str) -> tuple[str, ...]:
    """Names by language: of the entry, then of the folders of the languages."""
    added = own_names_by_id(section).get(entry["id"], {})
    tongues = (*codes(), *_PEOPLES)
    return tuple(
        dict.fromkeys(
            name for tongue in tongues for name in (*entry.get(tongue, ()), *added.get(tongue, ()))
        )
    )


def _words(language: str) -> dict[str, Any]:
    """The words of a language: of the shared file, else of its own folder. ReferenceBroken."""
    shared = read("body_words.yml")
    found = shared[language] if language in shared else dict(own_names("words")).get(language)
    if found is None:
        raise ReferenceBroken(
            file=f"lexicons/{language}/names.yml", entry="words", what="there are none"
        )
    return found  # type: ignore[no-any-return]  # checked against its schema
