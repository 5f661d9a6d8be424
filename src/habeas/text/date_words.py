"""The words dates are made of in one language, compiled once for the engine.

A rule is a pattern in which `{class}` stands for any word of a class and `{day}`, `{year}` and the
like for numbers; a digit tells two of a kind apart (`{month} to {month2}`). The kind of a rule says
what the found parts mean: see `date_values.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from habeas.text.word_patterns import (
    SPACE,
    alternatives,
    beginnings,
    by_folded,
    folded,
    spaced,
)

# What numbers in dates look like. A year is of the last three centuries: reports name no other.
_NUMBERS = {
    "day": r"(?:3[01]|[12]\d|0?[1-9])",
    "dd": r"(?:3[01]|[12]\d|0[1-9])",
    "mm": r"(?:1[0-2]|0?[1-9])",
    "year": r"(?:1[89]|20)\d\d",
    "yy": r"\d\d",
    "decade": r"(?:1[89]|20)\d0",
    "number": r"\d{1,3}",
}
_PLACE = re.compile(r"\{([a-z_]+)(\d?)\}")
_BEGINNING = re.compile(r"\(\?:(?:\{[a-z_]+\}\|?)+\)|\{[a-z_]+\}")


class Meaning(StrEnum):
    """What a word before a date does to it."""

    RELATION = "relation"  # since, until, before, after, on, during
    PART = "part"  # early, mid, late, beginning, end; halves and quarters
    ABOUT = "about"
    NIGHT = "night"  # that begins on the date, or ends on it
    RANGE = "range"  # from, between: a second date follows


class Need(StrEnum):
    """What must stand before a date for it to be one."""

    NOTHING = "nothing"
    LEAD = "lead"
    PART = "part"  # a lead that names a part: the end of "the year"


@dataclass(frozen=True, slots=True)
class DateRule:
    """One way to write a date. `shift` is the fixed step of rules such as "the same day" (0).

    What `needs` a lead counts only after one ("in 2020") or joined to a date that has it ("2014 and
    2020"); `not_before` and `not_after` are neighbours that undo it.
    """

    id: str
    kind: str
    pattern: re.Pattern[str]
    shift: int = 0
    needs: Need = Need.NOTHING
    not_before: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None


@dataclass(frozen=True, slots=True)
class LeadWord:
    """A word before a date. A weak one ("the 2019 ...", "by 2021") vouches for less."""

    meaning: Meaning
    value: str
    is_weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class DateWords:
    """Everything the engine knows of one language.

    `starts` finds places where a rule may fit, at little cost, and `fits` tells whether one does.

    `to` joins two dates to a stretch, `also` two dates of a list; `counted` are nouns that show a
    number to be none of a year ("after 2000 people").
    """

    values: Mapping[str, Mapping[str, str]]
    rules: tuple[DateRule, ...]
    starts: re.Pattern[str]
    fits: re.Pattern[str]
    leads: Mapping[str, LeadWord]
    lead: re.Pattern[str]
    to: re.Pattern[str]
    also: re.Pattern[str]
    counted: re.Pattern[str]
    is_month_first: bool | None = None

    def value(self, name: str, words: str) -> str:
        """What a word of a class stands for."""
        return self.values[name][folded(words)]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenRule:
    """A rule as a file writes it, its pattern not yet filled."""

    id: str
    kind: str
    pattern: str
    shift: int = 0
    needs: Need = Need.NOTHING
    not_before: str = ""
    not_after: str = ""


def compile_date_words(
    *,
    classes: Mapping[str, Mapping[str, str]],
    rules: Iterable[WrittenRule],
    leads: Mapping[str, LeadWord],
    to: Iterable[str],
    also: Iterable[str],
    counted: Iterable[str],
    is_month_first: bool | None = None,
) -> DateWords:
    """Builds the engine's words; `classes` give the meaning of each written form.

    Raises: ValueError, with the rule, for a pattern that is broken or names a class there is not.
    """
    written = list(rules)
    compiled = tuple(_compiled(rule, classes) for rule in written)
    fits = "|".join(_filled(rule.pattern, classes) for rule in written)
    return DateWords(
        values={name: by_folded(forms) for name, forms in classes.items()},
        rules=compiled,
        starts=beginnings(_first_words(written, classes)),
        fits=re.compile(fits),
        leads={folded(word): lead for word, lead in leads.items()},
        lead=re.compile(rf"(?<![\w-])({alternatives(leads)})(?:{SPACE}|-)\Z"),
        to=re.compile(rf"[ ]?-[ ]?|{SPACE}(?:{alternatives(to)}){SPACE}"),
        also=re.compile(rf",?{SPACE}(?:{alternatives(also)}){SPACE}|,{SPACE}"),
        counted=re.compile(rf"{SPACE}(?:\w+{SPACE})?(?:{alternatives(counted)})(?!\w)"),
        is_month_first=is_month_first,
    )


def _compiled(rule: WrittenRule, classes: Mapping[str, Mapping[str, str]]) -> DateRule:
    try:
        pattern = re.compile(_filled(rule.pattern, classes, is_named=True))
    except (re.error, KeyError) as error:
        raise ValueError(f"rule {rule.id}: {error}") from error  # noqa: TRY003
    return DateRule(
        id=rule.id,
        kind=rule.kind,
        pattern=pattern,
        shift=rule.shift,
        needs=rule.needs,
        not_before=re.compile(spaced(rule.not_before)) if rule.not_before else None,
        not_after=re.compile(rf"(?:{spaced(rule.not_after)})\Z") if rule.not_after else None,
    )


def _first_words(
    rules: Iterable[WrittenRule], classes: Mapping[str, Mapping[str, str]]
) -> Iterator[str]:
    for rule in rules:
        beginning = _BEGINNING.match(rule.pattern)
        if beginning is None:
            raise ValueError(f"rule {rule.id}: begins with no class")  # noqa: TRY003
        for name, _ in _PLACE.findall(beginning[0]):
            yield from () if name in _NUMBERS else classes[name]


def _filled(
    pattern: str, classes: Mapping[str, Mapping[str, str]], *, is_named: bool = False
) -> str:
    def place(found: re.Match[str]) -> str:
        name, digit = found.groups()
        body = _NUMBERS.get(name) or alternatives(classes[name])
        return f"(?P<{name}{digit}>{body})" if is_named else f"(?:{body})"

    # No letter or digit may follow, nor a decimal: "March 1,450" is no first of March.
    return rf"(?:{spaced(_PLACE.sub(place, pattern))})(?!\w)(?![.,:/]\d)"
