"""`habeas places`: which places, courts and agencies a register speaks of."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.options import (
    AsOfOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    register_for_reading,
)
from habeas.cli.terminal import console, say
from habeas.workflows.times import learned_time, true_time

if TYPE_CHECKING:
    from habeas.workflows.places import Named

PLACES_EXAMPLES = epilog(
    "habeas places --register my-register",
    "habeas places --register my-register --json",
)
_SHOWN = 4  # forms, claims and candidates that a row names


def places(
    context: typer.Context,
    register: RegisterOption = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """List places, courts and agencies with their mentions and claims, unresolved ones last.

    One place has one id in every language. What could be several stays unresolved, with candidates.
    Who holds a place is told as of the day, else as of today.
    """
    from habeas.workflows.places import places as places_of
    from habeas.workflows.show import look

    with register_for_reading(context, register) as opened:
        view = look(opened, as_of=true_time(as_of), known_at=learned_time(known_at))
        found = places_of(view, true_time(as_of))
    if is_json:
        _print_json(found)
        return
    _print(found)
    resolved = sum(bool(one.id) for one in found)
    left = len(found) - resolved
    say(f"Resolved: {resolved:,}. Not resolved: {left:,}.")


def _print_json(found: list[Named]) -> None:
    import dataclasses

    from habeas.cli.formats import json_text

    sys.stdout.write(json_text([dataclasses.asdict(one) for one in found]) + "\n")


def _print(found: list[Named]) -> None:
    from habeas.cli.tables import SHORT, rows, table
    from habeas.cli.transfers_pages import held_words

    drawn = table("id", "name", "held by", "mentioned as", "claims #", "first of them")
    lines = [
        (
            one.id or "not resolved",
            one.name or ("perhaps " + _some(one.candidates) if one.candidates else ""),
            held_words(one.held),
            _some([f"{text} ({count})" if count > 1 else text for text, count in one.mentions]),
            len(one.claims),
            _some([claim[:SHORT] for claim in one.claims]),
        )
        for one in found
    ]
    console().print(rows(drawn, lines))


def _some(words: list[str] | tuple[str, ...]) -> str:
    more = len(words) - _SHOWN
    return ", ".join(words[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
