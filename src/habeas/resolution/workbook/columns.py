"""The sheets of the workbook and their columns: written by one side, read back by the other."""

from __future__ import annotations

SUMMARY = "Summary"
SURE = "Surely the same"
PROBABLE = "Probably"
ONLY_A = "Only in A"
ONLY_B = "Only in B"
TWICE = "Twice in a list"
PROBLEMS = "Problems"
ANSWERED = (SURE, PROBABLE, TWICE)  # sheets on which a reviewer may decide

DECISION = "decision"
NOTE = "note"
# What a decision is entered by. Hidden, and not to be changed.
LEFT = "id of one"
RIGHT = "id of the other"
SEEN = "seen"
HIDDEN = (LEFT, RIGHT, SEEN)

_SIDE = ("name", "cell", "row as it stands")
PAIRS = (
    *(DECISION, NOTE, "chance", "band"),
    *(f"A: {word}" for word in _SIDE),
    *(f"B: {word}" for word in _SIDE),
    *("reasons, in bits", "against", "nearest other", "its chance"),
    *HIDDEN,
)
WITHIN = (
    *(DECISION, NOTE, "chance", "list"),
    *(f"one: {word}" for word in _SIDE),
    *(f"other: {word}" for word in _SIDE),
    *("reasons, in bits", "against"),
    *HIDDEN,
)
ALONE = (*_SIDE, "nearest in the other list", "its cell", "its chance")
OF_PROBLEMS = ("where", "what", "what to do", "severity", "code")
WIDTHS = {
    DECISION: 12,
    NOTE: 24,
    "chance": 20,
    "its chance": 20,
    "band": 9,
    "list": 6,
    "severity": 9,
    "where": 28,
    "what": 60,
    "value": 70,
    "what to do": 50,
    "code": 18,
    "its cell": 20,
    "reasons, in bits": 44,
    "against": 34,
    "nearest other": 28,
    "nearest in the other list": 28,
    "name": 26,
    "cell": 20,
    "row as it stands": 50,
}
