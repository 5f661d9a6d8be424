"""When two readings of the same words say the same: names, dates, numbers, penalties, charges.

Comparison is by what is meant, not by how much of the phrase was taken: "the Foreign Ministry" and
"Foreign Ministry" are one; "Ivan Melnyk" and "Petro Melnyk" are two.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from habeas.model.charge import Charge, Sentence
from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.model.written_date import WrittenDate

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_MARKS = str.maketrans({"’": "'", "ʼ": "'", "`": "'", "‑": "-", "ё": "е"})
_EMPTY = frozenset(
    {"the", "a", "an", "of", "and", "in", "на", "в", "у", "і", "и", "з", "та", "mr", "ms"}
)
_STEM = 5  # letters that carry the meaning of an inflected word of a phrase
_PEOPLE = frozenset({MentionKind.UNSPECIFIED, MentionKind.PERSON})


@lru_cache(maxsize=65536)
def name_words(text: str) -> frozenset[str]:
    """The words of a name, whatever their order, case, apostrophe and dots."""
    plain = unicodedata.normalize("NFC", text).translate(_MARKS).casefold()
    words = frozenset(_WORD.findall(plain))
    return words - _EMPTY or words


def is_person(mention: Mention) -> bool:
    """Whether somebody is named, by a name and not by a pronoun or a word for people."""
    return mention.kind in _PEOPLE and mention.label[:1].isupper() and len(mention.label) > 1


def same_party(one: Mention, other: Mention) -> bool:
    """Whether two mentions mean the same person, group, body, state or place."""
    forms = [(a, b) for a in _forms(one) for b in _forms(other)]
    if is_person(one) and is_person(other):
        return any(_same_name(a, b) for a, b in forms)
    return any(_same_phrase(a, b) for a, b in forms)


def same_parties(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Whether each of one side is met on the other and none is over."""
    return (
        bool(one) == bool(other)
        and all(any(same_party(a, b) for b in other) for a in one)
        and all(any(same_party(a, b) for a in one) for b in other)
    )


def share_a_party(one: Sequence[Mention], other: Sequence[Mention]) -> bool:
    """Whether somebody stands on both sides, or nobody on either."""
    if not one or not other:
        return not one and not other
    return any(same_party(a, b) for a in one for b in other)


def same_date(one: WrittenDate, other: WrittenDate) -> bool:
    """Whether both allow the same days; marks of doubt and times of day do not count."""
    a, b = one.date, other.date
    if a.text == b.text:
        return True
    return (a.earliest, a.latest) == (b.earliest, b.latest) and a.earliest is not None


def same_quantity(one: Quantity, other: Quantity) -> bool:
    """Whether both have the same bounds, or are hedged around the same number."""
    if (one.low, one.high) == (other.low, other.high):
        return True
    numbers = {number for number in (one.low, one.high) if number is not None}
    return one.qualifier is other.qualifier and bool(numbers & {other.low, other.high})


def same_charges(one: Sequence[Charge], other: Sequence[Charge]) -> bool:
    """Whether the same provisions are named, or in the same words where none is numbered."""
    articles = {(charge.article, charge.part) for charge in one if charge.article}
    others = {(charge.article, charge.part) for charge in other if charge.article}
    if articles or others:
        return articles == others
    return all(any(_same_phrase(a.words, b.words) for b in other) for a in one)


def same_sentence(one: Sentence, other: Sentence) -> bool:
    """Whether it is the same penalty: the same length, or the same kind without one."""
    if one.duration or other.duration:
        return one.duration == other.duration
    if one.amount or other.amount:
        return _numbers(one.amount) == _numbers(other.amount)
    return one.kind is other.kind


def same_words(one: str, other: str) -> bool:
    """Whether two phrases share their words, endings and filling words aside."""
    return _same_phrase(one, other)


def _forms(mention: Mention) -> tuple[str, ...]:
    return (mention.text, mention.name) if mention.name else (mention.text,)


@lru_cache(maxsize=65536)
def _same_name(one: str, other: str) -> bool:
    fewer, more = sorted((name_words(one), name_words(other)), key=len)
    whole = {word for word in fewer if len(word) > 1}
    initials = fewer - whole
    left = more - whole
    return (
        bool(whole)
        and whole <= more
        and all(any(word.startswith(initial) for word in left) for initial in initials)
    )


@lru_cache(maxsize=65536)
def _same_phrase(one: str, other: str) -> bool:
    fewer, more = sorted((_stems(one), _stems(other)), key=len)
    return bool(fewer) and fewer <= more


def _stems(text: str) -> frozenset[str]:
    return frozenset(word if word.isdigit() else word[:_STEM] for word in name_words(text))


def _numbers(text: str) -> list[str]:
    return re.findall(r"\d+", re.sub(r"(?<=\d)[\s,.\u00a0\u202f](?=\d{3})", "", text))
