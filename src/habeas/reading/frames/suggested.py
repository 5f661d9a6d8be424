"""Names that somebody else points out, taken over where our own tables say nothing of them."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import People


def take_over(names: Iterable[Mention], people: People, knowledge: Knowledge) -> None:
    """Notes persons and places for one document; what its text explains later goes before."""
    for name in names:
        words = name.text.split()
        if not words or _is_known(words, knowledge):
            continue
        text = " ".join(words)
        if name.kind is MentionKind.PERSON:
            people.kinds.setdefault(text, MentionKind.PERSON)
            if len(words) > 1:
                people.add(text)
        elif name.kind is MentionKind.PLACE and not _is_like_a_person(words, knowledge):
            people.kinds.setdefault(text, MentionKind.PLACE)


def _is_known(words: list[str], knowledge: Knowledge) -> bool:
    """Whether a table has the name, or a word of it, in another meaning: the table wins."""
    if knowledge.named(" ".join(words)) is not None:
        return True
    return any(
        knowledge.named(word) is not None
        or knowledge.head_kind(word) is not None
        or knowledge.is_common(word)
        or knowledge.adjective(word)
        for word in words
    )


def _is_like_a_person(words: list[str], knowledge: Knowledge) -> bool:
    return any(knowledge.may_be_given(word) or knowledge.has_surname_ending(word) for word in words)
