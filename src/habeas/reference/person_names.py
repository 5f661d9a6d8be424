"""Given names and the look of surnames: what helps to see that words are a name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from habeas.reference.files import read
from habeas.reference.index import Index, plain
from habeas.reference.languages import own_names
from habeas.reference.places import Strength, names_written
from habeas.reference.states import adjective, metonym, people, state_named

_GIVEN = "names/given.yml"
_SURNAMES = "names/surnames.yml"
_REMEMBERED = 50_000  # words


def is_given_name(text: str) -> bool:
    """Whether the word, Latin or Cyrillic, is a common given name; a double name by its parts.

    >>> is_given_name("Dmytro"), is_given_name("Marie-Claire"), is_given_name("Crimea")
    (True, True, False)
    """
    parts = text.split("-")
    return bool(_given().find(text)) or (len(parts) > 1 and all(_given().find(p) for p in parts))


def spellings(text: str) -> frozenset[str]:
    """All spellings of the names this word can be, its own included; empty for a word that is none.

    >>> "Ольга" in spellings("Olha")
    True
    """
    return frozenset(form for group in _given().find(text) for form in group)


def sexes(text: str) -> frozenset[str]:
    """The sexes a given name is borne by: "female", "male", both, or none where it is not listed.

    >>> sorted(sexes("Olha")), sorted(sexes("Dmytro"))
    (['female'], ['male'])
    """
    return frozenset(sex for sex in ("female", "male") if _borne_by(sex).find(text))


def other_meaning(text: str) -> str:
    """What else a given name is ("April": a month); empty where nothing is known."""
    return _other_meanings().get(plain(text), "")


@lru_cache(_REMEMBERED)
def looks_like_surname(text: str) -> bool:
    """Whether the word ends as surnames of Ukraine, Russia and their neighbours often do.

    A look only: the names of states, their people and places that end so are left out.

    >>> [name for name in ("Petrenko", "Memetova", "Saratov") if looks_like_surname(name)]
    ['Petrenko', 'Memetova']
    """
    word = plain(text)
    low = word.casefold()
    if not word[:1].isupper() or low in _no_surnames():
        return False
    if not any(low.endswith(ending) and len(low) >= least for ending, least in _endings()):
        return False
    return not (is_given_name(word) or _is_of_a_state(word) or _is_sure_place(word))


def _is_of_a_state(word: str) -> bool:
    return any(find(word) for find in (state_named, adjective, people, metonym))


def _is_sure_place(word: str) -> bool:
    return any(found.strength is Strength.STRONG for found in names_written(word))


def is_family_name_first(text: str) -> bool:
    """Whether the word is a romanised surname of China or Korea, which stands first."""
    return text in _family_first()


def is_common_word(text: str) -> bool:
    """Whether such a surname is a word of English too: "Song", "He", "Park"."""
    return text in _common_words()


@cache
def given_names() -> tuple[Mapping[str, str], ...]:
    """The lists of given names, by language and sex; a language's folder may add its own."""
    own = tuple({"language": code, **added} for code, added in own_names("given"))
    return (*read(_GIVEN)["given"], *own)


@cache
def _given() -> Index[tuple[str, ...]]:
    groups = dict.fromkeys(
        tuple(line.split())
        for entry in given_names()
        for sex in ("female", "male")
        for line in entry[sex].splitlines()
    )
    return Index((form, group) for group in groups for form in group)


@cache
def _borne_by(sex: str) -> Index[str]:
    return Index((form, form) for entry in given_names() for form in entry[sex].split())


@cache
def _other_meanings() -> dict[str, str]:
    return {plain(name): meaning for name, meaning in read(_GIVEN)["other_meanings"].items()}


@cache
def _endings() -> tuple[tuple[str, int], ...]:
    """Each ending with the least length of a word it is believed in."""
    return tuple(
        (each["ending"], len(each["ending"]) + each["stem"]) for each in _surname_endings()
    )


@cache
def _surname_endings() -> tuple[Mapping[str, Any], ...]:
    own = (ending for _, added in own_names("surname_endings") for ending in added)
    return (*read(_SURNAMES)["endings"], *own)


@cache
def _no_surnames() -> frozenset[str]:
    return frozenset(word.casefold() for each in _surname_endings() for word in each["not"])


@cache
def _family_first() -> frozenset[str]:
    return frozenset(name for found in read(_SURNAMES)["family_first"].values() for name in found)


@cache
def _common_words() -> frozenset[str]:
    return frozenset(read(_SURNAMES)["common_words"])
