"""The media type of captured bytes: what they are first, what they are called second."""

from __future__ import annotations

import re
from pathlib import PurePath

from habeas.text.decoding import decode_as
from habeas.text.detection import detect
from habeas.text.signatures import UNKNOWN, recognise

PLAIN = "text/plain"
HTML = "text/html"

_SAMPLE = 65_536
# Text that is more than text: the words say what it is, for a problem that names it.
_BY_ENDING = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".shtml": HTML,
    ".md": "text/markdown", ".markdown": "text/markdown",
    ".csv": "text/csv", ".tsv": "text/tab-separated-values",
    ".json": "application/json", ".jsonl": "application/json", ".ndjson": "application/json",
    ".eml": "message/rfc822", ".mbox": "application/mbox", ".mbx": "application/mbox",
    ".mht": "multipart/related", ".mhtml": "multipart/related",
    ".xml": "application/xml", ".rss": "application/xml", ".tex": "application/x-tex",
    ".py": "text/x-source", ".js": "text/x-source", ".css": "text/x-source", ".sh": "text/x-source",
}  # fmt: skip
_ZIP_ENDINGS = {
    ".jar": "application/java-archive",
    ".apk": "application/vnd.android.package-archive",
}
_WORDS = {
    "text/csv": "a table (CSV)",
    "text/tab-separated-values": "a table (TSV)",
    "application/json": "data (JSON)",
    "message/rfc822": "an e-mail message",
    "application/mbox": "a mailbox",
    "multipart/related": "a saved web page (MHTML)",
    "application/xml": "data (XML)",
    "application/x-tex": "a TeX file",
    "text/x-source": "program source",
    "image/svg+xml": "a drawing (SVG)",
    "application/rss+xml": "a feed (RSS)",
    "application/atom+xml": "a feed (Atom)",
}

_PREAMBLE = r"\s*(?:<\?xml[^>]{0,400}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
_HTML_START = re.compile(
    _PREAMBLE + r"(?:<!doctype\s+html|<(?:html|head|body|title|frameset|meta)(?=[\s>/]))",
    re.IGNORECASE | re.DOTALL,
)
_SVG_START = re.compile(_PREAMBLE + r"(?:<!doctype\s+svg|<svg[\s>])", re.IGNORECASE | re.DOTALL)
_XML_START = re.compile(r"\s*<\?xml\s", re.IGNORECASE)
_FEED_START = re.compile(
    _PREAMBLE + r"(?:<\?xml-stylesheet[^>]{0,400}>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    r"(?:<!doctype\s+rss[^>]{0,400}>\s*)?"
    r"<(?:(?P<rss>rss(?=[\s>])|rdf:RDF[^>]{0,400}http://purl\.org/rss/)|feed(?=[\s>]))",
    re.IGNORECASE | re.DOTALL,
)
_MAILBOX_START = re.compile(r"From \S[^\r\n]{0,300}\d:\d\d[^\r\n]{0,100}\r?\n[A-Z][\w-]{0,60}:")
# A report may begin "From: ..., Subject: ..."; only what mail programs write makes it a mail.
_MAIL_START = re.compile(
    r"(?:[A-Z][\w-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*){0,60}?"
    r"(?:Received|Return-Path|Delivered-To|Message-I[Dd]|M[Ii][Mm][Ee]-Version):"
)


def media_type_of(content: bytes, name: str = "") -> str:
    """The media type; `name` decides only where the content leaves a choice.

    >>> media_type_of(b"%PDF-1.7", "report.txt"), media_type_of(b"<!DOCTYPE html><p>", "report.txt")
    ('application/pdf', 'text/html')
    """
    ending = PurePath(name.lower()).suffix
    if (kind := recognise(content)) is not None:
        return _ZIP_ENDINGS.get(ending, kind.media_type)
    sample = content[:_SAMPLE]
    encoding = detect(sample).encoding
    if not encoding:
        return UNKNOWN.media_type
    return _of_text(decode_as(sample, encoding), ending)


def words_for(media_type: str, content: bytes) -> str:
    """What a person would call it."""
    if (kind := recognise(content)) is not None:
        return kind.words
    return _WORDS.get(media_type, UNKNOWN.words if media_type == UNKNOWN.media_type else media_type)


def _of_text(start: str, ending: str) -> str:
    if _HTML_START.match(start):
        return _BY_ENDING[ending] if ending in (".mht", ".mhtml", ".eml", ".md") else HTML
    return _of_markup(start, ending) or _BY_ENDING.get(ending) or _of_mail(start) or PLAIN


def _of_markup(start: str, ending: str) -> str:
    if _SVG_START.match(start):
        return "image/svg+xml"
    is_xml = _XML_START.match(start)
    if is_xml and _BY_ENDING.get(ending) == HTML:
        return HTML
    if feed := _FEED_START.match(start):
        return "application/rss+xml" if feed["rss"] else "application/atom+xml"
    return "application/xml" if is_xml else ""


def _of_mail(start: str) -> str:
    if _MAILBOX_START.match(start):
        return "application/mbox"
    return "message/rfc822" if _MAIL_START.match(start) else ""
