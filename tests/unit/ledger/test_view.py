"""What is held, of a day, as known at a moment."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from habeas.ledger.drafts import claim_draft, problem_draft
from habeas.model.decision import Choice
from habeas.model.document import Document
from habeas.model.entry import EntryKind, Head
from habeas.model.errors import NothingFound, RegisterDamaged
from habeas.model.problem import Problem
from habeas.stores.memory import MemoryStore
from habeas.stores.sqlite import SqliteStore
from tests.facts import START, Facts, subject_of

ARREST = """
2023-12-20 arrested person="Olha B." place="Melitopol"
    from 7f3a:0-3 -- "one"
"""
RELEASE = """
2024-02-01 released person="Olha B."
    from c01d:0-3 -- "two"
"""
MIXED = """
2021-02-15 denounce actor="Participating states"
    from 7f3a:0-3 -- "one"
2021-02-15 figure:held quantity=about:100
    from 7f3a:10-19 -- "about 100"
2021 figure:released quantity=dozens:24..99
    from 7f3a:20-26 -- "dozens"
- characterised:arbitrary of="Olha B."/person
    from 7f3a:30-33 -- "two"
2021-02-15 arrested person="two men"/group
    from 7f3a:40-43 -- "six"
- attribute:occupied_by subject="Melitopol"/place value="Russia"/state
    from 7f3a:50-53 -- "ten"
"""


def held(facts: Facts, *, as_of: date | None = None, day: int | None = None) -> list[bool]:
    known_at = None if day is None else START + timedelta(days=day)
    view = facts.view(as_of=as_of, known_at=known_at)
    return [episode.is_held for person in view.persons() for episode in person.episodes]


def test_what_we_held_on_one_day_about_another_is_one_call() -> None:
    facts = Facts()
    (arrest,) = facts.tell(ARREST)
    facts.now.move(days=10)
    drafts, (release,) = facts.drafts(RELEASE)
    facts.enter(*drafts)
    facts.decide(Choice.SAME, subject_of(arrest), subject_of(release))
    assert held(facts) == [False]
    assert held(facts, as_of=date(2024, 1, 1)) == [True]
    assert held(facts, day=5) == [True]
    assert held(facts, day=5, as_of=date(2024, 1, 1)) == [True]
    assert held(facts, as_of=date(2023, 1, 1)) == []
    assert held(facts, day=-1) == []


def test_a_claim_that_may_be_true_by_that_day_stays_in() -> None:
    facts = Facts()
    facts.tell(MIXED)
    view = facts.view(as_of=date(2021, 2, 1))
    assert [str(row.claim.date) for row in view.figures()] == ["2021"]
    assert [str(row.claim.date) for row in view.claims()] == ["2021", "None", "None"]


def test_a_limited_view_without_effect_holds_what_the_stored_one_holds() -> None:
    facts = Facts()
    facts.tell(ARREST + RELEASE + MIXED)
    stored = facts.view()
    for fresh in (
        facts.view(as_of=date(2100, 1, 1)),
        facts.view(known_at=START),
        facts.view(known_at=START.replace(tzinfo=None)),
    ):
        assert fresh.persons() == stored.persons()
        assert fresh.figures() == stored.figures()
        assert fresh.documents() == stored.documents()
        assert list(fresh.claims()) == list(stored.claims())


def test_a_view_does_not_move_when_the_register_does() -> None:
    facts = Facts()
    facts.tell(ARREST)
    view, later = facts.view(), facts.view()
    assert view.persons()
    facts.tell(RELEASE)
    (claim,) = facts.view().person("Olha B.")[0].claims
    facts.decide(Choice.REJECT, claim)
    assert view.persons() == later.persons()
    assert [len(list(one.claims())) for one in (view, later, facts.view())] == [1, 1, 2]
    assert view.status_of(claim) == "held"
    assert len(later.documents()) == 1


def test_a_view_cannot_be_changed() -> None:
    view = Facts().view()
    with pytest.raises(AttributeError):
        view.as_of = date(2024, 1, 1)  # type: ignore[misc]


def test_the_moment_of_knowing_is_found_among_many_entries() -> None:
    facts = Facts()
    for number in range(20):
        facts.tell(ARREST.replace("7f3a", f"{number}d"))
        facts.now.move(days=1)
    views = [facts.view(known_at=START + timedelta(days=day)) for day in (-1, 0, 7, 30)]
    assert [view.head.position for view in views] == [0, 2, 16, 40]
    assert views[0].head == Head(0, "0" * 64)


def test_claims_come_by_kind_in_the_order_they_were_entered(register: Facts) -> None:
    register.tell(MIXED)
    view = register.view()
    assert [row.entry.position for row in view.claims()] == [2, 3, 4, 5, 6, 7]
    assert [row.id for row in view.claims("figure")] == [row.id for row in view.figures()]
    assert [type(row.claim).__name__ for row in view.actions()] == ["ActionClaim"]
    assert [len(view.held(kind)) for kind in ("characterisation", "event", "attribute")] == [
        1,
        1,
        1,
    ]
    assert view.held("leverage") == []


def test_a_row_can_be_taken_apart() -> None:
    facts = Facts()
    (told,) = facts.tell(ARREST)
    for name, claim, entry in facts.view().claims():
        assert (name, claim, entry.kind) == (claim_draft(told).id, told, EntryKind.CLAIM)


def test_a_person_named_in_a_characterisation_is_a_person(register: Facts) -> None:
    """
    - characterised:arbitrary of="Olha B."/person
        from 7f3a:30-33 -- "two"
    - characterised:arbitrary of="citizens"/group
        from 7f3a:40-43 -- "six"
    - leverage:offer person="Ivan K."/person
        from 7f3a:50-53 -- "ten"
    - exchanged person="Ivan K." counterpart="Petro L."/person
        from 7f3a:60-63 -- "for"
    """
    persons = register.view().persons()
    assert [(one.name, len(one.claims), len(one.episodes)) for one in persons] == [
        ("Ivan K.", 2, 1),
        ("Olha B.", 1, 0),
        ("Petro L.", 1, 0),
    ]


@pytest.mark.parametrize(
    ("wanted", "names"),
    [
        ("Olha B.", ["Olha B."]),
        ("olha  b.", ["Olha B."]),
        ("olha", ["Olha B.", "Olha Bondar"]),
        ("OLHA BONDAR", ["Olha Bondar"]),
        ("nobody", []),
        ("", []),
    ],
)
def test_persons_are_found_by_name(wanted: str, names: list[str]) -> None:
    facts = Facts()
    facts.tell(ARREST)
    facts.tell(RELEASE.replace("Olha B.", "Olha Bondar"))
    assert [person.name for person in facts.view().person(wanted)] == names


def test_persons_are_found_by_the_head_of_their_id() -> None:
    facts = Facts()
    facts.tell(ARREST)
    (person,) = facts.view().persons()
    for prefix in (person.id, person.id[:13], person.id.removeprefix("person:")[:6]):
        assert facts.view().person(prefix) == [person]


def test_a_claim_is_found_by_the_head_of_its_id() -> None:
    facts = Facts()
    facts.tell(MIXED)
    for row in facts.view().claims():
        assert facts.view().claim(row.id) == facts.view().claim(row.id[:10]) == row


def test_what_is_not_there_or_not_the_only_one_is_said_so() -> None:
    facts = Facts()
    facts.tell(MIXED)
    for number in range(20):
        facts.tell(ARREST.replace("7f3a", f"{number}d"))
    with pytest.raises(NothingFound, match="No claim 'zzz'"):
        facts.view().claim("zzz")
    with pytest.raises(NothingFound, match="List what is there"):
        facts.view().document("")
    several = next(
        digit
        for digit in "0123456789abcdef"
        if sum(row.id.startswith(digit) for row in facts.view().claims()) > 1
    )
    with pytest.raises(NothingFound, match="Give more digits"):
        facts.view().claim(several)


def test_a_record_of_later_is_not_found_in_a_view_of_before() -> None:
    facts = Facts()
    facts.tell(ARREST)
    before = facts.view(known_at=START)
    facts.now.move(days=1)
    (claim,) = facts.tell(RELEASE)
    with pytest.raises(NothingFound):
        before.claim(claim_draft(claim).id)
    with pytest.raises(NothingFound):
        before.captured_text(claim.quote.document)


def test_the_captured_text_is_what_offsets_count_in() -> None:
    facts = Facts()
    (claim,) = facts.tell(ARREST)
    text = facts.view().captured_text(claim.quote.document)
    assert text[claim.quote.span.start : claim.quote.span.end] == claim.quote.text
    assert isinstance(facts.view().document(claim.quote.document[:8]), Document)


def test_a_text_whose_bytes_are_gone_or_others_is_damage() -> None:
    store = MemoryStore()
    facts = Facts(store)
    (claim,) = facts.tell(ARREST)
    name = claim.quote.document
    store._blobs[name] = b"\xff"
    with pytest.raises(RegisterDamaged, match="is not utf-8"):
        facts.view().captured_text(name)
    del store._blobs[name]
    with pytest.raises(RegisterDamaged, match="are gone"):
        facts.view().captured_text(name)


def test_problems_met_while_reading_are_listed_and_belong_to_their_document() -> None:
    facts = Facts()
    (claim,) = facts.tell(ARREST)
    problem = Problem(
        code="odd", where="7f3a", what="odd", remedy="look", document=claim.quote.document
    )
    facts.enter(problem_draft(problem))
    assert facts.view().problems() == [problem]
    stored = facts.store.projection(f"document:{claim.quote.document}")
    assert stored is not None
    assert problem_draft(problem).id in stored


def test_a_register_in_a_folder_gives_the_same_view(tmp_path: Path) -> None:
    store = SqliteStore.create(tmp_path / "r")
    there, here = Facts(store), Facts()
    for facts in (there, here):
        facts.tell(ARREST + RELEASE + MIXED)
    assert there.view().persons() == here.view().persons()
    assert list(there.store.projections()) == list(here.store.projections())
    store.close()
