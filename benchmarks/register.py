"""How fast claims go through the door, beside plain SQLite inserts of the same rows.

    python benchmarks/register.py [CLAIMS]

Both runs are durable (write-ahead log, synchronous=FULL) and commit as often. Prints claims per
second and the ratio, the time to enter and refold one more claim, of a check, and bytes per claim.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from habeas.ledger.append import append
from habeas.ledger.check import check
from habeas.ledger.drafts import claim_draft, document_draft
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.claim import EventClaim
from habeas.model.document import Document
from habeas.model.entry import Draft
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Quote, Span
from habeas.model.vocabulary import EventKind
from habeas.model.written_date import WrittenDate
from habeas.stores.sqlite import SqliteStore
from habeas.stores.sqlite_file import FILE

CLAIMS_PER_DOCUMENT = 20
PERSONS_PER_DOCUMENT = 5
BATCH = 5000
EVENTS = (EventKind.ARRESTED, EventKind.CHARGED, EventKind.REMANDED, EventKind.SENTENCED)
ACTOR = Actor("rule:benchmark/1")


def document_and_claims(number: int) -> tuple[bytes, list[Draft]]:
    """One invented report: its bytes, and the drafts of itself and its claims."""
    lines = [
        f"Person {number}-{at % PERSONS_PER_DOCUMENT} was taken in Town {at} that day.\n"
        for at in range(CLAIMS_PER_DOCUMENT)
    ]
    content = "".join(lines).encode()
    document = Document(
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type="text/plain",
        captured_at=datetime(2026, 3, 3, tzinfo=UTC),
        captured_by="benchmark",
        tool="benchmark",
        publisher=f"outlet {number % 50}",
        encoding="utf-8",
    )
    starts = [sum(map(len, lines[:at])) for at in range(len(lines))]
    claims = [
        claim_draft(claim_in(document.sha256, line.rstrip(), start=start, at=at))
        for at, (line, start) in enumerate(zip(lines, starts, strict=True))
    ]
    return content, [document_draft(document), *claims]


def claim_in(document: str, line: str, *, start: int, at: int) -> EventClaim:
    name = line.partition(" was ")[0]
    place = line.partition(" in ")[2].partition(" that")[0]
    return EventClaim(
        quote=Quote(document, Span(start, start + len(line)), line),
        date=WrittenDate(PartialDate(f"20{10 + at % 14}-0{1 + at % 9}")),
        event=EVENTS[at % len(EVENTS)],
        persons=(Mention(name, MentionKind.PERSON, Span(start, start + len(name))),),
        place=Mention(place, MentionKind.PLACE),
    )


def batches(drafts: list[Draft]) -> Iterator[list[Draft]]:
    for start in range(0, len(drafts), BATCH):
        yield drafts[start : start + BATCH]


def through_the_door(register: Register, drafts: list[Draft]) -> float:
    """Seconds to append all drafts."""
    start = perf_counter()
    for batch in batches(drafts):
        append(register, batch, actor=ACTOR, reason="a benchmark", after=register.head.position)
    return perf_counter() - start


def plainly(folder: Path, register: Register) -> float:
    """Seconds to insert the very rows of the register's entries, with the same indexes."""
    rows = [
        (one.position, one.previous, one.hash, one.recorded_at.isoformat(), one.actor, one.reason,
         one.kind.value, one.id, one.payload_hash, one.nonce, one.payload)
        for one in register.log()
    ]  # fmt: skip
    with closing(sqlite3.connect(folder / "plain.sqlite", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(
            "CREATE TABLE entries (position INTEGER PRIMARY KEY, previous, hash, recorded_at,"
            " actor, reason, kind, id, payload_hash, nonce, payload)"
        )
        connection.execute("CREATE INDEX entries_by_id ON entries (id)")
        connection.execute("CREATE INDEX entries_by_kind ON entries (kind)")
        start = perf_counter()
        for at in range(0, len(rows), BATCH):
            connection.execute("BEGIN")
            places = ",".join("?" * 11)
            connection.executemany(f"INSERT INTO entries VALUES ({places})", rows[at : at + BATCH])  # noqa: S608
            connection.execute("COMMIT")
        return perf_counter() - start


def one_more(register: Register, draft: Draft) -> float:
    start = perf_counter()
    append(register, [draft], actor=ACTOR, reason="one more", after=register.head.position)
    return perf_counter() - start


def main(claims: int) -> None:
    reports = [document_and_claims(number) for number in range(claims // CLAIMS_PER_DOCUMENT)]
    drafts = [draft for _, report in reports for draft in report]
    *most, last = drafts
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = SqliteStore.create(folder / "register")
        register = Register(store)
        for content, _ in reports:
            store.put_blob(content)
        door, plain = through_the_door(register, most), plainly(folder, register)
        single = one_more(register, last)
        start = perf_counter()
        problems = check(register)
        checked = perf_counter() - start
        store.close()
        size = (folder / "register" / FILE).stat().st_size
    print(f"claims                      {claims:>12,}")
    print(f"through the door, claims/s  {len(most) / door:>12,.0f}")
    print(f"plain inserts, rows/s       {len(most) / plain:>12,.0f}")
    print(f"door : plain                {door / plain:>12.1f}")
    print(f"one more claim, ms          {single * 1000:>12.2f}")
    print(f"check, s                    {checked:>12.2f}")
    print(f"bytes per claim             {size / claims:>12,.0f}")
    if problems:
        sys.exit(f"the register does not check: {problems[0]}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
