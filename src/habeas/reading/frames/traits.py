"""Offices, ages, nationalities and kin that stand with a name: attribute claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.descriptions import Description, descriptions, said_to_be
from habeas.reading.frames.offices import note_office
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.timing import when

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
        elif chunk.is_copula and not chunk.modal:
            for named in subject_of(chunks, at):
                if (subject := _person(named, context)) is not None:
                    for one in said_to_be(chunks, at, context):
                        found += _sorted(sentence, one, subject, context)
    return list(dict.fromkeys(found))


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
    """The attributes that one description tells."""
    words = _without_article(sentence.text[one.span.start : one.span.end], context)
    at = one.span.start
    age, words = _age(words, context)
    if age is not None:
        yield Trait(subject, Attribute.AGE, age, at)
    lower = words.lower()
    people = context.knowledge.lexicon.people
    parts = lower.replace(",", " ").split()
    if not parts:
        return
    if ethnicity := _ethnicity(words, people["ethnicities"]):
        yield Trait(subject, Attribute.ETHNICITY, ethnicity, at)
    if lower in people["honorifics"]:
        return
    if _is_office(parts, one, context):
        yield Trait(subject, Attribute.ROLE, words, at)
        note_office(parts, one, sentence, subject, context)
    elif job := _last_listed(lower, people["occupations"]):
        yield Trait(subject, Attribute.OCCUPATION, job, at)
        context.mentions.referents.describe(job.split()[-1], subject.label)
    elif _last_listed(lower, people["nationality_heads"]):
        yield Trait(subject, Attribute.NATIONALITY, words, at)
    elif people["kinship"].intersection(parts):
        yield Trait(subject, Attribute.KINSHIP, _kin(words, one, context), at)
        _note_sex(parts, subject, context)


def _is_office(parts: Sequence[str], one: Description, context: Context) -> bool:
    """Whether the words name an office; "lawyer" is one where it is said whose."""
    people = context.knowledge.lexicon.people
    held = people["offices"].intersection(parts)
    if not held or parts[0] in people["kinship"]:
        return False
    is_owned = one.owner is not None or one.whose is not None
    is_of = any(context.knowledge.serves(part, "office_of") for part in parts)
    return bool(held - people["occupations"]) or is_owned or is_of


def _kin(words: str, one: Description, context: Context) -> str:
    """The kinship with the name of whose kin it is, where a pronoun stands for it."""
    of = context.mention(one.whose) if one.whose is not None else None
    return f"{words} of {of.label}" if of is not None else words


def _note_sex(parts: Sequence[str], subject: Mention, context: Context) -> None:
    for use, sex in (("female_kin", "female"), ("male_kin", "male")):
        if any(context.knowledge.serves(part, use) for part in parts):
            context.people.note_sex(subject.label, sex)


def _age(words: str, context: Context) -> tuple[Quantity | None, str]:
    """The age a description tells, and what is left of its words."""
    patterns = context.knowledge.lexicon.patterns
    found = patterns["years-old"].search(words) or patterns["age"].fullmatch(words)
    if found is None:
        return None, words
    rest = (words[: found.start()] + words[found.end() :]).strip(" ,-")
    return Quantity.of(int(found[1]), words=found.group()), _without_article(rest, context)


def _ethnicity(words: str, listed: frozenset[str]) -> str:
    lower = f" {words.lower()} "
    longest = max((one for one in listed if f" {one} " in lower), key=len, default="")
    at = lower.find(f" {longest} ")
    return words[at : at + len(longest)] if longest else ""


def _last_listed(lower: str, listed: frozenset[str]) -> str:
    """The longest listed word that the description holds, singular or plural; else empty."""
    words = f" {lower} ".replace(",", " ")
    held = [one for one in listed if f" {one} " in words or f" {one}s " in words]
    return max(held, key=len, default="")


def _without_article(words: str, context: Context) -> str:
    first, _, rest = words.strip().partition(" ")
    is_small = context.knowledge.serves(first.lower(), "left_out")
    return rest.strip() if is_small and rest else words.strip()
