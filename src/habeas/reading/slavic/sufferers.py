"""Whom an event befalls, by the form it is told in."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.slavic.government import participle_cases
from habeas.reading.slavic.membership import among
from habeas.reading.slavic.obliques import obliquely
from habeas.reading.slavic.participles import described_by, is_participle
from habeas.reading.slavic.roles import Patients, patients_of
from habeas.reading.slavic.sentence import Memory, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_VERBS = ("active", "subject")
_OBLIQUE = ("dative", "toward")


def sufferers_of(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> Patients:
    """Whom an event befalls; nobody where that is not sure."""
    if members := among(sentence, hit, hits):
        return Patients(members, Case.NOMINATIVE)
    if hit.form in _OBLIQUE:
        pieces, case, pronoun = obliquely(sentence, hit, hits, memory)
        return Patients(pieces, case, pronoun)
    if is_participle(sentence, hit):
        if described := described_by(sentence, hit):
            return Patients(described)
        cases, _ = participle_cases(sentence.lower[hit.start : hit.end])
        if Case.NOMINATIVE not in cases:
            return Patients()
    found = patients_of(sentence, hit, hits, memory)
    return Patients() if _belongs_to_another(found, hit, hits) else found


def _belongs_to_another(found: Patients, hit: StemHit, hits: Sequence[StemHit]) -> bool:
    """Whether a verb that tells something else stands between a participle and the name."""
    if hit.form != "passive" or not found.pieces:
        return False
    start = found.pieces[0].start
    return any(hit.end <= one.start < start and one.form in _VERBS for one in hits)
