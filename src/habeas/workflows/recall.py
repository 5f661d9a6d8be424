"""What came of a reading, found again in the register: the same is not read twice.

Only ids are remembered, and only where a reading met no difficulty. The claims themselves come out
of the register, so what was expunged there is not held anywhere else (docs/decisions/0013).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from habeas.ledger.drafts import claim_draft, document_draft, problem_draft
from habeas.ledger.records import Record, recorded
from habeas.ledger.register import Register
from habeas.model.codec import canonical, to_plain
from habeas.model.document import Document
from habeas.model.entry import EntryKind
from habeas.model.errors import ValueMalformed
from habeas.model.problem import Problem, Severity
from habeas.protocols import Cache
from habeas.workflows.read_one import DocumentRead

# What of a document says nothing about its text: who captured it, and when.
_NOT_READ = ("captured_at", "captured_by", "tool", "custody")


class Recall:
    """Asked before a document is read, told after; `manner` names all that reads, and how."""

    def __init__(self, readings: Cache, register: Register, manner: str) -> None:
        self._readings = readings
        self._register = register
        self._manner = manner

    def recall(self, document: Document) -> list[DocumentRead] | None:
        """What was read in it and its parts; None where that is not known in full."""
        kept = self._readings.get(self._key(document))
        try:
            return self._restored(json.loads(kept), document) if kept else None
        except (ValueError, KeyError, TypeError, ValueMalformed):
            return None  # damaged: it is read again

    def remember(self, document: Document, said: Sequence[DocumentRead]) -> None:
        """Keeps what came of it, once that is in the register."""
        problems = [problem for one in said for problem in one.problems]
        is_settled = not any(one.proposals for one in said)
        if is_settled and all(problem.severity is Severity.NOTE for problem in problems):
            self._readings.put(
                self._key(document), json.dumps([_ids(one) for one in said]).encode()
            )

    def _key(self, document: Document) -> str:
        plain = to_plain(document)
        told = {name: value for name, value in plain.items() if name not in _NOT_READ}
        return sha256(f"{self._manner}\0{canonical(told)}".encode()).hexdigest()

    def _restored(
        self, kept: list[dict[str, Any]], document: Document
    ) -> list[DocumentRead] | None:
        found = [self._one(ids) for ids in kept]
        if not found or None in found or kept[0]["document"] != document.sha256:
            return None
        return [one for one in found if one is not None]

    def _one(self, ids: dict[str, Any]) -> DocumentRead | None:
        documents = self._records([ids["document"]], EntryKind.DOCUMENT)
        claims = self._records(ids["claims"], EntryKind.CLAIM)
        problems = self._records(ids["problems"], EntryKind.PROBLEM)
        if documents is None or claims is None or problems is None:
            return None
        return DocumentRead(
            document=documents[0],  # type: ignore[arg-type]  # the kind of entry says so
            claims=tuple(claims),  # type: ignore[arg-type]
            problems=tuple(problem for problem in problems if isinstance(problem, Problem)),
            skipped=tuple(dict.fromkeys([ids["document"], *ids["claims"], *ids["problems"]])),
            is_taken_apart=ids["is_taken_apart"] is True,
        )

    def _records(self, ids: list[str], kind: EntryKind) -> list[Record] | None:
        found: list[Record] = []
        for name in ids:
            entries = [one for one in self._register.store.find(name, kind) if one.id == name]
            held = recorded(entries[0]) if entries else None
            if held is None:
                return None
            found.append(held.record)
        return found


def _ids(one: DocumentRead) -> dict[str, Any]:
    return {
        "document": document_draft(one.document).id,
        "claims": [claim_draft(claim).id for claim in one.claims],
        "problems": [problem_draft(problem).id for problem in one.problems],
        "is_taken_apart": one.is_taken_apart,
    }
