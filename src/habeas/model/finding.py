"""What was found on one criterion of a legal test, by whom and on what standard of proof."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.partial_date import PartialDate


class Answer(StrEnum):
    """Unclear is a finding too."""

    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class StandardOfProof(StrEnum):
    """How sure one has to be, weakest first. A synthesis; labels of single bodies differ."""

    REASONABLE_SUSPICION = "reasonable_suspicion"
    REASONABLE_GROUNDS = "reasonable_grounds"
    BALANCE_OF_PROBABILITIES = "balance_of_probabilities"
    CLEAR_AND_CONVINCING = "clear_and_convincing"
    BEYOND_REASONABLE_DOUBT = "beyond_reasonable_doubt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One answer on one criterion of one framework version, about one episode or person.

    `evidence` are claim ids; `dissent` keeps who disagreed and why, as written.
    """

    subject: str
    framework: str
    version: str
    criterion: str
    answer: Answer
    standard: StandardOfProof
    by: str
    on: PartialDate
    reasons: str
    evidence: tuple[str, ...] = ()
    dissent: tuple[str, ...] = ()
    supersedes: str = ""
