"""Words, numbers and marks with the exact place of each.

What stays one token: words with an inner apostrophe (п'ять, didn't) or hyphen (re-arrested,
36-year-old), abbreviations with inner dots (U.S.), initials (O.), numbers with their separators
(1,450; 16 000; 205.5; 15.02.2021; 10:30) and what is glued to them (15th, 1990s). A possessive 's
is a token of its own. Every other mark is one token, so 80-90 and 2021-02-15 come apart.
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Scripts with capitals lie below U+0590; `re` has no \p{Lu}.
_CAPITAL = "".join(filter(str.isupper, map(chr, range(0x590))))
# Marks that stand inside words: combining accents, soft hyphen, zero-width joiners.
_MARK = "\u0300-\u036f\u0483-\u0487\u00ad\u200b-\u200d\u2060"
_LETTERS = rf"[^\W\d_]+(?:[{_MARK}]+[^\W\d_]*)*"
_WORD = rf"{_LETTERS}(?:\d+(?:{_LETTERS})?)*"
# Not before a possessive.
_JOINT = r"(?:['’ʼ‘](?![sS](?![^\W_]))(?=[^\W\d_])|[-\u2010\u2011](?=[^\W_]))"
_GROUPED = r"\d{1,3}(?P<gap>[ \u00a0\u2009\u202f])\d{3}(?!\d)(?:(?P=gap)\d{3}(?!\d))*"
_NUMBER = rf"(?:{_GROUPED}(?:[.,]\d+)?|\d+(?:[.,:]\d+)*)"
_PART = rf"(?:{_WORD}|\d+(?:{_LETTERS})?)"

_TOKEN = re.compile(
    rf"(?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![^\W_]))?"  # U.S., e.g., U.S.S.R
    rf"|[^\W\d_]\.[^\W\d_](?![^\W_])"  # U.S
    rf"|[{_CAPITAL}]\.(?!\.)"  # an initial
    rf"|{_WORD}(?:{_JOINT}{_PART})*"
    rf"|{_NUMBER}(?:{_LETTERS})?(?:[-\u2010\u2011]{_LETTERS})*"  # 15th, 36-year-old, 11-й
    rf"|['’][sS](?![^\W_])"
    rf"|\S"
)


class Token(NamedTuple):
    """One word, number or mark; `text` stands at `start` to `end`."""

    text: str
    start: int
    end: int


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Tokens of a stretch of text in order; no character but space is left out.

    >>> [token.text for token in tokenise("Ukraine's O. Petrenko, re-arrested: 16 000")]
    ['Ukraine', "'s", 'O.', 'Petrenko', ',', 're-arrested', ':', '16 000']
    """
    stop = len(text) if end is None else end
    # `tuple.__new__` is what `Token` comes to, short of a call: every word of a text passes here.
    new = tuple.__new__
    return [
        new(Token, (found[0], found.start(), found.end()))
        for found in _TOKEN.finditer(text, start, stop)
    ]
