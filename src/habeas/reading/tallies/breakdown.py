"""The parts of a number as people type them: "105 in prison + 6 house arrest", "colony 70/45"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.quantity import Qualifier, Quantity
from habeas.model.vocabulary import Division
from habeas.reading.lists.cell_text import Piece, parted
from habeas.reading.tallies.phrases import hedge_words, meaning
from habeas.reference.figure_tables import told
from habeas.reference.meanings import plain
from habeas.reference.populations import EVIDENCE, bounds_in

NUMBER = r"\d{1,3}(?:[,. \u00a0\u202f]\d{3})+(?!\d)|\d+"
_NUMBER = re.compile(
    rf"(?<![\w./-])(?P<n>{NUMBER})(?:\s*(?:/\s*(?P<m>\d+)|\((?P<b>\d+)\)))?(?![\w./-])"
)
_GROUPS = re.compile(r"\s*(?:;|\n)\s*")
_PIECES = re.compile(r"\s*(?:,(?!\d)|\+)\s*")
_BRACKETS = re.compile(r"\((?P<inner>[^()]*[^\d()][^()]*)\)")
_VAGUE = frozenset({Qualifier.SEVERAL, Qualifier.DOZENS, Qualifier.HUNDREDS, Qualifier.THOUSANDS})


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a breakdown. `second` is the number behind a stroke, of a part of the part.

    `label` are its words without the number; `is_beside` where it says that it is not counted in.
    """

    piece: Piece
    quantity: Quantity
    label: str
    second: int | None = None
    is_beside: bool = False


@dataclass(frozen=True, slots=True)
class Parts:
    """The pieces that divide one whole in one way.

    `of` is the part that they divide; None where they divide the whole number itself.
    """

    parts: tuple[Part, ...]
    division: Division | None
    of: Part | None = None


def parts_of(cell: Piece) -> Iterator[Parts]:
    """The divisions in a cell.

    Semicolons part divisions from each other, unless each holds one piece: then they part pieces.
    """
    groups = [list(_parts(group)) for group in parted(_without_inner(cell), _GROUPS)]
    if all(len(group) <= 1 for group in groups):
        groups = [[part for group in groups for part in group]]
    for group in groups:
        yield from _divisions(group)
    everything = [part for group in groups for part in group]
    for inner in _inner(cell):
        before = [one for one in everything if one.piece.start < inner.start]
        if before:
            of = max(before, key=lambda one: one.piece.start)
            yield from _divisions(list(_parts(inner)), of)


def quantity_of(number: str, words: str) -> Quantity:
    """A number under the hedge that the words beside it name."""
    bare = int(re.sub(r"\D", "", number))
    hedge = next((Qualifier(one) for one in hedge_words(words)), Qualifier.EXACT)
    return Quantity.of(bare, Qualifier.EXACT if hedge in _VAGUE else hedge, words=number)


def _parts(group: Piece) -> Iterator[Part]:
    for piece in parted(group, _PIECES):
        found = _NUMBER.search(piece.text)
        if found is None:
            continue
        before, behind = piece.text[: found.start()], piece.text[found.end() :]
        second = found["m"] or found["b"]
        yield Part(
            piece,
            quantity_of(found["n"], before),
            " ".join(f"{before} {behind}".split()).strip(" -–—:=."),
            int(second) if second else None,
            any(one.value == "beside" for one in told("link", group.text)),
        )


def _divisions(parts: Sequence[Part], of: Part | None = None) -> Iterator[Parts]:
    """The parts by what they divide: "205 in detention, 134 women" are two divisions."""
    found: dict[Division | None, list[Part]] = {}
    for part in parts:
        found.setdefault(_division(part.label), []).append(part)
    for division, divided in found.items():
        yield Parts(tuple(divided), division, of)


def _division(label: str) -> Division | None:
    """By what such a part divides; None where no words tell."""
    if not label:
        return None
    if any(one.facet != EVIDENCE for one in bounds_in(label)):
        return Division.POPULATION
    return Division.STATUS if meaning(label).status else Division.OTHER


def _inner(cell: Piece) -> Iterator[Piece]:
    """What divides a part: "33 in Crimea (2 serving, 30 SIZO)", "3,135, of them 147 women"."""
    for found in _BRACKETS.finditer(cell.text):
        yield Piece(found["inner"], cell.start + found.start("inner"))
    for group in parted(cell, _GROUPS):
        for start, end in _including(group):
            del start
            yield Piece(group.text[end:], group.start + end)


def _including(group: Piece) -> Iterator[tuple[int, int]]:
    """Where a group goes over from a part to what is part of it: behind a number, before one."""
    if len(plain(group.text)) != len(group.text):
        return
    for one in told("link", group.text):
        has_both = _NUMBER.search(group.text[: one.start]) and _NUMBER.search(group.text[one.end :])
        if one.value == "including" and has_both:
            yield one.start, one.end
            return


def _without_inner(cell: Piece) -> Piece:
    text = _BRACKETS.sub(lambda found: " " * len(found[0]), cell.text)
    for group in parted(Piece(text, 0), _GROUPS):
        for start, _ in _including(group):
            at, end = group.start + start, group.end
            text = text[:at] + " " * (end - at) + text[end:]
    return Piece(text, cell.start)
