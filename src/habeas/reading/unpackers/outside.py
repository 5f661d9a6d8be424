"""Cells whose values come from outside the file that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.unpackers.allowance import Taking

_SHOWN = 3


def note_outside(cells: Sequence[str], targets: Sequence[str], taking: Taking) -> None:
    """Notes cells whose values come from elsewhere; `targets` say where from, if that is known."""
    named = f" ({', '.join(targets[:_SHOWN])})" if targets else ""
    taking.note(
        "values-from-outside",
        f"{len(cells)} cells are formulas that reach outside of it{named}: the values they last "
        f"had are read, and nothing was fetched (first {cells[0]})",
        remedy="They may be old. Compare them with where they come from.",
    )
