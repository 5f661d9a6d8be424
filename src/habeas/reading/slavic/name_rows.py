"""Names that only their company shows: in a row of persons every pair of capitals is a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from habeas.reading.slavic.name import Name
from habeas.text.tokens import Token

FEWEST = 2  # known names that make a row one of persons
_MOST_UNKNOWN = 2  # unknown names to each that is known
_ASIDE = 12  # words and marks in brackets behind a name
_JOINTS = frozenset([",", ";", "и", "і", "й", "та", "да", "ды"])


def unknown_in_rows(
    tokens: Sequence[Token], names: Mapping[int, Name], is_free: Callable[[int], bool]
) -> Iterator[int]:
    """Where two capitals begin that stand in a row with known names, by the place of the first.

    `names` are the known ones by their first token; `is_free` tells of a token whether it is a
    capital that belongs to nothing yet.
    """
    at = 0
    while at < len(tokens):
        row, at = _row(tokens, at, names, is_free)
        unknown = [first for first in row if first not in names]
        known = len(row) - len(unknown)
        if known >= FEWEST and len(unknown) <= _MOST_UNKNOWN * known:
            yield from unknown


def _row(
    tokens: Sequence[Token], at: int, names: Mapping[int, Name], is_free: Callable[[int], bool]
) -> tuple[list[int], int]:
    """The first tokens of names in a row that begins here, and where to look on."""
    row: list[int] = []
    following: int | None = at
    while following is not None and (end := _end(following, names, is_free)) is not None:
        row.append(following)
        at = end
        following = _behind_joint(tokens, _behind_brackets(tokens, end))
    return row, at if row else at + 1


def _behind_brackets(tokens: Sequence[Token], at: int) -> int:
    """Behind what is said in brackets of the name before: "(Алушта)"."""
    if at < len(tokens) and tokens[at].text == "(":
        closing = [i for i in range(at, min(at + _ASIDE, len(tokens))) if tokens[i].text == ")"]
        return closing[0] + 1 if closing else at
    return at


def _behind_joint(tokens: Sequence[Token], at: int) -> int | None:
    """Behind a comma or "and"; None where there is none."""
    end = at
    while end < len(tokens) and tokens[end].text in _JOINTS:
        end += 1
    return end if end > at else None


def _end(at: int, names: Mapping[int, Name], is_free: Callable[[int], bool]) -> int | None:
    """Where a name ends that begins here: a known one, or exactly two capitals."""
    if at in names:
        return names[at].last + 1
    if is_free(at) and is_free(at + 1) and not is_free(at + 2) and at + 2 not in names:
        return at + 2
    return None
