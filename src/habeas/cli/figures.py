"""`habeas figures`: what each number counts, why two differ, what cannot be right, who is named."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli.help import PlainGroupHelp, PlainHelp
from habeas.cli.options import (
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    register_for_reading,
    view_of,
)
from habeas.cli.records import print_records

figures = typer.Typer(
    cls=PlainGroupHelp,
    help="Explain numbers: what each counts, why two differ, what cannot be right.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
FigureArgument = Annotated[
    str, typer.Argument(help="Id of the figure, or its beginning.", metavar="FIGURE")
]


@figures.command(
    "list",
    cls=PlainHelp,
    epilog=epilog(
        "habeas figures list --register my-register",
        'habeas figures list --by "Ombudsman" --csv --register my-register',
    ),
)
def list_all(
    context: typer.Context,
    register: RegisterOption = None,
    by: Annotated[
        str, typer.Option("--by", help="Only those of this asserter.", metavar="NAME")
    ] = "",
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """List figures with what they count: who, where, in what status, as of when, by whom."""
    from habeas.cli.figures_pages import figure_plain, print_figures
    from habeas.text.normalise import key
    from habeas.workflows.figures import figures as all_figures

    with view_of(context, register, as_of, known_at) as view:
        found = [one for one in all_figures(view) if key(by) in one.asserter]
    if is_json or is_csv:
        print_records([figure_plain(one) for one in found], is_csv=is_csv)
    else:
        print_figures(found)


@figures.command(
    cls=PlainHelp, epilog=epilog("habeas figures compare 1a2b3c4d 5e6f7a8b --register my-register")
)
def compare(
    context: typer.Context,
    one: FigureArgument,
    other: FigureArgument,
    register: RegisterOption = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
) -> None:
    """Say why two figures differ: by what they count, by rounding, by date, or not to be explained.

    Where the gap is exactly a third figure, that figure is named.
    """
    from habeas.cli.figures_pages import comparison_plain, print_comparison
    from habeas.workflows.figures import compared

    with view_of(context, register, as_of, known_at) as view:
        found = compared(view, one, other)
    if is_json:
        print_records(comparison_plain(found))
    else:
        print_comparison(found)


@figures.command(
    cls=PlainHelp,
    epilog=epilog(
        "habeas figures check --register my-register",
        "habeas figures check --json --register my-register",
    ),
)
def check(
    context: typer.Context,
    register: RegisterOption = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """Find what cannot be right: sums, totals that fall, stock and flow, one number two meanings.

    What need not be wrong and is worth knowing stands behind the faults.
    """
    from habeas.cli.figures_pages import discrepancy_plain, print_discrepancies
    from habeas.workflows.figures import checked

    with view_of(context, register, as_of, known_at) as view:
        found = checked(view)
    if is_json or is_csv:
        print_records([discrepancy_plain(one) for one in found], is_csv=is_csv)
    else:
        print_discrepancies(found)


@figures.command(
    cls=PlainHelp, epilog=epilog("habeas figures named 1a2b3c4d --register my-register")
)
def named(
    context: typer.Context,
    figure: FigureArgument,
    register: RegisterOption = None,
    is_json: JsonOption = False,
) -> None:
    """Set named people against a claimed number: who of them can be named, who is on whose list.

    People are looked at as of the figure's day.
    """
    from habeas.cli.figures_pages import named_plain, print_named
    from habeas.workflows.figures_named import named_against

    with register_for_reading(context, register) as opened:
        found = named_against(opened, figure)
    if is_json:
        print_records(named_plain(found))
    else:
        print_named(found)
