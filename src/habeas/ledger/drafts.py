"""Records as drafts of entries, with their ids and the subjects they touch."""

from __future__ import annotations

from habeas.ledger.records import Record, encoded
from habeas.ledger.subjects import subjects_of
from habeas.model.claim import AnyClaim
from habeas.model.column_mapping import ColumnMapping
from habeas.model.decision import Decision
from habeas.model.document import Document
from habeas.model.egress import Permission, Sending
from habeas.model.entry import Draft, EntryKind
from habeas.model.problem import Problem
from habeas.model.source import Source


def document_draft(document: Document) -> Draft:
    return draft_of(EntryKind.DOCUMENT, document)


def claim_draft(claim: AnyClaim) -> Draft:
    return draft_of(EntryKind.CLAIM, claim)


def problem_draft(problem: Problem) -> Draft:
    return draft_of(EntryKind.PROBLEM, problem)


def decision_draft(decision: Decision) -> Draft:
    """The draft of a decision; `append` adds the subjects of the claims it is about."""
    return draft_of(EntryKind.DECISION, decision)


def source_draft(source: Source) -> Draft:
    return draft_of(EntryKind.SOURCE, source)


def permission_draft(permission: Permission) -> Draft:
    return draft_of(EntryKind.PERMISSION, permission)


def sending_draft(sending: Sending) -> Draft:
    return draft_of(EntryKind.SENDING, sending)


def mapping_draft(mapping: ColumnMapping) -> Draft:
    return draft_of(EntryKind.MAPPING, mapping)


def draft_of(kind: EntryKind, record: Record) -> Draft:
    """The draft of any record. Raises: ValueMalformed, for what JSON cannot hold."""
    payload, name = encoded(record)
    return Draft(kind=kind, id=name, payload=payload, subjects=subjects_of(record, name))
