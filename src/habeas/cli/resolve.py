"""`habeas resolve`, `habeas decisions`, `habeas undo`: who is one person, and by whose decision."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.options import (
    RegisterOption,
    epilog,
    register_folder,
    register_for_reading,
    settings_of,
)
from habeas.cli.terminal import console, progress_bar, say
from habeas.cli.words import counted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas.ledger.view import View
    from habeas.resolution.propose import LinkProposal

RESOLVE_EXAMPLES = epilog(
    "habeas resolve --register my-register --trial",
    "habeas resolve --register my-register",
    "habeas review --pairs --register my-register",
)
DECISIONS_EXAMPLES = epilog("habeas decisions --register my-register")
UNDO_EXAMPLES = epilog(
    'habeas undo 3f9a21c0 --register my-register --reason "two brothers, says their mother"'
)
_SHOWN = 20


def resolve(
    context: typer.Context,
    register: RegisterOption = None,
    is_trial: Annotated[
        bool, typer.Option("--trial", help="Say what would be joined, and enter nothing.")
    ] = False,
) -> None:
    """Find who may be one person; join those that a rule may join, list the rest for review.

    The rule joins only from a probability of 0.99, where more than the name agrees and nothing
    speaks against it.
    Each joining is a decision that can be undone at any later time.
    """
    from habeas import wiring
    from habeas.workflows.resolve import resolve as resolve_register
    from habeas.workflows.show import look

    folder = register_folder(context, register)
    with (
        wiring.open_register(folder, is_read_only=is_trial) as opened,
        progress_bar("Comparing") as bar,
    ):
        actor = wiring.actor(settings_of(context))
        names = _names(look(opened))
        done = resolve_register(opened, actor=actor, progress=bar.step, is_trial=is_trial)
    _print_pairs(
        done.joined, names, "joined by the rule" if not is_trial else "the rule would join"
    )
    _print_pairs(done.waiting[:_SHOWN], names, "for a person to decide, worth most first")
    if len(done.waiting) > _SHOWN:
        sys.stdout.write(f"... and {len(done.waiting) - _SHOWN:,} more\n")
    verb = "would be joined" if is_trial else "joined"
    say(
        f"{counted(done.persons, 'person')}: {counted(len(done.joined), 'pair')} {verb}, "
        f"{len(done.waiting):,} to review (habeas review --pairs)"
    )


def decisions(context: typer.Context, register: RegisterOption = None) -> None:
    """List the decisions in force: what was decided on what, by whom, and why."""
    from habeas.cli.tables import SHORT, rows, table
    from habeas.workflows.show import look

    with register_for_reading(context, register) as opened:
        view = look(opened)
        found = view.decisions()
        names = _names(view)
    drawn = table("decision", "choice", "on", "by", "why")
    lines = [
        (
            name[:SHORT],
            one.choice.value,
            ", ".join(names.get(about, about[:SHORT]) for about in one.about),
            one.by,
            one.reason,
        )
        for name, one in found
    ]
    console().print(rows(drawn, lines))
    say(f"{counted(len(found), 'decision')} in force.")


def undo(
    context: typer.Context,
    decision: Annotated[
        str, typer.Argument(help="Id of a decision in force, or its first digits.", metavar="ID")
    ],
    reason: Annotated[str, typer.Option(help="Why it is taken back.")],
    register: RegisterOption = None,
) -> None:
    """Take a decision back, whoever made it and however long ago. Nothing is lost: both stay."""
    from habeas import wiring
    from habeas.workflows.resolve import undo as undo_decision

    with wiring.open_register(register_folder(context, register)) as opened:
        actor = wiring.actor(settings_of(context))
        undo_decision(opened, decision, reason=reason, actor=actor)
    say("Taken back.")


def _names(view: View) -> dict[str, str]:
    """What the persons are called, by their ids and by those of all that was joined with them."""
    names = {person.id: person.name for person in view.persons()}
    joined = {one: names[now] for one, now in view.one_with().items() if now in names}
    return {**joined, **names}


def _print_pairs(found: Sequence[LinkProposal], names: dict[str, str], title: str) -> None:
    from habeas.cli.tables import rows, table

    if not found:
        return
    drawn = table("chance #", "one", "other", "why", title=title)
    lines = [
        (
            one.score.shown,
            names[one.left],
            names[one.right],
            "; ".join(f"{each.words} {each.bits:+.1f}" for each in one.score.reasons[:4]),
        )
        for one in found
    ]
    console().print(rows(drawn, lines))
