"""Whatever the text, counts and lengths stand where they say; numbers read back in their forms."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from habeas.reference.quantity_words import duration_words, quantity_words
from habeas.text.durations import find_durations
from habeas.text.numerals import number_at
from habeas.text.quantities import find_quantities

COUNTS = quantity_words("en")
LENGTHS = duration_words("en")
_PIECES = [
    "about", "more than", "at least", "between", "and", "to", "-", "or more", "a", "half a",
    "hundred", "thousand", "dozen", "dozens", "several", "two", "three", "twenty", "5", "1,450",
    "16 000", "2021", "205.5", "people", "of them", "of whom", "of the", "years", "months", "days",
    "and a half", "Article", "aged", "“", "”", "(", ")", ",", ".", "\n\n", "%", "$", "May", "1.2",
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join)
)
_UNITS = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(number: int) -> str:
    """The number in English words, as a newspaper writes it."""
    if number < 20:
        return _UNITS[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_UNITS[number % 10]}" if number % 10 else "")
    scale, name = next(
        each
        for each in ((10**6, "million"), (1000, "thousand"), (100, "hundred"))
        if number >= each[0]
    )
    rest = number % scale
    joint = " and " if 0 < rest < 100 else " "
    return f"{spelled(number // scale)} {name}" + (f"{joint}{spelled(rest)}" if rest else "")


@given(TEXTS)
def test_counts_stand_where_they_say_and_do_not_overlap(text: str) -> None:
    found = find_quantities(text, COUNTS)
    assert all(text[each.span.start : each.span.end] == each.quantity.words for each in found)
    assert all(len(each.span) for each in found)
    assert all(one.span.end <= two.span.start for one, two in pairwise(found))
    spans = {each.span for each in found}
    assert all(each.whole is None or each.whole in spans for each in found)


@given(TEXTS)
def test_lengths_stand_in_order(text: str) -> None:
    spans = [span for _, span in find_durations(text, LENGTHS)]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(0 < len(span) <= len(text) for span in spans)


@given(st.integers(0, 9_999_999))
def test_a_number_reads_back_in_words_and_in_figures(number: int) -> None:
    for form in (spelled(number), f"{number:,}", f"{number:,}".replace(",", " "), str(number)):
        found = number_at(form, 0, COUNTS.numerals)
        assert found is not None
        assert found.value == number, form
        assert found.end == len(form)


@given(st.integers(2, 9999), st.sampled_from(["people", "men", "detainees"]))
def test_a_counted_noun_makes_any_number_a_count(number: int, noun: str) -> None:
    (found,) = find_quantities(f"In 2021 {number:,} {noun} were held.", COUNTS)
    assert (found.quantity.low, found.quantity.high) == (number, number)
