"""In what manner an event or act is spoken of: denied, planned, demanded, conditional, alleged."""

from __future__ import annotations

from habeas.model.vocabulary import Modality
from habeas.reading.slavic.sentence import Sentence

# What stands nearer decides first; a condition holds for its clause wherever it stands in it.
_FAR = 500  # from a demand to what is demanded: its lists are long
_GRANTED = 40  # characters before a plea in which it is granted
_REACH = 90  # characters from a governing word to what it governs


def modality_of(sentence: Sentence, start: int, end: int, *, is_verb: bool = True) -> Modality:
    """The manner of what stands between two characters; a bare infinitive has not happened."""
    clause = sentence.clause_at(start)
    knowledge = sentence.knowledge
    own = sentence.lower[max(clause.start, start - _REACH) : start]
    if knowledge.patterns["negated"].search(own):
        return Modality.DENIED
    if knowledge.patterns["condition-clause"].match(sentence.lower, clause.start):
        return Modality.CONDITIONAL
    hedge = knowledge.patterns["hedged"]
    governed = _governed(sentence, start, is_verb=is_verb and not _is_infinitive(sentence, start))
    if governed is not None and governed is not Modality.ASSERTED:
        is_hedged = governed is Modality.CONDITIONAL and hedge.search(
            sentence.lower[:start][-_REACH:]
        )
        return Modality.ALLEGED if is_hedged else governed
    behind = sentence.lower[end : min(clause.end, end + _REACH)]
    if found := _by_what_follows(sentence, start, end, behind):
        return found
    if governed is not None and knowledge.patterns["continues"].search(own):
        return Modality.ASSERTED
    return _own(sentence, start, end, is_verb=is_verb)


def _by_what_follows(sentence: Sentence, start: int, end: int, behind: str) -> Modality | None:
    """What the words behind make of it: it did not take place, or has a day to come.

    A verb that threatens ("загрожує 15 років") makes a condition of it by itself.
    """
    if sentence.knowledge.patterns["threatens"].match(sentence.lower, start, end):
        return Modality.CONDITIONAL
    if sentence.knowledge.patterns["negated-behind"].match(behind):
        return Modality.DENIED
    is_to_come = sentence.knowledge.patterns["planned-behind"].match(behind)
    return Modality.PLANNED if is_to_come else None


def _own(sentence: Sentence, start: int, end: int, *, is_verb: bool) -> Modality:
    """The manner its own words give it."""
    knowledge = sentence.knowledge
    before = sentence.lower[max(sentence.span.start, start - _REACH) : start]
    if knowledge.patterns["hedged"].search(before):
        return Modality.ALLEGED
    if knowledge.patterns["phase-verb"].search(before):
        return Modality.ASSERTED
    if is_verb and knowledge.patterns["infinitive"].fullmatch(sentence.lower[start:end].split()[0]):
        return Modality.CONDITIONAL
    if knowledge.patterns["future"].match(sentence.lower, start, end):
        clauses = [clause.start for clause in sentence.clauses if clause.start > start]
        is_on_condition = any(
            knowledge.patterns["condition-clause"].match(sentence.lower, at) for at in clauses
        )
        return Modality.CONDITIONAL if is_on_condition else Modality.PLANNED
    return Modality.ASSERTED


def _is_infinitive(sentence: Sentence, start: int) -> bool:
    word = next((one for one in sentence.tokens if one.start == start), None)
    pattern = sentence.knowledge.patterns["infinitive"]
    return word is not None and pattern.fullmatch(sentence.lower[start : word.end]) is not None


def _governed(sentence: Sentence, start: int, *, is_verb: bool) -> Modality | None:
    """What the nearest word before that governs makes of it; `is_verb` of a verb in the past."""
    for hit in reversed(sentence.governors):
        if hit.start >= start:
            continue
        reach = _FAR if hit.entry.id == "clause-demand" else _REACH
        if start - hit.end > reach or not _governs(sentence, hit.entry.id, hit.end, start):
            continue
        if is_verb and sentence.knowledge.patterns["goes-on"].search(
            sentence.lower[hit.end : start]
        ):
            continue  # "отказал в освобождении и оставил под стражей"
        if sentence.knowledge.patterns["granted"].search(sentence.lower[: hit.start][-_GRANTED:]):
            return Modality.ASSERTED  # "удовлетворил ходатайство об аресте"
        if not sentence.knowledge.patterns["negated"].search(sentence.lower[: hit.start][-12:]):
            return Modality(hit.entry.kind)
    return None


def _governs(sentence: Sentence, entry: str, end: int, start: int) -> bool:
    """Whether nothing between the two ends the reach of the first.

    A demand or denial reaches into the clause it opens ("demanded that"), a modal verb only as far
    as its own clause.
    """
    gap = sentence.lower[end:start]
    clause, patterns = sentence.clause_at(start), sentence.knowledge.patterns
    if clause.start >= end and patterns["relative"].fullmatch(clause.opener):
        return False  # "просить відвідати X, який утримується ...": a fact by the way
    if entry.startswith("clause"):
        return sentence.knowledge.patterns["ends-reach"].search(gap) is None
    return not any(end <= clause.start <= start for clause in sentence.clauses[1:])
