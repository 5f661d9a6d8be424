"""From noun phrases to mentions: what is named, in which words, and who a short form stands for."""

from __future__ import annotations

from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.words import Pos

_SORTS = (
    ("offices", MentionKind.PERSON),
    ("person_nouns", MentionKind.GROUP), ("bodies", MentionKind.BODY),
    ("places", MentionKind.PLACE), ("forums", MentionKind.FORUM),
    ("instruments", MentionKind.INSTRUMENT), ("states", MentionKind.STATE),
)  # fmt: skip
_REACH = 400  # characters: about two sentences
_DROPPED = {Pos.DETERMINER, Pos.POSSESSIVE}


@dataclass(slots=True)
class Holders:
    """Who was spoken of so far: where each person last stood, and who holds which office."""

    last_at: dict[str, int] = field(default_factory=dict)
    offices: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, at: int) -> None:
        """Keeps the last place before which a person was named."""
        self.last_at[name] = max(at, self.last_at.get(name, 0))

    def near(self, at: int) -> list[str]:
        """Persons named at most `_REACH` characters before `at`, the nearest first."""
        found = [(place, name) for name, place in self.last_at.items() if at - _REACH <= place < at]
        return [name for _, name in sorted(found, reverse=True)]


class Mentions:
    """Makes mentions out of the phrases of one document, sentence after sentence."""

    def __init__(self, text: str, knowledge: Knowledge) -> None:
        self.text = text
        self.knowledge = knowledge
        self.holders = Holders()

    def kind_of(self, chunk: Chunk) -> MentionKind:
        """What the phrase names, by its name or by its head noun."""
        if chunk.is_pronoun:
            is_person = chunk.ends_in("person_pronouns")
            return MentionKind.PERSON if is_person else MentionKind.UNSPECIFIED
        if chunk.name is not None:
            return chunk.name.kind
        kind = self._kind_by_head(chunk)
        if kind is None and chunk.quantity is not None and chunk.words[-1].pos is Pos.NUMBER:
            return MentionKind.GROUP
        return kind or MentionKind.THING

    def _kind_by_head(self, chunk: Chunk) -> MentionKind | None:
        people = self.knowledge.lexicon.people
        heads = {chunk.head, " ".join(word.lower for word in chunk.words[-2:])}
        for name, kind in _SORTS:
            if heads & people[name]:
                return kind
        one = chunk.head.removesuffix("s")
        is_plural = one != chunk.head and (one in people["offices"] or one in people["occupations"])
        return MentionKind.GROUP if is_plural or heads & people["ethnicities"] else None

    def of(self, chunk: Chunk, *, keep_count: bool = False) -> Mention | None:
        """The mention a phrase makes; None for a pronoun nobody can be found for."""
        kind = self.kind_of(chunk)
        if chunk.is_pronoun:
            return self._pronoun(chunk)
        if chunk.name is not None and not chunk.name.is_role:
            return self._named(chunk)
        span = self._span(chunk, keep_count=keep_count)
        words = self.text[span.start : span.end]
        name = self._holder(chunk) if kind is MentionKind.PERSON else ""
        return Mention(words, kind, span, name if name != words else "")

    def phrase(self, first: Chunk, last: Chunk, kind: MentionKind = MentionKind.THING) -> Mention:
        """The words from one phrase to another as one mention, without an article in front."""
        start = self._span(first, keep_count=True).start
        return Mention(self.text[start : last.end].strip(" ,"), kind, Span(start, last.end))

    def _named(self, chunk: Chunk) -> Mention:
        name = chunk.name
        if name is None:  # pragma: no cover  # `of` asks first
            raise ValueError(chunk)
        last = next(word for word in reversed(chunk.words) if word.name >= 0)
        words = [word for word in chunk.words if word.name == last.name]
        if chunk.is_whole:
            words = list(chunk.words)
            while words[0].pos in _DROPPED:
                words.pop(0)
            if chunk.quantity is not None:
                words = [word for word in words if word.start >= chunk.quantity.span.end] or words
        start, end = words[0].start, words[-1].end
        owner = chunk.owner
        if owner is not None and name.kind is MentionKind.BODY:
            start = owner.start
        written = self.text[start:end]
        full = written if chunk.is_whole else name.full or name.text
        if name.kind is MentionKind.PERSON:
            self.holders.note(full, start)
        return Mention(written, name.kind, Span(start, end), full if full != written else "")

    def _pronoun(self, chunk: Chunk) -> Mention | None:
        """Who is meant, where nobody else near has the sex the pronoun asks for."""
        word = chunk.words[0]
        if not word.serves("person_pronouns"):
            return None
        unlike = "male" if word.serves("female_pronouns") else "female"
        near = [name for name in self.holders.near(word.start) if self._sexes(name) != {unlike}]
        if len(near) != 1:
            return None
        self.holders.note(near[0], word.start)
        return Mention(word.text, MentionKind.PERSON, Span(word.start, word.end), near[0])

    def _sexes(self, name: str) -> frozenset[str]:
        return self.knowledge.sexes(name.split(maxsplit=1)[0])

    def _holder(self, chunk: Chunk) -> str:
        """Who holds the office a phrase names: "the Minister", once "Minister X" was read."""
        if chunk.opens_with("indefinite") or chunk.head.endswith("s"):
            return ""
        return self.holders.offices.get(chunk.head, "")

    def _span(self, chunk: Chunk, *, keep_count: bool = False) -> Span:
        """The phrase without article and count; an owner's name before it is kept."""
        words = list(chunk.words)
        if chunk.owner is not None and words[0].serves("possessive_marks"):
            return Span(self._span(chunk.owner).start, chunk.end)
        while len(words) > 1 and words[0].pos in _DROPPED:
            words.pop(0)
        start = words[0].start
        if chunk.quantity is not None and not keep_count:
            rest = [word for word in words if word.start >= chunk.quantity.span.end]
            if rest and rest[0].serves("of"):
                rest = rest[1:]
            while len(rest) > 1 and rest[0].pos in _DROPPED:
                rest.pop(0)
            start = rest[0].start if rest else start
        return Span(start, chunk.end)
