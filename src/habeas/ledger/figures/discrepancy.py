"""What is wrong, or wants a word of explanation, in several figures taken together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from habeas.ledger.figures.definition import Figure
from habeas.model.claim import Claim

_SHORTEST_WORD = 3


class DiscrepancyKind(StrEnum):
    """Which rule it was found by."""

    PARTS_EXCEED = "parts_exceed"  # the parts are more than the whole
    PARTS_FALL_SHORT = "parts_fall_short"  # they are a little less: a slip, or one left out
    PARTS_OVERLAP = "parts_overlap"  # they fit when one of them is counted within the others
    STOCK_AND_FLOW = "stock_and_flow"  # who came and who went does not lead from one to the other
    TOTAL_FALLS = "total_falls"  # a total of all who ever were has fallen
    STOCK_FALLS = "stock_falls"  # fewer are held, and nobody tells of a release
    TWO_MEANINGS = "two_meanings"  # one number, told as a count of two things
    MEANING_SHIFTS = "meaning_shifts"  # one number, later told as a count of another thing
    TWO_NUMBERS = "two_numbers"  # two numbers for one thing
    SEVERAL_COUNTS = "several_counts"  # numbers beside each other that count different things
    TWO_DATES = "two_dates"  # one resolution or report under two dates


# What need not be wrong, and has to be known before the numbers are used.
NOTES = frozenset(
    {
        DiscrepancyKind.PARTS_OVERLAP,
        DiscrepancyKind.STOCK_FALLS,
        DiscrepancyKind.SEVERAL_COUNTS,
    }
)


@dataclass(frozen=True, eq=False)
class Discrepancy:
    """One thing found, with the figures it is found in, the first of them first.

    `off` is by how many people the numbers miss each other; 0 where that is not the fault.
    `expected` is what the other figures come to, None where nothing is reckoned.
    """

    kind: DiscrepancyKind
    figures: tuple[Figure, ...]
    off: int = 0
    expected: int | None = None

    @property
    def is_fault(self) -> bool:
        """Whether somebody has made a mistake; else it is worth knowing only."""
        return self.kind not in NOTES


def occasions(claim: Claim) -> frozenset[str]:
    """Where a claim was made: the page it is cited from, else the document it stands in.

    A table of figures cites a page in each row; two of its rows have nothing else in common.
    """
    pages = frozenset(via.label for via in claim.via if "://" in via.label)
    return pages or frozenset({claim.quote.document})


def by_asserter(figures: Iterable[Figure]) -> Iterator[list[Figure]]:
    """Figures of one asserter; "Ombudsman" is also whoever is named with that office."""
    groups: dict[frozenset[str], list[Figure]] = defaultdict(list)
    for one in figures:
        groups[_words(one.asserter)].append(one)
    for words in groups:
        fuller = [other for other in groups if words < other]
        if not fuller:
            yield _with_shorter(words, groups)


def _with_shorter(
    words: frozenset[str], groups: Mapping[frozenset[str], list[Figure]]
) -> list[Figure]:
    return [one for other, found in groups.items() if other and other <= words for one in found]


def _words(asserter: str) -> frozenset[str]:
    words = asserter.removeprefix("asserter:").replace("(", " ").replace(")", " ").split()
    found = frozenset(word.strip(".,:;") for word in words if len(word) >= _SHORTEST_WORD)
    return found or frozenset({asserter})
