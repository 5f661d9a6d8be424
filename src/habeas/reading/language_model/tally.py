"""How many proposed claims the gate dropped, of whose documents, and why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from habeas.reading.language_model.faults import Fault


@dataclass(slots=True)
class SourceTally:
    """What was proposed for the documents of one publisher, and what became of it."""

    proposed: int = 0
    answers_lost: int = 0
    dropped: Counter[Fault] = field(default_factory=Counter)

    @property
    def rate(self) -> float:
        """The share of proposals that were dropped, 0 to 1; 0 where there were none."""
        return self.dropped.total() / self.proposed if self.proposed else 0.0


class Tally:
    """All of one run, publisher by publisher; the name is empty where a document has none."""

    def __init__(self) -> None:
        self.sources: defaultdict[str, SourceTally] = defaultdict(SourceTally)

    def count(self, publisher: str, outcome: Fault | None) -> None:
        """Counts one proposal, dropped for a fault or let in."""
        source = self.sources[publisher]
        source.proposed += 1
        if outcome is not None:
            source.dropped[outcome] += 1

    def lose(self, publisher: str) -> None:
        """Counts an answer of which nothing could be used."""
        self.sources[publisher].answers_lost += 1

    def lines(self) -> Iterator[str]:
        """A line for each publisher, those with the highest share dropped first."""
        for name, source in sorted(self.sources.items(), key=lambda one: (-one[1].rate, one[0])):
            line = f"{name or 'no publisher given'}: {source.dropped.total()} of {source.proposed}"
            line += f" proposed claims dropped ({source.rate:.0%})"
            if source.answers_lost:
                line += f", {source.answers_lost} answers could not be used"
            reasons = [f"{fault.value} ({count})" for fault, count in source.dropped.most_common()]
            yield f"{line}: {'; '.join(reasons)}" if reasons else line
