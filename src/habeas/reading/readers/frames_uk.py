"""Ukrainian by stems, endings and clauses: offline, no model, no parser, no dictionary.

Why no dictionary of forms is used stands in docs/decisions/0009.
"""

from __future__ import annotations

from habeas.reading.slavic.reader import SlavicReader


class UkrainianFramesReader(SlavicReader):
    """Reads Ukrainian paragraphs."""

    def __init__(self) -> None:
        super().__init__("uk")
