"""`habeas export`: the whole register in a form other programs read."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TextIO

import typer

from habeas.cli.options import RegisterOption, epilog, register_for_reading, wrong
from habeas.cli.safe import escaped
from habeas.cli.terminal import say

EXPORT_EXAMPLES = epilog(
    "habeas export --register my-register --output register.jsonl",
    "habeas export --register my-register | gzip > register.jsonl.gz",
)


class ExportFormat(StrEnum):
    """Forms of export."""

    JSONL = "jsonl"


def export(
    context: typer.Context,
    register: RegisterOption = None,
    form: Annotated[
        ExportFormat, typer.Option("--format", help="Form of the export: JSON, one text per line.")
    ] = ExportFormat.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            help="File to write; it must not exist. Else standard output.", metavar="FILE"
        ),
    ] = None,
) -> None:
    """Write every entry of the register, with a header that names its head.

    This is the full internal register. It is not filtered for publication.
    """
    from habeas.workflows.export import WARNING
    from habeas.workflows.export import export as lines_of

    with register_for_reading(context, register) as opened, _target(output) as target:
        count = 0
        for line in lines_of(opened):
            target.write(escaped(line) + "\n")
            count += 1
    place = f" to {output}" if output else ""
    say(f"warning: {WARNING}")
    say(f"{count:,} lines written{place} ({form.value}).")


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    """The file under a name of its own until it is whole, readable by its owner only."""
    if output is None:
        yield sys.stdout
        return
    if output.exists():
        raise wrong("--output", f"{output} exists. Name a new file.")
    aside = output.with_name(f".{output.name}.{os.getpid()}")
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as failure:
        raise wrong("--output", f"{output} cannot be written: {failure.strerror}.") from failure
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        aside.rename(output)
    finally:
        aside.unlink(missing_ok=True)
