"""Where output goes: standard output for answers, standard error for everything else.

Rich is imported when something is to be drawn, not before: `habeas --version` draws nothing.
"""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from habeas.cli.safe import visible

if TYPE_CHECKING:
    from rich.console import Console


NAME = "habeas"


def prepare_streams() -> None:
    """Lets every character be written: one the terminal's encoding lacks is shown as its code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")


def is_terminal() -> bool:
    """Whether answers go to a person, not into a pipe or file."""
    return sys.stdout.isatty()


def console() -> Console:
    """The console for answers. It marks nothing up by itself: brackets in a quote stay brackets."""
    from rich.console import Console

    class Answers(Console):
        def on_broken_pipe(self) -> None:  # Rich would leave with code 1 here
            raise BrokenPipeError

    return Answers(file=sys.stdout, markup=False, highlight=False, emoji=False)


def program() -> str:
    """How to call this program from here: its name where that is found, else the path as typed."""
    called = sys.argv[0]
    if Path(called).name != NAME or shutil.which(NAME) == shutil.which(called):
        return NAME
    return shlex.quote(called)


def say(text: str) -> None:
    """One message on standard error. A closed standard error is no reason to fail."""
    try:
        print(_wrapped(visible(text)), file=sys.stderr, flush=True)  # noqa: T201
    except OSError:
        silence(sys.stderr.fileno())


def _wrapped(text: str) -> str:
    """Broken between words where a terminal shows it; a path or command in it stays whole."""
    if not sys.stderr.isatty():
        return text
    width = shutil.get_terminal_size().columns
    return "\n".join(
        textwrap.fill(
            line,
            width,
            subsequent_indent=" " * (len(line) - len(line.lstrip())),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in text.splitlines()
    )


def silence(descriptor: int) -> None:
    """Sends what is still to come to nowhere, so that closing a broken pipe raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)


class Bar(Protocol):
    """A progress bar that steps aside while something is printed."""

    def step(self, done: int, total: int | None, name: str) -> None: ...

    def pause(self) -> None: ...


class _NoBar:
    def step(self, done: int, total: int | None, name: str) -> None: ...

    def pause(self) -> None: ...


@contextmanager
def progress_bar(what: str) -> Iterator[Bar]:
    """A bar on standard error when that is a terminal, else nothing; it leaves no trace."""
    if not sys.stderr.isatty():
        yield _NoBar()
        return
    from habeas.cli.bar import RichBar

    bar = RichBar(what)
    try:
        yield bar
    finally:
        bar.pause()
