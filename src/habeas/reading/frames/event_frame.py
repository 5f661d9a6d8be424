"""Who suffers an event and who does it: the noun phrases around its verb, noun or state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.arguments import Arguments, arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning, list_ending
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.subjects import fragment_subject, is_passive, subject_of
from habeas.reading.frames.triggers import Hit

PEOPLE = (MentionKind.PERSON, MentionKind.GROUP)
HOLDERS = (MentionKind.STATE, MentionKind.BODY, MentionKind.GROUP, MentionKind.PERSON)
_PLACES = (MentionKind.PLACE, MentionKind.STATE)
_LONGEST_BARE = 2  # words of a participle behind its noun: "forcibly taken"


@dataclass(slots=True)
class Frame:
    """Who is who around a trigger."""

    patients: list[Chunk] = field(default_factory=list)
    agents: list[Chunk] = field(default_factory=list)
    found: Arguments = field(default_factory=Arguments)

    def doers(self, context: Context) -> list[Mention]:
        """The agents that can do such a thing."""
        return [one for one in context.all(self.agents) if one.kind in HOLDERS]

    def places(self, context: Context, *uses: str) -> list[Chunk]:
        """Places behind prepositions of these uses; a bare name counts where one may stand."""
        return [
            noun
            for one in self.found.phrases
            if one.uses.intersection(uses)
            for noun in one.nouns
            if context.kind(noun) in _PLACES or ("name_place" in one.uses and _is_bare_name(noun))
        ]


def _is_bare_name(chunk: Chunk) -> bool:
    return chunk.name is not None and chunk.name.kind is MentionKind.UNSPECIFIED


def frame_of(chunks: Sequence[Chunk], hit: Hit, context: Context) -> Frame:
    """The noun phrases around a trigger, by their parts in what it tells."""
    found = arguments(chunks, hit.at)
    if hit.form == "noun":
        return _noun_frame(chunks, hit, found, context)
    if hit.form == "state" or _subject_suffers(hit):
        entry = fragment_subject(chunks)
        return Frame([chunks[entry]] if entry >= 0 else subject_of(chunks, hit.at), [], found)
    if is_passive(chunks, hit.at):
        return Frame(_sufferers(chunks, hit.at), found.used("agent"), found)
    patients = [one for one in found.objects if context.kind(one) in PEOPLE]
    patients = patients or _objects_in_phrase(hit, found) or found.objects
    if hit.trigger.object in ("place_of_persons", "of_persons"):
        patients = _whose(patients, found, context)
    return Frame(patients, subject_of(chunks, hit.at) if chunks[hit.at].is_finite else [], found)


def _subject_suffers(hit: Hit) -> bool:
    if hit.trigger.subject == "persons":
        return True
    return hit.phrase is not None and " ".join((hit.phrase.verb, *hit.phrase.after)) in (
        hit.trigger.suffers
    )


def _sufferers(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """Whom a passive verb is about: its subject, or the noun its participle stands behind."""
    chunk = chunks[at]
    if not chunk.is_passive and (entry := fragment_subject(chunks)) >= 0:
        return [chunks[entry]]
    if not chunk.is_passive and len(chunk.words) <= _LONGEST_BARE and at:
        before = at - 1
        while before > 0 and chunks[before].kind in (ChunkKind.ADVERB, ChunkKind.COMMA):
            before -= 1
        if chunks[before].is_noun:
            return list_ending(chunks, before)
    return subject_of(chunks, at)


def _objects_in_phrase(hit: Hit, found: Arguments) -> list[Chunk]:
    """The person behind the last preposition of a phrase: "opened a case against X"."""
    if hit.phrase is None or not hit.phrase.after:
        return []
    return found.with_word(hit.phrase.after[-1])


def _whose(things: list[Chunk], found: Arguments, context: Context) -> list[Chunk]:
    """Whose home was searched, whose sentence was upheld: the owner, or who stands behind "of"."""
    owners = [thing.owner for thing in things if thing.owner is not None]
    people = [
        chunk for chunk in [*owners, *found.used("of", "against")] if context.kind(chunk) in PEOPLE
    ]
    return people or [thing for thing in things if thing.is_person_name]


def _noun_frame(chunks: Sequence[Chunk], hit: Hit, found: Arguments, context: Context) -> Frame:
    chunk = chunks[hit.at]
    owner = [chunk.owner] if chunk.owner is not None else []
    by = found.used("agent")
    if of := directly_of(chunks, hit.at):
        return Frame(of, by or [one for one in owner if context.kind(one) in HOLDERS], found)
    pronouns = [word for word in chunk.words if word.serves("person_owners")]
    if pronouns and not owner:
        first = chunk.first
        return Frame(
            [Chunk(ChunkKind.NOUN, first, first + 1, pronouns[:1], is_pronoun=True)], by, found
        )
    return Frame([one for one in owner if context.kind(one) in PEOPLE], by, found)


def directly_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The noun phrases right behind "of": "the arrest of A and B"."""
    is_of = at + 2 < len(chunks) and chunks[at + 1].is_word("of")
    return list_beginning(chunks, at + 2)[0] if is_of and chunks[at + 2].is_noun else []
