"""Agreement between reviewers is measured over what several of them answered."""

from __future__ import annotations

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas import wiring
from habeas.ledger.subjects import subject_named
from habeas.model.actor import Actor
from habeas.model.claim import EventClaim
from habeas.model.codec import claim_id
from habeas.model.decision import Choice
from habeas.workflows.agreement import agreement, alpha, is_drawn, next_again
from tests.facts import Facts

THREE = """
2023-04-02 arrested person="Olha B."
    from 7f3a:0-3 -- "one"
2023-06-02 arrested person="Taras C."
    from 7f3a:4-7 -- "two"
2023-06-02 arrested person="Dana D."
    from 7f3a:8-11 -- "six"
"""


@pytest.fixture
def answered(register: Facts) -> list[str]:
    claims = [claim_id(one) for one in register.tell(THREE)]
    for claim in claims:
        register.decide(Choice.ACCEPT, claim, by="Vera")
    register.decide(Choice.ACCEPT, claims[0], by="Pavlo")
    register.decide(Choice.REJECT, claims[1], by="Pavlo")
    register.decide(Choice.ACCEPT, claims[0], by="rule:probability/1")
    return claims


def test_two_who_said_the_same_once_and_otherwise_once(
    register: Facts, answered: list[str]
) -> None:
    found = agreement(register.view())
    assert (found.answered, found.twice, found.agreed) == (3, 2, 1)
    (pairing,) = found.pairings
    assert (pairing.one, pairing.other, pairing.both, pairing.same) == ("Pavlo", "Vera", 2, 1)
    (disputed,) = found.disputed
    assert disputed.about == (answered[1],)
    assert disputed.words == {"Vera": "accept", "Pavlo": "reject"}


def test_a_rule_is_no_reviewer(register: Facts, answered: list[str]) -> None:
    words = [one.words for one in agreement(register.view()).disputed]
    assert answered
    assert not any("rule:probability/1" in one for one in words)


def test_answers_on_who_is_one_person_are_measured_alike(register: Facts) -> None:
    claims = [one for one in register.tell(THREE) if isinstance(one, EventClaim)]
    one, other, *_ = [subject_named(claim, claim.persons[0]) for claim in claims]
    register.decide(Choice.SAME, one, other, by="Vera")
    register.decide(Choice.DIFFERENT, other, one, by="Pavlo")
    found = agreement(register.view(), on_links=True)
    assert (found.twice, found.agreed) == (1, 0)


def test_what_another_answered_is_asked_again_and_no_more_once_answered(
    register: Facts, answered: list[str]
) -> None:
    renderers = wiring.all_renderers()
    question = next_again(register, renderers, actor=Actor("Pavlo"), share=1.0)
    assert question is not None
    assert question.claim_id == answered[2]
    register.decide(Choice.ACCEPT, answered[2], by="Pavlo")
    assert next_again(register, renderers, actor=Actor("Pavlo"), share=1.0) is None
    assert next_again(register, renderers, actor=Actor("Vera"), share=1.0) is None
    assert next_again(register, renderers, actor=Actor("Olena"), share=0.0) is None


def test_the_textbook_example_of_krippendorff() -> None:
    """Two coders, ten units, nominal values 0 and 1: alpha 0.095 (Krippendorff 2011)."""
    one = "0100000000"
    other = "1110010100"
    found = alpha([[a, b] for a, b in zip(one, other, strict=True)])
    assert found == pytest.approx(0.095, abs=0.001)


@given(st.lists(st.lists(st.sampled_from("ab"), min_size=2, max_size=4), min_size=1))
def test_alpha_is_one_only_where_all_agree_and_order_plays_no_part(
    units: list[list[str]],
) -> None:
    found = alpha(units)
    shuffled = [one[::-1] for one in reversed(units)]
    assert alpha(shuffled) == pytest.approx(found) if found is not None else True
    if found is not None:
        assert found <= 1.0 + 1e-9
        assert (abs(found - 1.0) < 1e-9) is all(len(set(one)) == 1 for one in units)


def test_the_share_drawn_is_the_share_asked_for() -> None:
    ids = [sha256(str(number).encode()).hexdigest()[:32] for number in range(4000)]
    assert sum(is_drawn(one, 0.1) for one in ids) == pytest.approx(400, abs=80)
    assert all(is_drawn(one, 1.0) for one in ids)
    assert not any(is_drawn(one, 0.0) for one in ids)
