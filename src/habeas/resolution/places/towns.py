"""Towns and territories in the words of a mention, in any case and as adjectives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from habeas.model.place import Place, PlaceKind
from habeas.reference.place_words import endings
from habeas.reference.places import around, place_names
from habeas.text.normalise import key

_OPENING = 3  # letters that names are found by
_VOWELS = "аеиіїоуыьюяйє"
_SHORTEST = 3
_KINDS = (PlaceKind.SETTLEMENT, PlaceKind.TERRITORY)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# Ukrainian і becomes е or о in other cases (Київ, Києва; Харків, Харкова); г, к, х change before
# -ський (Таганрог, таганрозьке) and к before і (Оленівка, Оленівці).
_SHIFTS = {"г": "[гз]", "к": "[кц]", "х": "[хс]"}
_BEFORE_K = "гжзкчцхшс"
_CLOSED = re.compile("і(?=[^аеиіїоуыьюяйє]+$)")


class Town(NamedTuple):
    """A town or territory met in a text, and where."""

    start: int
    end: int
    places: frozenset[str]
    words: str


@lru_cache(4096)
def towns_in(lower: str) -> tuple[Town, ...]:
    """The towns and territories in small letters: the longest at each place, none in another."""
    found = sorted(_met(lower), key=lambda one: (one.start, -(one.end - one.start)))
    kept: list[Town] = []
    for one in found:
        if kept and one.start < kept[-1].end:
            if (one.start, one.end) == kept[-1][:2]:
                kept[-1] = Town(one.start, one.end, kept[-1].places | one.places, one.words)
        else:
            kept.append(one)
    return tuple(kept)


def lowered(text: str) -> str:
    """The text as towns are looked for in it."""
    return key(text).replace("ё", "е").replace("'", "")


@cache
def towns_around(at: Place) -> frozenset[str]:
    """The ids of all that a place lies in."""
    return frozenset(each.id for each in around(at))


def _met(lower: str) -> Iterator[Town]:
    for word in re.finditer(r"\w{2,}", lower):
        for pattern, place in _by_opening().get(lower[word.start() : word.start() + _OPENING], ()):
            if match := pattern.match(lower, word.start()):
                yield Town(word.start(), match.end(), frozenset((place,)), match[0])


@cache
def _by_opening() -> dict[str, list[tuple[re.Pattern[str], str]]]:
    found: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for name in place_names():
        lower = lowered(name.text)
        if name.place.kind in _KINDS and len(lower) >= _SHORTEST:
            row = (_pattern(lower), name.place.id)
            found.setdefault(lower[:_OPENING], []).append(row)
    return found


def _pattern(lower: str) -> re.Pattern[str]:
    """The name in every case and as an adjective; of several words each declined."""
    words = re.split(r"([\s-]+)", lower)
    declined = [word if at % 2 else _declined(word) for at, word in enumerate(words)]
    return re.compile(rf"(?:{''.join(declined)})(?!\w)")


def _declined(word: str) -> str:
    if len(word) <= _SHORTEST or not _CYRILLIC.search(word):
        return rf"{re.escape(word)}{endings('adjective')}?(?:'?s)?"
    stem = word.rstrip(_VOWELS) or word
    softened = _CLOSED.sub("[іеоє]", stem)
    last = _SHIFTS.get(softened[-1], re.escape(softened[-1]))
    forms = rf"{softened[:-1]}{last}(?:{endings('case')}|{endings('adjective')})"
    if stem[-1] in _BEFORE_K:  # Таганрог, таганрозьке; Воронеж, воронезьке
        forms += rf"|{softened[:-1]}[зцс]ьк\w{{0,4}}"
    if stem.endswith("в"):  # Москва, московский
        forms += rf"|{stem[:-1]}{endings('adjective')}"
    return rf"(?:{forms})"
