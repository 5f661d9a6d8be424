"""Kin named behind a comma: "его брат, Иван Меметов", "мать студента, Надия Имреви"."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.attribute import Attribute
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.titles import nominative_of
from habeas.reading.slavic.traits import Trait

_WHOSE = 2  # words that tell whose kin: "мать студента Меметова"
_REACH = 60  # characters before a name in which its kin stands


def kin_before(sentence: Sentence, piece: Piece) -> Iterator[Trait]:
    """The kin a person is by the words before the comma; they agree with the name."""
    low = max(sentence.span.start, piece.start - _REACH)
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
