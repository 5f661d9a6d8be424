"""A file to the people listed in it: captured, taken apart, read by the reader of lists alone."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from habeas.ledger.subjects import persons_in, subject_named
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.errors import NoListFound
from habeas.model.mention import Mention
from habeas.model.problem import Problem, Severity
from habeas.reading.cells import TABLE, cell_name
from habeas.reading.renderers.captured_text import captured_text
from habeas.resolution.lists.entry import Entry
from habeas.resolution.record import record_of
from habeas.workflows.list_file import NO_LIST, Progress, list_file
from habeas.workflows.read_one import DocumentRead, named
from habeas.workflows.read_whole import Tools

_MOST_TOLD = 500  # rows without a name that are told one by one
_ONLY_TABLE = "!table"  # how the one table of a text file is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The people of one file. `documents` has the file first, then what was taken out of it."""

    path: Path
    documents: tuple[Document, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def listing(path: Path, *, tools: Tools, actor: Actor, progress: Progress | None = None) -> Listing:
    """Reads one file; nothing is kept. Raises: NothingToCapture, NoListFound."""
    file = list_file(path, tools=tools, actor=actor, progress=progress)
    entries: list[Entry] = []
    problems: list[Problem] = []
    for read in file.said:
        name = named(read.document)
        problems.extend(replace(problem, where=name) for problem in read.problems)
        if read.is_taken_apart:
            continue
        text, _, _ = captured_text(read.document, file.content_of(read.document))
        lines = _Lines(text or "", read.document)
        found = list(_entries(read, lines))
        problems.extend(_left_out(found, lines))
        entries.extend(found)
    if not entries:
        raise NoListFound(
            path=str(path),
            why="; ".join([NO_LIST, *dict.fromkeys(one.what for one in problems)]),
            remedy="Give the column of names a heading such as Name, ПІБ or ФИО.",
        )
    return Listing(
        path=path,
        documents=tuple(read.document for read in file.said),
        entries=tuple(entries),
        problems=tuple(problems),
    )


def listings(
    paths: Sequence[Path], *, tools: Tools, actor: Actor, progress: Progress | None = None
) -> list[Listing]:
    """The lists of files, none of which may hold the same list as another.

    Raises: NothingToCapture, NoListFound.
    """
    found = [listing(path, tools=tools, actor=actor, progress=progress) for path in paths]
    seen: dict[str, Listing] = {}
    for one in found:
        for entry in one.entries:
            other = seen.setdefault(entry.id, one)
            if other is not one:
                raise NoListFound(
                    path=str(one.path),
                    why=f"it holds the same list as {other.path}, to the letter",
                    remedy="Name two different lists.",
                )
    return found


def _entries(read: DocumentRead, lines: _Lines) -> Iterator[Entry]:
    """One entry for each person of each row, in the order of the rows."""
    said: dict[str, list[AnyClaim]] = {}
    mentions: dict[str, Mention] = {}
    for claim in read.claims:
        for mention in persons_in(claim):
            key = subject_named(claim, mention)
            said.setdefault(key, []).append(claim)
            mentions.setdefault(key, mention)
    for key, mention in mentions.items():
        claims = said[key]
        start = mention.span.start if mention.span else claims[0].quote.span.start
        row, where = lines.place(start)
        yield Entry(
            record=record_of(key, [mention.label], [(claim, read.document) for claim in claims]),
            where=where,
            row=row,
            name=mention.text,
            line=lines.line(row) or " | ".join(_longest(claims).split("\t")),
        )


def _left_out(found: Sequence[Entry], lines: _Lines) -> Iterator[Problem]:
    """The rows below the first person that name nobody, each with its words."""
    if not found:
        return
    taken = {entry.row for entry in found}
    left = [row for row in range(min(taken), lines.count + 1) if row not in taken]
    told = [row for row in left if lines.line(row).strip(" |")]
    for row in told[:_MOST_TOLD]:
        yield lines.problem(row, f"nobody is named in this row: {lines.line(row)}")
    if told[_MOST_TOLD:]:
        row = told[_MOST_TOLD]
        yield lines.problem(row, f"{len(told) - _MOST_TOLD:,} more rows name nobody, from here on")


class _Lines:
    """The lines of a captured text, and which one a character stands in."""

    def __init__(self, text: str, document: Document) -> None:
        self._text = text
        self._is_table = document.media_type == TABLE
        self._name = named(document).removesuffix(_ONLY_TABLE)
        self._sha256 = document.sha256
        self._starts = [0, *(at + 1 for at, letter in enumerate(text) if letter == "\n")]

    @property
    def count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def problem(self, row: int, what: str) -> Problem:
        """A note on one row."""
        return Problem(
            code="row-names-nobody",
            where=f"{self._name} row {row}",
            what=what,
            remedy="It stands in no list of this comparison. Look whether it should.",
            severity=Severity.NOTE,
            document=self._sha256,
        )

    def place(self, offset: int) -> tuple[int, str]:
        """The row, counted from 1, and the cell as a person would look it up."""
        row = bisect_right(self._starts, offset)
        if not self._is_table:
            return row, f"{self._name} line {row}"
        column = self._text.count("\t", self._starts[row - 1], offset) + 1
        return row, f"{self._name} {cell_name(row=row, column=column)}"

    def line(self, row: int) -> str:
        """The cells of a row; empty where the text is no table."""
        if not self._is_table:
            return ""
        start = self._starts[row - 1]
        end = self._text.find("\n", start)
        return self._text[start : end if end >= 0 else None].replace("\t", " | ")


def _longest(claims: Sequence[AnyClaim]) -> str:
    return max((claim.quote.text for claim in claims), key=len)
