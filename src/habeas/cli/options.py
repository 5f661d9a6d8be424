"""Options that several verbs share, and what they come to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.workflows.times import learned_time, true_time

if TYPE_CHECKING:
    from habeas import wiring
    from habeas.ledger.view import View

RegisterOption = Annotated[
    Path | None,
    typer.Option(
        "--register",
        help="Folder of the register, or postgresql://HOST/DATABASE?schema=NAME.",
        metavar="DIR",
        show_default=False,
    ),
]
AsOfOption = Annotated[
    str, typer.Option(help="What held on that day; later events are left out.", metavar="DAY")
]
KnownAtOption = Annotated[
    str, typer.Option(help="What had been entered by that day or moment (UTC).", metavar="DAY")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON for other programs.")]
CsvOption = Annotated[bool, typer.Option("--csv", help="Print CSV for spreadsheets.")]


def epilog(*lines: str) -> str:
    """The examples under a command's help, one command line each."""
    return "\n".join(["[bold]Examples[/bold]", *(f"  {line}" for line in lines)])


def wrong(option: str, what: str) -> typer.BadParameter:
    """The failure of an option, with what to do instead."""
    return typer.BadParameter(what, param_hint=option)


def settings_of(context: typer.Context) -> wiring.Settings:
    """The settings, with the file named by `--config`."""
    from habeas import wiring

    return wiring.load_settings(os.environ, config=context.obj)


def register_folder(context: typer.Context, given: Path | None) -> Path:
    """The register's folder: the option, else the setting."""
    folder = given or settings_of(context).register
    if folder is None:
        raise wrong("--register", "none is named. Give --register DIR, or set HABEAS_REGISTER.")
    return folder


@contextmanager
def register_for_reading(context: typer.Context, given: Path | None) -> Iterator[wiring.Register]:
    """The register, opened so that nothing in it can be changed."""
    from habeas import wiring

    with wiring.open_register(register_folder(context, given), is_read_only=True) as register:
        yield register


@contextmanager
def register_for_rebuilding(
    context: typer.Context, given: Path | None
) -> Iterator[wiring.Register]:
    """The register, opened so that what is derived in it can be stored anew; it must be there."""
    from habeas import wiring

    with wiring.open_register(register_folder(context, given)) as register:
        yield register


@contextmanager
def view_of(
    context: typer.Context, register: Path | None, as_of: str, known_at: str
) -> Iterator[View]:
    """The register as of a day and as known at a moment, both as they were typed."""
    from habeas.workflows.show import look

    day, moment = true_time(as_of), learned_time(known_at)
    with register_for_reading(context, register) as opened:
        yield look(opened, as_of=day, known_at=moment)
