"""Who is one person: the rule's decisions, people's, and every one of them undone at will."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.ledger.append import append
from habeas.ledger.drafts import decision_draft
from habeas.model.actor import Actor
from habeas.model.decision import Choice, Decision
from habeas.model.errors import NothingFound, QuestionStale
from habeas.workflows.candidates import Candidates
from habeas.workflows.resolve import (
    PairQuestion,
    decide_pair,
    next_pair,
    resolve,
    undo,
)
from habeas.workflows.show import look
from tests.facts import Facts

VERA = Actor("Vera")


def told(*lines: tuple[str, str]) -> Facts:
    """A register of one document a line: (claim line, quote)."""
    register = Facts()
    for number, (line, quote) in enumerate(lines):
        register.tell(f'{line}\n    from d{number}:0-{len(quote)} -- "{quote}"')
    return register


def arrest(name: str, day: str = "2024-03-04", more: str = "") -> tuple[str, str]:
    return f'{day} arrested person="{name}" {more}'.rstrip(), f"{name} was taken"


def names(register: Facts) -> list[str]:
    return sorted(person.name for person in look(register).persons())


def ask(register: Facts) -> PairQuestion:
    question = next_pair(register)
    assert question is not None
    return question


def decide(register: Facts, choice: Choice) -> str:
    return decide_pair(
        register, question=ask(register), choice=choice, reason="as shown", actor=VERA
    )


def more(register: Facts, said: tuple[str, str]) -> None:
    """Another document about somebody known, joined with what is known by a person."""
    known = {person.id for person in look(register).persons()}
    line, quote = said
    register.tell(f'{line}\n    from d9:0-{len(quote)} -- "{quote}"')
    (new,) = [person for person in look(register).persons() if person.id not in known]
    (old,) = [
        person
        for person in look(register).persons()
        if person.id in known and person.name == new.name
    ]
    _enter(register, Choice.SAME, (old.id, new.id))


@pytest.fixture
def likely() -> Facts:
    """Two that are probably one: nothing beyond the name tells."""
    return told(
        arrest("Левко Гнатишин", "2024-03"),
        arrest("Levko Hnatyshyn", "2024"),
    )


def test_the_rule_joins_what_is_sure_and_says_why() -> None:
    register = told(arrest("Левко Гнатишин"), arrest("Levko Hnatyshyn"))
    done = resolve(register, actor=VERA)
    assert len(done.joined) == 1
    assert len(names(register)) == 1
    ((_, decision),) = look(register).decisions()
    assert decision.by == "rule:matching/1"
    assert re.search(r"probability 0\.99.*taken on the same day", decision.reason)


def test_a_trial_enters_nothing() -> None:
    register = told(arrest("Левко Гнатишин"), arrest("Levko Hnatyshyn"))
    before = register.head
    assert len(resolve(register, actor=VERA, is_trial=True).joined) == 1
    assert register.head == before


def test_running_again_changes_nothing() -> None:
    register = told(arrest("Левко Гнатишин"), arrest("Levko Hnatyshyn"))
    resolve(register, actor=VERA)
    before = register.head
    assert resolve(register, actor=VERA).joined == ()
    assert register.head == before


def test_names_alone_wait_for_a_person(likely: Facts) -> None:
    done = resolve(likely, actor=VERA)
    assert (len(done.joined), len(done.waiting)) == (0, 1)
    assert len(names(likely)) == 2


def test_a_person_joins_them_and_both_forms_stay(likely: Facts) -> None:
    decide(likely, Choice.SAME)
    (person,) = look(likely).persons()
    assert {value.value for value in person.names} == {"Левко Гнатишин", "Levko Hnatyshyn"}


def test_different_is_remembered_and_not_asked_again(likely: Facts) -> None:
    decide(likely, Choice.DIFFERENT)
    assert next_pair(likely) is None
    assert resolve(likely, actor=VERA).waiting == ()


def test_different_is_asked_again_when_the_evidence_changes(likely: Facts) -> None:
    decide(likely, Choice.DIFFERENT)
    more(likely, arrest("Levko Hnatyshyn"))
    more(likely, arrest("Левко Гнатишин"))
    assert ask(likely).before
    decide(likely, Choice.SAME)
    assert len(names(likely)) == 1


def test_unsure_is_asked_again_last(likely: Facts) -> None:
    decide(likely, Choice.UNSURE)
    assert next_pair(likely) is not None


def test_any_decision_can_be_undone_later(likely: Facts) -> None:
    decision = decide(likely, Choice.SAME)
    likely.tell('- released person="Олена Дуб"\n    from d7:0-9 -- "Олена Дуб"')
    undo(likely, decision[:8], reason="two brothers", actor=VERA)
    assert len(names(likely)) == 3


def test_what_is_not_in_force_cannot_be_undone(likely: Facts) -> None:
    decision = decide(likely, Choice.SAME)
    undo(likely, decision, reason="two brothers", actor=VERA)
    with pytest.raises(NothingFound, match="decision in force"):
        undo(likely, decision, reason="again", actor=VERA)


def test_an_answer_to_a_question_that_has_changed_is_refused(likely: Facts) -> None:
    question = ask(likely)
    more(likely, arrest("Levko Hnatyshyn"))
    more(likely, arrest("Левко Гнатишин"))
    before = likely.head
    with pytest.raises(QuestionStale):
        decide_pair(likely, question=question, choice=Choice.SAME, reason="as shown", actor=VERA)
    assert likely.head == before


def test_the_rule_never_joins_by_way_of_a_third_those_said_to_differ() -> None:
    register = told(arrest("Левко Гнатишин"), arrest("Levko Hnatyshyn"), arrest("Лев Гнатишин"))
    ids = [person.id for person in look(register).persons()]
    decision = Decision(
        choice=Choice.DIFFERENT, about=(ids[0], ids[1]), reason="brothers", by="Vera"
    )
    append(
        register,
        [decision_draft(decision)],
        actor=VERA,
        reason="review",
        after=register.head.position,
    )
    resolve(register, actor=VERA)
    people = look(register).persons()
    assert len(people) == 2
    assert [one.code for one in look(register).problems()] == []


STEPS = st.lists(
    st.tuples(st.sampled_from(["same", "different", "undo"]), st.integers(0, 5), st.integers(0, 3)),
    max_size=8,
)
TRIO = ("Левко Гнатишин", "Levko Hnatyshyn", "Лев Гнатишин", "Гнатишин Л.")


@settings(max_examples=25)
@given(STEPS)
def test_after_undoing_everything_the_register_is_as_before(
    steps: list[tuple[str, int, int]],
) -> None:
    register = told(*[arrest(name, "2024") for name in TRIO])
    subjects = [person.id for person in look(register).persons()]
    before = names(register)
    for what, one, other in steps:
        if what == "undo":
            in_force = [name for name, each in look(register).decisions() if _links(each)]
            if in_force:
                undo(register, in_force[one % len(in_force)], reason="undone", actor=VERA)
        elif subjects[one % 4] != subjects[other]:
            _enter(register, Choice(what), (subjects[one % 4], subjects[other]))
    while in_force := [name for name, each in look(register).decisions() if _links(each)]:
        undo(register, in_force[0], reason="undone", actor=VERA)
    assert names(register) == before


def _links(decision: Decision) -> bool:
    return decision.choice in (Choice.SAME, Choice.DIFFERENT)


def _enter(register: Facts, choice: Choice, about: tuple[str, str]) -> None:
    number = register.head.position
    decision = Decision(choice=choice, about=about, reason=f"step {number}", by="Vera")
    append(register, [decision_draft(decision)], actor=VERA, reason="review", after=number)


@settings(deadline=None, max_examples=25)
@given(
    answers=st.lists(
        st.sampled_from([Choice.SAME, Choice.DIFFERENT, Choice.UNSURE, None]), max_size=6
    )
)
def test_candidates_kept_up_are_as_those_gathered_anew(answers: list[Choice | None]) -> None:
    """Whatever is decided and undone (None) in between, and in whatever order."""
    register = told(
        arrest("Левко Гнатишин"),
        arrest("Levko Hnatyshyn"),
        arrest("Гнатишин Л. О.", "2024-03-05"),
        arrest("Гнатишин Левко Орестович", "2024-05-05"),
    )
    candidates = Candidates(look(register))
    for choice in answers:
        decisions = look(register).decisions()
        question = next_pair(register, candidates=candidates)
        if choice is not None and question is not None:
            decide_pair(register, question=question, choice=choice, reason="so", actor=VERA)
        elif decisions:
            undo(register, decisions[0][0], reason="no", actor=VERA)
        candidates = candidates.kept_up(register)
        anew = Candidates(look(register))
        assert list(candidates.persons.items()) == list(anew.persons.items())
        assert candidates.claims == anew.claims
        assert candidates.among == anew.among
        assert candidates.decided == anew.decided
        assert candidates.open_pairs() == anew.open_pairs()


def test_candidates_are_gathered_anew_when_more_is_told() -> None:
    register = told(arrest("Левко Гнатишин"))
    candidates = Candidates(look(register))
    line, quote = arrest("Olena Dub")
    register.tell(f'{line}\n    from d9:0-{len(quote)} -- "{quote}"')
    kept = candidates.kept_up(register)
    assert sorted(one.name for one in kept.persons.values()) == names(register)
