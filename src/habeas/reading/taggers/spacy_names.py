"""Names of persons and places in English, as spaCy's small model sees them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from habeas.model.mention import Mention
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.taggers.spacy_model import NAMES, SpacyModel
from habeas.reading.taggers.spans import failed, mentions_of

_LABELS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place"}
_ARTICLE = "the "
_POSSESSIVES = ("'s", "’s", "'", "’")


class SpacyNames:
    """Points out names to the English reader."""

    name = NAMES

    def __init__(self, model: SpacyModel) -> None:
        self.version = model.version
        self._model = model

    def names(
        self, rendition: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Sequence[Mention], Sequence[Problem]]:
        """Names in the paragraphs of `text`; a model that fails gives none, and a note."""
        found: list[Mention] = []
        try:
            for span, document in self._model.documents(text, paragraphs):
                said = [_entity(one) for one in document.ents]
                found.extend(mentions_of(said, text, span))
        except Exception as failure:  # noqa: BLE001  # whatever the package may raise
            return (), (failed(rendition, failure),)
        return sorted(found, key=lambda one: one.span.start if one.span else 0), ()


def _entity(one: Any) -> dict[str, Any]:  # noqa: ANN401  # theirs
    """A span without article in front and possessive behind."""
    start, words = one.start_char, one.text
    if words.lower().startswith(_ARTICLE):
        start, words = start + len(_ARTICLE), words[len(_ARTICLE) :]
    ending = next((mark for mark in _POSSESSIVES if words.endswith(mark)), "")
    end = start + len(words) - len(ending)
    return {"start": start, "end": end, "label": _LABELS.get(one.label_, ""), "score": 1.0}
