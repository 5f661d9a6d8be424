"""English by lexicon and frames: offline, no model, no parser.

Made after the measurements in docs/decisions/0005: a dependency parser reads 3 documents a
CPU-second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from habeas.model.claim import AnyClaim, Reading
from habeas.model.codec import claim_id
from habeas.model.mention import Mention
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition
from habeas.protocols import Namer, Parser
from habeas.reading.frames.dateline import datelines
from habeas.reading.frames.document import paragraphs_of
from habeas.reading.frames.drafts import Draft, Drafter
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.mentions import Mentions
from habeas.reading.frames.names import People
from habeas.reading.frames.naming import LATIN_END
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.speech import chain
from habeas.reading.frames.suggested import take_over
from habeas.reading.furniture import furniture_in, masked
from habeas.reading.relocate import relocated
from habeas.reference.files import edition
from habeas.reference.languages import languages_of
from habeas.reference.lexicon import furniture_words, lexicon

_LATIN_SHARE = 0.7  # of the letters of a paragraph that is read


class FramesReader:
    """Reads English renditions. One reader can read any number of documents, one after another."""

    name = "frames-en"
    version = "1"
    languages = frozenset({"en"})

    def __init__(self, namer: Namer | None = None, parser: Parser | None = None) -> None:
        """`namer` may add names that our own tables do not know, `parser` who is who around a verb.

        The reader then signs with them.
        """
        self._namer = namer
        self._parser = parser
        for one in (namer, parser):
            self.version += f"+{one.name}@{one.version}" if one is not None else ""

    @cached_property
    def _knowledge(self) -> Knowledge:
        # Once there is something to read: where all is in other languages it is never wanted.
        return Knowledge(lexicon("en"))

    @cached_property
    def _drafter(self) -> Drafter:
        return Drafter(self._knowledge.lexicon)

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims in the order they stand, each once; paragraphs in other scripts are reported."""
        known = furniture_words("en")
        text = masked(rendition.text, furniture_in(rendition.text, rendition.paragraphs, known))
        spans = [span for span in rendition.paragraphs if text[span.start : span.end].strip()]
        told = zip(spans, languages_of(text, spans), strict=True)
        readable = [
            span
            for span, language in told
            if language in self.languages and _is_latin(text[span.start : span.end])
        ]
        extra, notes = self._namer.names(rendition, text, readable) if self._namer else ((), ())
        sufferers: Mapping[int, Sequence[int]] = {}
        if self._parser is not None:
            sufferers, faults = self._parser.sufferers(rendition, text, readable)
            notes = [*notes, *faults]
        found: Iterable[AnyClaim] = ()
        if readable:
            found = self._claims(rendition, text, readable, extra=extra, sufferers=sufferers)
        claims = dict.fromkeys(found)
        taken = set(readable)
        passed_over = [span for span in spans if span not in taken and _has_letters(text, span)]
        return list(claims), [*_problems(rendition, passed_over), *notes]

    def _claims(
        self,
        rendition: Rendition,
        text: str,
        spans: Sequence[Span],
        *,
        extra: Sequence[Mention],
        sufferers: Mapping[int, Sequence[int]],
    ) -> Iterator[AnyClaim]:
        first = list(datelines(text, spans, self._knowledge))
        anchor = rendition.published or next((one.date for one in first if one.date), None)
        text = masked(text, [(one.span, "dateline") for one in first])
        endings = self._knowledge.lexicon.constructions["state_adjective_endings"]
        articles = self._knowledge.lexicon.constructions["joined_articles"]
        people = People(tuple(sorted(endings)), tuple(sorted(articles)))
        take_over(extra, people, self._knowledge)
        mentions = Mentions(text, self._knowledge, people)
        context = Context(mentions, self._knowledge, people, anchor, sufferers=sufferers)
        reading = Reading(self.name, self.version, edition())
        counts: dict[Span, AnyClaim] = {}
        parts = paragraphs_of(text, spans, knowledge=self._knowledge, people=people, anchor=anchor)
        for paragraph in parts:
            for sentence, draft, said in self._drafter.paragraph(paragraph, context):
                speaker, via = chain(said, draft.at) if draft.is_heard else (None, ())
                quote = _quote(rendition, text, sentence.span)
                slots = _with_whole(draft, counts)
                made = draft.make(quote=quote, speaker=speaker, via=via, reading=reading, **slots)
                claim = relocated(made, rendition.offsets)
                if draft.count is not None:
                    counts.setdefault(draft.count, claim)
                yield claim


def _with_whole(draft: Draft, counts: Mapping[Span, AnyClaim]) -> dict[str, Any]:
    """The slots of a draft, with the figure that it is a part of, where that was read."""
    if draft.whole is None or draft.whole not in counts:
        return draft.slots
    return {**draft.slots, "subset_of": claim_id(counts[draft.whole])}


def _quote(rendition: Rendition, text: str, span: Span) -> Quote:
    """The sentence as it stands in the captured text, or as shown, where markup is inside it."""
    stripped = text[span.start : span.end]
    start = span.start + len(stripped) - len(stripped.lstrip())
    end = start + len(stripped.strip())
    place = rendition.offsets.to_captured(Span(start, end))
    captured = rendition.captured[place.start : place.end]
    words = captured if len(place) == end - start else text[start:end]
    return Quote(rendition.document, place, words)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    latin = sum(letter < LATIN_END for letter in letters)
    return bool(letters) and latin / len(letters) >= _LATIN_SHARE


def _has_letters(text: str, span: Span) -> bool:
    return any(map(str.isalpha, text[span.start : span.end]))


def _problems(rendition: Rendition, passed_over: Sequence[Span]) -> list[Problem]:
    if not passed_over:
        return []
    count = len(passed_over)
    return [
        Problem(
            code="language-not-read",
            where=f"document {rendition.document[:12]}",
            what=f"{count} paragraph{'s' if count > 1 else ''} not in English passed over",
            remedy="They are kept; a reader for their language can read them later.",
            severity=Severity.NOTE,
            document=rendition.document,
            span=rendition.offsets.to_captured(passed_over[0]),
        )
    ]
