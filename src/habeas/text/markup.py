"""What a stretch of HTML shows to a reader: tags dropped, entities decoded, whitespace folded.

Used to prove that a quote stands in a captured page. It knows no page, only the stretch, so it
decides by the tags alone which of them part words.
"""

from __future__ import annotations

import html
import re

# Elements that a browser sets on lines of their own or in cells, and <br>: words on their two
# sides are two words. Source: HTML Living Standard, 15.3 (flow content, sections, lists, tables).
_PARTING = frozenset(  # a list of fifty strings is not easier to read
    """address article aside blockquote body br caption center col colgroup dd details dialog dir
    div dl dt fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup
    hr html legend li listing main menu nav ol optgroup option p plaintext pre search section
    summary table tbody td tfoot th thead title tr ul xmp""".split()  # noqa: SIM905
)
# Never more than one way to match, and no way back (`*+`): linear on the worst of pages.
_MARKUP = re.compile(
    r"""
      (?P<comment> <!-- .*? (?: -->|\Z ) )
    | (?P<unseen> <(script|style)\b [^>]*+ (?: > .*? (?: </\3\s*+>|\Z ) |\Z ) )
    | </?+ (?P<tag> [a-z][a-z0-9:-]*+ )
      (?: [^>"']++ | "[^"]*+(?:"|\Z) | '[^']*+(?:'|\Z) )*+ (?: >|\Z )
    | <[!?/] [^>]*+ (?: >|\Z )
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
# A stretch that starts inside a script: what stands before its end tag was never shown.
_HEADLESS = re.compile(
    r"\A(?:(?!<(?:script|style)\b).)*?</(?:script|style)\s*>", re.DOTALL | re.IGNORECASE
)


def shown_text(html_slice: str) -> str:
    """The words a reader of the page sees in this stretch of it, with single spaces between them.

    The stretch may start or end inside an element, or end inside a tag. Comments, scripts and
    styles are not shown.

    >>> shown_text('detained in <b title="x>y">Mel</b>itopol &amp; held</p><p>by the')
    'detained in Melitopol & held by the'
    """
    inside = _HEADLESS.sub("", html_slice)
    pieces: list[str] = []
    at = 0
    for found in _MARKUP.finditer(inside):
        pieces.append(html.unescape(inside[at : found.start()]))
        if (found["tag"] or "").lower() in _PARTING:
            pieces.append(" ")
        at = found.end()
    pieces.append(html.unescape(inside[at:]))
    return folded("".join(pieces))


def folded(text: str) -> str:
    r"""The text with every run of whitespace made one space, and none at its ends.

    >>> folded(" two\u00a0\n words ")
    'two words'
    """
    return " ".join(text.split())
