"""`habeas review`: one claim after the other, each answered with a single key."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from habeas.cli.options import RegisterOption, epilog, register_folder, settings_of
from habeas.cli.review_pages import print_agreement
from habeas.cli.terminal import say
from habeas.cli.words import counted
from habeas.model.decision import Choice
from habeas.model.errors import LostRace, QuestionStale

if TYPE_CHECKING:
    from collections.abc import Sequence

    from habeas import wiring
    from habeas.model.actor import Actor
    from habeas.protocols import Renderer
    from habeas.workflows.review import Answered, Question

REVIEW_EXAMPLES = epilog(
    "habeas review --register my-register",
    "habeas review --register my-register --all",
    "habeas review --register my-register --pairs",
    "habeas review --register my-register --list",
    "habeas review --register my-register --agreement",
)
_KEYS = {"a": Choice.ACCEPT, "r": Choice.REJECT, "u": Choice.UNSURE, "p": Choice.SECOND}
_REASONS = {
    Choice.ACCEPT: "it is what the text says",
    Choice.REJECT: "it is not what the text says",
    Choice.UNSURE: "looked at, left open",
    Choice.SECOND: "a second pair of eyes is needed",
}
_HELP = (
    "a accept   r reject   w reject and say why   e edit   u unsure   p needs a second pair of eyes"
    "\ns skip   b take the last answer back   q stop"
)
_EDIT = """# Say what the text does say. Several claims: one after the other, each with its quote.
# Lines that begin with # are left out; an empty file changes nothing.
"""


def review(
    context: typer.Context,
    register: RegisterOption = None,
    is_all: Annotated[bool, typer.Option("--all", help="Claims that count already, too.")] = False,
    is_pairs: Annotated[
        bool, typer.Option("--pairs", help="Pairs of persons that may be one, instead of claims.")
    ] = False,
    is_list: Annotated[
        bool, typer.Option("--list", help="Print the queue, and what each review is worth.")
    ] = False,
    is_agreement: Annotated[
        bool, typer.Option("--agreement", help="Print how far reviewers agree, and where not.")
    ] = False,
    again: Annotated[
        float,
        typer.Option(
            "--again",
            help="The share of claims answered by others that are put to you too, unseen.",
            min=0.0,
            max=1.0,
        ),
    ] = 0.0,
) -> None:
    """Decide on claims that wait for a person, those worth most first.

    Each claim is shown on its quote. Answers are signed with your name, are entered at once, and
    can be taken back; stop when you like and go on later.
    """
    from habeas import wiring

    folder = register_folder(context, register)
    with (
        wiring.open_register(folder, is_read_only=is_list or is_agreement) as opened,
        wiring.renderers() as renderers,
    ):
        if is_list:
            _print_queue(opened, is_all=is_all)
            return
        if is_agreement:
            print_agreement(opened)
            return
        actor = wiring.actor(settings_of(context))
        if is_pairs:
            from habeas.cli.pairs import PairReview

            PairReview(opened, actor, _key).run()
            return
        _Review(opened, renderers, actor, is_all=is_all, again=again).run()


def _print_queue(register: wiring.Register, *, is_all: bool) -> None:
    from habeas.cli.tables import SHORT, rows, table
    from habeas.cli.terminal import console
    from habeas.cli.words import what
    from habeas.workflows.review import queue
    from habeas.workflows.show import look

    waiting = queue(look(register), is_all=is_all)
    drawn = table("claim", "worth #", "chance #", "what is claimed")
    lines = [
        (one.id[:SHORT], f"{value:.2f}", _chance(one.claim.reading), what(one.claim))
        for value, one in waiting
    ]
    console().print(rows(drawn, lines))
    say(f"{counted(len(waiting), 'claim')} to review.")


def _chance(reading: object) -> str:
    given = getattr(reading, "probability", None)
    return "?" if given is None else f"{given:.2f}"


class _Review:
    """One sitting of one reviewer."""

    def __init__(
        self,
        register: wiring.Register,
        renderers: Sequence[Renderer],
        actor: Actor,
        *,
        is_all: bool,
        again: float,
    ) -> None:
        from habeas.workflows.review_queue import Queue
        from habeas.workflows.show import look

        self.register = register
        self.renderers = renderers
        self.actor = actor
        self.again = again
        self.waiting = Queue(look(register), is_all=is_all)
        self.skipped: set[str] = set()
        self.answers: list[tuple[str, Answered]] = []

    def run(self) -> None:
        """Asks until nothing waits or the reviewer stops."""
        while True:
            question = self._next()
            if question is None:
                if self.answers and self._goes_back():
                    continue
                break
            self._show(question)
            if not self._answer(question):
                break
        say(f"{counted(len(self.answers), 'answer')} entered. Signed: {self.actor.name}")

    def _next(self) -> Question | None:
        from habeas.workflows.agreement import next_again
        from habeas.workflows.review import next_question

        question = next_question(
            self.register,
            self.renderers,
            without=self.skipped,
            actor=self.actor,
            waiting=self.waiting,
        )
        return question or next_again(
            self.register,
            self.renderers,
            actor=self.actor,
            share=self.again,
            without=self.skipped,
        )

    def _show(self, question: Question) -> None:
        from habeas.cli.pages import print_claim

        print_claim(question.shown, without={"counts"} if question.is_again else ())
        chance = _chance(question.shown.claim.reading)
        sys.stdout.write(f"\nchance of being right {chance}, {question.left} behind it\n{_HELP}\n")
        sys.stdout.flush()

    def _answer(self, question: Question) -> bool:
        """Takes keys until the question is done with; False to stop."""
        while True:
            key = _key()
            if key == "q":
                return False
            if key == "s":
                self.skipped.add(question.claim_id)
                return True
            if key == "b":
                self._take_back()
                return True
            if key == "w":
                reason = typer.prompt("Why is it not what the text says?")
                self._decide(question, Choice.REJECT, reason)
                return True
            if key == "e":
                return self._edit(question)
            if key in _KEYS:
                self._decide(question, _KEYS[key], _REASONS[_KEYS[key]])
                return True
            say(_HELP)

    def _edit(self, question: Question) -> bool:
        """Opens the claim in the user's editor, and enters what is written there instead."""
        from habeas.cli.editor import edited
        from habeas.model.errors import EditorFailed, EntryRefused, NotationError, ValueMalformed
        from habeas.model.notation import parse, write
        from habeas.workflows.review import amend

        try:
            claims = parse(edited(_EDIT + write(question.shown.claim)))
            if not claims:
                say("Nothing was changed.")
                return True
            answered = amend(
                self.register,
                self.renderers,
                question=question,
                instead=claims,
                reason="it says otherwise",
                actor=self.actor,
            )
        except (
            EditorFailed,
            EntryRefused,
            LostRace,
            NotationError,
            QuestionStale,
            ValueMalformed,
        ) as refused:
            say(str(refused))
            return True
        self.answers.append((question.claim_id, answered))
        say(f"amended: {counted(len(answered.instead), 'claim')} in its place.")
        return True

    def _decide(self, question: Question, choice: Choice, reason: str) -> None:
        from habeas.workflows.review import decide

        try:
            answered = decide(
                self.register,
                self.renderers,
                question=question,
                choice=choice,
                reason=reason,
                actor=self.actor,
            )
        except (QuestionStale, LostRace) as changed:
            say(str(changed))
            return
        if choice in (Choice.UNSURE, Choice.SECOND):
            self.skipped.add(question.claim_id)
        self.answers.append((question.claim_id, answered))
        say(f"{choice.value}: the claim is {answered.status.value}.")

    def _goes_back(self) -> bool:
        """Whether the reviewer takes the last answer back, now that nothing else waits."""
        say("Nothing waits any more.   b take the last answer back   q stop")
        if _key() != "b":
            return False
        self._take_back()
        return True

    def _take_back(self) -> None:
        from habeas.workflows.review import take_back

        if not self.answers:
            say("There is no answer of this sitting to take back.")
            return
        claim, answered = self.answers.pop()
        self.skipped.discard(claim)
        now = take_back(
            self.register, answered, claim_id=claim, reason="taken back", actor=self.actor
        )
        say(f"Taken back: the claim is {now.status.value}.")


def _key() -> str:
    """One key, without Enter on a terminal; the end of the input stops."""
    try:
        pressed = typer.getchar() if sys.stdin.isatty() else sys.stdin.read(1)
    except EOFError:
        return "q"
    if pressed in {"\x03", "\x04", ""}:
        return "q"
    return str(pressed).lower()
