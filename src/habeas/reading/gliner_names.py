"""Names of persons and places from a GLiNER model in a folder on this machine.

Nothing is fetched: the folder must hold all of the model, and its content must have the hash that
the settings pin. The package is asked for only here, and only when a folder is named.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from habeas.model.errors import SettingsBroken
from habeas.model.mention import Mention
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.taggers.spans import LABELS, failed, mentions_of
from habeas.reading.taggers.weights import VERSION_DIGITS, folder_hash, package_of, require

PACKAGE = "gliner"
SETTING = "names_model"
_THRESHOLD = 0.5  # the package's own
# The libraries below the package would else look for what is missing on the net.
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


class GlinerNames:
    """Points out names by a model. Raises: SettingsBroken, where model or package are missing."""

    name = PACKAGE

    def __init__(self, folder: Path, *, expected: str) -> None:
        found = folder_hash(folder, setting=SETTING)
        require(found, expected, where=folder, setting=f"{SETTING}_sha256")
        self.version = found[:VERSION_DIGITS]
        self._model = _loaded(folder)

    def names(
        self, rendition: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Sequence[Mention], Sequence[Problem]]:
        """Names in the paragraphs of `text`; a model that fails gives none, and a note."""
        found: list[Mention] = []
        try:
            for span in paragraphs:
                said = self._model.predict_entities(
                    text[span.start : span.end], list(LABELS), threshold=_THRESHOLD
                )
                found.extend(mentions_of(said, text, span))
        except Exception as failure:  # noqa: BLE001  # whatever a model's package may raise
            return (), (failed(rendition, failure),)
        return found, ()


def _loaded(folder: Path) -> Any:  # noqa: ANN401  # the package ships no types
    os.environ.update(dict.fromkeys(_OFFLINE, "1"))
    package = package_of(PACKAGE, extra="names", setting=SETTING)
    try:
        return package.GLiNER.from_pretrained(str(folder), local_files_only=True)
    except Exception as failure:  # whatever a model's package may raise
        what = (
            f"{SETTING}: {folder} could not be loaded ({type(failure).__name__}: {failure}). "
            "It must hold the whole model, its tokenizer and the configuration of its encoder."
        )
        raise SettingsBroken(faults=[what]) from failure
