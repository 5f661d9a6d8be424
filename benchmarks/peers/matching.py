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
        judges = {**{name: _nomenklatura(name) for name in MATCHERS}, "rigour": _rigour()}
        for name, judge in judges.items():
            judge("Ada Lovelace", "Lovelace Ada")  # its tables are loaded before the clock runs
            before = process_time()
            scores = [judge(left, right) for left, right in pairs]
            found.append({"matcher": name, "scores": scores, "cpu_s": process_time() - before})
    except ImportError as missing:
        print(f"nomenklatura cannot be imported: {missing}", file=sys.stderr)
    json.dump(found, sys.stdout)


def _rigour() -> Callable[[str, str], float]:
    """Symbols paired first, then what is left by its letters; shares are of letters explained."""
    from rigour.names import NameTypeTag, analyze_names, compare_parts, pair_symbols  # noqa: PLC0415

    known: dict[str, Any] = {}

    def name_of(text: str) -> Any:  # noqa: ANN401  # a peer's own type
        if text not in known:
            found = analyze_names(NameTypeTag.PER, [text], infer_initials=True)
            known[text] = next(iter(found), None)
        return known[text]

    def aligned(one: Any, other: Any, pairing: Any) -> float:  # noqa: ANN401
        paired = [each for alignment in pairing for each in alignment.qps]
        paired_too = [each for alignment in pairing for each in alignment.rps]
        left = [part for part in one.parts if part not in paired]
        right = [part for part in other.parts if part not in paired_too]
        explained = 0.0 + sum(len(part.form) for part in (*paired, *paired_too))
        for each in compare_parts(left, right):
            letters = sum(len(part.form) for part in (*each.qps, *each.rps))
            explained += each.score * letters if each.qps and each.rps else 0.0
        return explained / sum(len(part.form) for part in (*one.parts, *other.parts))

    def judge(left: str, right: str) -> float:
        one, other = name_of(left), name_of(right)
        if one is None or other is None:
            return 0.0
        return max(aligned(one, other, pairing) for pairing in (*pair_symbols(one, other), ()))

    return judge


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
