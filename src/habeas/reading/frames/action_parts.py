"""What stands around an act: who does it, to whom, and what it is about."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import ActionKind
from habeas.reading.frames.action_phrases import (
    behind_verdict,
    extent,
    far,
    label_of,
    titled,
    told_behind,
    topic_of,
)
from habeas.reading.frames.arguments import Arguments, arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.demands import deeds_in, that_clause
from habeas.reading.frames.lists import begins_clause
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.speech import Speech
from habeas.reading.frames.subjects import is_done_by, subject_of
from habeas.reading.frames.triggers import Form, Hit

# A name of no known kind may act and be addressed: states and bodies are renamed, and new.
TARGETS = frozenset({
    MentionKind.STATE, MentionKind.BODY, MentionKind.PERSON, MentionKind.GROUP, MentionKind.PLACE,
    MentionKind.UNSPECIFIED,
})  # fmt: skip
_ADDRESSED = TARGETS - {MentionKind.GROUP}
_OWNED = (MentionKind.FORUM, MentionKind.INSTRUMENT)
_OWNERS = (MentionKind.FORUM, MentionKind.BODY, MentionKind.STATE, MentionKind.INSTRUMENT)
_TO_THAT = 5  # phrases from "reported" to "that"
_SILENT = {ChunkKind.STOP, ChunkKind.QUOTE, ChunkKind.COMMA}
_QUIET = _SILENT | {ChunkKind.SUBORDINATOR}


@dataclass(slots=True)
class Parts:
    """Actors, targets and objects; `object_kinds` are the kinds of all that could be objects."""

    actors: list[Chunk] = field(default_factory=list)
    targets: list[Chunk] = field(default_factory=list)
    objects: list[Mention] = field(default_factory=list)
    object_kinds: set[MentionKind] = field(default_factory=set)
    found: Arguments = field(default_factory=Arguments)


def parts_of(sentence: Sentence, hit: Hit, context: Context) -> Parts:
    """The parts of the act that a trigger names, by its form."""
    if hit.form is Form.NOUN:
        return _noun_parts(sentence, hit, context)
    if is_done_by(sentence.chunks, hit.at):
        return _suffered(sentence, hit, context)
    parts = _done(sentence, hit, context)
    if not parts.objects and hit.trigger.by == "press":
        parts.objects = _said_by(sentence, hit, context.said)
    return parts


def _noun_parts(sentence: Sentence, hit: Hit, context: Context) -> Parts:
    """The parts of "X's initiative of Y" and "the launch of Y by X"."""
    chunk = sentence.chunks[hit.at]
    found = arguments(sentence.chunks, hit.at)
    owners = [chunk.owner] if chunk.owner is not None else []
    parts = Parts(actors=found.used("agent") or owners, found=found)
    _take_objects(sentence, found.used("of"), parts, context)
    return parts


def _suffered(sentence: Sentence, hit: Hit, context: Context) -> Parts:
    chunks, at = sentence.chunks, hit.at
    found = arguments(chunks, at)
    things = [] if chunks[at].is_passive else _before(chunks, at)
    things = things or subject_of(chunks, at)
    parts = Parts(actors=titled(chunks, found.used("agent")), found=found)
    _take_objects(sentence, things, parts, context)
    if hit.trigger.object == "target":
        parts.targets = things
    if hit.trigger.kind == ActionKind.DESIGNATE:
        parts.objects = label_of(sentence, at, context)
    return parts


def _done(sentence: Sentence, hit: Hit, context: Context) -> Parts:
    chunks, at = sentence.chunks, hit.at
    found = arguments(chunks, at)
    parts = Parts(actors=titled(chunks, _doers(chunks, at, context)), found=found)
    things = _things(chunks, hit, found)
    match hit.trigger.object:
        case "target":
            behind = found.used("pressed") if hit.phrase and hit.phrase.has_gap else []
            parts.targets = behind or found.objects or things
            _take_objects(sentence, _forum_behind(sentence, hit, found, context), parts, context)
            if hit.trigger.kind == ActionKind.DESIGNATE:
                parts.objects = label_of(sentence, at, context)
        case "target_or_object" | "target_then_deed":
            _take_demand(sentence, hit, things, parts, context)
        case "topic":
            _take_objects(sentence, topic_of(chunks, at), parts, context)
        case "clause":
            _take_objects(sentence, things, parts, context)
            parts.objects = _clause(sentence, at, context)
        case _:
            _take_objects(sentence, things, parts, context)
            is_deny = hit.trigger.kind == ActionKind.DENY
            is_clause = not things and _is_told(chunks, at + 1)
            if is_clause or (is_deny and begins_clause(chunks, at + 1)):
                parts.objects = _clause(sentence, at, context)
            elif is_deny and (told := told_behind(chunks, things)):
                parts.objects = _clause(sentence, told, context)
    return parts


def _doers(chunks: Sequence[Chunk], at: int, context: Context) -> list[Chunk]:
    """Who does it: behind "and", whoever the sentence is about, not a noun inside its clauses."""
    doers = subject_of(chunks, at)
    is_next = at > 1 and chunks[at - 1].kind is ChunkKind.CONJUNCTION
    if not is_next or not doers or doers[0] not in chunks or not chunks[at].is_finite:
        return doers
    first = chunks.index(doers[0])
    is_thing = context.kind(doers[0]) is MentionKind.THING  # "says the arrest is wrong and asks"
    is_inside = is_thing or (first > 0 and _is_in_phrase(chunks, first))
    is_unlike = chunks[at].shape == "s" and doers[-1].ends_in("plural_endings")
    if not is_inside and not (is_unlike and doers[-1].name is None):
        return doers
    told = (i for i in range(at) if chunks[i].is_verb and chunks[i].is_finite)
    return subject_of(chunks, next(told, at)) or doers


def _is_in_phrase(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a noun only says of whom something is: "the arrest of Mr. X"."""
    return any(chunk.kind is ChunkKind.PREPOSITION for chunk in chunks[max(at - 2, 0) : at])


def _before(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The noun phrase a participle stands behind: "a declaration, initiated by X"."""
    skipped = (ChunkKind.COMMA, ChunkKind.QUOTE, ChunkKind.ADVERB)
    index = at - 1
    while index >= 0 and chunks[index].kind in skipped:
        index -= 1
    return [chunks[index]] if index >= 0 and chunks[index].is_noun else []


def _things(chunks: Sequence[Chunk], hit: Hit, found: Arguments) -> list[Chunk]:
    """What the verb is about: behind the preposition its phrase ends in, else its object."""
    for word in reversed(hit.phrase.after if hit.phrase is not None else ()):
        behind = next((one for one in found.phrases if one.preposition == word), None)
        if behind is not None and "infinitive" not in behind.uses:
            return behind.nouns
        if hit.phrase is not None and hit.phrase.has_gap and (late := far(chunks, hit.at, word)):
            return late
    return found.objects or behind_verdict(chunks, hit.at)


def _take_objects(
    sentence: Sentence, things: Sequence[Chunk], parts: Parts, context: Context
) -> None:
    for thing in things:
        parts.object_kinds.add(context.kind(thing))
        if thing.owner is not None and context.kind(thing) is MentionKind.THING:
            parts.object_kinds.add(context.kind(thing.owner))  # "the Charter's first draft"
        if thing.is_pronoun:
            continue
        last = extent(sentence.chunks, sentence.chunks.index(thing))
        if thing.name is None and sentence.chunks[last] is not thing:
            kind = context.kind(thing)
            mention: Mention | None = context.mentions.phrase(thing, sentence.chunks[last], kind)
        else:
            mention = next(iter(context.all([thing], keep_count=True)), None)
        if mention is not None:
            parts.objects.append(_with_owner(sentence, thing, mention))


def _with_owner(sentence: Sentence, thing: Chunk, mention: Mention) -> Mention:
    """With the name of whose it is from earlier in the sentence: "its inaugural Summit"."""
    if not thing.opens_with("owner_words") or mention.kind not in _OWNED:
        return mention
    names = [c.name for c in sentence.chunks if c.end <= thing.start and c.name is not None]
    owners = [name for name in names if name.kind in _OWNERS]
    if not owners:
        return mention
    return dataclasses.replace(mention, name=f"{mention.text} of the {owners[-1].text}")


def _forum_behind(sentence: Sentence, hit: Hit, found: Arguments, context: Context) -> list[Chunk]:
    """What somebody is invited to: "to the summit", "to take part in the summit"."""
    direct = [c for c in found.used("addressed") if context.kind(c) is MentionKind.FORUM]
    if direct:
        return direct[:1]
    for at in range(hit.at + 1, len(sentence.chunks)):
        chunk = sentence.chunks[at]
        if chunk.is_noun and context.kind(chunk) is MentionKind.FORUM:
            found.dates += [c for c in sentence.chunks[at + 1 : at + 3] if c.kind is ChunkKind.DATE]
            return [chunk]
        if chunk.kind is ChunkKind.STOP:
            break
    return []


def _take_demand(
    sentence: Sentence, hit: Hit, things: Sequence[Chunk], parts: Parts, context: Context
) -> None:
    chunks = sentence.chunks
    asked_of = parts.found.used("asked")
    near = dict.fromkeys([*parts.found.objects, *things, *asked_of])
    addressed = [one for one in near if _is_addressed(one, context)]
    if (clause := that_clause(chunks, hit.at)) is not None:
        subject, verb = clause
        is_suffered = is_done_by(chunks, verb)
        is_addressed = context.kind(subject) in TARGETS and not is_suffered
        parts.targets = [subject] if is_addressed else []
        first = subject if is_suffered else chunks[verb]
        parts.objects = [context.mentions.phrase(first, chunks[_last_said(chunks, verb, _SILENT)])]
    elif (wish := _wished(chunks, hit, things)) is not None:
        parts.objects = [context.mentions.phrase(*wish)]
    elif addressed and (deeds := deeds_in(sentence, hit, context)):
        parts.targets, parts.objects = addressed[:1], deeds
    else:
        rest = [one for one in things if one not in addressed]
        _take_objects(sentence, rest, parts, context)
        asked = [c for c in parts.found.used("asked") if context.kind(c) is MentionKind.STATE]
        parts.targets = [*addressed[:1], *asked]


def _wished(
    chunks: Sequence[Chunk], hit: Hit, things: Sequence[Chunk]
) -> tuple[Chunk, Chunk] | None:
    """What is to happen to somebody: "called for them to be released"."""
    if not things or things[0] not in chunks:
        return None
    at = chunks.index(things[0])
    is_for = at == hit.at + 2 and chunks[at - 1].is_word("asked_for")
    behind = chunks[at + 1 : at + 2]
    if not is_for or not behind or not behind[0].is_passive:
        return None
    return (things[0], behind[0]) if behind[0].words[0].serves("infinitive") else None


def _is_addressed(chunk: Chunk, context: Context) -> bool:
    kind = context.kind(chunk)
    return kind in _ADDRESSED or (kind is MentionKind.GROUP and chunk.ends_in("acting_groups"))


def _last_said(chunks: Sequence[Chunk], first: int, skipped: set[ChunkKind]) -> int:
    last = len(chunks) - 1
    while last > first and chunks[last].kind in skipped:
        last -= 1
    return last


def _is_told(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the object is a deed or a clause: "denied detaining X", "denied that X is held"."""
    if at >= len(chunks):
        return False
    return chunks[at].is_word("that") or (chunks[at].is_verb and chunks[at].shape == "ing")


def _clause(sentence: Sentence, at: int, context: Context) -> list[Mention]:
    """What stands behind "that", to the end of the sentence."""
    chunks = sentence.chunks
    last = _last_said(chunks, at, _QUIET)
    for first in range(at + 1, last + 1):
        if chunks[first].kind not in _QUIET and not chunks[first].is_word("that"):
            return [context.mentions.phrase(chunks[first], chunks[last])]
    return []


def _said_by(sentence: Sentence, hit: Hit, said: Sequence[Speech]) -> list[Mention]:
    """The words that the verb reports: "..., the press service reports"."""
    for speech in said:
        if speech.verb != hit.at:
            continue
        that = [c.end for c in sentence.chunks[hit.at : hit.at + _TO_THAT] if c.is_word("that")]
        begin = max([speech.span.start, *that])
        words = sentence.text[begin : speech.span.end]
        if stripped := _unquoted(words):
            start = begin + words.index(stripped)
            span = Span(start, start + len(stripped))
            return [Mention(stripped, MentionKind.THING, span)]
    return []


def _unquoted(words: str) -> str:
    """The words without the marks around them; a quotation inside them keeps its end."""
    stripped = words.strip(' ,"“”\n')
    is_open = stripped.count('"') % 2 == 1 or stripped.count("“") > stripped.count("”")
    return words.strip(" ,\n") if is_open else stripped
