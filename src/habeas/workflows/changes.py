"""What changed in a register between two moments of learning: who, what, and by whose entry."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from habeas.ledger.register import Register
from habeas.ledger.subjects import PERSON
from habeas.ledger.view import View
from habeas.model.entry import Entry
from habeas.model.person import HeldValue, Person

_SEVERAL = "; "


class ChangeKind(StrEnum):
    """What became of a person."""

    NEW = "new"
    GONE = "gone"  # joined with somebody, or nothing is held of them any more
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Point:
    """One thing held of a person, before and after; empty where nothing was, or is."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PersonChange:
    """What changed of one person; `joined` is whom a person gone belongs to now."""

    id: str
    name: str
    kind: ChangeKind
    points: tuple[Point, ...] = ()
    joined: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """All between two positions of the ledger: entries by kind and by actor, and persons."""

    after: int
    until: int
    entries: Counter[str]
    actors: Counter[str]
    persons: tuple[PersonChange, ...]


def changes(
    register: Register,
    *,
    since: datetime | None,
    until: datetime | None = None,
    as_of: date | None = None,
) -> Changes:
    """From what was known at `since` to what was known at `until` (None: the start, the end).

    `as_of` looks at both as of one day.
    """
    later = register.view(as_of=as_of, known_at=until)
    earlier = register.view(as_of=as_of, known_at=since) if since else None
    after = earlier.head.position if earlier else 0
    entered = list(register.log(after=after, until=later.head.position))
    subjects = _subjects(register, entered)
    found = _compared(earlier, later, subjects)
    return Changes(
        after=after,
        until=later.head.position,
        entries=Counter(entry.kind.value for entry in entered),
        actors=Counter(entry.actor for entry in entered),
        persons=tuple(sorted(found, key=lambda one: (one.kind.value, one.name, one.id))),
    )


def _subjects(register: Register, entered: Iterable[Entry]) -> set[str]:
    return {
        subject
        for entry in entered
        for subject in register.store.subjects_of(entry.position)
        if subject.startswith(PERSON)
    }


def _compared(earlier: View | None, later: View, subjects: set[str]) -> Iterator[PersonChange]:
    before = {one.id: one for one in earlier.persons_among(subjects)} if earlier else {}
    after = {one.id: one for one in later.persons_among(subjects)}
    joined = later.one_with()
    went_on = _went_on(before, after, joined)
    for name, new in after.items():
        old = before.get(name) or before.get(went_on.get(name, ""))
        points = tuple(_points(facts_of(old) if old else {}, facts_of(new)))
        if old is None:
            yield PersonChange(name, new.name, ChangeKind.NEW, points)
        elif points:
            yield PersonChange(name, new.name, ChangeKind.CHANGED, points)
    left = before.keys() - after.keys() - set(went_on.values())
    for name in sorted(left):
        now = joined.get(name, "")
        gone = PersonChange(name, before[name].name, ChangeKind.GONE)
        yield gone if now == name else replace(gone, joined=now)


def _went_on(
    before: Mapping[str, Person], after: Mapping[str, Person], joined: Mapping[str, str]
) -> dict[str, str]:
    """Persons that go by another key since they were joined, with the key they had before.

    Of several joined into one the first goes on; the others are told as gone.
    """
    found: dict[str, str] = {}
    for name in sorted(before.keys() - after.keys()):
        now = joined.get(name, name)
        if now in after and now not in before:
            found.setdefault(now, name)
    return found


def facts_of(person: Person) -> dict[str, str]:
    """What is held of a person, point by point, in words that can be set side by side."""
    facts = {"names": _values(person.names)}
    for attribute in person.attributes:
        facts[_words(attribute.attribute.value)] = _values(attribute.values)
    for number, episode in enumerate(person.episodes, start=1):
        head = f"episode {number}"
        facts[f"{head}, status"] = _words(episode.status.value)
        for stage in episode.stages:
            what = f"{head}, {_words(stage.event.value)}"
            facts[what] = _joined(facts.get(what, ""), _values(stage.dates) or "undated")
            for slot, values in stage.slots:
                label = f"{what}, {_words(slot)}"
                facts[label] = _joined(facts.get(label, ""), _values(values))
            if stage.claims_against:
                facts[f"{what}, denied by"] = f"{len(stage.claims_against)} claims"
    return {what: value for what, value in facts.items() if value}


def _points(before: dict[str, str], after: dict[str, str]) -> Iterator[Point]:
    for what in dict.fromkeys([*before, *after]):
        old, new = before.get(what, ""), after.get(what, "")
        if old != new:
            yield Point(what, old, new)


def _values(values: Iterable[HeldValue]) -> str:
    """The values that stand; those that compete with them in brackets."""
    values = list(values)
    held = [_dated(one) for one in values if one.is_held]
    others = [_dated(one) for one in values if not one.is_held]
    said = _SEVERAL.join(held)
    return f"{said} ({_SEVERAL.join(others)})".strip() if others else said


def _dated(one: HeldValue) -> str:
    return f"{one.value} [{one.when}]" if one.when else one.value


def _joined(said: str, more: str) -> str:
    return _SEVERAL.join(one for one in (said, more) if one)


def _words(code: str) -> str:
    return code.replace("_", " ")
