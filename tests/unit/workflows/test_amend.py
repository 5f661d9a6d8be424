"""A claim is amended, split or told once; a stretch of text becomes a claim; all can be undone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from habeas import wiring
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim, EventClaim
from habeas.model.codec import claim_id
from habeas.model.decision import Choice
from habeas.model.errors import EntryRefused, QuestionStale, ValueMalformed
from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Quote, Span
from habeas.model.vocabulary import EventKind
from habeas.stores.memory import MemoryStore
from habeas.workflows.read import read
from habeas.workflows.review import (
    Answered,
    Question,
    amend,
    answer_of,
    decide,
    mark,
    merge,
    next_question,
    question_on,
    take_back,
)
from habeas.workflows.show import look
from tests.tiny_reader import TinyReader

VERA, PAVLO = Actor("Vera"), Actor("Pavlo")
TEXT = "Olha B. was arrested.\n\nTaras C. was arrested.\n"


@pytest.fixture
def kept(tmp_path: Path) -> Register:
    register = Register(MemoryStore())
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    read(
        [file],
        readers=[TinyReader()],
        renderers=wiring.all_renderers(),
        register=register,
        actor=VERA,
    )
    return register


def ids(register: Register) -> list[str]:
    return [one.id for one in look(register).claims()]


def asked(register: Register, name: str) -> Question:
    return question_on(register, name, wiring.all_renderers())


def event(register: Register, name: str) -> EventClaim:
    claim = look(register).claim(name).claim
    assert isinstance(claim, EventClaim)
    return claim


def change(register: Register, name: str, *instead: AnyClaim, actor: Actor = PAVLO) -> Answered:
    return amend(
        register,
        wiring.all_renderers(),
        question=asked(register, name),
        instead=instead,
        reason="it says released",
        actor=actor,
    )


def say(register: Register, name: str, choice: Choice, actor: Actor = PAVLO) -> Answered:
    return decide(
        register,
        wiring.all_renderers(),
        question=asked(register, name),
        choice=choice,
        reason="I read it",
        actor=actor,
    )


def counting(register: Register) -> list[str]:
    view = look(register)
    return [
        f"{one.claim.event.value} {one.claim.persons[0].label}"
        for one in view.claims("event")
        if view.status_of(one.id) is ClaimStatus.HELD and isinstance(one.claim, EventClaim)
    ]


def test_an_amended_claim_counts_in_the_place_of_the_old_one_on_the_word_of_who_entered_it(
    kept: Register,
) -> None:
    first, _ = ids(kept)
    answered = change(kept, first, replace(event(kept, first), event=EventKind.RELEASED))
    assert answered.status is ClaimStatus.REJECTED
    assert counting(kept) == ["arrested Taras C.", "released Olha B."]
    new = look(kept).claim(answered.instead[0])
    assert new.entry.actor == "Pavlo"
    assert new.claim.reading is None


def test_a_claim_is_split_in_two(kept: Register) -> None:
    first, _ = ids(kept)
    old = event(kept, first)
    two = [replace(old, event=kind) for kind in (EventKind.CHARGED, EventKind.SENTENCED)]
    assert len(change(kept, first, *two).instead) == 2
    assert counting(kept) == ["arrested Taras C.", "charged Olha B.", "sentenced Olha B."]


def test_an_amendment_taken_back_leaves_everything_as_it_was_and_can_be_made_again(
    kept: Register,
) -> None:
    first, _ = ids(kept)
    before = counting(kept)
    new = replace(event(kept, first), event=EventKind.RELEASED)
    for _ in range(3):
        answered = change(kept, first, new)
        assert "released Olha B." in counting(kept)
        take_back(kept, answered, claim_id=first, reason="mistyped", actor=PAVLO)
        assert counting(kept) == before


def test_an_answer_can_be_given_taken_back_and_given_again(kept: Register) -> None:
    first, _ = ids(kept)
    for choice in (Choice.REJECT, Choice.SECOND, Choice.REJECT, Choice.SECOND, Choice.ACCEPT):
        answered = say(kept, first, choice)
        take_back(kept, answered, claim_id=first, reason="mistyped", actor=PAVLO)
        assert look(kept).status_of(first) is ClaimStatus.HELD


def test_a_new_answer_of_the_same_person_replaces_the_old_one(kept: Register) -> None:
    first, _ = ids(kept)
    say(kept, first, Choice.REJECT)
    assert say(kept, first, Choice.ACCEPT).status is ClaimStatus.HELD


def test_to_accept_what_one_amended_takes_the_amendment_away(kept: Register) -> None:
    first, _ = ids(kept)
    before = counting(kept)
    change(kept, first, replace(event(kept, first), event=EventKind.RELEASED))
    assert say(kept, first, Choice.ACCEPT).status is ClaimStatus.HELD
    assert counting(kept) == before


def test_another_s_rejection_stands_against_ones_own_acceptance(kept: Register) -> None:
    first, _ = ids(kept)
    say(kept, first, Choice.REJECT, VERA)
    assert say(kept, first, Choice.ACCEPT, PAVLO).status is ClaimStatus.REJECTED


def test_who_asked_for_another_pair_of_eyes_cannot_lift_that_and_is_not_asked(
    kept: Register,
) -> None:
    first, _ = ids(kept)
    say(kept, first, Choice.SECOND, VERA)
    assert say(kept, first, Choice.ACCEPT, VERA).status is ClaimStatus.PROPOSED

    def ask(actor: Actor) -> Question | None:
        return next_question(kept, wiring.all_renderers(), actor=actor)

    assert ask(VERA) is None
    question = ask(PAVLO)
    assert question is not None
    assert question.claim_id == first
    assert say(kept, first, Choice.ACCEPT, PAVLO).status is ClaimStatus.HELD


def test_claims_that_say_the_same_are_told_once(kept: Register) -> None:
    first, second = ids(kept)
    answered = merge(kept, kept=first, others=[second], reason="the same arrest", actor=PAVLO)
    assert counting(kept) == ["arrested Olha B."]
    assert dict(look(kept).decisions_on(second))[answered.decision].instead == (first,)
    take_back(kept, answered, claim_id=second, reason="they are two", actor=PAVLO)
    assert counting(kept) == ["arrested Olha B.", "arrested Taras C."]


def test_a_claim_is_not_merged_into_itself(kept: Register) -> None:
    first, _ = ids(kept)
    with pytest.raises(ValueMalformed):
        merge(kept, kept=first, others=[first], reason="x", actor=PAVLO)


def test_an_amendment_that_changes_nothing_is_refused(kept: Register) -> None:
    first, _ = ids(kept)
    with pytest.raises(ValueMalformed, match="says something else"):
        change(kept, first, event(kept, first))


def test_an_amendment_whose_quote_does_not_stand_there_is_refused_and_nothing_is_written(
    kept: Register,
) -> None:
    first, _ = ids(kept)
    old = event(kept, first)
    before = kept.head
    with pytest.raises(EntryRefused, match="stands"):
        change(kept, first, replace(old, quote=replace(old.quote, text="Olha B. was released!")))
    assert kept.head == before


def test_an_amendment_of_what_somebody_decided_meanwhile_is_refused(kept: Register) -> None:
    first, _ = ids(kept)
    question = asked(kept, first)
    say(kept, first, Choice.REJECT, VERA)
    with pytest.raises(QuestionStale):
        amend(
            kept,
            wiring.all_renderers(),
            question=question,
            instead=[replace(event(kept, first), event=EventKind.RELEASED)],
            reason="x",
            actor=PAVLO,
        )


def test_a_stretch_of_text_becomes_a_claim_that_counts(kept: Register) -> None:
    document = look(kept).documents()[0].sha256
    span = Span(TEXT.index("Taras"), TEXT.index("Taras") + len("Taras C."))
    quote = Quote(document=document, text="Taras C.", span=span)
    told = EventClaim(
        quote=quote,
        event=EventKind.HELD,
        persons=(Mention(text="Taras C.", kind=MentionKind.PERSON, span=span),),
    )
    name = mark(kept, told, reason="he is held as the paragraph goes on to say", actor=PAVLO)
    assert name == claim_id(told)
    assert "held Taras C." in counting(kept)
    assert answer_of(look(kept), name, PAVLO) is not None
