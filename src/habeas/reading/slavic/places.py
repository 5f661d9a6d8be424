"""Where an event takes place, where it leads, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.model.mention import MentionKind
from habeas.model.vocabulary import EventKind
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_PREPOSITION = 24  # characters before a place in which its preposition stands
_REACH = 130
_VERBS = frozenset({"active", "subject", "dative"})


@dataclass(slots=True)
class Places:
    """Places of one event, the nearest first."""

    here: list[Piece] = field(default_factory=list)
    goal: list[Piece] = field(default_factory=list)
    origin: list[Piece] = field(default_factory=list)


def places_of(sentence: Sentence, hit: StemHit) -> Places:
    """The places in the clause of an event, by the prepositions before them."""
    clause = sentence.clause_at(hit.start)
    found = Places()
    patterns = sentence.knowledge.patterns
    places = sentence.of_kind(MentionKind.PLACE, MentionKind.STATE)
    for piece in sorted(places, key=lambda piece: abs(piece.start - hit.start)):
        if not clause.start <= piece.start < clause.end or abs(piece.start - hit.start) > _REACH:
            continue
        if piece.cases == {Case.INSTRUMENTAL}:  # "в оккупированном Россией Крыму"
            continue
        if _is_penalty(sentence, piece, hit) or _is_of_another(sentence, piece, hit):
            continue
        before = sentence.lower[max(clause.start, piece.start - _PREPOSITION) : piece.start]
        if patterns["where"].search(before) and piece.cases == {Case.ACCUSATIVE}:
            found.goal.append(piece)  # "в Україну"
        elif patterns["where"].search(before):
            found.here.append(piece)
        elif patterns["goal"].search(before):
            found.goal.append(piece)
        elif patterns["origin"].search(before):
            found.origin.append(piece)
    return found


def _is_of_another(sentence: Sentence, piece: Piece, hit: StemHit) -> bool:
    """Whether a place behind an event stands behind another verb too, or in what is said aside."""
    if piece.start < hit.end:
        return False
    verbs = (one for one in sentence.hits if one.form in _VERBS)
    if any(hit.end <= one.start < piece.start for one in verbs):
        return True
    gap = sentence.lower[hit.end : piece.start]
    return sentence.knowledge.patterns["gerund"].search(gap) is not None


def _is_penalty(sentence: Sentence, piece: Piece, hit: StemHit) -> bool:
    """Whether a prison without a name is the penalty, not a place: "років колонії"."""
    is_sentence = hit.entry.kind == EventKind.SENTENCED.value
    return (
        is_sentence and sentence.knowledge.patterns["prison-kind"].fullmatch(piece.text) is not None
    )
