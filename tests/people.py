"""People of lists as tests write them: one a line, "name, born, taken"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.partial_date import PartialDate
from habeas.resolution.lists.entry import Entry
from habeas.resolution.names.parts import parse
from habeas.resolution.record import Record


def entry(row: int, line: str, *, of: str = "a") -> Entry:
    """The entry of a row; what is not known is left out."""
    name, born, taken = (*map(str.strip, line.split(",")), "", "")[:3]
    record = Record(
        id=f"person:{of}{row:06}",
        names=(parse(name),),
        born=(PartialDate(born),) if born else (),
        taken=(PartialDate(taken),) if taken else (),
        quotes=frozenset({f"{of}:{row}"}),
    )
    return Entry(record=record, where=f"{of}.csv A{row}", row=row, name=name, line=line)


def listed(*lines: str, of: str = "a") -> Sequence[Entry]:
    """The entries of a list, under a row of headings."""
    return [entry(row, line, of=of) for row, line in enumerate(lines, start=2)]
