"""What a person, or a rule above its threshold, decided about a record.

A decision is never edited, only superseded.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.errors import ValueMalformed


class Choice(StrEnum):
    """What was decided."""

    ACCEPT = "accept"  # the claim is what the text says
    REJECT = "reject"  # it is not; it no longer counts
    RETRACT = "retract"  # the source took it back
    SAME = "same"  # the subjects are one person
    DIFFERENT = "different"  # they are not
    UNSURE = "unsure"  # looked at, left open
    PREFER = "prefer"  # this claim stands before those that compete with it
    PROPOSE = "propose"  # too doubtful to count: it waits until a person accepts it
    SECOND = "second"  # it waits until somebody else than who asks this accepts it


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One signed choice with its reason.

    `about` are the ids of the records decided on; `seen` the hash of what was shown to the one who
    decided; `supersedes` the id of the decision this one replaces (undo is a new decision).
    `instead` are the claims that stand in the place of those rejected: a claim amended, split in
    several, or several that are told once.
    """

    choice: Choice
    about: tuple[str, ...]
    reason: str
    by: str
    seen: str = ""
    supersedes: str = ""
    instead: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.reason.strip() or not self.about:
            raise ValueMalformed(
                value=self.reason,
                expected="a decision with a reason and a record",
                example='reason="same birth date"',
            )
        if self.instead and self.choice is not Choice.REJECT:
            raise ValueMalformed(
                value=self.choice.value,
                expected="reject, where other claims stand instead",
                example="reject",
            )
