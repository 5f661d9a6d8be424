"""How letters sound, script by script: what spellings of one name come to (names/sounds.yml)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from habeas.reference.files import read

_FILE = "names/sounds.yml"


@dataclass(frozen=True)
class Writing:
    """One way of writing. `signs` is a pattern that must be met for it to be tried; empty: always.

    Longer groups of letters go before shorter ones; a letter it does not know stays as it is.
    """

    name: str
    signs: str
    letters: Mapping[str, str]

    def is_tried_on(self, word: str) -> bool:
        """Whether the word, lower case and composed, can be written so."""
        return not self.signs or self._sign.search(word) is not None

    def sounds(self, word: str) -> str:
        """The word, lower case and composed, with letters put as sounds."""
        if self._joint.search(word) is None:
            return word.translate(self._single)
        return self._group.sub(lambda found: self.letters[found[0]], word)

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        """Letters that are read together; words without any need no search for each letter."""
        return re.compile(
            "|".join(re.escape(one) for one in self.letters if len(one) > 1) or "(?!)"
        )

    @cached_property
    def _single(self) -> dict[int, str]:
        return {ord(one): sound for one, sound in self.letters.items() if len(one) == 1}

    @cached_property
    def _sign(self) -> re.Pattern[str]:
        return re.compile(self.signs)

    @cached_property
    def _group(self) -> re.Pattern[str]:
        groups = sorted(self.letters, key=lambda group: (-len(group), group))
        return re.compile("|".join(map(re.escape, groups)))


@cache
def cyrillic() -> tuple[Writing, ...]:
    """Cyrillic as most read it, then the readings that some letters call for."""
    found = read(_FILE)["cyrillic"]
    plain = Writing("cyrillic", "", found["letters"])
    others = [
        Writing("cyrillic", each["signs"], {**found["letters"], **each["letters"]})
        for each in found["others"]
    ]
    return (plain, *others)


@cache
def latin() -> tuple[Writing, ...]:
    """Latin orthographies and romanisations, the one that is always tried first."""
    return _writings("latin")


@cache
def arabic() -> tuple[Writing, ...]:
    """Arabic letters as Persians and Arabs read them; short vowels are not written."""
    return _writings("arabic")


def _writings(script: str) -> tuple[Writing, ...]:
    return tuple(
        Writing(each["name"], each["signs"], each["letters"]) for each in read(_FILE)[script]
    )
