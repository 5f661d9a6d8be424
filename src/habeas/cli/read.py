"""`habeas read`: files, folders or standard input to claims, printed and, if asked, kept."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from habeas.cli.exits import ExitCode
from habeas.cli.formats import Format, Writer, writer
from habeas.cli.options import epilog, settings_of, wrong
from habeas.cli.terminal import Bar, is_terminal, progress_bar, say, silence
from habeas.cli.words import counted
from habeas.model.claim import AnyClaim
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity

if TYPE_CHECKING:
    from habeas import wiring
    from habeas.workflows.read_one import DocumentRead

READ_EXAMPLES = epilog(
    "habeas read report.html",
    "habeas read reports/ --register my-register",
    "habeas read archive/ --register my-register --only-relevant --jobs 4",
    'habeas read statement.txt --publisher "Open Door" --published 2023-06-02',
    "habeas read - --format json < report.txt",
)


SendTo = Annotated[
    str,
    typer.Option(
        help="Without a register: let text go to the language model at this address. "
        "With one, habeas egress decides.",
        metavar="ENDPOINT",
    ),
]
OnlyRelevant = Annotated[
    bool, typer.Option("--only-relevant", help="Pass over what has no word of detention in it.")
]
Jobs = Annotated[
    int,
    typer.Option(
        help="How many processes read; 0: one for each processor, when there is much to read.",
        min=0,
        metavar="N",
    ),
]


def read(  # noqa: PLR0913, PLR0917  # each is an option of the command
    context: typer.Context,
    paths: Annotated[
        list[str],
        typer.Argument(help="Files, folders, or - for standard input.", metavar="PATH"),
    ],
    register: Annotated[
        Path | None,
        typer.Option(
            help="Keep what is read in the register in this folder; made where there is none.",
            metavar="DIR",
        ),
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option(
            "--format", help="How claims are printed. Else a table on a terminal, else notation."
        ),
    ] = None,
    publisher: Annotated[
        str, typer.Option(help="Who published all of these.", metavar="NAME")
    ] = "",
    published: Annotated[
        str, typer.Option(help="When all of these were published.", metavar="DATE")
    ] = "",
    url: Annotated[
        str, typer.Option(help="Address all of these were taken from.", metavar="URL")
    ] = "",
    send_to: SendTo = "",
    only_relevant: OnlyRelevant = False,
    jobs: Jobs = 0,
) -> None:
    """Read reports and print the claims in them.

    With --register documents, claims and problems are kept. What is known already is skipped.
    """
    given = {
        "url": url,
        "publisher": publisher,
        "published": PartialDate(published) if published else None,
    }
    if send_to and register:
        raise wrong("--send-to", "a register decides itself. See: habeas egress allow --help")
    places: list[Path | Literal["-"]] = ["-" if path == "-" else Path(path) for path in paths]
    form = form or (Format.TABLE if is_terminal() else Format.NOTATION)
    how = {"only_relevant": only_relevant, "jobs": jobs}
    run = _read(
        settings_of(context),
        places,
        register=register,
        form=form,
        given=given,
        how=how,
        send_to=send_to,
    )
    say(run.result(register))
    if run.unread == run.documents + run.parts and not run.passed_over:
        raise typer.Exit(ExitCode.NOT_GOOD)


def _read(
    settings: wiring.Settings,
    places: Sequence[Path | Literal["-"]],
    *,
    register: Path | None,
    form: Format,
    given: dict[str, Any],
    how: dict[str, Any],
    send_to: str,
) -> _Run:
    from habeas import wiring
    from habeas.workflows.proposals import Proposer
    from habeas.workflows.read import Provenance, read_each

    with ExitStack() as stack:
        opened = wiring.open_register(register, create=True) if register else nullcontext(None)
        kept = stack.enter_context(opened)
        actor = wiring.actor(settings)
        model = wiring.language_model(
            settings, os.environ, register=kept, actor=actor, send_to=send_to
        )
        if send_to and model is None:
            raise wrong("--send-to", "the settings name no language model. See: model_endpoint")
        tools = stack.enter_context(wiring.reading_tools(settings))
        bar = stack.enter_context(progress_bar("Reading"))
        run = _Run(writer(form), bar, settings.propose_below if register else 0.0)
        try:
            for one in read_each(
                places,
                readers=[*tools.readers, *([Proposer(model)] if model else [])],
                renderers=tools.renderers,
                unpackers=tools.unpackers,
                register=kept,
                actor=actor,
                progress=bar.step,
                provenance=Provenance(**given),
                propose_below=settings.propose_below,
                manner=wiring.manner(settings, register=register, is_plain=model is None, **how),
            ):
                run.take(one, is_kept=kept is not None)
            run.close()
        except KeyboardInterrupt:
            run.close()
            raise KeyboardInterrupt(run.stopped(register)) from None
        for line in model.report(is_kept=kept is not None) if model else ():
            say(f"language-model: {line}")
    return run


@dataclass
class _Run:
    """What has been read so far, and where it is printed."""

    out: Writer
    bar: Bar
    propose_below: float = 0.0
    proposed: int = 0
    documents: int = 0
    parts: int = 0
    known: int = 0
    parts_known: int = 0
    unread: int = 0
    claims: int = 0
    claims_known: int = 0
    problems: int = 0
    is_silent: bool = False
    passed_over: bool = False

    def take(self, one: DocumentRead | Problem, *, is_kept: bool) -> None:
        self.bar.pause()
        if isinstance(one, Problem):
            self.passed_over = self.passed_over or one.code == "not-relevant"
            self._problem(one)
            return
        self._count_document(one)
        self.claims += len(one.claims)
        self.claims_known += one.claims_known
        self.proposed += sum(self._is_doubtful(claim) for claim in one.claims)
        if is_kept:
            self.claims += len(one.waiting)
            self.proposed += len(one.waiting)
        is_broken = any(problem.severity is Severity.ERROR for problem in one.problems)
        self.unread += one.is_taken_apart or is_broken
        for problem in one.problems:
            self._problem(problem)
        try:
            if not self.is_silent:
                self.out.add(one.document, one.claims)
        except BrokenPipeError:
            if not is_kept:
                raise
            # Nobody listens any more, but they asked us to keep it all.
            silence(sys.stdout.fileno())
            self.is_silent = True

    def close(self) -> None:
        self.bar.pause()
        if not self.is_silent:
            self.out.close()
            sys.stdout.flush()

    def result(self, register: Path | None) -> str:
        """The last line: how much was read, how much of it was new, where it is."""
        documents = _with_parts(self.documents, self.parts)
        line = f"{documents}, {counted(self.claims, 'claim')}"
        if self.proposed:
            line += f" ({self.proposed:,} of them doubtful, for a person to accept: habeas review)"
        if self.problems:
            line += f", {counted(self.problems, 'problem')}"
        if register is None:
            return f"{line}. Nothing was kept: give --register DIR to keep it."
        if self.known or self.parts_known or self.claims_known:
            line += (
                f". Known already and skipped: {_with_parts(self.known, self.parts_known)}, "
                f"{counted(self.claims_known, 'claim')}"
            )
        return f"{line}. Kept in {register}"

    def stopped(self, register: Path | None) -> str:
        """What to say after Ctrl-C."""
        if register is None:
            return f"Stopped after {counted(self.documents, 'document')}. Nothing was to be kept."
        return (
            f"Stopped. {counted(self.documents, 'document')} of this read are whole in {register}. "
            "Give the same command again to go on; what is there is skipped."
        )

    def _is_doubtful(self, claim: AnyClaim) -> bool:
        chance = claim.reading.probability if claim.reading else None
        return chance is not None and chance < self.propose_below

    def _count_document(self, one: DocumentRead) -> None:
        if one.document.derived_from:
            self.parts += 1
            self.parts_known += one.was_known
        else:
            self.documents += 1
            self.known += one.was_known

    def _problem(self, problem: Problem) -> None:
        self.problems += 1
        say(f"{problem.severity.value}: {problem}")


def _with_parts(documents: int, parts: int) -> str:
    """Captured documents, and what was taken out of them.

    >>> _with_parts(2, 0), _with_parts(1, 12), _with_parts(0, 3)
    ('2 documents', '1 document with 12 parts', '3 parts')
    """
    if parts and not documents:
        return counted(parts, "part")
    line = counted(documents, "document")
    return f"{line} with {counted(parts, 'part')}" if parts else line
