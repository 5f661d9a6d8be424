"""Whom a verb happens to, read off spaCy's dependency parse of English."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.reading.taggers.spacy_model import PARSE, SpacyModel
from habeas.reading.taggers.spans import failed

_OBJECTS = ("dobj", "obj")
_SUBJECTS = ("nsubjpass", "nsubj")
_RELATIVES = ("who", "whom", "that", "which")
_FARTHEST = 20  # verbs in a row: a tree is none where a model errs


class SpacyParse:
    """Tells the English reader who is who around a verb."""

    name = PARSE

    def __init__(self, model: SpacyModel) -> None:
        self.version = model.version
        self._model = model

    def sufferers(
        self, rendition: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Mapping[int, Sequence[int]], Sequence[Problem]]:
        """By where a verb begins, where the words begin that name whom it happens to."""
        found: dict[int, Sequence[int]] = {}
        try:
            for span, document in self._model.documents(text, paragraphs):
                for token in document:
                    if token.tag_.startswith("VB") and (named := _sufferers(token)):
                        starts = tuple(span.start + one.idx for one in named)
                        found[span.start + token.idx] = starts
        except Exception as failure:  # noqa: BLE001  # whatever the package may raise
            return {}, (failed(rendition, failure),)
        return found, ()


def _sufferers(verb: Any) -> list[Any]:  # noqa: ANN401  # theirs
    """The words for whom a verb happens to: of a row all, and what explains them."""
    children = list(verb.children)
    if any(child.dep_ == "prt" for child in children):
        return []  # "held up" is not "held"
    heads = [child for child in children if child.dep_ in _OBJECTS]
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in children) or _is_passive_too(verb):
        heads = _subjects(verb)
    elif verb.dep_ == "acl":
        heads = [verb.head]  # "the men held in X"
    meant = (_antecedent(head, verb) for head in heads)
    return [word for head in meant for one in _row(head) for word in _with_apposition(one)]


def _is_passive_too(verb: Any) -> bool:  # noqa: ANN401  # theirs
    """Whether a bare participle shares the helper of the first: "was arrested and charged"."""
    if verb.tag_ != "VBN" or any(child.dep_ in _OBJECTS for child in verb.children):
        return False
    first = _first_of_row(verb)
    return first.i != verb.i and any(child.dep_ == "auxpass" for child in first.children)


def _subjects(verb: Any) -> list[Any]:  # noqa: ANN401  # theirs
    """The subject of a verb, or of the one before it in a row."""
    for _ in range(_FARTHEST):
        found = [child for child in verb.children if child.dep_ in _SUBJECTS]
        if found or verb.dep_ != "conj":
            return found
        verb = verb.head
    return []


def _antecedent(word: Any, verb: Any) -> Any:  # noqa: ANN401  # theirs
    """Whom "who" stands for; any other word stands for itself."""
    if word.lower_ not in _RELATIVES:
        return word
    first = _first_of_row(verb)
    return first.head if first.dep_ == "relcl" else word


def _first_of_row(verb: Any) -> Any:  # noqa: ANN401  # theirs
    for _ in range(_FARTHEST):
        if verb.dep_ != "conj":
            break
        verb = verb.head
    return verb


def _row(word: Any) -> Iterator[Any]:  # noqa: ANN401  # theirs
    """A word and those joined to it: "X, Y and Z"."""
    yield word
    for child in word.children:
        if child.dep_ == "conj":
            yield from _row(child)


def _with_apposition(word: Any) -> Iterator[Any]:  # noqa: ANN401  # theirs
    yield word
    yield from (child for child in word.children if child.dep_ == "appos")
