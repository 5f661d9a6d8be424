"""Documents on their way: recalled, read here or handed to a crew, and given out in their order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from habeas.ledger.register import Register
from habeas.model.problem import Problem
from habeas.protocols import Cache
from habeas.reading.capture import Captured
from habeas.workflows.crew import Crew, MakeTools
from habeas.workflows.read_whole import Tools, Whole, read_whole
from habeas.workflows.recall import Recall

Progress = Callable[[int, int | None, str], None]

FEW = 20  # documents that are read sooner than other processes are ready
_MOST_JOBS = 8
_AHEAD = 4  # documents done or begun for each process, behind the one that is waited for


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How documents are gone about; as it stands, one by one, each of them.

    `is_relevant` tells what to read at all. `readings` remember what came of a reading done as
    `name` says. `jobs` processes read, each with `tools`; 0 is one for each processor, where there
    are more than a few documents.
    """

    is_relevant: Callable[[Captured], bool] | None = None
    readings: Cache | None = None
    name: str = ""
    jobs: int = 1
    tools: MakeTools | None = None


@dataclass(slots=True)
class Read:
    """A captured document and what became of it, or the ticket to ask the crew for that."""

    captured: Captured
    whole: Whole
    ticket: int = 0
    is_recalled: bool = False


@dataclass(slots=True, kw_only=True)
class Reading:
    """One read of many documents; close it when done."""

    tools: Tools
    manner: Manner
    register: Register | None
    put_blob: Callable[[bytes], str] | None
    _total: int = 0
    _crew: Crew | None = None
    _recall: Recall | None = field(default=None)

    def __post_init__(self) -> None:
        if self.register is not None and self.manner.readings is not None:
            self._recall = Recall(self.manner.readings, self.register, self.manner.name)

    def watched(self, progress: Progress | None) -> Progress:
        """The same, and how many documents there are is noted: it decides who reads."""

        def step(done: int, total: int | None, name: str) -> None:
            self._total = total or 0
            if progress:
                progress(done, total, name)

        return step

    def of(self, taken: Iterable[Captured | Problem]) -> Iterator[Read | Problem]:
        """Each in the order it was taken; a problem of a document comes with that document."""
        waiting: list[Problem] = []
        begun: deque[Read | Problem] = deque()
        for one in taken:
            if isinstance(one, Captured):
                begun.append(self._begin(one, waiting))
                waiting = []
            elif one.document:
                waiting.append(one)
            else:
                begun.append(one)
            while begun and len(begun) > self._most_begun():
                yield self._end(begun.popleft())
        while begun:
            yield self._end(begun.popleft())

    def remember(self, one: Read) -> None:
        """Once it is in the register."""
        if self._recall is not None and one.whole.said:
            self._recall.remember(one.captured.document, one.whole.said)

    def close(self) -> None:
        """Ends what still reads."""
        if self._crew is not None:
            self._crew.close()

    def _begin(self, captured: Captured, found: list[Problem]) -> Read:
        recalled = self._recall.recall(captured.document) if self._recall and not found else None
        if recalled is not None:
            return Read(captured, Whole(said=tuple(recalled)), is_recalled=True)
        crew = self._the_crew()
        if crew is not None:
            return Read(captured, Whole(said=()), ticket=crew.submit(captured, found))
        whole = read_whole(captured, self.tools, found=found, put_blob=self.put_blob)
        return Read(captured, whole)

    def _end(self, one: Read | Problem) -> Read | Problem:
        if isinstance(one, Read) and one.ticket and self._crew is not None:
            one.whole = self._crew.result(one.ticket)
        return one

    def _most_begun(self) -> int:
        return self._crew.jobs * _AHEAD if self._crew is not None else 0

    def _the_crew(self) -> Crew | None:
        if self._crew is None and self.manner.tools is not None:
            jobs = self.manner.jobs or jobs_for(self._total)
            if jobs > 1:
                self._crew = Crew(self.manner.tools, jobs)
        return self._crew


def jobs_for(documents: int) -> int:
    """How many processes are worth their start for so many documents."""
    if documents <= FEW:
        return 1
    allowed = getattr(os, "sched_getaffinity", None)
    processors = len(allowed(0)) if allowed else os.cpu_count() or 1
    return min(processors, _MOST_JOBS)
