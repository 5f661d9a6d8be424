"""What `habeas review --agreement` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from habeas.cli.words import counted

if TYPE_CHECKING:
    from habeas import wiring
    from habeas.workflows.agreement import Agreement

_SHOWN = 20


def print_agreement(register: wiring.Register) -> None:
    """Prints how far reviewers agree on claims and on persons, and where they do not."""
    from habeas.workflows.agreement import agreement
    from habeas.workflows.show import look

    view = look(register)
    _print("claims", agreement(view))
    _print("pairs of persons", agreement(view, on_links=True))


def _print(what: str, found: Agreement) -> None:
    from habeas.cli.tables import SHORT, rows, table
    from habeas.cli.terminal import console, say

    if not found.twice:
        say(f"{what}: {counted(found.answered, 'answer')}, none by two people.")
        return
    alpha = "too few to tell" if found.alpha is None else f"alpha {found.alpha:.2f}"
    say(f"{what}: {found.agreed} of {found.twice} answered alike by two people ({alpha}).")
    lines = [(one.one, one.other, str(one.both), str(one.same)) for one in found.pairings]
    console().print(rows(table("one", "other", "both answered #", "alike #"), lines))
    if found.disputed:
        disputed = [
            (", ".join(name[:SHORT] for name in one.about), _words(one.words))
            for one in found.disputed[:_SHOWN]
        ]
        console().print(rows(table("disputed", "who said what"), disputed))
        say(f"{len(found.disputed)} disputed.")


def _words(words: dict[str, str]) -> str:
    return ", ".join(f"{name}: {word}" for name, word in sorted(words.items()))
