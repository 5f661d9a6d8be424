"""Pairs of names to be judged: labelled sets in CSV files, random pairs, names of two sexes."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from habeas.reference.given_names import GivenName, given_names

SEED = 20
RANDOM_PAIRS = 20_000
FLIPS = 600
# Surnames of both sexes, and one whose ending tells the sex; with what a pair is written.
SURNAMES = (
    ("Коваль", "Коваль"),
    ("Melnyk", "Melnyk"),
    ("Мельник", "Melnyk"),
    ("Зорванов", "Зорванова"),
)


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names, and whether one person bears both; `kind` as the set calls it."""

    left: str
    right: str
    is_same: bool
    kind: str = ""


def labelled(path: Path) -> list[NamePair]:
    """The pairs of a file with columns left, right, label and category."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            NamePair(row["left"], row["right"], row["label"] == "1", row["category"])
            for row in csv.DictReader(lines)
        ]


def random_pairs(pairs: Iterable[NamePair]) -> list[NamePair]:
    """Names of the set drawn two by two, never two names that some pairs join."""
    pairs = list(pairs)
    group: dict[str, set[str]] = {}
    for pair in pairs:
        ours = group.setdefault(pair.left, {pair.left})
        theirs = group.setdefault(pair.right, {pair.right})
        if pair.is_same and ours is not theirs:
            ours |= theirs
            group.update(dict.fromkeys(theirs, ours))
    drawn = random.Random(SEED)  # noqa: S311  # repeatable, not secret
    names = sorted(group)
    found: list[NamePair] = []
    while len(found) < RANDOM_PAIRS:
        one, other = drawn.choice(names), drawn.choice(names)
        if other not in group[one]:
            found.append(NamePair(one, other, is_same=False, kind="random"))
    return found


def sex_flips() -> list[NamePair]:
    """A man and a woman with the same surname, whose given names differ by an ending."""
    drawn = random.Random(SEED)  # noqa: S311  # repeatable, not secret
    found = []
    for man, woman in _twins():
        for his in man.forms:
            for hers in woman.forms:
                surname, her_surname = drawn.choice(SURNAMES)
                found.append(NamePair(f"{his} {surname}", f"{hers} {her_surname}", is_same=False))
    return drawn.sample(found, min(FLIPS, len(found)))


def _twins() -> Iterator[tuple[GivenName, GivenName]]:
    women = [name for name in given_names() if name.sex == "female"]
    men = [name for name in given_names() if name.sex == "male"]
    of_both = {form for one in men for form in one.forms} & {
        form for one in women for form in one.forms
    }
    for man in men:
        flipped = {form for his in man.forms for form in _flipped(his)} - of_both
        for woman in women:
            if flipped & set(woman.forms) and not of_both & {*man.forms, *woman.forms}:
                yield man, woman


def _flipped(man: str) -> Iterator[str]:
    yield from (man + ending for ending in ("а", "a"))
    if man[-1] in "йь":
        yield from (man[:-1] + "я", man[:-2] + "ия", man[:-2] + "ія")
    for ending in ("iy", "ii", "yi"):
        if man.endswith(ending):
            yield from (man[: -len(ending)] + other for other in ("ia", "iia", "iya"))
