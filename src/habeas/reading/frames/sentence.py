"""A sentence taken apart, and what the readers of its claims share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.vocabulary import CountingBasis, FigureStatus, Modality
from habeas.model.written_date import Anchor, WrittenDate
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.mentions import Mentions
from habeas.reading.frames.names import People
from habeas.reading.frames.speech import Speech, chain
from habeas.text.written_dates import DateFound


@dataclass(slots=True)
class Sentence:
    """One sentence of a document: its span, the text of the document, phrases and dates."""

    span: Span
    text: str
    chunks: list[Chunk]
    dates: Sequence[DateFound]

    def words(self, first: int, last: int) -> str:
        """The text from phrase `first` up to, not including, phrase `last`, in small letters."""
        if first >= last:
            return ""
        return self.text[self.chunks[first].start : self.chunks[last - 1].end].lower()


@dataclass(frozen=True, slots=True)
class Counted:
    """Where the number of a figure stands, whom it counts, and what else its parts share."""

    count: Span
    population: Mention | None
    status: FigureStatus | None = None
    basis: CountingBasis | None = None
    on: WrittenDate | None = None
    most: int | None = None  # that the number allows
    least: int | None = None
    modality: Modality = Modality.ASSERTED


@dataclass(slots=True)
class Context:
    """The document the sentence stands in; `represents` is whom an official speaks for."""

    mentions: Mentions
    knowledge: Knowledge
    people: People
    anchor: PartialDate | None
    represents: dict[str, Mention] = field(default_factory=dict)
    said: Sequence[Speech] = ()  # in the paragraph being read
    addressed: tuple[Mention, ...] = ()  # whom the last act was aimed at
    heard: Mention | None = None  # who spoke last
    jointly: dict[str, tuple[Mention, ...]] = field(default_factory=dict)  # who speaks with whom
    pronouns: dict[int, Mention] = field(default_factory=dict)  # of speakers, by where they stand
    issued: dict[str, tuple[Mention, ...]] = field(default_factory=dict)  # whose "resolution"
    asked: Mention | None = None  # of an interview: who answers
    quotations: Sequence[Span] = ()  # in the paragraph being read
    befell: list[tuple[int, tuple[Mention, ...]]] = field(default_factory=list)  # and to whom
    counted: Counted | None = None  # the last figure told that is no part of another
    sufferers: Mapping[int, Sequence[int]] = field(default_factory=dict)  # as a parser has them

    def mention(self, chunk: Chunk) -> Mention | None:
        """The mention a phrase makes; of "I", who speaks at that place."""
        if chunk.is_pronoun and chunk.ends_in("speaker_pronouns"):
            speaker, _ = chain(self.said, chunk.start)
            words = chunk.words[0].text
            if speaker is None:
                is_quoted = any(one.start <= chunk.start < one.end for one in self.quotations)
                is_author = self.mentions.referents.is_telling and not is_quoted
                return Mention(words, MentionKind.PERSON, chunk.span) if is_author else None
            is_one = speaker.kind is MentionKind.GROUP and not self._is_many(speaker)
            if speaker.kind is not MentionKind.PERSON and not is_one:
                return None
            return Mention(words, speaker.kind, chunk.span, speaker.label)
        if chunk.is_pronoun and chunk.start in self.pronouns:
            return self.pronouns[chunk.start]
        if chunk.is_pronoun and any(one.start <= chunk.start < one.end for one in self.quotations):
            speaker, _ = chain(self.said, chunk.start)
            self.mentions.speaking = speaker.label if speaker is not None else ""
        try:
            return self.mentions.of(chunk)
        finally:
            self.mentions.speaking = ""

    def _is_many(self, one: Mention) -> bool:
        """Whether a group is more than "the woman"."""
        plural = tuple(self.knowledge.lexicon.constructions["plural_endings"])
        return one.label.lower().endswith(plural)

    def all(self, chunks: Sequence[Chunk], *, keep_count: bool = False) -> tuple[Mention, ...]:
        """The mentions of several phrases; those nobody can be found for are left out.

        With `keep_count`, how many they are stays in their words: "six officials".
        """
        found: list[Mention] = []
        for chunk in chunks:
            if several := self.several(chunk):
                found += several
                continue
            if chunk.is_pronoun and chunk.ends_in("plural_pronouns"):
                continue
            is_plain = not chunk.is_pronoun
            one = (
                self.mentions.of(chunk, keep_count=keep_count) if is_plain else self.mention(chunk)
            )
            found += [one] if one is not None else []
        return tuple(found)

    def several(self, chunk: Chunk) -> tuple[Mention, ...]:
        """The persons that a phrase without a name stands for: "they", "all three"."""
        if chunk.is_pronoun and not chunk.ends_in("plural_pronouns"):
            return ()
        return self.mentions.together(chunk)

    def kind(self, chunk: Chunk) -> MentionKind:
        """What a phrase names."""
        return self.mentions.kind_of(chunk)

    def state_of(self, adjective: str) -> str:
        """The name of the state that an adjective belongs to; empty where there is none."""
        code = self.knowledge.adjective(adjective)
        return self.knowledge.state_name(code) if code else self.people.adjective(adjective)

    def document_date(self) -> WrittenDate | None:
        """The document's own date, for what the text tells in the present tense."""
        return WrittenDate(self.anchor, anchor=Anchor.DOCUMENT) if self.anchor else None
