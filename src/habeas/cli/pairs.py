"""Pairs of persons on the terminal: two records side by side, answered with single keys."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from rich.text import Text

from habeas.cli.tables import rows, table
from habeas.cli.terminal import console, say
from habeas.cli.words import counted, what
from habeas.model.decision import Choice
from habeas.model.errors import LostRace, NothingFound, QuestionStale

if TYPE_CHECKING:
    from habeas import wiring
    from habeas.model.actor import Actor
    from habeas.workflows.resolve import PairQuestion, Side

_KEYS = {"s": Choice.SAME, "d": Choice.DIFFERENT, "u": Choice.UNSURE}
_REASONS = {
    Choice.SAME: "one person, as shown",
    Choice.DIFFERENT: "two people, as shown",
    Choice.UNSURE: "looked at, left open",
}
_HELP = "s same   d different   u unsure   k skip   b take the last answer back   q stop"
_CLAIMS_SHOWN = 4


class PairReview:
    """One sitting of one reviewer over pairs; `key` gives the next key pressed."""

    def __init__(self, register: wiring.Register, actor: Actor, key: Callable[[], str]) -> None:
        self.register = register
        self.actor = actor
        self.key = key
        self.skipped: set[tuple[str, str]] = set()
        self.answers: list[tuple[tuple[str, str], str]] = []

    def run(self) -> None:
        """Asks until nothing waits or the reviewer stops."""
        from habeas.workflows.candidates import Candidates
        from habeas.workflows.resolve import next_pair
        from habeas.workflows.show import look

        candidates = Candidates(look(self.register))
        while True:
            candidates = candidates.kept_up(self.register)
            question = next_pair(self.register, without=self.skipped, candidates=candidates)
            if question is None:
                if self.answers and self._goes_back():
                    continue
                break
            show(question)
            if not self._answer(question):
                break
        say(f"{counted(len(self.answers), 'answer')} entered. Signed: {self.actor.name}")

    def _answer(self, question: PairQuestion) -> bool:
        pair = (question.proposal.left, question.proposal.right)
        while True:
            key = self.key()
            if key == "q":
                return False
            if key == "k":
                self.skipped.add(pair)
                return True
            if key == "b":
                self._take_back()
                return True
            if key in _KEYS:
                self._decide(question, pair, _KEYS[key])
                return True
            say(_HELP)

    def _decide(self, question: PairQuestion, pair: tuple[str, str], choice: Choice) -> None:
        from habeas.workflows.resolve import decide_pair

        try:
            name = decide_pair(
                self.register,
                question=question,
                choice=choice,
                reason=_REASONS[choice],
                actor=self.actor,
            )
        except (QuestionStale, LostRace) as changed:
            say(str(changed))
            return
        if choice is Choice.UNSURE:
            self.skipped.add(pair)
        self.answers.append((pair, name))
        say(f"{choice.value}: entered.")

    def _goes_back(self) -> bool:
        """Whether the reviewer takes the last answer back, now that nothing else waits."""
        say("Nothing waits any more.   b take the last answer back   q stop")
        if self.key() != "b":
            return False
        self._take_back()
        return True

    def _take_back(self) -> None:
        from habeas.workflows.resolve import undo

        if not self.answers:
            say("There is no answer of this sitting to take back.")
            return
        pair, name = self.answers.pop()
        try:
            undo(self.register, name, reason="taken back", actor=self.actor)
        except NothingFound as gone:
            say(str(gone))
            return
        self.skipped.discard(pair)
        say("Taken back.")


def show(question: PairQuestion) -> None:
    """The two persons side by side, what differs marked, then the reasons and the quotes."""
    left, right = question.sides
    out = console()
    drawn = table("", "one", "other")
    for name, ours, theirs in _rows(left, right):
        mark = "" if not ours or not theirs or ours == theirs else "≠ "
        drawn.add_row(Text(mark + name), Text(ours), Text(theirs))
    out.print(drawn)
    reasons = [(f"{one.bits:+.1f}", one.words) for one in question.proposal.score.reasons]
    out.print(rows(table("bits #", "what it rests on"), reasons))
    for side in (left, right):
        for claim in side.claims[:_CLAIMS_SHOWN]:
            out.print(Text(f"{side.person.name}: {what(claim)} | “{claim.quote.text}”"))
    chance = question.proposal.score.shown
    sys.stdout.write(f"\nchance of one person: {chance}, {question.left_over} behind it\n{_HELP}\n")
    sys.stdout.flush()


def _rows(left: Side, right: Side) -> Iterable[tuple[str, str, str]]:
    ours, theirs = left.record, right.record
    return (
        ("names", _all(one.text for one in ours.names), _all(one.text for one in theirs.names)),
        ("also called", _all(ours.aliases), _all(theirs.aliases)),
        ("born", _all(map(str, ours.born)), _all(map(str, theirs.born))),
        ("born, by age", _years(ours.years), _years(theirs.years)),
        ("taken", _all(map(str, ours.taken)), _all(map(str, theirs.taken))),
        ("places", _all(ours.places), _all(theirs.places)),
        ("charged under", _all(ours.charges), _all(theirs.charges)),
        ("sentenced to", _all(ours.sentences), _all(theirs.sentences)),
        ("occupation", _all(ours.occupations), _all(theirs.occupations)),
    )


def _all(values: Iterable[str]) -> str:
    return ", ".join(sorted(set(values)))


def _years(spans: Iterable[tuple[int, int]]) -> str:
    return _all(f"{low} to {high}" for low, high in spans)
