"""Who was spoken of, where, and together with whom: what pronouns and offices can stand for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

_REACH = 400  # characters: about two sentences


@dataclass(slots=True)
class Referents:
    """Persons by where they were spoken of, lists of persons, groups, and who holds which office.

    `sentence` and `previous` are where the sentence being read begins, and the one before it in
    its paragraph.
    """

    named: list[tuple[int, str]] = field(default_factory=list)
    lists: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    offices: dict[str, str] = field(default_factory=dict)
    sentence: int = 0
    previous: int = 0

    def note(self, name: str, at: int) -> None:
        """Keeps that a person was spoken of at a place; an empty name is somebody unknown."""
        here = bisect_left(self.named, (at, name))
        if self.named[here : here + 1] != [(at, name)]:
            insort(self.named, (at, name))

    def near(self, at: int) -> Iterator[list[str]]:
        """Persons spoken of before `at`: in its sentence, in the one before, and further back.

        Nobody that is nearer is told again; empty levels are passed over.
        """
        starts = (self.sentence, self.previous, at - _REACH)
        last = bisect_left(self.named, (at + 1, ""))
        told: set[str] = set()
        for start in starts:
            first = bisect_left(self.named, (start, ""))
            names = dict.fromkeys(name for _, name in reversed(self.named[first:last]))
            if level := [name for name in names if name not in told]:
                told.update(level)
                yield level

    def together(self, at: int) -> tuple[str, ...]:
        """The persons of the one list in this sentence or the one before it; else nobody.

        Where a group stands there too ("officers"), nobody either.
        """
        lists = [names for place, names in self.lists if self.previous <= place < at]
        is_other = any(self.previous <= place < at for place in self.groups)
        return lists[0] if len(set(lists)) == 1 and not is_other else ()
