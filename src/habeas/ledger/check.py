"""Proves a register: chain, payloads, index, blobs, quotes, and stored = fresh projections.

Nothing is mended and nothing is raised for damage: each fault is a `Problem` that names the place.
What a chain cannot show is that its last entries were cut off together with all that follows from
them; whoever noted the head elsewhere can, see heads.py.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256

from habeas.ledger.chain import entry_hash, payload_hash
from habeas.ledger.door import listed_under, with_named
from habeas.ledger.quotes import fault_of
from habeas.ledger.records import Record, decoded, encoded
from habeas.ledger.refold import fresh
from habeas.ledger.register import Register
from habeas.ledger.shelf import Shelf
from habeas.model.claim import Claim
from habeas.model.document import Document
from habeas.model.entry import GENESIS, Entry
from habeas.model.errors import RegisterDamaged, ValueMalformed
from habeas.model.problem import Problem, Severity
from habeas.protocols import Store

Progress = Callable[[int, int], None]

_STEP = 1000  # entries between two words of progress, and taken one by one around damage
_RESTORE = "Restore a copy of the register from before the change"
_REFOLD = "Nothing is lost: habeas check --rebuild computes it again from the entries"


def check(
    register: Register, *, refold: bool = True, progress: Progress | None = None
) -> list[Problem]:
    """Everything that is wrong with a register, each fault once; empty where all is proved.

    `refold` also folds every subject afresh and compares. `progress` is told entries done and all.
    """
    checking = _Checking(register.store, progress or (lambda *_: None))
    return list(checking.problems(refold=refold))


class _Checking:
    def __init__(self, store: Store, progress: Progress) -> None:
        self._store = store
        self._progress = progress
        self._shelf = Shelf(store)
        self._head = store.head()
        self._subjects: set[str] = set()
        self._captured: set[str] = set()
        self._unreadable = False

    def problems(self, *, refold: bool) -> Iterator[Problem]:
        for fault in self._store.faults():
            yield _problem("storage-fault", self._store.location, fault, _RESTORE)
        yield from self._as_far_as_readable(self._chain())
        yield from self._as_far_as_readable(self._blobs())
        if refold and not self._unreadable:
            yield from self._as_far_as_readable(self._projections())

    def _as_far_as_readable(self, problems: Iterator[Problem]) -> Iterator[Problem]:
        try:
            yield from problems
        except RegisterDamaged as damage:
            self._unreadable = True
            yield _problem("storage-unreadable", self._store.location, str(damage), _RESTORE)

    def _chain(self) -> Iterator[Problem]:
        last: Entry | None = None
        ids: dict[str, int] = {}
        for one in self._entries():
            if isinstance(one, Problem):
                self._unreadable = True
                yield one
                continue
            yield from _links(one, last, missing_known=self._unreadable)
            yield from self._entry(one, ids)
            last = one
            if one.position % _STEP == 0:
                self._progress(one.position, self._head.position)
        self._progress(self._head.position, self._head.position)

    def _entries(self) -> Iterator[Entry | Problem]:
        """All entries; where one cannot be read, the next are taken one by one."""
        after = 0
        while after < self._head.position:
            try:
                for entry in self._store.entries(after=after, until=self._head.position):
                    yield entry
                    after = entry.position
            except RegisterDamaged:
                until = min(after + _STEP, self._head.position)
                for position in range(after + 1, until + 1):
                    yield from self._one_entry(position)
                after = until
            else:
                return

    def _one_entry(self, position: int) -> Iterator[Entry | Problem]:
        try:
            yield from self._store.entries(after=position - 1, until=position)
        except RegisterDamaged as damage:
            yield _problem("entry-unreadable", f"entry {position}", str(damage), _RESTORE)

    def _entry(self, entry: Entry, ids: dict[str, int]) -> Iterator[Problem]:
        where = _where(entry)
        if entry.id in ids:
            what = f"its id is that of entry {ids[entry.id]} too"
            yield _problem("id-twice", where, what, _RESTORE)
        ids.setdefault(entry.id, entry.position)
        if entry.payload is None:
            yield _problem("payload-destroyed", where, "its payload is gone", _RESTORE)
            return
        if not _is_of(entry):
            what = "its payload or nonce was changed: it no longer has the hash in the chain"
            yield _problem("payload-altered", where, what, _RESTORE)
        try:
            record = decoded(entry.kind, entry.payload)
        except ValueMalformed as broken:
            self._unreadable = True
            yield _problem("record-unreadable", where, str(broken), _RESTORE)
            return
        yield from self._record(entry, record)

    def _record(self, entry: Entry, record: Record) -> Iterator[Problem]:
        where = _where(entry)
        if entry.id != encoded(record)[1]:
            what = f"it is entered as {entry.id}, which is not its id"
            yield _problem("id-altered", where, what, _RESTORE)
        wanted = with_named(record, entry.id, partial(listed_under, self._store))
        listed = tuple(self._store.subjects_of(entry.position))
        self._subjects.update(wanted)
        if listed != wanted:
            what = f"it is listed under {_short(listed)}, not under {_short(wanted)}"
            yield _problem("index-wrong", where, what, _RESTORE)
        if isinstance(record, Document):
            yield from self._document(record, where)
        elif isinstance(record, Claim):
            yield from self._claim(record, where)

    def _document(self, document: Document, where: str) -> Iterator[Problem]:
        self._captured.add(document.sha256)
        name = f"blob {document.sha256}"
        try:
            content = self._store.blob(document.sha256)
        except RegisterDamaged as damage:
            yield _problem("blob-unreadable", name, str(damage), _RESTORE)
            return
        if content is None:
            yield _problem("blob-missing", name, f"the bytes of {where} are gone", _RESTORE)
        elif sha256(content).hexdigest() != document.sha256:
            what = "its bytes were changed: they no longer have the hash it is named by"
            yield _problem("blob-altered", name, what, _RESTORE)

    def _claim(self, claim: Claim, where: str) -> Iterator[Problem]:
        name = claim.quote.document
        try:
            document = self._shelf.document(name)
            captured = self._shelf.captured(document) if document else None
        except (UnicodeError, LookupError, ValueMalformed, RegisterDamaged) as broken:
            what = f"its document {name} cannot be read: {broken}"
            yield _problem("quote-unproved", where, what, _RESTORE)
            return
        if document is None:
            what = f"its document {name} is not in the ledger"
            yield _problem("document-missing", where, what, _RESTORE)
        elif captured is None:
            yield _problem("quote-unproved", where, f"document {name} is gone", _RESTORE)
        elif fault := fault_of(claim.quote, document=document, captured=captured):
            yield _problem("quote-missing", where, f"in document {name} {fault}", _RESTORE)

    def _blobs(self) -> Iterator[Problem]:
        for name in self._store.blobs():
            if name not in self._captured:
                yield _problem(
                    "blob-unclaimed",
                    f"blob {name}",
                    "no document is entered for these bytes; a capture may have been broken off",
                    "Read the file again, or leave it",
                    severity=Severity.NOTE,
                )

    def _projections(self) -> Iterator[Problem]:
        stored = dict(self._store.projections())
        for subject, content in fresh(self._store, self._shelf.document, self._subjects):
            found = stored.pop(subject, None)
            if found is None:
                yield _problem("projection-missing", subject, "nothing is stored for it", _REFOLD)
            elif found != content:
                what = f"what is stored differs from what the entries say: {_apart(found, content)}"
                yield _problem("projection-stale", subject, what, _REFOLD)
        for subject in sorted(stored):
            what = "something is stored for it that no entry supports"
            yield _problem("projection-stray", subject, what, _REFOLD)


def _links(entry: Entry, last: Entry | None, *, missing_known: bool) -> Iterator[Problem]:
    where = _where(entry)
    expected = 1 if last is None else last.position + 1
    is_next = entry.position == expected
    if not is_next and not missing_known:
        what = f"entries {expected} to {entry.position - 1} are gone"
        yield _problem("entries-missing", where, what, _RESTORE)
    before = GENESIS.hash if last is None else last.hash
    if is_next and entry.previous != before:
        what = "it does not follow the entry before it: one of the two was changed or replaced"
        yield _problem("chain-broken", where, what, _RESTORE)
    if not _is_hashed(entry):
        what = "its position, time, actor, reason, kind, id or one of its hashes was changed"
        yield _problem("entry-altered", where, what, _RESTORE)


def _is_hashed(entry: Entry) -> bool:
    try:
        return entry_hash(entry) == entry.hash
    except ValueMalformed:
        return False


def _is_of(entry: Entry) -> bool:
    """Whether payload and nonce have the hash that stands in the chain."""
    try:
        nonce = bytes.fromhex(entry.nonce)
        return payload_hash(nonce, entry.payload or "") == entry.payload_hash
    except ValueError:
        return False


def _where(entry: Entry) -> str:
    return f"entry {entry.position} ({entry.kind.value} {entry.id[:12]})"


def _apart(found: str, content: str) -> str:
    """Where two texts first differ."""
    at = next(
        (at for at, (one, two) in enumerate(zip(found, content, strict=False)) if one != two),
        min(len(found), len(content)),
    )
    return f"{found[max(at - 20, 0) : at + 20]!r} at character {at}"


def _short(subjects: Iterable[str]) -> str:
    return ", ".join(subject[:24] for subject in subjects) or "nothing"


def _problem(
    code: str, where: str, what: str, remedy: str, *, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        code=code, where=_printable(where), what=_printable(what), remedy=remedy, severity=severity
    )


def _printable(text: str) -> str:
    """Damaged bytes as escapes: no terminal takes them as they are."""
    return text.encode("utf-8", "backslashreplace").decode()
