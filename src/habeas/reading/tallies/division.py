"""What of a rendition is a table of figures, set apart from prose before any reader sees it."""

from __future__ import annotations

from habeas.model.rendition import Rendition
from habeas.reading.cells import TABLE
from habeas.reading.lists.division import set_apart
from habeas.reading.tallies.headings import asides, figure_tables


def tallied(rendition: Rendition, media_type: str) -> Rendition:
    """The rendition with its tables of figures in `tables`; what is a list of people stays one."""
    is_sheet = media_type == TABLE
    if is_sheet and rendition.tables:
        return rendition
    found = list(figure_tables(rendition.text, is_sheet=is_sheet))
    if not found:
        return rendition
    prose = [span for table in found for span in asides(table)]
    return set_apart(rendition, [table.span for table in found], prose)
