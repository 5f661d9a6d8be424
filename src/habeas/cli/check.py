"""`habeas check`: is the register what it was?"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.exits import ExitCode
from habeas.cli.options import (
    RegisterOption,
    epilog,
    register_for_reading,
    register_for_rebuilding,
)
from habeas.cli.safe import one_line
from habeas.cli.terminal import progress_bar, say
from habeas.cli.words import counted

if TYPE_CHECKING:
    from habeas.workflows.check import CheckReport

CHECK_EXAMPLES = epilog(
    "habeas check --register my-register",
    "habeas check --register my-register --refold",
    "habeas check --register my-register --head 23:fdf2d1985e7e...",
    "habeas check --register my-register --rebuild",
)


def check(
    context: typer.Context,
    register: RegisterOption = None,
    refold: Annotated[
        bool, typer.Option("--refold", help="Compute everything derived again and compare.")
    ] = False,
    rebuild: Annotated[
        bool,
        typer.Option(
            "--rebuild",
            help="Compute everything derived again and store it; entries stay as they are.",
        ),
    ] = False,
    head: Annotated[
        str,
        typer.Option(
            help="A head noted earlier with habeas log --head: the register must go on from it.",
            metavar="POSITION:HASH",
        ),
    ] = "",
) -> None:
    """Verify the chain of entries, the captured bytes, and every quote at its place.

    Ends with code 1 when something is wrong, and says exactly what. It only reads, except with
    --rebuild, which stores what is computed from the entries, and only where they are sound.
    """
    from habeas.ledger.heads import read_back
    from habeas.workflows.check import check as check_register
    from habeas.workflows.check import rebuild as rebuild_register

    noted = read_back(head) if head else None
    opened_for = register_for_rebuilding if rebuild else register_for_reading
    with opened_for(context, register) as opened, progress_bar("Checking") as bar:
        if rebuild:
            report = rebuild_register(opened, noted=noted, progress=bar.step)
        else:
            report = check_register(opened, refold=refold, noted=noted, progress=bar.step)
    _print(report)
    if rebuild:
        done = (
            "Rebuilt"
            if report.was_rebuilt
            else "Nothing was rebuilt: what it is built from comes first"
        )
        say(f"{done}.")
    if not report.is_whole:
        raise typer.Exit(ExitCode.NOT_GOOD)


def _print(report: CheckReport) -> None:
    from habeas.ledger.heads import written

    for problem in report.problems:
        sys.stdout.write(f"{problem.severity.value} {problem.code}: {one_line(str(problem))}\n")
    head = f"{report.head.position:,} entries, head {written(report.head)}"
    if report.is_whole:
        sys.stdout.write(f"Nothing wrong: {head}\n")
        return
    sys.stdout.write(f"{counted(len(report.problems), 'problem')}: {head}\n")
