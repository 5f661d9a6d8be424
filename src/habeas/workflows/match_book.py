"""What was matched as a workbook; its summary says from what, by whom and by which rules."""

from __future__ import annotations

from collections.abc import Iterator

from habeas import __version__
from habeas.model.problem import Problem
from habeas.reference.files import edition
from habeas.reference.matching import packaged
from habeas.resolution.propose import WORTH_ASKING
from habeas.resolution.score.evidence import SURE
from habeas.resolution.workbook.write import workbook
from habeas.workflows.match import Matched, Side

Line = tuple[str, str | int | float | None]


def book_of(found: Matched) -> bytes:
    """The bytes of the XLSX file."""
    return workbook(found.outcome, summary=list(summary_of(found)), problems=problems_of(found))


def problems_of(found: Matched) -> tuple[Problem, ...]:
    """All problems of both lists, the worst first."""
    order = ("error", "warning", "note")
    return tuple(sorted(found.problems, key=lambda one: order.index(one.severity.value)))


def summary_of(found: Matched) -> Iterator[Line]:
    """What was compared and what came of it, a line each."""
    yield from _counts(found)
    yield from _side("A", found.a)
    yield from _side("B", found.b)
    yield "compared at (UTC)", found.at.isoformat(timespec="seconds")
    yield "compared by", found.by
    yield "program", f"habeas {__version__}"
    yield "weights", packaged().version
    yield "reference edition", edition()
    among = found.outcome.among
    yield "records that surnames are counted in", among.records
    yield "prior, in bits (log2 odds of a random pair)", round(among.prior_bits, 2)
    yield "sure from this chance, with more than names", SURE
    yield "listed from this chance", WORTH_ASKING


def _counts(found: Matched) -> Iterator[Line]:
    outcome = found.outcome
    yield "pairs that are surely the same", len(outcome.sure)
    yield "pairs to look at", len(outcome.probable)
    yield "only in A", len(outcome.only_a)
    yield "only in B", len(outcome.only_b)
    yield "pairs that may stand twice in A", len(outcome.twice_a)
    yield "pairs that may stand twice in B", len(outcome.twice_b)
    yield "problems", len(found.problems)
    if found.joined is not None:
        yield "pairs joined in the register by the rule", found.joined


def _side(letter: str, side: Side) -> Iterator[Line]:
    yield f"{letter}", side.name
    yield f"people in {letter}", len(side.entries)
    for document in side.documents:
        yield f"{letter}: SHA-256 of {document.original_name}", document.sha256
