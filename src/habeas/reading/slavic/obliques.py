"""Whom it befalls in the dative or behind a preposition: "вынес приговор X", "обыск у X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.anaphora import described
from habeas.reading.slavic.charges import penalty_in
from habeas.reading.slavic.government import preposition_before
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_REACH = 140  # characters from the verb to whom
_TO_PRONOUN = 4  # words from the verb to a pronoun
_TOWARD = {
    "toward-genitive": Case.GENITIVE, "toward-dative": Case.DATIVE,
    "toward-accusative": Case.ACCUSATIVE, "toward-instrumental": Case.INSTRUMENTAL,
}  # fmt: skip


def obliquely(
    sentence: Sentence, hit: StemHit, hits: Sequence[StemHit], memory: Memory
) -> tuple[list[Piece], Case | None, Mention | None]:
    """The persons it befalls with the case they stand in, or the pronoun that means one."""
    elided = sentence.knowledge.patterns["elided-term"]
    for row in sorted(_rows(sentence, hit), key=lambda row: _distance(row[0], hit)):
        is_next = hit.form == "dative" and _has_term(sentence, hit, row[0])
        if is_next and elided.match(sentence.text, row[-1].end, sentence.span.end):
            continue  # "призначив X 17 років, Y – 15": of Y the verb is left out
        case = _case(sentence, row[0], hit)
        if case is not None and not _is_nearer_another(row[0], hit, hits):
            return [one for one in row if case in one.cases], case, None
    return [], None, _pronoun(sentence, hit, memory) or _noun(sentence, hit, memory)


def _noun(sentence: Sentence, hit: StemHit, memory: Memory) -> Mention | None:
    """The one named before whom a noun means: "активистке вменили неповиновение"."""
    if hit.form != "dative":
        return None
    meant = described(sentence, hit, Case.DATIVE, memory)
    return next((one for one in meant if one.kind is MentionKind.PERSON), None)


def _has_term(sentence: Sentence, hit: StemHit, piece: Piece) -> bool:
    """Whether a penalty stands between the verb and the name."""
    words = sentence.text[hit.end : piece.start] if piece.start > hit.end else ""
    return penalty_in(words, sentence.knowledge) is not None


def _rows(sentence: Sentence, hit: StemHit) -> Iterator[list[Piece]]:
    """Names in the clause, or right behind a colon that closes it."""
    clause = sentence.clause_at(hit.start)
    for row in rows_of(sentence):
        at = row[0].start
        is_listed = clause.end <= at and not sentence.text[clause.end : at].strip(" :")
        if (clause.start <= at < clause.end or is_listed) and _distance(row[0], hit) < _REACH:
            yield row


def _case(sentence: Sentence, piece: Piece, hit: StemHit) -> Case | None:
    before = preposition_before(sentence, piece, hit.end if piece.start >= hit.end else 0)
    if hit.form == "dative":
        is_about = sentence.knowledge.patterns["toward-genitive"].fullmatch(before or "-")
        if is_about and Case.GENITIVE in piece.cases:
            return Case.GENITIVE  # "избрал в отношении X меру пресечения"
        is_free = not before and Case.DATIVE in piece.cases and not _is_owner(sentence, piece, hit)
        return Case.DATIVE if is_free else None
    words = sentence.lower[hit.start : hit.end]
    if sentence.knowledge.patterns["in-the-case"].search(words) and not before:
        is_behind = piece.start >= hit.end and Case.GENITIVE in piece.cases
        return Case.GENITIVE if is_behind else None
    for name, case in _TOWARD.items():
        if case in piece.cases and sentence.knowledge.patterns[name].fullmatch(before or "-"):
            return case
    return None


def _is_owner(sentence: Sentence, piece: Piece, hit: StemHit) -> bool:
    """Whether the form is a genitive instead: "адвокату Елены Петренко"."""
    if Case.GENITIVE not in piece.cases:
        return False
    start = max(sentence.span.start, piece.start - 60)
    before = sentence.lower[start if piece.start < hit.start else hit.end : piece.start]
    return sentence.knowledge.patterns["governed"].search(before) is not None


def _distance(piece: Piece, hit: StemHit) -> int:
    return piece.start - hit.end if piece.start >= hit.end else hit.start - piece.end


def _is_nearer_another(piece: Piece, hit: StemHit, hits: Sequence[StemHit]) -> bool:
    low, high = sorted((hit.start, piece.start))
    return any(
        low < other.start < high and other.form in ("active", "passive", "dative", "toward")
        for other in hits
        if other is not hit
    )


def _pronoun(sentence: Sentence, hit: StemHit, memory: Memory) -> Mention | None:
    words = [token for token in sentence.tokens if token.text[0].isalnum()]
    at = next((i for i, token in enumerate(words) if token.start >= hit.start), len(words))
    behind = sum(1 for token in words if hit.start <= token.start < hit.end)
    for token in words[max(at - _TO_PRONOUN, 0) : at + behind + _TO_PRONOUN]:
        for sex in ("male", "female"):
            pattern = sentence.knowledge.patterns[f"{hit.form}-{sex}"]
            if pattern.fullmatch(sentence.lower[token.start : token.end]):
                return _meant(token.start, token.end, sex, sentence=sentence, memory=memory)
    return None


def _meant(start: int, end: int, sex: str, *, sentence: Sentence, memory: Memory) -> Mention | None:
    name = memory.near(start, sex)
    text = sentence.text[start:end]
    return Mention(text, MentionKind.PERSON, Span(start, end), name) if name else None
