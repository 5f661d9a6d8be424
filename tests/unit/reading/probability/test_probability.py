"""Probabilities: what they rest on, and whether they mean what they say."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model import notation
from habeas.model.claim import AnyClaim, Reading
from habeas.reading.probability.calibrated import with_probabilities
from habeas.reading.probability.logistic import Weights, fit, logistic
from habeas.reading.probability.reliability import reliability
from habeas.reading.probability.signs import Beside, signs

SIGNS = st.frozensets(st.sampled_from(["a", "b", "c", "d"]))
CASES = st.lists(st.tuples(SIGNS, st.booleans()), min_size=1, max_size=40)


QUOTE = "He was arrested in Sarnova on Monday, the lawyer said"


def claim(line: str, quote: str = QUOTE) -> AnyClaim:
    return notation.parse_one(f'{line}\n    from 7f3a:0-{len(quote)} -- "{quote}"')


@given(CASES)
def test_the_mean_probability_is_the_share_that_was_right(
    cases: list[tuple[frozenset[str], bool]],
) -> None:
    weights = fit(cases)
    mean = sum(weights.probability(borne) for borne, _ in cases) / len(cases)
    assert mean == pytest.approx(sum(right for _, right in cases) / len(cases), abs=0.01)


@given(CASES, SIGNS)
def test_a_probability_lies_between_nothing_and_one(
    cases: list[tuple[frozenset[str], bool]], borne: frozenset[str]
) -> None:
    assert 0.0 < fit(cases).probability(borne) < 1.0


def test_a_sign_that_goes_with_faults_lowers_the_chance() -> None:
    cases = [(frozenset({"bad"}), False)] * 20 + [(frozenset({"good"}), True)] * 20
    weights = fit(cases)
    assert weights.probability({"bad"}) < 0.2
    assert weights.probability({"good"}) > 0.8


def test_a_sign_seen_once_decides_little() -> None:
    cases = [(frozenset[str](), True)] * 40 + [(frozenset({"rare"}), False)]
    assert fit(cases).probability({"rare"}) > 0.5


def test_an_unknown_sign_changes_nothing() -> None:
    weights = Weights(0.3, {"known": 1.0})
    assert weights.probability({"unknown"}) == logistic(0.3)


def test_chances_drawn_as_said_have_a_small_calibration_error() -> None:
    dice = random.Random(7)  # noqa: S311  # repeatable, not secret
    chances = [dice.random() for _ in range(20_000)]
    judged = [(chance, dice.random() < chance) for chance in chances]
    found = reliability(judged)
    assert found is not None
    assert found.error < 0.02
    assert sum(band.claims for band in found.bands) == 20_000


def test_boasting_shows_as_calibration_error() -> None:
    found = reliability([(0.9, at % 2 == 0) for at in range(100)])
    assert found is not None
    assert found.error == pytest.approx(0.4)


def test_nothing_given_has_no_reliability() -> None:
    assert reliability([]) is None


def test_signs_do_not_tell_who_or_where() -> None:
    one = claim('2024-03-02 arrested person="Ivan Melnyk" place="Sarnova"')
    other = claim('2024-03-02 arrested person="Olha Dub" place="Brenta"')
    assert signs(one, Beside.of([one])) == signs(other, Beside.of([other]))


def test_a_pronoun_a_group_and_a_name_are_told_apart() -> None:
    pronoun = claim('- arrested person="he"="Ivan Melnyk"')
    group = claim('- arrested person="two men"/group')
    name = claim('- arrested person="Ivan Melnyk"')
    found = [signs(one, Beside.of([one])) for one in (pronoun, group, name)]
    assert "party:pronoun" in found[0]
    assert "party:group" in found[1]
    assert "party:full-name" in found[2]


def test_a_probability_a_reader_gave_itself_is_left_alone() -> None:
    given_one = claim('- arrested person="Ivan Melnyk"')
    weights = Weights(0.0, {})
    signed = notation.parse_one(notation.write(given_one))
    own = _signed(signed, Reading("tiny", "1", probability=0.77))
    none = _signed(signed, Reading("tiny", "1"))
    first, second = with_probabilities([own, none], weights)
    assert first.reading is not None
    assert second.reading is not None
    assert (first.reading.probability, second.reading.probability) == (0.77, 0.5)


def test_a_claim_typed_by_a_person_gets_none() -> None:
    typed = claim('- arrested person="Ivan Melnyk"')
    assert with_probabilities([typed], Weights(0.0, {})) == [typed]


def _signed(one: AnyClaim, reading: Reading) -> AnyClaim:
    return replace(one, reading=reading)
