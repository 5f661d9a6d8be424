"""What `habeas transfers` prints, and who holds a place in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.cli.tables import SHORT, rows, table
from habeas.cli.terminal import console
from habeas.cli.words import counted
from habeas.ledger.subjects import PERSON
from habeas.reference.control import Held, Hold
from habeas.workflows.transfers import Line, Stop, Transfer

_LINES = {
    Line.OUT_OF_OCCUPIED: "out of occupied territory, to the occupier's",
    Line.INTO_OCCUPIED: "into occupied territory",
    Line.BORDER: "over a border",
    Line.NONE: "",
    Line.UNCLEAR: "not known",
}


def print_transfers(found: Sequence[Transfer]) -> None:
    """One row a move."""
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


def transfer_plain(one: Transfer) -> dict[str, Any]:
    """A move as one flat record."""
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
