"""`habeas transfers`: where people were taken, and over which lines of control."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from habeas.cli.options import (
    AsOfOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    learned_time,
    register_for_reading,
    true_time,
)

TRANSFERS_EXAMPLES = epilog(
    "habeas transfers --register my-register",
    "habeas transfers --across --csv --register my-register",
)


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
    from habeas.cli.formats import json_text
    from habeas.cli.records import write_csv
    from habeas.cli.transfers_pages import print_transfers, transfer_plain
    from habeas.workflows.show import look
    from habeas.workflows.transfers import transfers as moves

    with register_for_reading(context, register) as opened:
        view = look(opened, as_of=true_time(as_of), known_at=learned_time(known_at))
        found = moves(view, only_across=is_across)
    records = [transfer_plain(one) for one in found]
    if is_csv:
        write_csv(records, sys.stdout)
    elif is_json:
        sys.stdout.write(json_text(records) + "\n")
    else:
        print_transfers(found)
