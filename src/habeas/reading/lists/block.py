"""One list in lines: what announces it, the lines that name people, its sums."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.model.quote import Span
from habeas.reading.lists.leads import Lead
from habeas.reading.lists.line_fields import Fields
from habeas.reading.lists.line_names import Begun
from habeas.reading.lists.text_lines import Line

_FEWEST = {True: 2, False: 3}  # lines of a list under a title, by whether they have marks


@dataclass(slots=True)
class Item:
    """A line that names people, with what it says of them and what announces it."""

    span: Span
    begun: Begun
    fields: Fields
    lead: Lead


@dataclass(slots=True)
class Total:
    """A line that sums a list up, and how many people stand in it."""

    span: Span
    number: int
    words: str
    lead: Lead
    counted: int


@dataclass(slots=True)
class Block:
    """One list: its lead-in, its lines, its sums, and the lines that were not understood."""

    lead: Lead
    span: Span
    is_title: bool
    items: list[Item] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)
    is_marked: bool = False
    has_details: bool = False
    between: int = 0

    @property
    def counted(self) -> int:
        """How many people it names."""
        return sum(len(one.begun.people) for one in self.items)

    @property
    def is_enough(self) -> bool:
        """Whether it is a list: behind a colon one line will do, under a title it takes more."""
        return bool(self.items) and (
            not self.is_title or len(self.items) >= _FEWEST[self.is_marked]
        )
