"""One person as a list gives them, for bulk work: plain text, all of which may be empty."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A line of a list. `born` and `taken` are dates as PartialDate writes them, else not counted.

    The name stands as the list writes it; the rest is compared as it stands, capitals aside.
    """

    id: str
    name: str
    born: str = ""
    taken: str = ""
    place: str = ""
    charge: str = ""
    sentence: str = ""
    occupation: str = ""


@dataclass(frozen=True, slots=True)
class Linked:
    """Two lines, the smaller id first, and how probable it is that they are of one person."""

    left: str
    right: str
    probability: float


@dataclass(frozen=True, slots=True)
class Grouped:
    """Lines of one person, by ids; `disputed` links would join what others keep apart."""

    groups: tuple[tuple[str, ...], ...]
    disputed: tuple[Linked, ...]
