"""The command `habeas`: its verbs, and what happens when one of them fails."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from habeas import __version__
from habeas.cli.calibrate import CALIBRATE_EXAMPLES, calibrate
from habeas.cli.check import CHECK_EXAMPLES, check
from habeas.cli.copy import COPY_EXAMPLES, copy
from habeas.cli.egress import egress
from habeas.cli.evaluate import EVALUATE_EXAMPLES, evaluate
from habeas.cli.exits import MEANINGS, ExitCode, exit_code
from habeas.cli.export import EXPORT_EXAMPLES, export
from habeas.cli.figures import figures
from habeas.cli.help import PlainGroupHelp, PlainHelp
from habeas.cli.import_list import IMPORT_EXAMPLES, import_list
from habeas.cli.log import LOG_EXAMPLES, log
from habeas.cli.match import MATCH_EXAMPLES, match
from habeas.cli.options import epilog
from habeas.cli.people import (
    DIFF_EXAMPLES,
    EPISODES_EXAMPLES,
    PERSON_EXAMPLES,
    PERSONS_EXAMPLES,
    diff,
    episodes,
    person,
    persons,
)
from habeas.cli.places import PLACES_EXAMPLES, places
from habeas.cli.read import READ_EXAMPLES, read
from habeas.cli.resolve import (
    DECISIONS_EXAMPLES,
    RESOLVE_EXAMPLES,
    UNDO_EXAMPLES,
    decisions,
    resolve,
    undo,
)
from habeas.cli.review import REVIEW_EXAMPLES, review
from habeas.cli.serve import SERVE_EXAMPLES, serve
from habeas.cli.show import show
from habeas.cli.terminal import prepare_streams, say, silence
from habeas.cli.transfers import TRANSFERS_EXAMPLES, transfers
from habeas.model.errors import HabeasError

EXIT_CODES = "\n".join(f"{code.value:>5}  {meaning}" for code, meaning in MEANINGS.items())
EXAMPLES = epilog(
    "habeas read report.html",
    "habeas read reports/ --register my-register",
    "habeas show summary --register my-register",
)


class Guarded(PlainGroupHelp):
    """Turns every failure of a verb into a message and an exit code; no user sees a traceback."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401  # as the class above has it
        try:
            answer = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read our output has seen enough; that is no failure.
            silence(sys.stdout.fileno())
            raise typer.Exit(ExitCode.OK) from None
        except HabeasError as failure:
            say(str(failure))
            raise typer.Exit(exit_code(failure)) from None
        except KeyboardInterrupt as stopped:
            say(str(stopped) or "Stopped.")
            raise typer.Exit(ExitCode.INTERRUPTED) from None
        except OSError as failure:
            if failure.errno != errno.ENOSPC:
                raise
            silence(sys.stdout.fileno())  # or the rest of the answer fails again at the very end
            say(f"No room left to write the answer: {failure.strerror}. Free some, then repeat.")
            raise typer.Exit(ExitCode.NOT_GOOD) from None
        return answer


app = typer.Typer(
    cls=Guarded,
    name="habeas",
    help="Reads reports of detention into a register that can say who said what, when, and why.",
    epilog=f"{EXAMPLES}\n\n[bold]Exit codes[/bold]\n{EXIT_CODES}",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(cls=PlainHelp, epilog=READ_EXAMPLES)(read)
app.command("import", cls=PlainHelp, epilog=IMPORT_EXAMPLES)(import_list)
app.add_typer(show, name="show")
app.command(cls=PlainHelp, epilog=REVIEW_EXAMPLES)(review)
app.command(cls=PlainHelp, epilog=RESOLVE_EXAMPLES)(resolve)
app.command(cls=PlainHelp, epilog=MATCH_EXAMPLES)(match)
app.command(cls=PlainHelp, epilog=PERSONS_EXAMPLES)(persons)
app.command(cls=PlainHelp, epilog=PERSON_EXAMPLES)(person)
app.command(cls=PlainHelp, epilog=EPISODES_EXAMPLES)(episodes)
app.command(cls=PlainHelp, epilog=DIFF_EXAMPLES)(diff)
app.command(cls=PlainHelp, epilog=PLACES_EXAMPLES)(places)
app.command(cls=PlainHelp, epilog=TRANSFERS_EXAMPLES)(transfers)
app.add_typer(figures, name="figures")
app.command(cls=PlainHelp, epilog=DECISIONS_EXAMPLES)(decisions)
app.command(cls=PlainHelp, epilog=UNDO_EXAMPLES)(undo)
app.command(cls=PlainHelp, epilog=LOG_EXAMPLES)(log)
app.command(cls=PlainHelp, epilog=CHECK_EXAMPLES)(check)
app.command(cls=PlainHelp, epilog=COPY_EXAMPLES)(copy)
app.command(cls=PlainHelp, epilog=EXPORT_EXAMPLES)(export)
app.command(cls=PlainHelp, epilog=EVALUATE_EXAMPLES)(evaluate)
app.command(cls=PlainHelp, epilog=SERVE_EXAMPLES)(serve)
app.add_typer(egress, name="egress")
app.command(cls=PlainHelp, epilog=CALIBRATE_EXAMPLES)(calibrate)


def _print_version(is_asked: bool) -> None:
    if is_asked:
        sys.stdout.write(f"habeas {__version__}\n")
        raise typer.Exit


@app.callback()
def _habeas(
    context: typer.Context,
    config: Annotated[
        Path | None, typer.Option(help="File with settings.", metavar="FILE", dir_okay=False)
    ] = None,
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", callback=_print_version, is_eager=True
        ),
    ] = False,
) -> None:
    context.obj = config


def main() -> None:
    """Entry point of the command."""
    prepare_streams()
    try:
        app()
    except Exception as failure:  # noqa: BLE001  # the last net: say where the details are
        _report(failure)
        sys.exit(ExitCode.INTERNAL)


def _report(failure: Exception) -> None:
    from habeas.cli.details import write_details
    from habeas.wiring import details_folder

    path = write_details(failure, details_folder(os.environ))
    place = f"Details: {path}" if path else "The details could not be written anywhere."
    say(
        f"Something went wrong inside Habeas ({type(failure).__name__}). "
        "What was acknowledged before is safe.\n"
        f"{place}\nLook through that file before you pass it on: it may hold words of a document."
    )


if __name__ == "__main__":
    main()
