"""`habeas copy`: a register to another place, a folder or a PostgreSQL server, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import epilog
from habeas.cli.terminal import progress_bar, say

COPY_EXAMPLES = epilog(
    "habeas copy my-register copy-of-it",
    "habeas copy my-register 'postgresql://desk@db.test/habeas?schema=crimea'",
    "habeas copy 'postgresql://desk@db.test/habeas?schema=crimea' my-register",
)


def copy(
    source: Annotated[Path, typer.Argument(help="The register to copy.", metavar="FROM")],
    target: Annotated[
        Path, typer.Argument(help="Where to: a folder, or postgresql://...", metavar="TO")
    ],
) -> None:
    """Copy a register with its chain, folder to server or back, and check the copy.

    The copy ends in the same head. An earlier copy is gone on from; anything else there is refused.
    """
    from habeas import wiring
    from habeas.ledger.heads import written
    from habeas.workflows.copy import copy as copy_all

    with (
        wiring.open_register(source, is_read_only=True) as ours,
        wiring.open_register(target, create=True) as theirs,
        progress_bar("Copying") as bar,
    ):
        done = copy_all(ours, theirs, progress=bar.step)
    for problem in done.problems:
        say(f"{problem.severity.value}: {problem}")
    if done.problems:
        from habeas.cli.exits import ExitCode

        say("The copy is not sound. Do not use it.")
        raise typer.Exit(ExitCode.NOT_GOOD)
    say(f"Copied, and checked: both end in {written(done.head)}")
