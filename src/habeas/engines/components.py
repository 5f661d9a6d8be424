"""Lines joined into groups by sure pairs, but not across pairs that speak against.

Where all that is joined agrees, groups are what hangs together. Where two lines that hang together
speak against being one person, the surest pairs join first, and a pair that would join what another
keeps apart is left out and shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from habeas.engines.blocking import unpacked
from habeas.engines.columns import Ints, Longs
from habeas.engines.edges import Edges
from habeas.engines.weighing import ALONE, Floats


@dataclass(frozen=True, slots=True)
class Joined:
    """For each line the smallest of all it hangs with, and of its group; pairs left out."""

    hanging: Ints
    group: Ints
    disputed: Longs


def joined(size: int, pairs: Longs, chances: Floats, *, sure: float, ids: Sequence[str]) -> Joined:
    """Groups of lines 0 to `size`: pairs from `sure` on join, those below zero keep apart.

    `chances` are verdicts: those above one join nobody.
    """
    is_sure = (chances >= sure) & (chances < ALONE)
    left, right = unpacked(pairs[is_sure])
    hanging = _hanging(size, left, right)
    ones, others = unpacked(pairs[chances < 0.0])
    torn = hanging[ones] == hanging[others]
    contested = np.unique(hanging[ones[torn]])
    group, disputed = hanging.copy(), np.zeros(0, np.int64)
    if contested.size:
        is_joining = is_sure & np.isin(hanging[unpacked(pairs)[0]], contested)
        apart = list(zip(ones[torn].tolist(), others[torn].tolist(), strict=True))
        group[np.isin(hanging, contested)] = np.flatnonzero(np.isin(hanging, contested))
        disputed = _carefully(group, pairs[is_joining], chances[is_joining], apart=apart, ids=ids)
    return Joined(hanging, group, disputed)


def rejoined(
    before: Joined, edges: Edges, touched: Longs, *, sure: float, ids: Sequence[str]
) -> Joined:
    """Groups found anew for all that hangs together with lines of touched pairs.

    Lines that were not there before follow those that were.
    """
    new = np.arange(len(before.group), len(ids), dtype=np.int32)
    hanging = np.concatenate([before.hanging, new])
    group = np.concatenate([before.group, new])
    roots = np.unique(hanging[np.concatenate([*unpacked(touched), new])])
    is_among = np.zeros(len(hanging), np.bool_)
    is_among[roots] = True
    lines = np.flatnonzero(is_among[hanging]).astype(np.int32)
    pairs, chances = edges.within(lines)
    left, right = unpacked(pairs)
    small = _in_order(np.searchsorted(lines, left), np.searchsorted(lines, right))
    names = [ids[line] for line in lines.tolist()]
    found = joined(len(lines), small, chances, sure=sure, ids=names)
    hanging[lines], group[lines] = lines[found.hanging], lines[found.group]
    ones, others = unpacked(found.disputed)
    here = _in_order(lines[ones], lines[others])
    kept = ~np.isin(unpacked(before.disputed)[0], lines)
    return Joined(hanging, group, np.union1d(before.disputed[kept], here))


def _in_order(left: Longs | Ints, right: Longs | Ints) -> Longs:
    """Pairs as single numbers, in the order they have."""
    return np.asarray((left.astype(np.int64) << 32) | right)


def _hanging(size: int, left: Ints, right: Ints) -> Ints:
    """The smallest line of all that hang together, for each line."""
    found = np.arange(size, dtype=np.int32)
    while True:
        low = np.minimum(found[left], found[right])
        after = found.copy()
        np.minimum.at(after, found[left], low)
        np.minimum.at(after, found[right], low)
        while not np.array_equal(after, after[after]):
            after = after[after]
        if np.array_equal(after, found):
            return found
        found = after


def _carefully(
    group: Ints,
    pairs: Longs,
    chances: Floats,
    *,
    apart: Sequence[tuple[int, int]],
    ids: Sequence[str],
) -> Longs:
    """Joins in `group` the surest pairs first; the pairs that others keep from joining."""
    enemies: dict[int, set[int]] = {}
    for one, other in apart:
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    left, right = unpacked(pairs)
    asked = sorted(
        zip((-chances).tolist(), left.tolist(), right.tolist(), strict=True),
        key=lambda one: (one[0], *sorted((ids[one[1]], ids[one[2]]))),
    )
    members: dict[int, set[int]] = {}
    of = {line: line for line in {*left.tolist(), *right.tolist()}}
    disputed = []
    for _, one, other in asked:
        ours, theirs = of[one], of[other]
        if ours == theirs:
            continue
        mine, yours = members.get(ours, {ours}), members.get(theirs, {theirs})
        smaller, larger = sorted((mine, yours), key=len)
        if any(not larger.isdisjoint(enemies.get(line, ())) for line in smaller):
            disputed.append((min(one, other) << 32) | max(one, other))
            continue
        both = mine | yours
        name = min(ours, theirs)
        members[name] = both
        of.update(dict.fromkeys(both, name))
    for line, name in of.items():
        group[line] = name
    return np.array(sorted(disputed), np.int64)
