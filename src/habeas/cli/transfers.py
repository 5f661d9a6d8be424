"""`habeas transfers`: where people were taken, and over which lines of control."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli.options import (
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    view_of,
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
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """List moves between places of detention, with who held each place on the day.

    Whether a place is occupied follows the dated table of the gazetteer, with its source. A date
    too coarse to tell leaves the line unknown.
    """
    from habeas.cli.records import print_records
    from habeas.cli.transfers_pages import print_transfers, transfer_plain
    from habeas.workflows.transfers import transfers as moves

    with view_of(context, register, as_of, known_at) as view:
        found = moves(view, only_across=is_across)
    if is_json or is_csv:
        print_records([transfer_plain(one) for one in found], is_csv=is_csv)
    else:
        print_transfers(found)
