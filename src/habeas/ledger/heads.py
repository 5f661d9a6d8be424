"""A head noted outside the register: written, read back, and compared with the ledger.

A chain that is cut cleanly at its end, or written anew as a whole, is sound in itself. Only what
was noted elsewhere can tell.
"""

from __future__ import annotations

import re

from habeas.ledger.register import Register
from habeas.model.entry import GENESIS, Head
from habeas.model.errors import RegisterDamaged, ValueMalformed
from habeas.model.problem import Problem, Severity

_WRITTEN = re.compile(r"(\d{1,18}):([0-9a-f]{64})")
_RESTORE = "Restore a copy of the register that holds it, and find out who has written here"


def written(head: Head) -> str:
    """The head in the form to note: `POSITION:HASH`."""
    return f"{head.position}:{head.hash}"


def read_back(text: str) -> Head:
    """The head that was noted. Raises: ValueMalformed.

    >>> read_back(written(GENESIS)) == GENESIS
    True
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise ValueMalformed(
            value=text, expected="a head", example="23:fdf2d1985e7e... with all 64 digits"
        )
    return Head(int(found[1]), found[2])


def departure(register: Register, noted: Head) -> Problem | None:
    """How the ledger departs from a head noted earlier; None where it goes on from it.

    That the entry's hash is true to its content is for `check` to say.
    """
    last = register.head.position
    if noted.position > last:
        gone = f"the ledger ends at entry {last}, and was {noted.position} long when it was noted"
        return _problem("head-missing", noted, gone)
    found = _hash_at(register, noted.position)
    if found == noted.hash:
        return None
    what = f"it has the hash {found or 'of no entry that can be read'}, not {noted.hash}"
    return _problem("head-differs", noted, f"{what}: the entries up to it are not those noted")


def _hash_at(register: Register, position: int) -> str:
    if position == GENESIS.position:
        return GENESIS.hash
    try:
        return next((one.hash for one in register.log(after=position - 1, until=position)), "")
    except RegisterDamaged:
        return ""


def _problem(code: str, noted: Head, what: str) -> Problem:
    return Problem(
        code=code,
        where=f"entry {noted.position}",
        what=what,
        remedy=_RESTORE,
        severity=Severity.ERROR,
    )
