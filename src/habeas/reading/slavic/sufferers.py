"""Whom an event befalls, by the form it is told in."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.slavic.anaphora import all_of, described
from habeas.reading.slavic.counterparts import is_counterpart
from habeas.reading.slavic.government import participle_cases
from habeas.reading.slavic.membership import among
from habeas.reading.slavic.obliques import obliquely
from habeas.reading.slavic.participles import described_by, is_participle
from habeas.reading.slavic.referents import group_of, topic_of
from habeas.reading.slavic.roles import Patients, patients_of
from habeas.reading.slavic.roster import spelled_out
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_VERBS = ("active", "subject")
_TO_SUBJECT = 50  # characters from a verb to its subject behind it
_ENDS = frozenset(".;:()")
_OBLIQUE = ("dative", "toward")


def sufferers_of(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> Patients:
    """Whom an event befalls; nobody where that is not sure."""
    if members := among(sentence, hit, hits):
        return Patients(members, Case.NOMINATIVE)
    if roster := spelled_out(sentence, hit, hits):
        return Patients(roster)
    if hit.form in _OBLIQUE:
        found = Patients(*obliquely(sentence, hit, hits, memory))
        if hit.form == "dative" and not found.mentions():
            found.group = all_of(sentence, hit, Case.DATIVE, memory) or described(
                sentence, hit, Case.DATIVE, memory
            )
    elif is_participle(sentence, hit):
        found = _of_participle(sentence, hit, hits, memory)
    else:
        found = _of_verb(sentence, hit, hits, memory)
    if hit.form != "passive":
        found.pieces = [one for one in found.pieces if not is_counterpart(sentence, one)]
    if found.mentions() or is_participle(sentence, hit):
        return found
    return Patients(group=group_of(sentence, hit, memory))


def _of_participle(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> Patients:
    described = described_by(sentence, hit) or _as_before(sentence, hit, hits)
    if described := described or _counted_by_name(sentence, hit):
        return Patients(described)
    cases, _ = participle_cases(sentence.lower[hit.start : hit.end])
    is_attribute = sentence.knowledge.patterns["attributive"].match(sentence.lower, hit.start)
    if Case.NOMINATIVE not in cases or is_attribute:
        return Patients()
    return _of_verb(sentence, hit, hits, memory)


def _as_before(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> list[Piece]:
    """Whom the participle before it describes: "X, задержанного в мае и приговорённого к"."""
    cases, _ = participle_cases(sentence.lower[hit.start : hit.end])
    pattern = sentence.knowledge.patterns["and"]
    for other in reversed([one for one in hits if one.end <= hit.start]):
        own, _ = participle_cases(sentence.lower[other.start : other.end])
        gap = sentence.lower[other.end : hit.start]
        if is_participle(sentence, other) and own == cases and pattern.search(gap):
            return described_by(sentence, other)
    return []


def _counted_by_name(sentence: Sentence, hit: StemHit) -> list[Piece]:
    """So many names as a number before a participle says: "двоє захоплених моряків X і Y"."""
    count = next((one for one in sentence.counts if 0 <= hit.start - one.span.end <= 1), None)
    if count is None or count.quantity.low != count.quantity.high:
        return []
    for row in rows_of(sentence):
        gap = sentence.lower[hit.end : row[0].start] if row[0].start >= hit.end else ":"
        is_told = sentence.knowledge.patterns["joint-verb"].search(gap)
        if len(row) == count.quantity.low and not is_told and not set(gap) & _ENDS:
            return row
    return []


def _of_verb(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory) -> Patients:
    if topic := topic_of(sentence, hit):
        return Patients(topic, Case.NOMINATIVE)
    found = _behind_comma(sentence, hit, hits) or patients_of(sentence, hit, hits, memory)
    return Patients() if _belongs_to_another(found, hit, hits) else found


def _behind_comma(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> Patients | None:
    """The subject behind a verb that opens a part of its own: "осуждён X, умер Y"."""
    is_opening = sentence.text[sentence.span.start : hit.start].rstrip().endswith(",")
    if hit.form not in ("subject", "passive") or not is_opening:
        return None
    if not any(one.start < hit.start for one in hits):
        return None
    for row in rows_of(sentence):
        gap = sentence.text[hit.end : row[0].start] if hit.end <= row[0].start else ","
        if len(gap) < _TO_SUBJECT and "," not in gap and row[0].cases == {Case.NOMINATIVE}:
            return Patients(row, Case.NOMINATIVE)
    return None


def _belongs_to_another(found: Patients, hit: StemHit, hits: Sequence[StemHit]) -> bool:
    """Whether a verb that tells something else stands between a participle and the name."""
    if hit.form != "passive" or not found.pieces:
        return False
    start = found.pieces[0].start
    return any(hit.end <= one.start < start and one.form in _VERBS for one in hits)
