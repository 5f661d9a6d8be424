"""Charges and penalties as lists write them: an article alone, a number of years alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from habeas.model.charge import Charge, PenaltyKind, Sentence
from habeas.model.duration import Duration
from habeas.reading.frames.charges import charges_in as english_charges
from habeas.reading.frames.charges import sentence_in as english_sentence
from habeas.reading.slavic.charges import charges_in, penalty_in
from habeas.reading.slavic.knowledge import Knowledge
from habeas.reference.languages import declining, language_of
from habeas.reference.lexicon import lexicon
from habeas.reference.list_words import any_of, code_in, languages
from habeas.reference.quantity_words import duration_words
from habeas.text.durations import find_durations

_ARTICLE = r"\d{2,3}(?:[.\-]\d{1,2})?"
_PARTED = re.compile(r"\s*[;\n]\s*|\s*,\s*(?=\D{0,6}\d)|\s+/\s+")
_NUMBER = re.compile(r"\d{1,3}(?:[.,]\d{1,2})?")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = "en"


@lru_cache(maxsize=20_000)
def charges_of(text: str, part: str, code: str, *, is_article: bool) -> tuple[Charge, ...]:
    """The charges of a cell; where no article is known in it, its words.

    `part` and `code` are what other columns or the heading say, for articles that say nothing.
    """
    own_code = code_in(text) or code
    found: list[Charge] = []
    for words in filter(None, _PARTED.split(text)):
        articles = _articles(words)
        if is_article and not articles:
            articles = list(_bare_articles(words))
        found += articles or [Charge(words=words)]
    return tuple(
        Charge(
            article=one.article,
            part=one.part or (part if one.article else ""),
            point=one.point,
            code=one.code or (own_code if one.article else ""),
            words=one.words,
        )
        for one in dict.fromkeys(found)
    )


def _articles(words: str) -> list[Charge]:
    return [one for one in _charges(words) if one.article]


def _charges(words: str) -> tuple[Charge, ...]:
    if language_of(words) == _ENGLISH:
        return english_charges(words, lexicon(_ENGLISH))
    every = [charges_in(words, knowledge(one)) for one in declining()]
    return max(every, key=lambda found: sum(len(one.code) + len(one.words) for one in found))


def _bare_articles(words: str) -> Iterator[Charge]:
    """An article with its part before or behind: `205.5 ч. 2`, `ч. 2, 205.5`, `275`."""
    found = _bare().search(words)
    if found is not None:
        yield Charge(
            article=found["article"].replace("-", "."),
            part=found["part"] or found["before"] or "",
            words=words,
        )


@cache
def _bare() -> re.Pattern[str]:
    part = rf"(?:{any_of('article_part')})\.?\s*"
    return re.compile(
        rf"(?:{part}(?P<before>\d{{1,2}})\D{{0,8}})?(?<!\d)(?P<article>{_ARTICLE})(?![.\d])"
        rf"(?:[\s,(]*{part}(?P<part>\d{{1,2}}))?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=20_000)
def sentence_of(text: str, heading: str) -> Sentence | None:
    """The penalty of a cell; a bare number is in the unit that the heading names."""
    return _in_unit_of(text, heading) or _sentence(text) or _shortened(text)


def _sentence(text: str) -> Sentence | None:
    found = [english_sentence(text, lexicon(_ENGLISH), duration_words(_ENGLISH))]
    found += [penalty_in(text, knowledge(one)) for one in declining()]
    return max(filter(None, found), key=_told, default=None)


def _told(sentence: Sentence) -> tuple[bool, int]:
    return sentence.kind is not PenaltyKind.UNSPECIFIED, len(sentence.words) + len(sentence.regime)


def _shortened(text: str) -> Sentence | None:
    """Units by their first letters: `7 р. 6 міс.`, `5 y`."""
    found = _short_units().match(text.casefold())
    if found is None or not (found["years"] or found["months"]):
        return None
    years, months = found["years"], found["months"]
    length = "P" + (f"{int(years)}Y" if years else "") + (f"{int(months)}M" if months else "")
    return Sentence(duration=Duration(length), words=text[: found.end()].strip())


@cache
def _short_units() -> re.Pattern[str]:
    years, months = any_of("years_short"), any_of("months_short")
    return re.compile(
        rf"\s*(?:(?P<years>\d{{1,3}})\s*(?:{years})\s*)?(?:(?P<months>\d{{1,4}})\s*(?:{months}))?"
    )


def _in_unit_of(text: str, heading: str) -> Sentence | None:
    number = _NUMBER.fullmatch(text)
    if number is None:
        return None
    count = number[0].replace(",", ".")
    for unit in _WORD.findall(heading):
        for language in languages():
            for duration, _ in find_durations(f"{count} {unit}", duration_words(language)):
                return Sentence(duration=duration, words=text)
    return None


@cache
def knowledge(language: str) -> Knowledge:
    """What a Slavic language knows, loaded when the first list needs it."""
    return Knowledge(language)
