"""What a reader says of paragraphs that are not in its language: one note for each."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition

NOT_READ = "language-not-read"


def passed_over(rendition: Rendition, spans: Sequence[Span]) -> list[Problem]:
    """One note with the place of each paragraph; whoever asks several readers makes them one.

    A paragraph without a letter is in no language.
    """
    return [
        Problem(
            code=NOT_READ,
            where=f"document {rendition.document[:12]}",
            what="a paragraph in a language that was not read",
            remedy="It is kept; a reader for its language can read it later.",
            severity=Severity.NOTE,
            document=rendition.document,
            span=rendition.offsets.to_captured(span),
        )
        for span in spans
        if any(map(str.isalpha, rendition.text[span.start : span.end]))
    ]
