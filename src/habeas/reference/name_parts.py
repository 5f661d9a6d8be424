"""What stands in names and is no name, and what endings tell (names/parts.yml)."""

from __future__ import annotations

from functools import cache
from typing import Any

from habeas.reference.files import read

_FILE = "names/parts.yml"
_SHORTEST_STEM = 2  # letters before an ending


def is_title(word: str) -> bool:
    """Whether the word, lower case and without dots, stands before names: "mr", "пан"."""
    return word in _words("titles")


def is_particle(word: str) -> bool:
    """Whether the word belongs to the surname it stands before: "van", "al"."""
    return word in _words("particles")


def sex_of_child(word: str) -> str:
    """The sex that a word behind a father's name tells ("oglu"); empty for other words."""
    found: str = _file()["kinship"].get(word, "")
    return found


def generation(word: str) -> str:
    """Which of those of one name a word behind it tells: "junior"; empty for other words."""
    found: str = _file()["generations"].get(word, "")
    return found


@cache
def asides() -> tuple[tuple[str, str], ...]:
    """Words that another name of the same person follows, with its kind; the longest first.

    Kinds: nickname, former (a surname once borne), religious, worldly (borne before taking vows).
    """
    found = [(word, kind) for kind, words in _file()["asides"].items() for word in words]
    return tuple(sorted(found, key=lambda pair: (-len(pair[0]), pair)))


@cache
def aside_beginnings() -> frozenset[str]:
    """The first words of `asides`: a name without any has none."""
    return frozenset(words.split(" ")[0] for words, _ in asides())


def is_unknown(name: str) -> bool:
    """Whether a whole entry says that nobody knows the name."""
    return name in _words("unknown")


def sex_of_patronymic(word: str) -> str:
    """The sex a patronymic tells; empty for a word that does not end as one."""
    return _by_ending(word, "patronymics", _SHORTEST_STEM)


def sex_of_surname(word: str) -> str:
    """The sex the ending of a surname tells; empty where it tells none."""
    return _by_ending(word, "surnames", _SHORTEST_STEM)


def _by_ending(word: str, kind: str, stem: int) -> str:
    for length, endings in _endings(kind):
        if len(word) >= length + stem and (sex := endings.get(word[-length:])):
            return sex
    return ""


@cache
def _endings(kind: str) -> tuple[tuple[int, dict[str, str]], ...]:
    """Endings with the sex they tell by their length, the longest first."""
    found: dict[int, dict[str, str]] = {}
    for each in _file()[kind]:
        found.setdefault(len(each["ending"]), {})[each["ending"]] = each["sex"]
    return tuple(sorted(found.items(), reverse=True))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(_file()[kind])


def _file() -> Any:  # noqa: ANN401  # the schema says what it holds
    return read(_FILE)
