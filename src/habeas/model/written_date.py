"""A date as a text wrote it, and how it was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span


class Anchor(StrEnum):
    """What a written date was counted from."""

    NONE = "none"  # the words are complete in themselves
    DOCUMENT = "document"  # the document's own date
    TEXT = "text"  # an earlier date in the same text


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date with its words, their place, and what had to be supplied.

    `words` is empty where the text names no date and the tense alone speaks: "are being held"
    holds on the document's date (`anchor` = document, no span). `is_year_inferred` marks
    "February 15" completed with the anchor's year.
    """

    date: PartialDate
    words: str = ""
    span: Span | None = None
    anchor: Anchor = Anchor.NONE
    is_year_inferred: bool = False

    def __str__(self) -> str:
        return self.date.text
