"""How old somebody is: before a name, behind it, in words, and of a pronoun or noun."""

from __future__ import annotations

import re
from collections.abc import Iterator

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.reading.slavic.meant import he
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reading.slavic.traits import Trait

_TENS = ("двад", "трид", "сорок", "пятьд|пятид", "шестьд|шестид", "семьд|семид", "восьмид", "девян")
_ONES = (
    "одно", "двух", "тр", "четыр", "пяти", "шести", "семи", "восьми", "девяти", "десяти",
    "одиннад", "двенад", "тринад", "четырнад", "пятнад", "шестнад", "семнад", "восемнад",
    "девятнад",
)  # fmt: skip
_TO_NAME = 4  # characters from a noun to the name it is the title of
_TO_NOUN = 2  # words from "34-летний" to the noun that stands for somebody


def age_before(sentence: Sentence, piece: Piece, start: int) -> Iterator[Trait]:
    """The age in the words before a name: "34-летний", "семнадцатилетняя"."""
    patterns = sentence.knowledge.patterns
    found = patterns["years-old"].search(sentence.text, start, piece.start)
    is_beside = found is not None and not sentence.text[found.end() : piece.start].strip()
    if found is not None and (is_beside or not _is_term(sentence, found)):
        yield _aged(piece.mention(), int(found["age"]), found)
        return
    words = patterns["aged-in-words"].search(sentence.lower, start, piece.start)
    if words is not None and (years := _in_words(words)):
        yield _aged(piece.mention(), years, words)


def age_in(sentence: Sentence, piece: Piece, start: int, end: int) -> Iterator[Trait]:
    """The age told aside behind a name."""
    patterns = sentence.knowledge.patterns
    found = patterns["years-old"].search(sentence.text, start, end)
    found = found or patterns["age"].match(sentence.text, start, end)
    if found is not None:
        yield _aged(piece.mention(), int(found["age"]), found)


def ages_of_others(sentence: Sentence, memory: Memory) -> Iterator[Trait]:
    """Ages told of a pronoun ("ему 19 лет") or of a noun that stands for somebody."""
    patterns = sentence.knowledge.patterns
    for found in patterns["pronoun-age"].finditer(
        sentence.lower, sentence.span.start, sentence.span.end
    ):
        is_male = patterns["dative-male"].fullmatch(found["who"]) is not None
        who = he(sentence, memory, Span(*found.span("who")), "male" if is_male else "female")
        if who is not None:
            yield _aged(who, int(found["age"]), found)
    for found in patterns["years-old"].finditer(
        sentence.text, sentence.span.start, sentence.span.end
    ):
        who = _noun_behind(sentence, found.end(), memory)
        if who is not None and not _is_term(sentence, found):
            yield _aged(who, int(found["age"]), found)


def _is_term(sentence: Sentence, found: re.Match[str]) -> bool:
    """Whether so many years are those of a penalty or a war."""
    patterns = sentence.knowledge.patterns
    if patterns["of-term"].search(found.group()):
        return True
    return patterns["lasts-years"].match(sentence.lower, found.end()) is not None


def _noun_behind(sentence: Sentence, at: int, memory: Memory) -> Mention | None:
    """Who "the 41-year-old farmer" is, where no name stands behind it."""
    index = sentence.knowledge.people["nominals"]
    tokens = [token for token in sentence.tokens if token.start >= at][:_TO_NOUN]
    for token in tokens:
        if not token.text[0].isalpha():
            return None
        hit = index.at(sentence.lower, token.start)
        if hit is None or hit.end != token.end:
            continue
        people = sentence.of_kind(MentionKind.PERSON)
        if any(0 <= one.start - token.end < _TO_NAME for one in people):
            return None
        is_female = sentence.knowledge.patterns["agrees-female"].search(token.text)
        name = memory.near(token.start, "female" if is_female else "male")
        span = Span(token.start, token.end)
        return Mention(token.text, MentionKind.PERSON, span, name) if name else None
    return None


def _in_words(found: re.Match[str]) -> int:
    tens, ones = found["tens"] or "", found["ones"] or ""
    ten = next((10 * n for n, stem in enumerate(_TENS, 2) if tens and re.match(stem, tens)), 0)
    one = next((n for n, stem in _numbered() if ones.startswith(stem)), 0)
    return ten + one


def _numbered() -> list[tuple[int, str]]:
    """Numbers by their stems, the longest stem first: "тринад" before "тр"."""
    return sorted(enumerate(_ONES, 1), key=lambda each: -len(each[1]))


def _aged(who: Mention, years: int, found: re.Match[str]) -> Trait:
    age = Quantity.of(years, words=found.group().strip())
    return Trait(who, Attribute.AGE, age, found.start())
