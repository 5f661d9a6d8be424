"""A name as it stands in a sentence, with every nominative it can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.reference.declension import Form
from habeas.reference.paradigms import Case
from habeas.text.tokens import Token


@dataclass(frozen=True, slots=True)
class Name:
    """A name between tokens `first` and `last` (included); `forms` are its nominatives.

    In a nominative the surname stands last, whatever the order in the text.
    """

    first: int
    last: int
    start: int
    end: int
    forms: tuple[Form, ...]
    surname: str
    is_full: bool

    def cases(self) -> frozenset[Case]:
        """Every case it can stand in."""
        return frozenset(case for form in self.forms for case in form.cases)

    def sexes(self) -> set[str]:
        """The sexes it can have."""
        return {form.sex for form in self.forms}


def name_of(
    tokens: Sequence[Token],
    first: int,
    last: int,
    forms: tuple[Form, ...],
    *,
    surname: str,
    is_full: bool,
) -> Name:
    """The name that stands at these tokens."""
    start, end = tokens[first].start, tokens[last].end
    return Name(first, last, start, end, forms, surname, is_full)
