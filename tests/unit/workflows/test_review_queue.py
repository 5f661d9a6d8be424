"""The queue kept between questions is the queue made anew, whatever was entered meanwhile."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from habeas.ledger.subjects import subject_named
from habeas.model.claim import EventClaim
from habeas.model.codec import claim_id
from habeas.model.decision import Choice
from habeas.workflows.review_queue import Queue
from habeas.workflows.show import look
from tests.facts import Facts

NAMES = ("Olha B.", "Taras C.")
EVENTS = ("arrested", "released")
CHOICES = [Choice.ACCEPT, Choice.REJECT, Choice.UNSURE, Choice.PROPOSE, Choice.SECOND]


def told(document: int, name: str, event: str) -> str:
    return f"""
2023-04-02 {event} person="{name}"
    from {document:04x}:0-3 -- "one"
"""


def in_order(queue: Queue) -> list[tuple[str, float]]:
    return [(one.id, one.worth) for one, _ in queue.ranked()]


step = st.one_of(
    st.tuples(st.just("tell"), st.sampled_from(NAMES), st.sampled_from(EVENTS)),
    st.tuples(st.just("decide"), st.sampled_from(CHOICES), st.integers(0, 9)),
    st.tuples(st.just("link"), st.sampled_from([Choice.SAME, Choice.DIFFERENT]), st.integers(0, 9)),
)


@given(steps=st.lists(step, max_size=10), is_all=st.booleans())
def test_a_queue_kept_up_is_the_queue_made_anew(
    *, steps: list[tuple[str, str, object]], is_all: bool
) -> None:
    register = Facts()
    entered: list[EventClaim] = []
    kept = Queue(look(register), is_all=is_all)
    for at, (what, one, other) in enumerate(steps):
        if what == "tell":
            drafts, claims = register.drafts(told(at, one, str(other)))
            register.enter(*drafts)
            entered.extend(claim for claim in claims if isinstance(claim, EventClaim))
        elif what == "decide" and entered:
            about = claim_id(entered[int(str(other)) % len(entered)])
            register.decide(Choice(one), about, reason=f"step {at}")
        elif what == "link" and len(entered) > 1:
            first = entered[int(str(other)) % len(entered)]
            last = entered[-1]
            pair = {subject_named(each, each.persons[0]) for each in (first, last)}
            if len(pair) > 1:
                register.decide(Choice(one), *sorted(pair), reason=f"step {at}")
        kept = kept.kept_up(register)
        kept.first()
        assert in_order(kept) == in_order(Queue(look(register), is_all=is_all))


def test_what_another_claim_says_of_the_same_person_is_worth_less_than_what_is_new() -> None:
    register = Facts()
    known, new = ("Olha B.", "arrested"), ("Olha B.", "released")
    _, *claims = register.tell(told(1, *known) + told(2, *known) + told(3, *new))
    for claim in claims:
        register.decide(Choice.PROPOSE, claim_id(claim))
    queue = Queue(look(register))
    worths = [one.worth for one, _ in queue.ranked()]
    assert [one.id for one, _ in queue.ranked()] == [claim_id(claims[1]), claim_id(claims[0])]
    assert worths[0] == 2 * worths[1]


def test_only_those_wanted_are_asked_and_counted() -> None:
    register = Facts()
    for at, event in enumerate(EVENTS):
        (claim,) = register.tell(told(at, "Olha B.", event))
        register.decide(Choice.PROPOSE, claim_id(claim))
    queue = Queue(look(register))
    found = queue.first(wanted=lambda one: one.word == "released")
    assert found is not None
    assert found[0].word == "released"
    assert queue.among(lambda one: one.word == "released") == 1
    assert queue.first(wanted=lambda one: one.kind == "figure") is None
    assert queue.first(asker="Vera", without={found[0].id}) != found


def test_what_somebody_asked_a_second_pair_of_eyes_for_is_put_to_others() -> None:
    register = Facts()
    (claim,) = register.tell(told(1, "Olha B.", "arrested"))
    register.decide(Choice.SECOND, claim_id(claim), by="Vera")
    queue = Queue(look(register))
    assert queue.first(asker="Vera") is None
    assert queue.first(asker="Pavlo") is not None
