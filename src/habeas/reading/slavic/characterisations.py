"""What detentions, charges and trials are called: political, fabricated, unlawful, arbitrary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import Characterisation, Modality
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Sentence
from habeas.reading.slavic.speakers import subject_before
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_TO_PERSON = 60
_TO_ACT = 90  # characters between an act and what it is called


@dataclass(frozen=True, slots=True)
class LabelFound:
    """The slots of a characterisation and where it is told."""

    slots: dict[str, Any]
    at: int
    modality: Modality


def labels_of(sentence: Sentence) -> Iterator[LabelFound]:
    """The characterisations of a sentence: "незаконный арест", "назвал арест незаконным"."""
    told = set()
    for hit in sentence.knowledge.labels.hits(sentence.lower, sentence.begin["labels"]):
        found = _found(sentence, hit)
        if found is None or (hit.entry.kind, found[0]) in told:
            continue
        act, people = found
        told.add((hit.entry.kind, act))
        slots: dict[str, Any] = {
            "label": Characterisation(hit.entry.kind),
            "act": act,
            "of": people,
            "speaker": _caller(sentence, hit),
        }
        yield LabelFound(slots, hit.start, modality_of(sentence, hit.start, hit.end, is_verb=False))


def _found(sentence: Sentence, hit: StemHit) -> tuple[str, tuple[Mention, ...]] | None:
    """The act so called, and of whom; None where a bare label is beside no act."""
    if hit.form == "words":
        return sentence.text[hit.start : hit.end].split()[-1], _of(sentence, hit.end)
    if hit.form == "designations":
        people = _designated(sentence, hit)
        return (sentence.text[hit.start : hit.end], people) if people else None
    clause = sentence.clause_at(hit.start)
    low = max(clause.start, hit.start - _TO_ACT)
    acts = list(sentence.knowledge.patterns["act"].finditer(sentence.lower, low, hit.start))
    if not acts:
        high = min(clause.end, hit.end + _TO_ACT)
        acts = list(sentence.knowledge.patterns["act"].finditer(sentence.lower, hit.end, high))[:1]
    if not acts:
        return None
    act = acts[-1]
    return sentence.text[act.start() : act.end()], _of(sentence, act.end())


def _of(sentence: Sentence, at: int) -> tuple[Mention, ...]:
    """The persons in the genitive behind an act."""
    breaks = sentence.knowledge.patterns["breaks-noun"]
    for row in rows_of(sentence):
        first = row[0]
        if at <= first.start < at + _TO_PERSON and Case.GENITIVE in first.cases:
            if breaks.search(sentence.lower[at : first.start]):
                return ()
            return tuple(one.mention(Case.GENITIVE) for one in row)
    return ()


def _designated(sentence: Sentence, hit: StemHit) -> tuple[Mention, ...]:
    """Who is recognised as a political prisoner: "признал X политзаключённым"."""
    clause = sentence.clause_at(hit.start)
    patterns = sentence.knowledge.patterns
    verb = patterns["designates"].search(sentence.lower, clause.start, clause.end)
    if verb is None:
        return ()
    is_passive = patterns["designated"].search(verb.group()) is not None
    case = Case.NOMINATIVE if is_passive else Case.ACCUSATIVE
    rows = [row for row in rows_of(sentence) if case in row[0].cases]
    near = [row for row in rows if clause.start <= row[0].start < sentence.span.end]
    near.sort(key=lambda row: abs(row[0].start - verb.end()))
    if not is_passive:
        near = [row for row in near if row[0].start >= verb.end()] or near
    return tuple(one.mention(case) for one in near[0]) if near else ()


def _caller(sentence: Sentence, hit: StemHit) -> Mention | None:
    """Who calls it so, by a verb of calling in the same clause."""
    clause = sentence.clause_at(hit.start)
    verb = sentence.knowledge.patterns["calls"].search(sentence.lower, clause.start, clause.end)
    if verb is None:
        return None
    piece = subject_before(sentence, verb.start())
    if piece is None or piece.kind is MentionKind.PLACE:
        return None
    return piece.mention(Case.NOMINATIVE)
