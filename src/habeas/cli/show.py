"""`habeas show`: what the register holds, one question a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from habeas.cli.formats import Format, json_text, writer
from habeas.cli.help import PlainGroupHelp, PlainHelp
from habeas.cli.options import (
    AsOfOption,
    JsonOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    register_folder,
    view_of,
)
from habeas.cli.terminal import is_terminal, say
from habeas.model.claim import AnyClaim
from habeas.model.codec import to_plain
from habeas.model.document import Document

show = typer.Typer(
    cls=PlainGroupHelp,
    help="Show what a register holds, as of a day and as known at a moment.",
    no_args_is_help=True,
    rich_markup_mode="rich",
)
ClaimsFormat = Annotated[
    Format | None,
    typer.Option(
        "--format", help="How claims are printed. Else a table on a terminal, else notation."
    ),
]


@show.command(cls=PlainHelp, epilog=epilog("habeas show summary --register my-register"))
def summary(
    context: typer.Context,
    register: RegisterOption = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
) -> None:
    """Count what is in the register, and say what to try next."""
    from habeas.cli.pages import print_summary, summary_json
    from habeas.workflows.show import summary as counted

    with view_of(context, register, as_of, known_at) as view:
        answer = counted(view)
    if is_json:
        _print_json(summary_json(answer))
    else:
        print_summary(answer, register_folder(context, register))


@show.command(
    cls=PlainHelp,
    epilog=epilog(
        "habeas show persons --register my-register",
        "habeas show persons --register my-register --as-of 2023-06-01",
        "habeas show persons --register my-register --known-at 2023-06-01",
    ),
)
def persons(
    context: typer.Context,
    register: RegisterOption = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
) -> None:
    """List persons with their status, since when and where."""
    from habeas.cli.pages import print_persons

    with view_of(context, register, as_of, known_at) as view:
        found = view.persons()
    if is_json:
        _print_json([to_plain(one) for one in found])
    else:
        print_persons(found)


@show.command(
    cls=PlainHelp,
    epilog=epilog(
        'habeas show person "Olha B." --register my-register',
        'habeas show person "Levko Hnatyshyn" --as-written --register my-register',
    ),
)
def person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name, part of a name, or id.", metavar="NAME")],
    register: RegisterOption = None,
    is_as_written: Annotated[
        bool,
        typer.Option(
            "--as-written", help="Not those whose name only sounds so, in another script."
        ),
    ] = False,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
) -> None:
    """Show all that is held of one person, with the claims behind it."""
    from habeas.cli.pages import print_person
    from habeas.workflows.show import person as everybody_named

    with view_of(context, register, as_of, known_at) as view:
        found = everybody_named(view, name, is_as_written=is_as_written)
    if is_json:
        _print_json([to_plain(one.person) for one in found])
    else:
        for number, one in enumerate(found):
            print_person(one, is_first=number == 0)


class Kind(StrEnum):
    """The six kinds of claims."""

    EVENT = "event"
    FIGURE = "figure"
    ATTRIBUTE = "attribute"
    ACTION = "action"
    CHARACTERISATION = "characterisation"
    LEVERAGE = "leverage"


@show.command(
    cls=PlainHelp,
    epilog=epilog(
        "habeas show claims --register my-register",
        "habeas show claims --register my-register --kind leverage",
    ),
)
def claims(
    context: typer.Context,
    register: RegisterOption = None,
    kind: Annotated[Kind | None, typer.Option(help="Only claims of this kind.")] = None,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    form: ClaimsFormat = None,
) -> None:
    """List all claims, document by document, those set aside by a decision included."""
    from habeas.workflows.show import by_document

    with view_of(context, register, as_of, known_at) as view:
        found = by_document(view, view.claims(kind.value if kind else None))
    _print_claims(found, form, none=f"No {kind.value if kind else ''} claims.".replace("  ", " "))


def _claims(kind: str, what: str) -> None:
    """Adds the command that lists the claims of one kind that count."""

    def command(
        context: typer.Context,
        register: RegisterOption = None,
        as_of: AsOfOption = "",
        known_at: KnownAtOption = "",
        form: ClaimsFormat = None,
    ) -> None:
        from habeas.workflows.show import by_document

        with view_of(context, register, as_of, known_at) as view:
            found = by_document(view, view.held(kind))
        _print_claims(found, form, none=f"No {kind}s.")

    examples = epilog(
        f"habeas show {kind}s --register my-register",
        f"habeas show {kind}s --register my-register --format csv > {kind}s.csv",
    )
    show.command(f"{kind}s", cls=PlainHelp, help=what, epilog=examples)(command)


_claims("figure", "List how many are said to be held, released and so on, and by whom.")
_claims("action", "List what states, bodies and officials are said to have done.")
_claims("characterisation", "List what detentions, charges and trials are called, and by whom.")


@show.command(cls=PlainHelp, epilog=epilog("habeas show problems --register my-register"))
def problems(
    context: typer.Context,
    register: RegisterOption = None,
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
) -> None:
    """List what could not be read, or not for certain, the worst first."""
    from habeas.cli.pages import print_problems
    from habeas.workflows.show import problems as worst_first

    with view_of(context, register, "", known_at) as view:
        found = worst_first(view)
    if is_json:
        _print_json([to_plain(one) for one in found])
    else:
        print_problems(found)


@show.command(cls=PlainHelp, epilog=epilog("habeas show documents --register my-register"))
def documents(
    context: typer.Context,
    register: RegisterOption = None,
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
) -> None:
    """List captured documents, in the order of capture."""
    from habeas.cli.pages import print_documents

    with view_of(context, register, "", known_at) as view:
        found = view.documents()
    if is_json:
        _print_json([to_plain(one) for one in found])
    else:
        print_documents(found)


@show.command(
    cls=PlainHelp,
    epilog=epilog(
        "habeas show claim 3f9a21c0 --register my-register",
        "habeas show claim 3f9a21c0 --register my-register --format notation",
    ),
)
def claim(
    context: typer.Context,
    claim_id_: Annotated[
        str, typer.Argument(help="Id, or its first digits.", metavar="ID", show_default=False)
    ],
    register: RegisterOption = None,
    form: ClaimsFormat = None,
) -> None:
    """Show one claim with its quote marked where it stands, and where it comes from."""
    from habeas import wiring
    from habeas.cli.pages import print_claim
    from habeas.workflows.show import claim as in_its_place

    with view_of(context, register, "", "") as view, wiring.renderers() as renderers:
        found = in_its_place(view, claim_id_, renderers)
    if form in (None, Format.TABLE):
        print_claim(found)
        return
    out = writer(form)
    out.add(found.document, [found.claim])
    out.close()


def _print_claims(
    found: Sequence[tuple[Document, Sequence[AnyClaim]]], form: Format | None, *, none: str
) -> None:
    out = writer(form or (Format.TABLE if is_terminal() else Format.NOTATION))
    for document, said in found:
        out.add(document, said)
    out.close()
    if not found:
        say(none)


def _print_json(value: object) -> None:
    sys.stdout.write(json_text(value) + "\n")
