"""Invented people with their names in all cases, declined by dictionaries that are not ours.

    python declension.py EQUIVALENTS.yml OUT.csv

Needs pymorphy3, pymorphy3-dicts-uk, pymorphy3-dicts-ru and names-translator, in an environment of
their own. Given names and surnames are drawn from their dictionaries and put together by chance; a
name enters in a language only if its dictionary knows it. Names of Crimean Tatars, which they lack,
are declined by the rule for words in a consonant. Half of the people share a surname with another.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Any

import pymorphy3
from names_translator import Transliterator

SEED = 5
PEOPLE = 900
CRIMEAN = 90
COMMON = 0.7  # share of given names that are on our list
CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
SEXES = ("masc", "femn")
# Borne by many; declined as any word in a consonant, the same letters in both languages but for і.
CRIMEAN_GIVEN = "Наріман Сейран Ленур Рустем Енвер Сервер Марлен Ескендер Айдер Асан Рефат Ернес"
CRIMEAN_SURNAMES = "Джепар Сейтмер Каракаш Топал Бекташ Кадир Сарам Акмолл Чолак Ісмаїл Менгер Алім"
HARD = {"uk": ("", "а", "у", "а", "ом", "і"), "ru": ("", "а", "у", "а", "ом", "е")}

_TABLE = Transliterator()

Drawn = tuple[str, str, dict[str, tuple[list[str], list[str]]]]


class Words:
    """The names one dictionary knows."""

    def __init__(self, language: str) -> None:
        self.analyser: Any = pymorphy3.MorphAnalyzer(lang=language)
        self._tags: dict[int, str] = {}

    @cached_property
    def listed(self) -> dict[tuple[str, str], list[str]]:
        """Nominatives by sort (Name or Surn) and sex; takes a minute."""
        found: dict[tuple[str, str], list[str]] = {
            (sort, sex): [] for sort in ("Name", "Surn") for sex in SEXES
        }
        dictionary = self.analyser.dictionary
        for word, (paradigm, at) in dictionary.words.iteritems():
            if at == 0 and word.isalpha():
                if paradigm not in self._tags:
                    self._tags[paradigm] = str(dictionary.build_tag_info(paradigm, 0))
                tag = self._tags[paradigm]
                for (sort, sex), names in found.items():
                    if sort in tag and sex in tag:
                        names.append(word)
        return found

    def forms(self, word: str, sort: str, sex: str) -> list[str] | None:
        """The six forms; None where the dictionary does not know the word as such a name."""
        for parse in self.analyser.parse(word):
            tag = parse.tag
            is_of_sex = sex in tag or not any(one in tag for one in SEXES)
            is_first = "nomn" in tag and "plur" not in tag
            if parse.is_known and sort in tag and is_of_sex and is_first:
                wanted = {one for one in (sex, "sing") if one in tag}
                found = [parse.inflect({case} | wanted) for case in CASES]
                if all(found):
                    return [one.word.capitalize() for one in found]
        return None


def main(equivalents: Path, out: Path) -> None:
    """Draws the people and writes a row for each language of each."""
    drawn = random.Random(SEED)  # noqa: S311  # repeatable, not secret
    words = {language: Words(language) for language in ("uk", "ru")}
    pairs = _given(equivalents, words, drawn)
    people = list(_people(words, pairs, drawn))
    with out.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(["person", "language", "sex", "given", "surname"])
        for at, (sex, _, forms) in enumerate(people):
            for language, (given, surname) in sorted(forms.items()):
                rows.writerow([at, language, sex, " ".join(given), " ".join(surname)])


def _given(
    path: Path, words: dict[str, Words], drawn: random.Random
) -> dict[str, list[tuple[str, str]]]:
    """Given names by sex, each in Ukrainian and Russian: those on our list, then others."""
    found: dict[str, list[tuple[str, str]]] = {sex: [] for sex in SEXES}
    sex = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.endswith(": |"):
            sex = {"male": "masc", "female": "femn"}[line.split(":")[0]]
        elif line.startswith("  ") and len(line.split()) > 1:
            found[sex].append((line.split()[0], line.split()[1]))
    for sex, listed in found.items():
        rare = drawn.sample(
            sorted(words["uk"].listed["Name", sex]), int(len(listed) * (1 / COMMON - 1))
        )
        listed += [(one.capitalize(), _russian(one, "first")) for one in rare]
    return found


def _russian(word: str, sort: str) -> str:
    """The Russian form of a Ukrainian name, empty where it is not listed."""
    found = _TABLE._translate_chunk(word, sort)  # noqa: SLF001  # a table, no more
    return found[0].capitalize() if found and found != [word] else ""


def _people(
    words: dict[str, Words], given: dict[str, list[tuple[str, str]]], drawn: random.Random
) -> Iterable[Drawn]:
    surnames = {sex: sorted(words["uk"].listed["Surn", sex]) for sex in SEXES}
    kept = {sex: drawn.sample(names, PEOPLE // 4) for sex, names in surnames.items()}
    made = 0
    while made < PEOPLE:
        sex = drawn.choice(SEXES)
        name, russian = drawn.choice(given[sex])
        surname = drawn.choice(kept[sex])
        forms: dict[str, tuple[list[str], list[str]]] = {}
        both = {"uk": (name, surname), "ru": (russian, _russian(surname, "last") or surname)}
        for language, (first, last) in both.items():
            ours = words[language].forms(first, "Name", sex) if first else None
            theirs = words[language].forms(last, "Surn", sex)
            if ours and theirs:
                forms[language] = (ours, theirs)
        if "uk" in forms:
            made += 1
            yield sex, surname, forms
    yield from _crimean(drawn)


def _crimean(drawn: random.Random) -> Iterable[Drawn]:
    for _ in range(CRIMEAN):
        given = drawn.choice(CRIMEAN_GIVEN.split())
        surname = drawn.choice(CRIMEAN_SURNAMES.split())
        forms = {language: (_hard(given, language), _hard(surname, language)) for language in HARD}
        yield "masc", surname, forms


def _hard(word: str, language: str) -> list[str]:
    if language == "ru":
        word = word.translate(str.maketrans("іІїЕ", "иИиЭ"))
    return [word + ending for ending in HARD[language]]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
