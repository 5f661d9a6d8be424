"""Which of competing values stands, and why: rules weigh/2.

In this order, each rule only among the values the one before left standing:

1. a value that a decision prefers (`decision:<id>`; where several are preferred, none decides),
2. the most independent origins (`weigh/2:most-origins`),
3. better Admiralty marks, as set by a person: at least as good in both and better in one. The two
   marks are never made into one number, and F and 6 say nothing (`weigh/2:better-marks`),
4. the more refined of two dates that agree (`weigh/2:more-refined`).

Where that leaves several, all of them are held side by side (`weigh/2:tie`): a choice nobody can
defend is not made. Denials stand against a value and never take from its origins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from habeas.ledger.independence import count_origins
from habeas.model.grade import Credibility, Reliability
from habeas.model.partial_date import PartialDate
from habeas.model.person import HeldValue

RULES = "weigh/2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim's word on a value. `date` is the value where it is a date; `origins` are marks."""

    value: str
    claim: str
    origins: tuple[str, ...]
    is_denied: bool = False
    reliability: Reliability | None = None
    credibility: Credibility | None = None
    date: PartialDate | None = None


_ONLY = f"{RULES}:only-value"
_ALL = f"{RULES}:all-named"


def weigh(said: Sequence[Said], preferred: Mapping[str, str]) -> tuple[HeldValue, ...]:
    """All values, those that stand first. `preferred`: decisions that prefer a claim, by claim."""
    if len(said) == 1:
        return _alone(said[0], _ONLY)
    candidates = _candidates(said)
    standing = [one for one in candidates if one.origins]
    rule = _ONLY
    if len(standing) > 1:
        standing, rule = _narrowed(standing, preferred)
    return _as_held(candidates, standing=standing, rule=rule)


def all_held(said: Sequence[Said]) -> tuple[HeldValue, ...]:
    """All values, none competing: the charges of one accusation, the names of one person."""
    if len(said) == 1:
        return _alone(said[0], _ALL)
    candidates = _candidates(said)
    standing = [one for one in candidates if one.origins]
    return _as_held(candidates, standing=standing, rule=_ALL)


def _alone(said: Said, rule: str) -> tuple[HeldValue]:
    """The value of one claim that nobody else speaks to: most are."""
    claims, none = (said.claim,), ()
    return (
        HeldValue(
            value=said.value,
            claims_for=none if said.is_denied else claims,
            claims_against=claims if said.is_denied else none,
            origins=0 if said.is_denied else 1,
            is_held=not said.is_denied,
            rule=rule,
        ),
    )


class _Candidate:
    """One value with all that was said for and against it."""

    def __init__(self, value: str, said: Sequence[Said]) -> None:
        self.value = value
        self.said_for = [one for one in said if not one.is_denied]
        self.against = sorted({one.claim for one in said if one.is_denied})
        self.date = said[0].date
        self.claims = sorted({one.claim for one in self.said_for})
        self.origins = count_origins([one.origins for one in self.said_for])

    @cached_property
    def marks(self) -> tuple[str, str]:
        """The best of each mark given, A to E and 1 to 5: smaller is better, "" is none."""
        reliable = [one.reliability for one in self.said_for if one.reliability]
        credible = [one.credibility for one in self.said_for if one.credibility]
        return (
            min((mark for mark in reliable if mark is not Reliability.F), default=""),
            min(
                (mark for mark in credible if mark is not Credibility.CANNOT_BE_JUDGED), default=""
            ),
        )


def _candidates(said: Iterable[Said]) -> list[_Candidate]:
    by_value: dict[str, list[Said]] = {}
    for one in said:
        by_value.setdefault(one.value, []).append(one)
    return [_Candidate(value, by_value[value]) for value in sorted(by_value)]


def _narrowed(
    standing: list[_Candidate], preferred: Mapping[str, str]
) -> tuple[list[_Candidate], str]:
    chosen = [one for one in standing if any(claim in preferred for claim in one.claims)]
    if len(chosen) == 1:
        decision = min(preferred[claim] for claim in chosen[0].claims if claim in preferred)
        return chosen, f"decision:{decision}"
    rules: list[tuple[str, Callable[[list[_Candidate]], list[_Candidate]]]] = [
        ("most-origins", _with_most_origins),
        ("better-marks", _with_better_marks),
        ("more-refined", _more_refined),
    ]
    for name, rule in rules:
        standing = rule(standing)
        if len(standing) == 1:
            return standing, f"{RULES}:{name}"
    return standing, f"{RULES}:tie"


def _with_most_origins(candidates: list[_Candidate]) -> list[_Candidate]:
    most = max(one.origins for one in candidates)
    return [one for one in candidates if one.origins == most]


def _with_better_marks(candidates: list[_Candidate]) -> list[_Candidate]:
    unbeaten = [
        one
        for one in candidates
        if not any(_is_better(other.marks, one.marks) for other in candidates)
    ]
    return unbeaten or candidates  # where marks are missing, "better" could go round in a circle


def _is_better(marks: tuple[str, str], than: tuple[str, str]) -> bool:
    """Better in one mark and not worse in the other; a mark only one side has decides nothing."""
    pairs = [(mine, other) for mine, other in zip(marks, than, strict=True) if mine and other]
    return all(mine <= other for mine, other in pairs) and any(
        mine < other for mine, other in pairs
    )


def _more_refined(candidates: list[_Candidate]) -> list[_Candidate]:
    dates = [one.date for one in candidates if one.date is not None]
    return [
        one
        for one in candidates
        if one.date is None or not any(date.refines(one.date) for date in dates)
    ]


def _as_held(
    candidates: list[_Candidate], *, standing: list[_Candidate], rule: str
) -> tuple[HeldValue, ...]:
    names = {one.value for one in standing}
    values = [
        HeldValue(
            value=one.value,
            claims_for=tuple(one.claims),
            claims_against=tuple(one.against),
            origins=one.origins,
            is_held=one.value in names,
            rule=rule,
        )
        for one in candidates
    ]
    if len(values) > 1:
        values.sort(key=lambda one: (not one.is_held, -one.origins, one.value))
    return tuple(values)
