"""A problem with the place of the document it concerns filled in."""

from __future__ import annotations

from habeas.model.document import Document
from habeas.model.problem import Problem, Severity
from habeas.reading.renderers.captured_text import place_of


def document_problem(
    document: Document,
    *,
    code: str,
    what: str,
    remedy: str,
    severity: Severity = Severity.WARNING,
) -> Problem:
    """A problem of the whole document."""
    return Problem(
        code=code,
        where=place_of(document),
        what=what,
        remedy=remedy,
        severity=severity,
        document=document.sha256,
    )
