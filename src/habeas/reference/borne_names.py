"""Names that people of Ukraine bear, by the lists of the package names-translator.

Some 11,000 given names and 118,000 surnames in Ukrainian; Russian words are looked up by the
Ukrainian spellings they can have. Why, and what it does not know: docs/decisions/0014.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

from dawg_python import RecordDAWG

Sort = Literal["first", "last"]

_RECORD = ">BH"  # as the package writes it: rank and number of a rule
_PLAIN = str.maketrans("’ʼ", "''")
# One letter of Russian may stand for several of Ukrainian; what is one to one is written so first.
_TO_UKRAINIAN = (
    ("ский", "ський"), ("цкий", "цький"), ("ская", "ська"), ("цкая", "цька"), ("ый", "ий"),
    ("ой", "ий"), ("ая", "а"), ("яя", "я"), ("ец", "ець"),
)  # fmt: skip
_LETTERS = str.maketrans({"ы": "и", "э": "е", "ъ": "'"})
_MANY = {"и": ["і", "ї"], "е": ["є", "і", "и"], "г": ["ґ"]}
_SOFT = ("йо", "ьо", "о", "е")  # what a Russian ё may be written as


def is_borne(language: str, word: str, sort: Sort) -> bool:
    """Whether a nominative is on the list of given names ("first") or surnames ("last").

    >>> is_borne("uk", "Бурдига", "last"), is_borne("ru", "Бурдыга", "last")
    (True, True)
    >>> is_borne("ru", "Прокуратура", "last")
    False
    """
    return _is_borne(language, word.translate(_PLAIN).lower(), sort)


@lru_cache(maxsize=65536)
def _is_borne(language: str, word: str, sort: Sort) -> bool:
    listed = _lists()[sort]
    if language == "uk":
        return word in listed
    if language != "ru":
        return False
    replaces = listed.compile_replaces(_MANY)
    return any(listed.similar_keys(key, replaces) for key in _keys(word))


def _keys(word: str) -> list[str]:
    """The Ukrainian spellings of a Russian word, but for the letters of `_MANY`."""
    ending = next(((old, new) for old, new in _TO_UKRAINIAN if word.endswith(old)), ("", ""))
    stem = word.removesuffix(ending[0]) if ending[0] else word
    plain = (stem + ending[1]).translate(_LETTERS)
    return [plain.replace("ё", soft) for soft in _SOFT] if "ё" in plain else [plain]


@cache
def _lists() -> dict[Sort, RecordDAWG]:
    """The lists, read when first asked for: some 2 MB, in about 20 ms."""
    folder = files("names_translator") / "data"
    return {
        sort: RecordDAWG(_RECORD).load(str(folder / f"{sort}.dawg")) for sort in ("first", "last")
    }
