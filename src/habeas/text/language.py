"""Which of three languages a paragraph is in, by its letters and, in doubt, its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from habeas.model.quote import Span

_UKRAINIAN = frozenset("іїєґІЇЄҐ")
_RUSSIAN = frozenset("ыэёъЫЭЁЪ")
# Function words that are written with letters of both, and that the other language does not have.
_UKRAINIAN_WORDS = re.compile(
    r"\b(?:та|що|був|була|було|бути|також|його|щодо|яка|який|яке|яку|за словами|до|про|але|року)\b",
    re.IGNORECASE,
)
_RUSSIAN_WORDS = re.compile(
    r"\b(?:и|что|как|был|также|его|ее|которая|который|которое|которую|по|от|из|после|но|года|с|к|или)\b",
    re.IGNORECASE,
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LETTER = re.compile(r"[^\W\d_]")
_SHARE = 0.5  # of the letters of a Cyrillic paragraph; names and addresses may be Latin


def language_of(text: str) -> str:
    """The language of a paragraph (ISO 639-1): "uk", "ru", "en" for Latin letters, else empty.

    >>> language_of("Її затримали вдома."), language_of("Его задержали."), language_of("Held.")
    ('uk', 'ru', 'en')
    """
    cyrillic = len(_CYRILLIC.findall(text))
    if cyrillic == 0:
        return "en" if text.isascii() and _LETTER.search(text) else _latin(text)
    letters = len(_LETTER.findall(text))
    if cyrillic < _SHARE * letters:
        return "en"
    ukrainian = sum(map(text.count, _UKRAINIAN))
    russian = sum(map(text.count, _RUSSIAN))
    if ukrainian != russian:
        return "uk" if ukrainian > russian else "ru"
    words = len(_UKRAINIAN_WORDS.findall(text)), len(_RUSSIAN_WORDS.findall(text))
    if words[0] == words[1]:
        return ""
    return "uk" if words[0] > words[1] else "ru"


def languages_of(text: str, spans: Sequence[Span]) -> list[str]:
    """The language of each stretch; what its letters leave open is that of most others.

    Where nothing decides, Cyrillic is Russian: every sixteenth letter of Ukrainian is і, ї or є,
    so a text without them is seldom Ukrainian.
    """
    found = [language_of(text[span.start : span.end]) for span in spans]
    count = Counter(language for language in found if language in ("uk", "ru"))
    usual = count.most_common(1)[0][0] if count else "ru"
    return [
        language or (usual if _CYRILLIC.search(text, span.start, span.end) else "")
        for language, span in zip(found, spans, strict=True)
    ]


def _latin(text: str) -> str:
    return "en" if any(letter.isalpha() and letter < "\u0250" for letter in text) else ""
