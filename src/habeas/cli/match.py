"""`habeas match`: two lists side by side, or a list beside a register, and a workbook of it."""

from __future__ import annotations

import os
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.options import epilog, settings_of, wrong
from habeas.cli.terminal import progress_bar, say
from habeas.cli.words import counted

if TYPE_CHECKING:
    from habeas.workflows.match import Matched

MATCH_EXAMPLES = epilog(
    "habeas match ours.xlsx theirs.csv",
    "habeas match ours.xlsx theirs.csv --to compared.xlsx --format json",
    "habeas match ours.xlsx --register my-register",
    "habeas match ours.xlsx theirs.csv --into my-register",
    "habeas match --decisions compared.xlsx --register my-register",
)


class MatchFormat(StrEnum):
    """How the pairs are printed, beside the workbook."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def match(  # each is an option of the command
    context: typer.Context,
    lists: Annotated[
        list[Path] | None,
        typer.Argument(help="One list or two: XLSX, ODS, CSV, TSV ...", metavar="A [B]"),
    ] = None,
    register: Annotated[
        Path | None,
        typer.Option(help="Compare with the persons of this register.", metavar="DIR"),
    ] = None,
    into: Annotated[
        Path | None,
        typer.Option(
            help="Read the lists into this register, made where there is none, and join there "
            "what is sure.",
            metavar="DIR",
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(help="The workbook to write. Else beside the last list.", metavar="XLSX"),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over that workbook.")] = False,
    decisions: Annotated[
        Path | None,
        typer.Option(help="Enter the answers of a workbook in --register.", metavar="XLSX"),
    ] = None,
    form: Annotated[
        MatchFormat, typer.Option("--format", help="What is printed: a summary, or all pairs.")
    ] = MatchFormat.TEXT,
) -> None:
    """Tell who stands in both lists, who in one alone, and who twice, with reasons.

    A pair is surely the same from a probability of 0.99, where more than the names agrees and
    nothing speaks against it. Nothing is kept without --into.
    """
    paths = lists or []
    if decisions is not None:
        _enter(context, decisions, register, paths)
        return
    _check(paths, register, into)
    target = _target(paths, to, is_forced=force)
    found = _found(context, paths, register=register, into=into)
    _write(found, target, is_forced=force)
    _print(found, form)
    say(f"Workbook: {target}")


def _check(paths: list[Path], register: Path | None, into: Path | None) -> None:
    if register and into:
        raise wrong("--into", "give either --register, to compare, or --into, to read and join")
    most = 1 if register else 2
    fewest = 1 if register or into else 2
    if not fewest <= len(paths) <= most:
        needed = "one list" if register else "one list or two" if into else "two lists"
        raise _miscounted(needed)


def _miscounted(needed: str) -> typer.BadParameter:
    return wrong("A [B]", f"{needed} must be named. See: habeas match --help")


def _target(paths: list[Path], to: Path | None, *, is_forced: bool) -> Path:
    """Where the workbook goes. Raises: BadParameter, where one stands and may not be replaced."""
    name = " and ".join(path.stem for path in paths) + " matched.xlsx"
    target = to or paths[-1].with_name(name)
    if target.suffix.casefold() != ".xlsx":
        raise wrong("--to", f"{target} must end in .xlsx")
    if target.exists() and any(path.exists() and path.samefile(target) for path in paths):
        raise wrong("--to", f"{target} is one of the lists. Name another file.")
    if target.exists() and not is_forced:
        raise wrong("--to", f"{target} exists. Name a new file, or give --force.")
    if not target.parent.is_dir():
        raise wrong("--to", f"there is no folder {target.parent}")
    return target


def _found(
    context: typer.Context, paths: list[Path], *, register: Path | None, into: Path | None
) -> Matched:
    from habeas import wiring
    from habeas.workflows.match import match as match_lists
    from habeas.workflows.match import match_register
    from habeas.workflows.match_into import match_into

    settings = settings_of(context)
    actor = wiring.actor(settings)
    with ExitStack() as stack:
        lists = stack.enter_context(wiring.list_tools())
        bar = stack.enter_context(progress_bar("Matching"))
        if register:
            opened = stack.enter_context(wiring.open_register(register, is_read_only=True))
            return match_register(paths[0], opened, tools=lists, actor=actor, progress=bar.step)
        if into is None:
            return match_lists(*paths, tools=lists, actor=actor, progress=bar.step)
        opened = stack.enter_context(wiring.open_register(into, create=True))
        return match_into(
            paths,
            opened,
            lists=lists,
            tools=stack.enter_context(wiring.reading_tools(settings)),
            actor=actor,
            manner=wiring.manner(settings, register=into),
            progress=bar.step,
        )


def _write(found: Matched, target: Path, *, is_forced: bool) -> None:
    """The workbook under a name of its own until it is whole, readable by its owner only."""
    from habeas.workflows.match_book import book_of

    content = book_of(found)
    aside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not is_forced:
            raise wrong("--to", f"{target} exists by now. Name a new file, or give --force.")
        aside.replace(target)
    except OSError as failure:
        raise wrong("--to", f"{target} cannot be written: {failure.strerror}.") from failure
    finally:
        aside.unlink(missing_ok=True)


def _print(found: Matched, form: MatchFormat) -> None:
    from habeas.cli.match_pages import print_csv, print_json, print_summary

    writers = {
        MatchFormat.TEXT: print_summary,
        MatchFormat.JSON: print_json,
        MatchFormat.CSV: print_csv,
    }
    writers[form](found)


def _enter(
    context: typer.Context, decisions: Path, register: Path | None, paths: list[Path]
) -> None:
    from habeas import wiring
    from habeas.cli.options import register_folder
    from habeas.workflows.match_decisions import enter_answers

    if paths:
        raise wrong("--decisions", "it takes a workbook and --register, and no lists beside")
    with wiring.open_register(register_folder(context, register)) as opened:
        actor = wiring.actor(settings_of(context))
        done = enter_answers(decisions, opened, actor=actor)
    for problem in done.problems:
        say(f"{problem.severity.value}: {problem}")
    known = f", {len(done.known):,} known already" if done.known else ""
    refused = f", {len(done.problems):,} refused" if done.problems else ""
    say(f"{counted(len(done.entered), 'answer')} entered{known}{refused}. Signed: {actor.name}")
    if done.problems and not done.entered and not done.known:
        from habeas.cli.exits import ExitCode

        raise typer.Exit(ExitCode.NOT_GOOD)
