"""Scores of peers for pairs of names: JSON pairs on standard input, JSON scores on output.

Runs under build/matchers (`make bench-matchers`), which knows nothing of habeas. A directed
matcher is asked both ways, and the better answer counts.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from time import process_time
from typing import Any

MATCHERS = ("logic-v2",)


def main() -> None:
    """Asks each peer that can be imported."""
    pairs = json.load(sys.stdin)
    found = []
    try:
        for name in MATCHERS:
            judge = _nomenklatura(name)
            judge("Ada Lovelace", "Lovelace Ada")  # its tables are loaded before the clock runs
            before = process_time()
            scores = [judge(left, right) for left, right in pairs]
            found.append({"matcher": name, "scores": scores, "cpu_s": process_time() - before})
    except ImportError as missing:
        print(f"nomenklatura cannot be imported: {missing}", file=sys.stderr)
    json.dump(found, sys.stdout)


def _nomenklatura(name: str) -> Callable[[str, str], float]:
    from followthemoney import ValueEntity  # noqa: PLC0415  # a peer may be missing
    from nomenklatura.matching import get_algorithm  # noqa: PLC0415

    algorithm: Any = get_algorithm(name)
    config = algorithm.default_config()
    made = 0

    def entity(text: str) -> Any:  # noqa: ANN401  # a peer's own type
        nonlocal made
        made += 1  # names are kept by id: an id used twice would score 1.0
        data = {"id": f"e{made}", "schema": "Person", "properties": {"name": [text]}}
        return ValueEntity.from_dict(data)

    def judge(left: str, right: str) -> float:
        one, other = entity(left), entity(right)
        ways = ((one, other), (other, one))
        return max(float(algorithm.compare(a, b, config).score) for a, b in ways)

    return judge


if __name__ == "__main__":
    main()
