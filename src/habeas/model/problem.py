"""What went wrong with the data, as a value: where, what, what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.quote import Span


class Severity(StrEnum):
    """How much of the input is affected."""

    NOTE = "note"  # read in full, with something a person should know
    WARNING = "warning"  # read, but part of it is doubtful or was left out
    ERROR = "error"  # could not be read; kept all the same


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One difficulty with one piece of input; collected, shown, never raised.

    `code` is a stable short name such as `empty-file`, for filters and tests.
    `document` is the SHA-256 of the captured bytes where there are any.
    """

    code: str
    where: str
    what: str
    remedy: str
    severity: Severity = Severity.WARNING
    document: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        """One line: where, what, what to do."""
        return f"{self.where}: {self.what}. {self.remedy}"
