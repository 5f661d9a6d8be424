"""An outcome in words: reasons with their bits, what speaks against, who comes next."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.resolution.lists.entry import Party
from habeas.resolution.lists.outcome import Pair, Rival
from habeas.resolution.score.evidence import PRIOR, Reason

_SHOWN = 12  # rows of a party that are named one by one
_SAYS_NOTHING = 0.05  # bits


def reasons(pair: Pair) -> str:
    """What the probability rests on, a reason a line; the bits add up."""
    found = [one for one in pair.link.score.reasons if abs(one.bits) >= _SAYS_NOTHING]
    ordered = sorted(found, key=lambda one: one.sign == PRIOR)
    return "\n".join(map(_reason, ordered))


def against(pair: Pair) -> str:
    """What speaks against it, a line each; empty where nothing does."""
    return "\n".join(_against(pair))


def rival(found: Rival | None) -> tuple[str, float | str | None]:
    """Who else might be meant, and how probable that is."""
    if found is None:
        return "", None
    return f"{name(found.party)} ({places(found.party)})", chance(found)


def chance(of: Pair | Rival) -> float | str:
    """A number where numbers were found to be true, words elsewhere."""
    try:
        return float(of.words)
    except ValueError:
        return of.words


def name(party: Party) -> str:
    return party.entries[0].name


def places(party: Party) -> str:
    """The cells of all rows that say the same."""
    shown = ", ".join(entry.where for entry in party.entries[:_SHOWN])
    more = len(party.entries) - _SHOWN
    return f"{shown} and {more:,} more" if more > 0 else shown


def _reason(one: Reason) -> str:
    bits = f"{one.bits:+.1f}".replace("-", "\u2212")  # a hyphen would be parted from its number
    return f"{one.words}\u00a0{bits}"


def _against(pair: Pair) -> Iterator[str]:
    score = pair.link.score
    for one in score.reasons:
        if one.sign != PRIOR and (one.sign in score.contrary or one.bits <= -_SAYS_NOTHING):
            yield one.words
    if pair.objection:
        yield pair.objection
    if score.is_name_only:
        yield "nothing but the names agrees"
    if len(pair.one.entries) > 1 or len(pair.other.entries) > 1:
        yield "several rows say the same; which of them is meant cannot be told"
