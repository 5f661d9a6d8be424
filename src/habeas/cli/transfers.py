"""`habeas transfers`: where people were taken, and over which lines of control."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from habeas.cli.formats import json_text
from habeas.cli.options import (
    AsOfOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    learned_time,
    register_for_reading,
    true_time,
)
from habeas.cli.records import write_csv
from habeas.cli.tables import SHORT, rows, table
from habeas.cli.terminal import console
from habeas.cli.words import counted
from habeas.ledger.subjects import PERSON
from habeas.reference.control import Held, Hold
from habeas.workflows.transfers import Line, Stop, Transfer

TRANSFERS_EXAMPLES = epilog(
    "habeas transfers --register my-register",
    "habeas transfers --across --csv --register my-register",
)
_LINES = {
    Line.OUT_OF_OCCUPIED: "out of occupied territory, to the occupier's",
    Line.INTO_OCCUPIED: "into occupied territory",
    Line.BORDER: "over a border",
    Line.NONE: "",
    Line.UNCLEAR: "not known",
}


def transfers(
    context: typer.Context,
    register: RegisterOption = None,
    is_across: Annotated[
        bool, typer.Option("--across", help="Only over a line of control or a border.")
    ] = False,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
    is_csv: Annotated[bool, typer.Option("--csv", help="Print CSV for spreadsheets.")] = False,
) -> None:
    """List moves between places of detention, with who held each place on the day.

    Whether a place is occupied follows the dated table of the gazetteer, with its source. A date
    too coarse to tell leaves the line unknown.
    """
    from habeas.workflows.show import look
    from habeas.workflows.transfers import transfers as moves

    with register_for_reading(context, register) as opened:
        view = look(opened, as_of=true_time(as_of), known_at=learned_time(known_at))
        found = moves(view, only_across=is_across)
    records = [_plain(one) for one in found]
    if is_csv:
        write_csv(records, sys.stdout)
    elif is_json:
        sys.stdout.write(json_text(records) + "\n")
    else:
        _print(found)


def _print(found: list[Transfer]) -> None:
    out = console()
    drawn = table("person", "name", "day", "from", "to", "crossed")
    for number in (0, 2):
        drawn.columns[number].no_wrap = True
    lines = (
        (
            one.person.id.removeprefix(PERSON)[:SHORT],
            one.person.name,
            one.end.day or "",
            _stop(one.start),
            _stop(one.end),
            _LINES[one.line],
        )
        for one in found
    )
    if found:
        out.print(rows(drawn, lines))
    out.print(f"{counted(len(found), 'move')}.")


def _plain(one: Transfer) -> dict[str, Any]:
    return {
        "person": one.person.id.removeprefix(PERSON),
        "name": one.person.name,
        "episode": one.episode,
        "day": str(one.end.day or ""),
        "from": one.start.words,
        "from_id": one.start.id,
        "from_held": held_words(one.start.held),
        "to": one.end.words,
        "to_id": one.end.id,
        "to_held": held_words(one.end.held),
        "crossed": one.line.value,
        "source": "; ".join(
            dict.fromkeys(
                stop.held.control.source for stop in (one.start, one.end) if stop.held.control
            )
        ),
        "claims": list(dict.fromkeys((*one.start.claims, *one.end.claims))),
    }


def _stop(stop: Stop) -> str:
    held = held_words(stop.held)
    return f"{stop.words} ({held})" if held else stop.words


def held_words(held: Held) -> str:
    """Who holds a place: "UA, occupied by RU"."""
    match held.hold:
        case Hold.OCCUPIED:
            return f"{held.state}, occupied by {held.by}"
        case Hold.UNCLEAR:
            return f"{held.state}, control on that day unclear"
        case Hold.OWN:
            return held.state
        case Hold.UNKNOWN:
            return ""
