"""What a reader that may only propose says beyond the others: it waits for a person to decide.

Two readers agree, or a person does. What the others hold as well adds nothing; the rest is entered
with the decision of a rule that it counts for nothing yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice, Decision
from habeas.model.notation import write
from habeas.model.problem import Problem, Severity
from habeas.protocols import Reader
from habeas.reading.agreement import Agreement, Compared

TWO_READERS = "rule:two-readers/1"  # signs that a claim has no second reader


class Proposer:
    """A reader whose claims are not kept on its own word, whatever it is."""

    def __init__(self, reader: Reader) -> None:
        self.name = reader.name
        self.version = reader.version
        self.languages = reader.languages
        self.read = reader.read


def contradictions(proposals: Iterable[Compared], *, where: str) -> Iterator[Problem]:
    """A warning for each proposal that another reader contradicts."""
    return (_conflicting(one, where) for one in proposals if one.agreement is Agreement.CONFLICTING)


def unkept(proposals: Iterable[AnyClaim], *, where: str) -> Iterator[Problem]:
    """A note for each proposal, where there is no register in which it could wait."""
    return (_only_told(one, where) for one in proposals)


def proposing(proposals: Sequence[str]) -> Decision:
    """The rule's decision that claims, by their ids, wait for a person."""
    return Decision(
        choice=Choice.PROPOSE,
        about=tuple(proposals),
        reason="no second reader says the same",
        by=TWO_READERS,
    )


def _only_told(claim: AnyClaim, where: str) -> Problem:
    return Problem(
        code="claim-proposed",
        where=where,
        what=f"{_signed(claim)} alone proposes: {_line(claim)}",
        remedy="It is not among the claims. Compare it with the quote.",
        severity=Severity.NOTE,
        document=claim.quote.document,
        span=claim.quote.span,
    )


def _conflicting(one: Compared, where: str) -> Problem:
    other = one.others[0]
    return Problem(
        code="readers-contradict",
        where=where,
        what=f"{_signed(one.claim)} proposes: {_line(one.claim)}; "
        f"{_signed(other)} reads: {_line(other)}",
        remedy="What the second reads is held until a person decides otherwise.",
        document=one.claim.quote.document,
        span=one.claim.quote.span,
    )


def _signed(claim: AnyClaim) -> str:
    return claim.reading.reader if claim.reading else "a reader"


def _line(claim: AnyClaim) -> str:
    """The line of notation that tells the fact."""
    return write(claim).splitlines()[0]
