"""A reviewer's decisions on claims: the next question, the answer, and taking it back.

The queue is ordered by what an answer is worth: how unsure we are, times what hangs on it. The page
and the command call the same functions; an answer is refused where what was shown has changed.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from habeas.ledger.append import append
from habeas.ledger.drafts import decision_draft
from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.view import KeptClaim, View
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim, EventClaim, FigureClaim, LeverageClaim
from habeas.model.codec import canonical, to_plain
from habeas.model.decision import Choice, Decision
from habeas.model.errors import QuestionStale
from habeas.model.vocabulary import EventKind
from habeas.protocols import Renderer
from habeas.workflows.show import ClaimShown, claim, look

CHOICES = (Choice.ACCEPT, Choice.REJECT, Choice.UNSURE)
_EVEN = 0.5  # the chance of a claim whose reader gives none

# What hangs on a claim, as multiples of the least: a convention of ours. Whether somebody is free,
# and whether a state ties it to something, comes before what somebody's trade is.
_GRAVE = frozenset(
    {
        EventKind.ARRESTED,
        EventKind.ABDUCTED,
        EventKind.DISAPPEARED,
        EventKind.HELD,
        EventKind.SENTENCED,
        EventKind.RELEASED,
        EventKind.EXCHANGED,
        EventKind.DIED,
    }
)
_STAKES_OF_GRAVE, _STAKES_OF_EVENT, _STAKES_OF_NUMBER, _STAKES = 3.0, 2.0, 2.0, 1.0
_NEW = 2.0  # nobody else in the register says so: an answer changes what is held


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One claim to decide on, as it is shown. `left` counts the questions behind it.

    `seen` is the hash of what is shown; an answer carries it back.
    """

    shown: ClaimShown
    worth: float
    left: int
    seen: str

    @property
    def claim_id(self) -> str:
        """The id of the claim that is asked about."""
        return self.shown.id


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer came to: the decision's id, and the claim's status now."""

    decision: str
    status: ClaimStatus


def queue(view: View, *, is_all: bool = False) -> list[tuple[float, KeptClaim]]:
    """Claims that wait, those whose review is worth most first, with that worth.

    `is_all`: claims that count already and that nobody has accepted, too. What somebody was unsure
    of comes last.
    """
    waiting = [one for one in view.claims() if _is_waiting(view, one, is_all=is_all)]
    told = {_matter(one.claim) for one in view.claims() if _counts(view, one)}
    valued = [(worth(one.claim, is_new=_matter(one.claim) not in told), one) for one in waiting]
    return sorted(
        valued, key=lambda pair: (view.is_left_open(pair[1].id), -pair[0], pair[1].entry.position)
    )


def worth(claim: AnyClaim, *, is_new: bool) -> float:
    """What an answer is worth: variance of the claim's being right, times what hangs on it."""
    given = claim.reading.probability if claim.reading else None
    chance = _EVEN if given is None else given
    return chance * (1.0 - chance) * _stakes(claim) * (_NEW if is_new else 1.0)


def next_question(
    register: Register,
    renderers: Sequence[Renderer],
    *,
    is_all: bool = False,
    without: Container[str] = frozenset(),
) -> Question | None:
    """The claim whose review is worth most, `without` those named; None where none waits."""
    view = look(register)
    waiting = [pair for pair in queue(view, is_all=is_all) if pair[1].id not in without]
    if not waiting:
        return None
    value, one = waiting[0]
    shown = claim(view, one.id, renderers)
    return Question(shown=shown, worth=value, left=len(waiting) - 1, seen=_seen(shown))


def decide(
    register: Register,
    renderers: Sequence[Renderer],
    *,
    question: Question,
    choice: Choice,
    reason: str,
    actor: Actor,
) -> Answered:
    """Enters an answer, if what was shown is still what is held.

    Raises: QuestionStale; LostRace, when somebody else got in between; EntryRefused.
    """
    head = register.head
    if _seen(claim(look(register), question.claim_id, renderers)) != question.seen:
        raise QuestionStale(what=f"claim {question.claim_id}")
    decision = Decision(
        choice=choice,
        about=(question.claim_id,),
        reason=reason,
        by=actor.name,
        seen=question.seen,
    )
    return _entered(register, decision, question.claim_id, actor=actor, after=head.position)


def take_back(
    register: Register, answered: Answered, *, claim_id: str, reason: str, actor: Actor
) -> Answered:
    """Supersedes an answer: what it said has no force any more, and both stay in the ledger.

    The new decision leaves the claim open, as somebody who is unsure would.
    """
    decision = Decision(
        choice=Choice.UNSURE,
        about=(claim_id,),
        reason=reason,
        by=actor.name,
        supersedes=answered.decision,
    )
    return _entered(register, decision, claim_id, actor=actor, after=register.head.position)


def _entered(
    register: Register, decision: Decision, claim_id: str, *, actor: Actor, after: int
) -> Answered:
    draft = decision_draft(decision)
    append(register, [draft], actor=actor, reason="review", after=after)
    return Answered(decision=draft.id, status=look(register).status_of(claim_id))


def _is_waiting(view: View, one: KeptClaim, *, is_all: bool) -> bool:
    status = view.status_of(one.id)
    if status is ClaimStatus.PROPOSED:
        return True
    return is_all and status is ClaimStatus.HELD and not view.is_accepted(one.id)


def _counts(view: View, one: KeptClaim) -> bool:
    return view.status_of(one.id) is ClaimStatus.HELD


def _matter(claim: AnyClaim) -> tuple[str, ...]:
    """What two claims share that say the same of the same."""
    if isinstance(claim, EventClaim):
        return ("event", claim.event.value, *sorted(_labels(claim)))
    if isinstance(claim, FigureClaim):
        return ("figure", claim.status.value, str(claim.quantity.low), str(claim.quantity.high))
    return (type(claim).__name__, claim.quote.document, str(claim.quote.span.start))


def _labels(claim: EventClaim) -> Iterator[str]:
    return (person.label for person in claim.persons)


def _stakes(claim: AnyClaim) -> float:
    if isinstance(claim, EventClaim):
        return _STAKES_OF_GRAVE if claim.event in _GRAVE else _STAKES_OF_EVENT
    return _STAKES_OF_NUMBER if isinstance(claim, FigureClaim | LeverageClaim) else _STAKES


def _seen(shown: ClaimShown) -> str:
    plain = [to_plain(shown.claim), shown.status.value, shown.paragraph]
    return sha256(canonical(plain).encode()).hexdigest()
