"""Captured bytes and all that is needed to trust them.

Source: Berkeley Protocol on Digital Open Source Investigations (OHCHR and UC Berkeley, 2020),
preservation: authenticity, availability, identity, persistence, renderability, understandability.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from habeas.model.partial_date import PartialDate


class DateBasis(StrEnum):
    """How the published date is known."""

    CONTAINER = "container"  # from the wrapper (dump header, mail header), not the article
    METADATA = "metadata"  # from the page's own metadata
    TEXT = "text"  # written in the article
    GIVEN = "given"  # typed in at capture
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Custody:
    """One step in the chain of custody: who held the item, when, and what was done to it."""

    at: datetime
    by: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One captured item. `sha256` (hex, of the bytes as they came) is its identity.

    `encoding` names how the bytes become the captured text that offsets count in (reading/decode);
    empty where there is no text. `derived_from` is the SHA-256 of the container it was taken from.
    Times are UTC.
    """

    sha256: str
    size: int
    media_type: str
    captured_at: datetime
    captured_by: str
    tool: str
    original_name: str = ""
    url: str = ""
    archive_url: str = ""
    publisher: str = ""
    title: str = ""
    published: PartialDate | None = None
    published_basis: DateBasis = DateBasis.UNKNOWN
    language: str = ""
    encoding: str = ""
    source: str = ""
    derived_from: str = ""
    access_level: str = ""
    custody: tuple[Custody, ...] = ()
