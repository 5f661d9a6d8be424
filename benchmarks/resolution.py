"""Who is one person, beside nomenklatura and Splink on the same records, in one run.

    python -m benchmarks.resolution [--pairs FOLDER]

FOLDER holds labelled pairs of names (pairs_*.csv with left, right, label, category). Peers take
part when `make bench-matchers` has installed them, and are named as missing otherwise.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from time import process_time

from benchmarks.identity.figures import quality, recall_at_false_positives
from benchmarks.identity.matchers import PEERS, Judged, ours, peers
from benchmarks.identity.pair_sets import NamePair, labelled, random_pairs, sex_flips
from habeas.resolution.names.parts import parse

LINKED = 0.5
FALSE_POSITIVES = 0.001
INITIALS = "initials"


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


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--pairs", type=Path, help="folder of labelled pairs (pairs_*.csv)")
    given = asked.parse_args()
    if not PEERS.exists():
        print("No peers installed: nothing stands beside ours. To compare: make bench-matchers")
    for path in sorted(given.pairs.glob("pairs_*.csv")) if given.pairs else []:
        labelled_set(path)
    two_sexes()


if __name__ == "__main__":
    main()
