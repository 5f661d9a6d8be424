"""The whole register as lines of JSON: for handing over and for backup, not for publication."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from habeas import __version__
from habeas.ledger.register import Register
from habeas.model.codec import canonical, to_plain
from habeas.model.entry import Entry, Head
from habeas.reference.files import edition

FORM = "habeas-register/1"
WARNING = (
    "Full internal register, not filtered for publication: it can hold names and facts that were "
    "given in confidence."
)


def export(register: Register) -> Iterator[str]:
    """One JSON text per line: a header, the warning, then every entry in order.

    The head is taken once; what is appended meanwhile is not in it.
    """
    head = register.head
    yield canonical(_header(head))
    yield canonical({"warning": WARNING})
    for entry in register.log(until=head.position):
        yield canonical(_line(entry))


def _header(head: Head) -> dict[str, Any]:
    return {
        "form": FORM,
        "head": to_plain(head),
        "reference_edition": edition(),
        "written_by": f"habeas/{__version__}",
    }


def _line(entry: Entry) -> dict[str, Any]:
    """The entry with its payload as JSON; an expunged one has none.

    A payload is canonical JSON, so its hash can be taken again from what stands here.
    """
    plain: dict[str, Any] = to_plain(entry)
    if entry.payload is not None:
        plain["payload"] = json.loads(entry.payload)
    return plain
