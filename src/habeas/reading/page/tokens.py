"""HTML source as a row of tags and texts, each with its exact place; linear, whatever the source.

Source: WHATWG HTML, 13.2.5 (tokenization). An own tokenizer, since html.parser (Python 3.11.7)
takes time that grows with the square of malformed input (30 s for 120 kB of `<a b="`), raises on
`<![<`, and changes with the version what is a comment: the same bytes must give the same places.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from html.entities import html5

# Their content is text to the end tag, whatever it looks like.
RAW = frozenset({"script", "style", "title", "textarea", "iframe", "xmp", "noembed", "noframes"})

# Every repetition is possessive: there is nothing to try again, so time is linear. A quotation mark
# never closed is taken as part of the value, where a browser would drop the rest of the page.
_TAG = re.compile(
    r"<(?P<slash>/?)(?P<name>[A-Za-z][^\s/>]*+)"
    r"(?P<attributes>(?:[\s/]*+[^\s/>][^\s/>=]*+"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|(?![\"'])[^\s>]*+))?+)*+[\s/]*+)>?"
)
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?+"
)
_COMMENT_END = re.compile(r"--!?>")
_REFERENCE = re.compile(r"&(?:#(?:[0-9]+|[xX][0-9a-fA-F]+);?|[A-Za-z][A-Za-z0-9]{1,31};?)")
# In XHTML a tag may close itself.
_XML = re.compile(r"\s*<\?xml\s")
_LONGEST_NAME = max(map(len, html5))


class Kind(Enum):
    """What a token is."""

    TEXT = "text"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch of source; `name` is the tag's, in small letters, `attributes` its source.

    A start tag of a RAW element carries its whole content in `raw_start` to `raw_end`.
    """

    kind: Kind
    start: int
    end: int
    name: str = ""
    attributes: str = ""
    raw_start: int = 0
    raw_end: int = 0


def tokens(source: str) -> Iterator[Token]:
    """Tags and texts in order; comments, declarations and the like are left out."""
    at = 0
    while at < len(source):
        mark = source.find("<", at)
        if mark < 0:
            mark = len(source)
        if mark > at:
            yield Token(Kind.TEXT, at, mark)
        if mark == len(source):
            return
        token, at = _markup(source, mark)
        if token:
            yield token


def attributes_of(token: Token) -> Mapping[str, str]:
    """Names in small letters with their values; of two of one name, the first."""
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(token.attributes):
        value = one["double"] or one["single"] or one["bare"] or ""
        found.setdefault(one["name"].lower(), html.unescape(value) if "&" in value else value)
    return found


def reference_at(source: str, at: int, end: int) -> tuple[str, int]:
    """The characters that the reference at `at` shows, and its width; ("", 0) where none stands.

    >>> reference_at("&notit;", 0, 7), reference_at("AT&T", 2, 4)
    (('¬', 4), ('', 0))
    """
    found = _REFERENCE.match(source, at, end)
    if not found:
        return "", 0
    written = found[0]
    if written[1] == "#":
        # A code that is no character shows nothing, yet takes its place.
        return html.unescape(written), len(written)
    for length in range(min(len(written), _LONGEST_NAME + 1), 2, -1):
        if (shown := html5.get(written[1:length])) is not None:
            return shown, length
    return "", 0


def _markup(source: str, mark: int) -> tuple[Token | None, int]:
    """The token that begins with "<", None for one that shows nothing, and where to go on."""
    if tag := _TAG.match(source, mark):
        return _tag(source, tag)
    if source.startswith("<!--", mark):
        if source.startswith((">", "->"), mark + 4):
            return None, source.index(">", mark) + 1
        close = _COMMENT_END.search(source, mark + 4)
        return None, close.end() if close else len(source)
    if source.startswith(("<!", "<?", "</"), mark):
        close_at = source.find(">", mark)
        return None, close_at + 1 if close_at >= 0 else len(source)
    return Token(Kind.TEXT, mark, mark + 1), mark + 1


def _tag(source: str, tag: re.Match[str]) -> tuple[Token, int]:
    name = tag["name"].lower()
    if tag["slash"]:
        return Token(Kind.END, tag.start(), tag.end(), name), tag.end()
    attributes = tag["attributes"]
    if name not in RAW or (attributes.endswith("/") and _XML.match(source)):
        return Token(Kind.START, tag.start(), tag.end(), name, attributes), tag.end()
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, tag.end())
    raw_end = close.start() if close else len(source)
    token = Token(Kind.START, tag.start(), tag.end(), name, attributes, tag.end(), raw_end)
    return token, raw_end
