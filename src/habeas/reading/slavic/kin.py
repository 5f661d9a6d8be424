"""Kin named behind a comma: "его брат, Иван Меметов", "мать студента, Надия Имреви"."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.attribute import Attribute
from habeas.model.mention import MentionKind
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.titles import nominative_of
from habeas.reading.slavic.traits import Trait
from habeas.reference.paradigms import Case

_WHOSE = 2  # words that tell whose kin: "мать студента Меметова"
_REACH = 60  # characters before a name in which its kin stands


def kin_before(sentence: Sentence, piece: Piece) -> Iterator[Trait]:
    """The kin a person is by the words before the comma; they agree with the name."""
    low = max(sentence.span.start, piece.start - _REACH)
    yield from _kin_of_named(sentence, piece, low)
    comma = sentence.text.rfind(",", low, piece.start)
    if comma < 0 or sentence.text[comma + 1 : piece.start].strip():
        return
    starts = [token.start for token in sentence.tokens if low <= token.start < comma]
    for hit in sentence.knowledge.people["kinship"].hits(sentence.lower, starts):
        whose = sentence.text[hit.end : comma].split()
        if len(whose) > _WHOSE or any(not word.isalpha() for word in whose):
            continue
        title = nominative_of(sentence.knowledge.language, sentence.lower[hit.start : hit.end], "")
        if title.cases and not title.cases & piece.cases:
            continue
        names = [word for word in whose if word[0].isupper()]
        kin = title.nominative or sentence.lower[hit.start : hit.end]
        yield Trait(piece.mention(), Attribute.KINSHIP, " ".join([kin, *names]), hit.start)
        return


def _kin_of_named(sentence: Sentence, piece: Piece, low: int) -> Iterator[Trait]:
    """The kin a person is of somebody named in between: "сестра Колесниковой Татьяна Хомич"."""
    between = [
        one
        for one in sentence.of_kind(MentionKind.PERSON)
        if low <= one.start and sentence.text[one.end : piece.start] == " "
    ]
    if not between or Case.GENITIVE not in between[-1].cases:
        return
    whose = between[-1]
    sexes = piece.person.sexes() if piece.person is not None else set()
    sex = next(iter(sexes)) if len(sexes) == 1 else ""
    starts = [token.start for token in sentence.tokens if low <= token.start < whose.start]
    for hit in sentence.knowledge.people["kinship"].hits(sentence.lower, starts):
        if sentence.text[hit.end : whose.start].strip():
            continue
        title = nominative_of(sentence.knowledge.language, sentence.lower[hit.start : hit.end], sex)
        if not title.cases or title.cases & piece.cases:
            kin = title.nominative or sentence.lower[hit.start : hit.end]
            value = f"{kin} {whose.text}"
            yield Trait(piece.mention(), Attribute.KINSHIP, value, hit.start)
            return
