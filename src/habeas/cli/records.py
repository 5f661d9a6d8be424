"""Plain records as CSV: one row each, lists joined by semicolons, nothing a spreadsheet runs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import Any, TextIO

# A cell that begins so is a formula to a spreadsheet.
# https://owasp.org/www-community/attacks/CSV_Injection
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(records: Sequence[dict[str, Any]], to: TextIO) -> None:
    """Writes records of one shape, with a line of headings; of no records, nothing."""
    if not records:
        return
    writer = csv.writer(to, lineterminator="\n")
    writer.writerow(records[0])
    writer.writerows([_cell(value) for value in record.values()] for record in records)


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    text = "; ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    return f"'{text}" if text.startswith(_RUNS) else text
