"""`habeas egress`: where text of a register's documents may go, and where it went."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.help import PlainGroupHelp, PlainHelp
from habeas.cli.options import (
    RegisterOption,
    epilog,
    register_folder,
    register_for_reading,
    settings_of,
)
from habeas.cli.safe import one_line
from habeas.cli.terminal import say
from habeas.cli.words import counted

if TYPE_CHECKING:
    from habeas.workflows.egress import Outlet

egress = typer.Typer(
    cls=PlainGroupHelp,
    help="Allow text of a register's documents to go to a language model, or take that back.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
EndpointArgument = Annotated[
    str, typer.Argument(help="Address of the server, as in the settings.", metavar="ENDPOINT")
]
ReasonOption = Annotated[str, typer.Option(help="Why; it is kept.", metavar="TEXT")]


@egress.command(
    cls=PlainHelp,
    epilog=epilog(
        "habeas egress allow http://127.0.0.1:11434/v1 --register my-register "
        '--reason "runs on this machine"'
    ),
)
def allow(
    context: typer.Context,
    endpoint: EndpointArgument,
    reason: ReasonOption,
    register: RegisterOption = None,
) -> None:
    """Allow text of this register's documents to go to an endpoint; entered with who and why."""
    _enter(context, endpoint, reason, register=register, is_allowed=True)


@egress.command(
    cls=PlainHelp,
    epilog=epilog(
        "habeas egress revoke http://127.0.0.1:11434/v1 --register my-register "
        '--reason "no longer needed"'
    ),
)
def revoke(
    context: typer.Context,
    endpoint: EndpointArgument,
    reason: ReasonOption,
    register: RegisterOption = None,
) -> None:
    """Take an endpoint's permission back; what was sent before stays in the log."""
    _enter(context, endpoint, reason, register=register, is_allowed=False)


@egress.command("list", cls=PlainHelp, epilog=epilog("habeas egress list --register my-register"))
def list_all(context: typer.Context, register: RegisterOption = None) -> None:
    """List endpoints that text may go to or went to, with how much; habeas log has each time."""
    from habeas.workflows.egress import outlets

    with register_for_reading(context, register) as opened:
        found = outlets(opened)
    for one in found:
        sys.stdout.write(f"{one_line(_line(one))}\n")
    if not found:
        say("No text of this register may leave, and none did.")


def _enter(
    context: typer.Context,
    endpoint: str,
    reason: str,
    *,
    register: RegisterOption,
    is_allowed: bool,
) -> None:
    from habeas import wiring
    from habeas.workflows import egress as workflow

    enter = workflow.allow if is_allowed else workflow.revoke
    actor = wiring.actor(settings_of(context))
    with wiring.open_register(register_folder(context, register)) as opened:
        entered = enter(opened, actor=actor, endpoint=endpoint, reason=reason)
    may = "may" if is_allowed else "may no longer"
    say(f"Text of this register {may} go to {entered.endpoint}. Entered by {entered.by}.")


def _line(one: Outlet) -> str:
    went = f"{counted(one.times, 'sending')}, {counted(one.characters, 'character')}"
    if one.permission is None:
        return f"{one.endpoint} not allowed; {went}"
    since = f"{one.permission.at:%Y-%m-%d}"
    return f"{one.endpoint} allowed by {one.permission.by} on {since}; {went}"
