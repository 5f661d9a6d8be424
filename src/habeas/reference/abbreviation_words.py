"""Which full stops end a segment in a language: `lexicons/<language>/abbreviations.yml`."""

from __future__ import annotations

from dataclasses import fields
from functools import cache

from habeas.model.errors import ReferenceBroken
from habeas.reference.files import read
from habeas.text.segments import Abbreviations

_KINDS = frozenset(field.name for field in fields(Abbreviations))


@cache
def abbreviation_words(language: str) -> Abbreviations:
    """The abbreviations of a language by its code (ISO 639-1). Raises: ReferenceBroken."""
    name = f"lexicons/{language}/abbreviations.yml"
    words: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for entry in read(name):
        if entry["kind"] not in _KINDS:
            kinds = ", ".join(sorted(_KINDS))
            raise ReferenceBroken(
                file=name, entry=entry["id"], what=f"kind {entry['kind']!r} is none of {kinds}"
            )
        words[entry["kind"]].update(word.casefold() for word in entry["words"])
    return Abbreviations(**{kind: frozenset(found) for kind, found in words.items()})
