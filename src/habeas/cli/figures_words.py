"""Why figures differ and what is wrong with them, in sentences."""

from __future__ import annotations

from habeas.ledger.figures.compare import Comparison, Verdict
from habeas.ledger.figures.definition import Figure
from habeas.ledger.figures.discrepancy import Discrepancy, DiscrepancyKind
from habeas.ledger.figures.relations import Axis, Difference, Relation, differences

AXES: dict[Axis, str] = {
    Axis.STATUS: "status",
    Axis.COUNTED: "statuses counted in",
    Axis.UNIT: "what is counted",
    Axis.BASIS: "now or ever",
    Axis.POPULATION: "who",
    Axis.EVIDENCE: "how they came to be counted",
    Axis.TERRITORY: "where",
    Axis.SINCE: "since when",
    Axis.AS_OF: "as of",
}
_RELATIONS: dict[Relation, str] = {
    Relation.SAME: "the same",
    Relation.NARROWER: "the first counts fewer",
    Relation.WIDER: "the first counts more",
    Relation.PARTLY: "they share some",
    Relation.APART: "they share none",
    Relation.UNSAID: "one does not say",
}
_VERDICTS: dict[Verdict, str] = {
    Verdict.AGREE: "They agree.",
    Verdict.ROUNDED: "They agree within the room that “about” leaves.",
    Verdict.ACCOUNTED: "The difference is exactly accounted for by another figure.",
    Verdict.DEFINED: "They count differently, and that can explain the difference.",
    Verdict.MOVED: "They count the same at different times; people come and go between.",
    Verdict.UNSAID: "What is left unsaid may be the reason; nothing else explains it.",
    Verdict.APART: "They count other people, so the numbers need not agree.",
    Verdict.AGAINST: "They count differently, but the difference goes the wrong way: "
    "the narrower count is the larger.",
    Verdict.FELL: "A total of all who ever were can only grow, and this one has fallen.",
    Verdict.CONTRADICT: "They count the same at the same time: both cannot be right.",
}


def number_words(one: Figure) -> str:
    """The number with its hedge: "about 100"."""
    quantity = one.claim.quantity
    words = str(quantity)
    hedge = quantity.qualifier.value.replace("_", " ")
    is_told = not quantity.is_hedged or any(sign.isalpha() for sign in words)
    return words if is_told else f"{hedge} {words}"


def verdict_words(found: Comparison) -> str:
    """What a comparison comes to."""
    return _VERDICTS[found.verdict]


def gap_words(found: Comparison) -> str:
    """By how much the first is larger or smaller."""
    low, high = found.gap
    if low is not None and low == high:
        if low == 0:
            return "The numbers are the same."
        side = "larger" if low > 0 else "smaller"
        return f"The first is {side} by {abs(low):,}."
    if low is not None and low > 0:
        return f"The first is larger by at least {low:,}."
    if high is not None and high < 0:
        return f"The first is smaller by at least {-high:,}."
    return "The numbers allow one another."


def difference_words(one: Difference) -> tuple[str, str, str, str]:
    """What differs, the words of each, and how they stand to each other."""
    relation = _RELATIONS[one.relation]
    if one.axis is Axis.AS_OF:
        relation = "other days" if one.relation is Relation.APART else "cannot be told apart"
    return AXES[one.axis], one.one or "not said", one.other or "not said", relation


def discrepancy_words(found: Discrepancy) -> str:
    """One finding as a sentence."""
    return _of_sums(found) or _of_series(found) or _of_meanings(found)


def _of_sums(found: Discrepancy) -> str:
    whole, parts = number_words(found.figures[0]), len(found.figures) - 1
    added = f"The {parts} parts add up to {found.expected or 0:,}"
    match found.kind:
        case DiscrepancyKind.PARTS_EXCEED | DiscrepancyKind.PARTS_FALL_SHORT:
            how = "more" if found.off > 0 else "less"
            return f"{added}, {abs(found.off):,} {how} than the {whole} they are parts of."
        case DiscrepancyKind.PARTS_OVERLAP:
            return f"{added} of {whole}: a part of {found.off:,} seems to be within the others."
    return ""


def _of_series(found: Discrepancy) -> str:
    before, after = (number_words(one) for one in found.figures[:2])
    match found.kind:
        case DiscrepancyKind.STOCK_AND_FLOW:
            return (
                f"From {before}, those who came and went lead to {found.expected or 0:,}; stated "
                f"are {after}: {abs(found.off):,} unexplained."
            )
        case DiscrepancyKind.TOTAL_FALLS:
            return (
                f"A total of all who ever were falls from {before} to {after}: somebody was "
                "reclassified, or it is a mistake."
            )
        case DiscrepancyKind.STOCK_FALLS:
            return (
                f"{abs(found.off):,} fewer are held than before ({before}, then {after}), and no "
                "figure tells of people released or dead in between."
            )
    return ""


def _of_meanings(found: Discrepancy) -> str:
    one, other = (number_words(each) for each in found.figures[:2])
    match found.kind:
        case DiscrepancyKind.TWO_MEANINGS:
            return f"{one} is told as a count of two things ({_of_two(found)})."
        case DiscrepancyKind.MEANING_SHIFTS:
            return f"{one} is later told as a count of another thing ({_of_two(found)})."
        case DiscrepancyKind.TWO_NUMBERS:
            return f"{one} and {other} are told of the same people at the same time."
        case DiscrepancyKind.SEVERAL_COUNTS:
            return (
                f"{one} and {other} stand beside each other and count different things "
                f"({_of_two(found)})."
            )
        case DiscrepancyKind.TWO_DATES:
            dates = " and ".join(str(each.as_of) for each in found.figures)
            return f"One statement of {one} is dated both {dates}."
    return found.kind.value


def _of_two(found: Discrepancy) -> str:
    told = differences(found.figures[0], found.figures[1])
    meant = (one for one in told if one.axis in (Axis.STATUS, Axis.BASIS, Axis.UNIT, Axis.COUNTED))
    pairs = [f"{one.one or 'not said'} and {one.other or 'not said'}" for one in meant]
    return "; ".join(pairs) or "in other words"
