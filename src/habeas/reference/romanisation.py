"""National and scholarly romanisations, each a table with its authority and dates.

`verified: false` in a file says that nobody has held its letters against the authority's own text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from habeas.model.errors import ReferenceBroken
from habeas.reference.files import names, read
from habeas.text.normalise import fold

FOLDER = "romanisations"
_LONGEST = 3  # letters written as one
_VOWELS = frozenset("аеєёиіїоуыэюя")
_OPENS = _VOWELS | frozenset("ьъ'")


@dataclass(frozen=True)
class Romanisation:
    """One table. `since` and `until` are dates (EDTF), `until` empty while it is in use."""

    id: str
    name: str
    language: str
    source: str
    since: str
    until: str
    is_verified: bool
    letters: Mapping[str, str]
    initial: Mapping[str, str]
    after_vowels: Mapping[str, str]

    def romanise(self, text: str) -> str:
        """The text in Latin letters; letters the table does not have stay as they are.

        >>> named("uk-2010").romanise("Юрій Згурський, Єнакієве")
        'Yurii Zghurskyi, Yenakiieve'
        """
        plain = unicodedata.normalize("NFC", fold(text))
        return "".join(
            self._word(part) if part[:1].isalpha() else part for part in self._parts.findall(plain)
        )

    @cached_property
    def _parts(self) -> re.Pattern[str]:
        return re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|[\W\d_]+?")

    def _word(self, word: str) -> str:
        found: list[str] = []
        at = 0
        while at < len(word):
            size = self._size(word, at)
            letters = word[at : at + size]
            put = self._put(word, at, letters)
            found.append(_cased(put, letters, word))
            at += size
        return "".join(found)

    def _size(self, word: str, at: int) -> int:
        low = word.casefold()
        for size in range(_LONGEST, 1, -1):
            if low[at : at + size] in self.letters and at + size <= len(word):
                return size
        return 1

    def _put(self, word: str, at: int, letters: str) -> str:
        low = letters.casefold()
        if at == 0 and low in self.initial:
            return self.initial[low]
        if at and word[at - 1].casefold() in _OPENS and low in self.after_vowels:
            return self.after_vowels[low]
        return self.letters.get(low, letters)


def named(name: str) -> Romanisation:
    """The table of that id. Raises: ReferenceBroken, where there is none."""
    for one in romanisations():
        if one.id == name:
            return one
    raise ReferenceBroken(file=FOLDER, entry=name, what="there is no such romanisation")


@cache
def romanisations(language: str = "") -> tuple[Romanisation, ...]:
    """All tables, or those of a language, by id."""
    found = [_from_plain(read(name)) for name in names(FOLDER)]
    return tuple(one for one in found if not language or one.language == language)


def _from_plain(plain: Mapping[str, object]) -> Romanisation:
    def text(name: str) -> str:
        return str(plain.get(name, ""))

    def letters(name: str) -> dict[str, str]:
        found = plain.get(name, {})
        return {str(k): str(v) for k, v in found.items()} if isinstance(found, dict) else {}

    return Romanisation(
        id=text("id"),
        name=text("name"),
        language=text("language"),
        source=text("source"),
        since=text("since"),
        until=text("until"),
        is_verified=plain.get("verified") is True,
        letters=letters("letters"),
        initial=letters("initial"),
        after_vowels=letters("after_vowels"),
    )


def _cased(put: str, letters: str, word: str) -> str:
    """Capitals as in the original: a word in capitals stays in capitals, "Щ" becomes "Shch"."""
    if not letters[:1].isupper():
        return put
    return put.upper() if len(word) > 1 and word.isupper() else put[:1].upper() + put[1:]
