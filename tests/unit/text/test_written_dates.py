"""Dates where they stand, counted from what is known, and never more exact than their words."""

import pytest

from habeas.model.partial_date import PartialDate
from habeas.model.written_date import Anchor, WrittenDate
from habeas.reference.date_words import date_words
from habeas.text.date_values import Toward
from habeas.text.written_dates import DateFound, Relation, find_dates

WORDS = date_words("en")
MONDAY = PartialDate("2021-02-15")


def found(text: str, anchor: PartialDate | None = MONDAY) -> list[DateFound]:
    return find_dates(text, WORDS, anchor=anchor)


def dates(text: str, anchor: PartialDate | None = MONDAY) -> list[str]:
    return [date.written.date.text for date in found(text, anchor)]


def test_a_date_stands_where_it_says() -> None:
    text = "“On February\u00a015 – so they say – he left; by late 2020 she had.”"
    assert [date.written.words for date in found(text)] == ["February\u00a015", "late 2020"]
    for date in found(text):
        span = date.written.span
        assert span is not None
        assert text[span.start : span.end] == date.written.words


def test_a_stretch_of_the_text_is_read_alone() -> None:
    text = "In 2014 he left. In 2016 he came. In 2018 he died."
    (date,) = find_dates(text, WORDS, anchor=None, start=17, end=33)
    assert date.written.words == "2016"
    assert date.written.span is not None
    assert date.written.span.start == text.index("2016")


@pytest.mark.parametrize(
    ("toward", "wanted"),
    [
        (Toward.PAST, ["2020-12-20", "2020-06-02", "2021-02-20", "2020-04", "2021-02-09"]),
        (Toward.FUTURE, ["2021-12-20", "2021-06-02", "2021-02-20", "2021-04", "2021-02-16"]),
        (Toward.NEAREST, ["2020-12-20", "2021-06-02", "2021-02-20", "2021-04", "2021-02-16"]),
    ],
)
def test_the_year_left_out_is_the_one_the_tense_asks_for(toward: Toward, wanted: list[str]) -> None:
    text = "December 20; 2 June; 20 February; in April; on Tuesday"
    read = find_dates(text, WORDS, anchor=MONDAY, toward=toward)
    assert [date.written.date.text for date in read] == wanted
    assert [date.written.is_year_inferred for date in read] == [True] * 4 + [False]
    assert {date.written.anchor for date in read} == {Anchor.DOCUMENT}


def test_a_written_year_is_not_inferred() -> None:
    (date,) = found("On 20 December 2018 he left.")
    assert not date.written.is_year_inferred
    assert date.written.anchor is Anchor.NONE


def test_without_a_document_date_nothing_is_counted_from_it() -> None:
    text = "On February 15, in March, yesterday, last year and on Monday he wrote; in 2019 he left."
    assert dates(text, None) == ["XXXX-02-15", "XXXX-03", "2019"]


def test_a_document_of_a_known_month_knows_its_year_but_no_weekday() -> None:
    assert dates("last year; on Monday; last month; yesterday", PartialDate("2021-02")) == [
        "2020",
        "2021-01",
    ]


def test_a_leap_day_finds_a_leap_year() -> None:
    assert dates("on 29 February") == ["2020-02-29"]


def test_a_year_the_paragraph_puts_in_doubt_is_marked() -> None:
    text = "He was held on 3 March 2018. On April 12 he was tried.\n\nOn April 13 she called."
    assert dates(text) == ["2018-03-03", "2020-04-12?", "2020-04-13"]


def test_an_earlier_date_can_be_handed_in() -> None:
    earlier = WrittenDate(PartialDate("2018-03-03"))
    read = find_dates("The next day she left; on May 4 too.", WORDS, anchor=MONDAY, earlier=earlier)
    assert [date.written.date.text for date in read] == ["2018-03-04", "2020-05-04?"]
    assert read[0].written.anchor is Anchor.TEXT


def test_a_weekday_tells_the_year_or_puts_the_date_in_doubt() -> None:
    assert dates("on Tuesday, December 17") == ["2019-12-17"]
    assert dates("on Tuesday, 15 February 2021") == ["2021-02-15?"]


def test_day_and_month_that_could_change_places_are_kept_both_ways() -> None:
    (date,) = found("dated 03/05/2020")
    assert date.written.date.is_uncertain
    assert date.written.date.earliest == PartialDate("2020-03-05").earliest
    assert date.written.date.latest == PartialDate("2020-05-03").latest


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("from 28 December to 3 January", "2020-12-28/2021-01-03"),
        ("from late February until 5 May 2022", "2022-02-21~/2022-05-05"),
        ("from October 2019 to March 2020", "2019-10/2020-03"),
        ("between December and March 2020", "2019-12/2020-03"),
        ("from Monday to Wednesday", "2021-02-08/2021-02-10"),
        ("between 2014 and 2016", "2014/2016"),
        ("from yesterday to 20 February", "2021-02-14/2021-02-20"),
    ],
)
def test_two_dates_make_a_stretch(text: str, wanted: str) -> None:
    (date,) = found(text)
    assert date.written.date.text == wanted
    assert date.relation is Relation.DURING


def test_two_ends_the_wrong_way_round_stay_two_dates() -> None:
    assert dates("from 2016 to 2014") == ["2016", "2014"]


def test_a_list_of_years_is_a_list() -> None:
    assert dates("in 2014, 2016 and 2018") == ["2014", "2016", "2018"]


@pytest.mark.parametrize(
    "text",
    [
        "Article 205.5 and Article 22.1 of Resolution 2231; Room 2021; 30,000 people; 1,450",
        "“We consider this Declaration important”; this Decree; last Junction",
        "They may march; the sun sat on the wed; a sat phone; 3 may leave",
        "over 2000 people, about 2000 soldiers, after 2000 more days",
        "2020-13-01, 31.02.2020, 32 May, 30 February 2020",
        "tel. +380 44 238 2014; no. 12/2019-k; GA/2020/14",
    ],
)
def test_numbers_and_words_that_are_no_dates(text: str) -> None:
    assert dates(text) == []
