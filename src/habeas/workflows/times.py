"""The two clocks as somebody writes them: a day of the world, and by when it had been entered."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from habeas.model.errors import ValueMalformed


def true_time(text: str) -> date | None:
    """The day as of which is asked; None where nothing is written. Raises: ValueMalformed."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueMalformed(value=text, expected="a day", example="2023-06-01") from None


def learned_time(text: str) -> datetime | None:
    """The moment by which it was known, in UTC where no zone is given; a day means to its end.

    Raises: ValueMalformed.
    """
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise ValueMalformed(
            value=text, expected="a day or a moment", example="2023-06-01 or 2023-06-01T18:30"
        ) from None
    if text in (moment.date().isoformat(), f"{moment:%Y%m%d}"):
        moment = datetime.combine(moment, time.max)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
