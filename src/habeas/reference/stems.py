"""Lexicons of languages that decline: patterns of stems and endings, by the words they begin with.

In a pattern `~` stands for any ending, `#` for the endings of a passive participle (none included;
they stand in `language.yml`), a space for any space. Patterns are matched in small letters, ё as е,
and as whole words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from habeas.reference.languages import language as language_with
from habeas.reference.lexicon_entries import Entry, entries

_PREFIX = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]+")
LONGEST = 4  # first letters of a word that patterns are found by


@dataclass(frozen=True, slots=True)
class StemEntry:
    """One entry: its patterns by the form they are in, its other words by their name."""

    id: str
    kind: str
    patterns: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]


class StemHit(NamedTuple):
    """An entry met in a text, in which of its forms and where."""

    start: int
    end: int
    entry: StemEntry
    form: str


@cache
def stem_entries(
    language: str, name: str, forms: tuple[str, ...], words: tuple[str, ...] = ()
) -> tuple[StemEntry, ...]:
    """The entries of a file: `forms` hold lists of patterns, `words` one word. ReferenceBroken."""
    file = f"lexicons/{language}/{name}.yml"
    participle = f"(?:{language_with(language).participle})?"
    return tuple(
        _entry(one, forms, words, participle=participle)
        for one in entries(file, parts=(*forms, *words))
    )


def _entry(one: Entry, forms: Sequence[str], words: Sequence[str], *, participle: str) -> StemEntry:
    patterns = {
        form: tuple(_lowered(written).replace("#", participle) for written in one.words(form))
        for form in forms
    }
    for pattern in (each for found in patterns.values() for each in found):
        try:
            compiled(pattern)
        except re.error as error:
            one.broken(f"{pattern!r} is no pattern: {error}")
        if not all(first_letters(pattern)):
            one.broken(f"{pattern!r} begins with no letter")
    return StemEntry(
        id=one.id,
        kind=one.word("kind"),
        patterns={form: found for form, found in patterns.items() if found},
        words={name: word for name in words if (word := one.word(name))},
    )


def _lowered(pattern: str) -> str:
    r"""As text is when it is matched: small letters, ё as е; not those of `\S` and the like."""
    return _CYRILLIC.sub(lambda found: found[0].lower(), pattern).replace("ё", "е")


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The regular expression for one written pattern, anchored to whole words."""
    written = pattern.replace("~", r"[^\W_]*").replace(" ", r"\s+")
    return re.compile(rf"(?:{written})(?!\w)")


class StemIndex:
    """Patterns by their first letters: only what may begin at a word is tried there."""

    def __init__(self, found: Iterable[StemEntry]) -> None:
        self._by_prefix: dict[str, list[tuple[re.Pattern[str], StemEntry, str]]] = {}
        for entry in found:
            for form, patterns in entry.patterns.items():
                for pattern in patterns:
                    row = (compiled(pattern), entry, form)
                    for prefix in sorted(first_letters(pattern)):
                        self._by_prefix.setdefault(prefix, []).append(row)
        self._lengths = sorted({len(prefix) for prefix in self._by_prefix})
        self._by_opening: dict[str, tuple[tuple[re.Pattern[str], StemEntry, str], ...]] = {}

    def at(self, lower: str, start: int) -> StemHit | None:
        """The longest entry that begins at a word."""
        best: StemHit | None = None
        for pattern, entry, form in self._rows(lower[start : start + LONGEST]):
            match = pattern.match(lower, start)
            if match and (best is None or match.end() > best.end):
                best = StemHit(start, match.end(), entry, form)
        return best

    def hits(self, lower: str, starts: Iterable[int]) -> Iterator[StemHit]:
        """Everything met at these beginnings of words, in order; none inside another."""
        end, known = -1, self._by_opening
        for start in starts:
            # Most words begin nothing: one look at their first letters is all they get.
            if start < end or known.get(lower[start : start + LONGEST]) == ():
                continue
            if hit := self.at(lower, start):
                yield hit
                end = hit.end

    def may_begin(self, opening: str) -> bool:
        """Whether an entry may begin where these are the first letters of a word."""
        return self._rows(opening) != ()

    def _rows(self, opening: str) -> tuple[tuple[re.Pattern[str], StemEntry, str], ...]:
        """What can begin with these letters, looked up once."""
        found = self._by_opening.get(opening)
        if found is None:
            found = tuple(
                row
                for length in self._lengths
                for row in self._by_prefix.get(opening[:length], ())
                if length <= len(opening)
            )
            self._by_opening[opening] = found
        return found


def first_letters(pattern: str) -> set[str]:
    """The letters a match can begin with; a group in front gives those of its choices."""
    if not pattern.startswith("(?:"):
        return {_prefix(pattern)}
    end = closing(pattern)
    rest = pattern[end + 1 :]
    found = {
        prefix
        for choice in choices(pattern[3:end])
        for prefix in first_letters(choice + rest.removeprefix("?"))
    }
    return found | first_letters(rest[1:]) if rest.startswith("?") else found


def closing(pattern: str) -> int:
    """Where the group closes that opens the pattern."""
    depth = 0
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if depth == 0:
            return at
    return len(pattern)


def choices(inner: str) -> list[str]:
    """The alternatives of a group, those of groups inside it left alone."""
    found, depth = [""], 0
    for letter in inner:
        depth += (letter == "(") - (letter == ")")
        if letter == "|" and depth == 0:
            found.append("")
        else:
            found[-1] += letter
    return found


def _prefix(pattern: str) -> str:
    match = _PREFIX.match(pattern)
    letters = match.group() if match else ""
    if pattern[len(letters) : len(letters) + 1] in ("?", "*", "{"):
        letters = letters[:-1]
    return letters[:LONGEST]
