"""How far reviewers agree who looked at the same claim, and where they do not.

Krippendorff's alpha for nominal values: one less than the disagreement seen over that expected by
chance (K. Krippendorff, Content Analysis, 2004, chapter 11). Some claims are put to a second
reviewer who is not told the first answer, drawn by their ids, so that nobody chooses which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from habeas.ledger.register import Register
from habeas.ledger.view import View
from habeas.model.actor import Actor
from habeas.model.decision import Choice, Decision
from habeas.protocols import Renderer
from habeas.workflows.review import Question, question_on

_DRAWN_OF = 16**8  # of an id, the first eight hex digits decide whether it is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Who answered what on one record: a word for each name."""

    about: tuple[str, ...]
    words: dict[str, str]

    @property
    def is_disputed(self) -> bool:
        """Whether two said otherwise."""
        return len(set(self.words.values())) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """Two reviewers: how many records both answered, and on how many they said the same."""

    one: str
    other: str
    both: int
    same: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What reviewers' answers come to.

    `alpha` is None where too little was answered twice to tell: no record by two people, or all
    answers alike.
    """

    answered: int
    twice: int
    agreed: int
    alpha: float | None
    pairings: tuple[Pairing, ...]
    disputed: tuple[Answers, ...]


def agreement(view: View, *, on_links: bool = False) -> Agreement:
    """How far the people agree who decided on claims; with `on_links`, on who is one person."""
    choices = _ON_LINKS if on_links else _ON_CLAIMS
    return agreement_among(_answers(view.decisions(), choices))


def agreement_among(answers: Sequence[Answers]) -> Agreement:
    """What these answers come to."""
    twice = [one for one in answers if len(one.words) > 1]
    return Agreement(
        answered=len(answers),
        twice=len(twice),
        agreed=sum(not one.is_disputed for one in twice),
        alpha=alpha([list(one.words.values()) for one in twice]),
        pairings=tuple(_pairings(twice)),
        disputed=tuple(one for one in twice if one.is_disputed),
    )


def alpha(units: Iterable[Sequence[str]]) -> float | None:
    """Krippendorff's alpha of units, each with the values that its coders gave; None: no telling.

    A unit with one value says nothing of agreement and plays no part.

    >>> alpha([["a", "a"], ["b", "b"], ["a", "b"], ["a", "a"]])
    0.5333333333333333
    >>> alpha([["a", "a"], ["a", "a"]]) is None
    True
    """
    totals: Counter[str] = Counter()
    disagreeing = 0.0
    for values in units:
        if len(values) > 1:
            totals.update(values)
            pairs = sum(2 for one, other in combinations(values, 2) if one != other)
            disagreeing += pairs / (len(values) - 1)
    number = sum(totals.values())
    by_chance = sum(count * (number - count) for count in totals.values())
    return None if not by_chance else 1.0 - (number - 1) * disagreeing / by_chance


def next_again(
    register: Register,
    renderers: Sequence[Renderer],
    *,
    actor: Actor,
    share: float,
    without: Container[str] = frozenset(),
) -> Question | None:
    """A claim that another has answered and that `actor` is to answer too; None where none is left.

    `share` of the claims answered are drawn, between 0 and 1.
    """
    view = register.view()
    for one in _answers(view.decisions(), _ON_CLAIMS):
        (claim,) = one.about
        is_mine = set(one.words) == {actor.name}
        if len(one.words) == 1 and not is_mine and is_drawn(claim, share) and claim not in without:
            return question_on(register, claim, renderers, is_again=True)
    return None


def is_drawn(claim_id: str, share: float) -> bool:
    """Whether a claim is among the share that is looked at twice."""
    return int(claim_id[:8], 16) < share * _DRAWN_OF


_ON_CLAIMS = {
    Choice.ACCEPT: "accept",
    Choice.REJECT: "reject",
}
_ON_LINKS = {Choice.SAME: "same", Choice.DIFFERENT: "different"}


def _answers(decisions: Iterable[tuple[str, Decision]], words: dict[Choice, str]) -> list[Answers]:
    """What people answered, by what it is about; rules are no reviewers."""
    found: dict[tuple[str, ...], dict[str, str]] = {}
    for _, decision in decisions:
        word = words.get(decision.choice)
        if word is None or Actor(decision.by).is_rule:
            continue
        for about in _matters(decision):
            found.setdefault(about, {})[decision.by] = _told(decision, word)
    return [Answers(about=about, words=words) for about, words in sorted(found.items())]


def _matters(decision: Decision) -> list[tuple[str, ...]]:
    if decision.choice in _ON_LINKS:
        return [tuple(sorted(decision.about))]
    return [(about,) for about in decision.about]


def _told(decision: Decision, word: str) -> str:
    """A claim that was amended was neither right nor wrong."""
    return "amend" if decision.instead else word


def _pairings(twice: Sequence[Answers]) -> Iterable[Pairing]:
    both: Counter[tuple[str, str]] = Counter()
    same: Counter[tuple[str, str]] = Counter()
    for answers in twice:
        for pair in combinations(sorted(answers.words), 2):
            both[pair] += 1
            same[pair] += answers.words[pair[0]] == answers.words[pair[1]]
    for (one, other), number in sorted(both.items()):
        yield Pairing(one=one, other=other, both=number, same=same[one, other])
