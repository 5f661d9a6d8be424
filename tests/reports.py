"""Reports as tests write them, and what the English reader makes of them, in claim notation."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256

from habeas.model.claim import AnyClaim
from habeas.model.notation import write_all
from habeas.model.partial_date import PartialDate
from habeas.model.rendition import Rendition, identity
from habeas.reading.readers.frames_en import FramesReader
from habeas.text.segments import paragraphs

PUBLISHED = "2021-02-15"
_PLACES = re.compile(r"@\d+-\d+")


@cache
def reader() -> FramesReader:
    """One reader for all tests: its lists take a moment to compile."""
    return FramesReader()


def rendition(text: str, published: str = PUBLISHED) -> Rendition:
    """A text that was captured as it stands; without a date where `published` is empty."""
    return Rendition(
        document=sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        captured=text,
        text=text,
        offsets=identity(len(text)),
        paragraphs=tuple(paragraphs(text)),
        published=PartialDate(published) if published else None,
    )


def claims_in(text: str, published: str = PUBLISHED) -> list[AnyClaim]:
    return list(reader().read(rendition(text, published))[0])


def facts(claims: list[AnyClaim]) -> list[str]:
    """The line of each claim that tells its fact, without offsets."""
    lines = (write_all([claim]).splitlines()[2] for claim in claims)
    return [_PLACES.sub("", line) for line in lines]


def told(text: str, published: str = PUBLISHED) -> list[str]:
    """The facts that the reader finds in a text."""
    return facts(claims_in(text, published))
