"""What `habeas import` shows before it enters anything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rich.text import Text

from habeas.cli.safe import one_line
from habeas.cli.tables import rows, table
from habeas.cli.terminal import console
from habeas.cli.words import counted, what
from habeas.model.claim import AnyClaim
from habeas.workflows.editions import Change, Changed
from habeas.workflows.importing import Import, SheetShown

_ROWS_SHOWN = 20
_PROBLEMS_SHOWN = 30
_LEFT_OUT = "not read"


def print_import(prepared: Import) -> None:
    """The columns of each list, what would be entered, what is doubtful, what has changed."""
    out = console()
    for sheet in prepared.sheets:
        _print_sheet(sheet)
    kinds = ", ".join(f"{count:,} {word}" for word, count in prepared.counts().most_common())
    out.print(
        Text(
            f"{counted(prepared.people, 'row')} with a name, "
            f"{counted(len(prepared.claims), 'claim')}: {kinds}",
            style="bold",
        )
    )
    problems = prepared.problems
    if problems:
        out.print()
        lines = ((one.severity.value, one.what, one.remedy) for one in problems[:_PROBLEMS_SHOWN])
        out.print(rows(table("how bad", "what", "what to do"), lines))
        left = len(problems) - _PROBLEMS_SHOWN
        if left > 0:
            out.print(f"and {counted(left, 'problem')} more: --json has them all.")
    if prepared.change is not None:
        _print_change(prepared.change)


def import_plain(prepared: Import) -> dict[str, Any]:
    """All of it as plain data."""
    change = prepared.change
    return {
        "source": prepared.source,
        "is_known": prepared.is_known,
        "people": prepared.people,
        "claims": dict(prepared.counts()),
        "misfits": list(prepared.misfits),
        "sheets": [
            {
                "name": sheet.name,
                "rows": sheet.rows,
                "columns": [
                    {
                        "letter": column.letter,
                        "heading": column.heading,
                        "field": column.field,
                        "by": column.by,
                        "filled": column.filled,
                        "samples": list(column.samples),
                    }
                    for column in sheet.columns
                ],
            }
            for sheet in prepared.sheets
        ],
        "problems": [
            {"code": one.code, "severity": one.severity.value, "what": one.what,
             "remedy": one.remedy}
            for one in prepared.problems
        ],
        "change": None if change is None else _change_plain(change),
    }  # fmt: skip


def _change_plain(change: Change) -> dict[str, Any]:
    return {
        "before": change.before.original_name or change.before.sha256,
        "added": [row.name for row in change.added],
        "removed": [row.name for row in change.removed],
        "changed": [
            {
                "name": one.after.name,
                "by": one.by,
                "gone": [what(claim) for claim in one.gone],
                "came": [what(claim) for claim in one.came],
            }
            for one in change.changed
        ],
        "perhaps": [one.name for one, _ in change.perhaps],
    }


def _print_sheet(sheet: SheetShown) -> None:
    out = console()
    title = f"{sheet.name}: {counted(sheet.rows, 'row')}"
    drawn = table("", "heading", "read as", "settled by", "filled#", "for example", title=title)
    lines = (
        (
            column.letter,
            column.heading,
            column.field.replace("_", " ") or _LEFT_OUT,
            column.by,
            f"{column.filled:,}",
            "; ".join(column.samples),
        )
        for column in sheet.columns
    )
    out.print(rows(drawn, lines))
    out.print()


def _print_change(change: Change) -> None:
    out = console()
    name = change.before.original_name or change.before.sha256[:8]
    unchanged = len(change.same) - len(change.changed)
    out.print()
    out.print(
        Text(
            f"Since {name}: {len(change.added):,} added, {len(change.removed):,} removed, "
            f"{len(change.changed):,} changed, {unchanged:,} as before.",
            style="bold",
        )
    )
    _print_names("added", (row.name for row in change.added))
    _print_names("removed", (row.name for row in change.removed))
    _print_names(
        "perhaps in both, by name alone, and not joined", (one.name for one, _ in change.perhaps)
    )
    drawn = table("changed", "said before", "said now")
    lines = [_changed(one) for one in change.changed]
    if lines:
        out.print(rows(drawn, lines[:_ROWS_SHOWN]))
    if len(lines) > _ROWS_SHOWN:
        out.print(f"and {len(lines) - _ROWS_SHOWN:,} more: --json has them all.")


def _print_names(title: str, found: Iterable[str]) -> None:
    names = list(map(one_line, found))
    if names:
        more = f" and {len(names) - _ROWS_SHOWN:,} more" if len(names) > _ROWS_SHOWN else ""
        console().print(Text(f"{title}: {', '.join(names[:_ROWS_SHOWN])}{more}"))


def _changed(one: Changed) -> tuple[str, str, str]:
    return one.after.name, _said(one.gone), _said(one.came)


def _said(claims: Iterable[AnyClaim]) -> str:
    return "; ".join(what(claim) for claim in claims)
