"""One person of a list, with the row and cell the name stands in; rows that say the same, as one.

Rows that say the same are compared once, so that ten thousand people of one name cost no more than
one. They stay rows of their own: nothing says that they are one person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.resolution.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One person as a list has them.

    `where` names file, sheet and cell; `row` counts from 1, 0 for somebody of a register. `line` is
    the whole row as it stands.
    """

    record: Record
    where: str
    row: int
    name: str
    line: str

    @property
    def id(self) -> str:
        """The id that the person has in a register that the list is read into."""
        return self.record.id


@dataclass(frozen=True, slots=True)
class Party:
    """Entries of one list that say the same, in the order of the list; one, as a rule."""

    entries: tuple[Entry, ...]

    @property
    def record(self) -> Record:
        """What all of them say."""
        return self.entries[0].record

    @property
    def id(self) -> str:
        """The id of the first."""
        return self.record.id


def parties(entries: Iterable[Entry]) -> list[Party]:
    """The entries, those together that say the same."""
    found: dict[object, list[Entry]] = {}
    for entry in entries:
        found.setdefault(_said(entry.record), []).append(entry)
    return [Party(tuple(several)) for several in found.values()]


def _said(record: Record) -> object:
    names = frozenset(name.text for name in record.names)
    dates = (frozenset(record.born), frozenset(record.taken), record.years)
    rest = (record.places, record.charges, record.sentences, record.occupations)
    return names, record.aliases, dates, rest
