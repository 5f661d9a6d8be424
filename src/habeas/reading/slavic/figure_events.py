"""Which event of a sentence befell the people that a number counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.quote import Span
from habeas.reading.slavic.referents import is_relative
from habeas.reading.slavic.sentence import Sentence
from habeas.reference.stems import StemHit
from habeas.text.quantities import QuantityFound

_NOUNS = ("noun", "toward")
_REACH = 110  # characters from a verb to the number it tells of
_MAY = 20  # characters before an infinitive in which "may have" stands
_PER_COMMA = 45  # characters that a comma between a number and a verb counts for
_TO_RELATIVE = 50  # characters from the noun for people to the relative clause told of them


def event_of_count(
    sentence: Sentence, count: QuantityFound, noun: Span | None, hits: Sequence[StemHit]
) -> StemHit | None:
    """What befell those a number counts: in its clause, else in a relative one behind the noun."""
    told = _of_cases(sentence, noun, hits) or _in_clause(sentence, count, hits)
    return told if told or count.whole else _behind_noun(sentence, noun, hits)


def _of_cases(sentence: Sentence, noun: Span | None, hits: Sequence[StemHit]) -> StemHit | None:
    """What counted cases are of: "111 випадків неправомірного затримання"."""
    if noun is None:
        return None
    last = sentence.lower[noun.start : noun.end].split()[-1]
    if sentence.knowledge.patterns["case-unit"].fullmatch(last) is None:
        return None
    near = (one for one in hits if one.form in _NOUNS and 0 <= one.start - noun.end < _TO_RELATIVE)
    return next((one for one in near if "," not in sentence.text[noun.end : one.start]), None)


def _behind_noun(sentence: Sentence, noun: Span | None, hits: Sequence[StemHit]) -> StemHit | None:
    """What a relative clause tells: "15 журналістів, які ув'язнені", "200 осіб, яких утримують"."""
    if noun is None:
        return None
    for clause in sentence.clauses:
        inside = [hit for hit in hits if clause.start <= hit.start < clause.end]
        if not 0 <= clause.start - noun.end < _TO_RELATIVE or not inside:
            continue
        if is_relative(sentence, inside[0]) and inside[0].form != "noun":
            return inside[0]
    return None


def _in_clause(sentence: Sentence, count: QuantityFound, hits: Sequence[StemHit]) -> StemHit | None:
    """The nearest event in the clause that can befall the counted; a comma keeps it away."""
    clause = sentence.clause_at(count.span.start)
    best: StemHit | None = None
    least = _REACH
    for hit in hits:
        is_inside = hit.start <= count.span.start < hit.end  # "повернула 49 людей із полону"
        is_behind = hit.end <= count.span.start or is_inside
        distance = count.span.start - hit.end if is_behind else hit.start - count.span.end
        distance = 0 if is_inside else distance
        if not clause.start <= hit.start < clause.end or hit.entry.kind == "none":
            continue
        if is_behind and hit.entry.words.get("needs") == "term":
            continue  # "отримала 51 людину" tells of no penalty
        low, high = sorted((count.span.start, hit.start))
        distance += _PER_COMMA * sentence.text.count(",", low, high)
        if not distance < least or (not is_behind and not _befalls_before(sentence, hit)):
            continue
        best, least = hit, distance
    return best


def _befalls_before(sentence: Sentence, hit: StemHit) -> bool:
    """Whether whom it befalls can stand before it."""
    if hit.form in ("noun", "dative", "toward"):
        return False
    return hit.form != "active" or _is_impersonal(sentence, hit)


def _is_impersonal(sentence: Sentence, hit: StemHit) -> bool:
    words = sentence.lower[hit.start : hit.end]
    patterns = sentence.knowledge.patterns
    may = patterns["may-have"].search(
        sentence.lower[: hit.start][-_MAY:]
    )  # "30 осіб міг утримувати"
    return bool(may) or patterns["plural-verb"].search(words) is not None


def also_befell(
    sentence: Sentence, hit: StemHit, count: QuantityFound, hits: Sequence[StemHit]
) -> Iterator[StemHit]:
    """What else befell the counted: "арестовали, а потом осудили восемь человек"."""
    pattern = sentence.knowledge.patterns["and-later"]
    for other in hits:
        if other.form != hit.form or other.end > hit.start or hit.start > count.span.start:
            continue
        if pattern.fullmatch(sentence.lower[other.end : hit.start]):
            yield other
