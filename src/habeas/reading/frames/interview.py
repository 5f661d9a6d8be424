"""Questions and answers: who is asked speaks in the first person, and is named only before."""

from __future__ import annotations

import re

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.frames.sentence import Context
from habeas.reading.frames.speech import Speech

_ASKED = re.compile(r"^[ \t]*[-–—][^\n]*\?[ \t]*\n\s*", re.MULTILINE)  # a line that asks
_DASH = re.compile(r"[-–—]")
_FAR = 400  # characters of a question


def answers(text: str, span: Span, context: Context) -> list[Speech]:
    """What is answered in a paragraph, said by the one person to whom something had happened.

    Questions and answers open with dashes; they may be paragraphs of their own.
    """
    start = max(span.start - _FAR, 0)
    found = [one for one in _ASKED.finditer(text, start, span.end) if _DASH.match(text, one.end())]
    found = [one for one in found if one.end() >= span.start]
    asked = _asked(context) if found else None
    if asked is None:
        return []
    ends = [*(one.start() for one in found[1:]), span.end]
    return [
        Speech(Span(one.end(), end), asked)
        for one, end in zip(found, ends, strict=True)
        if one.end() < end
    ]


def _asked(context: Context) -> Mention | None:
    """Who is asked: the person told of first, who stays the one asked."""
    if context.asked is None:
        persons = [one[0] for _, one in context.befell if len(one) == 1]
        named = [one for one in persons if one.kind is MentionKind.PERSON]
        labels = {one.label for one in named}
        if len(labels) == 1:
            context.asked = Mention(named[0].label, MentionKind.PERSON)
    return context.asked
