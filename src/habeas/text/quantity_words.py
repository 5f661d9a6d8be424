"""The words quantities and lengths of time are made of in one language, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from habeas.model.quantity import Qualifier
from habeas.text.numerals import Numerals
from habeas.text.word_patterns import SPACE, alternatives, beginnings, by_folded

_MARK = r"[\"']?"


@dataclass(frozen=True, slots=True)
class Vague:
    """A word that stands for a range: "dozens" (by the rules of the model), "several hundred"."""

    qualifier: Qualifier
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """Everything the engine knows of one language.

    `hedge_before` and `hedge_after` qualify a number; `to`, `between` and `both` join two to a
    range. `part_before` and `part_after` make it part of another count ("of whom 33", "33 of
    them"), `whole_before` and `of_whole` announce that count ("of the 120, 33", "33 of the 120").
    `label_before` and `month_before` show that a number counts nothing (Article 5, May 5), unless
    a counted noun follows, with no word of `breaks` between; `date_before` shows a year, and
    `unit_after` a measure. `listed` joins numbers to a list, which is one or the other throughout.
    """

    numerals: Numerals
    vague: Mapping[str, Vague]
    hedges: Mapping[str, Qualifier]
    starts: re.Pattern[str]
    vague_at: re.Pattern[str]
    hedge_before: re.Pattern[str]
    hedge_after: re.Pattern[str]
    to: re.Pattern[str]
    between: re.Pattern[str]
    both: re.Pattern[str]
    part_before: re.Pattern[str]
    part_after: re.Pattern[str]
    whole_before: re.Pattern[str]
    of_whole: re.Pattern[str]
    label_before: re.Pattern[str]
    month_before: re.Pattern[str]
    date_before: re.Pattern[str]
    unit_after: re.Pattern[str]
    counted_after: re.Pattern[str]
    counted_before: re.Pattern[str]
    single: re.Pattern[str]
    listed: re.Pattern[str]


def compile_quantity_words(
    *,
    numerals: Numerals,
    vague: Mapping[str, Vague],
    before: Mapping[str, Qualifier],
    after: Mapping[str, Qualifier],
    lists: Mapping[str, Iterable[str]],
    articles: Iterable[str],
) -> QuantityWords:
    """Builds the engine's words from the lists of the file. Raises: KeyError for a missing one."""
    first = [f"{article} {word}" for article in articles for word in numerals.multipliers]
    to, also = alternatives(lists["to"]), alternatives(lists["also"])
    months, breaks = alternatives(lists["months"]), alternatives(lists["breaks"])
    return QuantityWords(
        numerals=numerals,
        vague=by_folded(vague),
        hedges=by_folded({**before, **after}),
        starts=beginnings([*numerals.first_words, *vague, *first, *lists["half_of"]]),
        vague_at=re.compile(rf"{alternatives(vague)}(?!\w)"),
        hedge_before=re.compile(rf"(?<![\w-])(?P<words>{alternatives(before)}){SPACE}{_MARK}\Z"),
        hedge_after=re.compile(rf"(?:{SPACE})?(?P<words>{alternatives(after)})(?!\w)"),
        to=re.compile(rf"[ ]?-[ ]?|{SPACE}{to}{SPACE}"),
        between=re.compile(rf"(?<![\w-]){alternatives(lists['between'])}{SPACE}\Z"),
        both=re.compile(rf"{SPACE}{also}{SPACE}"),
        part_before=re.compile(
            rf"(?<![\w-])({alternatives(lists['part_before'])}){SPACE}(?:[—–-]{SPACE})?\Z"
        ),
        part_after=re.compile(rf"{SPACE}({alternatives(lists['part_after'])})(?!\w)"),
        whole_before=re.compile(
            rf"(?:\A|[.;:,!?-]\s?)[\"']?({alternatives(lists['whole_before'])}){SPACE}\Z"
        ),
        of_whole=re.compile(rf"{SPACE}({alternatives(lists['of_whole'])}){SPACE}"),
        label_before=re.compile(
            rf"(?:(?<![\w-]){alternatives(lists['label_before'])}\.?{SPACE}?|[#№§$€£₴₽¥+]{SPACE}?)\Z"
        ),
        month_before=re.compile(rf"(?<!\w){months}\.?{SPACE}\Z"),
        date_before=re.compile(rf"(?<!\w){months}\.?,?{SPACE}(?:\d{{1,2}}\w*,?{SPACE})?\Z"),
        unit_after=re.compile(
            rf"[ ]?[%°₴₽€$£]|(?:{SPACE}|-)(?:{alternatives(lists['of'])}{SPACE})?"
            rf"{alternatives([*lists['unit_after'], *lists['months']])}(?!\w)"
        ),
        counted_after=re.compile(
            rf"{_MARK}{SPACE}(?:(?!{breaks}(?!\w))[^\W\d][\w-]*{SPACE}){{0,2}}?"
            rf"{alternatives(lists['counted'])}(?!\w)"
        ),
        counted_before=re.compile(rf"(?<!\w){alternatives(lists['counted'])}{SPACE}\Z"),
        single=re.compile(rf"{alternatives(lists['single'])}\Z"),
        listed=re.compile(
            rf"(?:\(\w{{1,3}}\))*(?:,?{SPACE}{also}{SPACE}|,{SPACE}|{SPACE}{to}{SPACE})"
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DurationWords:
    """Words for lengths of time: units by the letter ISO 8601 gives them, Y M W D H."""

    numerals: Numerals
    units: Mapping[str, str]
    starts: re.Pattern[str]
    unit_after: re.Pattern[str]
    half_after: re.Pattern[str]
    alone: re.Pattern[str]
    one: re.Pattern[str]
    joint: re.Pattern[str]
    range_to: re.Pattern[str]
    not_before: re.Pattern[str]
    not_after: re.Pattern[str]


def compile_duration_words(
    *, numerals: Numerals, units: Mapping[str, str], lists: Mapping[str, Iterable[str]]
) -> DurationWords:
    """Builds the words; `alone` are units that stand for one of themselves (Ukrainian "рік")."""
    joint = alternatives(lists["joint"])
    gap = rf"(?:{SPACE}|-)"
    articles = list(lists["one"])
    return DurationWords(
        numerals=numerals,
        units=by_folded(units),
        starts=beginnings([*numerals.first_words, *articles, *lists["alone"], *lists["half_of"]]),
        unit_after=re.compile(rf"{gap}({alternatives(units)})(?!\w)"),
        half_after=re.compile(rf"{SPACE}{alternatives(lists['half'])}(?!\w)"),
        alone=re.compile(rf"({alternatives(lists['alone'])})(?!\w)"),
        one=re.compile(rf"{alternatives(articles)}(?={SPACE})"),
        joint=re.compile(rf"(?:,{SPACE}|{SPACE})(?:{joint}{SPACE})?"),
        range_to=re.compile(rf"[ ]?-[ ]?|,?{SPACE}{alternatives(lists['range'])}{SPACE}|,{SPACE}"),
        not_before=re.compile(rf"(?:{gap}){alternatives(lists['not_before'])}(?!\w)"),
        not_after=re.compile(rf"(?<![\w-]){alternatives(lists['not_after'])}{SPACE}\Z"),
    )
