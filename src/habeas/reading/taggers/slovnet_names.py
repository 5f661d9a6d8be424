"""Names of persons and places in Russian, as Slovnet's model for news sees them.

Its weights lie in the package Natasha, of which nothing is run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from habeas.model.errors import SettingsBroken
from habeas.model.mention import Mention
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.taggers.spans import failed, mentions_of
from habeas.reading.taggers.weights import (
    VERSION_DIGITS,
    hash_of,
    package_folder,
    package_of,
    require,
)

NAME = "slovnet-names"  # as the setting `taggers` has it
EXTRA = "tagger-ru"
HOLDER = "natasha"
# Of the two files in the package that docs/decisions/0016 tells of.
PACKAGED_SHA256 = "a85bed5128cf81b48af2ec20a640473934c58ce9cff7007d9690f580a818e20c"
_FILES = {"words": "navec_*.tar", "names": "slovnet_ner_*.tar"}
_LABELS = {"PER": "person", "LOC": "place"}


class SlovnetNames:
    """Points out names to the Russian reader. Raises: SettingsBroken."""

    name = NAME

    def __init__(self, folder: Path | None = None, *, expected: str = "") -> None:
        """`folder` is one of the user's own, and `expected` its hash; None: the package's."""
        pinned = "slovnet_model_sha256"
        setting = "slovnet_model"
        if folder is None:
            setting = "taggers"
            folder = package_folder(HOLDER, extra=EXTRA, setting=setting)
            pinned, expected = f"{setting}: {HOLDER}", PACKAGED_SHA256
        files = {sort: _one(folder, like, setting=setting) for sort, like in _FILES.items()}
        found = hash_of(files.items())
        require(found, expected, where=folder, setting=pinned)
        self.version = found[:VERSION_DIGITS]
        self._model = _loaded(files, setting=setting)
        # Its matrices are small: where numpy shares them out over threads, these only wait for each
        # other, and a report takes thirteen times as long.
        self._threads = package_of(
            "threadpoolctl", extra=EXTRA, setting=setting
        ).ThreadpoolController()

    def names(
        self, rendition: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Sequence[Mention], Sequence[Problem]]:
        """Names in the paragraphs of `text`; a model that fails gives none, and a note."""
        found: list[Mention] = []
        try:
            with self._threads.limit(limits=1):
                made = list(self._model.map([text[one.start : one.end] for one in paragraphs]))
            for span, markup in zip(paragraphs, made, strict=True):
                said = [_entity(one) for one in markup.spans]
                found.extend(mentions_of(said, text, span))
        except Exception as failure:  # noqa: BLE001  # whatever the package may raise
            return (), (failed(rendition, failure),)
        return found, ()


def _entity(one: Any) -> dict[str, Any]:  # noqa: ANN401  # theirs
    label = _LABELS.get(one.type, "")
    return {"start": one.start, "end": one.stop, "label": label, "score": 1.0}


def _one(folder: Path, like: str, *, setting: str) -> Path:
    """The one file in a folder, at any depth, whose name is like that."""
    found = sorted(folder.rglob(like)) if folder.is_dir() else []
    if len(found) == 1:
        return found[0]
    what = f"{setting}: {folder} holds {len(found) or 'no'} files {like}, not one. Put one there."
    raise SettingsBroken(faults=[what])


def _loaded(files: dict[str, Path], *, setting: str) -> Any:  # noqa: ANN401  # theirs
    slovnet = package_of("slovnet", extra=EXTRA, setting=setting)
    navec = package_of("navec", extra=EXTRA, setting=setting)
    try:
        model = slovnet.NER.load(str(files["names"]))
        return model.navec(navec.Navec.load(str(files["words"])))
    except Exception as failure:  # whatever the packages may raise
        what = (
            f"{setting}: {files['names']} could not be loaded "
            f"({type(failure).__name__}: {failure}). Put the files as published there."
        )
        raise SettingsBroken(faults=[what]) from failure
