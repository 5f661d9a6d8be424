"""Who is one person, beside nomenklatura and Splink on the same records, in one run.

    python -m benchmarks.resolution [--pairs FOLDER] [--lines 10000 100000 1000000]

FOLDER holds labelled pairs of names (pairs_*.csv with left, right, label, category). Peers take
part when `make bench-matchers` has installed them, and are named as missing otherwise.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import process_time

import numpy as np

from benchmarks.identity.at_scale import told_of, write_columns, write_lines
from benchmarks.identity.figures import quality, recall_at_false_positives
from benchmarks.identity.inflected import inflected_pairs, put_back
from benchmarks.identity.invented import Told, invented
from benchmarks.identity.linkage import calibration_error, linkage, strata
from benchmarks.identity.matchers import HOME, PEERS, Judged, ours, peers
from benchmarks.identity.pair_sets import NamePair, labelled, random_pairs, sex_flips
from habeas.resolution.names.parts import parse

SPLINK = HOME / "benchmarks/peers/splink_link.py"
NAMES = 200_000
LINKED = 0.5
FALSE_POSITIVES = 0.001
INITIALS = "initials"
CALIBRATED = 0.03  # calibration error up to which a number is shown


def judged(pairs: Sequence[NamePair]) -> list[Judged]:
    return [ours(pairs), *peers(pairs)]


def labelled_set(path: Path) -> None:
    """One table of a labelled set: quality, speed, initials, and the crowd of random pairs."""
    pairs = labelled(path)
    crowd = random_pairs(pairs)
    same = [pair.is_same for pair in pairs]
    print(f"\n{path.stem}: {len(pairs)} pairs, {sum(same)} of one person; {len(crowd)} at random")
    print(
        f"{'matcher':12}{'AP':>8}{'F1':>8}{'R@P95':>8}{'ECE':>8}{'init':>8}{'R@.1%':>8}{'pairs/s':>9}"
    )
    for one, random in zip(judged(pairs), judged(crowd), strict=True):
        got = quality(same, one.plain)
        alike = [score for score, pair in zip(one.plain, pairs, strict=True) if pair.is_same]
        rare = recall_at_false_positives(alike, random.plain, share=FALSE_POSITIVES)
        print(
            f"{one.matcher:12}{got.average_precision:8.4f}{got.best_f1:8.4f}{got.recall_95:8.4f}"
            f"{got.calibration_error:8.4f}{_initials(pairs, one):>8}{rare:8.4f}"
            f"{len(crowd) / random.cpu_s:9,.0f}"
        )


def _initials(pairs: Sequence[NamePair], one: Judged) -> str:
    """Recall among pairs with initials, at the threshold where the whole set is 95 % precise."""
    bar = _bar([pair.is_same for pair in pairs], one.plain)
    scores = [
        score
        for score, pair in zip(one.plain, pairs, strict=True)
        if pair.kind == INITIALS and pair.is_same
    ]
    return f"{sum(score >= bar for score in scores) / len(scores):.3f}" if scores else "-"


def _bar(same: Sequence[bool], scores: Sequence[float]) -> float:
    """The lowest threshold at which 95 % of what is above it is true."""
    bar, true = 1.1, 0
    ranked = sorted(zip(scores, same, strict=True), reverse=True)
    for at, (score, is_same) in enumerate(ranked, start=1):
        true += is_same
        is_last = at == len(ranked) or ranked[at][0] != score
        if is_last and true / at >= 0.95:  # noqa: PLR2004  # as in the figure's name
            bar = score
    return bar


def inflected() -> None:
    """Names in the cases that news print them in, ours and peers; and names put back alone."""
    pairs = inflected_pairs()
    same = [pair.is_same for pair in pairs]
    print(f"\nnames in any case, invented: {len(pairs)} pairs, {sum(same)} of one person")
    print(f"{'matcher':12}{'AP':>8}{'F1':>8}{'R@P95':>8}{'pairs/s':>9}")
    for one in judged(pairs):
        got = quality(same, one.plain)
        print(
            f"{one.matcher:12}{got.average_precision:8.4f}{got.best_f1:8.4f}{got.recall_95:8.4f}"
            f"{len(pairs) / one.cpu_s:9,.0f}"
        )
    put: dict[tuple[str, str], list[bool]] = defaultdict(list)
    for language, kind, is_right in put_back():
        put[language, kind].append(is_right)
    print("in the nominative afterwards:")
    for (language, kind), right in sorted(put.items()):
        print(
            f"{language} {kind:12}{sum(right):6,} of {len(right):6,}{sum(right) / len(right):8.3f}"
        )


def two_sexes() -> None:
    pairs = sex_flips()
    print(f"\nmen and women of like names: {len(pairs)} pairs, linked at {LINKED}")
    for one in judged(pairs):
        print(f"{one.matcher:12}{sum(score >= LINKED for score in one.plain):6}")


def parsing(names: Sequence[str]) -> None:
    """How many names are taken apart in a CPU-second, none of them seen before."""
    parse.cache_clear()
    before = process_time()
    for name in names:
        parse(name)
    print(f"\nnames taken apart per CPU-s: {len(names) / (process_time() - before):,.0f}")


def at_scale(number: int) -> None:
    """One table of invented lines: ours and Splink, each in a process of its own."""
    told, later = told_of(number)
    person = np.array([one.person for one in told])
    print(f"\n{number:,} invented lines of {len(np.unique(person)):,} people")
    print(f"{'':14}{'AP':>7}{'F1':>7}{'ECE':>7}{'kept':>7}{'pairs':>7}", end="")
    print(f"{'B3 P':>7}{'B3 R':>7}{'B3 F':>7}{'mixed':>8}{'CPU s':>8}{'wall s':>8}{'MB':>8}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found, lines, new = folder / "found.npz", folder / "told.csv", folder / "later.csv"
        write_lines(told, lines)
        write_lines(later, new, start=number)
        ours = [sys.executable, "-m", "benchmarks.identity.at_scale", *map(str, (lines, new))]
        took = _run([*ours, str(found)])
        errors = {"habeas": _row("habeas", told, found, took)}
        if PEERS.exists():
            write_columns(number, folder / "lines.csv")
            for manner in ("", "plain"):
                theirs = [str(PEERS), str(SPLINK), str(folder / "lines.csv"), str(found), manner]
                peer = f"splink {manner}".strip()
                errors[peer] = _row(peer, told, found, _run(theirs))
    lines_s = number / took["parse_cpu_s"]
    print(
        f"lines read per CPU-s {lines_s:,.0f}; 100 more, CPU-s: first {took['new_first_s']:.3f},",
        end="",
    )
    print(f" warm {took['new_s']:.3f}; links left out as disputed {took['disputed']:.0f}")
    _calibration(errors)


def _calibration(errors: Mapping[str, Mapping[str, float]]) -> None:
    """Calibration errors per stratum, and where words are told in place of numbers."""
    print(f"calibration error{'':13}" + "".join(f"{name:>14}" for name in errors))
    for stratum in errors["habeas"]:
        off = [errors[name][stratum] for name in errors]
        told = "" if off[0] <= CALIBRATED else "  in words"
        print(f"  {stratum:28}" + "".join(f"{one:14.4f}" for one in off) + told)


def _run(command: list[str]) -> dict[str, float]:
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=HOME)
    took: dict[str, float] = json.loads(run.stdout.splitlines()[-1])
    return took


def _row(
    name: str, told: Sequence[Told], found: Path, took: Mapping[str, float]
) -> dict[str, float]:
    """Prints a row; the calibration error of each stratum."""
    person = np.array([one.person for one in told])
    with np.load(found) as held:
        left, right, chance, group = (held[key] for key in ("left", "right", "chance", "group"))
    got = linkage(person, left, right, chance=chance, group=group)
    print(
        f"{name:14}{got.average_precision:7.3f}{got.best_f1:7.3f}{got.calibration_error:7.4f}"
        f"{got.kept:7.3f}{got.pairs_a_line:7.2f}{got.precision:7.3f}{got.recall:7.3f}"
        f"{got.f1:7.3f}{got.mixed:8,}{took['cpu_s']:8.1f}{took['wall_s']:8.1f}{took['peak_mb']:8,.0f}"
    )
    same = person[left] == person[right]
    return {
        stratum: calibration_error(same[among], chance[among])
        for stratum, among in strata(told, left, right).items()
    }


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pairs", type=Path, help="folder of labelled pairs (pairs_*.csv)")
    asked.add_argument("--lines", type=int, nargs="*", default=[10_000], help="how many to invent")
    given = asked.parse_args()
    if not PEERS.exists():
        print("No peers installed: nothing stands beside ours. To compare: make bench-matchers")
    for path in sorted(given.pairs.glob("pairs_*.csv")) if given.pairs else []:
        labelled_set(path)
    inflected()
    two_sexes()
    parsing([one.name for one in invented(NAMES)])
    for number in given.lines:
        at_scale(number)


if __name__ == "__main__":
    main()
