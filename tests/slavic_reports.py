"""What the readers of languages that decline make of a report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from habeas.model.claim import AnyClaim
from habeas.reading.slavic.reader import SlavicReader
from tests.reports import PUBLISHED, rendition


@cache
def reader(language: str) -> SlavicReader:
    """One reader for all tests: its lists take a moment to compile."""
    return SlavicReader(language)


_BEFORE = {"uk": "Її ім'я відоме.", "ru": "Это объявлено.", "be": "Пра гэта стала вядома."}


def claims_in(language: str, text: str) -> Sequence[AnyClaim]:
    """The claims of a text; a paragraph before it decides the language of what could be either."""
    return reader(language).read(rendition(f"{_BEFORE[language]}\n\n{text}", PUBLISHED))[0]
