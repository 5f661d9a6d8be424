"""From noun phrases to mentions: what is named, in which words, and who a short form stands for."""

from __future__ import annotations

from bisect import bisect_left, insort
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
# Which sorts of phrase are known by what they are of, and which by where they are.
_WITH_TAIL = {
    "of": (MentionKind.GROUP, MentionKind.BODY, MentionKind.PLACE, MentionKind.PERSON),
    "where": (MentionKind.BODY, MentionKind.PLACE),
}
_RECENT = 20  # places looked at so that none is kept twice
_REACH = 400  # characters: about two sentences
_DROPPED = {Pos.DETERMINER, Pos.POSSESSIVE}


@dataclass(slots=True)
class Holders:
    """Who was spoken of so far and where, in order of place, and who holds which office."""

    named: list[tuple[int, str]] = field(default_factory=list)
    offices: dict[str, str] = field(default_factory=dict)

    def note(self, name: str, at: int) -> None:
        """Keeps that a person was spoken of at a place."""
        if (at, name) not in self.named[-_RECENT:]:
            insort(self.named, (at, name))

    def near(self, at: int) -> list[str]:
        """Persons spoken of at most `_REACH` characters before `at`, the nearest first."""
        first = bisect_left(self.named, (at - _REACH, ""))
        last = bisect_left(self.named, (at + 1, ""))
        return list(dict.fromkeys(name for _, name in reversed(self.named[first:last])))


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
            if chunk.name.kind is MentionKind.UNSPECIFIED and (kind := self._kind_by_title(chunk)):
                return kind
            is_many = chunk.quantity is not None and chunk.ends_in("plural_endings")
            is_unknown = chunk.name.kind is MentionKind.UNSPECIFIED
            return MentionKind.GROUP if is_many and is_unknown else chunk.name.kind
        kind = self._kind_by_head(chunk)
        if kind is None and chunk.quantity is not None and chunk.words[-1].pos is Pos.NUMBER:
            return MentionKind.GROUP
        return kind or MentionKind.THING

    def _kind_by_title(self, chunk: Chunk) -> MentionKind | None:
        """What the word before an unknown name makes of it: "the rights group Open Door"."""
        before = [word for word in chunk.words if word.name < 0]
        if not before or before[-1].start > chunk.words[-1].start:
            return None
        is_body = before[-1].lower in self.knowledge.lexicon.people["bodies"]
        return MentionKind.BODY if is_body else None

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
        span = Span(span.start, self._tail_end(chunk, kind))
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
        kind = self.kind_of(chunk)
        return Mention(written, kind, Span(start, end), full if full != written else "")

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
        words = [word.lower for word in chunk.words if word.pos not in _DROPPED]
        if chunk.name is not None:
            return self.holders.offices.get(" ".join(words), "")
        return self.holders.offices.get(chunk.head, "")

    def _tail_end(self, chunk: Chunk, kind: MentionKind) -> int:
        """Where a body, place or group ends with what it is of; courts and places lie somewhere."""
        if chunk.tail is None or kind not in _WITH_TAIL.get(chunk.tail_use, ()):
            return chunk.end
        inner = self.kind_of(chunk.tail)
        if chunk.tail_use == "where" and inner is not MentionKind.PLACE:
            return chunk.end
        return self._tail_end(chunk.tail, inner)

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
