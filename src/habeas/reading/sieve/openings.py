"""The letters a pattern of `reference.stems` can begin with, as far as they are fixed."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.reference.stems import choices, closing

_MOST = 64  # openings of one pattern; beyond it shorter ones are taken


def openings(pattern: str) -> frozenset[str]:
    """Letters, apostrophes and hyphens one of which stands at the start of every match.

    >>> sorted(openings("(?:незаконн~ )?арешт(?:у|и)?"))
    ['арешт', 'незаконн']
    """
    ended, going = _grown(pattern)
    return shortest(ended | going)


def whole(pattern: str) -> frozenset[str]:
    """All that a pattern matches; empty where that is not a few words alone.

    >>> sorted(whole("вивез(?:ли)?")), sorted(whole("вивез~"))
    (['вивез', 'вивезли'], [])
    """
    ended, going = _grown(pattern)
    return frozenset() if ended else frozenset(going)


def shortest(found: Iterable[str]) -> frozenset[str]:
    """Those of which no other is the beginning.

    >>> sorted(shortest(["суд", "судом", "сюди"]))
    ['суд', 'сюди']
    """
    kept: list[str] = []
    for one in sorted(found):
        if not kept or not one.startswith(kept[-1]):
            kept.append(one)
    return frozenset(kept)


def _grown(pattern: str) -> tuple[set[str], set[str]]:
    """Openings that end inside the pattern, and those that what follows it may continue."""
    ended: set[str] = set()
    going = {""}
    at = 0
    while at < len(pattern) and going:
        first, length = _first(pattern[at:])
        if first is None or len(going) * len(first[1]) > _MOST:
            return ended | going, set()
        ended |= {start + more for start in going for more in first[0]}
        going = {start + more for start in going for more in first[1]}
        at += length
    return ended, going


def _first(rest: str) -> tuple[tuple[set[str], set[str]] | None, int]:
    """What the first piece of a pattern can be, ended and going on, and its length as written."""
    if rest.startswith("(?:"):
        end = closing(rest)
        ended: set[str] = set()
        going: set[str] = set()
        for choice in choices(rest[3:end]):
            one_ended, one_going = _grown(choice)
            ended |= one_ended
            going |= one_going
        piece, length = (ended, going), end + 1
    elif rest[0].isalpha() or rest[0] in "'-":
        piece, length = (set(), {rest[0]}), 1
    else:
        return None, 1
    after = rest[length : length + 1]
    if after == "?":
        return (piece[0], piece[1] | {""}), length + 1
    return (None, 1) if after and after in "*+{" else (piece, length)
