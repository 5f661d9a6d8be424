"""The words of tables of figures: what heads their columns, and what tells what a number counts."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from habeas.reference.meanings import Meant, meant, plain

FILE = "figure_tables.yml"
KINDS = ("column", "status", "counted", "basis", "unit", "hedge", "link")


class Heading(StrEnum):
    """What stands in a column of a table of figures."""

    DATE = "date"
    NUMBER = "number"
    WHAT = "what"
    HEDGE = "hedge"
    SOURCE = "source"
    PAGE = "page"
    BREAKDOWN = "breakdown"
    TERRITORY = "territory"
    ASIDE = "aside"


@lru_cache(maxsize=20_000)
def heading(text: str) -> Heading | None:
    """What the whole of a heading says stands under it; None where nothing is known.

    >>> heading("Source_organisation"), heading("of them Crimean Tatars")
    (<Heading.SOURCE: 'source'>, None)
    """
    written = spaced(text)
    size = len(plain(written))
    found = (one for one in told("column", written) if (one.start, one.end) == (0, size))
    return next((Heading(one.value) for one in found), None)


@lru_cache(maxsize=50_000)
def told(kind: str, text: str) -> tuple[Meant, ...]:
    """What the words of a phrase tell of one kind, in order; places count in `plain(text)`."""
    return tuple(one for one in meant(FILE, KINDS, text) if one.kind == kind)


def spaced(text: str) -> str:
    """A heading of a database as people would write it: `n_crimean_tatar`."""
    return text.replace("_", " ").strip(" .:;*")
