"""The progress bar as Rich draws it."""

from __future__ import annotations

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from habeas.cli.safe import one_line

_WIDEST_NAME = 32


class RichBar:
    """A bar that appears with the first step and is wiped away by `pause`."""

    def __init__(self, what: str) -> None:
        self._progress = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._what = what
        self._task = self._progress.add_task(what, total=None)

    def step(self, done: int, total: int | None, name: str) -> None:
        """`done` of `total` are finished, `name` is at work; `total` is None where not known."""
        short = one_line(name)[-_WIDEST_NAME:]
        self._progress.update(
            self._task, completed=done, total=total, description=f"{self._what} {short}"
        )
        self._progress.start()

    def pause(self) -> None:
        """Wipes the bar away until the next step."""
        self._progress.stop()
