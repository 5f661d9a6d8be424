"""What an index of words holds and is asked: rows of terms, and what rows must have.

Terms are made elsewhere (`text.terms`); here they are compared and nothing more. Days are numbers
of days since the year 1, first and last included.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Days = tuple[int, int]
FIRST_DAY, LAST_DAY = 0, 4_000_000
GAP = "¶"  # stands between two texts of a row: no phrase reaches over it


class HitKind(StrEnum):
    """What can be found."""

    PERSON = "person"
    EPISODE = "episode"
    CLAIM = "claim"
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, order=True)
class Facet:
    """One value that things can be filtered by, and counted: `place` and a place's id or words."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """One thing that can be found, by its kind and name (an id).

    `words` are its terms in order, `keys` other terms that have none (how names sound, what filters
    go by), `facets` sorted. `when` is true time, `learned` when we learned it: both sorted, apart
    from one another. `position` is the last entry it rests on. Found things stand by `weight`, the
    greatest first, then `order`, then `name`.
    """

    kind: HitKind
    name: str
    words: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    facets: tuple[Facet, ...] = ()
    when: tuple[Days, ...] = ()
    learned: tuple[Days, ...] = ()
    position: int = 0
    weight: int = 0
    order: str = ""


# Terms that stand one behind another; one alone is just there.
Phrase = tuple[str, ...]
# Phrases one of which is enough.
Clause = tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What rows of one kind must have to be found.

    `all_of` clauses are met and `none_of` are not; each stretch of `when` and `learned` shares a
    day with the row's; the row rests on an entry behind `after` (0: on any). Rows that meet all
    clauses of the first of `preferred` stand first, then those of the second, and so on.
    """

    kind: HitKind
    all_of: tuple[Clause, ...] = ()
    none_of: tuple[Clause, ...] = ()
    when: tuple[Days, ...] = ()
    learned: tuple[Days, ...] = ()
    after: int = 0
    preferred: tuple[tuple[Clause, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Reached:
    """Up to which entry an index knows a register, by its hash, and by which rules it was made."""

    position: int = 0
    hash: str = ""
    made_by: str = ""


def merged(days: list[Days]) -> tuple[Days, ...]:
    """Stretches of days, sorted; what touches or overlaps is one.

    >>> merged([(5, 6), (1, 2), (3, 3), (9, 9)])
    ((1, 3), (5, 6), (9, 9))
    """
    found: list[Days] = []
    for first, last in sorted(days):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)
