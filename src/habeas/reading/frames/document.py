"""One document from text to sentences taken apart, ready for the readers of claims."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.written_date import Anchor, WrittenDate
from habeas.reading.frames.attribution import quotations
from habeas.reading.frames.chunking import chunked
from habeas.reading.frames.knowledge import Knowledge
from habeas.reading.frames.names import People
from habeas.reading.frames.naming import collect, names_in
from habeas.reading.frames.sentence import Sentence
from habeas.reading.frames.tagging import tagged
from habeas.reference.abbreviation_words import abbreviation_words
from habeas.text.quantities import find_quantities
from habeas.text.segments import segments
from habeas.text.tokens import Token, tokenise
from habeas.text.written_dates import DateFound, find_dates

_FEWEST_COMMAS = 2  # of a list of names
_FEWEST_WORDS = 4  # of a heading: a name alone is none


@dataclass(slots=True)
class Paragraph:
    """A paragraph with its sentences and the quotations in it."""

    span: Span
    sentences: list[Sentence]
    quotations: list[Span] = field(default_factory=list)


class _Part(NamedTuple):
    """One segment with its words."""

    span: Span
    tokens: list[Token]
    is_heading: bool


@dataclass(slots=True)
class _Document:
    text: str
    knowledge: Knowledge
    anchor: PartialDate | None
    people: People

    def sentence(self, part: _Part, earlier: WrittenDate | None) -> Sentence:
        """One segment taken apart; `earlier` is the last day named in the paragraph before it."""
        span, tokens, is_heading = part
        start, end = span.start, span.end
        names = names_in(tokens, self.knowledge, self.people, is_heading=is_heading)
        dates = find_dates(
            self.text,
            self.knowledge.date_words,
            anchor=self.anchor,
            earlier=earlier,
            start=start,
            end=end,
        )
        counts = find_quantities(self.text, self.knowledge.quantity_words, start=start, end=end)
        words = tagged(
            tokens,
            self.knowledge.lexicon,
            names=[(name.first, name.last) for name in names],
            dates=[*_spans(dates), *self._undated(span)],
        )
        return Sentence(span, self.text, chunked(words, names, counts), dates)

    def _undated(self, span: Span) -> list[Span]:
        """Where "last week" stands in a document without a date: no day, but no noun either."""
        if self.anchor is not None:
            return []
        words, some_day = self.knowledge.date_words, PartialDate("2000-06-15")
        found = find_dates(self.text, words, anchor=some_day, start=span.start, end=span.end)
        return _spans([one for one in found if one.written.anchor is Anchor.DOCUMENT])


def _spans(dates: Sequence[DateFound]) -> list[Span]:
    return [date.written.span for date in dates if date.written.span is not None]


def paragraphs_of(
    text: str,
    spans: Sequence[Span],
    *,
    knowledge: Knowledge,
    people: People,
    anchor: PartialDate | None,
) -> Iterator[Paragraph]:
    """The paragraphs of a document in order.

    All names are collected in `people` before the first paragraph comes.
    """
    document = _Document(text, knowledge, anchor, people)
    abbreviations = abbreviation_words(knowledge.lexicon.language)
    cut = [(span, _tokens(text, segments(text, span, abbreviations), knowledge)) for span in spans]
    for _, parts in cut:
        for part in parts:
            if not part.is_heading:
                collect(part.tokens, knowledge, document.people)
    for span, parts in cut:
        taken: list[Sentence] = []
        for part in parts:
            taken.append(document.sentence(part, _last_day(taken)))
        yield Paragraph(span, taken, quotations(text, span))


def _tokens(text: str, parts: Sequence[Span], knowledge: Knowledge) -> list[_Part]:
    cut = [(part, _undotted(tokenise(text, part.start, part.end), knowledge)) for part in parts]
    return [
        _Part(part, tokens, _is_title_case(tokens, knowledge)) for part, tokens in cut if tokens
    ]


def _undotted(tokens: list[Token], knowledge: Knowledge) -> list[Token]:
    """Without the dot behind a title that stands before a name: it ends no clause ("Mr. X")."""
    return [
        token
        for at, token in enumerate(tokens)
        if not (
            token.text == "."
            and 0 < at < len(tokens) - 1
            and knowledge.serves(tokens[at - 1].text.lower(), "dotted_titles")
            and tokens[at + 1].text[0].isupper()
        )
    ]


def _last_day(sentences: Sequence[Sentence]) -> WrittenDate | None:
    """The last day named in the paragraph so far: "the next day" counts from it."""
    days = [found.written for one in sentences for found in one.dates if found.written.date.day]
    return days[-1] if days else None


def _is_title_case(tokens: Sequence[Token], knowledge: Knowledge) -> bool:
    """Whether every word but the small ones has a capital, so that capitals say little."""
    words = [token.text for token in tokens if token.text[0].isalpha()]
    told = [word for word in words if len(word) > 1 and not knowledge.is_closed(word)]
    if sum(token.text == "," for token in tokens) >= _FEWEST_COMMAS:
        return False  # a list of names
    return len(told) >= _FEWEST_WORDS and all(word[0].isupper() for word in told)
