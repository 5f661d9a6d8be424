"""People without a name to whom something happens: one man, a group without a number."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.triggers import Form, Hit
from habeas.reading.frames.words import Pos

_LISTS = ("person_nouns", "occupations", "nationality_heads", "kinship", "ethnicities")


def nameless(
    chunks: Sequence[Chunk], hit: Hit, frame: Frame, context: Context
) -> tuple[Mention, ...]:
    """Those it happened to where none of them is known; nobody where it is told in general.

    "Guards beat prisoners" is told of nobody; "activists were detained in Melnyk" is.
    """
    if hit.form not in (Form.VERB, Form.STATE) or _is_general(chunks, hit, frame, context):
        return ()
    meant = [one for one in frame.patients if _is_one(one, context) or _is_group(one, context)]
    return context.all(meant[:1])


def _is_general(chunks: Sequence[Chunk], hit: Hit, frame: Frame, context: Context) -> bool:
    """Whether it is told of no time and no place: "security forces detain activists"."""
    told = chunks[hit.at]
    is_sure = told.is_passive and (told.shape == "part") and not told.modal
    is_done = told.shape == "past" and bool(frame.agents)
    is_placed = bool(frame.found.dates) or bool(frame.places(context, "where", "goal", "source"))
    is_clause = any(c.kind is ChunkKind.SUBORDINATOR for c in chunks[max(hit.at - 4, 0) : hit.at])
    return not (is_placed or ((is_sure or is_done) and not is_clause))


def _is_one(chunk: Chunk, context: Context) -> bool:
    """Whether it is one person: "a third man", "my father", "blogger"."""
    if chunk.quantity is not None or chunk.is_pronoun or chunk.ends_in("plural_endings"):
        return False
    people = context.knowledge.lexicon.people
    is_person = any(chunk.head in people[name] for name in _LISTS)
    is_told = chunk.opens_with("indefinite") or chunk.words[0].serves("person_owners")
    return is_person and chunk.name is None and is_told


def _is_group(chunk: Chunk, context: Context) -> bool:
    """Whether it is a group that is told apart: "Maruvian citizens", "members of the party"."""
    if chunk.quantity is not None or chunk.is_pronoun or chunk.is_person_name:
        return False
    if context.kind(chunk) is not MentionKind.GROUP or chunk.opens_with("nobody_words"):
        return False
    if not chunk.ends_in("plural_endings"):
        return False
    said = [word for word in chunk.words if word.pos not in (Pos.DETERMINER, Pos.POSSESSIVE)]
    return len(said) > 1 or chunk.tail is not None or chunk.name is not None
