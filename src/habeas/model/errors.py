"""Every way a contract can be broken, one class per failure.

HabeasError
├── ValueMalformed            a written value (date, duration, quantity, hash) cannot be understood
├── NotationError             a line of claim notation cannot be understood
├── NotYetArrested            an end lies before the earliest possible arrest
├── SettingsBroken            settings that are unknown or of the wrong type
├── LineTwice                 two lines to be compared have one id
├── EditorFailed              the user's editor is not there, or failed
├── EgressRefused             text of documents may not leave for this endpoint
├── CaptureError
│   ├── NothingToCapture      the path does not exist, or holds nothing
│   └── CaptureFailed         the bytes could not be taken in
├── ReadingError
│   ├── QuoteNotFound         the quoted words do not stand at the given place
│   ├── NoListFound           a file that should be a list of people, or answers on one, is none
│   └── ReferenceBroken       an authority file does not prove itself
└── RegisterError
    ├── NotARegister          the path holds something else
    ├── RegisterMissing       nothing there yet
    ├── RegisterNotWritable   read-only or full disk, or no permission
    ├── RegisterTooNew        written by a later version
    ├── RegisterDamaged       the file is a register, but unreadable
    ├── RegistersDiffer       a copy cannot go on: the other register holds something else
    ├── LostRace              somebody appended first
    ├── ImportOvertaken       somebody imported of the same source first
    ├── QuestionStale         what was shown to the one who decides has changed
    ├── EntryRefused          an entry did not pass the checks at the door
    └── NothingFound          no record of that name or number

Bad data is not an error but a `Problem` (problem.py): collected, shown, never raised.
"""

from __future__ import annotations


class HabeasError(Exception):
    """Root of everything Habeas raises on purpose; its text is meant for the user."""


class ValueMalformed(HabeasError):
    """A written value cannot be understood as what it should be."""

    def __init__(self, *, value: str, expected: str, example: str) -> None:
        super().__init__(f"{value!r} is not {expected}. Write it like: {example}")
        self.value = value
        self.expected = expected
        self.example = example


class NotationError(HabeasError):
    """A line of claim notation cannot be understood."""

    def __init__(self, *, line: int, column: int, what: str, remedy: str) -> None:
        super().__init__(f"line {line}, column {column}: {what}. {remedy}")
        self.line = line
        self.column = column


class NotYetArrested(HabeasError):
    """The end of a count of days lies before the earliest possible arrest."""

    def __init__(self, *, arrested: str, until: str) -> None:
        super().__init__(
            f"No days can be counted until {until}: the arrest is dated {arrested}. "
            "Give a later end, or check the date of arrest."
        )


class SettingsBroken(HabeasError):
    """Settings are unknown or of the wrong type; all of them are named at once."""

    def __init__(self, *, faults: list[str]) -> None:
        count = "One setting" if len(faults) == 1 else f"{len(faults)} settings"
        listed = "\n".join(f"  {fault}" for fault in faults)
        super().__init__(
            f"{count} cannot be used. Nothing was done.\n{listed}\n"
            "All settings with their types: docs/reference/settings.md"
        )
        self.faults = faults


class LineTwice(HabeasError):
    """Two lines of lists that are to be compared have the same id."""

    def __init__(self, *, line: str) -> None:
        super().__init__(f"Two lines have the id {line!r}. Give each line an id of its own.")
        self.line = line


class EgressRefused(HabeasError):
    """Text of documents may not leave for this endpoint; nothing was sent."""

    def __init__(self, *, endpoint: str, why: str, remedy: str) -> None:
        super().__init__(f"No text was sent to {endpoint}: {why}. {remedy}")


class EditorFailed(HabeasError):
    """The user's own editor is not there, or ended in failure."""

    def __init__(self, *, command: str, why: str) -> None:
        super().__init__(
            f"The editor ({command}) could not be used: {why}. Nothing was changed; name another "
            "in the environment variable EDITOR."
        )


class CaptureError(HabeasError):
    """Bytes could not be captured."""


class NothingToCapture(CaptureError):
    """The path does not exist, or there is nothing in it."""

    def __init__(self, *, path: str, why: str) -> None:
        super().__init__(
            f"{path}: {why}. Give a file, a folder with files, or - for standard input."
        )


class CaptureFailed(CaptureError):
    """The bytes are there and could not be taken in."""

    def __init__(self, *, path: str, why: str) -> None:
        super().__init__(
            f"{path}: could not be captured: {why}. Nothing of it was kept; try again."
        )


class ReadingError(HabeasError):
    """A document could not be read faithfully."""


class QuoteNotFound(ReadingError):
    """The quoted words do not stand at the given place in the document."""

    def __init__(self, *, document: str, start: int, end: int, found: str) -> None:
        super().__init__(
            f"{document}, characters {start}-{end}: the quote is not there, found {found!r}. "
            "Compare the document with its capture: habeas check"
        )


class NoListFound(ReadingError):
    """A file that should hold a list of people, or a reviewer's answers on one, holds none."""

    def __init__(self, *, path: str, why: str, remedy: str) -> None:
        super().__init__(f"{path} cannot be used here: {why}. {remedy}")


class ReferenceBroken(ReadingError):
    """An authority file (lexicon, framework, gazetteer) does not prove itself."""

    def __init__(self, *, file: str, entry: str, what: str) -> None:
        super().__init__(
            f"{file}, entry {entry}: {what}. Mend the file; tests/unit/reference shows how."
        )


class RegisterError(HabeasError):
    """The register cannot do what was asked."""


class NotARegister(RegisterError):
    """The path holds something that is no register."""

    def __init__(self, *, path: str, found: str) -> None:
        super().__init__(
            f"{path} is not a register: {found}. Nothing was changed. "
            "Name another place; a new register is made where nothing stands."
        )


class RegisterMissing(RegisterError):
    """There is no register at the path."""

    def __init__(self, *, path: str) -> None:
        super().__init__(
            f"{path}: no register there. Make one: habeas read REPORT --register {path}"
        )


class RegisterNotWritable(RegisterError):
    """The register cannot be written: read-only or full disk, or no permission."""

    def __init__(self, *, path: str, why: str) -> None:
        super().__init__(
            f"{path} cannot be written: {why}. What was acknowledged before is safe; "
            "nothing of this step was kept. Free room or rights, then repeat."
        )


class RegisterTooNew(RegisterError):
    """The register was written by a later version of Habeas."""

    def __init__(self, *, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} has layout {found}, this version knows {known}. Nothing was changed. "
            "Install the version of Habeas that wrote it, or a later one."
        )


class RegisterDamaged(RegisterError):
    """The file is a register, but part of it cannot be read."""

    def __init__(self, *, path: str, what: str) -> None:
        super().__init__(
            f"{path} is damaged: {what}. Nothing was changed. "
            "See what still holds: habeas check; then restore a copy."
        )


class RegistersDiffer(RegisterError):
    def __init__(self, *, path: str, what: str) -> None:
        super().__init__(
            f"{path} is no earlier copy of the register to be copied: {what}. Nothing was written. "
            "Name a new place."
        )
        self.path, self.what = path, what


class LostRace(RegisterError):
    """Somebody else appended after the position this change was made against."""

    def __init__(self, *, after: int, head: int) -> None:
        super().__init__(
            f"The register has moved on from entry {after} to entry {head}. "
            "Nothing was written. Look at what is new, then decide again."
        )
        self.after = after
        self.head = head


class ImportOvertaken(RegisterError):
    """Another list of the source was imported after this one was compared with the register."""

    def __init__(self, *, source: str) -> None:
        super().__init__(
            f"Somebody imported a list of {source!r} since this one was shown. Nothing was "
            "written. Import it again: it will be compared with what is there now."
        )


class QuestionStale(RegisterError):
    """What was shown to the one who decides is no longer what the register holds."""

    def __init__(self, *, what: str) -> None:
        super().__init__(
            f"{what} has changed since it was shown. Nothing was written. "
            "Look at it again, then decide."
        )


class EntryRefused(RegisterError):
    """An entry did not pass the checks at the door; nothing of its batch was written."""

    def __init__(self, *, index: int, what: str, remedy: str) -> None:
        super().__init__(f"entry {index} of this batch: {what}. {remedy} Nothing was written.")


class NothingFound(RegisterError):
    """No record answers to that name or number."""

    def __init__(self, *, what: str, wanted: str, remedy: str) -> None:
        super().__init__(f"No {what} {wanted!r} in this register. {remedy}")
