"""Numbers of those on a list: "список политзаключённых содержит 45 фамилий", "в него вошли 117"."""

from __future__ import annotations

from habeas.reading.slavic.sentence import Memory, Sentence
from habeas.reference.stems import StemHit
from habeas.text.quantities import QuantityFound

_TO_LIST = 400  # characters from where a list is announced to a number of those on it


def is_near_list(sentence: Sentence, memory: Memory) -> bool:
    """Whether a list of people was announced shortly before."""
    return sentence.span.start - memory.listed[0] <= _TO_LIST


def listed_status(sentence: Sentence, memory: Memory) -> StemHit | None:
    """What befell those on a list that a sentence speaks of: "в список узников вошли"."""
    patterns, span = sentence.knowledge.patterns, sentence.span
    if not sentence.begin["counted"] and not is_near_list(sentence, memory):
        return None
    if patterns["in-a-list"].search(sentence.lower, span.start, span.end) is None:
        return None
    starts = [token.start for token in sentence.tokens]
    named = next(sentence.knowledge.counted.hits(sentence.lower, starts), None)
    if named is None and not is_near_list(sentence, memory):
        return None
    return named or memory.listed[1]


def of_list(sentence: Sentence, count: QuantityFound, listed: StemHit | None) -> StemHit | None:
    """The status of a list for the number of names or people on it."""
    behind = sentence.knowledge.patterns["listed-names"]
    return listed if listed and behind.match(sentence.lower, count.span.end) else None


def note_list(sentence: Sentence, memory: Memory) -> None:
    """Keeps of whom a list is that the sentence announces."""
    patterns, span = sentence.knowledge.patterns, sentence.span
    if not sentence.begin["counted"]:
        return
    if patterns["list-of"].search(sentence.lower, span.start, span.end) is None:
        return
    starts = [token.start for token in sentence.tokens]
    if named := next(sentence.knowledge.counted.hits(sentence.lower, starts), None):
        memory.listed = (span.end, named)
