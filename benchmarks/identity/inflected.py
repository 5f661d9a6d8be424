"""Pairs of names as news print them, in any case and two languages, of people who do not exist.

Their forms stand in `data/declined.csv`, declined by dictionaries of others
(`benchmarks/peers/declension.py`): none of it comes from the tables that are measured by it.
"""

from __future__ import annotations

import csv
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz.fuzz import token_sort_ratio

from benchmarks.identity.pair_sets import NamePair
from habeas.reference.declension import Declension
from habeas.reference.romanisation import named
from habeas.resolution.names.cases import nominatives

SEED = 31
DATA = Path(__file__).parent / "data/declined.csv"
PAIRS_A_PERSON = 4
NEAREST = 12  # names that look most alike, of which the pairs of two persons are drawn
# How often news print a name in each case: subjects are oftenest, then genitive and the rest.
CASES, WEIGHTS = range(6), (30, 30, 10, 12, 15, 3)
TABLES = {"uk": "uk-2010", "ru": "ru-passport-2013"}
TURNED = 0.05  # share of names with the surname first
LATIN = 0.2  # share of nominatives in Latin letters


@dataclass(frozen=True, slots=True)
class Declined:
    """One person's name in one language: six forms of the given name, six of the surname."""

    person: int
    language: str
    sex: str
    given: tuple[str, ...]
    surname: tuple[str, ...]


@cache
def declined() -> tuple[Declined, ...]:
    """All names of the file, each once: whoever bears one drawn before is left out."""
    first: dict[tuple[str, str], str] = {}
    found = []
    with DATA.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            given, surname = tuple(row["given"].split()), tuple(row["surname"].split())
            if first.setdefault((given[0], surname[0]), row["person"]) == row["person"]:
                person, language, sex = int(row["person"]), row["language"], row["sex"]
                found.append(Declined(person, language, sex, given, surname))
    return tuple(found)


def inflected_pairs() -> list[NamePair]:
    """Forms of one person's name two by two, and as many of two people whose names look alike."""
    drawn = random.Random(SEED)  # noqa: S311  # repeatable, not secret
    said = _said(drawn)
    drawn_of = [drawn.sample(forms, 2) for forms in said.values() for _ in range(PAIRS_A_PERSON)]
    same = [NamePair(one, other, is_same=True, kind="inflected") for one, other in drawn_of]
    return sorted({*same, *_nearest(said, drawn)}, key=lambda pair: (pair.left, pair.right))


def put_back() -> Iterator[tuple[str, str, bool]]:
    """Each form: its language, what it is, and whether it came out as its nominative.

    Rare names are those whose given name none of our lists has.
    """
    for one in declined():
        is_rare = not Declension(one.language).given(one.given[0])
        for case in CASES:
            words = one.given[case], one.surname[case]
            is_first = words == (one.given[0], one.surname[0])
            found = nominatives(words) or words
            kind = "nominatives" if is_first else "rare names" if is_rare else "names"
            yield one.language, kind, found == (one.given[0], one.surname[0])


def _said(drawn: random.Random) -> dict[int, list[str]]:
    """The forms each person is called by, each once; people with fewer than two are left out."""
    found: dict[int, set[str]] = defaultdict(set)
    for one in declined():
        for case in drawn.choices(CASES, WEIGHTS, k=6):
            found[one.person].add(_written(one, case, drawn))
    borne = _shared(found)
    kept_to_one = {person: sorted(forms - borne) for person, forms in found.items()}
    return {person: forms for person, forms in kept_to_one.items() if len(forms) > 1}


def _shared(found: dict[int, set[str]]) -> set[str]:
    """Forms that two people are called by: nobody could tell whose they are."""
    bearers: dict[str, int] = defaultdict(int)
    for forms in found.values():
        for form in forms:
            bearers[form] += 1
    return {form for form, number in bearers.items() if number > 1}


def _written(one: Declined, case: int, drawn: random.Random) -> str:
    given, surname = one.given[case], one.surname[case]
    if case == 0 and drawn.random() < LATIN:
        table = named(TABLES[one.language])
        return f"{table.romanise(given)} {table.romanise(surname)}"
    return f"{surname} {given}" if drawn.random() < TURNED else f"{given} {surname}"


def _nearest(said: dict[int, list[str]], drawn: random.Random) -> Iterator[NamePair]:
    """For forms of each person, forms of others that look most like them."""
    every = [(form, person) for person, forms in said.items() for form in forms]
    for person, forms in said.items():
        for form in drawn.sample(forms, 2):
            others = _ranked(form, person, every)
            for other in drawn.sample(others[:NEAREST], 2):
                yield NamePair(form, other, is_same=False, kind="nearest")


def _ranked(form: str, person: int, every: Sequence[tuple[str, int]]) -> list[str]:
    found = [(token_sort_ratio(form, other), other) for other, whose in every if whose != person]
    return [other for _, other in sorted(found, key=lambda pair: (-pair[0], pair[1]))[:NEAREST]]
