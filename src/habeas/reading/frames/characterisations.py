"""What detentions, charges and trials are called: arbitrary, fabricated, unlawful ..."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import Characterisation
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import PEOPLE, can_do, directly_of
from habeas.reading.frames.lists import list_ending
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import subject_of
from habeas.reference.lexicon import Label

_DOERS = (MentionKind.STATE, MentionKind.BODY)
# What a declaration or a committee is named is nobody's verdict on a case.
_TITLES = (MentionKind.INSTRUMENT, MentionKind.BODY, MentionKind.FORUM)


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
    labels = [one for one in lexicon.characterisations if one.openings & words]
    for at in range(len(sentence.chunks) if labels else 0):
        for label in labels:
            for one in _called_at(sentence, at, label, context):
                whole = _completed(one, found, sentence.chunks, context)
                says_enough = whole.is_said or label.nouns or whole.act in charges
                says_enough = says_enough or whole.act in label.predicates
                if says_enough or whole.of or whole.against or whole.places:
                    found.append(whole)
    return list(dict.fromkeys(found))


def _called_at(sentence: Sentence, at: int, label: Label, context: Context) -> Iterator[Called]:
    """What a label finds in one phrase, at most one."""
    chunk = sentence.chunks[at]
    kind = Characterisation(label.kind)
    if chunk.is_verb:
        if chunk.does("deed_verbs") and any(word.lower in label.adverbs for word in chunk.words):
            yield _of_verb(sentence, at, kind, context)
    elif not chunk.is_noun or _is_topic(sentence.chunks, at, context):
        return
    elif act := _act(chunk, label):
        yield _of_noun(sentence, at, kind, act, context)
    elif act := _inner_act(chunk, label):
        yield Called(kind, act, at, of=context.all([chunk]))
    elif act := _said_to_be(sentence.chunks, at, label):
        yield replace(_of_noun(sentence, at, kind, act, context), is_said=True)
    elif chunk.head in label.predicates:
        if _is_predicate(sentence.chunks, at):
            yield Called(kind, chunk.head, at)
        elif (one := _used_as(sentence, at, kind, context)) is not None:
            yield one


def _is_topic(chunks: Sequence[Chunk], at: int, context: Context) -> bool:
    """Whether a meeting or paper is about it, which calls nothing so: "a conference on ..."."""
    if at < 2 or not chunks[at - 1].is_word("topic") or not chunks[at - 2].is_noun:  # noqa: PLR2004
        return False
    return context.kind(chunks[at - 2]) in _TITLES


def _act(chunk: Chunk, label: Label) -> str:
    """The act that is so called, empty where the phrase says nothing of the kind."""
    if chunk.name is not None and chunk.name.kind in _TITLES:
        return ""
    words = chunk.lower
    if any(f" {words}".endswith(f" {noun}") for noun in label.nouns):
        return chunk.head
    before = words.removesuffix(chunk.head)
    is_called = any(f" {adjective} " in f" {before}" for adjective in label.adjectives)
    return chunk.head if is_called and chunk.head in label.acts else ""


def _inner_act(chunk: Chunk, label: Label) -> str:
    """The participle inside a phrase for people: "the arbitrarily detained journalists"."""
    for before, word in pairwise(chunk.words):
        if before.lower in label.adverbs and word.serves("deed_verbs"):
            return word.lower
    return ""


def _said_to_be(chunks: Sequence[Chunk], at: int, label: Label) -> str:
    """The act that a verb says to be so: "the trial was unfair", "considers the arrests arbitrary".

    Empty where none does.
    """
    words = [word.lower for word in chunks[at].words]
    verb = chunks[at - 1] if at else None
    for number, word in enumerate(words[:-1]):
        is_so = word in label.acts and " ".join(words[number + 1 :]) in label.adjectives
        if is_so and verb is not None and verb.does("calling_verbs") and not verb.is_negated:
            return word
    if words[-1] not in label.acts:
        return ""
    if verb is not None and _is_dismissed(chunks, at, label):
        return words[-1]
    behind = chunks[arguments(chunks, at).end :]
    if not behind or not behind[0].is_verb or behind[0].is_negated or behind[0].modal:
        return ""
    verb = behind[0]
    if verb.is_copula or verb.does("linking_verbs"):
        is_so = len(behind) > 1 and behind[1].is_noun and behind[1].lower in label.adjectives
    else:  # "are fabricated": an adjective that is a participle
        is_so = verb.is_passive and verb.words[-1].lower in label.adjectives
    return words[-1] if is_so else ""


def _is_dismissed(chunks: Sequence[Chunk], at: int, label: Label) -> bool:
    """Whether a verb before and "as" behind call it so: "condemned the sentence as unjust"."""
    verb = chunks[at - 1]
    role = at + 3 if directly_of(chunks, at) else at + 1
    is_open = verb.does("dismissing_verbs") and not verb.is_negated and role + 1 < len(chunks)
    return is_open and chunks[role].is_word("role") and chunks[role + 1].lower in label.adjectives


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


def _is_predicate(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb calls something so: "amounted to torture", "was called a hostage"."""
    verb = next((chunk for chunk in reversed(chunks[max(at - 2, 0) : at]) if chunk.is_verb), None)
    if verb is None or verb.is_negated:
        return False
    return verb.does("naming_verbs") or (verb.is_passive and verb.does("calling_verbs"))


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
    doers = _doers(arguments(chunks, at).used("agent"), context)
    doers = doers or _shared_doer(chunks, at, context)
    people = [one for one in _sufferers(chunks, at) if context.kind(one) in PEOPLE]
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
    index = at - 1
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


def _completed(
    one: Called, earlier: Sequence[Called], chunks: Sequence[Chunk], context: Context
) -> Called:
    """Charges on which people are held are theirs; charges beside an act share its people."""
    if one.of or one.act not in context.knowledge.lexicon.constructions["charge_nouns"]:
        return one
    verb = next((at for at in range(one.at - 1, -1, -1) if chunks[at].is_verb), -1)
    if verb >= 0 and (not earlier or earlier[-1].at < verb):
        people = [each for each in subject_of(chunks, verb) if context.kind(each) in PEOPLE]
        return replace(one, of=context.all(people))
    if not earlier:
        return one
    before = earlier[-1]
    return replace(
        one, of=before.of, against=one.against or before.against, places=one.places or before.places
    )
