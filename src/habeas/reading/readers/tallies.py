"""Tables of figures: how many, who, where, as of when, and according to whom, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from habeas.model.claim import AnyClaim, FigureClaim, Reading
from habeas.model.codec import claim_id
from habeas.model.problem import Problem, Severity
from habeas.model.quantity import Quantity
from habeas.model.rendition import Rendition
from habeas.reading.lists.findings import Findings
from habeas.reading.lists.grid import lines_of
from habeas.reading.quoted_span import quote_of
from habeas.reading.relocate import relocated
from habeas.reading.tallies.breakdown import Part, Parts
from habeas.reading.tallies.figures import Whole, beside, is_part, part_of
from habeas.reading.tallies.headings import FigureTable, figure_tables
from habeas.reading.tallies.rows import TallyRow
from habeas.reference.figure_tables import Heading
from habeas.reference.files import edition
from habeas.reference.list_words import languages


class TallyReader:
    """Reads the tables of figures of a rendition; each row is a figure, with its parts."""

    name = "tallies"
    version = "1"
    languages = frozenset(languages())

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Figures row by row, a whole before its parts; then what is doubtful."""
        claims: dict[AnyClaim, None] = {}
        problems: list[Problem] = []
        signed = Reading(self.name, self.version, edition())
        for span in rendition.tables:
            for table in figure_tables(rendition.text, is_sheet=True, within=span):
                reading = _TableReading(rendition, table, signed)
                claims.update(dict.fromkeys(reading.claims()))
                problems += reading.problems()
        return list(claims), problems


class _TableReading:
    """One table; remembers how a source named its parts, for rows that only give their numbers."""

    def __init__(self, rendition: Rendition, table: FigureTable, reading: Reading) -> None:
        self._rendition = rendition
        self._table = table
        self._reading = reading
        self._findings = Findings(rendition, lines_of(rendition.text, (table.head, *table.rows)))
        self._named: dict[tuple[str, int], tuple[str, ...]] = {}
        self._supplied: dict[str, None] = {}

    def claims(self) -> Iterator[AnyClaim]:
        for row in self._table.rows:
            tally = TallyRow(row, self._table.columns, self._findings)
            if tally.quantity is None and not list(tally.columns_of_parts()):
                self._findings.passed("tell no number", row)
                continue
            if not tally.counts_what:
                what = tally.cell(Heading.WHAT) or row.cells[0]
                self._findings.doubt(row, what, "no word of it tells in what status people are")
            yield from self._row(tally)

    def problems(self) -> list[Problem]:
        """What is doubtful, and whose labels were supplied."""
        found = list(self._findings.problems())
        if self._supplied:
            found.append(
                self._findings.note(
                    code="labels-supplied",
                    what="parts without words were named as the row before of the same source "
                    f"names them: {', '.join(self._supplied)}",
                    remedy="Look whether the order is the same; reject the claims where it is not.",
                    severity=Severity.NOTE,
                    span=self._table.span,
                )
            )
        return found

    def _row(self, row: TallyRow) -> Iterator[AnyClaim]:
        for claim in self._figures(row):
            yield relocated(claim, self._rendition.offsets)

    def _figures(self, row: TallyRow) -> Iterator[FigureClaim]:
        """The figures of a row, their mentions still at their places in the text shown."""
        said = {
            **row.said(),
            "quote": quote_of(self._rendition, row.span),
            "reading": self._reading,
        }
        whole = FigureClaim(**row.slots(), **said) if row.quantity is not None else None
        if whole is not None:
            yield whole
        columns = [
            part_of(self._counted(whole), words, quantity, said)
            for words, quantity in row.columns_of_parts()
        ]
        yield from columns
        for parts in row.breakdown():
            yield from self._divided(row, self._whole_of(whole, parts, said), parts, said)
            # "70/45" beside one column of its own: the second number is of that column's people.
            if len(columns) == 1:
                second = [one for one in parts.parts if one.second is not None]
                labels = dict(zip(parts.parts, self._labels(row, parts.parts), strict=True))
                for one in second:
                    counted = Quantity.of(one.second or 0, words=str(one.second))
                    yield part_of(self._counted(columns[0]), labels[one], counted, said)

    def _whole_of(
        self, whole: FigureClaim | None, parts: Parts, said: dict[str, Any]
    ) -> FigureClaim | None:
        """What the parts of one division make up: the number of the row, or a part of it."""
        of = parts.of
        if of is None:
            return whole
        if whole is not None and is_part(of, whole):
            return part_of(self._counted(whole), of.label, of.quantity, said)
        return beside(whole, of.label, of.quantity, said)

    def _divided(
        self, row: TallyRow, whole: FigureClaim | None, parts: Parts, said: dict[str, Any]
    ) -> Iterator[FigureClaim]:
        labels = self._labels(row, parts.parts)
        for part, label in zip(parts.parts, labels, strict=True):
            if whole is not None and is_part(replace(part, label=label), whole):
                yield part_of(self._counted(whole), label, part.quantity, said)
            else:
                yield beside(whole, label, part.quantity, said)

    def _counted(self, whole: FigureClaim | None) -> Whole | None:
        """The whole with the id it has in the register."""
        if whole is None:
            return None
        return Whole(whole, claim_id(relocated(whole, self._rendition.offsets)))

    def _labels(self, row: TallyRow, parts: Sequence[Part]) -> list[str]:
        """The words of each part, or those of the last row of that source with as many parts."""
        source = row.cell(Heading.SOURCE)
        key = (source.text if source else "", len(parts))
        labels = [part.label for part in parts]
        if all(labels):
            self._named[key] = tuple(labels)
        elif not any(labels) and key in self._named:
            labels = list(self._named[key])
            cell = row.cell(Heading.BREAKDOWN)
            self._supplied[self._findings.name(row.row, cell or row.row.cells[0])] = None
        return labels
