"""A reviewer's decisions on claims: the next question, the answer, and taking it back.

The page and the command call the same functions; an answer is refused where what was shown has
changed.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from habeas.ledger.append import append, is_known
from habeas.ledger.drafts import claim_draft, decision_draft
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.view import KeptClaim, View
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.codec import canonical, to_plain
from habeas.model.decision import Choice, Decision
from habeas.model.entry import Draft
from habeas.model.errors import QuestionStale, ValueMalformed
from habeas.protocols import Renderer
from habeas.workflows.review_queue import Queue, Wanted
from habeas.workflows.show import ClaimShown, claim, look

CHOICES = (Choice.ACCEPT, Choice.REJECT, Choice.UNSURE, Choice.SECOND)
_ANSWERS = frozenset({Choice.ACCEPT, Choice.REJECT, Choice.UNSURE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One claim to decide on, as it is shown. `left` counts the questions behind it.

    `seen` is the hash of what is shown; an answer carries it back. `is_again`: somebody else has
    answered, and what they said is not to be shown, nor what it came to.
    """

    shown: ClaimShown
    worth: float
    left: int
    seen: str
    is_again: bool = False

    @property
    def claim_id(self) -> str:
        """The id of the claim that is asked about."""
        return self.shown.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer came to: the decision's id, and the claim's status now.

    `instead` are the claims that stand in its place, and `accepting` the decision that made them
    count.
    """

    decision: str
    status: ClaimStatus
    instead: tuple[str, ...] = ()
    accepting: str = ""


def queue(view: View, *, is_all: bool = False) -> list[tuple[float, KeptClaim]]:
    """Claims that wait, those whose review is worth most first, with that worth.

    `is_all`: claims that count already and that nobody has accepted, too. What somebody was unsure
    of comes last.
    """
    return [(waiting.worth, kept) for waiting, kept in Queue(view, is_all=is_all).ranked()]


def next_question(
    register: Register,
    renderers: Sequence[Renderer],
    *,
    is_all: bool = False,
    without: Container[str] = frozenset(),
    actor: Actor | None = None,
    waiting: Queue | None = None,
    wanted: Wanted | None = None,
) -> Question | None:
    """The claim whose review is worth most, `without` those named; None where none waits.

    Who asked for a second pair of eyes is not asked. `waiting` is a queue kept between questions;
    `wanted` chooses among those that wait.
    """
    waiting = waiting.kept_up(register) if waiting else Queue(look(register), is_all=is_all)
    asker = actor.name if actor else ""
    found = waiting.first(wanted=wanted, without=without, asker=asker)
    if found is None:
        return None
    one, _ = found
    left = waiting.among(
        lambda other: (
            other.id not in without
            and asker not in other.asking
            and (wanted is None or wanted(other))
        )
    )
    shown = claim(waiting.view, one.id, renderers)
    return Question(shown=shown, worth=one.worth, left=left - 1, seen=seen(shown))


def question_on(
    register: Register,
    claim_id: str,
    renderers: Sequence[Renderer],
    *,
    is_again: bool = False,
) -> Question:
    """The question on one claim, wherever it stands in the queue. Raises: NothingFound."""
    shown = claim(look(register), claim_id, renderers)
    return Question(shown=shown, worth=0.0, left=0, seen=seen(shown), is_again=is_again)


def decide(
    register: Register,
    renderers: Sequence[Renderer],
    *,
    question: Question,
    choice: Choice,
    reason: str,
    actor: Actor,
) -> Answered:
    """Enters an answer, if what was shown is still what is held; it replaces one's own earlier one.

    Raises: QuestionStale; LostRace, when somebody else got in between; EntryRefused.
    """
    after = _unchanged(register, renderers, question)
    # Who asked for a second pair of eyes cannot lift that by an answer of their own.
    replaced = frozenset({Choice.UNSURE}) if choice is Choice.SECOND else _ANSWERS
    before = answer_of(look(register), question.claim_id, actor, among=replaced)
    decision = Decision(
        choice=choice,
        about=(question.claim_id,),
        reason=reason,
        by=actor.name,
        seen=question.seen,
        supersedes=before.decision if before else "",
    )
    drafts = [decision_draft(decision), *_setting_aside(before, reason, actor)]
    return _entered(register, drafts, question.claim_id, actor, after)


def amend(
    register: Register,
    renderers: Sequence[Renderer],
    *,
    question: Question,
    instead: Sequence[AnyClaim],
    reason: str,
    actor: Actor,
) -> Answered:
    """Rejects a claim and enters what the text does say, one claim or several, all at once.

    They count, on the word of whoever enters them, and are read by no reader.
    Raises: QuestionStale; LostRace; EntryRefused, where a quote does not stand in its document;
    ValueMalformed, where nothing is said otherwise.
    """
    after = _unchanged(register, renderers, question)
    drafts = {one.id: one for one in map(claim_draft, map(_by_hand, instead))}
    if not drafts or question.claim_id in drafts:
        raise ValueMalformed(
            value="the claim as it was",
            expected="a claim that says something else",
            example="accept it, or change what is wrong",
        )
    before = answer_of(look(register), question.claim_id, actor)
    rejecting = Decision(
        choice=Choice.REJECT,
        about=(question.claim_id,),
        reason=reason,
        by=actor.name,
        seen=question.seen,
        supersedes=before.decision if before else "",
        instead=tuple(sorted(drafts)),
    )
    entering = [
        *_setting_aside(before, reason, actor),
        *_entering(register, list(drafts.values()), reason, actor),
        decision_draft(rejecting),
    ]
    return _entered(register, entering, question.claim_id, actor, after)


def merge(
    register: Register, *, kept: str, others: Sequence[str], reason: str, actor: Actor
) -> Answered:
    """Rejects claims that say once more what another says; that one stands in their place.

    Raises: LostRace; EntryRefused, where one is not in the register; ValueMalformed.
    """
    if kept in others or not others:
        raise ValueMalformed(
            value=kept, expected="other claims than the one that is kept", example="two ids"
        )
    rejecting = Decision(
        choice=Choice.REJECT,
        about=tuple(sorted(set(others))),
        reason=reason,
        by=actor.name,
        instead=(kept,),
    )
    after = register.head.position
    return _entered(register, [decision_draft(rejecting)], others[0], actor, after)


def mark(register: Register, told: AnyClaim, *, reason: str, actor: Actor) -> str:
    """Enters a claim that a person made of a stretch of a document; it counts. Its id.

    Raises: EntryRefused, where the quote does not stand in its document; LostRace.
    """
    draft = claim_draft(_by_hand(told))
    drafts = _entering(register, [draft], reason, actor)
    append(register, drafts, actor=actor, reason="review", after=register.head.position)
    return draft.id


def take_back(
    register: Register, answered: Answered, *, claim_id: str, reason: str, actor: Actor
) -> Answered:
    """Supersedes an answer: what it said has no force any more, and both stay in the ledger.

    The new decision leaves the claim open, as somebody who is unsure would. What stood in its
    place is set aside.
    """
    left_open = Decision(
        choice=Choice.UNSURE,
        about=(claim_id,),
        reason=reason,
        by=actor.name,
        supersedes=answered.decision,
    )
    drafts = [decision_draft(left_open), *_setting_aside(answered, reason, actor)]
    return _entered(register, drafts, claim_id, actor, register.head.position)


def answer_of(
    view: View, claim_id: str, actor: Actor, *, among: Container[Choice] = _ANSWERS
) -> Answered | None:
    """What somebody answered on a claim, as far as it is in force; None where nothing is."""
    mine = [
        name
        for name, decision in view.decisions_on(claim_id)
        if decision.by == actor.name and decision.choice in among
    ]
    return _answered(view, claim_id, mine[-1]) if mine else None


def seen(shown: ClaimShown) -> str:
    """The hash of a claim as it is shown: what was claimed, its status and its paragraph."""
    plain = [to_plain(shown.claim), shown.status.value, shown.paragraph]
    return sha256(canonical(plain).encode()).hexdigest()


def _unchanged(register: Register, renderers: Sequence[Renderer], question: Question) -> int:
    """The position up to which the claim is as it was shown. Raises: QuestionStale."""
    head = register.head
    if seen(claim(look(register), question.claim_id, renderers)) != question.seen:
        raise QuestionStale(what=f"claim {question.claim_id}")
    return head.position


def _by_hand(told: AnyClaim) -> AnyClaim:
    return replace(told, reading=None)


def _setting_aside(answered: Answered | None, reason: str, actor: Actor) -> list[Draft]:
    """The decision that what stood in the place of a claim counts no more, if anything did."""
    if answered is None or not answered.accepting:
        return []
    gone = Decision(
        choice=Choice.REJECT,
        about=answered.instead,
        reason=reason,
        by=actor.name,
        supersedes=answered.accepting,
    )
    return [decision_draft(gone)]


def _entering(
    register: Register, drafts: Sequence[Draft], reason: str, actor: Actor
) -> list[Draft]:
    """Claims that are not known yet, and the decision that all of them count."""
    about = tuple(sorted(one.id for one in drafts))
    known = [one for one in about if is_known(register, one)]
    view = look(register)
    mine = [one for one in (answer_of(view, name, actor) for name in known) if one]
    accepting = Decision(
        choice=Choice.ACCEPT,
        about=about,
        reason=reason,
        by=actor.name,
        supersedes=mine[0].decision if mine else "",
    )
    return [*(one for one in drafts if one.id not in known), decision_draft(accepting)]


def _entered(
    register: Register, drafts: Sequence[Draft], claim_id: str, actor: Actor, after: int
) -> Answered:
    append(register, drafts, actor=actor, reason="review", after=after)
    view = look(register)
    names = {one.id for one in drafts}
    mine = next(name for name, _ in view.decisions_on(claim_id) if name in names)
    return _answered(view, claim_id, mine)


def _answered(view: View, claim_id: str, name: str) -> Answered:
    instead = dict(view.decisions_on(claim_id))[name].instead
    accepting = [
        other
        for one in instead
        for other, accepted in view.decisions_on(one)
        if accepted.choice is Choice.ACCEPT and accepted.about == instead
    ]
    return Answered(
        decision=name,
        status=view.status_of(claim_id),
        instead=instead if accepting else (),
        accepting=accepting[0] if accepting else "",
    )
