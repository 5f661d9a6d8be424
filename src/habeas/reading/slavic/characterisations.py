"""What detentions, charges and trials are called: political, fabricated, unlawful, arbitrary."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from habeas.model.mention import MentionKind
from habeas.model.vocabulary import Characterisation, Modality
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.sentence import Sentence
from habeas.reference.paradigms import Case

_TO_PERSON = 60


@dataclass(frozen=True, slots=True)
class LabelFound:
    """The slots of a characterisation and where it is told."""

    slots: dict[str, Any]
    at: int
    modality: Modality


def labels_of(sentence: Sentence) -> Iterator[LabelFound]:
    """The characterisations of a sentence; a person behind the act in the genitive is its own."""
    for hit in sentence.knowledge.labels.hits(sentence.lower, sentence.starts()):
        people = [
            piece
            for piece in sentence.of_kind(MentionKind.PERSON)
            if hit.end <= piece.start < hit.end + _TO_PERSON and Case.GENITIVE in piece.cases
        ]
        clear = [
            piece
            for piece in people
            if not sentence.knowledge.patterns["breaks-noun"].search(
                sentence.lower[hit.end : piece.start]
            )
        ]
        slots: dict[str, Any] = {
            "label": Characterisation(hit.entry.kind),
            "act": sentence.text[hit.start : hit.end].split()[-1],
            "of": tuple(piece.mention(Case.GENITIVE) for piece in clear),
            "date": sentence.today(),
        }
        modality = modality_of(sentence, hit.start, hit.end, is_verb=False)
        yield LabelFound(slots, hit.start, modality)
