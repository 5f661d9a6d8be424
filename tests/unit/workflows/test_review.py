"""Doubtful claims wait; a person's answer makes them count, and can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from habeas import wiring
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.view import View
from habeas.model import notation
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice
from habeas.model.errors import QuestionStale
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.stores.memory import MemoryStore
from habeas.workflows.read import read
from habeas.workflows.review import Question, decide, next_question, queue, take_back
from habeas.workflows.review_queue import worth
from habeas.workflows.show import look
from tests.tiny_reader import TinyReader

VERA, PAVLO = Actor("Vera"), Actor("Pavlo")
TEXT = "Olha B. was arrested.\n\nTaras C. was arrested.\n\nDana D. was arrested.\n"
CHANCES = {"Olha B.": 0.95, "Taras C.": 0.45, "Dana D.": 0.1}


class Doubting(TinyReader):
    """Gives each arrest the chance that stands with its name."""

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        claims, problems = super().read(rendition)
        return [self._doubted(claim) for claim in claims], problems

    def _doubted(self, claim: AnyClaim) -> AnyClaim:
        assert claim.reading is not None
        chance = next(one for name, one in CHANCES.items() if claim.quote.text.startswith(name))
        return replace(claim, reading=replace(claim.reading, probability=chance))


@pytest.fixture
def kept(tmp_path: Path) -> Register:
    register = Register(MemoryStore())
    enter(register, tmp_path / "a.txt", TEXT)
    return register


def enter(register: Register, file: Path, text: str, *, below: float = 0.5) -> None:
    file.write_text(text, encoding="utf-8")
    read(
        [file],
        readers=[Doubting()],
        renderers=wiring.all_renderers(),
        register=register,
        actor=VERA,
        propose_below=below,
    )


def names(view: View) -> list[str]:
    return [person.name for person in view.persons() if person.episodes]


def ask(register: Register, *, without: frozenset[str] = frozenset()) -> Question:
    question = next_question(register, wiring.all_renderers(), without=without)
    assert question is not None
    return question


def answer(register: Register, choice: Choice, actor: Actor = PAVLO) -> Question:
    question = ask(register)
    decide(
        register,
        wiring.all_renderers(),
        question=question,
        choice=choice,
        reason="I read it",
        actor=actor,
    )
    return question


def test_a_claim_under_the_threshold_is_entered_and_counts_for_nothing(kept: Register) -> None:
    view = look(kept)
    assert names(view) == ["Olha B."]
    assert [one.claim.quote.text[:5] for one in view.proposed()] == ["Taras", "Dana "]


def test_a_threshold_of_nothing_keeps_all(tmp_path: Path) -> None:
    register = Register(MemoryStore())
    enter(register, tmp_path / "a.txt", TEXT, below=0.0)
    assert look(register).proposed() == []


def test_the_rule_signs_what_it_proposes_and_says_why(kept: Register) -> None:
    (entry,) = [one for one in kept.log() if one.kind.value == "decision"]
    assert entry.payload is not None
    assert '"rule:probability/1"' in entry.payload
    assert "probability under 0.5" in entry.payload


def test_the_most_doubtful_of_equal_weight_is_asked_first(kept: Register) -> None:
    assert ask(kept).shown.claim.quote.text == "Taras C. was arrested"


def test_an_accepted_claim_counts_and_leaves_the_queue(kept: Register) -> None:
    answer(kept, Choice.ACCEPT)
    assert names(look(kept)) == ["Olha B.", "Taras C."]
    assert ask(kept).shown.claim.quote.text == "Dana D. was arrested"
    assert ask(kept).left == 0


def test_a_rejected_claim_never_counts_and_is_not_asked_again(kept: Register) -> None:
    question = answer(kept, Choice.REJECT)
    assert look(kept).status_of(question.claim_id) is ClaimStatus.REJECTED
    assert ask(kept).claim_id != question.claim_id


def test_what_somebody_was_unsure_of_comes_last(kept: Register) -> None:
    first = answer(kept, Choice.UNSURE)
    assert [one.id for _, one in queue(look(kept))][-1] == first.claim_id


def test_a_taken_back_answer_leaves_the_claim_as_it_was_and_both_decisions_in_the_ledger(
    kept: Register,
) -> None:
    question = ask(kept)
    answered = decide(
        kept,
        wiring.all_renderers(),
        question=question,
        choice=Choice.ACCEPT,
        reason="I read it",
        actor=PAVLO,
    )
    before = kept.head.position
    now = take_back(kept, answered, claim_id=question.claim_id, reason="mistyped", actor=PAVLO)
    assert now.status is ClaimStatus.PROPOSED
    assert kept.head.position == before + 1
    assert names(look(kept)) == ["Olha B."]


def test_an_answer_to_what_has_changed_is_refused_and_nothing_is_written(kept: Register) -> None:
    question = ask(kept)
    answer(kept, Choice.REJECT, VERA)
    before = kept.head
    with pytest.raises(QuestionStale, match="has changed since it was shown"):
        decide(
            kept,
            wiring.all_renderers(),
            question=question,
            choice=Choice.ACCEPT,
            reason="I read it",
            actor=PAVLO,
        )
    assert kept.head == before


def test_reading_the_same_again_proposes_nothing_anew(kept: Register, tmp_path: Path) -> None:
    answer(kept, Choice.ACCEPT)
    before = kept.head
    enter(kept, tmp_path / "a.txt", TEXT)
    assert kept.head == before


def test_a_claim_that_counts_already_is_not_made_to_wait_by_a_later_reading(
    tmp_path: Path,
) -> None:
    register = Register(MemoryStore())
    enter(register, tmp_path / "a.txt", TEXT, below=0.0)
    enter(register, tmp_path / "a.txt", TEXT, below=0.5)
    assert look(register).proposed() == []


def test_with_all_what_counts_already_is_asked_too_until_somebody_accepts_it(
    kept: Register,
) -> None:
    assert len(queue(look(kept), is_all=True)) == 3
    question = next_question(kept, wiring.all_renderers(), is_all=True)
    assert question is not None
    decide(
        kept,
        wiring.all_renderers(),
        question=question,
        choice=Choice.ACCEPT,
        reason="I read it",
        actor=PAVLO,
    )
    assert len(queue(look(kept), is_all=True)) == 2


def test_a_release_is_worth_more_than_a_trade_and_the_new_more_than_the_known() -> None:
    released = _claim('- released person="Olha Dub"')
    trade = _claim('- attribute:occupation subject="Olha Dub" value="baker"')
    assert worth(released, is_new=True) > worth(released, is_new=False)
    assert worth(released, is_new=False) > worth(trade, is_new=False)


def test_what_is_nearly_sure_is_worth_less_than_what_is_open() -> None:
    open_one = _claim('- released person="Olha Dub"', chance="0.50")
    sure = _claim('- released person="Olha Dub"', chance="0.97")
    assert worth(open_one, is_new=True) > worth(sure, is_new=True)


def _claim(line: str, chance: str = "0.6") -> AnyClaim:
    return notation.parse_one(f'{line}\n    from 7f3a:0-8 -- "Olha Dub" read tiny/1 p={chance}')
