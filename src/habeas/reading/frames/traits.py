"""Offices, ages, nationalities and kin that stand with a name: attribute claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.descriptions import Description, descriptions, said_to_be
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.offices import note_office
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.timing import when
from habeas.reading.frames.trait_words import sorted_words

_PAIR = 2
_TO_BORN = 4  # phrases from a name to "was born"


@dataclass(frozen=True, slots=True)
class Trait:
    """One attribute of one person, at a place in the text."""

    subject: Mention
    attribute: Attribute
    value: str | PartialDate | Quantity | Mention
    at: int


def traits(sentence: Sentence, context: Context) -> list[Trait]:
    """Attributes told by titles, appositions and brackets; notes offices for later sentences."""
    found: list[Trait] = []
    chunks = sentence.chunks
    for at, chunk in enumerate(chunks):
        if (subject := _person(chunk, context)) is not None:
            for one in descriptions(chunks, at, context):
                found += _sorted(sentence, one, subject, context)
            found += _born(sentence, at, subject, context)
            found += _siblings(sentence, at, subject, context)
        elif chunk.is_copula and not chunk.modal:
            for named in subject_of(chunks, at):
                if (subject := _person(named, context)) is not None:
                    for one in said_to_be(chunks, at, context):
                        found += _sorted(sentence, one, subject, context)
    return list(dict.fromkeys(found))


def kin_by_pronoun(sentence: Sentence, context: Context) -> list[Trait]:
    """Whose kin somebody is, where only what happened tells who "his" is: "his son, X"."""
    found: list[Trait] = []
    for at, chunk in enumerate(sentence.chunks):
        subject = _person(chunk, context) if chunk.is_person_name else None
        if subject is None:
            continue
        for one in descriptions(sentence.chunks, at, context):
            if one.whose is not None and one.owner is None and one.whose.is_pronoun:
                told = _sorted(sentence, one, subject, context)
                is_known = not one.whose.ends_in("speaker_pronouns") or bool(context.said)
                kin = [trait for trait in told if trait.attribute is Attribute.KINSHIP]
                found += kin if is_known else []
    return found


def _siblings(sentence: Sentence, at: int, subject: Mention, context: Context) -> Iterator[Trait]:
    """Two said to be kin of each other: "Brothers A and B", "two brothers, A and B"."""
    chunks = sentence.chunks
    nouns = list_ending(chunks, at)
    if len(nouns) != _PAIR or chunks[at] is nouns[0]:
        return
    first = chunks.index(nouns[0])
    own = [word for word in nouns[0].words if word.name < 0]
    behind = first > 1 and chunks[first - 1].kind in (ChunkKind.COMMA, ChunkKind.DASH)
    title = own[-1] if own else chunks[first - 2].words[-1] if behind else None
    one = context.mention(nouns[0])
    if title is None or one is None or not title.serves("plural_kin"):
        return
    kin = title.lower.removesuffix("s")
    if kin not in context.knowledge.lexicon.people["kinship"] or one.label == subject.label:
        return
    start = chunks[at].start
    yield Trait(subject, Attribute.KINSHIP, f"{kin} of {one.label}", start)
    yield Trait(one, Attribute.KINSHIP, f"{kin} of {subject.label}", start)


def of_stand_ins(sentence: Sentence, context: Context) -> list[Trait]:
    """What words that stand for a person tell besides: "the 61-year-old beekeeper"."""
    found: list[Trait] = []
    for chunk in sentence.chunks:
        if not chunk.is_noun or chunk.name is not None or not _is_aged(chunk):
            continue
        subject = context.mention(chunk)
        if subject is not None and subject.kind is MentionKind.PERSON and subject.name:
            found += _sorted(sentence, Description(chunk.span), subject, context)
    return found


def _is_aged(chunk: Chunk) -> bool:
    return any(word.serves("year_old_words") or "-year-old" in word.lower for word in chunk.words)


def _person(chunk: Chunk, context: Context) -> Mention | None:
    """The person a name or pronoun stands for."""
    is_person = chunk.is_person_name or (chunk.is_pronoun and chunk.ends_in("person_pronouns"))
    subject = context.mention(chunk) if is_person else None
    return subject if subject is not None and subject.kind is MentionKind.PERSON else None


def _born(sentence: Sentence, at: int, subject: Mention, context: Context) -> Iterator[Trait]:
    """Where and when: "X was born in Y on Z"."""
    chunks = sentence.chunks
    near = range(at + 1, min(at + _TO_BORN, len(chunks)))
    verb = next((index for index in near if chunks[index].is_verb), None)
    if verb is None or not chunks[verb].does("birth_verbs"):
        return
    if subject_of(chunks, verb)[:1] != [chunks[at]]:
        return
    found = arguments(chunks, verb)
    for place in context.all(found.used("near")):
        yield Trait(subject, Attribute.BIRTH_PLACE, place, chunks[verb].start)
    on = when(sentence, verb, found, context).on
    if on is not None and on.words:
        yield Trait(subject, Attribute.BIRTH_DATE, on.date, chunks[verb].start)


def _sorted(
    sentence: Sentence, one: Description, subject: Mention, context: Context
) -> Iterator[Trait]:
    """The attributes that one description tells; notes offices, trades and what kin tells."""
    words = sentence.text[one.span.start : one.span.end]
    parts = words.lower().replace(",", " ").split()
    for attribute, value in sorted_words(words, one, subject, context):
        yield Trait(subject, attribute, value, one.span.start)
        if attribute is Attribute.ROLE:
            held = str(value).lower().replace(",", " ").split()
            note_office(held, one, sentence, subject, context)
        elif attribute is Attribute.OCCUPATION:
            context.mentions.referents.describe(str(value).split()[-1], subject.label)
    if context.knowledge.lexicon.people["kinship"].intersection(parts):
        _note_sex(parts, subject, context)


def _note_sex(parts: Sequence[str], subject: Mention, context: Context) -> None:
    for use, sex in (("female_kin", "female"), ("male_kin", "male")):
        if any(context.knowledge.serves(part, use) for part in parts):
            context.people.note_sex(subject.label, sex)
