"""What a process of its own does to a register in the tests of kills and races.

python -m tests.contracts.appending kill FOLDER SEED    appends until it is killed
python -m tests.contracts.appending race FOLDER NAME    appends batches, each until it wins
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path
from random import Random

from habeas.ledger.append import append
from habeas.ledger.drafts import claim_draft, document_draft
from habeas.ledger.register import Register
from habeas.model.claim import EventClaim
from habeas.model.entry import Draft
from habeas.model.errors import LostRace
from habeas.model.mention import Mention
from habeas.model.quote import Quote, Span
from habeas.model.vocabulary import EventKind
from habeas.stores.sqlite import SqliteStore
from tests.facts import VERA, document_of

BATCHES_IN_A_RACE = 50
TEXT = b"Olha B. was detained."


def claims(name: str, number: int, size: int) -> list[Draft]:
    """Claims that nobody else makes, on the one document."""
    quote = Quote(document_of(TEXT).sha256, Span(0, 7), "Olha B.")
    return [
        claim_draft(
            EventClaim(
                quote=quote,
                event=EventKind.ARRESTED,
                persons=(Mention(f"Olha {name}-{number}-{at}"),),
            )
        )
        for at in range(size)
    ]


def enter_document(register: Register) -> None:
    register.store.put_blob(TEXT)
    append(register, [document_draft(document_of(TEXT))], actor=VERA, reason="a test", after=0)


def until_killed(register: Register, seed: str) -> None:
    """Says each position only once it is durable."""
    random = Random(seed)  # noqa: S311  # sizes of batches are no secret
    for number in count():
        batch = claims(seed, number, random.randint(1, 4))
        register.store.put_blob(f"{seed}-{number}".encode())
        head = append(register, batch, actor=VERA, reason="a test", after=register.head.position)
        print(head.position, head.hash, flush=True)  # noqa: T201


def against_others(register: Register, name: str) -> None:
    """Appends every batch of its own, looking again after each lost race."""
    for number in range(BATCHES_IN_A_RACE):
        batch = claims(name, number, 3)
        while True:
            try:
                append(register, batch, actor=VERA, reason="a test", after=register.head.position)
                break
            except LostRace:
                continue


if __name__ == "__main__":
    what, folder, name = sys.argv[1:]
    store = SqliteStore(Path(folder))
    {"kill": until_killed, "race": against_others}[what](Register(store), name)
    store.close()
