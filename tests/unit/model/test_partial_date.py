"""Dates as far as they are known: what is understood, what is refused, and what follows."""

import csv
from datetime import date
from pathlib import Path

import pytest

from habeas.model.errors import NotYetArrested, ValueMalformed
from habeas.model.partial_date import Granularity, PartialDate, days_held, from_day

# Bounds by the edtf package, 5.0.2, an implementation by other hands: one date a line.
OTHER_HANDS = Path(__file__).with_name("edtf_bounds.csv")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "granularity"),
    [
        ("2021-02-15", "2021-02-15", "2021-02-15", Granularity.DAY),
        ("2021-02-15T10:30", "2021-02-15", "2021-02-15", Granularity.DAY),
        ("2021-02-15T10:30:59+02:00", "2021-02-15", "2021-02-15", Granularity.DAY),
        ("2021-02-15T23:59Z", "2021-02-15", "2021-02-15", Granularity.DAY),
        ("2021-02-15T10:30-05", "2021-02-15", "2021-02-15", Granularity.DAY),
        ("2021-02", "2021-02-01", "2021-02-28", Granularity.MONTH),
        ("2020-02", "2020-02-01", "2020-02-29", Granularity.MONTH),
        ("2021-02-XX", "2021-02-01", "2021-02-28", Granularity.MONTH),
        ("2021-02-1X", "2021-02-10", "2021-02-19", Granularity.MONTH),
        ("2021-03-3X", "2021-03-30", "2021-03-31", Granularity.MONTH),
        ("2021-02-0X", "2021-02-01", "2021-02-09", Granularity.MONTH),
        ("2021", "2021-01-01", "2021-12-31", Granularity.YEAR),
        ("2021-XX", "2021-01-01", "2021-12-31", Granularity.YEAR),
        ("2021-XX-XX", "2021-01-01", "2021-12-31", Granularity.YEAR),
        ("2021-XX-15", "2021-01-15", "2021-12-15", Granularity.YEAR),
        ("2021-1X", "2021-10-01", "2021-12-31", Granularity.YEAR),
        ("202X", "2020-01-01", "2029-12-31", Granularity.DECADE),
        ("201X-02-29", "2012-02-29", "2016-02-29", Granularity.DECADE),
        ("19XX", "1900-01-01", "1999-12-31", Granularity.CENTURY),
        ("2021-21", "2021-03-01", "2021-05-31", Granularity.SEASON),
        ("2021-24", "2021-12-01", "2022-02-28", Granularity.SEASON),
        ("2023-28", "2023-12-01", "2024-02-29", Granularity.SEASON),
        ("2021-31", "2021-03-01", "2021-05-31", Granularity.SEASON),
        ("2021-30", "2021-12-01", "2022-02-28", Granularity.SEASON),
        ("2021-33", "2021-01-01", "2021-03-31", Granularity.SEASON),
        ("2021-39", "2021-09-01", "2021-12-31", Granularity.SEASON),
        ("2021-41", "2021-07-01", "2021-12-31", Granularity.SEASON),
        ("2020-10~", "2020-10-01", "2020-10-31", Granularity.MONTH),
        ("1583", "1583-01-01", "1583-12-31", Granularity.YEAR),
        ("9999-23", "9999-09-01", "9999-11-30", Granularity.SEASON),
        ("2020-10/2021-02", "2020-10-01", "2021-02-28", Granularity.INTERVAL),
        ("2020-10~/2021-02-XX?", "2020-10-01", "2021-02-28", Granularity.INTERVAL),
    ],
)
def test_a_date_lies_between_the_first_and_last_day_its_digits_allow(
    text: str, earliest: str, latest: str, granularity: Granularity
) -> None:
    known = PartialDate(text)
    assert known.earliest == date.fromisoformat(earliest)
    assert known.latest == date.fromisoformat(latest)
    assert known.granularity is granularity
    assert str(known) == known.text == text


@pytest.mark.parametrize("text", ["XXXX-10-31", "XXXX-10", "XXXX-02-29", "XXXX-XX-15", "XXXX-1X"])
def test_a_date_without_a_year_has_no_bounds(text: str) -> None:
    known = PartialDate(text)
    assert (known.earliest, known.latest, known.day) == (None, None, None)
    assert known.granularity is Granularity.YEARLESS


@pytest.mark.parametrize("text", ["../2021", "/2021"])
def test_an_open_or_unknown_start_has_no_first_day(text: str) -> None:
    assert PartialDate(text).earliest is None
    assert PartialDate(text).latest == date(2021, 12, 31)


@pytest.mark.parametrize("text", ["2021/..", "2021/"])
def test_an_open_or_unknown_end_has_no_last_day(text: str) -> None:
    assert PartialDate(text).earliest == date(2021, 1, 1)
    assert PartialDate(text).latest is None


@pytest.mark.parametrize(
    "text",
    [
        "", " 2021", "2021 ", "2021\n", "2021-2", "21-02-2021", "20210215", "٢٠٢١", "2021-02-1٥",
        "2021-13", "2021-00", "2021-02-30", "2021-02-00", "2021-02-3X", "2021-2X", "2021-02-X",
        "2021-04-31", "2021-02-29", "1900-02-29", "201X-02-30", "XXXX-02-30",
        "2021-20", "2021-42", "2021-21-01", "202X-21", "XXXX-21", "9999-24",
        "XXXX", "XXXX-XX", "XXXX-XX-XX", "2XXX", "2X21", "X021", "20X1", "2021-xx",
        "0000", "0001", "1582", "1582-12", "15XX", "0021-02-15", "1582-21",
        "12021", "Y12021", "-2021", "2021~~", "~2021", "2021-~02", "2021-02~-15", "{2021,2022}",
        "[2021..]", "1950S2", "now", "-", "X",
        "2021-02T10:30", "2021T10:30", "2021-02-15T", "2021-02-15T10", "2021-02-15T24:00",
        "2021-02-15T10:60", "2021-02-15T10:30~", "2021-02-15T10:30+99:00", "2021-02-XXT10:30",
        "2021-02-15 10:30", "202X-02-15T10:30",
        "/", "../..", "/..", "../", "2021/2020", "2021-02-15/2021-02-14", "2021/2022/2023",
        "2021//2022", "XXXX-10/2021", "2021/XXXX-10", "2021/x",
    ],
)  # fmt: skip
def test_what_is_no_date_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueMalformed, match="Write it like: 2021-02-15"):
        PartialDate(text)


def test_other_hands_find_the_same_bounds() -> None:
    """Where they differ, one of four reasons holds, and the day of ours is the better one."""
    with OTHER_HANDS.open(encoding="utf-8", newline="") as rows:
        found = [(row["date"], row["earliest"], row["latest"]) for row in csv.DictReader(rows)]
    unlike = {text for text, *bounds in found if bounds != ours(text)}
    assert len(found) > 400
    assert {text for text in unlike if reason(text) is None} == set()
    assert len(unlike) < len(found) / 4


def ours(text: str) -> list[str]:
    known = PartialDate(text)
    return [day.isoformat() if day else "" for day in (known.earliest, known.latest)]


def reason(text: str) -> str | None:
    """Why the other implementation is not followed."""
    if text.startswith("XXXX"):
        return "it lets a year that is not known run from 0 to 9999; ours sets no bounds"
    if text[5:7] in {"24", "28", "30"}:
        return "it ends a winter on 31 December; ours runs to the end of February"
    if text.startswith("/") or text.endswith("/"):
        return "it invents ten years before or after an unknown end; ours leaves it unknown"
    if "X-02-29" in text:
        return "it gives 29 February to years that have none; ours looks for a leap year"
    return None


@pytest.mark.parametrize(
    ("text", "is_approximate", "is_uncertain"),
    [
        ("2021", False, False),
        ("2021~", True, False),
        ("2021?", False, True),
        ("2021%", True, True),
        ("2020~/2021", True, False),
        ("2020/2021?", False, True),
        ("../2021%", True, True),
    ],
)
def test_a_mark_is_seen_at_either_end(
    text: str, *, is_approximate: bool, is_uncertain: bool
) -> None:
    known = PartialDate(text)
    assert (known.is_approximate, known.is_uncertain) == (is_approximate, is_uncertain)


@pytest.mark.parametrize("text", ["2021-02-15", "2021-02-15T10:30", "2021-02-15/2021-02-15"])
def test_a_plain_day_is_one_day(text: str) -> None:
    assert PartialDate(text).day == date(2021, 2, 15)


@pytest.mark.parametrize("text", ["2021-02-15~", "2021-02-15?", "2021-02", "2021-02-15/.."])
def test_a_hedged_or_longer_date_is_not_one_day(text: str) -> None:
    assert PartialDate(text).day is None


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2021-02-14", "2021-02-15", True),
        ("2021-02-15", "2021-02-15", False),
        ("2021-02-15T10:30", "2021-02-15T12:00", False),
        ("2021-02", "2021-02-28", None),
        ("2021-02-28", "2021-02", False),
        ("2021", "2021-06", None),
        ("2020", "2021", True),
        ("2021", "2020", False),
        ("2020-10~", "2020-11-15", None),
        ("2020-10~", "2020-12-02", True),
        ("2020-10~", "2020-09-15", None),
        ("2021-02-15?", "2021-02-16", None),
        ("2021-02-15?", "2021-02-17", True),
        ("XXXX-10-31", "2021", None),
        ("2021", "XXXX-10-31", None),
        ("2021/..", "2020", False),
        ("2021/..", "2025", None),
        ("../2021", "2022", True),
        ("../2021", "2021", None),
        ("2021-24", "2022-02-28", None),
        ("2021-24", "2022-03-01", True),
        # Half past midnight in the east is still the day before in the west.
        ("2021-02-15T23:30Z", "2021-02-16T00:30+05:00", None),
        ("2021-02-15T23:30Z", "2021-02-16T00:30Z", True),
        ("2021-02-15T23:30Z", "2021-02-16", None),
        ("2021-02-15T23:30Z", "2021-02-17", True),
        ("2021-02-15T10:00/2021-02-16T10:00Z", "2021-02-17", None),
    ],
)
def test_one_date_is_before_another_only_where_both_decide_it(
    one: str, two: str, *, expected: bool | None
) -> None:
    assert PartialDate(one).is_before(PartialDate(two)) is expected


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("2021-02-15", "2021-02", True),
        ("2021-02-15", "2021-03", False),
        ("2021-02-15", "2021-02-15T10:30", True),
        ("2020-10~", "2020-11-02", True),
        ("2020-10~", "2020-12-02", False),
        ("2020~", "2021-06", True),
        ("2021/..", "2020/..", True),
        ("2021/..", "../2020", False),
        ("2021/", "../2022", True),
        ("../2021", "/2020", True),
        ("XXXX-10-31", "2021-10-31", None),
        ("2021", "XXXX-10/XXXX-11", None),
        ("2021-02-15T23:30Z", "2021-02-16T01:30+02:00", True),
    ],
)
def test_two_dates_overlap_where_they_can_mean_the_same_day(
    one: str, two: str, *, expected: bool | None
) -> None:
    assert PartialDate(one).overlaps(PartialDate(two)) is expected
    assert PartialDate(two).overlaps(PartialDate(one)) is expected


@pytest.mark.parametrize(
    ("finer", "coarser"),
    [
        ("2021-02-15", "2021-02"),
        ("2021-02-15", "2021"),
        ("2021-02", "202X"),
        ("2021-02-15", "2021-02-01/.."),
        ("2021-02-15", "../2021"),
        ("2021-02-15T10:30", "2021-02-15"),
        ("2021-02-15", "2021-02-15~"),
        ("2021-02-15?", "2021-02-15%"),
        ("2021-02-15~", "2021-02"),
        ("2020/2021", "2020/.."),
    ],
)
def test_a_finer_date_refines_a_coarser_one_and_never_the_other_way(
    finer: str, coarser: str
) -> None:
    assert PartialDate(finer).refines(PartialDate(coarser))
    assert not PartialDate(coarser).refines(PartialDate(finer))


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("2021-02", "2021-02"),
        ("2021", "2021-XX"),
        ("2021-02-15T10:30", "2021-02-15T12:00"),
        ("2021-02-15T10:30", "2021-02-15T10:30Z"),
        ("2021-02-15~", "2021-02-15?"),
        ("2021-02-15~", "2021-02-15T10:30"),
        ("2021-02-01~", "2021-02"),  # it may have been the last of January
        ("2021-03-01", "2021-02"),
        ("XXXX-10-31", "2021-10"),
        ("2021-10-31", "XXXX-10"),
        ("2021/..", "2021/2022"),
        ("2021-02-16", "2021-02-15T23:30/2021-02-17T02:00"),
    ],
)
def test_a_date_does_not_refine_what_it_does_not_sharpen(one: str, two: str) -> None:
    assert not PartialDate(one).refines(PartialDate(two))


@pytest.mark.parametrize(
    ("arrested", "until", "expected"),
    [
        ("2023-04-30", date(2023, 4, 30), (1, 1)),
        ("2023-04", date(2023, 5, 1), (2, 31)),
        ("2023-04", date(2023, 4, 10), (0, 10)),
        ("2024-02", date(2024, 3, 1), (2, 30)),
        ("2023-04-15~", date(2023, 4, 20), (5, 7)),
        ("2023-04-15?", date(2023, 4, 14), (0, 1)),
        ("2022-24", date(2023, 3, 1), (2, 91)),
        ("2023-04-01/2023-04-03", date(2023, 4, 10), (8, 10)),
        ("2023-04-15T23:30Z", date(2023, 4, 16), (2, 2)),
    ],
)
def test_days_held_count_the_day_of_arrest_and_keep_both_ends(
    arrested: str, until: date, expected: tuple[int, int]
) -> None:
    assert days_held(PartialDate(arrested), until) == expected


@pytest.mark.parametrize("arrested", ["2023-04-02", "2023-04", "2023-04-03~"])
def test_no_days_are_counted_before_the_earliest_possible_arrest(arrested: str) -> None:
    with pytest.raises(NotYetArrested, match=r"2023-03-31.*2023-04.*Give a later end"):
        days_held(PartialDate(arrested), date(2023, 3, 31))


@pytest.mark.parametrize("arrested", ["XXXX-10-31", "../2021", "2021/..", "/2021"])
def test_no_days_are_counted_from_a_date_that_lacks_an_end(arrested: str) -> None:
    with pytest.raises(ValueMalformed, match="a date of arrest with a year"):
        days_held(PartialDate(arrested), date(2023, 3, 31))


def test_a_day_becomes_the_date_that_is_exactly_that_day() -> None:
    assert from_day(date(2021, 2, 5)) == PartialDate("2021-02-05")
    assert from_day(date(2021, 2, 5)).day == date(2021, 2, 5)
