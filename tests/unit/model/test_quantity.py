"""How many, with the words that said so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.errors import ValueMalformed
from habeas.model.quantity import VAGUE_BOUNDS, Qualifier, Quantity
from tests.strategies import quantities


@pytest.mark.parametrize(
    ("number", "qualifier", "low", "high"),
    [
        (5, Qualifier.EXACT, 5, 5),
        (100, Qualifier.ABOUT, 100, 100),
        (70, Qualifier.AT_LEAST, 70, None),
        (70, Qualifier.MORE_THAN, 71, None),
        (70, Qualifier.UP_TO, None, 70),
        (70, Qualifier.LESS_THAN, None, 69),
        (1, Qualifier.LESS_THAN, None, 0),
        (0, Qualifier.EXACT, 0, 0),
    ],
)
def test_a_hedge_sets_the_bounds_its_words_set(
    number: int, qualifier: Qualifier, low: int | None, high: int | None
) -> None:
    known = Quantity.of(number, qualifier, "the words")
    assert (known.low, known.high, known.qualifier) == (low, high, qualifier)
    assert known.words == str(known) == "the words"
    assert known.is_hedged == (qualifier is not Qualifier.EXACT)


@pytest.mark.parametrize(("qualifier", "bounds"), VAGUE_BOUNDS.items())
def test_a_vague_plural_is_read_by_our_own_rule(
    qualifier: Qualifier, bounds: tuple[int, int]
) -> None:
    known = Quantity.vague(qualifier, qualifier.value)
    assert (known.low, known.high) == bounds
    assert known.is_hedged


def test_the_vague_plurals_grow_and_never_overlap() -> None:
    ends = [end for bounds in VAGUE_BOUNDS.values() for end in bounds]
    assert ends == sorted(set(ends))


def test_a_hedge_that_needs_a_number_is_no_vague_plural() -> None:
    with pytest.raises(ValueMalformed, match=r"'about' is not a vague plural.*several, dozens"):
        Quantity.vague(Qualifier.ABOUT)


@pytest.mark.parametrize(("low", "high"), [(None, None), (-1, 5), (None, -1), (6, 5), (-3, None)])
def test_bounds_that_hold_nobody_are_refused(low: int | None, high: int | None) -> None:
    with pytest.raises(ValueMalformed, match=r"is not a quantity. Write it like: exact:5"):
        Quantity(low, high)


def test_fewer_than_none_are_refused() -> None:
    with pytest.raises(ValueMalformed, match=r"None\.\.-1"):
        Quantity.of(0, Qualifier.LESS_THAN)


@pytest.mark.parametrize(
    ("known", "within", "without"),
    [
        (Quantity.of(100, Qualifier.ABOUT), 100, 101),
        (Quantity.of(70, Qualifier.AT_LEAST), 7000, 69),
        (Quantity.of(70, Qualifier.UP_TO), 0, 71),
        (Quantity(5, 9, Qualifier.BETWEEN), 9, 4),
    ],
)
def test_a_quantity_allows_what_lies_within_its_bounds(
    known: Quantity, within: int, without: int
) -> None:
    assert known.allows(within)
    assert not known.allows(without)


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (Quantity.of(5), "5"),
        (Quantity.of(100, Qualifier.ABOUT), "about 100"),
        (Quantity.of(70, Qualifier.AT_LEAST), "70 or more"),
        (Quantity.of(70, Qualifier.MORE_THAN), "71 or more"),
        (Quantity.of(70, Qualifier.UP_TO), "70 or fewer"),
        (Quantity(5, 9, Qualifier.BETWEEN), "5 to 9"),
    ],
)
def test_without_words_the_bounds_speak(known: Quantity, words: str) -> None:
    assert str(known) == words


@given(quantities(), st.integers(0, 30_000))
def test_every_bound_is_allowed_and_nothing_beyond_it(known: Quantity, number: int) -> None:
    assert all(known.allows(bound) for bound in (known.low, known.high) if bound is not None)
    beyond = (known.low is not None and number < known.low) or (
        known.high is not None and number > known.high
    )
    assert known.allows(number) == (not beyond)
