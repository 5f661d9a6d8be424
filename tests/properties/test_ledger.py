"""What must hold of any ledger, whatever is entered and in whatever order."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.ledger.append import append
from habeas.ledger.chain import entry_hash
from habeas.ledger.check import check
from habeas.ledger.drafts import claim_draft, decision_draft, document_draft
from habeas.ledger.subjects import person_subject
from habeas.model.attribute import Attribute
from habeas.model.claim import AttributeClaim, EventClaim
from habeas.model.decision import Choice, Decision
from habeas.model.entry import Draft
from habeas.model.errors import LostRace
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.person import Person
from habeas.model.quote import Quote, Span
from habeas.model.vocabulary import EventKind, Modality
from habeas.model.written_date import WrittenDate
from tests.facts import VERA, Facts, document_of

NAMES = ["Olha B.", "Ivan K."]
TEXTS = {name: f"{name} was seen, the {name} report says" for name in ("one", "two", "three")}
DOCUMENTS = {
    name: document_of(text.encode(), publisher=f"outlet {name}") for name, text in TEXTS.items()
}
SUBJECTS = [
    person_subject(document.sha256, name) for document in DOCUMENTS.values() for name in NAMES
]
CHOICES = [Choice.SAME, Choice.SAME, Choice.DIFFERENT, Choice.REJECT, Choice.PREFER]
DATES = ["2021", "2021-02", "2021-02-15", "2021-02-17", "2021-06-01", "2022-01", "2022-03-04~"]

quotes = st.builds(
    lambda document, start, length: Quote(
        DOCUMENTS[document].sha256,
        Span(start, start + length),
        TEXTS[document][start : start + length],
    ),
    st.sampled_from(sorted(TEXTS)),
    st.integers(4, 8),
    st.integers(5, 9),
)
dates = st.none() | st.builds(lambda text: WrittenDate(PartialDate(text)), st.sampled_from(DATES))
people = st.builds(Mention, st.sampled_from(NAMES))
events = st.builds(
    EventClaim,
    quote=quotes,
    date=dates,
    event=st.sampled_from(EventKind),
    persons=st.tuples(people),
    place=st.none() | st.builds(Mention, st.sampled_from(["Melitopol", "Kherson"])),
    speaker=st.none() | st.builds(Mention, st.sampled_from(["the sister", "FSB"])),
    modality=st.sampled_from([*Modality, *[Modality.ASSERTED] * 6]),
)
attributes = st.builds(
    AttributeClaim,
    quote=quotes,
    subject=people,
    attribute=st.sampled_from([Attribute.BIRTH_PLACE, Attribute.OCCUPATION]),
    value=st.sampled_from(["Melitopol", "Kherson"]),
)
claims = st.lists(events | attributes, min_size=1, max_size=8)


@st.composite
def histories(draw: st.DrawFn) -> list[Draft]:
    """Documents, claims and decisions in an order in which each can be entered alone."""
    told = {draft.id: draft for draft in map(claim_draft, draw(claims))}
    known = sorted({subject for draft in told.values() for subject in draft.subjects})
    decisions: dict[str, Draft] = {}
    for _ in range(draw(st.integers(0, 4))):
        choice = draw(
            st.sampled_from([Choice.SAME, Choice.DIFFERENT, Choice.REJECT, Choice.PREFER])
        )
        if choice in (Choice.SAME, Choice.DIFFERENT):
            if len(known) < 2:
                continue
            about = draw(st.lists(st.sampled_from(known), min_size=2, max_size=3, unique=True))
        else:
            about = [draw(st.sampled_from(sorted(told)))]
        supersedes = draw(st.sampled_from(["", *decisions]))
        decision = Decision(
            choice=choice, about=tuple(about), reason="a test", by="Vera", supersedes=supersedes
        )
        draft = decision_draft(decision)
        decisions.setdefault(draft.id, draft)
    return [*map(document_draft, DOCUMENTS.values()), *told.values(), *decisions.values()]


def entered(batches: Sequence[Sequence[Draft]]) -> Facts:
    facts = Facts()
    for text in TEXTS.values():
        facts.store.put_blob(text.encode())
    for batch in batches:
        facts.enter(*batch)
        facts.now.move(hours=1)
    return facts


@st.composite
def orders(draw: st.DrawFn, history: list[Draft]) -> list[list[Draft]]:
    """The same drafts in another order, cut into batches; none before what it names."""
    waiting = draw(st.permutations(history))
    order: list[Draft] = []
    while waiting:
        ready = next(draft for draft in waiting if not _needs(draft, waiting))
        waiting = [draft for draft in waiting if draft is not ready]
        order.append(ready)
    cuts = sorted(draw(st.sets(st.integers(1, max(len(order) - 1, 1)), max_size=4)))
    return [order[start:end] for start, end in zip([0, *cuts], [*cuts, len(order)], strict=True)]


def _needs(draft: Draft, waiting: Sequence[Draft]) -> bool:
    """Whether the draft names the record or a subject of one that still waits."""
    others = [other for other in waiting if other is not draft]
    return any(
        other.id in draft.payload or any(subject in draft.payload for subject in other.subjects)
        for other in others
        if other.kind != draft.kind or other.id in draft.payload
    )


@given(st.data())
@settings(max_examples=150)
def test_any_order_of_independent_appends_folds_the_same(data: st.DataObject) -> None:
    history = data.draw(histories())
    expected = entered([history])
    other = entered(data.draw(orders(history)))
    assert other.view().persons() == expected.view().persons()
    assert dict(other.store.projections()) == dict(expected.store.projections())


@given(histories(), st.integers(1, 5))
@settings(max_examples=100)
def test_any_sequence_of_appends_verifies(history: list[Draft], size: int) -> None:
    batches = [history[at : at + size] for at in range(0, len(history), size)]
    facts = entered(batches)
    entries = list(facts.log())
    assert [entry.position for entry in entries] == list(range(1, len(history) + 1))
    assert all(entry.hash == entry_hash(entry) for entry in entries)
    assert all(after.previous == before.hash for before, after in pairwise(entries))
    assert check(facts) == []


@given(histories(), st.data())
@settings(max_examples=75)
def test_a_view_as_known_then_is_what_was_stored_then(
    history: list[Draft], data: st.DataObject
) -> None:
    cut = data.draw(st.integers(0, len(history)))
    facts = entered([history[:cut]])
    then, stored = facts.now.at, facts.view()
    persons, figures = stored.persons(), stored.figures()
    facts.now.move(hours=1)
    facts.enter(*history[cut:])
    again = facts.view(known_at=then + timedelta(minutes=1))
    assert (again.persons(), again.figures()) == (persons, figures)
    assert again.head.position == cut


@given(histories())
@settings(max_examples=100)
def test_no_claim_is_lost_or_counted_for_two_persons(history: list[Draft]) -> None:
    view = entered([history]).view()
    told = sorted(row.id for row in view.claims())
    assert sorted(claim for person in view.persons() for claim in person.claims) == told


@given(histories())
@settings(max_examples=100)
def test_an_episode_is_held_or_over_and_ends_once(history: list[Draft]) -> None:
    view = entered([history]).view()
    for person in view.persons():
        assert_episodes_make_sense(person)


def assert_episodes_make_sense(person: Person) -> None:
    over = [episode.ended is not None for episode in person.episodes]
    assert all(over[:-1]), "only the last episode can be open"
    for episode in person.episodes:
        assert not (episode.is_held and episode.ended)
        for stage in episode.stages:
            assert stage.claims_for or stage.claims_against
            assert not set(stage.claims_for) & set(stage.claims_against)
        dates = [stage.date for stage in episode.stages if stage.date]
        assert not any(
            later.is_before(earlier)
            for at, earlier in enumerate(dates)
            for later in dates[at + 1 :]
        )


@given(st.lists(st.integers(0, 3), min_size=1, max_size=12))
@settings(max_examples=60)
def test_of_those_who_race_each_wins_or_is_told(turns: list[int]) -> None:
    """Each of four appenders looks, then appends behind what it saw, in any interleaving."""
    facts = Facts()
    seen = [0] * 4
    won = 0
    for number, who in enumerate(turns):
        content = str(number).encode()
        facts.store.put_blob(content)
        draft = document_draft(document_of(content))
        is_up_to_date = seen[who] == facts.head.position
        try:
            append(facts, [draft], actor=VERA, reason="a race", after=seen[who])
        except LostRace:
            assert not is_up_to_date
        else:
            assert is_up_to_date
            won += 1
        seen[who] = facts.head.position
    assert facts.head.position == won
    left = {problem.code for problem in check(facts)}
    assert left <= {"blob-unclaimed"}, "who lost had captured already"
