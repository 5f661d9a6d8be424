"""What `habeas figures` prints: tables for people, plain records for programs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.text import Text

from habeas.cli.figures_words import (
    AXES,
    difference_words,
    discrepancy_words,
    gap_words,
    number_words,
    verdict_words,
)
from habeas.cli.safe import one_line
from habeas.cli.tables import SHORT, rows, table
from habeas.cli.terminal import console
from habeas.cli.words import counted
from habeas.ledger.figures.compare import Comparison
from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import Discrepancy
from habeas.workflows.figures_named import Answer, NamedAgainst, Placed

_SHOWN = 20  # names of a list


def print_figures(found: Sequence[Figure]) -> None:
    """One row a figure."""
    drawn = table("figure", "as of", "number", "what is counted", "said by")
    drawn.columns[0].no_wrap = True
    drawn.columns[1].max_width = 11
    drawn.columns[2].max_width = 12
    drawn.columns[3].ratio = 1
    drawn.columns[4].max_width = 18
    drawn.expand = True
    lines = (
        (one.id[:SHORT], one.as_of or "", number_words(one), _what(one), _who_says(one))
        for one in found
    )
    console().print(rows(drawn, lines) if found else "No figures.")


def figure_plain(one: Figure) -> dict[str, Any]:
    """A figure as one flat record."""
    claim, quantity = one.claim, one.claim.quantity
    return {
        "figure": one.id,
        "as_of": str(one.as_of or ""),
        "low": quantity.low,
        "high": quantity.high,
        "qualifier": quantity.qualifier.value,
        "words": quantity.words,
        "status": claim.status.value,
        "counted": [status.value for status in claim.counted],
        "unit": claim.unit.value,
        "basis": claim.basis.value if claim.basis else "",
        "since": str(claim.since.date) if claim.since else "",
        "population": claim.population.label if claim.population else "",
        "bounds": [f"{bound.facet}={bound.value}" for bound in sorted(one.definition.population)],
        "territory": [where.label for where in claim.territory],
        "grounds": claim.grounds,
        "part_of": claim.subset_of,
        "division": claim.division.value if claim.division else "",
        "said_by": _who_says(one),
        "via": [via.label for via in claim.via],
        "document": claim.quote.document,
        "quote": claim.quote.text,
    }


def print_comparison(found: Comparison) -> None:
    """Both figures, on what they differ, and what that explains."""
    out = console()
    print_figures([found.one, found.other])
    out.print()
    out.print(Text(gap_words(found)))
    if found.differences:
        drawn = table("differs in", "first", "second", "so that")
        out.print(rows(drawn, map(difference_words, found.differences)))
    out.print(Text(verdict_words(found), style="bold"))
    if found.between is not None:
        print_figures([found.between])


def comparison_plain(found: Comparison) -> dict[str, Any]:
    """A comparison as plain data."""
    return {
        "one": figure_plain(found.one),
        "other": figure_plain(found.other),
        "gap": list(found.gap),
        "verdict": found.verdict.value,
        "in_words": f"{gap_words(found)} {verdict_words(found)}",
        "differences": [
            {"axis": one.axis.value, "relation": one.relation.value, "one": one.one,
             "other": one.other}
            for one in found.differences
        ],
        "between": figure_plain(found.between) if found.between else None,
    }  # fmt: skip


def print_discrepancies(found: Sequence[Discrepancy]) -> None:
    """One row a finding, faults first, with the figures it is found in."""
    drawn = table("", "what", "said by", "as of", "figures")
    drawn.columns[1].ratio = 1
    drawn.columns[2].max_width = 20
    drawn.columns[4].max_width = SHORT
    drawn.expand = True
    rows(
        drawn,
        (
            (
                "fault" if one.is_fault else "note",
                discrepancy_words(one),
                _who_says(one.figures[0]),
                " / ".join(dict.fromkeys(str(each.as_of or "") for each in one.figures)),
                " ".join(each.id[:SHORT] for each in one.figures[:2]),
            )
            for one in found
        ),
    )
    faults = sum(one.is_fault for one in found)
    out = console()
    if found:
        out.print(drawn)
    out.print(f"{counted(faults, 'fault')}, {counted(len(found) - faults, 'note')}.")


def discrepancy_plain(one: Discrepancy) -> dict[str, Any]:
    """A finding as one flat record."""
    return {
        "kind": one.kind.value,
        "is_fault": one.is_fault,
        "in_words": discrepancy_words(one),
        "off": one.off,
        "expected": one.expected,
        "said_by": _who_says(one.figures[0]),
        "figures": [each.id for each in one.figures],
    }


def print_named(found: NamedAgainst) -> None:
    """How many are named of the number, who they are, and who is missing from which document."""
    out = console()
    print_figures([found.figure])
    sure, perhaps = found.of(Answer.YES), found.of(Answer.UNCLEAR)
    out.print()
    looked = f" as of {found.day}" if found.day else ""
    out.print(
        Text(
            f"Of {number_words(found.figure)}, {len(sure):,} are named for certain{looked}, "
            f"{len(perhaps):,} perhaps; {len(found.of(Answer.NO)):,} named people are not meant.",
            style="bold",
        )
    )
    drawn = table("", "person", "name", "what is not known of them")
    lines = [_placed(one) for one in (*sure, *perhaps)]
    if lines:
        out.print(rows(drawn, lines))
    for gap in found.gaps:
        if gap.missing:
            names = [one_line(person.name) for person in gap.missing]
            more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
            out.print(
                Text(
                    f"Document {gap.document[:SHORT]} names {len(gap.named)} of them, not: "
                    f"{', '.join(names[:_SHOWN])}{more}."
                )
            )


def named_plain(found: NamedAgainst) -> dict[str, Any]:
    """Who is among those counted, as plain data."""
    return {
        "figure": figure_plain(found.figure),
        "day": found.day.isoformat() if found.day else "",
        "people": [
            {
                "person": one.person.id,
                "name": one.person.name,
                "answer": one.answer.value,
                "points": [axis.value for axis in one.points],
            }
            for one in found.placed
        ],
        "lists": [
            {
                "document": gap.document,
                "named": [person.id for person in gap.named],
                "missing": [person.id for person in gap.missing],
            }
            for gap in found.gaps
        ],
    }


def _placed(one: Placed) -> tuple[str, str, str, str]:
    unknown = ", ".join(AXES[axis] for axis in dict.fromkeys(one.points))
    person = one.person
    short = person.id.partition(":")[2][:SHORT]
    return ("certain" if one.answer is Answer.YES else "perhaps", short, person.name, unknown)


def _what(one: Figure) -> str:
    """Status, unit, basis, statuses counted in, who, where, since when, and of what it is part."""
    claim = one.claim
    parts = [
        claim.status.value,
        claim.unit.value if claim.unit.value != "person" else "",
        claim.basis.value if claim.basis else "",
        ", ".join(status.value.replace("_", " ") for status in claim.counted),
        claim.population.label if claim.population else "",
        "in " + ", ".join(where.label for where in claim.territory) if claim.territory else "",
        claim.grounds,
        f"since {claim.since.date}" if claim.since else "",
        f"part of {claim.subset_of[:SHORT]}" if claim.subset_of else "",
    ]
    return "; ".join(part for part in parts if part)


def _who_says(one: Figure) -> str:
    """The speaker and through whom; where the page stands is for the plain records."""
    claim, document = one.claim, one.document
    via = [f"via {each.label}" for each in claim.via if "://" not in each.label]
    said = ", ".join([claim.speaker.label, *via] if claim.speaker else via)
    return said or (document.publisher or document.original_name if document else "")
