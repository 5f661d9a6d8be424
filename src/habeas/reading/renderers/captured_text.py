"""The captured text of a document whose bytes are text, or why there is none."""

from __future__ import annotations

from dataclasses import replace

from habeas.model.document import Document
from habeas.model.problem import Problem, Severity
from habeas.text.decoding import decode_as
from habeas.text.detection import detect


def captured_text(document: Document, content: bytes) -> tuple[str | None, str, list[Problem]]:
    """Text, encoding and problems; an encoding that the document already has is kept to."""
    text, encoding, found = _decoded(document, content)
    problems = [located(problem, document) for problem in found]
    if text is not None and not text.strip("\ufeff\x00 \t\r\n\f\v"):
        return None, encoding, [*problems, _nothing_in(document, content)]
    return text, encoding, problems


def located(problem: Problem, document: Document) -> Problem:
    """The problem with the place it concerns."""
    return replace(problem, where=place_of(document), document=document.sha256)


def place_of(document: Document) -> str:
    """What a person would recognise the document by."""
    return document.original_name or document.url or document.sha256


def _decoded(document: Document, content: bytes) -> tuple[str | None, str, tuple[Problem, ...]]:
    if document.encoding:
        try:
            return decode_as(content, document.encoding), document.encoding, ()
        except (UnicodeError, LookupError) as failure:
            return None, "", (_does_not_fit(document.encoding, failure),)
    found = detect(content)
    if not found.encoding:
        return None, "", found.problems
    return decode_as(content, found.encoding), found.encoding, found.problems


def _does_not_fit(encoding: str, failure: Exception) -> Problem:
    return Problem(
        code="encoding-does-not-fit",
        where="",
        what=f"it cannot be read as {encoding}: {failure}",
        remedy="Capture it again without naming an encoding.",
        severity=Severity.ERROR,
    )


def _nothing_in(document: Document, content: bytes) -> Problem:
    return Problem(
        code="no-text" if content else "empty-file",
        where=place_of(document),
        what="there is nothing but blank space in it" if content else "it is empty",
        remedy="It is kept as it is. Capture the document again if it should say something.",
        severity=Severity.ERROR,
        document=document.sha256,
    )
