"""`habeas log`: the entries of the ledger, one line each."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from typing import Annotated, Any

import typer

from habeas.cli.formats import json_text
from habeas.cli.options import RegisterOption, epilog, register_for_reading
from habeas.cli.safe import one_line
from habeas.cli.words import what
from habeas.model.codec import claim_from_plain, to_plain
from habeas.model.entry import Entry, EntryKind

LOG_EXAMPLES = epilog(
    "habeas log --register my-register",
    "habeas log --register my-register --last 20",
    "habeas log --register my-register --format json | head -1",
    "habeas log --register my-register --head > head-of-today.txt",
)


class LogFormat(StrEnum):
    """How entries are written."""

    LINES = "lines"
    JSON = "json"


def log(
    context: typer.Context,
    register: RegisterOption = None,
    after: Annotated[int, typer.Option(help="Only entries behind this number.", min=0)] = 0,
    last: Annotated[int | None, typer.Option(help="Only that many, from the end.", min=1)] = None,
    form: Annotated[LogFormat, typer.Option("--format", help="How entries are printed.")] = (
        LogFormat.LINES
    ),
    is_head: Annotated[
        bool,
        typer.Option(
            "--head", help="Only where the ledger ends, to note elsewhere for habeas check --head."
        ),
    ] = False,
) -> None:
    """List what was entered, by whom and when, oldest first.

    Each entry carries the hash of the one before it; habeas check verifies the chain.
    """
    from habeas.ledger.heads import written
    from habeas.workflows.log import log as entries

    with register_for_reading(context, register) as opened:
        if is_head:
            sys.stdout.write(f"{written(opened.head)}\n")
            return
        for entry in entries(opened, after=after, last=last):
            line = json_text(to_plain(entry)) if form is LogFormat.JSON else _line(entry)
            sys.stdout.write(f"{line}\n")


def _line(entry: Entry) -> str:
    """Number, time, who, kind, id, what: so that `grep` and `cut` find their way."""
    return one_line(
        f"{entry.position:>6} {entry.recorded_at:%Y-%m-%dT%H:%M:%SZ} {entry.hash[:8]} "
        f"{entry.actor} {entry.kind.value} {entry.id[:8]} {_recorded(entry)}"
    )


def _recorded(entry: Entry) -> str:
    """What the entry records, in a few words."""
    if entry.payload is None:
        return "(expunged)"
    plain: dict[str, Any] = json.loads(entry.payload)
    match entry.kind:
        case EntryKind.CLAIM:
            words = what(claim_from_plain(plain))
        case EntryKind.DOCUMENT:
            words = plain.get("original_name") or plain.get("url") or plain["media_type"]
        case EntryKind.PROBLEM:
            words = f"{plain['code']}: {plain['where']}"
        case EntryKind.PERMISSION:
            words = f"{'allow' if plain['is_allowed'] else 'revoke'} {plain['endpoint']}"
        case EntryKind.SENDING:
            words = _sent(plain)
        case _:
            words = plain.get("name") or plain.get("reason") or ""
    return str(words)


def _sent(plain: dict[str, Any]) -> str:
    """What left, and for where; "local" is the machine itself."""
    place = f"{plain['endpoint']} (local)" if plain.get("is_local") else plain["endpoint"]
    return f"{plain['characters']:,} characters of {plain['document'][:8]} to {place}"
