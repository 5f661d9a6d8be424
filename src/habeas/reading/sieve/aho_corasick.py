"""A scanner on the Aho-Corasick automaton of the package ahocorasick_rs, for any processor."""

from __future__ import annotations

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from habeas.reading.sieve.scanner import Decoded, Found, Wanted


class AhoCorasickScanner:
    """One pass over the text in small letters, for literals; no patterns."""

    name = "ahocorasick_rs"

    def __init__(self, wanted: Wanted) -> None:
        self._automaton = AhoCorasick(
            [*wanted.literals, *wanted.marks],
            matchkind=MatchKind.Standard,
            store_patterns=False,
            implementation=Implementation.DFA,
        )

    def scan(self, content: bytes, found: Found) -> None:
        decoded = Decoded(content)
        for _, start, _ in self._automaton.find_matches_as_indexes(decoded.lower, overlapping=True):
            if found(decoded.place(start)):
                return
