"""What an append gathers before it is written: the same for every database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.model.entry import Entry
from habeas.stores.entry_rows import to_row


class Gathering:
    """Rows of one append, by table."""

    def __init__(self) -> None:
        self.entries: list[tuple[Any, ...]] = []
        self.subjects: list[tuple[str, int]] = []
        self._projections: dict[str, str | None] = {}

    def add(self, entry: Entry, subjects: Sequence[str]) -> None:
        self.entries.append(to_row(entry))
        self.subjects.extend((subject, entry.position) for subject in sorted(set(subjects)))

    def set_projection(self, subject: str, content: str | None) -> None:
        self._projections[subject] = content

    def kept(self) -> list[tuple[str, str]]:
        """Projections to be stored, sorted by subject."""
        changes = sorted(self._projections.items())
        return [(subject, content) for subject, content in changes if content is not None]

    def gone(self) -> list[tuple[str]]:
        """Subjects of projections to be removed, sorted."""
        return [(one,) for one in sorted(self._projections) if self._projections[one] is None]

    def clear(self) -> None:
        """Forgets all, once it is written."""
        self.entries, self.subjects, self._projections = [], [], {}
