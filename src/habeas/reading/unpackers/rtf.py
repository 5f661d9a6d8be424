"""RTF: the text as it is shown, in the alphabet of each font, without what is hidden or struck out.

A reader of our own: the kept libraries at hand drop notes, show hidden and deleted text, and part
cells with a bar. Heads and feet of pages are kept once, before and after the text.
Source: Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch
from habeas.reading.unpackers.flowing_text import FlowingText
from habeas.reading.unpackers.office_metadata import clean_title, day_of_work
from habeas.reading.unpackers.rtf_tokens import (
    DEFAULT_ENCODING,
    Token,
    encoding_of_charset,
    encoding_of_page,
    tokens,
)

_START = b"{\\rtf"
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "nestcell": " ", "nestrow": " ", "softline": "\n",
}  # fmt: skip
_PARAGRAPH_ENDS = frozenset({"par", "sect", "page", "column"})
_NOT_SHOWN = frozenset(
    {"pict", "objdata", "colortbl", "stylesheet", "listtable", "listoverridetable", "fldinst",
     "nonshppict", "shprslt", "sp", "bkmkstart", "bkmkend", "xe", "tc", "rxe", "filetbl", "revtbl",
     "ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "annotation", "atnid", "atnauthor", "datafield"}
)  # fmt: skip
_NUMBERS_OF_LISTS = frozenset({"listtext", "pntext"})
_TRANSPARENT = frozenset({"shpinst", "shptxt", "shppict"})  # starred, and with text in them
_HEADS = frozenset({"header", "headerl", "headerr", "headerf"})
_FEET = frozenset({"footer", "footerl", "footerr", "footerf"})
_SAID = frozenset({"title", "company"})
_TIMES = {"creatim": "created", "revtim": "changed"}
_PAGES = {"mac": 10000, "pc": 437, "pca": 850}


class RtfUnpacker:
    name = "rtf"
    version = "1"
    media_types = frozenset({"application/rtf", "text/rtf"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        if not content.lstrip().startswith(_START):
            taking.broken("it does not begin as a rich text file does")
            return taking.parts, taking.problems
        walk = _Walk()
        for token in tokens(content):
            walk.take(token)
        walk.flush()
        try:
            _add(walk, taking)
        except TooMuch as much:
            taking.over(much)
        return taking.parts, taking.problems


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until the brace closes. `place` is where the text goes; empty: nowhere."""

    place: str = "body"
    encoding: str = ""
    after_unicode: int = 1
    is_hidden: bool = False
    is_struck: bool = False
    is_starred: bool = False
    is_note: bool = False


@dataclass(slots=True)
class _Walk:
    texts: dict[str, FlowingText] = field(
        default_factory=lambda: {one: FlowingText() for one in ("head", "body", "foot")}
    )
    said: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, int] = field(default_factory=dict)
    is_closed: bool = False
    _group: _Group = field(default_factory=_Group)
    _outer: list[_Group] = field(default_factory=list)
    _encoding: str = DEFAULT_ENCODING
    _fonts: dict[int, str] = field(default_factory=dict)
    _font: int = 0
    _default_font: int = 0
    _pending: bytearray = field(default_factory=bytearray)
    _to_skip: int = 0  # characters that stand in for a Unicode one, for old programs
    _is_item: bool = False
    _is_in_row: bool = False

    def take(self, token: Token) -> None:
        if self.is_closed:
            return
        if token.kind == "bytes":
            skipped = min(self._to_skip, len(token.content))
            self._to_skip -= skipped
            self._pending += token.content[skipped:]
            return
        self.flush()
        self._to_skip = 0
        if token.kind == "{":
            self._outer.append(self._group)
            self._group = replace(self._group, is_starred=False, is_note=False)
        elif token.kind == "}":
            self._close()
        elif token.word == "*" and token.kind == "symbol":
            self._group = replace(self._group, is_starred=True)
        elif token.kind == "symbol":
            self._write(token.word)
        else:
            self._word(token.word, token.number)

    def flush(self) -> None:
        """Writes the bytes that wait for their encoding."""
        if self._pending:
            encoding = self._group.encoding or self._encoding
            text = self._pending.decode(encoding, "replace")
            self._pending.clear()
            self._write(text)

    def _close(self) -> None:
        if self._group.is_note:
            self.texts["body"].end_note()
        self._group = self._outer.pop() if self._outer else self._group
        self.is_closed = not self._outer

    def _write(self, text: str) -> None:
        group = self._group
        if group.place in self.texts:
            if group.is_struck or group.is_hidden:
                if text.strip():
                    reason = "struck" if group.is_struck else "hidden"
                    self.left_out[reason] = self.left_out.get(reason, 0) + 1
            else:
                self.texts[group.place].write(text)
        elif group.place in _SAID:
            self.said[group.place] = self.said.get(group.place, "") + text

    def _word(self, word: str, number: int | None) -> None:
        if self._destination(word) or self._encodings(word, number):
            return
        act = _ACTS.get(word)
        if act is not None:
            act(self, number)
        elif word in _SIGNS:
            self._write(_SIGNS[word])
        elif word in _PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in ("yr", "mo", "dy") and self._group.place in _TIMES.values():
            joint = "" if word == "yr" else "-"
            written = self.said.get(self._group.place, "")
            self.said[self._group.place] = f"{written}{joint}{number or 0:02}"

    def _destination(self, word: str) -> bool:
        """Whether the word says where the text of its group goes."""
        place = None
        if word == "footnote":
            self._begin_note()
            return True
        if word in _HEADS or word in _FEET:
            place = "head" if word in _HEADS else "foot"
        elif word in _NUMBERS_OF_LISTS:
            self._is_item, place = True, ""
        elif word in _TIMES:
            place = _TIMES[word]
        elif word in ("fonttbl", "info") or word in _SAID:
            place = word
        elif word in _NOT_SHOWN or (self._group.is_starred and word not in _TRANSPARENT):
            place = ""
            if word == "annotation":
                self.left_out["remarked"] = self.left_out.get("remarked", 0) + 1
        self._group = replace(self._group, is_starred=False)
        if place is None:
            return False
        # Nothing that is not shown can hold something that is, but what the file says of itself.
        if self._group.place or place in _SAID:
            self._group = replace(self._group, place=place)
        return True

    def _encodings(self, word: str, number: int | None) -> bool:
        if word == "ansicpg" and number:
            self._encoding = encoding_of_page(number)
        elif word in _PAGES:
            self._encoding = encoding_of_page(_PAGES[word])
        elif word == "f" and number is not None:
            self._font = number
            self._group = replace(self._group, encoding=self._fonts.get(number, ""))
        elif word == "deff" and number is not None:
            self._default_font = number
        elif word == "fcharset" and self._group.place == "fonttbl":
            self._fonts[self._font] = encoding_of_charset(number or 0)
        elif word == "uc":
            self._group = replace(self._group, after_unicode=max(number or 0, 0))
        elif word == "u" and number is not None:
            self._write(chr(number & 0xFFFF))
            self._to_skip = self._group.after_unicode
        else:
            return False
        return True

    def _begin_note(self) -> None:
        if self._group.place == "body" and not (self._group.is_hidden or self._group.is_struck):
            self.texts["body"].begin_note()
            self._group = replace(self._group, is_note=True)

    def _end_paragraph(self) -> None:
        if self._group.place in self.texts:
            self.texts[self._group.place].end_paragraph(is_item=self._is_item)
            self._is_item = False

    def begin_row(self) -> None:
        if self._group.place == "body" and not self._is_in_row:
            self.texts["body"].begin_table()
            self.texts["body"].begin_cell()
            self._is_in_row = True

    def end_cell(self) -> None:
        self.begin_row()
        if self._is_in_row:
            self.texts["body"].begin_cell()

    def end_row(self) -> None:
        if self._is_in_row:
            self.texts["body"].end_row()
            self.texts["body"].end_table()
            self._is_in_row = False

    def show_plain(self) -> None:
        self.show(is_hidden=False, is_struck=False)
        encoding = self._fonts.get(self._default_font, "")
        self._group = replace(self._group, encoding=encoding)

    def show(self, *, is_hidden: bool | None = None, is_struck: bool | None = None) -> None:
        if is_hidden is not None:
            self._group = replace(self._group, is_hidden=is_hidden)
        if is_struck is not None:
            self._group = replace(self._group, is_struck=is_struck)


_ACTS: dict[str, Callable[[_Walk, int | None], None]] = {
    "v": lambda walk, number: walk.show(is_hidden=number != 0),
    "deleted": lambda walk, number: walk.show(is_struck=number != 0),
    "plain": lambda walk, _: walk.show_plain(),
    "trowd": lambda walk, _: walk.begin_row(),
    "intbl": lambda walk, _: walk.begin_row(),
    "cell": lambda walk, _: walk.end_cell(),
    "row": lambda walk, _: walk.end_row(),
}


def _add(walk: _Walk, taking: Taking) -> None:
    if not walk.is_closed:
        taking.note(
            "cut-short",
            "it ends in the middle",
            remedy="The whole is kept. Get a complete copy, if there is one.",
        )
    _report(walk, taking)
    margins = {place: _once(walk.texts[place].text()) for place in ("head", "foot")}
    body = walk.texts["body"].text()
    text = "\n".join(filter(None, [margins["head"], body, margins["foot"]]))
    # Letters beyond the first 65,536 come as two halves.
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if not whole.strip():
        taking.note("no-text", "there is no text in it", severity=Severity.ERROR)
        return
    part = Part(
        name="text",
        content=whole.encode(),
        media_type="text/plain",
        encoding="utf-8",
        title=clean_title(walk.said.get("title", "")),
        publisher=" ".join(walk.said.get("company", "").split())[:500],
        published=day_of_work(walk.said.get("created", ""), walk.said.get("changed", "")),
    )
    taking.add(part)


def _once(text: str) -> str:
    """Paragraphs of heads or feet, each once and only those with letters."""
    blocks = (one.strip() for one in text.split("\n\n"))
    kept = dict.fromkeys(one for one in blocks if any(letter.isalpha() for letter in one))
    return "\n\n".join(kept) + "\n" if kept else ""


def _report(walk: _Walk, taking: Taking) -> None:
    reasons = [
        ("struck", "tracked-deletions", "passages that were struck out with tracked changes"),
        ("hidden", "hidden-text", "passages that are marked as hidden"),
        ("remarked", "comments-left-out", "comments"),
    ]
    for key, code, what in reasons:
        if count := walk.left_out.get(key):
            taking.note(
                code,
                f"{count} {what} were left out",
                remedy="Open it to see them. They may be more than its sender meant to tell.",
                severity=Severity.NOTE,
            )
