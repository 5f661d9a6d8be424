"""The translations of one language, out of all its files."""

from __future__ import annotations

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po


def area(path: Path) -> Catalog:
    """The translations of one area. Raises: PoFileError, with the line that is wrong."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name, abort_invalid=True)


def whole(language: Path) -> Catalog:
    """All translations of a language; words that two areas share are taken from the first."""
    found = Catalog(locale=language.name)
    for path in sorted(language.glob("*.po")):
        for message in area(path):
            if message.id and message.string and not found.get(message.id, message.context):
                found[message.id] = message
    return found
