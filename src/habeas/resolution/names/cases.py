"""Names as news print them, in whatever case, put back into the nominative: "Олегом Мельником".

All words of a name must agree in case and sex. Where they can stand in the nominative they are left
as they are: "Олександра Іванова" is a woman, though it could be a man in the genitive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from habeas.reference.borne_names import is_borne
from habeas.reference.declension import Declension
from habeas.reference.paradigms import Case

_REMEMBERED = 1 << 16
_CYRILLIC = re.compile(r"[\u0400-\u04ff'ʼ’-]+\.?")
_ONLY_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_ONLY_RUSSIAN = frozenset("ыэъёЫЭЪЁ")
# Endings of other cases that only Ukrainian has: in Russian Василенко stands still.
_UKRAINIAN = re.compile(r"(?:енк(?:а|у|ом)|[оеє]ві)\b")
_ENDS_OF_CASES = frozenset("аяуюіїиеєймоё")  # what given names end in, in other cases
_ONLY_BELARUSIAN = frozenset("ўЎ")
# How much likelier another case must be than a nominative: ranks of `Declension`.
_LIKELIER = 3
_GIVEN, _FATHER, _SURNAME, _INITIAL = "given", "patronymic", "surname", "initial"
_ORDER = (_INITIAL, _GIVEN, _FATHER, _SURNAME)


@lru_cache(_REMEMBERED)
def is_declined(word: str) -> bool:
    """Whether the word can be a listed given name in another case than the first.

    >>> is_declined("Олегом"), is_declined("Олег"), is_declined("Мельником")
    (True, False, False)
    """
    if not "\u0400" <= word[:1] <= "\u04ff" or word[-1].lower() not in _ENDS_OF_CASES:
        return False
    title = word.capitalize() if word.isupper() else word
    return any(
        form.nominative != title for one in _languages(title) for form in _told(one).given(title)
    )


@lru_cache(_REMEMBERED)
def nominatives(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """The words in the nominative, in their order; None where they may stand in it as they are.

    >>> nominatives(("Мельником", "Олегом"))
    ('Мельник', 'Олег')
    >>> nominatives(("Олександра", "Іванова")) is None
    True
    """
    if not all(map(_CYRILLIC.fullmatch, words)):
        return None
    title = [one.capitalize() if one.isupper() and len(one) > 1 else one for one in words]
    readings = [
        reading
        for language in _languages(" ".join(title))
        for sorts in _sorted(title, _told(language))
        for reading in _read(title, sorts, _told(language))
    ]
    first = max((rank for rank, is_first, _ in readings if is_first), default=None)
    others = [(rank, put) for rank, is_first, put in readings if not is_first]
    rank, put = max(others, default=(0, None))
    return put if first is None or rank >= first + _LIKELIER else None


def _borne(words: Sequence[str], told: Declension) -> list[int]:
    """Places of words that are a listed given name in some case; none where one is in the first."""
    if any(is_borne(told.language, one, "first") for one in words):
        return []
    return [at for at, one in enumerate(words) if told.is_borne(one, "first")]


def _sorted(words: Sequence[str], told: Declension) -> Iterator[tuple[str, ...]]:
    """The sort of each word, once for each that can be the given name."""
    sure = [at for at, one in enumerate(words) if told.given(one)]
    likely = sure or _borne(words, told)
    fathers = {at for at, one in enumerate(words) if at and told.patronymic(one)}
    if len(words) - len(fathers) < 2:  # noqa: PLR2004  # a given name and a surname at least
        fathers = set()
    for at in likely:
        if at not in fathers:
            yield tuple(
                _GIVEN if to == at else _FATHER if to in fathers else _sort(other)
                for to, other in enumerate(words)
            )


def _sort(word: str) -> str:
    return _INITIAL if word.endswith(".") or len(word) == 1 else _SURNAME


def _read(
    words: Sequence[str], sorts: Sequence[str], told: Declension
) -> Iterator[tuple[int, bool, tuple[str, ...]]]:
    """Each reading: its rank, whether it is of the first case, the words in the nominative."""
    order = sorted(range(len(words)), key=lambda at: _ORDER.index(sorts[at]))
    for form in told.person([(words[at], sorts[at]) for at in order]):
        put = form.nominative.split(" ")
        if len(put) == len(words):
            back = dict(zip(order, put, strict=True))
            yield form.rank, Case.NOMINATIVE in form.cases, tuple(back[at] for at in sorted(back))


def _languages(text: str) -> tuple[str, ...]:
    letters = frozenset(text)
    if letters & _ONLY_BELARUSIAN:
        return ()
    if _UKRAINIAN.search(text):
        return ("uk",)
    if letters & _ONLY_UKRAINIAN:
        return () if letters & _ONLY_RUSSIAN else ("uk",)
    return ("ru",) if letters & _ONLY_RUSSIAN else ("uk", "ru")


@cache
def _told(language: str) -> Declension:
    return Declension(language)
