"""From what a model says of a paragraph to mentions, whatever it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition

# In the words a model is asked in, and what they are to us.
LABELS = {"person": MentionKind.PERSON, "place": MentionKind.PLACE}


def mentions_of(said: object, text: str, paragraph: Span) -> Iterator[Mention]:
    """What a model says of a paragraph, as mentions in `text`; what cannot be so is left out.

    Left out are spans that reach beyond the paragraph, cut a word, or overlap a likelier one, and
    what does not begin with a capital.
    """
    taken: list[Span] = []
    listed = said if isinstance(said, list) else []
    entities = [one for one in listed if isinstance(one, dict)]
    for one in sorted(entities, key=_likelihood, reverse=True):
        span = _span(one, paragraph)
        kind = LABELS.get(str(one.get("label")))
        if span is None or kind is None or any(span.touches(other) for other in taken):
            continue
        words = text[span.start : span.end]
        if words[0].isupper() and words == words.strip() and _is_whole(text, span):
            taken.append(span)
            yield Mention(words, kind, span)


def failed(rendition: Rendition, failure: Exception) -> Problem:
    """What is told where a model fails on a document."""
    return Problem(
        code="names-model-failed",
        where=f"document {rendition.document[:12]}",
        what=f"the model for names failed on it ({type(failure).__name__})",
        remedy="It was read with our own tables alone.",
        severity=Severity.NOTE,
        document=rendition.document,
    )


def _span(entity: dict[str, Any], paragraph: Span) -> Span | None:
    start, end = entity.get("start"), entity.get("end")
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(paragraph):
        return None
    return Span(paragraph.start + start, paragraph.start + end)


def _likelihood(entity: dict[str, Any]) -> float:
    score = entity.get("score")
    return score if isinstance(score, float) and 0 <= score <= 1 else 0.0


def _is_whole(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not before.isalnum() and not after.isalnum()
