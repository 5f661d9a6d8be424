"""Values of a workbook's cells as plain text, no finer than they are shown there.

A spreadsheet program makes a whole date of all that looks like one: of "March 2014" the first day
of it, of "14 March" that day of the year it was typed in. How the cell shows it tells which.
"""

from __future__ import annotations

import re
from datetime import datetime, time

_EXACT = 1e15  # whole numbers up to this are exact in a float
# What stands in a format and is no letter of a date. Source: ECMA-376-1, 18.8.31.
_NO_PARTS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def shown(value: object, form: str = "") -> str:
    """A value as plain text: dates as ISO 8601, whole numbers without a point.

    >>> shown(9.0), shown(datetime(2031, 5, 4)), shown(None)
    ('9', '2031-05-04', '')
    >>> shown(datetime(2031, 5, 1), "mmm-yy"), shown(datetime(2031, 5, 4), "d-mmm")
    ('2031-05', '4-May')
    """
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer() and abs(value) < _EXACT:
        return str(int(value))
    if isinstance(value, datetime):
        return _date(value, form)
    return str(value)


def is_date(value: object) -> bool:
    """Whether how a cell shows its value matters to what is read of it."""
    return isinstance(value, datetime)


def _date(value: datetime, form: str) -> str:
    if value.time() != time():
        return value.isoformat(" ")
    parts = set("ymdhs").intersection(_NO_PARTS.sub("", form.partition(";")[0]).lower())
    if parts == {"y"} and (value.month, value.day) == (1, 1):
        return f"{value.year:04}"
    if parts == {"y", "m"} and value.day == 1:
        return f"{value.year:04}-{value.month:02}"
    if parts == {"m", "d"}:
        return f"{value.day}-{_MONTHS[value.month - 1]}"
    return str(value.date())
