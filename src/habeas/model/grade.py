"""The two marks of the Admiralty code. Neither is ever derived from the other.

Source: NATO STANAG 2511 / AJP-2.1; see docs/reference/vocabulary.md.
"""

from __future__ import annotations

from enum import StrEnum


class Reliability(StrEnum):
    """How far a source can be relied on in general."""

    A = "A"  # completely reliable
    B = "B"  # usually reliable
    C = "C"  # fairly reliable
    D = "D"  # not usually reliable
    E = "E"  # unreliable
    F = "F"  # cannot be judged


class Credibility(StrEnum):
    """How far one piece of information is borne out by others."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"
