"""Whether quoted words stand where the quote says, in the captured text of its document."""

from __future__ import annotations

from habeas.model.document import Document
from habeas.model.quote import Quote
from habeas.text.decoding import decode_as
from habeas.text.markup import folded, shown_text

# Between the words of these stands markup: a quote is what the stretch shows.
MARKED_UP = frozenset({"text/html", "application/xhtml+xml"})


def captured_text(document: Document, content: bytes) -> str:
    """The text that offsets of this document count in; empty where it has no text.

    Raises: UnicodeError, LookupError, when the bytes do not have the encoding they are said to.
    """
    return decode_as(content, document.encoding) if document.encoding else ""


def fault_of(quote: Quote, *, document: Document, captured: str) -> str:
    """What is wrong with the quote, in words; empty where it stands.

    In marked-up documents the stretch must show the quoted words; elsewhere it must be them.
    """
    start, end = quote.span.start, quote.span.end
    if end > len(captured):
        return f"the quote ends at character {end}, the text at {len(captured)}"
    found = captured[start:end]
    if document.media_type in MARKED_UP:
        found, wanted = shown_text(found), folded(quote.text)
    else:
        wanted = quote.text
    if found == wanted:
        return ""
    return f"at characters {start}-{end} stands {_short(found)}, not {_short(wanted)}"


def _short(text: str, *, most: int = 60) -> str:
    return repr(text if len(text) <= most else f"{text[: most - 1]}…")
