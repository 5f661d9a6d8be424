"""Numbers with the words that hedge or join them: "more than two hundred", "80-90", "dozens"."""

from __future__ import annotations

from typing import NamedTuple

from habeas.model.quantity import Qualifier, Quantity
from habeas.text.numerals import Number, number_at
from habeas.text.quantity_words import QuantityWords
from habeas.text.word_patterns import folded

_LOOKBACK = 40
_MOST_HEDGES = 3
_OPEN = (Qualifier.AT_LEAST, Qualifier.MORE_THAN)
_CLOSED = (Qualifier.UP_TO, Qualifier.LESS_THAN)


class Counted(NamedTuple):
    """A number, range or vague word with its hedges, and where all of it stands.

    `quantity` is None for a number that is not whole. `is_year` and `is_single` are for numbers
    without a hedge that bounds them: what may be a year, and the word "one".
    """

    start: int
    end: int
    quantity: Quantity | None
    is_hedged: bool = False
    is_year: bool = False
    is_single: bool = False


def counted_at(text: str, at: int, words: QuantityWords, *, after: int = 0) -> Counted | None:
    """What begins at a place, its hedges not before `after`; None where no number does.

    The text is already folded.
    """
    bare = _vague_at(text, at, words) or _number_at(text, at, words, after=after)
    if bare is None:
        return None
    hedges, start = _hedges_before(text, at, words, after=after)
    end = bare.end
    behind = words.hedge_after.match(text, end)
    # "40, at least 5": before another number the words are that one's.
    if behind and not words.starts.match(text, behind.end() + 1):
        hedges, end = [*hedges, words.hedges[folded(behind["words"])]], behind.end()
    # A quotation mark that opened among the hedges closes behind the number.
    if any(mark in text[start:at] for mark in "\"'") and text[end : end + 1] in ("'", '"'):
        end += 1
    is_bounded = any(hedge not in (Qualifier.ABOUT, Qualifier.UP_TO) for hedge in hedges)
    return Counted(
        start=min(start, bare.start),
        end=end,
        quantity=_hedged(bare.quantity, hedges) if bare.quantity else None,
        is_hedged=bool(hedges),
        is_year=bare.is_year and not is_bounded,
        is_single=bare.is_single,
    )


def _vague_at(text: str, at: int, words: QuantityWords) -> Counted | None:
    found = words.vague_at.match(text, at)
    if found is None:
        return None
    vague = words.vague[folded(found[0])]
    quantity = (
        Quantity.vague(vague.qualifier)
        if vague.low is None and vague.high is None
        else Quantity(vague.low, vague.high, vague.qualifier)
    )
    return Counted(at, found.end(), quantity)


def _number_at(text: str, at: int, words: QuantityWords, *, after: int) -> Counted | None:
    first = number_at(text, at, words.numerals)
    if first is None:
        return None
    between = words.between.search(text, max(after, at - _LOOKBACK), at)
    joint = words.to.match(text, first.end)
    joint = joint or (words.both.match(text, first.end) if between else None)
    second = number_at(text, joint.end(), words.numerals) if joint else None
    if second is not None and (bounds := _bounds(first, second)):
        quantity = Quantity(*bounds, Qualifier.BETWEEN)
        is_year = first.is_year and second.is_year
        return Counted(between.start() if between else at, second.end, quantity, is_year=is_year)
    is_whole = first.value.denominator == 1
    return Counted(
        at,
        first.end,
        Quantity.of(int(first.value)) if is_whole else None,
        is_year=first.is_year,
        is_single=words.single.match(text[at : first.end]) is not None,
    )


def _bounds(first: Number, second: Number) -> tuple[int, int] | None:
    """Both ends of a range; "two to three thousand" begins at two thousand."""
    low, high = first.value, second.value
    if first.scale == 1 < second.scale and low < high / second.scale:
        low *= second.scale
    if low.denominator != 1 or high.denominator != 1 or low >= high:
        return None
    return int(low), int(high)


def _hedges_before(
    text: str, at: int, words: QuantityWords, *, after: int
) -> tuple[list[Qualifier], int]:
    """The hedges that lead up to a place, outermost first, and where they begin."""
    hedges: list[Qualifier] = []
    start = at
    while len(hedges) < _MOST_HEDGES:
        found = words.hedge_before.search(text, max(after, start - _LOOKBACK), start)
        if found is None:
            break
        hedges.insert(0, words.hedges[folded(found["words"])])
        start = found.start()
    return hedges, start


def _hedged(quantity: Quantity, hedges: list[Qualifier]) -> Quantity:
    """The quantity under its hedges; a bound goes before "about"."""
    bounding = [hedge for hedge in hedges if hedge in (*_OPEN, *_CLOSED)]
    hedge = (bounding or hedges or [Qualifier.EXACT])[0]
    low, high = quantity.low, quantity.high
    if quantity.qualifier is Qualifier.EXACT and low is not None:
        return Quantity.of(low, hedge)
    if hedge in _OPEN:
        return Quantity(low, None, quantity.qualifier)
    if hedge in _CLOSED:
        return Quantity(None, high, quantity.qualifier)
    return quantity
