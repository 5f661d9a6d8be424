"""`habeas import`: a list of a known source, shown in full before anything of it is entered."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.options import RegisterOption, epilog, register_folder, settings_of, wrong
from habeas.cli.terminal import progress_bar, say
from habeas.cli.words import counted

if TYPE_CHECKING:
    from habeas.workflows.importing import Import

IMPORT_EXAMPLES = epilog(
    'habeas import list.xlsx --source "Centre for Prisoners" --register my-register',
    'habeas import list.xlsx --source centre --map "Day=arrest_date" --map "Remark=" --yes',
)


def import_list(
    context: typer.Context,
    path: Annotated[Path, typer.Argument(help="The list: XLSX, ODS, CSV, TSV ...", metavar="LIST")],
    source: Annotated[
        str, typer.Option(help="Whose list it is; its columns are remembered.", metavar="NAME")
    ],
    register: RegisterOption = None,
    settle: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            help="Read a heading as a field; with no field, leave it out. Repeat for more.",
            metavar="HEADING=FIELD",
        ),
    ] = None,
    is_sure: Annotated[bool, typer.Option("--yes", help="Enter it without asking.")] = False,
    fits_anyway: Annotated[
        bool,
        typer.Option("--new-shape", help="Go on where remembered columns are gone from the list."),
    ] = False,
    is_json: Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")] = False,
) -> None:
    """Show what a list would enter, cell by cell, and what changed since the last; then enter it.

    Nothing is written before you say so, and then all of it at once. What its columns are read as
    is kept for the source. An earlier list of the same source is compared row by row.
    """
    from habeas import wiring
    from habeas.workflows.importing import enter, prepare

    own = dict(_settled(one) for one in settle or [])
    settings = settings_of(context)
    actor = wiring.actor(settings)
    with ExitStack() as stack:
        tools = stack.enter_context(wiring.reading_tools(settings))
        folder = register_folder(context, register)
        opened = stack.enter_context(wiring.register_or_empty(folder))
        with progress_bar("Importing") as bar:
            prepared = prepare(
                path,
                source=source,
                own=own,
                view=opened.view(),
                tools=tools,
                lists=wiring.list_reader,
                actor=actor,
                progress=bar.step,
            )
        _show(prepared, is_json=is_json)
        if not _may_enter(prepared, is_sure=is_sure, fits_anyway=fits_anyway):
            return
        # Only now: a look at a list leaves no register behind.
        kept = stack.enter_context(wiring.open_register(folder, create=True))
        new = enter(prepared, kept, actor=actor)
    say(f"Entered in {folder}: {counted(prepared.people, 'row')} with a name, "
        f"{counted(new, 'new claim')}. Signed: {actor.name}")  # fmt: skip


def _show(prepared: Import, *, is_json: bool) -> None:
    from habeas.cli.formats import json_text
    from habeas.cli.import_pages import import_plain, print_import

    if is_json:
        sys.stdout.write(json_text(import_plain(prepared)) + "\n")
    else:
        print_import(prepared)


def _settled(written: str) -> tuple[str, str]:
    heading, sign, field = written.rpartition("=")
    if not sign or not heading.strip():
        raise wrong("--map", f'{written!r} is not HEADING=FIELD. Write --map "Day=arrest_date".')
    return heading, field


def _may_enter(prepared: Import, *, is_sure: bool, fits_anyway: bool) -> bool:
    """Whether to go on; asks where somebody is there to answer."""
    if prepared.is_known:
        say("This very file is in the register already. Nothing was written.")
        return False
    if prepared.misfits and not fits_anyway:
        say(
            f"Columns remembered for {prepared.source!r} are not in this list: "
            f"{', '.join(prepared.misfits)}. Nothing was written. Name the new headings with "
            "--map, or give --new-shape to go on without them."
        )
        from habeas.cli.exits import ExitCode

        raise typer.Exit(ExitCode.NOT_GOOD)
    if is_sure:
        return True
    if sys.stdin.isatty() and typer.confirm("Enter it?", err=True):
        return True
    say("Nothing was written. Give --yes to enter it.")
    return False
