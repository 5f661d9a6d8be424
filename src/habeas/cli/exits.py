"""Exit codes, and which failure ends with which."""

from __future__ import annotations

from enum import IntEnum

from habeas.model.errors import (
    CaptureError,
    HabeasError,
    ImportOvertaken,
    LostRace,
    NothingFound,
    ReadingError,
    RegisterError,
)


class ExitCode(IntEnum):
    """What a command's exit code means; the meaning in words stands in `MEANINGS`."""

    OK = 0
    NOT_GOOD = 1
    USAGE = 2
    REGISTER = 3
    LOST_RACE = 4
    INTERNAL = 70  # EX_SOFTWARE of sysexits.h
    INTERRUPTED = 130  # 128 + SIGINT, as shells say it


MEANINGS: dict[ExitCode, str] = {
    ExitCode.OK: "done, even if single files had problems (listed on standard error)",
    ExitCode.NOT_GOOD: "check found a fault, nothing could be read, or nothing was found",
    ExitCode.USAGE: "the command line or the settings cannot be understood",
    ExitCode.REGISTER: "the register cannot be used: missing, damaged, read-only, or none at all",
    ExitCode.LOST_RACE: "somebody else kept writing to the register at the same time; repeat",
    ExitCode.INTERNAL: "a fault in Habeas itself; the message names the file with the details",
    ExitCode.INTERRUPTED: "stopped with Ctrl-C; whole documents read so far are kept",
}
# The first that fits counts, so the special stands before the general.
_BY_FAILURE: list[tuple[type[HabeasError], ExitCode]] = [
    (LostRace, ExitCode.LOST_RACE),
    (ImportOvertaken, ExitCode.LOST_RACE),
    (NothingFound, ExitCode.NOT_GOOD),
    (RegisterError, ExitCode.REGISTER),
    (CaptureError, ExitCode.NOT_GOOD),
    (ReadingError, ExitCode.NOT_GOOD),
]


def exit_code(failure: HabeasError) -> ExitCode:
    """The code a failure ends with; what the user wrote wrongly is the rest.

    >>> exit_code(LostRace(after=3, head=5)).value
    4
    """
    return next((code for kind, code in _BY_FAILURE if isinstance(failure, kind)), ExitCode.USAGE)
