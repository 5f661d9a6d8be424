"""Text from documents made harmless for a terminal and for spreadsheets.

A captured page may hold escape sequences that move the cursor, change the title or turn the
writing direction; whoever prints it must not obey them.
"""

from __future__ import annotations

import re

# C0 and C1 controls, delete, and the marks that override or embed a writing direction. Tab and
# newline are kept; so are U+200E and U+200F, which Arabic and Hebrew text needs.
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_DELETE = 0x7F
_PICTURES = 0x2400  # the Unicode block "Control Pictures", in the order of C0
# OWASP, "CSV Injection"; full-width forms are formulas in East Asian editions.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def visible(text: str) -> str:
    r"""The text with every control character shown as a sign or a code, for people to read.

    >>> visible("\x1b[31mred")
    '␛[31mred'
    """
    return _UNSAFE.sub(lambda found: _sign(ord(found[0])), text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """The visible text on one line, runs of spaces made one."""
    return " ".join(visible(text).split())


def escaped(text: str) -> str:
    r"""Notation or JSON with control characters as `\u` escapes; it reads back to the same value.

    Outside quotation marks neither form has such characters.

    >>> print(escaped('"\x9b31m"'))
    "\u009b31m"
    """
    return _UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def cell(text: str) -> str:
    """The text as a spreadsheet may show it: no formula, no control characters.

    >>> cell("=1+1"), cell("2021-02")
    ("'=1+1", '2021-02')
    """
    text = visible(text)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _sign(code: int) -> str:
    if chr(code).isascii():
        return "␡" if code == _DELETE else chr(_PICTURES + code)
    return f"<U+{code:04X}>"
