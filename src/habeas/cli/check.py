"""`habeas check`: is the register what it was?"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from habeas.cli.exits import ExitCode
from habeas.cli.options import RegisterOption, epilog, register_for_reading
from habeas.cli.safe import one_line
from habeas.cli.terminal import progress_bar

CHECK_EXAMPLES = epilog(
    "habeas check --register my-register",
    "habeas check --register my-register --refold",
)


def check(
    context: typer.Context,
    register: RegisterOption = None,
    refold: Annotated[
        bool, typer.Option("--refold", help="Compute everything derived again and compare.")
    ] = False,
) -> None:
    """Verify the chain of entries, the captured bytes, and every quote at its place.

    Ends with code 1 when something is wrong, and says exactly what. It only reads.
    """
    from habeas.workflows.check import check as check_register

    with (
        register_for_reading(context, register) as opened,
        progress_bar("Checking") as bar,
    ):
        report = check_register(opened, refold=refold, progress=bar.step)
    for problem in report.problems:
        sys.stdout.write(f"{problem.severity.value} {problem.code}: {one_line(str(problem))}\n")
    head = f"{report.head.position:,} entries, head {report.head.hash}"
    if report.is_whole:
        sys.stdout.write(f"Nothing wrong: {head}\n")
        return
    count = len(report.problems)
    sys.stdout.write(f"{count:,} problem{'' if count == 1 else 's'}: {head}\n")
    raise typer.Exit(ExitCode.NOT_GOOD)
