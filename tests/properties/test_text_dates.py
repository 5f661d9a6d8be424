"""Whatever the text, dates stand where they say; whatever the date, its usual forms read back."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.partial_date import PartialDate, from_day
from habeas.reference.date_words import date_words
from habeas.text.written_dates import find_dates

WORDS = date_words("en")
_PIECES = [
    "in", "since", "from", "to", "between", "and", "the", "end of", "early", "about", "night of",
    "2014", "2021", "15", "3-4", "May", "Feb.", "October", "Monday", "next", "last", "year", "days",
    "two", "ago", "later", "that", "winter", "1990s", "03/05/2021", "15.02.2021", ",", ".", "\n\n",
    "2020-21", "29 February", "yesterday", "people", "31 June", "9999", "1800",
]  # fmt: skip
DAYS = st.dates(date(1801, 1, 1), date(2099, 12, 31))
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=12).map(" ".join)
)
ANCHORS = st.one_of(
    st.none(),
    DAYS.map(from_day),
    st.sampled_from(
        ["2021", "2021-02", "2020/2021", "../2021", "XXXX-02-15", "202X", "9999-12-31"]
    ).map(PartialDate),
)


@given(TEXTS, ANCHORS)
def test_dates_stand_where_they_say_and_do_not_overlap(
    text: str, anchor: PartialDate | None
) -> None:
    last = 0
    for found in find_dates(text, WORDS, anchor=anchor):
        span = found.written.span
        assert span is not None
        assert last <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == found.written.words
        last = span.end


@given(TEXTS, st.text("x \n", max_size=5))
def test_where_a_stretch_begins_changes_nothing_but_the_offsets(text: str, before: str) -> None:
    alone = find_dates(text, WORDS, anchor=None)
    within = find_dates(before + text, WORDS, anchor=None, start=len(before))
    assert [found.written.words for found in alone] == [found.written.words for found in within]
    assert [found.written.date for found in alone] == [found.written.date for found in within]


@given(DAYS)
def test_a_whole_date_reads_back_in_every_form(day: date) -> None:
    month = day.strftime("%B")
    forms = [
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day.day:02d}.{day.month:02d}.{day.year}",
        f"{day.strftime('%A')}, {month} {day.day}, {day.year}",
    ]
    for form in forms:
        (found,) = find_dates(form, WORDS, anchor=from_day(day))
        assert found.written.date == from_day(day), form


@given(DAYS, st.integers(0, 340))
def test_a_day_without_its_year_is_the_last_such_day(anchor: date, back: int) -> None:
    day = anchor - timedelta(days=back)
    (found,) = find_dates(f"on {day.day} {day.strftime('%B')}", WORDS, anchor=from_day(anchor))
    assert found.written.date == from_day(day)
    assert found.written.is_year_inferred
