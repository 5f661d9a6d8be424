"""Who judges the pairs: ourselves, and peers that run in an environment of their own."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time

from benchmarks.identity.pair_sets import NamePair
from habeas.resolution.compare.records import compare
from habeas.resolution.names.parts import parse
from habeas.resolution.propose import population
from habeas.resolution.record import Record
from habeas.resolution.score.evidence import Population, chance

HOME = Path(__file__).parents[2]
PEERS = HOME / "build/matchers/bin/python"
SCRIPT = HOME / "benchmarks/peers/matching.py"


@dataclass(frozen=True, slots=True)
class Judged:
    """A probability for each pair, and what it took; None in `scores`: the matcher abstains."""

    matcher: str
    scores: Sequence[float | None]
    cpu_s: float

    @property
    def plain(self) -> list[float]:
        """The scores, 0 for a pair without one."""
        return [one or 0.0 for one in self.scores]


def ours(pairs: Sequence[NamePair]) -> Judged:
    """Our score as shipped, among as many records as the set has names."""
    before = process_time()
    names = {name for pair in pairs for name in (pair.left, pair.right)}
    records = {name: Record(id=name, names=(parse(name),)) for name in names}
    among = population(records.values())
    found = [_probability(records[pair.left], records[pair.right], among) for pair in pairs]
    return Judged("habeas", found, process_time() - before)


def peers(pairs: Sequence[NamePair]) -> list[Judged]:
    """What peers say; none where they are not installed."""
    if not PEERS.exists():
        return []
    asked = json.dumps([[pair.left, pair.right] for pair in pairs])
    run = subprocess.run(
        [str(PEERS), str(SCRIPT)], input=asked, capture_output=True, text=True, check=True
    )
    return [
        Judged(each["matcher"], each["scores"], each["cpu_s"]) for each in json.loads(run.stdout)
    ]


def _probability(one: Record, other: Record, among: Population) -> float | None:
    return chance(compare(one, other), among)
