"""`habeas evaluate`: how well the readers read what a person has read before them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from habeas.cli.exits import ExitCode
from habeas.cli.options import epilog, settings_of, wrong
from habeas.cli.terminal import progress_bar, say
from habeas.cli.words import counted

if TYPE_CHECKING:
    from habeas.reading.evaluation.scores import Evaluation, Fault, Score

EVALUATE_EXAMPLES = epilog(
    "habeas evaluate tests/gold/en/tuned",
    "habeas evaluate tests/gold/uk/tuned --faults",
    "habeas evaluate my-gold --reader frames-en --format json",
    "habeas evaluate my-gold --reader frames-ru --tagger slovnet-names",
)


class ScoreFormat(StrEnum):
    """How scores are written."""

    TABLE = "table"
    JSON = "json"


def evaluate(
    context: typer.Context,
    places: Annotated[
        list[Path],
        typer.Argument(
            help="Documents with their claims beside them (report.txt, report.claims), or folders.",
            metavar="PATH",
            exists=True,
        ),
    ],
    reader: Annotated[
        list[str] | None, typer.Option(help="Only this reader; may be repeated.", metavar="NAME")
    ] = None,
    tagger: Annotated[
        list[str] | None,
        typer.Option(help="Only this tagger, as in the settings; may be repeated.", metavar="NAME"),
    ] = None,
    faults: Annotated[
        bool, typer.Option("--faults", help="List every claim too many, missed or turned around.")
    ] = False,
    form: Annotated[ScoreFormat, typer.Option("--format", help="How scores are printed.")] = (
        ScoreFormat.TABLE
    ),
) -> None:
    """Set what the readers find against what a careful person took from the same text.

    Prints precision, recall and F1 of each kind of claim, the accuracy of slots, and how many
    claims stand on their quote.
    """
    from dataclasses import replace

    from habeas import wiring
    from habeas.workflows.evaluate import evaluate as evaluate_documents

    settings = settings_of(context)
    settings = replace(settings, readers=tuple(reader)) if reader else settings
    settings = replace(settings, taggers=tuple(tagger)) if tagger else settings
    with wiring.renderers() as renderers, progress_bar("Evaluating") as bar:
        judged = evaluate_documents(
            places,
            readers=wiring.readers(settings),
            renderers=renderers,
            actor=wiring.actor(settings),
            progress=bar.step,
        )
    for problem in judged.problems:
        say(f"{problem.severity.value}: {problem}")
    if not judged.evaluation.documents:
        raise wrong("PATH", "no document with claims beside it. Name a folder that has some.")
    if form is ScoreFormat.JSON:
        json.dump(scores_as_json(judged.evaluation), sys.stdout, indent=2, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(scores_as_text(judged.evaluation))
    if faults:
        sys.stdout.writelines(f"{line}\n" for line in fault_lines(judged.evaluation.faults))
    if judged.problems:
        raise typer.Exit(ExitCode.NOT_GOOD)


def scores_as_text(evaluation: Evaluation) -> str:
    """The scores as lines that stay alike from run to run: a diff of two shows what changed."""
    lines = [
        f"{counted(evaluation.documents, 'document')}, {counted(evaluation.claims, 'claim')} found",
        "",
        _row("", "found", "told", "right", "precision", "recall", "F1"),
    ]
    lines += [_scored(kind, score) for kind, score in evaluation.kinds.items()]
    lines.append(_scored("all", evaluation.total))
    lines.append(_scored("person names", evaluation.names))
    lines += ["", _row("slot", "filled", "told", "right", "right/filled", "right/told", "")]
    lines += [_scored(name, score, f1=False) for name, score in sorted(evaluation.slots.items())]
    grounding = _share(evaluation.grounded, evaluation.claims)
    against = _share(evaluation.asserted_against, evaluation.asserted)
    against_all = f"{evaluation.asserted_against} of {evaluation.asserted}"
    lines += [
        *_reliability_lines(evaluation),
        "",
        f"quotes at their place     {evaluation.grounded} of {evaluation.claims} ({grounding})",
        f"asserted against the text {against_all} ({against})",
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def scores_as_json(evaluation: Evaluation) -> dict[str, Any]:
    """The same for programs: counts, and shares to four places, null where there is none."""
    return {
        "documents": evaluation.documents,
        "kinds": {kind: _plain(score) for kind, score in evaluation.kinds.items()},
        "all": _plain(evaluation.total),
        "person_names": _plain(evaluation.names),
        "slots": {name: _plain(score) for name, score in sorted(evaluation.slots.items())},
        "claims": evaluation.claims,
        "grounded": evaluation.grounded,
        "asserted": evaluation.asserted,
        "asserted_against_the_text": evaluation.asserted_against,
    }


def _reliability_lines(evaluation: Evaluation) -> list[str]:
    from habeas.reading.probability.reliability import reliability

    found = reliability(evaluation.probabilities)
    if found is None:
        return []
    header = f"{'probability given':<28}{'claims':>8}{'mean':>8}{'right':>8}"
    lines = [
        f"{band.low:.1f} to {band.high:.1f}".ljust(28)
        + f"{band.claims:>8}{band.said:>8.3f}{band.right:>8.3f}"
        for band in found.bands
    ]
    error = f"calibration error {found.error:.3f}, Brier score {found.brier:.3f}"
    return ["", header, *lines, error]


def fault_lines(faults: Sequence[Fault]) -> Iterator[str]:
    """Each fault with its claim in notation, document by document."""
    from habeas.model.notation import write

    for fault in sorted(faults, key=lambda one: one.document):
        said = write(fault.atom.claim) if fault.atom else fault.words
        yield f"\n{fault.document}: {fault.what}\n  {said}"


def _scored(name: str, score: Score, *, f1: bool = True) -> str:
    shares = [score.precision, score.recall, score.f1 if f1 else None]
    written = ["" if share is None else f"{share:.3f}" for share in shares]
    return _row(name, score.found, score.wanted, score.right, *written)


def _row(name: str, *cells: object) -> str:
    first, second, third, *shares = cells
    counts = "".join(f"{cell!s:>8}" for cell in (first, second, third))
    return f"{name:<28}{counts}" + "".join(f"{cell!s:>14}" for cell in shares)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.4f}" if whole else "none"


def _plain(score: Score) -> dict[str, float | int | None]:
    shares = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    rounded = {name: None if one is None else round(one, 4) for name, one in shares.items()}
    return {"found": score.found, "told": score.wanted, "right": score.right, **rounded}
