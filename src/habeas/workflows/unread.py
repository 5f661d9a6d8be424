"""One note for a document on the paragraphs that no reader took, however many readers there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.protocols import Reader
from habeas.reading.passed_over import NOT_READ
from habeas.reference.languages import languages_of


def with_one_note(
    problems: Sequence[Problem], rendition: Rendition, readers: Sequence[Reader]
) -> list[Problem]:
    """The problems, with what readers say of paragraphs in other languages made into one note.

    Each reader passes over what is not in its language; that is a difficulty only where none of
    the others reads that language.
    """
    notes = [one for one in problems if one.code == NOT_READ]
    others = [one for one in problems if one.code != NOT_READ]
    read = frozenset(language for reader in readers for language in reader.languages)
    languages = languages_of(rendition.text, rendition.paragraphs)
    spans = [
        span
        for span, language in zip(rendition.paragraphs, languages, strict=True)
        if any(letter.isalpha() for letter in rendition.text[span.start : span.end])
        and language not in read
    ]
    if not notes or not spans:
        return others
    count = len(spans)
    what = f"{count} paragraph{'s' if count > 1 else ''} in a language that was not read"
    place = rendition.offsets.to_captured(spans[0])
    return [*others, replace(notes[0], what=what, span=place)]
