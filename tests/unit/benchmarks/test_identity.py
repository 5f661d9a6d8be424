"""What identity is measured by measures what it says."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.identity.figures import calibration_error, quality, recall_at_false_positives
from benchmarks.identity.inflected import inflected_pairs
from benchmarks.identity.invented import invented
from benchmarks.identity.pair_sets import NamePair, random_pairs, sex_flips


def test_a_perfect_order_has_the_best_figures() -> None:
    found = quality([True, True, False], [0.9, 0.8, 0.1])
    assert (found.average_precision, found.best_f1, found.recall_95) == (1.0, 1.0, 1.0)


def test_pairs_never_scored_count_as_missed() -> None:
    assert quality([True], [0.9], missed=1).average_precision == pytest.approx(0.5)


def test_pairs_of_one_score_cannot_be_told_apart() -> None:
    assert quality([True, False], [0.5, 0.5]).average_precision == pytest.approx(0.5)


def test_a_score_that_says_more_than_is_true_is_off_by_the_difference() -> None:
    assert calibration_error([True, False], [0.9, 0.9]) == pytest.approx(0.4)


def test_recall_counts_what_lies_above_the_crowd() -> None:
    crowd = [at / 1000 for at in range(1000)]
    assert recall_at_false_positives([0.9985, 0.5], crowd, share=0.001) == pytest.approx(0.5)


def test_the_same_people_are_invented_again() -> None:
    first = list(invented(300))
    assert first == list(invented(300))
    told = Counter(one.person for one in first)
    assert len(first) == 300
    assert max(told.values()) > 1


def test_names_of_one_person_are_no_random_pair() -> None:
    names = [NamePair(f"a{at}", f"b{at}", is_same=True) for at in range(30)]
    drawn = random_pairs(names)
    assert all(pair.left[1:] != pair.right[1:] for pair in drawn)


def test_there_are_names_of_two_sexes_enough() -> None:
    flips = sex_flips()
    assert len(flips) >= 200
    assert not any(pair.left == pair.right for pair in flips)


def test_no_form_of_an_inflected_pair_is_that_of_two_people() -> None:
    pairs = inflected_pairs()
    assert min(sum(pair.is_same for pair in pairs), sum(not pair.is_same for pair in pairs)) > 1000
    of_one = {frozenset((pair.left, pair.right)) for pair in pairs if pair.is_same}
    assert not of_one & {frozenset((pair.left, pair.right)) for pair in pairs if not pair.is_same}
