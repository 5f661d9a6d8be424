"""What `habeas match` prints: a summary for people, all pairs for programs."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

from habeas.cli.formats import json_text
from habeas.cli.safe import cell, one_line
from habeas.cli.terminal import say

if TYPE_CHECKING:
    from habeas.resolution.lists.entry import Entry
    from habeas.resolution.lists.outcome import Alone, Pair
    from habeas.workflows.match import Matched

_SHOWN = 5  # pairs to look at that the summary names
Value = str | int | float | None


def print_summary(found: Matched) -> None:
    """Counts, the first pairs to look at, and what could not be read."""
    outcome = found.outcome
    lines = [
        f"A: {found.a.name}, {len(found.a.entries):,} people",
        f"B: {found.b.name}, {len(found.b.entries):,} people",
        f"surely the same: {len(outcome.sure):,}",
        f"probably: {len(outcome.probable):,}",
        f"only in A: {len(outcome.only_a):,}",
        f"only in B: {len(outcome.only_b):,}",
        f"perhaps twice in A: {len(outcome.twice_a):,}, in B: {len(outcome.twice_b):,}",
    ]
    if found.joined is not None:
        lines.append(f"joined in the register by the rule: {found.joined:,}")
    for pair in outcome.probable[:_SHOWN]:
        one, other = pair.one.entries[0], pair.other.entries[0]
        lines.append(f"  {pair.words} | {one.name} ({one.where}) | {other.name} ({other.where})")
    if len(outcome.probable) > _SHOWN:
        lines.append(f"  ... and {len(outcome.probable) - _SHOWN:,} more in the workbook")
    sys.stdout.write("".join(f"{_on_a_line(line)}\n" for line in lines))
    for problem in found.problems:
        say(f"{problem.severity.value}: {problem}")


def print_json(found: Matched) -> None:
    """One object: both lists, the pairs of each band, and who stands alone."""
    outcome = found.outcome
    within = [("A", pair) for pair in outcome.twice_a] + [("B", pair) for pair in outcome.twice_b]
    answer = {
        "a": found.a.name,
        "b": found.b.name,
        "pairs": [_pair(pair) for pair in (*outcome.sure, *outcome.probable)],
        "only_a": [_alone(one) for one in outcome.only_a],
        "only_b": [_alone(one) for one in outcome.only_b],
        "twice": [{"list": side, **_pair(pair)} for side, pair in within],
        "problems": [str(problem) for problem in found.problems],
    }
    sys.stdout.write(json_text(answer) + "\n")


def print_csv(found: Matched) -> None:
    """A row for each pair and for each who stands alone."""
    out = csv.writer(sys.stdout, lineterminator="\r\n")  # RFC 4180
    out.writerow(_COLUMNS)
    for row in _rows(found):
        out.writerow([cell(str(value)) for value in row])


_COLUMNS = (
    *("kind", "chance", "a_name", "a_cell", "a_row", "b_name", "b_cell", "b_row"),
    *("reasons", "against"),
)


def _rows(found: Matched) -> Iterator[tuple[object, ...]]:
    from habeas.resolution.workbook.words import against, reasons

    outcome = found.outcome
    listed = [(pair.band.value, pair) for pair in (*outcome.sure, *outcome.probable)]
    listed += [("twice in A", pair) for pair in outcome.twice_a]
    listed += [("twice in B", pair) for pair in outcome.twice_b]
    for kind, pair in listed:
        sides = [
            value
            for party in (pair.one, pair.other)
            for value in (
                party.entries[0].name,
                "; ".join(entry.where for entry in party.entries),
                party.entries[0].line,
            )
        ]
        why = [reasons(pair).replace("\n", "; "), against(pair).replace("\n", "; ")]
        yield (kind, pair.words, *sides, *why)
    for one in outcome.only_a:
        yield ("only in A", "", *_entry(one.entry).values(), "", "", "", "", "")
    for one in outcome.only_b:
        yield ("only in B", "", "", "", "", *_entry(one.entry).values(), "", "")


def _pair(pair: Pair) -> dict[str, object]:
    from habeas.resolution.workbook.words import against, rival

    nearest, _ = rival(pair.rival)
    return {
        "band": pair.band.value,
        "chance": round(pair.probability, 4),
        "told_as": pair.words,
        "a": [_entry(entry) for entry in pair.one.entries],
        "b": [_entry(entry) for entry in pair.other.entries],
        "reasons": [
            {"sign": one.sign, "words": one.words, "bits": round(one.bits, 2)}
            for one in pair.link.score.reasons
        ],
        "against": against(pair).splitlines(),
        "nearest_other": nearest,
        "its_chance": round(pair.rival.probability, 3) if pair.rival else None,
    }


def _alone(one: Alone) -> dict[str, object]:
    nearest = one.nearest
    return {
        **_entry(one.entry),
        "nearest": nearest.party.entries[0].name if nearest else "",
        "its_chance": round(nearest.probability, 4) if nearest else None,
    }


def _entry(entry: Entry) -> dict[str, str]:
    return {"name": entry.name, "cell": entry.where, "row": entry.line}


def _on_a_line(line: str) -> str:
    indent = len(line) - len(line.lstrip())
    return " " * indent + one_line(line)
