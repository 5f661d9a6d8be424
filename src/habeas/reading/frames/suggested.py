"""Names that somebody else points out, taken over where our own reading does not decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from habeas.model.mention import Mention, MentionKind
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import People

_KINDS = (MentionKind.PERSON, MentionKind.PLACE)


def take_over(names: Iterable[Mention], people: People, knowledge: Knowledge) -> None:
    """Notes what persons and places are said to be, for one document.

    It counts where tables, text and shape leave a name undecided (name_shapes). A name said to be
    now one, now the other, is what it is said to be more often; where that is even, it is nothing.
    """
    said = Counter((" ".join(name.text.split()), name.kind) for name in names)
    for (text, kind), times in said.items():
        others = max(said[text, other] for other in _KINDS if other is not kind)
        if kind in _KINDS and times > others and not _is_known(text.split(), knowledge):
            people.pointed[text] = kind


def _is_known(words: list[str], knowledge: Knowledge) -> bool:
    """Whether a table has the name, or a word of it, in another meaning: the table wins."""
    if not words or knowledge.named(" ".join(words)) is not None:
        return True
    return any(
        knowledge.named(word) is not None
        or knowledge.head_kind(word) is not None
        or knowledge.is_common(word)
        or knowledge.adjective(word)
        for word in words
    )
