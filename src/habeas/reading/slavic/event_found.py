"""An event as a sentence tells it, before it is a claim."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from habeas.model.vocabulary import Modality
from habeas.model.written_date import WrittenDate


@dataclass(frozen=True, slots=True)
class EventFound:
    """The slots of an event and where it is told."""

    slots: dict[str, Any]
    at: int
    date: WrittenDate | None = None
    modality: Modality = Modality.ASSERTED
