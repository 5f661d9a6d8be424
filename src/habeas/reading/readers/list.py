"""Lists of people: tables whose headings say what stands in their columns, row by row."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.claim import AnyClaim, Reading
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.reading.lists.division import READER
from habeas.reading.lists.headings import Headed
from habeas.reading.lists.table import MOST_ROWS, tables_in
from habeas.reading.lists.table_reading import TableReading
from habeas.reference.files import edition
from habeas.reference.list_words import column_headed, languages


class ListReader:
    """Reads the tables of a rendition, in every language that has words for headings.

    What a cell says is a claim whose quote is the cell; what happened is one whose quote is the row
    from its first cell to its last that tell it.
    """

    name = READER
    version = "1"
    languages = frozenset(languages())

    def __init__(
        self, *, most_rows: int = MOST_ROWS, headed: Headed = column_headed, mark: str = ""
    ) -> None:
        """`headed` tells what stands under a heading, `mark` by what it does so in its edition."""
        self._most_rows = most_rows
        self._headed = headed
        self._mark = mark

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims row by row; then what is doubtful, table by table."""
        claims: dict[AnyClaim, None] = {}
        problems: list[Problem] = []
        for span in rendition.tables:
            for table in tables_in(rendition.text, is_sheet=True, within=span, headed=self._headed):
                reading = TableReading(rendition, table.cut(self._most_rows), self._signed())
                claims.update(dict.fromkeys(reading.claims()))
                problems += reading.problems(cut=len(table.rows) - self._most_rows)
        return list(claims), problems

    def _signed(self) -> Reading:
        return Reading(self.name, self.version, edition() + self._mark)
