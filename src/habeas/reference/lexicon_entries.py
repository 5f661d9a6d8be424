"""The entries of a language's lexicon files, and what each must hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NoReturn

from habeas.model.errors import ReferenceBroken
from habeas.reference.files import read

_PROOF = ("examples", "not")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a file, asked for its parts by name; a part of the wrong sort raises."""

    file: str
    id: str
    content: Mapping[str, Any]

    def broken(self, what: str) -> NoReturn:
        """Raises ReferenceBroken, with the place of the fault."""
        raise ReferenceBroken(file=self.file, entry=self.id, what=what)

    def words(self, name: str) -> tuple[str, ...]:
        """A list of words; empty where the entry has none."""
        value = self.content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            self.broken(f"{name} is no list of words")
        return tuple(value)

    def word(self, name: str, among: Sequence[str] = ()) -> str:
        """One word; empty where the entry has none. `among` are the words it may be."""
        value = self.content.get(name, "")
        if not isinstance(value, str):
            self.broken(f"{name} is no word")
        if value and among and value not in among:
            self.broken(f"{name} {value!r} is none of {', '.join(among)}")
        return value

    def kind(self, kinds: Sequence[str]) -> str:
        """The `kind`, which every entry of such a file has."""
        if not self.content.get("kind"):
            self.broken("kind is missing")
        return self.word("kind", kinds)

    def flag(self, name: str) -> bool:
        """Yes or no; no where nothing is said."""
        value = self.content.get(name, False)
        if not isinstance(value, bool):
            self.broken(f"{name} is neither true nor false")
        return value

    def pattern(self, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """A regular expression, which may be written in parts."""
        value = self.content.get(name, "")
        source = "".join(value) if isinstance(value, list) else value
        if not isinstance(source, str) or not source:
            self.broken(f"{name} is missing")
        try:
            return re.compile(source, flags)
        except re.error as error:
            self.broken(f"{name} is no pattern: {error}")


def entries(file: str, *, parts: Sequence[str]) -> Iterator[Entry]:
    """The entries of a file, each with an id of its own, with proof, and with no part unheard of.

    Raises: ReferenceBroken.
    """
    content = read(file)
    if not isinstance(content, list):
        raise ReferenceBroken(file=file, entry="-", what="the file is no list of entries")
    seen: set[str] = set()
    for number, one in enumerate(content, start=1):
        entry = _entry(file, number, one)
        if entry.id in seen:
            entry.broken("the id stands twice")
        seen.add(entry.id)
        _check(entry, parts)
        yield entry


def word_sets(file: str) -> dict[str, frozenset[str]]:
    """A file of word lists by name, the words in small letters. Raises: ReferenceBroken."""
    content = read(file)
    if not isinstance(content, dict):
        raise ReferenceBroken(file=file, entry="-", what="the file is no set of word lists")
    return {
        name: frozenset(word.lower() for word in Entry(file, name, content).words(name))
        for name in content
    }


def _entry(file: str, number: int, content: object) -> Entry:
    if not isinstance(content, dict):
        raise ReferenceBroken(file=file, entry=str(number), what="is no entry with named parts")
    name = content.get("id") or content.get("kind")
    if not isinstance(name, str):
        raise ReferenceBroken(file=file, entry=str(number), what="id is missing")
    return Entry(file, name, content)


def _check(entry: Entry, parts: Sequence[str]) -> None:
    unknown = sorted(set(entry.content) - {"id", "kind", "source", *_PROOF, *parts})
    if unknown:
        entry.broken(f"there is no part {', '.join(unknown)} in such an entry")
    for name in _PROOF:
        if not entry.words(name):
            entry.broken(f"{name} is missing or empty: nothing proves the entry")
