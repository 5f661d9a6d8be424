"""Whom an event most likely befell where grammar decides nothing: the nearest in the right case.

A last resort, for sentences that no construction of ours fits. It looks over the whole sentence
and then at who suffered shortly before; it takes nobody who speaks, who is somebody's relative or
lawyer, or whom another event stands nearer to.
"""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import EventKind
from habeas.reading.slavic.government import participle_cases
from habeas.reading.slavic.participles import is_participle
from habeas.reading.slavic.referents import has_people, is_relative
from habeas.reading.slavic.roles import Patients
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_FAR = 180  # characters between an event and a name of the same sentence
_CASES = {
    "active": frozenset({Case.ACCUSATIVE}),
    "passive": frozenset({Case.NOMINATIVE}),
    "subject": frozenset({Case.NOMINATIVE}),
    "noun": frozenset({Case.GENITIVE, Case.DATIVE}),
    "dative": frozenset({Case.DATIVE}),
    "toward": frozenset({Case.GENITIVE}),
}
_NO_SUBJECT = frozenset({"noun", "dative", "toward"})
_FINITE = frozenset({"active", "passive", "subject"})


def nearest_of(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> tuple[Patients, tuple[Mention, ...]]:
    """Whom an event befell, as pieces of the sentence or as mentions of those told of before."""
    if is_relative(sentence, hit) or _is_attribute(sentence, hit):
        return Patients(), ()
    rows = [row for row in rows_of(sentence) if _may_suffer(sentence, row, hit)]
    if rows:
        row = min(rows, key=lambda row: _distance(row, hit))
        wanted = _CASES.get(hit.form, frozenset())
        fitting = [one for one in row if wanted & one.cases]
        if fitting and _distance(row, hit) <= _FAR and not _is_nearer_another(row, hit, hits):
            case = next(iter(sorted(wanted & fitting[0].cases)))
            return Patients(fitting, case), ()
        if len(rows) == 1 and _is_topic(sentence, row, hit):
            return Patients(list(row), None), ()
        return Patients(), ()
    return Patients(), _told_before(sentence, hit, memory)


def _is_attribute(sentence: Sentence, hit: StemHit) -> bool:
    """Whether a participle can only describe the noun beside it: "імена ув'язнених людей"."""
    cases, _ = participle_cases(sentence.lower[hit.start : hit.end])
    return is_participle(sentence, hit) and Case.NOMINATIVE not in cases


def _is_topic(sentence: Sentence, row: Sequence[Piece], hit: StemHit) -> bool:
    """Whether the only person of the sentence, in the nominative before it, cannot have done it.

    "X: запобіжний захід продовжено"; "X розповів, що його душили": nobody alone is "they".
    """
    if row[-1].end > hit.start or Case.NOMINATIVE not in row[0].cases or has_people(sentence):
        return False
    opener = sentence.clause_at(hit.start).opener
    if opener and sentence.knowledge.patterns["that"].fullmatch(opener) is None:
        return False  # "X приехал в город, где огласили приговор"
    if hit.form in _NO_SUBJECT:
        return True
    words = sentence.lower[hit.start : hit.end]
    is_plural = sentence.knowledge.patterns["plural-verb"].search(words) is not None
    return hit.form == "active" and is_plural and len(row) == 1


def _may_suffer(sentence: Sentence, row: Sequence[Piece], hit: StemHit) -> bool:
    patterns = sentence.knowledge.patterns
    before = sentence.lower[max(sentence.span.start, row[0].start - 60) : row[0].start]
    if patterns["governed"].search(before) or patterns["source-before"].search(before):
        return False
    if sentence.text[row[-1].end :][:1] == ":" and hit.form in _FINITE:
        return False  # "Бойко: наразі у полоні ..."
    return not _speaks(sentence, row, hit)


def _speaks(sentence: Sentence, row: Sequence[Piece], hit: StemHit) -> bool:
    """Whether a verb of speech stands beside the name, or between it and the event."""
    low = min(hit.end, row[0].start - 40)
    high = max(hit.start, row[-1].end + 40)
    near = [
        token.start
        for token in sentence.tokens
        if max(low, sentence.span.start) <= token.start < min(high, sentence.span.end)
    ]
    return any(one.form == "verbs" for one in sentence.knowledge.speech.hits(sentence.lower, near))


def _distance(row: Sequence[Piece], hit: StemHit) -> int:
    return max(row[0].start - hit.end, hit.start - row[-1].end, 0)


def _is_nearer_another(row: Sequence[Piece], hit: StemHit, hits: Sequence[StemHit]) -> bool:
    return any(
        _distance(row, other) < _distance(row, hit)
        for other in hits
        if other is not hit and other.entry.words.get("needs") != "term"
    )


def _told_before(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """Those who suffered in the sentence before, where this one names nobody else."""
    is_passive = hit.form == "dative" and hit.entry.kind == EventKind.REMANDED.value
    if not (is_passive or hit.form in _FINITE):
        return ()
    if sentence.of_kind(MentionKind.PERSON) or has_people(sentence):
        return ()
    patterns = sentence.knowledge.patterns
    if any(patterns["object-all"].fullmatch(word.text.lower()) for word in sentence.tokens):
        return ()  # "подозревают их": several
    one = memory.sufferer_near(hit.start)
    return (one,) if one is not None else ()
