"""Tables for people: drawn to the width of the terminal, nothing cut off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from habeas.cli.safe import one_line
from habeas.cli.terminal import console
from habeas.cli.words import what, when, who_says
from habeas.model.claim import AnyClaim
from habeas.model.codec import claim_id
from habeas.model.document import Document

SHORT = 8  # characters of an id that are shown; commands take any unambiguous beginning
_DAY_WIDTH = len("2023-06-01")


def table(*columns: str, title: str = "") -> Table:
    """An empty table; columns whose name ends in "#" hold numbers."""
    drawn = Table(
        title=Text(one_line(title)) if title else None,
        title_justify="left",
        title_style="bold",
        box=SIMPLE_HEAD,
        padding=(0, 1),
        collapse_padding=True,
        pad_edge=False,
        show_edge=False,
    )
    for name in columns:
        is_number = name.endswith("#")
        drawn.add_column(
            name.removesuffix("#").strip(),
            justify="right" if is_number else "left",
            no_wrap=is_number,
            overflow="fold",
        )
    return drawn


def claims_table(claims: Iterable[AnyClaim], title: str = "") -> Table:
    """Each quote with the claims read from it under it: id, date, what is claimed, who says it."""
    drawn = table("claim", "date", "what is claimed, under its quote", "said by", title=title)
    drawn.columns[0].no_wrap = True
    drawn.columns[1].min_width = _DAY_WIDTH
    drawn.columns[2].ratio = 1
    drawn.columns[3].max_width = 24
    drawn.expand = True
    for quote, read in groupby(claims, key=lambda claim: claim.quote):
        drawn.add_row("", "", Text(f"“{one_line(quote.text)}”", style="dim italic"), "")
        for claim in read:
            speaker = who_says(claim)
            drawn.add_row(
                claim_id(claim)[:SHORT],
                Text(when(claim.date)),
                Text(one_line(what(claim))),
                Text(one_line(speaker) or "the document", style="" if speaker else "dim"),
            )
        drawn.add_section()
    return drawn


def rows(drawn: Table, lines: Iterable[Sequence[object]]) -> Table:
    """The table with lines of plain values, made safe for the terminal."""
    for line in lines:
        drawn.add_row(*[Text(one_line(str(value))) for value in line])
    return drawn


class TableWriter:
    """One table per document, under its name."""

    def __init__(self, to: Console | None = None) -> None:
        self._console = to or console()

    def add(self, document: Document, claims: Sequence[AnyClaim]) -> None:
        if claims:
            title = document.original_name or document.sha256[:SHORT]
            self._console.print(claims_table(claims, title))
            self._console.print()

    def close(self) -> None: ...
