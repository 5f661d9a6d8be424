"""Where somebody lives: "X из Ялты", "X, агроном из Приозёрного"."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.attribute import Attribute
from habeas.model.mention import MentionKind
from habeas.reading.slavic.sentence import Piece, Sentence
from habeas.reading.slavic.traits import Trait


def lives_in(sentence: Sentence, piece: Piece, start: int, end: int) -> Iterator[Trait]:
    """The place named between two characters behind a name, by the words before it."""
    pattern = sentence.knowledge.patterns["lives-in"]
    for place in sentence.of_kind(MentionKind.PLACE):
        if start <= place.start < end and pattern.search(sentence.lower, start, place.start):
            yield Trait(piece.mention(), Attribute.RESIDENCE, place.mention(), place.start)
            return


def lives_in_right_behind(sentence: Sentence, piece: Piece) -> Iterator[Trait]:
    """The place right behind a name: "Захар Минчук из Ключевого провёл"."""
    pattern = sentence.knowledge.patterns["lives-in"]
    for place in sentence.of_kind(MentionKind.PLACE):
        if place.start > piece.end and pattern.fullmatch(
            sentence.lower[piece.end : place.start].lstrip()
        ):
            yield Trait(piece.mention(), Attribute.RESIDENCE, place.mention(), place.start)
            return
