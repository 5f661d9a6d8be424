"""How well the readers read: documents with the claims a careful person took beside them.

Beside `report.txt` (or `.html`, `.pdf` ...) stands `report.claims`, in claim notation. The report
is captured, rendered and read as in every other run; the two sets of claims are set side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from habeas.model import notation
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.errors import HabeasError
from habeas.model.problem import Problem, Severity
from habeas.protocols import Reader, Renderer
from habeas.reading.evaluation.scores import Evaluation
from habeas.workflows.read import read_each
from habeas.workflows.read_one import REFUSED, DocumentRead

Progress = Callable[[int, int | None, str], None]
CLAIMS = ".claims"


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of one run: the evaluation, and what kept a document out of it."""

    evaluation: Evaluation
    problems: tuple[Problem, ...]


def evaluate(
    places: Sequence[Path],
    *,
    readers: Sequence[Reader],
    renderers: Sequence[Renderer],
    actor: Actor,
    progress: Progress | None = None,
) -> Judged:
    """Reads each document that has claims beside it and scores what was found."""
    evaluation = Evaluation()
    problems: list[Problem] = []
    documents = list(_documents(places))
    for done, (document, claims) in enumerate(documents):
        if progress:
            progress(done, len(documents), document.name)
        wanted = _wanted(claims, problems)
        if wanted is None:
            continue
        for one in read_each(
            [document], readers=readers, renderers=renderers, register=None, actor=actor
        ):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                _add(evaluation, document, one=one, wanted=wanted, problems=problems)
    return Judged(evaluation, tuple(problems))


def _documents(places: Sequence[Path]) -> Iterator[tuple[Path, Path]]:
    for place in places:
        files = sorted(place.rglob(f"*{CLAIMS}")) if place.is_dir() else [place]
        for file in files:
            claims = file.with_suffix(CLAIMS)
            beside = sorted(claims.parent.glob(f"{_escaped(claims.stem)}.*"))
            for document in beside:
                if document.suffix != CLAIMS:
                    yield document, claims


def _escaped(stem: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in stem)


def _wanted(claims: Path, problems: list[Problem]) -> list[AnyClaim] | None:
    try:
        return notation.parse(claims.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, HabeasError) as failure:
        problems.append(
            Problem(
                code="gold-unreadable",
                where=claims.name,
                what=f"the claims beside a document cannot be read: {str(failure).rstrip('.')}",
                remedy="Mend the file; its document was left out of the scores.",
                severity=Severity.ERROR,
            )
        )
        return None


def _add(
    evaluation: Evaluation,
    document: Path,
    *,
    one: DocumentRead,
    wanted: Sequence[AnyClaim],
    problems: list[Problem],
) -> None:
    strange = [claim for claim in wanted if claim.quote.document != one.document.sha256]
    if strange:
        problems.append(
            Problem(
                code="gold-of-another-text",
                where=document.name,
                what=f"{len(strange)} of the claims beside it quote a text with another hash",
                remedy="Stand the quotes anew on this text; it was left out of the scores.",
                severity=Severity.ERROR,
                document=one.document.sha256,
            )
        )
        return
    refused = sum(problem.code == REFUSED for problem in one.problems)
    evaluation.add(document.name, one.claims, wanted, refused=refused)
