"""Why a proposed claim, or a whole answer, is not let in."""

from __future__ import annotations

from enum import StrEnum


class Fault(StrEnum):
    """One reason for which the gate drops a claim; the value completes "its claim was dropped:"."""

    NOT_A_CLAIM = "it is not made as a claim must be"
    UNKNOWN_FIELD = "it has a field that no claim of its kind has"
    UNKNOWN_WORD = "it uses a word that is on none of our lists"
    SLOT_MISSING = "it does not say whom or what it is about"
    QUOTE_NOT_FOUND = "its quote does not stand in the text"
    QUOTE_AMBIGUOUS = "its quote stands in several places, and it does not say which"
    QUOTE_TOO_SHORT = "its quote is a single word"
    NOT_IN_QUOTE = "words it uses do not stand in its quote"
    NOT_A_NAME = "what it calls a person is no name"
    NUMBER_UNPROVED = "its number is none that stands in its quote"
    DATE_UNPROVED = "its date is none that stands in its quote"
    MANNER_UNPROVED = "the words of its sentence do not allow the manner it claims"
    INSTRUCTION = "its words belong to an instruction to machines in the document"


class Lost(StrEnum):
    """One reason for which nothing of an answer can be used."""

    NOT_JSON = "the response is no JSON"
    NOT_A_COMPLETION = "the response is no chat completion"
    TOOL_CALL = "the model asked for a tool to be called, and is given none"
    CUT_OFF = "the answer was cut off before its end"
    EMPTY = "the answer is empty"
    ANSWER_NOT_JSON = "the answer is no JSON, or not whole"
    NOT_A_LIST = "the answer is no list of claims"
    TOO_MANY = "the answer lists more claims than a stretch of text can hold"
    TOO_LARGE = "the answer is larger than any list of claims"
    NOT_HERE = "the name of this machine leads to another one"
    REDIRECTED = "the server points to another address, which was not followed"
    NO_ACCESS = "the server refuses access; is the key right?"
    FAILING = "the server failed each time it was asked"
    UNREACHED = "no answer came"
    NOT_UNDERSTOOD = "the server does not understand what it is asked"


class Refused(Exception):
    """A proposed claim that the gate drops; never leaves the gate."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


class NoAnswer(Exception):
    """A server gave no answer that can be used; never leaves the reader.

    `detail` is for people; `is_final` where asking about the rest of a document would be no use.
    """

    def __init__(self, lost: Lost, detail: str = "", *, is_final: bool = False) -> None:
        super().__init__(lost.value)
        self.why = f"{lost.value} ({detail})" if detail else lost.value
        self.is_final = is_final
