"""What stands in the columns of one source's lists, as somebody has settled it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMapping:
    """Headings as they are written, each with the field it is read as; "" where it is left out.

    `source` is the id of the source, `document` (SHA-256, hex) the list it was settled with. The
    fields are those of `habeas.reference.list_words.Column`.
    """

    source: str
    document: str
    columns: tuple[tuple[str, str], ...] = ()
