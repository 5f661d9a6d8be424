"""The text of a mail, whichever way it was packed: decoded, and said once."""

from __future__ import annotations

import re

from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.text.decoding import decode_as
from habeas.text.detection import detect

_UNSHOWN = re.compile(rb"<(?:style|script|head)\b", re.IGNORECASE)
_UNSHOWN_END = re.compile(rb"</(?:style|script|head)\b", re.IGNORECASE)
_MARKUP = re.compile(rb"<[^<>]*>|&#?\w{1,30};")
_ENOUGH = 0.5


def as_utf_8(content: bytes, charset: str) -> bytes | None:
    """The text as UTF-8, read as the sender says where that can be; None where it is no text."""
    encoding = detect(content, declared=charset).encoding
    if not encoding:
        return None
    return decode_as(content, encoding).encode("utf-8", "replace")


def says_enough(plain: bytes, page: bytes) -> bool:
    """Whether the plain text can stand for the page: many say only "see the HTML version".

    Both are UTF-8. They say the same twice, and what is said once must not count twice.
    """
    return len(plain.split()) >= _ENOUGH * len(_shown(page).split())


def _shown(page: bytes) -> bytes:
    """About what a page shows; good enough to count words."""
    first, *rest = _UNSHOWN.split(page)
    after = [_UNSHOWN_END.split(piece, maxsplit=1)[-1] for piece in rest]
    return _MARKUP.sub(b" ", b"".join([first, *after]))


def text_part(
    content: bytes,
    *,
    name: str,
    media_type: str,
    charset: str = "",
    title: str = "",
    publisher: str = "",
    published: PartialDate | None = None,
    url: str = "",
) -> Part:
    """The body as a part; its bytes as they are where they are no text after all."""
    text = as_utf_8(content, charset)
    return Part(
        name=name,
        content=content if text is None else text,
        media_type="" if text is None else media_type,
        encoding="" if text is None else "utf-8",
        title=title,
        publisher=publisher,
        published=published,
        url=url,
    )
