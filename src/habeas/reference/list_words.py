"""The words of lists of people: what heads their columns, and what fills cells that say no more.

Every language has `list_headers.yml` and `list_cells.yml`; all languages are asked at once, since
one list has headings in two of them and cells in a third.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from habeas.model.vocabulary import CustodyStatus
from habeas.reference.files import names
from habeas.reference.lexicon_entries import Entry, entries
from habeas.text.normalise import key

_HEADERS, _CELLS = "list_headers.yml", "list_cells.yml"
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*|№|#")
_STEM = re.compile(rf"(?:{_WORD.pattern})~?")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_LONGEST_HEADING = 90
_LEAST_SHARE = 0.5  # of the words of a heading that a phrase must explain


class Column(StrEnum):
    """What stands under a heading."""

    FULL_NAME = "full_name"
    FAMILY_NAME = "family_name"
    GIVEN_NAME = "given_name"
    PATRONYMIC = "patronymic"
    INITIALS = "initials"
    OTHER_NAME = "other_name"
    BIRTH = "birth"  # date and place in one cell
    BIRTH_DATE = "birth_date"
    BIRTH_PLACE = "birth_place"
    AGE = "age"
    AGE_AT_DETENTION = "age_at_detention"
    SEX = "sex"
    NATIONALITY = "nationality"
    ETHNICITY = "ethnicity"
    RELIGION = "religion"
    OCCUPATION = "occupation"
    ROLE = "role"
    AFFILIATION = "affiliation"
    CASE_GROUP = "case_group"
    RESIDENCE = "residence"
    ARREST = "arrest"  # date and place in one cell
    ARREST_DATE = "arrest_date"
    ARREST_PLACE = "arrest_place"
    ARRESTING_FORCE = "arresting_force"
    HELD_PLACE = "held_place"
    HOLDER = "holder"
    STATUS = "status"
    CHARGE = "charge"
    CHARGE_DATE = "charge_date"
    ARTICLE = "article"
    ARTICLE_PART = "article_part"
    CODE = "code"
    SENTENCE = "sentence"
    TERM = "term"
    REGIME = "regime"
    COURT = "court"
    VERDICT_DATE = "verdict_date"
    RELEASE_DATE = "release_date"
    RELEASE_FORM = "release_form"
    DEATH_DATE = "death_date"
    TRANSFER = "transfer"
    TRANSFER_DATE = "transfer_date"
    DISAPPEARED_DATE = "disappeared_date"
    SOURCE = "source"
    NOTES = "notes"
    CIRCUMSTANCES = "circumstances"
    HEALTH = "health"
    LAWYER = "lawyer"
    CASE_NUMBER = "case_number"
    EXTERNAL_ID = "external_id"
    ROW_NUMBER = "row_number"
    PRIVATE = "private"  # contacts, identity papers: known, and never made a claim


NAMED_BY = frozenset({Column.FULL_NAME, Column.FAMILY_NAME})
_STATUSES = frozenset(CustodyStatus) - {CustodyStatus.UNKNOWN}
_CELL_KINDS = (
    "unknown", "total", "female", "male", "about", "year_word", "years_short", "months_short",
    "article_part", "prosecution_code", "yes", "small", "family_first",
    *sorted(_STATUSES),
    "told_appeal", "told_arrested", "told_charged", "told_died", "told_disappeared", "told_held",
    "told_released", "told_remanded", "told_searched", "told_sentenced", "told_transferred",
    "told_tried",
)  # fmt: skip
_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Heading:
    words: tuple[str, ...]
    weight: int  # how many of them are more than small words


def languages() -> tuple[str, ...]:
    """The languages that lists are read in: those with a file of headings."""
    return tuple(name.split("/")[1] for name in names("lexicons") if name.endswith(f"/{_HEADERS}"))


@lru_cache(maxsize=20_000)
def column_headed(heading: str, language: str = "") -> Column | None:
    """What stands under a heading; None where nothing fits, or several things alike.

    >>> column_headed("Дата затримання"), column_headed("Colour of hat")
    (<Column.ARREST_DATE: 'arrest_date'>, None)
    """
    if len(heading) > _LONGEST_HEADING:
        return None
    bare = _BRACKETS.sub(" ", heading)
    written = _heading(bare) if _heading(bare).words else _heading(heading)
    best: dict[Column, float] = {}
    for one in (language,) if language else languages():
        for first in dict.fromkeys(word[0] for word in written.words):
            for phrase, column in _phrases(one).get(first, ()):
                best[column] = max(best.get(column, 0.0), _fit(phrase, written))
    highest = max(best.values(), default=0.0)
    found = [column for column, fit in best.items() if fit == highest]
    return found[0] if highest and len(found) == 1 else None


def any_of(kind: str) -> str:
    """A regular expression, in small letters, for the words of a kind in any language."""
    return _pattern(kind).pattern


def is_cell(kind: str, text: str) -> bool:
    """Whether a whole cell is a word of a kind: `unknown`, `female`, `male`."""
    return any(_pattern(kind).fullmatch(form) for form in (_plain(text), key(text)))


def tells(kind: str, text: str) -> bool:
    """Whether a cell holds a word of a kind anywhere: `told_released`."""
    return _pattern(kind).search(_plain(text)) is not None


def begins(kind: str, text: str) -> bool:
    """Whether a cell begins with a word of a kind: `total`."""
    return _pattern(kind).match(_plain(text)) is not None


def code_in(text: str) -> str:
    """The name of a code of law in a cell or heading, as it is written there; empty for none."""
    found = _pattern("prosecution_code").search(text.casefold())
    return text[found.start() : found.end()].strip() if found else ""


@lru_cache(maxsize=20_000)
def status_in(text: str) -> CustodyStatus | None:
    """The status a cell speaks of, by its longest words; None where it speaks of none, or two."""
    longest: dict[CustodyStatus, int] = {}
    for status in _STATUSES & _described():
        if found := _pattern(status).search(_plain(text)):
            longest[status] = len(found[0])
    most = max(longest.values(), default=0)
    found_statuses = [status for status, size in longest.items() if size == most]
    return found_statuses[0] if len(found_statuses) == 1 else None


def _heading(text: str) -> _Heading:
    words = tuple(_WORD.findall(_plain(text)))
    return _Heading(words, sum(not is_cell("small", word) for word in words) or len(words))


def _fit(phrase: _Phrase, written: _Heading) -> float:
    """How well a phrase explains a heading: its words that count, and the share of what stands."""
    left = list(written.words)
    for stem in phrase:
        found = next((word for word in left if _is_of(word, stem)), None)
        if found is None:
            return 0.0
        left.remove(found)
    weight = sum(not is_cell("small", stem) for stem in phrase) or len(phrase)
    share = weight / written.weight
    if share < _LEAST_SHARE:
        return 0.0
    return weight + share / 2 + (0.01 * len(phrase) if share == 1 else 0)


def _is_of(word: str, stem: str) -> bool:
    return word.startswith(stem[:-1]) if stem.endswith("~") else word == stem


def _plain(text: str) -> str:
    return key(text).replace("ё", "е").strip(" .:;,-*")


@cache
def _phrases(language: str) -> Mapping[str, tuple[tuple[_Phrase, Column], ...]]:
    """The phrases of a language by their first letter. Raises: ReferenceBroken."""
    kinds = [column.value for column in Column]
    found: dict[str, list[tuple[_Phrase, Column]]] = {}
    for entry in entries(f"lexicons/{language}/{_HEADERS}", parts=("words",)):
        column = Column(entry.kind(kinds))
        for written in entry.words("words"):
            phrase = tuple(_STEM.findall(_plain(written)))
            if not phrase:
                entry.broken(f"{written!r} is no phrase of words")
            found.setdefault(phrase[0][0], []).append((phrase, column))
    return {letter: tuple(phrases) for letter, phrases in found.items()}


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """What is of a kind in any language, longest first. Raises: ReferenceBroken."""
    written = {
        word
        for language in languages()
        for entry in entries(f"lexicons/{language}/{_CELLS}", parts=("words",))
        if _kind(entry) == kind
        for word in entry.words("words")
    }
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(_expression, _longest_first(written)))})(?!\w)")


@cache
def _described() -> frozenset[str]:
    """The kinds that any language has words for."""
    return frozenset(
        _kind(entry)
        for language in languages()
        for entry in entries(f"lexicons/{language}/{_CELLS}", parts=("words",))
    )


def _kind(entry: Entry) -> str:
    return entry.kind(_CELL_KINDS)


def _expression(written: str) -> str:
    if "[" in written:  # a pattern in full
        return written
    return re.escape(key(written).replace("ё", "е")).replace(r"\~", "~").replace("~", r"[^\W_]*")


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted(words, key=lambda word: (-len(word), word))
