"""Claims on standard output in the format asked for, document by document as they are read."""

from __future__ import annotations

import csv
import dataclasses
import json
import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol

from habeas.cli.safe import cell, escaped
from habeas.cli.words import charge_in_words, penalty_in_words, what, when, who_says
from habeas.model.charge import Charge, Sentence
from habeas.model.claim import AnyClaim
from habeas.model.codec import CLAIM_KINDS, KIND_OF, claim_id, to_plain
from habeas.model.document import Document
from habeas.model.mention import Mention
from habeas.model.notation import write_all


class Format(StrEnum):
    """How claims are written."""

    NOTATION = "notation"
    JSON = "json"
    CSV = "csv"
    TABLE = "table"


class Writer(Protocol):
    """Takes the claims of one document after the other."""

    def add(self, document: Document, claims: Sequence[AnyClaim]) -> None: ...

    def close(self) -> None:
        """Ends the output; what was written so far is then whole."""
        ...


def writer(form: Format) -> Writer:
    """The writer of a format."""
    if form is Format.TABLE:
        from habeas.cli.tables import TableWriter

        return TableWriter()
    if form is Format.CSV:
        return CsvWriter()
    return JsonWriter() if form is Format.JSON else NotationWriter()


class NotationWriter:
    """Claim notation; reads back to the same claims."""

    def __init__(self) -> None:
        self._is_first = True

    def add(self, document: Document, claims: Sequence[AnyClaim]) -> None:
        if not claims:
            return
        gap = "" if self._is_first else "\n"
        self._is_first = False
        text = write_all(claims, {document.sha256: document.original_name})
        sys.stdout.write(gap + escaped(text))
        sys.stdout.flush()

    def close(self) -> None: ...


class JsonWriter:
    """One array of claims with their ids; valid also when it is empty or cut short by Ctrl-C."""

    def __init__(self) -> None:
        self._is_empty = True

    def add(self, document: Document, claims: Sequence[AnyClaim]) -> None:
        for claim in claims:
            sys.stdout.write("[\n" if self._is_empty else ",\n")
            self._is_empty = False
            plain = {"id": claim_id(claim), "document_name": document.original_name}
            sys.stdout.write(json_text(plain | to_plain(claim)))
        sys.stdout.flush()

    def close(self) -> None:
        sys.stdout.write("[]\n" if self._is_empty else "\n]\n")


def json_text(value: object) -> str:
    """JSON on one line that every terminal and every encoding can carry."""
    is_unicode = (sys.stdout.encoding or "").lower().replace("-", "").startswith("utf")
    return escaped(json.dumps(value, ensure_ascii=not is_unicode))


class CsvWriter:
    """A row per claim and a column per slot of any kind; several values are parted by "; "."""

    def __init__(self) -> None:
        self._rows = csv.writer(sys.stdout, lineterminator="\r\n")  # RFC 4180
        self._rows.writerow(CSV_COLUMNS)

    def add(self, document: Document, claims: Sequence[AnyClaim]) -> None:
        for claim in claims:
            values = _common(document, claim) | {
                name: _words(getattr(claim, name)) for name in SLOTS if hasattr(claim, name)
            }
            self._rows.writerow([cell(values.get(name, "")) for name in CSV_COLUMNS])
        sys.stdout.flush()

    def close(self) -> None: ...


# Slots with columns of their own above the rest; the quote becomes four columns.
_NAMED = ("date", "speaker", "via", "quote", "reading")
SLOTS = tuple(
    dict.fromkeys(
        slot.name
        for kind in CLAIM_KINDS.values()
        for slot in dataclasses.fields(kind)
        if slot.name not in _NAMED
    )
)
CSV_COLUMNS = (
    *("id", "kind", "date", "what", "said_by"),
    *("document", "document_name", "start", "end", "quote", "reader"),
    *SLOTS,
)


def _common(document: Document, claim: AnyClaim) -> dict[str, str]:
    reading = claim.reading
    return {
        "id": claim_id(claim),
        "kind": KIND_OF[type(claim)],
        "date": when(claim.date),
        "what": what(claim),
        "said_by": who_says(claim),
        "document": claim.quote.document,
        "document_name": document.original_name,
        "start": str(claim.quote.span.start),
        "end": str(claim.quote.span.end),
        "quote": claim.quote.text,
        "reader": f"{reading.reader}/{reading.version}" if reading else "",
    }


def _words(value: object) -> str:
    """A slot's value as one cell."""
    match value:
        case None:
            return ""
        case tuple():
            return "; ".join(_words(item) for item in value)
        case Mention():
            return value.label
        case Charge():
            return charge_in_words(value)
        case Sentence():
            return penalty_in_words(value)
        case _:
            return str(value)
