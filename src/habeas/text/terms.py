"""Words of a text as they are looked for: folded and without endings, the same in every store.

The endings taken off are those of nouns, adjectives and plain verbs in Ukrainian, Russian and
English; nothing is looked up. What matters is that all forms of a word come to one term, not that
the term is a stem a grammar would know. A term holds letters and digits and nothing else that is
ASCII, so that no database takes it apart.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from habeas.text.normalise import key

_CACHE = 1 << 17
# Marks that stand inside words: combining accents, soft hyphen, zero-width joiners.
_MARK = "\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200d\u2060"
_LETTERS = rf"[^\W_](?:[^\W_]|[{_MARK}])*"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+(?![^\W_])|{_LETTERS}(?:['’ʼ‘`′]{_LETTERS})*")
_NUMBER_MARKS = re.compile(r"[.,]")
_BETWEEN_DIGITS = "·"  # no ASCII: a mark that parts words for a database
_ALIKE = str.maketrans({"ё": "е", "ґ": "г", "'": "", "\u0301": "", "\u0300": ""})
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_FEWEST = 3  # letters left of a word
_CYRILLIC_ENDINGS = sorted(
    """иями іями ями ами иях іях ях ах иям іям ям ам ией ією иею ею ою єю ою ием ієм ем єм ом
    ого его ього ому ему ьому ыми ими іми ым им ім ой ей ый ий ій ая яя ую юю ое ее ые ие их ых іх
    ої еї ия ии ию ія ії ію ові еві єві ов ев ів їв ь й а я о е є у ю и ы і ї""".split(),  # noqa: SIM905
    key=len,
    reverse=True,
)
_REFLEXIVE = ("ся", "сь")
_ENGLISH_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "s")
_KEEPS_S = ("ss", "us", "is")
_VOWEL = re.compile("[aeiouy]")
_DOUBLED = re.compile(r"([^\W\daeiou])\1$")


class Term(NamedTuple):
    """What a word is found by, and where it stands."""

    text: str
    start: int
    end: int


def terms(text: str) -> list[Term]:
    """The terms of a text in order.

    >>> [term.text for term in terms("Crimea’s prisons: у Криму, 205.5 ККУ")]
    ['crimea', 'prison', 'у', 'крим', '205·5', 'кку']
    """
    new = tuple.__new__
    return [
        new(Term, (found, match.start(), match.end()))
        for match in _WORD.finditer(text)
        if (found := term_of(match[0]))
    ]


@lru_cache(_CACHE)
def term_of(word: str) -> str:
    """What one word is found by; all its forms come to the same.

    >>> {term_of(word) for word in ("затриманий", "затриманого", "затримані")}
    {'затриман'}
    >>> {term_of(word) for word in ("arrest", "arrested", "arrests")}
    {'arrest'}
    """
    if word[0].isdigit():
        return _NUMBER_MARKS.sub(_BETWEEN_DIGITS, key(word))
    plain = key(word).removesuffix("'s").translate(_ALIKE)
    if _CYRILLIC.search(plain):
        return _cyrillic(plain)
    bare = plain if plain.isascii() else _bare(plain)
    return _english(bare) if bare.isascii() else bare


def _bare(word: str) -> str:
    """Without the marks that letters bear: "Mélitopol" is looked for without."""
    parts = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(one for one in parts if one.isalnum()))


def _cyrillic(word: str) -> str:
    word = "".join(one for one in word if one.isalnum())
    if len(word) > _FEWEST + 2 and word.endswith(_REFLEXIVE):
        word = word[:-2]
    for ending in _CYRILLIC_ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST:
            word = word[: -len(ending)]
            break
    return _DOUBLED.sub(r"\1", word)


def _english(word: str) -> str:
    for ending in _ENGLISH_ENDINGS:
        rest = word[: -len(ending)]
        if word.endswith(ending) and len(rest) >= _FEWEST and _VOWEL.search(rest):
            if ending != "s" or not word.endswith(_KEEPS_S):
                word = f"{rest}i" if ending in ("ied", "ies") else rest
            break
    if len(word) > _FEWEST:
        word = f"{word[:-1]}i" if word.endswith("y") else word.removesuffix("e")
    return _DOUBLED.sub(r"\1", word)
