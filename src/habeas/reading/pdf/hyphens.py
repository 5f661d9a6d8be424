"""Words that a hyphen parts at the end of a line: which hyphens go, which stay.

A soft hyphen always goes. A hyphen stays before a capital or a figure ("Ivano-Frankivsk",
"2014-2015"), where the same text writes the compound with a hyphen elsewhere, and in the few
compounds that are never written as one word. Otherwise it was put there by the line, and goes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_ENDING = re.compile(r"([\w'’-]*\w)([-\u00ad\u2010])$")
_BEGINNING = re.compile(r"\w[\w'’-]*")
_WORD = re.compile(r"\w[\w'’-]*")
# First halves that no syllable of another word looks like; "ex-", "co-" and "non-" may be one.
_HYPHENATED_FIRST = frozenset(
    {"self", "vice", "віце", "вице", "кое", "будь", "північно", "південно"}
)
_HYPHENATED_LAST = frozenset({"небудь", "нибудь", "таки", "який", "in-law"})
# "кримсько-татарський", but "український" broken as "українсько-го".
_ADJECTIVE_FIRST = re.compile(r"(?:сько|цько|зько|ско|цко)$")
_LONGEST_ENDING = 4


def known_words(lines: Iterable[str]) -> frozenset[str]:
    """Words that stand whole in the lines, casefolded, compounds with their hyphens."""
    return frozenset(
        found.group().casefold().rstrip("-")
        for line in lines
        for found in _WORD.finditer(line)
        if found.end() < len(line)
    )


def joined(line: str, following: str, known: frozenset[str]) -> str:
    """Two lines as one: with a space between them, or the word between them mended.

    >>> joined("She was de-", "tained", frozenset()), joined("Ivano-", "Frankivsk", frozenset())
    ('She was detained', 'Ivano-Frankivsk')
    """
    ending, beginning = _ENDING.search(line), _BEGINNING.match(following)
    if not ending or not beginning:
        return f"{line} {following}"
    if ending.group(2) == "\u00ad":
        return line[:-1] + following
    if _keeps_hyphen(ending.group(1), beginning.group(), known):
        return line[:-1] + "-" + following
    return line[:-1] + following


def _keeps_hyphen(first: str, last: str, known: frozenset[str]) -> bool:
    if not last[0].islower() or not first[-1].isalpha():
        return True
    first, last = first.casefold(), last.casefold().rstrip("-")
    if first + last in known:
        return False
    if f"{first}-{last}" in known or first in _HYPHENATED_FIRST or last in _HYPHENATED_LAST:
        return True
    return bool(_ADJECTIVE_FIRST.search(first)) and len(last) > _LONGEST_ENDING
