"""One word of a name: its sounds, the given names it can be, whose child it says somebody is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from habeas.reference.given_names import given_names
from habeas.reference.name_parts import sex_of_patronymic, sex_of_surname
from habeas.resolution.names.cases import is_declined
from habeas.resolution.names.skeleton import (
    consonants,
    masculine,
    skeletons,
    sounds_of,
    unmixed,
)
from habeas.text.normalise import key

_CACHE = 1 << 18
_LONGEST_INITIAL = 3  # letters before a dot
_TWO = 2
_NOBODY: frozenset[int] = frozenset()
_SUFFIX_SOUNDS = (
    "oviQ", "eviQ", "aviQ", "iviQ", "oviC", "eviC", "aviC", "iviC", "iniQna", "ovna", "evna",
    "avna", "ivna", "iviCna", "iQ",
)  # fmt: skip
_ENDS = ("", "i", "a", "o", "e", "ei", "ii")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word as it stands, with all that is known of it alone. Read once, so equal when the same.

    `is_initial`: it is one letter, or a few that stand for one sound ("Дж.", "Yu."). `folded` are
    its sounds as a man's surname, `bones` their consonants where there are two at least.
    `is_declined`: it can be a given name in another case than the first. `is_loud`: in capitals.
    `is_single`: no words joined by a hyphen.
    """

    text: str
    plain: str
    sounds: frozenset[str]
    names: frozenset[int]
    patronymic: str
    father: frozenset[int]
    stems: frozenset[str]
    surname: str
    is_initial: bool = False
    sexes: frozenset[str] = frozenset()
    folded: frozenset[str] = frozenset()
    bones: frozenset[str] = frozenset()
    is_declined: bool = False
    is_loud: bool = False
    is_single: bool = True


@lru_cache(_CACHE)
def word(text: str) -> Word:
    """The word, read once.

    `names` are ids of given names it can be; `patronymic` the sex its ending tells as one, `father`
    the ids of the father's names and `stems` the sounds of his name; `surname` the sex its ending
    tells as a surname, `sexes` those who bear it as a given name.
    """
    written = unmixed(key(text))
    plain = written.replace("'", "").replace(".", "")
    sounds = sounds_of(written)
    sex = sex_of_patronymic(plain)
    stems = _stems(sounds) if sex else frozenset()
    names = ids_of(sounds)
    is_short = text.endswith(".") and len(plain) <= _LONGEST_INITIAL
    folded = frozenset(map(masculine, sounds))
    return Word(
        text=text,
        plain=plain,
        sounds=sounds,
        names=names,
        patronymic=sex,
        father=_fathers(stems) if stems else _NOBODY,
        stems=stems,
        surname=sex_of_surname(plain),
        is_initial=len(plain) == 1 or is_short,
        sexes=frozenset(map(sex_of, names)) if names else frozenset(),
        folded=folded,
        is_declined=is_declined(text),
        is_single="-" not in plain,
        is_loud=len(text) > 1 and text.isupper(),
        bones=frozenset(rest for rest in map(consonants, folded) if len(rest) >= _TWO),
    )


def _fathers(stems: frozenset[str]) -> frozenset[int]:
    return frozenset(one for stem in stems for end in _ENDS for one in _ids(stem + end))


def ids_of(sounds: frozenset[str]) -> frozenset[int]:
    """Ids of all given names that sound so."""
    return frozenset(one for sound in sounds for one in _ids(sound))


@cache
def sex_of(name: int) -> str:
    """The sex of those who bear the given name of that id."""
    return given_names()[name].sex


@cache
def first_sounds(name: int) -> frozenset[str]:
    """The sounds that forms of a given name begin with: what its initial can be."""
    return frozenset(sound[0] for form in given_names()[name].forms for sound in skeletons(form))


def _ids(sound: str) -> frozenset[int]:
    return _by_sound().get(sound, frozenset())


@cache
def _by_sound() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, name in enumerate(given_names()):
        for form in name.forms:
            for sound in skeletons(form):
                found.setdefault(sound, set()).add(number)
    return {sound: frozenset(numbers) for sound, numbers in found.items()}


def _stems(sounds: frozenset[str]) -> frozenset[str]:
    """The sounds of the father's name: "petroviQ" gives "petr"."""
    found = set()
    for sound in sounds:
        for suffix in _SUFFIX_SOUNDS:
            if sound.endswith(suffix) and len(sound) > len(suffix) + 1:
                found.add(sound[: -len(suffix)])
                break
    return frozenset(found)
