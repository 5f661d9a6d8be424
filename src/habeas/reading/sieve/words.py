"""Triggers and signs of all languages, asked at the beginning of a word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from habeas.reading.sieve.openings import openings, shortest, whole
from habeas.reading.sieve.scanner import small
from habeas.reference.relevance_words import RelevanceWords
from habeas.reference.stems import StemEntry, StemIndex, closing, compiled

_WORD = re.compile(r"\w+")
# Letters that a trigger begins with; fewer are met in every other word, and tell nothing.
_SHORTEST = 4
_LETTERS = re.compile(r"[^\W\d_]+(?:[ '-][^\W\d_]+)*")
# As a page may write it; the readers know the first three.
_APOSTROPHES = (
    "'", "’", "ʼ", "&#39;", "&#039;", "&apos;", "&rsquo;", "&#8217;", "&#x27;", "&#x2019;",
)  # fmt: skip


def readable(text: str) -> str:
    """The text as patterns are matched against it; every place stays."""
    return small(text).replace("’", "'").replace("ʼ", "'")


class Triggers:
    """Whether a text that begins with a word speaks of detention there."""

    def __init__(self, languages: Iterable[RelevanceWords]) -> None:
        told = list(languages)
        weak = sorted({readable(pattern) for one in told for pattern in one.weak})
        self._weak = _index(weak)
        self._weak_stems = {pattern[:-1] for pattern in weak if pattern.endswith("~")}
        patterns = {readable(pattern) for one in told for pattern in one.triggers}
        self._patterns = sorted(
            one
            for one in patterns
            if min(map(len, openings(one))) >= _SHORTEST and not self._is_weak_throughout(one)
        )
        self._index = _index(self._patterns)
        self._words = _index(one for one in self._patterns if " " not in one)
        self._phrases = _beginnings(one for one in self._patterns if " " in one)

    @cached_property
    def literals(self) -> tuple[str, ...]:
        """Letters one of which begins every trigger; none is the beginning of another."""
        found = shortest(one for pattern in self._patterns for one in openings(pattern))
        ways = (one.replace("'", way) for one in found for way in _APOSTROPHES)
        return tuple(sorted(set(ways)))

    @cached_property
    def patterns(self) -> tuple[str, ...]:
        """Patterns one of which matches wherever a trigger begins a text."""
        return tuple(sorted({kept for one in self._patterns for kept in self._telling(one)}))

    def _telling(self, pattern: str) -> Iterable[str]:
        """The pattern; where it matches a few words alone, those of them that are not weak."""
        head, behind = _without_behind(pattern)
        words = whole(head)
        if not any(self._is_weak(word, len(word)) for word in words):
            return (pattern,)
        return (word + behind for word in words if not self._is_weak(word, len(word)))

    def is_one(self, word: str) -> bool | None:
        """Whether the word alone is a trigger; None where that hangs on what follows it."""
        lower = readable(word)
        hit = self._words.at(lower, 0)
        if hit is not None and not self._is_weak(lower, hit.end):
            return True
        return None if self._phrases.match(lower) else False

    def begin(self, text: str) -> bool:
        """Whether a trigger begins the text."""
        lower = readable(text)
        hit = self._index.at(lower, 0)
        return hit is not None and not self._is_weak(lower, hit.end)

    def _is_weak(self, lower: str, end: int) -> bool:
        weak = self._weak.at(lower, 0)
        return weak is not None and weak.end >= end

    def _is_weak_throughout(self, pattern: str) -> bool:
        if pattern.rstrip("~") in self._weak_stems:
            return True
        head, _ = _without_behind(pattern)
        words = whole(head) or ({head} if _LETTERS.fullmatch(head) else set())
        return bool(words) and all(self._is_weak(word, len(word)) for word in words)


class Signs:
    """What makes a trigger the matter of a state, of rights or of a person."""

    def __init__(self, languages: Iterable[RelevanceWords]) -> None:
        patterns = {readable(pattern) for one in languages for pattern in one.signs}
        plain = {pattern for pattern in patterns if _LETTERS.fullmatch(pattern)}
        self._index = _index(patterns - plain)
        self._plain: dict[str, list[str]] = {}
        for words in sorted(plain):
            self._plain.setdefault(_first(words), []).append(words)

    def any_in(self, text: str) -> bool:
        """Whether one stands anywhere in the text."""
        lower = readable(text)
        return any(self._is_at(lower, word.start(), word.group()) for word in _WORD.finditer(lower))

    def _is_at(self, lower: str, start: int, word: str) -> bool:
        for words in self._plain.get(word, ()):
            if lower.startswith(words, start):
                return True
        return self._index.at(lower, start) is not None


def _beginnings(patterns: Iterable[str]) -> re.Pattern[str]:
    """What a phrase begins with, up to its first space; short of a group that has it inside."""
    found = set()
    for pattern in patterns:
        first = pattern.partition(" ")[0]
        if first.count("(") > first.count(")"):
            first = "|".join(re.escape(one) for one in sorted(openings(pattern)))
            found.add(f"(?:{first})")
        else:
            found.add(compiled(first).pattern)
    return re.compile("|".join(sorted(found)) or r"(?!)")


def _without_behind(pattern: str) -> tuple[str, str]:
    """A pattern short of what it only looks ahead for at its end, and that."""
    at = max(pattern.find("(?="), pattern.find("(?!"))
    if at < 0 or at + closing(pattern[at:]) + 1 < len(pattern):
        return pattern, ""
    return pattern[:at], pattern[at:]


def _first(words: str) -> str:
    found = _WORD.match(words)
    return found.group() if found else words


def _index(patterns: Iterable[str]) -> StemIndex:
    listed = tuple(sorted({readable(pattern) for pattern in patterns}))
    return StemIndex([StemEntry(id="all", kind="", patterns={"any": listed}, words={})])
