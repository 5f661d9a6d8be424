"""People without a name to whom something happens: one man, a group without a number."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.triggers import Form, Hit
from habeas.reading.frames.words import Pos

_TO_HEADLINE = 3  # phrases of "Leader of opposition detained"
_LONGEST_HEADLINE = 14  # phrases
_LISTS = ("person_nouns", "occupations", "nationality_heads", "kinship", "ethnicities")


def nameless(
    chunks: Sequence[Chunk], hit: Hit, frame: Frame, context: Context
) -> tuple[Mention, ...]:
    """Those it happened to where none of them is known; nobody where it is told in general.

    "Guards beat prisoners" is told of nobody; "activists were detained in Melnyk" is.
    """
    told = chunks[hit.at]
    is_gerund = told.is_verb and told.opens_with("copulas_bare")  # "without being tried"
    if hit.form not in (Form.VERB, Form.STATE) or is_gerund:
        return ()
    is_headline = _is_headline(chunks, hit.at)
    if _is_general(chunks, hit, frame, context) and not is_headline:
        return ()
    is_past = any(word.serves("past_auxiliaries") for word in chunks[hit.at].words)
    meant = [
        one
        for one in frame.patients
        if _is_one(one, context, is_bare=is_headline) or _is_group(one, context, is_bare=is_past)
    ]
    return context.all(meant[:1])


def _is_headline(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a line without a full stop tells it, its helpers left out: "Poet detained in X"."""
    is_bare = len(chunks[at].words) == 1 and chunks[at].shape in ("past", "part")
    is_opened = (
        (at <= _TO_HEADLINE or at == len(chunks) - 1)
        and chunks[0].is_noun
        and not chunks[0].opens_with("articles")
    )
    is_open = chunks[-1].kind is not ChunkKind.STOP and len(chunks) <= _LONGEST_HEADLINE
    return is_bare and is_opened and is_open


def _is_general(chunks: Sequence[Chunk], hit: Hit, frame: Frame, context: Context) -> bool:
    """Whether it is told of no time and no place: "security forces detain activists"."""
    told = chunks[hit.at]
    is_sure = told.is_passive and (told.shape == "part") and not told.modal
    is_done = told.shape == "past" and bool(frame.agents)
    is_placed = bool(frame.found.dates) or bool(frame.places(context, "where", "goal", "source"))
    is_past = any(word.serves("past_auxiliaries") for word in told.words)
    near = chunks[max(hit.at - 4, 0) : hit.at]
    is_clause = not is_past and any(c.kind is ChunkKind.SUBORDINATOR for c in near)
    is_state = hit.form is Form.STATE and told.is_copula and not told.modal
    is_state = is_state and any(one.opens_with("indefinite") for one in frame.patients)
    return not (is_placed or ((is_sure or is_done or is_state) and not is_clause))


def _is_one(chunk: Chunk, context: Context, *, is_bare: bool) -> bool:
    """Whether it is one person: "a third man", "my father", `is_bare` where "poet" is enough."""
    if chunk.quantity is not None or chunk.is_pronoun or chunk.ends_in("plural_endings"):
        return False
    people = context.knowledge.lexicon.people
    is_person = any(chunk.head in people[name] for name in _LISTS)
    is_told = chunk.opens_with("indefinite") or chunk.words[0].serves("person_owners")
    return is_person and chunk.name is None and (is_told or is_bare)


def _is_group(chunk: Chunk, context: Context, *, is_bare: bool) -> bool:
    """Whether it is a group that is told apart: "Maruvian citizens", "members of the party".

    Where `is_bare`, "the protesters" is enough.
    """
    if chunk.quantity is not None or chunk.is_pronoun or chunk.is_person_name:
        return False
    if context.kind(chunk) is not MentionKind.GROUP or chunk.opens_with("nobody_words"):
        return False
    if chunk.ends_in("others_beside"):
        return False
    is_many = chunk.ends_in("plural_endings") or chunk.ends_in("group_words")
    if not (is_many or chunk.is_whole):
        return False
    is_people = chunk.head in context.knowledge.lexicon.people["person_nouns"]
    if is_bare and is_people and (chunk.opens_with("definite")):
        return True
    said = [word for word in chunk.words if word.pos not in (Pos.DETERMINER, Pos.POSSESSIVE)]
    return len(said) > 1 or chunk.tail is not None or chunk.name is not None
