"""From a rendition to claims, for a language that declines; all such readers are this one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
    Reading,
)
from habeas.model.codec import claim_id
from habeas.model.mention import Mention, MentionKind
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.model.vocabulary import EventKind, FigureStatus
from habeas.protocols import Namer
from habeas.reading.furniture import furniture_in, masked
from habeas.reading.passed_over import passed_over
from habeas.reading.quoted_span import quote_of
from habeas.reading.relocate import relocated
from habeas.reading.slavic.actions import actions_of, note_issuer
from habeas.reading.slavic.attributes import traits_of
from habeas.reading.slavic.attribution import Speech, Talk, chain, speeches
from habeas.reading.slavic.characterisations import labels_of
from habeas.reading.slavic.counted_lists import note_list
from habeas.reading.slavic.event_hits import event_hits
from habeas.reading.slavic.events import events_of
from habeas.reading.slavic.figures import figures_of
from habeas.reading.slavic.knowledge import Knowledge
from habeas.reading.slavic.leverage import Tied, leverage_of
from habeas.reading.slavic.name import Name
from habeas.reading.slavic.pieces import persons_of, pieces_of, settled, unlisted_of
from habeas.reading.slavic.pointed import Suggested, suggested_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence, clauses_of
from habeas.reading.slavic.suggested import full_names
from habeas.reference.abbreviation_words import abbreviation_words
from habeas.reference.files import edition
from habeas.reference.languages import languages_of
from habeas.reference.lexicon import furniture_words
from habeas.text.segments import Abbreviations, segments
from habeas.text.tokens import Token, tokenise


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim to be: what makes it, its slots, where it is told; the numbers of a figure."""

    make: Any
    slots: dict[str, Any]
    at: int
    counted: Span | None = None
    whole: Span | None = None


_FOOTNOTE_MARKS = "*✱†‡[¹²³"
_FOOTNOTE = re.compile(r"(?<=[^\W\d_])(?:[*✱†‡¹²³]{1,4}|\[\d{1,3}\])(?![\w*✱])")

_DASHES = "—–-"
_Told = tuple[list[tuple[Sentence, Draft]], list[Speech]]


class SlavicReader:
    """Reads the paragraphs of one language by stems, endings and clauses: no parser, no dictionary.

    One reader can read any number of documents. Why no dictionary of forms is used stands in
    docs/decisions/0009.
    """

    version = "1"

    def __init__(self, language: str, namer: Namer | None = None) -> None:
        """`namer` may add names that our own rules do not find; the reader then signs with it."""
        self._namer = namer
        if namer is not None:
            self.version = f"{self.version}+{namer.name}@{namer.version}"
        self.name = f"frames-{language}"
        self.languages = frozenset({language})
        self._language = language

    @cached_property
    def _knowledge(self) -> Knowledge:
        # Once there is something to read: most documents are in one or two languages.
        return Knowledge(self._language)

    @cached_property
    def _abbreviations(self) -> Abbreviations:
        return abbreviation_words(self._language)

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims in the order they stand, each once; paragraphs in other languages are reported."""
        known = furniture_words(self._language)
        furniture = furniture_in(rendition.text, rendition.paragraphs, known)
        rendition = replace(rendition, text=masked(_unmarked(rendition.text), furniture))
        spans = [s for s in rendition.paragraphs if rendition.text[s.start : s.end].strip()]
        languages = languages_of(rendition.text, spans)
        told = list(zip(spans, languages, strict=True))
        own = [span for span, language in told if language == self._language]
        extra, notes = (
            self._namer.names(rendition, rendition.text, own) if self._namer else ((), ())
        )
        found = self._claims(rendition, own, suggested_of(extra)) if own else ()
        claims = dict.fromkeys(found)
        left = [span for span, language in told if language != self._language]
        return list(claims), [*passed_over(rendition, left), *notes]

    def _claims(
        self, rendition: Rendition, spans: Sequence[Span], suggested: Suggested
    ) -> Iterator[AnyClaim]:
        reading = Reading(self.name, self.version, edition())
        memory = Memory(suggested=suggested)
        talk = Talk(Span(0, 0))
        waiting: _Told = ([], [])
        for sentences in self._paragraphs(rendition, spans, memory):
            told: _Told = ([], [])
            if sentences:
                talk.paragraph = Span(sentences[0].span.start, sentences[-1].span.end)
                memory.is_answer = rendition.text[talk.paragraph.start] in _DASHES
            for sentence in sentences:
                told[1].extend(speeches(sentence, talk))
            for sentence in sentences:
                memory.teller, _ = chain(told[1], sentence.span.end - 1)
                told[0].extend((sentence, draft) for draft in _drafts(sentence, memory))
                _remember(sentence, memory)
            # "Об этом сообщает X" can open the paragraph behind what it speaks of.
            yield from _finished(rendition, waiting[0], [*waiting[1], *told[1]], reading)
            waiting = told
        yield from _finished(rendition, *waiting, reading)

    def _paragraphs(
        self, rendition: Rendition, spans: Sequence[Span], memory: Memory
    ) -> list[list[Sentence]]:
        """All sentences; persons named in full are settled before surnames are looked at."""
        text, lower = rendition.text, _lowered(rendition.text)
        cut = [
            [
                self._part(text, lower, one, memory)
                for one in segments(text, span, self._abbreviations)
            ]
            for span in spans
        ]
        known = [(part.tokens, part.names, part.taken) for parts in cut for part in parts]
        settled(self._knowledge, memory, known)
        return [[self._sentence(rendition, lower, part, memory) for part in parts] for parts in cut]

    def _part(self, text: str, lower: str, span: Span, memory: Memory) -> _Part:
        tokens = tokenise(text, span.start, span.end)
        starts = (token.start for token in tokens if token.text[0].isalnum())
        begin = self._knowledge.beginnings.of(lower, starts)
        pieces, taken = pieces_of(self._knowledge, text, lower, tokens, begin=begin)
        names = self._knowledge.names.find(tokens, taken)
        if memory.suggested.persons:
            names = full_names(
                self._knowledge.names, tokens, memory.suggested, names=names, taken=taken
            )
        return _Part(span, tokens, begin, pieces, taken, names)

    def _sentence(self, rendition: Rendition, lower: str, part: _Part, memory: Memory) -> Sentence:
        text, knowledge = rendition.text, self._knowledge
        persons = persons_of(
            knowledge, text, part.tokens, part.names, taken=part.taken, memory=memory
        )
        return Sentence(
            part.span,
            text,
            lower,
            part.tokens,
            part.begin,
            unlisted_of(knowledge, text, part.tokens, [*part.pieces, *persons], memory=memory),
            clauses_of(text, part.span, knowledge.patterns["clause"]),
            knowledge,
            rendition.published,
        )


@dataclass(frozen=True, slots=True)
class _Part:
    """One segment with what is named in it, before it is known who lone surnames stand for."""

    span: Span
    tokens: Sequence[Token]
    begin: Mapping[str, Sequence[int]]
    pieces: list[Piece]
    taken: frozenset[int]
    names: list[Name]


def _unmarked(text: str) -> str:
    """The text with marks of footnotes behind words as spaces: "Сову* М. С.", "Бондаря[2]"."""
    if not any(mark in text for mark in _FOOTNOTE_MARKS):
        return text
    return _FOOTNOTE.sub(lambda mark: " " * len(mark.group()), text)


def _lowered(text: str) -> str:
    """Small letters and plain apostrophes, every offset as it was."""
    lower = text.lower().replace("’", "'").replace("ʼ", "'").replace("ё", "е")
    return lower if len(lower) == len(text) else text


def _drafts(sentence: Sentence, memory: Memory) -> Iterator[Draft]:
    for trait in traits_of(sentence, memory):
        slots: dict[str, Any] = {
            "subject": trait.subject,
            "attribute": trait.attribute,
            "value": trait.value,
        }
        yield Draft(AttributeClaim, slots, trait.at)
    hits = event_hits(sentence)
    tied: list[Tied] = []
    for event in events_of(sentence, hits, memory):
        slots = {**event.slots, "date": event.date, "modality": event.modality}
        tied.append(_tied(slots["event"], slots["persons"], slots, event.at))
        yield Draft(EventClaim, slots, event.at)
    for figure in () if memory.is_of_old else figures_of(sentence, hits, memory):
        slots = {**figure.slots, "date": figure.date, "modality": figure.modality}
        people = tuple(one for one in (slots["population"],) if one is not None)
        tied.append(_tied(slots["status"], people, slots, figure.at))
        yield Draft(FigureClaim, slots, figure.at, figure.count, figure.whole)
    note_list(sentence, memory)
    note_issuer(sentence, memory)
    for act in actions_of(sentence, hits, memory.issuer):
        slots = {**act.slots, "date": act.date, "modality": act.modality}
        yield Draft(ActionClaim, slots, act.at)
    for label in labels_of(sentence):
        yield Draft(CharacterisationClaim, {**label.slots, "modality": label.modality}, label.at)
    for tie in leverage_of(sentence, tied):
        yield Draft(LeverageClaim, {**tie.slots, "modality": tie.modality}, tie.at)


def _tied(
    kind: EventKind | FigureStatus, people: tuple[Mention, ...], slots: dict[str, Any], at: int
) -> Tied:
    holder = slots.get("holder") or slots.get("agent")
    return Tied(kind, people, holder, at, slots["modality"])


def _remember(sentence: Sentence, memory: Memory) -> None:
    for piece in sentence.of_kind(MentionKind.PERSON):
        if piece.person is not None:
            form = piece.person.forms[0]
            memory.note(form.nominative, form.sex, piece.start)


def _finished(
    rendition: Rendition,
    made: Sequence[tuple[Sentence, Draft]],
    said: Sequence[Speech],
    reading: Reading,
) -> Iterator[AnyClaim]:
    """The claims of a paragraph; a figure names the whole it is part of by its id."""
    wholes: dict[Span, AnyClaim] = {}
    for sentence, draft in made:
        speaker, via = chain(said, draft.at)
        slots = dict(draft.slots)
        if draft.make is ActionClaim and speaker is not None:
            speaker = _unless_actor(speaker, slots["actors"])
        if draft.whole in wholes and draft.whole is not None:
            slots["subset_of"] = claim_id(wholes[draft.whole])
        speaker = slots.pop("speaker", None) or speaker
        quote = quote_of(rendition, sentence.span)
        claim: AnyClaim = draft.make(
            quote=quote, speaker=speaker, via=via, reading=reading, **slots
        )
        claim = relocated(claim, rendition.offsets)
        if draft.counted is not None:
            wholes[draft.counted] = claim
        yield claim


def _unless_actor(speaker: Mention, actors: tuple[Mention, ...]) -> Mention | None:
    return None if any(actor.label == speaker.label for actor in actors) else speaker
