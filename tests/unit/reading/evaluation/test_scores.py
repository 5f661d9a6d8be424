"""What counts as found, missed and too many."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model import notation
from habeas.model.claim import AnyClaim
from habeas.reading.evaluation.pairs import pair
from habeas.reading.evaluation.scores import Evaluation

WANTED = """
2024-03-02 arrested person="Ivan Melnyk" place="Sarnova"
    from 7f3a:0-40 -- "Ivan Melnyk was arrested in Sarnova"

- attribute:age subject="Ivan Melnyk" value=exact:33("33")
    from 7f3a:0-40 -- "Ivan Melnyk was arrested in Sarnova"

- released person="Olha Dub" modality=demanded
    from 7f3a:41-90 -- "He asked that Olha Dub be released"

- figure:held quantity=about:100("about 100")
    from 7f3a:91-120 -- "about 100 are held"
"""


def claims(text: str) -> list[AnyClaim]:
    return notation.parse(text)


def scored(found: str, wanted: str = WANTED, *, refused: int = 0) -> Evaluation:
    evaluation = Evaluation()
    evaluation.add("a.txt", claims(found), claims(wanted), refused=refused)
    return evaluation


def test_what_was_wanted_scores_whole() -> None:
    evaluation = scored(WANTED)
    assert evaluation.total.f1 == 1.0
    assert evaluation.names.f1 == 1.0
    assert evaluation.faults == []
    assert evaluation.asserted_against == 0


def test_nothing_found_has_no_precision_and_misses_all() -> None:
    evaluation = scored("")
    assert evaluation.total.precision is None
    assert evaluation.total.recall == 0.0
    assert [fault.what for fault in evaluation.faults].count("missed") == 4


def test_another_persons_arrest_is_one_too_many_and_one_missed() -> None:
    evaluation = scored(WANTED.replace('"Ivan Melnyk" place', '"Petro Melnyk" place'))
    assert (evaluation.kinds["event"].found, evaluation.kinds["event"].right) == (2, 1)


def test_a_surname_or_an_initial_answers_for_the_full_name_but_is_no_exact_name() -> None:
    evaluation = scored(WANTED.replace('"Ivan Melnyk" place', '"I. Melnyk" place'))
    assert evaluation.kinds["event"].right == 2
    assert evaluation.names.right == 2
    assert evaluation.names.found == 3


def test_a_claim_on_other_words_answers_nothing() -> None:
    evaluation = scored(WANTED.replace("7f3a:91-120", "7f3a:191-220"))
    assert evaluation.kinds["figure"].right == 0


def test_an_assertion_of_what_is_only_demanded_is_counted_as_such() -> None:
    evaluation = scored(WANTED.replace(" modality=demanded", ""))
    assert evaluation.asserted_against == 1
    assert evaluation.kinds["event"].right == 1


def test_a_wrong_date_is_a_wrong_slot_of_a_right_claim() -> None:
    evaluation = scored(WANTED.replace("2024-03-02", "2024-03-03"))
    assert evaluation.kinds["event"].right == 2
    date = evaluation.slots["event date"]
    assert (date.found, date.wanted, date.right) == (1, 1, 0)


def test_a_slot_the_text_does_not_fill_is_a_wrong_one() -> None:
    evaluation = scored(WANTED.replace('"Olha Dub"', '"Olha Dub" place="Sarnova"'))
    place = evaluation.slots["event place"]
    assert (place.found, place.wanted, place.right) == (2, 1, 1)


def test_an_event_on_two_people_is_two_propositions() -> None:
    found = WANTED.replace('person="Ivan Melnyk"', 'person="Ivan Melnyk" person="Sava Krul"')
    event = scored(found).kinds["event"]
    assert (event.found, event.wanted, event.right) == (3, 2, 2)


def test_a_refused_quote_lowers_the_grounding() -> None:
    evaluation = scored(WANTED, refused=1)
    assert (evaluation.grounded, evaluation.claims) == (4, 5)


@pytest.mark.parametrize("order", list(permutations(range(4)))[:6])
def test_the_order_of_claims_does_not_matter(order: tuple[int, ...]) -> None:
    wanted = claims(WANTED)
    found = [wanted[place] for place in order]
    assert len(pair(found, wanted).pairs) == 4


@given(st.lists(st.sampled_from(claims(WANTED)), max_size=6), st.sets(st.integers(0, 3)))
def test_pairs_are_one_to_one_and_nothing_is_lost(found: list[AnyClaim], kept: set[int]) -> None:
    wanted = [claim for place, claim in enumerate(claims(WANTED)) if place in kept]
    pairing = pair(found, wanted)
    assert len(pairing.pairs) + len(pairing.surplus) == len(found)
    assert len(pairing.pairs) + len(pairing.missed) == len(wanted)
