"""From a title in whatever case to its nominative: "заступника" is "заступник"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from habeas.reference.paradigms import Case, paradigms

_HARD = re.compile("(?<=[кгхжшщч])ый\\Z")  # "гражданскый" is written "гражданский"


class Title(NamedTuple):
    """A title in the nominative and the cases its form can stand in; empty where not known."""

    nominative: str
    cases: frozenset[Case]


@lru_cache(100_000)
def nominative_of(language: str, word: str, sex: str) -> Title:
    """The nominative of a title by the longest ending that fits; of either sex where none is told.

    Titles of men are borne by women too ("адвокат Олена"), not the other way round.
    """
    for wanted in (sex, "male") if sex == "female" else (sex,):
        found = _inverse(language, word, wanted)
        if found.nominative:
            return found
    return Title("", frozenset())


def has_titles(language: str) -> bool:
    """Whether the language's tables say how titles decline."""
    return bool(paradigms(language, "title"))


def _inverse(language: str, word: str, sex: str) -> Title:
    lower = word.lower()
    best: tuple[int, str, frozenset[Case]] = (0, "", frozenset())
    for row in paradigms(language, "title"):
        if sex and row.sex != sex:
            continue
        for ending, cases in row.endings.items():
            stem = len(lower) - len(ending)
            if not lower.endswith(ending) or stem < row.stem or len(ending) < best[0]:
                continue
            nominative = word[:stem] + row.nominative
            joined = cases | (best[2] if best[1] == nominative else frozenset())
            if len(ending) > best[0] or best[1] in ("", nominative):
                best = (len(ending), nominative, joined)
    return Title(_HARD.sub("ий", best[1]), best[2])
