"""What a cell says, apart from what it says beside: notes in brackets, several values in one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from habeas.reading.lists.grid import Cell
from habeas.reference.list_words import is_cell

_NOTE = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_FOOTNOTE = re.compile(r"[*†‡¹²³]+\Z")
_NOTHING = re.compile(r"[\s\-–—−_.?*/\\x×#…]*", re.IGNORECASE)
# What spreadsheet programs show where a value cannot be had, in their languages.
_ERROR = re.compile(
    r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|#+"
    r"|ССЫЛКА!|Н/Д|ЗНАЧ!|ИМЯ\?|ДЕЛ/0!|ПУСТО!|ЧИСЛО!|ПОСИЛАННЯ!|ЗНАЧЕННЯ!|ІМ['’]Я\?|ДІЛ/0!)"
    r"|Err:5\d\d"
)
_HARD = re.compile(r"\s*[;|]\s*|\s+/\s+|\s*/\s*(?=\D)(?<=\D/)|\n+")
_SOURCES = re.compile(r"\s*[;|]\s*|,?\s+(?=https?:)|,\s+|\n+")
_SOFT = re.compile(r"\s*[;|,]\s*|\s*/\s*|\n+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a cell and where they stand in the text of the rendition."""

    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@lru_cache(maxsize=20_000)
def says_nothing(text: str) -> bool:
    """Whether a cell is filled only to say that nothing is known: a dash, "N/A", "невідомо".

    >>> says_nothing("—"), says_nothing("(невідомо)"), says_nothing("Noname")
    (True, True, False)
    """
    if is_error(text):
        return True
    bare = text.strip(" ()[]?.\"'«»“”")
    return _NOTHING.fullmatch(text) is not None or not bare or is_cell("unknown", bare)


def is_error(text: str) -> bool:
    """Whether a spreadsheet program shows an error there: "#REF!", "#Н/Д"."""
    return _ERROR.fullmatch(text) is not None


def notes_in(cell: Cell) -> list[Piece]:
    """What stands in brackets."""
    return [
        Piece(words, cell.start + found.start() + 1 + inner.index(words))
        for found in _NOTE.finditer(cell.text)
        if (words := (inner := found[1] or found[2] or "").strip())
    ]


def bare(cell: Cell) -> Piece:
    """The cell with what is in brackets, and a footnote's mark, read as space; never moved."""
    text = _NOTE.sub(lambda found: " " * len(found[0]), cell.text)
    text = _FOOTNOTE.sub("", text.rstrip())
    words = text.strip()
    return Piece(words, cell.start + (text.index(words) if words else 0))


def values(cell: Cell, *, is_listed: bool = False) -> Iterator[Piece]:
    """Each value of the cell; where `is_listed`, a comma parts two as well."""
    return parted(bare(cell), _SOFT if is_listed else _HARD)


def sources(cell: Cell) -> Iterator[Piece]:
    """Each source or address: a stroke parts none."""
    return parted(Piece(cell.text, cell.start), _SOURCES)


def parted(whole: Piece, sign: re.Pattern[str]) -> Iterator[Piece]:
    """What stands between the signs of a piece, but what only says that nothing is known."""
    at = 0
    for found in [*sign.finditer(whole.text), None]:
        end = found.start() if found else len(whole.text)
        words = whole.text[at:end].strip()
        if words and not says_nothing(words):
            yield Piece(words, whole.start + whole.text.index(words, at))
        at = found.end() if found else end
