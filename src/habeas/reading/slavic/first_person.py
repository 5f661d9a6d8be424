"""Who tells of himself: "мене затримали", "я перебувала в СІЗО", "мені дали п'ять років"."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.sentence import Memory, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_WORDS = 4  # words between a verb and the pronoun
_PARTS = {"active": "object", "subject": "subject", "passive": "subject", "dative": "dative"}


def own(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[bool, tuple[Mention, ...]]:
    """Whether a verb is told in the first person, and who that is; nobody where it is not known."""
    span = _pronoun(sentence, hit)
    if span is None:
        return False, ()
    if memory.teller is not None and memory.teller.kind is MentionKind.PERSON:
        text = sentence.text[span.start : span.end]
        return True, (Mention(text, MentionKind.PERSON, span, memory.teller.label),)
    # An answer of an interview, behind its dash, is of the person told of before it.
    return not memory.is_answer, ()


def _pronoun(sentence: Sentence, hit: StemHit) -> Span | None:
    """Where "me" or "I" stands near a verb, in its clause."""
    part = _PARTS.get(hit.form)
    if part is None:
        return None
    clause = sentence.clause_at(hit.start)
    pattern = sentence.knowledge.patterns[f"{part}-first"]
    words = [
        token
        for token in sentence.tokens
        if token.text[0].isalnum() and clause.start <= token.start < clause.end
    ]
    before = [token for token in words if token.end <= hit.start][-_WORDS:]
    inside = [token for token in words if token.start >= hit.start][:_WORDS]
    found = next(
        (t for t in (*before, *inside) if pattern.fullmatch(sentence.lower[t.start : t.end])), None
    )
    if found is None or _is_anothers(sentence, found.start, hit, part):
        return None
    return Span(found.start, found.end)


def _is_anothers(sentence: Sentence, at: int, hit: StemHit, part: str) -> bool:
    """Whether somebody else is named as the subject between: "я бачив, Іван загинув"."""
    low, high = sorted((at, hit.start))
    return part == "subject" and any(
        low < one.start < high and Case.NOMINATIVE in one.cases
        for one in sentence.of_kind(MentionKind.PERSON)
    )
