"""Names that spell out a group: "arrested five citizens – X, Y", "group of activists: X and Y"."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import MentionKind
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reference.stems import StemHit

_LEAD = 70  # characters between the mark and the first name: its titles
_TO_GROUP = 60  # characters from the word for the group to the mark
_TO_VERB = 130  # characters between the group and what is told of it
_FEWEST = 2


def spelled_out(sentence: Sentence, hit: StemHit, hits: Sequence[StemHit]) -> list[Piece]:
    """The persons whose names stand behind the word for the group that an event befalls."""
    pattern = sentence.knowledge.patterns["roster-mark"]
    for row in rows_of(sentence):
        low = max(sentence.span.start, row[0].start - _LEAD)
        marks = list(pattern.finditer(sentence.lower, low, row[0].start))
        if len(row) < _FEWEST or not marks:
            continue
        at, lead = marks[-1].start(), sentence.lower[marks[-1].end() : row[0].start]
        if sentence.knowledge.patterns["joint-verb"].search(lead):
            continue
        group = _group_before(sentence, at)
        if group >= 0 and _tells_of(sentence, hit, group, row=row, hits=hits):
            return row
    return []


def _group_before(sentence: Sentence, at: int) -> int:
    """Where the word for people, or their number, stands close before a mark; -1 where none."""
    low = max(sentence.span.start, at - _TO_GROUP)
    known = sentence.knowledge.patterns["group-word"]
    people = [
        token.start
        for token in sentence.tokens
        if low <= token.start < at
        and (
            sentence.knowledge.is_person_word(sentence.lower, token.start) >= 0
            or known.match(sentence.lower, token.start)
        )
    ]
    counts = [one.span.start for one in sentence.counts if low <= one.span.start < at]
    groups = [one.start for one in sentence.of_kind(MentionKind.GROUP) if low <= one.start < at]
    return min([*people, *counts, *groups], default=-1) if people or groups else -1


def _tells_of(
    sentence: Sentence,
    hit: StemHit,
    group: int,
    *,
    row: Sequence[Piece],
    hits: Sequence[StemHit],
) -> bool:
    """Whether the event is told of the group: right before it, or behind the dash that closes."""
    if hit.start >= row[-1].end:
        gap = sentence.text[row[-1].end : hit.start]
        return sentence.knowledge.patterns["roster-end"].match(gap) is not None and not any(
            row[-1].end <= one.start < hit.start for one in hits
        )
    if not hit.end <= row[0].start or group - hit.end > _TO_VERB:
        return False
    nearer = [one for one in hits if hit.end <= one.start < group and one.form != "passive"]
    return not nearer
