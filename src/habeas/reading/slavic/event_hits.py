"""Which verbs and nouns of a sentence tell of events."""

from __future__ import annotations

from habeas.reading.slavic.referents import is_relative
from habeas.reading.slavic.sentence import Sentence
from habeas.reference.stems import StemHit

_LEAD = 60  # characters before an event whose words make it something else
_HEAD = 20  # characters before a relative clause in which its noun stands


def event_hits(sentence: Sentence) -> list[StemHit]:
    """Where a sentence tells of events, each place once."""
    found = sentence.knowledge.events.hits(sentence.lower, sentence.begin["events"])
    sentence.hits = [hit for hit in found if _has_what_it_needs(sentence, hit)]
    return list(sentence.hits)


def _has_what_it_needs(sentence: Sentence, hit: StemHit) -> bool:
    """Whether a verb of many meanings has the words beside it that make it tell of an event."""
    before = sentence.lower[max(sentence.span.start, hit.start - _LEAD) : hit.start]
    if sentence.knowledge.patterns["of-an-office"].search(before):
        return False  # "уповноважений з питань осіб, зниклих безвісти"
    if hit.form == "noun" and sentence.knowledge.patterns["penalty-before"].search(before):
        return False  # "до двох років ув'язнення" is the penalty
    needs = hit.entry.words.get("needs", "")
    pattern = sentence.knowledge.patterns.get(f"needs-{needs}")
    if not needs or pattern is None:
        return True
    clause = sentence.clause_at(hit.start)
    start = clause.start
    if is_relative(sentence, hit):
        start = max(sentence.span.start, start - _HEAD)  # "вирок, який суд виніс X"
    return pattern.search(sentence.lower, start, clause.end) is not None
