"""How names and nouns of a language decline: `lexicons/<language>/declension.yml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType

from habeas.reference.lexicon_entries import Entry, entries

_SORTS = ("surname", "given", "patronymic", "noun", "adjective", "title")
_SEXES = ("male", "female")


class Case(StrEnum):
    """The cases that Ukrainian and Russian share, in the order of the tables."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    DATIVE = "dative"
    ACCUSATIVE = "accusative"
    INSTRUMENTAL = "instrumental"
    LOCATIVE = "locative"


ALL_CASES = frozenset(Case)


@dataclass(frozen=True, slots=True)
class Paradigm:
    """One row: the ending of each case, for words of at least `stem` letters before it.

    `sex` is "male", "female", or empty where the words have none.
    """

    id: str
    sort: str
    sex: str
    stem: int
    nominative: str
    endings: Mapping[str, frozenset[Case]]

    def declines(self, nominative: str) -> bool:
        """Whether a nominative belongs to this row."""
        return (
            nominative.endswith(self.nominative)
            and len(nominative) - len(self.nominative) >= self.stem
        )

    def forms(self, nominative: str) -> dict[str, frozenset[Case]]:
        """All forms of a nominative of this row."""
        stem = nominative[: len(nominative) - len(self.nominative)]
        return {stem + ending: cases for ending, cases in self.endings.items()}


@cache
def paradigms(language: str, sort: str) -> tuple[Paradigm, ...]:
    """The rows for one sort of word, the longest nominative ending first."""
    rows = [row for row in _all(language) if row.sort == sort]
    return tuple(sorted(rows, key=lambda row: -len(row.nominative)))


@lru_cache(100_000)
def forms_of(language: str, nominative: str, sort: str) -> Mapping[str, frozenset[Case]]:
    """Every form of a word with its cases, by the rows with the longest ending it has.

    A word no row knows does not decline.
    """
    rows = [row for row in paradigms(language, sort) if row.declines(nominative)]
    found: dict[str, frozenset[Case]] = {}
    for row in rows:
        if len(row.nominative) < len(rows[0].nominative):
            break
        for form, cases in row.forms(nominative).items():
            found[form] = found.get(form, frozenset()) | cases
    return MappingProxyType(found or {nominative: ALL_CASES})


@cache
def _all(language: str) -> tuple[Paradigm, ...]:
    file = f"lexicons/{language}/declension.yml"
    parts = ("sort", "sex", "stem", "endings")
    return tuple(_paradigm(entry) for entry in entries(file, parts=parts))


def _paradigm(entry: Entry) -> Paradigm:
    written = entry.word("endings").split()
    if len(written) != len(Case):
        entry.broken(f"there are {len(written)} endings for {len(Case)} cases")
    endings: dict[str, frozenset[Case]] = {}
    for case, forms in zip(Case, written, strict=True):
        for form in forms.split("/"):
            ending = form.replace("-", "")
            endings[ending] = endings.get(ending, frozenset()) | {case}
    stem = entry.content.get("stem", 2)
    if not isinstance(stem, int):
        entry.broken("stem is no number")
    return Paradigm(
        id=entry.id,
        sort=entry.word("sort", _SORTS),
        sex=entry.word("sex", _SEXES),
        stem=stem,
        nominative=written[0].split("/")[0].replace("-", ""),
        endings=MappingProxyType(endings),
    )
