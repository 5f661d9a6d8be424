"""Lists of people in lines: in posts, mails, dockets and PDF text, without a table's headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim, FigureClaim, Reading
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.model.vocabulary import EventKind
from habeas.reading.lists.block import Block
from habeas.reading.lists.blocks import Blocks
from habeas.reading.lists.division import LINES
from habeas.reading.lists.flattened import tables_in_lines
from habeas.reading.lists.inline import inline_lists
from habeas.reading.lists.leads import today
from habeas.reading.lists.lines import told_in
from habeas.reading.lists.records import records_in
from habeas.reading.lists.table import Table
from habeas.reading.lists.table_reading import TableReading
from habeas.reading.lists.text_lines import Line, lines_of
from habeas.reading.lists.told import Told, told_by, told_of
from habeas.reading.quoted_span import quote_of
from habeas.reading.relocate import relocated
from habeas.reference.files import edition
from habeas.reference.list_words import languages

# A line that ends in a colon, or two marked lines: without them a text holds no list.
_MAY_LIST = re.compile(
    r":(?:[^\w\n]*(?:\n|\Z)|[ ])"
    r"|(?:\A|\n)[ \t]*(?:\(?\d{1,4}[.)]|\d?\d[:.]\d\d\s|[^\w\s«“„\"'(\[#]{1,3})[ \t]*[^\W\d_]|№"
    r"|\S[ ]{3,}\S|(?:(?:\A|\n)[^\n.:;]{2,40}(?=\n)){6}"
)
_NAMES = frozenset(
    {Attribute.NAME, Attribute.FAMILY_NAME, Attribute.GIVEN_NAME, Attribute.FATHER_NAME}
)


class LinesReader:
    """Reads lines that no heading of a table explains; what they are, their words tell.

    Quotes are whole lines. Lists with headings are for the list reader.
    """

    name = LINES
    version = "2"
    languages = frozenset(languages())

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims in the order they stand, each once; lines that are not understood are told of."""
        problems: list[Problem] = []
        return list(dict.fromkeys(self._claims(rendition, problems))), problems

    def _claims(self, rendition: Rendition, problems: list[Problem]) -> Iterator[AnyClaim]:
        reading = Reading(self.name, self.version, edition())
        text, told = rendition.text, list(_in_bars(rendition))
        if _MAY_LIST.search(text):
            lines = list(lines_of(text, rendition.paragraphs))
            for table, taken in [*tables_in_lines(lines), *records_in(lines)]:
                yield from _of_records(rendition, table, reading, problems)
                gone = set(taken)
                lines = [line for line in lines if line not in gone]
            told += _told(rendition, lines, problems)
        for one in told:
            yield relocated(_claim(rendition, one, reading), rendition.offsets)


def _of_records(
    rendition: Rendition, table: Table, reading: Reading, problems: list[Problem]
) -> Iterator[AnyClaim]:
    """What records tell; in lines a name is who is spoken of, and no claim of its own."""
    records = TableReading(rendition, table, reading)
    for claim in records.claims():
        match claim:
            case AttributeClaim() if claim.attribute in _NAMES:
                continue
            case EventClaim() if claim.event is EventKind.HELD and claim.date is None:
                yield replace(claim, date=today(rendition.published))
            case _:
                yield claim
    # In a row alone nothing tells in which order names stand: they are kept as written.
    problems += [one for one in records.problems(cut=0) if one.code != "name-order"]


def _in_bars(rendition: Rendition) -> Iterator[Told]:
    text = rendition.text
    for span in rendition.paragraphs:
        if "|" in text[span.start : span.end]:
            yield from told_in(text, span, rendition.published)


def _told(rendition: Rendition, lines: Sequence[Line], problems: list[Problem]) -> Iterator[Told]:
    text = rendition.text
    blocks = Blocks(text, lines, rendition.published)
    is_listing = False
    for block in blocks:
        is_listing = True
        yield from told_by(block)
        problems.extend(_problems(rendition, block))
    problems += [_not_understood(rendition, one) for one in blocks.strange if is_listing]
    for line in lines:
        if ": " in line.text:
            for item in inline_lists(text, line, rendition.published):
                yield from told_of(item)


def _claim(rendition: Rendition, told: Told, reading: Reading) -> AnyClaim:
    quote = quote_of(rendition, told.line)
    if told.is_event:
        return EventClaim(persons=told.persons, quote=quote, reading=reading, **told.slots)
    if not told.persons:
        return FigureClaim(quote=quote, reading=reading, **told.slots)
    return AttributeClaim(subject=told.persons[0], quote=quote, reading=reading, **told.slots)


def _problems(rendition: Rendition, block: Block) -> Iterator[Problem]:
    if block.unread:
        first = block.unread[0]
        yield _problem(
            rendition,
            code="list-lines-not-read",
            what=f"{len(block.unread)} lines of a list name nobody that is understood (first: "
            f"{first.text[:60]!r})",
            remedy="Look at them; enter by hand whoever they mean.",
            span=first.span,
        )
    for total in block.totals:
        if total.number != total.counted:
            yield _problem(
                rendition,
                code="list-total",
                what=f"{total.counted} people were read in the list that sums up to {total.number}",
                remedy="The list may be a part of a longer one; compare it with its source.",
                span=total.span,
            )


def _not_understood(rendition: Rendition, line: Line) -> Problem:
    return _problem(
        rendition,
        code="list-lead-in-not-read",
        what=f"what befell the people listed below {line.text[:60]!r} is not understood",
        remedy="Their names stand in the text; enter by hand what is told of them.",
        span=line.span,
    )


def _problem(rendition: Rendition, *, code: str, what: str, remedy: str, span: Span) -> Problem:
    return Problem(
        code=code,
        where=rendition.title or f"document {rendition.document[:12]}",
        what=what,
        remedy=remedy,
        severity=Severity.NOTE,
        document=rendition.document,
        span=rendition.offsets.to_captured(span),
    )
