"""Rows of an index of words as both databases write them: texts of terms, numbered facets."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence

from habeas.model.search import Clause, Facet, HitKind, Phrase

ROWS_AT_ONCE = 2000
KINDS = tuple(HitKind)
_NUMBERS = "i"


def text_of(terms: Iterable[str]) -> str:
    """Terms as one text; `terms_in` gives them back."""
    return " ".join(terms)


def terms_in(text: str) -> tuple[str, ...]:
    """The terms of a text that `text_of` made."""
    return tuple(text.split(" ")) if text else ()


def packed(numbers: Iterable[int]) -> bytes:
    """Numbers of facets as bytes."""
    return array(_NUMBERS, sorted(numbers)).tobytes()


def unpacked(content: bytes) -> Sequence[int]:
    """The numbers in bytes that `packed` made, also of several put together."""
    numbers = array(_NUMBERS)
    numbers.frombytes(content)
    return numbers


class FacetNumbers:
    """The number of each facet; `add` makes a new one's in the database and gives it."""

    def __init__(self, known: dict[Facet, int], add: Callable[[Facet], int]) -> None:
        self._numbers = known
        self._add = add

    def of(self, facets: Iterable[Facet]) -> list[int]:
        return [self._number(facet) for facet in facets]

    def _number(self, facet: Facet) -> int:
        found = self._numbers.get(facet)
        if found is None:
            found = self._numbers[facet] = self._add(facet)
        return found


def fts5_query(clauses: Iterable[Clause]) -> str:
    """All of the clauses, as FTS5 asks for them. Terms hold no quotation marks."""
    return " AND ".join(f"({fts5_any([clause])})" for clause in clauses)


def fts5_any(clauses: Iterable[Clause]) -> str:
    """Any of the clauses."""
    return " OR ".join(_quoted(phrase) for clause in clauses for phrase in clause)


def _quoted(phrase: Phrase) -> str:
    return f'"{phrase[0]}"' if len(phrase) == 1 else f'words : "{text_of(phrase)}"'
