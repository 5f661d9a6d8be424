"""Who was spoken of, where, and together with whom: what pronouns and offices can stand for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from dataclasses import dataclass, field

_REACH = 400  # characters: about two sentences
_TOPIC_REACH = 600  # characters from a person to "the 61-year-old"
_GROUP_REACH = 1500  # characters from a list to "all five"


@dataclass(slots=True)
class Referents:
    """Persons by where they were spoken of, lists of persons, groups, and who holds which office.

    `crowds` are all persons of one sentence, `topics` whom a sentence names first, `patients` those
    to whom something happened, `described` who was called by a word ("clockmaker"). `sentence` and
    `previous` are where the sentence being read begins, and the one before it.
    """

    named: list[tuple[int, str]] = field(default_factory=list)
    lists: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    groups: list[int] = field(default_factory=list)
    offices: dict[str, str] = field(default_factory=dict)
    crowds: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    topics: list[tuple[int, str]] = field(default_factory=list)
    patients: dict[str, None] = field(default_factory=dict)
    described: dict[str, list[str]] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)  # of all sentences so far
    sentence: int = 0
    previous: int = 0
    is_telling: bool = False  # names are known; what happened is being read

    def note(self, name: str, at: int) -> None:
        """Keeps that a person was spoken of at a place; an empty name is somebody unknown."""
        here = bisect_left(self.named, (at, ""))
        while here < len(self.named) and self.named[here][0] == at:
            del self.named[here]  # seen before: the later reading knows more
        insort(self.named, (at, name))

    def near(self, at: int) -> Iterator[list[str]]:
        """Persons spoken of before `at`: in its sentence, in the one before, and further back.

        Nobody that is nearer is told again; empty levels are passed over.
        """
        starts = (self.sentence, self.previous, at - _REACH)
        last = bisect_left(self.named, (at, ""))
        told: set[str] = set()
        for start in starts:
            first = bisect_left(self.named, (start, ""))
            names = dict.fromkeys(name for _, name in reversed(self.named[first:last]))
            if level := [name for name in names if name not in told]:
                told.update(level)
                yield level

    def topic_before(self, at: int) -> str:
        """Whom the last sentence before `at` is about, where that is near; else empty."""
        near = [name for place, name in self.topics if self.previous <= place < at]
        if not near:
            near = [name for place, name in self.topics if at - _TOPIC_REACH <= place < at]
        return near[-1] if near else ""

    def only_patient(self) -> str:
        """The one person to whom something has happened so far; empty where it is not one."""
        return next(iter(self.patients)) if len(self.patients) == 1 else ""

    def alone_before(self, at: int) -> str:
        """The one person without an office who was spoken of before `at`; empty where not one."""
        if not self.is_telling or self.patients:
            return ""
        told = {name for place, name in self.named if place < at}
        left = told.difference(self.offices.values())
        return next(iter(left)) if len(left) == 1 else ""

    def describe(self, word: str, name: str) -> None:
        """Keeps by what word a person is called."""
        known = self.described.setdefault(word, [])
        if name not in known:
            known.append(name)

    def last_of(self, at: int, count: int) -> tuple[str, ...]:
        """The persons of the last list before `at` that has as many; of any length for nought."""
        told = sorted([*self.lists, *self.crowds], key=lambda pair: (pair[0], len(pair[1])))
        fits = [
            names
            for place, names in told
            if at - _GROUP_REACH <= place < at and len(names) == (count or len(names))
        ]
        if count:
            return fits[-1] if fits else ()
        near = [names for place, names in self.lists if self.previous <= place < at]
        return near[0] if len(set(near)) == 1 else ()

    def together(self, at: int) -> tuple[str, ...]:
        """The persons of the one list in this sentence or the one before it; else nobody.

        Where a group stands there too ("officers"), nobody either.
        """
        lists = [names for place, names in self.lists if self.previous <= place < at]
        is_other = any(self.previous <= place < at for place in self.groups)
        crowds = [names for place, names in self.crowds if self.previous <= place < at]
        is_more = any(len(names) > len(lists[0]) for names in crowds) if lists else False
        return lists[0] if len(set(lists)) == 1 and not is_other and not is_more else ()
