"""Running heads and feet: lines at the edge of many pages, kept once, where they first stand.

Numbers in them may differ when they count with the pages; a line that is nothing but such a
number is left out altogether. A gap must part them from the text: on forms, one a page, the first
and last entries may repeat too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from habeas.reading.pdf.lines import Line

_NUMBER = re.compile(r"\d+")
_AT_EDGE = 3  # so many lines from the top and from the bottom can belong to a head or foot
_HEIGHT_APART = 3.0  # points
_GAP = 1.6  # in units of the size of the type; usual lines are 1.0 to 1.4 apart
_FEWEST = 3

_Place = tuple[int, int]  # page, number of the line on it


def margins(pages: Sequence[Sequence[Line]]) -> tuple[set[_Place], set[_Place]]:
    """Running lines that first stand here, and running lines to leave out, by page and number."""
    kept: set[_Place] = set()
    dropped: set[_Place] = set()
    for places in _alike(pages):
        line = pages[places[0][0]][places[0][1]]
        if len({page for page, _ in places}) < min(_FEWEST, max(len(pages), 2)):
            continue
        is_number = not re.search(r"[^\W\d_]", line.text)
        kept |= set() if is_number else {places[0]}
        dropped |= set(places) if is_number else set(places[1:])
    return kept, dropped


def _alike(pages: Sequence[Sequence[Line]]) -> list[list[_Place]]:
    """Lines at the edges that say the same at the same height, by page."""
    groups: dict[tuple[str, int], list[list[_Place]]] = defaultdict(list)
    for number, lines in enumerate(pages):
        for at in _edges(lines):
            pattern = _NUMBER.sub("#", lines[at].text)
            height = round(lines[at].baseline / _HEIGHT_APART)
            same = groups[pattern, height]
            for group in same:
                page, first = group[0]
                if _counts(pages[page][first], lines[at], number - page):
                    group.append((number, at))
                    break
            else:
                same.append([(number, at)])
    return [group for same in groups.values() for group in same]


def _edges(lines: Sequence[Line]) -> list[int]:
    by_height = sorted(range(len(lines)), key=lambda at: lines[at].baseline)
    edges = {*_apart(lines, by_height), *_apart(lines, by_height[::-1])}
    # A page that would be mostly margin has a few lines of text set apart.
    return sorted(edges) if 2 * len(edges) <= len(lines) else []


def _apart(lines: Sequence[Line], order: Sequence[int]) -> Sequence[int]:
    """The first few lines in an order from an edge inwards, where a gap parts them from others."""
    for count, (at, following) in enumerate(pairwise(order[: _AT_EDGE + 1]), start=1):
        step = abs(lines[at].baseline - lines[following].baseline)
        if step > _GAP * max(lines[at].size, lines[following].size):
            return order[:count]
    return ()


def _counts(line: Line, later: Line, pages_on: int) -> bool:
    """Whether the numbers are the same, or as much higher as there are pages between."""
    pairs = zip(_NUMBER.findall(line.text), _NUMBER.findall(later.text), strict=True)
    return all(one == two or _value(two) - _value(one) == pages_on for one, two in pairs)


def _value(digits: str) -> int:
    return int(digits[:9])
