"""What a document is taken apart into: the text of a PDF, the members of an archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from habeas.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One piece, itself a document from here on, derived from the whole it came in.

    `content` is kept as it came out (text as UTF-8), under its own hash, so that quotes stand in
    something stored and not in what a later version of a library would extract. `name` is the
    member's name, or what it is ("text"). The remaining slots are what the whole says of the piece;
    `captured_at` (UTC) is when a web archive fetched it, which is not when it was published.
    """

    name: str
    content: bytes
    media_type: str = ""
    encoding: str = ""
    url: str = ""
    title: str = ""
    publisher: str = ""
    published: PartialDate | None = None
    language: str = ""
    captured_at: datetime | None = None
