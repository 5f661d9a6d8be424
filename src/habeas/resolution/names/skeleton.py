"""The sounds of a name, the same in every script and spelling: what names are compared by.

A word can be read in several ways ("ch" is х to a Pole and ч to an Englishman), so it has several
skeletons; two words may be one name when they share one. Letters of other scripts have no skeleton:
what cannot be read is not guessed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from habeas.reference.sounds import Writing, arabic, cyrillic, latin
from habeas.text.normalise import key

_CACHE = 1 << 18
# Letters that decompose to nothing Latin, and what they are read as.
_PLAIN = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "ə": "a", "ß": "s", "æ": "e"})
# Letters that look alike: one of them in a word of the other script was typed by mistake or malice.
_TO_CYRILLIC = str.maketrans("aeopcxiyktmhb", "аеорсхіуктмнв")
_TO_LATIN = str.maketrans("аеорсхіукт", "aeopcxiykt")
_SOFT = re.compile(r"i+(?=[aeou])")
_DOUBLED = re.compile(r"(.)\1+")
_NO_VOWELS = str.maketrans("", "", "aeiou")
_DIGIT = re.compile(r"\d")
_FEMININE = (
    (re.compile("(ov|ev|in)a$"), r"\1"),
    (re.compile("([sC]k)a$"), r"\1i"),
)
_ONLY_CYRILLIC = re.compile("[\u0400-\u04ff'-]+")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ARABIC = re.compile("[\u0600-\u06ff]")
_LETTER = re.compile(r"[^\W\d_]")


@lru_cache(_CACHE)
def skeletons(word: str) -> frozenset[str]:
    """Every way the word may sound; empty for other scripts, numbers and marks.

    >>> skeletons("Джемілєв") & skeletons("Cemilev") & skeletons("Dzhemilev")
    frozenset({'Zemilev'})
    """
    return sounds_of(unmixed(key(word)))


def sounds_of(plain: str) -> frozenset[str]:
    """The same of a word that is in small letters of one script already."""
    plain = plain.replace("'", "").replace("-", "")
    if _DIGIT.search(plain):
        return frozenset()
    return frozenset(_squashed(sounds) for sounds in {*_sounds(plain)} if sounds)


@lru_cache(_CACHE)
def consonants(skeleton: str) -> str:
    """The skeleton without vowels but one that begins it: "poroSenko" and "paraSenka" agree.

    >>> consonants("poroSenko"), consonants("oleg")
    ('prSnk', '*lg')
    """
    begins = "*" if skeleton[:1] in "aeiou" else ""
    return begins + _DOUBLED.sub(r"\1", skeleton.translate(_NO_VOWELS))


@lru_cache(_CACHE)
def masculine(skeleton: str) -> str:
    """The skeleton of a surname as a man bears it: endings of women are folded.

    >>> masculine("ivanova"), masculine("zelenska")
    ('ivanov', 'zelenski')
    """
    if not skeleton.endswith("a"):
        return skeleton
    for pattern, plain in _FEMININE:
        folded = pattern.sub(plain, skeleton)
        if folded != skeleton:
            return folded
    return skeleton


def is_readable(word: str) -> bool:
    """Whether the word is of a script that skeletons are known for."""
    return bool(skeletons(word))


@lru_cache(_CACHE)
def unmixed(word: str) -> str:
    """A word of mixed scripts in the script most of its letters are of, lookalikes put right.

    >>> unmixed("мeльник") == "мельник"
    True
    """
    if word.isascii() or _ONLY_CYRILLIC.fullmatch(word):
        return word
    letters = _LETTER.findall(word)
    of_cyrillic = sum("\u0400" <= letter <= "\u04ff" for letter in letters)
    if not of_cyrillic or of_cyrillic == len(letters):
        return word
    return word.translate(_TO_CYRILLIC if 2 * of_cyrillic >= len(letters) else _TO_LATIN)


def _sounds(word: str) -> Iterator[str]:
    if not word:
        return
    for writing in _written_in(word):
        if writing.is_tried_on(word):
            sounds = _plain(writing, word)
            if sounds.isascii():
                yield sounds


def _written_in(word: str) -> tuple[Writing, ...]:
    """The ways of writing a word of these letters can be of."""
    if _ARABIC.search(word):
        return arabic()
    return cyrillic() if _CYRILLIC.search(word) else latin()


def _plain(writing: Writing, word: str) -> str:
    put = writing.sounds(word).translate(_PLAIN)
    if put.isascii():
        return put if put.isalpha() else "".join(filter(str.isalpha, put))
    bare = unicodedata.normalize("NFD", put)
    return "".join(letter for letter in bare if letter.isalpha())


def _squashed(sounds: str) -> str:
    """Softening i before a vowel goes, doubled letters are one, dZ is Z."""
    hard = _SOFT.sub("", sounds) if "i" in sounds else sounds
    return _DOUBLED.sub(r"\1", hard).replace("dZ", "Z")
