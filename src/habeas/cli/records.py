"""Plain records for programs: as JSON, or as CSV with nothing in it that a spreadsheet runs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from typing import Any, TextIO

from habeas.cli.formats import json_text

# A cell that begins so is a formula to a spreadsheet.
# https://owasp.org/www-community/attacks/CSV_Injection
_RUNS = ("=", "+", "-", "@", "\t", "\r")


def print_records(
    plain: dict[str, Any] | Sequence[dict[str, Any]], *, is_csv: bool = False
) -> None:
    """Prints records as JSON, or flat ones of one shape as CSV: one row each."""
    if is_csv and not isinstance(plain, dict):
        write_csv(plain, sys.stdout)
    else:
        sys.stdout.write(json_text(plain) + "\n")


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
