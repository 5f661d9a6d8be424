"""`habeas calibrate`: what a reader's probabilities rest on, fitted on claims a person took."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from habeas.cli.options import epilog, settings_of, wrong
from habeas.cli.terminal import progress_bar, say

CALIBRATE_EXAMPLES = epilog(
    "habeas calibrate my-gold --reader frames-en --to my-calibration/frames-en.yml",
    "habeas calibrate tests/gold/uk/tuned --reader frames-uk --to frames-uk.yml",
)


def calibrate(
    context: typer.Context,
    places: Annotated[
        list[Path],
        typer.Argument(
            help="Documents with their claims beside them (report.txt, report.claims), or folders.",
            metavar="PATH",
            exists=True,
        ),
    ],
    reader: Annotated[str, typer.Option(help="The reader to calibrate.", metavar="NAME")],
    to: Annotated[Path, typer.Option(help="File to write.", metavar="FILE", dir_okay=False)],
) -> None:
    """Fit what the probabilities of a reader rest on, and tell how well they hold.

    The folder of the file is then named in the setting `calibration`. How well they hold is
    measured on documents left out of the fit, ten parts in turn.
    """
    from dataclasses import replace

    from habeas import wiring
    from habeas.workflows.calibrate import calibrate as calibrate_reader

    settings = replace(settings_of(context), readers=(reader,))
    with wiring.renderers() as renderers, progress_bar("Reading") as bar:
        done = calibrate_reader(
            places,
            reader=wiring.readers(settings)[0],
            renderers=renderers,
            actor=wiring.actor(settings),
            progress=bar.step,
        )
    if done is None:
        raise wrong("PATH", f"{reader} found no claim in documents with claims beside them.")
    for problem in done.problems:
        say(f"{problem.severity.value}: {problem}")
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(done.calibration.written(), encoding="utf-8", newline="\n")
    fitted = done.calibration
    sys.stdout.write(
        f"{to}: fitted on {fitted.claims} claims of {fitted.documents} documents, "
        f"{fitted.right} of them right.\n"
        f"On documents left out: calibration error {done.unseen.error:.3f}, "
        f"Brier score {done.unseen.brier:.3f}.\n"
    )
