"""Names of persons and places from a GLiNER model in a folder on this machine.

Nothing is fetched: the folder must hold all of the model, and its content must have the hash that
the settings pin. The package is asked for only here, and only when a folder is named.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator, Sequence
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any

from habeas.model.errors import SettingsBroken
from habeas.model.mention import Mention, MentionKind
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition

PACKAGE = "gliner"
# In the words the model is asked for, and what they are to us.
LABELS = {"person": MentionKind.PERSON, "place": MentionKind.PLACE}
_THRESHOLD = 0.5  # the package's own
_DIGITS = 12
_PUT = "Put the whole model there."
# The libraries below the package would else look for what is missing on the net.
_OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")


class GlinerNames:
    """Points out names by a model. Raises: SettingsBroken, where model or package are missing."""

    name = PACKAGE

    def __init__(self, folder: Path, *, expected: str) -> None:
        found = folder_hash(folder)
        if found != expected.lower():
            what = (
                f"names_model_sha256: {folder} has the hash {found}, not {expected!r}. "
                "If that is the model you mean, put this hash into the settings."
            )
            raise SettingsBroken(faults=[what])
        self.version = found[:_DIGITS]
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
            return (), (_failed(rendition, failure),)
        return found, ()


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


def folder_hash(folder: Path) -> str:
    """One hash (SHA-256, hex) over the names and contents of all files in a folder, at any depth.

    Raises: SettingsBroken, where there is no such folder, nothing in it, or a link that leads out.
    """
    if not folder.is_dir():
        raise SettingsBroken(faults=[f"names_model: there is no folder {folder}. {_PUT}"])
    files = sorted(path for path in folder.rglob("*") if not path.is_dir() or path.is_symlink())
    if not files:
        raise SettingsBroken(faults=[f"names_model: {folder} is empty. {_PUT}"])
    if link := next((path for path in files if path.is_symlink()), None):
        raise SettingsBroken(faults=[f"names_model: {link} is a link. Put the file itself there."])
    total = sha256()
    for path in files:
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        total.update(f"{path.relative_to(folder).as_posix()}\0{digest}\n".encode())
    return total.hexdigest()


def _loaded(folder: Path) -> Any:  # noqa: ANN401  # the package ships no types
    os.environ.update(dict.fromkeys(_OFFLINE, "1"))
    try:
        package = importlib.import_module(PACKAGE)
    except ImportError as missing:
        what = (
            f"names_model: the package {PACKAGE} is not installed ({missing}). "
            'Install it: pip install "habeas[names]"; or leave the setting out.'
        )
        raise SettingsBroken(faults=[what]) from missing
    try:
        return package.GLiNER.from_pretrained(str(folder), local_files_only=True)
    except Exception as failure:  # whatever a model's package may raise
        what = (
            f"names_model: {folder} could not be loaded ({type(failure).__name__}: {failure}). "
            "It must hold the whole model, its tokenizer and the configuration of its encoder."
        )
        raise SettingsBroken(faults=[what]) from failure


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


def _failed(rendition: Rendition, failure: Exception) -> Problem:
    return Problem(
        code="names-model-failed",
        where=f"document {rendition.document[:12]}",
        what=f"the model for names failed on it ({type(failure).__name__})",
        remedy="It was read with our own tables alone.",
        severity=Severity.NOTE,
        document=rendition.document,
    )
