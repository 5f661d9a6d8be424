"""Decisions kept at hand say of every position what a reading of all of them says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.ledger.records import recorded
from habeas.ledger.rulings import ClaimStatus, rulings_of
from habeas.ledger.standing import Decided, Standing
from habeas.model.codec import claim_id
from habeas.model.decision import Choice, Decision
from habeas.model.entry import EntryKind
from habeas.model.errors import EntryRefused, ValueMalformed
from tests.facts import Facts

TWO = """
2023-04-02 arrested person="Olha B."
    from 7f3a:0-3 -- "one"
2023-06-02 released person="Taras C."
    from c01d:0-3 -- "two"
"""


def ids(register: Facts) -> list[str]:
    return [claim_id(one) for one in register.tell(TWO)]


ON_CLAIMS = [
    Choice.ACCEPT,
    Choice.REJECT,
    Choice.RETRACT,
    Choice.UNSURE,
    Choice.PREFER,
    Choice.PROPOSE,
    Choice.SECOND,
]


def test_a_claim_given_to_a_second_pair_of_eyes_waits_until_another_accepts_it(
    register: Facts,
) -> None:
    one, _ = ids(register)
    register.decide(Choice.SECOND, one, by="Vera")
    assert register.view().status_of(one) is ClaimStatus.PROPOSED
    register.decide(Choice.ACCEPT, one, by="Vera")
    assert register.view().status_of(one) is ClaimStatus.PROPOSED
    assert register.view().asking(one) == {"Vera"}
    register.decide(Choice.ACCEPT, one, by="Pavlo")
    assert register.view().status_of(one) is ClaimStatus.HELD
    assert register.view().asking(one) == frozenset()


def test_two_who_ask_can_each_be_the_other_s_second_pair(register: Facts) -> None:
    one, _ = ids(register)
    register.decide(Choice.SECOND, one, by="Vera")
    register.decide(Choice.SECOND, one, by="Pavlo")
    register.decide(Choice.ACCEPT, one, by="Vera")
    assert register.view().status_of(one) is ClaimStatus.PROPOSED
    register.decide(Choice.ACCEPT, one, by="Pavlo")
    assert register.view().status_of(one) is ClaimStatus.HELD


def test_only_what_is_rejected_has_claims_in_its_place() -> None:
    with pytest.raises(ValueMalformed):
        Decision(choice=Choice.ACCEPT, about=("a",), reason="x", by="Vera", instead=("b",))


def test_claims_in_the_place_of_others_must_be_in_the_ledger(register: Facts) -> None:
    one, _ = ids(register)
    with pytest.raises(EntryRefused, match="nothing here is called"):
        register.decide(Choice.REJECT, one, instead=("0" * 64,))


@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(ON_CLAIMS),
            st.integers(0, 1),
            st.sampled_from(["Vera", "Pavlo"]),
            st.booleans(),
        ),
        max_size=7,
    ),
    asked=st.permutations(range(10)),
)
def test_what_is_kept_at_hand_says_of_any_position_what_all_decisions_until_then_say(
    steps: list[tuple[Choice, int, str, bool]], asked: list[int]
) -> None:
    register = Facts()
    claims = ids(register)
    last = ""
    for at, (choice, which, by, is_superseding) in enumerate(steps):
        supersedes = last if is_superseding else ""
        last = register.decide(
            choice, claims[which], by=by, reason=f"step {at}", supersedes=supersedes
        )
    standing = Standing(register.store)
    head = register.head.position
    for position in [min(one, head) for one in asked]:
        entries = register.store.entries(until=position, kind=EntryKind.DECISION)
        records = [one for entry in entries if (one := recorded(entry)) is not None]
        whole = rulings_of(records)
        for claim in claims:
            ours = standing.on(claim, position)
            assert ours.status_of(claim) is whole.status_of(claim)
            assert (claim in ours.accepted) is (claim in whole.accepted)
            assert (claim in ours.left_open) is (claim in whole.left_open)
            assert ours.asking.get(claim) == whole.asking.get(claim)
            assert ours.preferred.get(claim) == whole.preferred.get(claim)
        assert [one.id for one in standing.records(position)] == [one.id for one in records]


def test_what_was_read_over_one_connection_serves_the_next_and_no_other_register() -> None:
    register, other = Facts(), Facts()
    decided = Decided()
    one, _ = ids(register)
    register.decide(Choice.REJECT, one)
    head = register.head.position
    assert Standing(register.store, decided).on(one, head).status_of(one) is ClaimStatus.REJECTED
    register.decide(Choice.RETRACT, one)
    again = Standing(register.store, decided)
    assert again.on(one, head + 1).status_of(one) is ClaimStatus.RETRACTED
    assert again.on(one, head).status_of(one) is ClaimStatus.REJECTED

    ids(other)
    elsewhere = Standing(other.store, decided)
    assert elsewhere.on(one, other.head.position).status_of(one) is ClaimStatus.HELD
    assert list(elsewhere.records(other.head.position)) == list(
        Standing(other.store).records(other.head.position)
    )
