"""A register that lives as long as the process: for tests, trials and reading without keeping."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256

from habeas.model.entry import GENESIS, Entry, EntryKind, Head
from habeas.model.errors import LostRace
from habeas.stores.search_memory import MemoryIndex


class MemoryStore:
    """Keeps everything in dictionaries; all of an append becomes visible at once."""

    location = "memory"

    def __init__(self) -> None:
        self._entries: list[Entry] = []
        self._ids: list[tuple[str, int]] = []  # sorted
        self._positions: dict[str, list[int]] = defaultdict(list)
        self._subjects: dict[int, tuple[str, ...]] = {}
        self._projections: dict[str, str] = {}
        self._blobs: dict[str, bytes] = {}
        self._index = MemoryIndex()

    def head(self) -> Head:
        if not self._entries:
            return GENESIS
        return Head(self._entries[-1].position, self._entries[-1].hash)

    @contextmanager
    def writing(self, after: int) -> Iterator[MemoryWriter]:
        if after != self.head().position:
            raise LostRace(after=after, head=self.head().position)
        writer = MemoryWriter(self)
        yield writer
        if after != self.head().position:
            raise LostRace(after=after, head=self.head().position)
        self._take_in(writer)

    def _take_in(self, writer: MemoryWriter) -> None:
        for entry, subjects in writer.added:
            self._entries.append(entry)
            self._subjects[entry.position] = subjects
            for subject in subjects:
                self._positions[subject].append(entry.position)
        self._ids.extend((entry.id, entry.position) for entry, _ in writer.added)
        self._ids.sort()
        for subject, content in writer.projections.items():
            if content is None:
                self._projections.pop(subject, None)
            else:
                self._projections[subject] = content

    def entries(
        self, *, after: int = 0, until: int | None = None, kind: EntryKind | None = None
    ) -> Iterator[Entry]:
        for entry in self._entries[max(after, 0) : until]:
            if kind is None or entry.kind is kind:
                yield entry

    def entries_about(self, subject: str) -> Iterator[Entry]:
        for position in tuple(self._positions.get(subject, ())):
            yield self._entries[position - 1]

    def subjects_of(self, position: int) -> Sequence[str]:
        return self._subjects.get(position, ())

    def find(self, id_prefix: str, kind: EntryKind | None = None) -> Sequence[Entry]:
        positions = []
        for at in range(bisect_left(self._ids, (id_prefix, 0)), len(self._ids)):
            found, position = self._ids[at]
            if not found.startswith(id_prefix):
                break
            positions.append(position)
        entries = [self._entries[position - 1] for position in sorted(positions)]
        return [entry for entry in entries if kind is None or entry.kind is kind]

    def projection(self, subject: str) -> str | None:
        return self._projections.get(subject)

    def projections(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        kept = [item for item in self._projections.items() if item[0].startswith(prefix)]
        yield from sorted(kept)

    def replace_projections(self, contents: Iterator[tuple[str, str]]) -> None:
        self._projections = dict(contents)

    def put_blob(self, content: bytes) -> str:
        name = sha256(content).hexdigest()
        self._blobs.setdefault(name, bytes(content))
        return name

    def blob(self, sha256: str) -> bytes | None:
        return self._blobs.get(sha256)

    def blobs(self) -> Iterator[str]:
        yield from sorted(self._blobs)

    def search_index(self) -> MemoryIndex:
        return self._index

    def faults(self) -> Iterator[str]:
        yield from ()

    def close(self) -> None:
        return None


class MemoryWriter:
    """One append, kept aside until it is whole."""

    def __init__(self, store: MemoryStore) -> None:
        self._store = store
        self.added: list[tuple[Entry, tuple[str, ...]]] = []
        self._added_about: dict[str, list[Entry]] = defaultdict(list)
        self.projections: dict[str, str | None] = {}

    def add(self, entry: Entry, subjects: Sequence[str]) -> None:
        listed = tuple(sorted(set(subjects)))
        self.added.append((entry, listed))
        for subject in listed:
            self._added_about[subject].append(entry)

    def entries_about(self, subject: str) -> Iterator[Entry]:
        yield from self._store.entries_about(subject)
        yield from tuple(self._added_about.get(subject, ()))

    def set_projection(self, subject: str, content: str | None) -> None:
        self.projections[subject] = content
