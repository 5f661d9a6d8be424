"""Offices, occupations, ages, citizenship, peoples and kin that stand with a name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.reading.slavic.sentence import Piece, Sentence

_BEFORE = 110  # characters in which titles stand before a name
_SORTS = (
    ("offices", Attribute.ROLE), ("occupations", Attribute.OCCUPATION),
    ("ethnicities", Attribute.ETHNICITY), ("nationality", Attribute.NATIONALITY),
    ("kinship", Attribute.KINSHIP),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trait:
    """An attribute of a person, told at character `at`."""

    subject: Mention
    attribute: Attribute
    value: str | Quantity
    at: int


def traits_of(sentence: Sentence) -> Iterator[Trait]:
    """The attributes told by titles before a name and by what stands aside behind it."""
    for piece in sentence.of_kind(MentionKind.PERSON):
        start = _titles_start(sentence, piece)
        yield from _told(sentence, piece, start, piece.start)
        aside = sentence.knowledge.patterns["aside"].match(
            sentence.text, piece.end, sentence.span.end
        )
        if aside is not None:
            yield from _told(sentence, piece, aside.start("words"), aside.end("words"))
            yield from _age(sentence, piece, aside.start("words"), aside.end("words"))
        yield from _age(sentence, piece, start, piece.start)


def _titles_start(sentence: Sentence, piece: Piece) -> int:
    """Where the words begin that stand before a name without a mark or verb between."""
    low = max(sentence.span.start, piece.start - _BEFORE)
    text = sentence.text[low : piece.start]
    breaks = list(sentence.knowledge.patterns["breaks-titles"].finditer(text))
    start = low + (breaks[-1].end() if breaks else 0)
    earlier = [one.end for one in sentence.of_kind(MentionKind.PERSON) if one.end <= piece.start]
    return max([start, *earlier])


def _told(sentence: Sentence, piece: Piece, start: int, end: int) -> Iterator[Trait]:
    subject = piece.mention()
    starts = [t.start for t in sentence.tokens if start <= t.start < end]
    for name, attribute in _SORTS:
        for hit in sentence.knowledge.people[name].hits(sentence.lower, starts):
            if hit.end > end:
                continue
            last = end if attribute is Attribute.ROLE and end == piece.start else hit.end
            words = sentence.text[hit.start : last].strip(" ,")
            yield Trait(subject, attribute, words, hit.start)
            break
        else:
            continue
        if attribute is Attribute.ROLE:
            return


def _age(sentence: Sentence, piece: Piece, start: int, end: int) -> Iterator[Trait]:
    found = sentence.knowledge.patterns["years-old"].search(sentence.text, start, end)
    if found is None and start >= piece.end:
        found = sentence.knowledge.patterns["age"].match(sentence.text, start, end)
    if found is not None:
        age = Quantity.of(int(found["age"]), words=found.group().strip())
        yield Trait(piece.mention(), Attribute.AGE, age, found.start())
