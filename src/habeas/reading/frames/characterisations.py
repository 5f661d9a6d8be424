"""What detentions, charges and trials are called: arbitrary, fabricated, unlawful ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import Characterisation
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import PEOPLE, can_do, directly_of
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.naming_people import named_so
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import skip_back, subject_of
from habeas.reading.frames.verdict_words import (
    TITLES,
    act_of,
    inner_act,
    is_predicate,
    is_so_done,
    joined_act,
    said_to_be,
)
from habeas.reference.lexicon import Label

_DOERS = (MentionKind.STATE, MentionKind.BODY)
# Whoever calls charges and trials so has cases in mind.
_VERDICTS = (Characterisation.FABRICATED, Characterisation.POLITICALLY_MOTIVATED)


@dataclass(frozen=True, slots=True)
class Called:
    """One characterisation before it is a claim; `at` is its phrase."""

    label: Characterisation
    act: str
    at: int
    of: tuple[Mention, ...] = ()
    against: Mention | None = None
    places: tuple[Mention, ...] = ()
    is_said: bool = False  # in so many words: "the trial was unfair"


def called(sentence: Sentence, context: Context) -> list[Called]:
    """Every characterisation in a sentence, in order."""
    found: list[Called] = []
    lexicon = context.knowledge.lexicon
    charges = lexicon.constructions["charge_nouns"]
    words = {word.lower for chunk in sentence.chunks for word in chunk.words}
    lemmas = {chunk.lemma for chunk in sentence.chunks}
    every = lexicon.characterisations
    labels = [one for one in every if one.openings & words or one.verbs & lemmas]
    for at in range(len(sentence.chunks) if labels else 0):
        for label in labels:
            for one in _called_at(sentence, at, label, context):
                whole = _completed(one, found, sentence.chunks, context)
                says_enough = whole.is_said or label.nouns or whole.act in charges
                says_enough = says_enough or whole.act in label.predicates
                says_enough = says_enough or (whole.label in _VERDICTS and "political" not in words)
                if says_enough or whole.of or whole.against or whole.places:
                    found.append(whole)
    return list(dict.fromkeys(found))


def _called_at(sentence: Sentence, at: int, label: Label, context: Context) -> Iterator[Called]:
    """What a label finds in one phrase, at most one."""
    chunk = sentence.chunks[at]
    kind = Characterisation(label.kind)
    if chunk.is_verb:
        if is_so_done(sentence.chunks, at, label):
            yield _of_verb(sentence, at, kind, context)
    elif (named := _of_people(sentence, at, label, context)) is not None:
        yield named
    elif not chunk.is_noun or _is_topic(sentence.chunks, at, context):
        return
    elif act := act_of(chunk, label) or joined_act(sentence.chunks, at, label):
        yield _of_noun(sentence, at, kind, act, context)
    elif act := inner_act(chunk, label):
        yield Called(kind, act, at, of=context.all([chunk]))
    elif act := said_to_be(sentence.chunks, at, label):
        yield replace(_of_noun(sentence, at, kind, act, context), is_said=True)
    elif chunk.head in label.predicates:
        yield from _of_predicate(sentence, at, kind, context)


def _designated(chunks: Sequence[Chunk], at: int, label: Label) -> list[Chunk]:
    """Who is said to be held so: "designated X as wrongfully detained"."""
    chunk = chunks[at]
    is_bare = at > 1 and chunk.is_noun and len(chunk.words) == 1
    if not is_bare or not chunk.words[0].serves("deed_verbs"):
        return []
    if chunks[at - 1].lower not in label.adverbs or not chunks[at - 2].is_word("role"):
        return []
    return _sufferers(chunks, at)


def _of_predicate(
    sentence: Sentence, at: int, kind: Characterisation, context: Context
) -> Iterator[Called]:
    """What is said to be torture, or whom somebody uses as a hostage."""
    chunk = sentence.chunks[at]
    if is_predicate(sentence.chunks, at):
        verb = next(i for i in range(at - 1, -1, -1) if sentence.chunks[i].is_verb)
        is_theirs = sentence.chunks[verb].is_passive
        people = subject_of(sentence.chunks, verb) if is_theirs else []
        people = [one for one in people if context.kind(one) in PEOPLE]
        yield Called(kind, chunk.head, at, of=context.all(people))
    elif (one := _used_as(sentence, at, kind, context)) is not None:
        yield one


def _of_people(sentence: Sentence, at: int, label: Label, context: Context) -> Called | None:
    """Who is called a hostage or a political prisoner, and by whose deed."""
    named = named_so(sentence.chunks, at, label) if sentence.chunks[at].is_noun else None
    if named is None and (made := _designated(sentence.chunks, at, label)):
        people = [one for one in made if context.kind(one) in PEOPLE]
        kind = Characterisation(label.kind)
        return Called(kind, sentence.chunks[at].head, at, of=context.all(people), is_said=True)
    if named is None:
        return None
    act, people, doers = named
    nouns = [one for one in people if not one.is_pronoun and len(one.words) > 1]
    things = [one for one in nouns if context.kind(one) not in PEOPLE]
    if things:
        return None  # "our mills have been hostage to imports"
    against = context.all(_doers(doers, context))
    return Called(
        Characterisation(label.kind),
        act,
        at,
        of=context.all([one for one in people if context.kind(one) in PEOPLE]),
        against=against[0] if against else None,
        is_said=True,
    )


def _is_topic(chunks: Sequence[Chunk], at: int, context: Context) -> bool:
    """Whether a meeting or paper is about it, which calls nothing so: "a conference on ..."."""
    if at < 2 or not chunks[at - 1].is_word("topic") or not chunks[at - 2].is_noun:  # noqa: PLR2004
        return False
    return context.kind(chunks[at - 2]) in TITLES


def _used_as(
    sentence: Sentence, at: int, kind: Characterisation, context: Context
) -> Called | None:
    """Whom somebody is said to use so: "X is using our citizens as hostages"."""
    chunks = sentence.chunks
    if not at or not chunks[at - 1].is_word("role"):
        return None
    verb = next((i for i in range(at - 1, -1, -1) if chunks[i].is_verb), -1)
    if verb < 0 or chunks[verb].is_negated or chunks[verb].modal:
        return None
    people = [one for one in arguments(chunks, verb).objects if context.kind(one) in PEOPLE]
    users = context.all([one for one in subject_of(chunks, verb) if can_do(one, context)])
    against = users[0] if users and people else None
    return Called(kind, chunks[at].head, at, of=context.all(people), against=against)


def _of_noun(
    sentence: Sentence, at: int, kind: Characterisation, act: str, context: Context
) -> Called:
    chunks = sentence.chunks
    found = arguments(chunks, at)
    owner = chunks[at].possessor
    owners = [owner] if owner is not None else []
    people = [*directly_of(chunks, at), *owners, *found.used("against")]
    doers = context.all(_doers([*found.used("agent"), *owners], context))
    doers = doers or context.all(_by_link(chunks, at, context))
    places = [one for one in found.used("near") if context.kind(one) is MentionKind.PLACE]
    return Called(
        kind,
        act,
        at,
        of=context.all([one for one in people if context.kind(one) in PEOPLE]),
        against=doers[0] if doers else None,
        places=context.all(places),
    )


def _doers(chunks: Sequence[Chunk], context: Context) -> list[Chunk]:
    """Those that a state's act can be laid to: no persons, no groups."""
    kinds = [context.kind(one) for one in chunks]
    return [
        one
        for one, kind in zip(chunks, kinds, strict=True)
        if kind in _DOERS or (kind not in PEOPLE and can_do(one, context))
    ]


def _by_link(chunks: Sequence[Chunk], at: int, context: Context) -> list[Chunk]:
    """Whose practice it is said to be: "The persecution ... has become a practice of X"."""
    for index in range(at + 1, len(chunks) - 3):
        verb, noun, of, doer = chunks[index : index + 4]
        if not verb.is_verb:
            continue
        is_linked = (verb.does("linking_verbs") or verb.is_copula) and noun.is_noun
        return _doers([doer], context) if is_linked and of.is_word("of") and doer.is_noun else []
    return []


def _of_verb(sentence: Sentence, at: int, kind: Characterisation, context: Context) -> Called:
    chunks = sentence.chunks
    found = arguments(chunks, at)
    doers = _doers(found.used("agent"), context)
    doers = doers or _shared_doer(chunks, at, context)
    sufferers = _sufferers(chunks, at)
    if found.objects and not chunks[at].is_passive:  # "X tortured Y"
        doers = doers or _doers(sufferers, context)
        sufferers = found.objects
    people = [one for one in sufferers if context.kind(one) in PEOPLE]
    against = context.all(doers)
    return Called(
        kind,
        chunks[at].words[-1].lower,
        at,
        of=context.all(people),
        against=against[0] if against else None,
    )


def _sufferers(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    joints = (ChunkKind.CONJUNCTION, ChunkKind.COMMA)
    index = skip_back(chunks, at - 1)
    if index > 0 and chunks[index].is_word("role"):  # "designated X as wrongfully detained"
        verb = next((i for i in range(index - 1, -1, -1) if chunks[i].is_verb), 0)
        return (
            subject_of(chunks, verb) if chunks[verb].is_passive else arguments(chunks, verb).objects
        )
    while index > 0 and (chunks[index].kind in joints or _is_bare(chunks[index])):
        index -= 1
    if index >= 0 and chunks[index].is_noun and _is_bare(chunks[at]):
        return list_ending(chunks, index)
    return subject_of(chunks, at)


def _is_bare(chunk: Chunk) -> bool:
    return chunk.is_verb and not chunk.is_passive and chunk.shape in ("past", "part")


def _shared_doer(chunks: Sequence[Chunk], at: int, context: Context) -> list[Chunk]:
    """Who did both: "arbitrarily arrested and illegally imprisoned by X"."""
    if at + 2 >= len(chunks) or chunks[at + 1].kind is not ChunkKind.CONJUNCTION:
        return []
    if not _is_bare(chunks[at + 2]):
        return []
    return _doers(arguments(chunks, at + 2).used("agent"), context)


def _is_suffered(verb: Chunk) -> bool:
    """Whether people are held or tried by it: "holds X on", "was jailed on", "are in prison on"."""
    return verb.does("deed_verbs") or verb.is_copula or verb.does("state_verbs")


def _completed(
    one: Called, earlier: Sequence[Called], chunks: Sequence[Chunk], context: Context
) -> Called:
    """Charges on which people are held are theirs; charges beside an act share its people."""
    if one.of or one.act not in context.knowledge.lexicon.constructions["charge_nouns"]:
        return one
    verb = next((at for at in range(one.at - 1, -1, -1) if chunks[at].is_verb), -1)
    is_on = one.at > 0 and chunks[one.at - 1].kind is ChunkKind.PREPOSITION
    if verb >= 0 and (not earlier or earlier[-1].at < verb):
        if not is_on or not _is_suffered(chunks[verb]):
            return one
        suffer = [*subject_of(chunks, verb), *arguments(chunks, verb).objects]
        people = [each for each in suffer if context.kind(each) in PEOPLE]
        return replace(one, of=context.all(people))
    if not earlier or not is_on:
        return one
    before = earlier[-1]
    return replace(
        one, of=before.of, against=one.against or before.against, places=one.places or before.places
    )
