"""Which language a paragraph is in, by its letters and, in doubt, its small words.

What the letters and words of a language are is reference data. A letter that an alphabet does not
have speaks against the language: ы against Ukrainian, ї against Russian, щ against Belarusian.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from habeas.model.quote import Span

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN_END = "\u0250"
_SHARE = 0.5  # of the letters of a Cyrillic paragraph; names and addresses may be Latin
_SURE = 2  # small words more than any other language, where letters leave it open
_REMEMBERED = 8  # every reader of a document asks for the same paragraphs
_REMEMBERED_SIGNS = 1000


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language as it is written in one script; `code` is "uk", or "be-Latn" for another script.

    `words` are small words that others do not have.
    """

    code: str
    alphabet: frozenset[str]
    words: re.Pattern[str]

    @property
    def is_cyrillic(self) -> bool:
        """Whether its letters are Cyrillic."""
        return any(map(_CYRILLIC.match, self.alphabet))


class Languages:
    """Tells languages apart. Of several that fit as well the first given is the likeliest."""

    def __init__(self, tongues: Iterable[Tongue]) -> None:
        known = tuple(tongues)
        self._cyrillic = tuple(one for one in known if one.is_cyrillic)
        self._latin = tuple(one for one in known if not one.is_cyrillic)
        self._found = lru_cache(_REMEMBERED)(self._each)

    def of(self, text: str) -> str:
        """The language of a paragraph; empty where nothing decides, or none has the script."""
        fitting = self._fitting(text, lead=1)
        return fitting[0].code if len(fitting) == 1 else ""

    def each(self, text: str, spans: Sequence[Span]) -> list[str]:
        """The language of each stretch; what its letters leave open is that of most others.

        One small word more than another language has is not enough to go against the others.
        """
        return list(self._found(text, tuple(spans)))

    def _each(self, text: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
        fitting = [self._fitting(text[span.start : span.end], lead=_SURE) for span in spans]
        sure = Counter(found[0].code for found in fitting if len(found) == 1)
        return tuple(_usual(found, sure) for found in fitting)

    def _fitting(self, text: str, *, lead: int) -> tuple[Tongue, ...]:
        # Counted first: a text has far fewer letters than places where they stand.
        lower = text.lower()
        letters = {sign: lower.count(sign) for sign in set(lower) if _is_letter(sign)}
        cyrillic = {letter: count for letter, count in letters.items() if _is_cyrillic(letter)}
        if cyrillic and sum(cyrillic.values()) >= _SHARE * sum(letters.values()):
            return _best(self._cyrillic, text, cyrillic, lead=lead)
        if any(letter < _LATIN_END for letter in letters):
            return self._in_latin(text, letters)
        return ()

    def _in_latin(self, text: str, letters: dict[str, int]) -> tuple[Tongue, ...]:
        """The first language in these letters, another where letters and words are its own.

        Without a small word of the first, others whose letters fit are left open.
        """
        first, *others = self._latin
        words = _words(first, text)
        least = _missing(first, letters)
        for other in others:
            if _missing(other, letters) < least and _words(other, text) > words:
                return (other,)
        fitting = (one for one in others if not words and _missing(one, letters) <= least)
        return (first, *fitting)


@lru_cache(_REMEMBERED_SIGNS)
def _is_letter(sign: str) -> bool:
    return _LETTER.match(sign) is not None


@lru_cache(_REMEMBERED_SIGNS)
def _is_cyrillic(letter: str) -> bool:
    return _CYRILLIC.match(letter) is not None


def _usual(fitting: Sequence[Tongue], sure: Counter[str]) -> str:
    """The one of them that most other paragraphs are in; the first where none is."""
    return max((one.code for one in fitting), key=lambda code: sure[code], default="")


def _best(
    tongues: Sequence[Tongue], text: str, letters: dict[str, int], *, lead: int
) -> tuple[Tongue, ...]:
    """Those whose alphabet lacks the fewest letters; of several, those with most small words.

    Whoever has fewer than `lead` words less is left open, behind those that have more.
    """
    missing = {one.code: _missing(one, letters) for one in tongues}
    least = min(missing.values(), default=0)
    left = [one for one in tongues if missing[one.code] == least]
    if len(left) > 1:
        words = {one.code: _words(one, text) for one in left}
        left = [one for one in left if words[one.code] > max(words.values()) - lead]
        left.sort(key=lambda one: -words[one.code])
    return tuple(left)


def _missing(tongue: Tongue, letters: dict[str, int]) -> int:
    return sum(count for letter, count in letters.items() if letter not in tongue.alphabet)


def _words(tongue: Tongue, text: str) -> int:
    return len(tongue.words.findall(text))
