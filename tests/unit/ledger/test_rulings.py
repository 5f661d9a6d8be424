"""What decisions do, and that they can be undone."""

from __future__ import annotations

import pytest

from habeas.ledger.rulings import ClaimStatus
from habeas.model.decision import Choice
from tests.facts import Facts, subject_of

TWO = """
2023-04-02 arrested person="Olha B."
    from 7f3a:0-3 -- "one"
2023-06-02 released person="Olha Bondar"
    from c01d:0-3 -- "two"
"""
THREE = (
    TWO
    + """
2024-06-02 arrested person="O. Bondar"
    from d02e:0-3 -- "six"
"""
)


def names(register: Facts) -> list[str]:
    return [person.name for person in register.view().persons()]


def test_one_name_in_two_documents_is_two_persons_until_somebody_joins_them() -> None:
    register = Facts()
    drafts, claims = register.drafts(
        """
        2023-04-02 arrested person="Olha B."
            from 7f3a:0-3 -- "one"
        2023-04-02 arrested person="Olha B."
            from c01d:0-3 -- "two"
        """
    )
    register.enter(*drafts)
    assert names(register) == ["Olha B.", "Olha B."]
    register.decide(Choice.SAME, *map(subject_of, claims))
    assert names(register) == ["Olha B."]


def test_persons_that_are_the_same_are_folded_as_one(register: Facts) -> None:
    one, two = register.tell(TWO)
    register.decide(Choice.SAME, subject_of(one), subject_of(two))
    (person,) = register.view().persons()
    assert person.name == "Olha Bondar"
    assert {name.value for name in person.names} == {"Olha B.", "Olha Bondar"}
    assert [stage.event.value for stage in person.episodes[0].stages] == ["arrested", "released"]
    assert len(person.documents) == 2
    assert person.id == min(subject_of(one), subject_of(two))


def test_a_joined_person_is_found_under_every_name_and_id(register: Facts) -> None:
    one, two = register.tell(TWO)
    register.decide(Choice.SAME, subject_of(one), subject_of(two))
    (person,) = register.view().persons()
    for wanted in ("Olha B.", "olha bondar", person.id, person.id[:12]):
        assert register.view().person(wanted) == [person]


def test_joining_is_undone_by_a_decision_that_supersedes_it(register: Facts) -> None:
    one, two = map(subject_of, register.tell(TWO))
    before = register.view().persons()
    join = register.decide(Choice.SAME, one, two)
    register.decide(Choice.UNSURE, one, two, supersedes=join)
    assert register.view().persons() == before


def test_undoing_one_of_two_joins_keeps_the_other(register: Facts) -> None:
    one, two, three = map(subject_of, register.tell(THREE))
    join = register.decide(Choice.SAME, one, two)
    register.decide(Choice.SAME, two, three)
    assert len(register.view().persons()) == 1
    register.decide(Choice.DIFFERENT, one, two, supersedes=join)
    assert names(register) == ["Olha B.", "Olha Bondar"]


def test_what_somebody_denies_is_not_joined_even_by_a_detour(register: Facts) -> None:
    one, two, three = map(subject_of, register.tell(THREE))
    register.decide(Choice.DIFFERENT, one, three)
    register.decide(Choice.SAME, one, two)
    register.decide(Choice.SAME, two, three)
    assert len(register.view().persons()) == 3
    (problem,) = register.view().problems()
    assert problem.code == "contradicting-decisions"
    assert all(subject in problem.where for subject in (one, two, three))


def test_a_rejected_claim_no_longer_counts_but_is_shown(register: Facts) -> None:
    one, _ = register.tell(TWO)
    (claim,) = register.person("Olha B.").claims
    register.decide(Choice.REJECT, claim)
    person = register.person("Olha B.")
    assert person.episodes == ()
    assert person.claims == (claim,)
    assert not person.names[0].is_held
    assert register.view().status_of(claim) is ClaimStatus.REJECTED
    assert register.view().claim(claim).claim == one


@pytest.mark.parametrize(
    ("choice", "status"),
    [(Choice.REJECT, ClaimStatus.REJECTED), (Choice.RETRACT, ClaimStatus.RETRACTED)],
)
def test_setting_aside_is_undone_by_superseding(
    register: Facts, choice: Choice, status: ClaimStatus
) -> None:
    register.tell(TWO)
    before = register.view().persons()
    (claim,) = register.person("Olha B.").claims
    first = register.decide(choice, claim)
    assert register.view().status_of(claim) is status
    register.decide(Choice.ACCEPT, claim, supersedes=first)
    assert register.view().status_of(claim) is ClaimStatus.HELD
    assert register.view().persons() == before


def test_an_acceptance_does_not_outvote_a_rejection(register: Facts) -> None:
    register.tell(TWO)
    (claim,) = register.person("Olha B.").claims
    register.decide(Choice.REJECT, claim)
    register.decide(Choice.ACCEPT, claim, by="Petro")
    assert register.view().status_of(claim) is ClaimStatus.REJECTED


def test_what_its_source_took_back_is_retracted_whoever_rejects_it_too(register: Facts) -> None:
    register.tell(TWO)
    (claim,) = register.person("Olha B.").claims
    for number in range(4):
        register.decide(Choice.RETRACT, claim, by=f"Vera {number}")
        register.decide(Choice.REJECT, claim, by=f"Petro {number}")
    assert register.view().status_of(claim) is ClaimStatus.RETRACTED


def test_a_preferred_claim_stands_before_those_that_compete_with_it(register: Facts) -> None:
    """
    2023-04-02 arrested person="Olha B." place="Kherson"
        from 7f3a:0-3 -- "one"
    2023-04-02 arrested person="Olha B." place="Melitopol"
        from c01d:0-3 -- "two"
    """
    kherson = next(
        row.id for row in register.view().claims() if "Kherson" in (row.entry.payload or "")
    )
    decision = register.decide(Choice.PREFER, kherson)
    (stage,) = register.episode("Olha B.").stages
    first, second = dict(stage.slots)["place"]
    assert (first.value, first.is_held, first.rule) == ("Kherson", True, f"decision:{decision}")
    assert not second.is_held


def test_a_figure_set_aside_is_not_among_the_figures_that_count(register: Facts) -> None:
    """
    2021-02-15 figure:held quantity=about:100
        from 7f3a:0-9 -- "about 100"
    2021-02-15 figure:released quantity=dozens:24..99
        from 7f3a:20-26 -- "dozens"
    """
    first, second = register.view().figures()
    register.decide(Choice.RETRACT, first.id)
    assert [row.id for row in register.view().figures()] == [second.id]
    assert len(list(register.view().claims("figure"))) == 2


def test_figures_too_can_be_the_same(register: Facts) -> None:
    """
    2021-02-15 figure:held quantity=about:100
        from 7f3a:0-9 -- "about 100"
    2021-02-15 figure:held quantity=exact:104
        from c01d:0-3 -- "104"
    """
    one, two = (f"figure:{row.id}" for row in register.view().figures())
    register.decide(Choice.SAME, one, two)
    assert len(register.view().figures()) == 2
    assert register.store.projection(max(one, two)) == f'{{"same_as":"{min(one, two)}"}}'
