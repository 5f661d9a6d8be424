"""DOCX: the text as it reads with all changes accepted and nothing hidden shown.

What was struck out or hidden is left out, and a problem says that there is some: whoever sent the
file did not mean to say it. Heads and feet of pages are kept once, before and after the text. The
author's name is left where it is: it is often that of whoever typed the file.
Source: ECMA-376, part 1, 17 (WordprocessingML).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words
from habeas.reading.unpackers.flowing_text import FlowingText
from habeas.reading.unpackers.office_metadata import core_metadata
from habeas.reading.unpackers.xml_member import local, needs_password, xml_member
from habeas.reading.unpackers.zip_file import BROKEN, opened

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LOCKED = "application/x-office-locked"  # of any Office program: what is in it, nobody can tell
_BODY = "word/document.xml"
_STRUCK = frozenset({"del", "moveFrom"})
_LEFT_OUT = _STRUCK | {"Fallback", "instrText", "delText", "delInstrText"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OFF = frozenset({"0", "false", "off"})
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


class DocxUnpacker:
    name = "docx"
    version = "1"
    media_types = frozenset({DOCX, LOCKED})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        if document.media_type == LOCKED:
            needs_password(taking)
            return taking.parts, taking.problems
        try:
            with opened(content, taking) as archive:
                _take(archive, taking)
        except TooMuch as much:
            taking.over(much)
        except (*BROKEN, etree.LxmlError) as failure:
            taking.broken(f"the file is damaged ({in_words(failure)})")
        return taking.parts, taking.problems


@dataclass(slots=True)
class _Walk:
    """What is known of the whole while its text is written down."""

    text: FlowingText
    items: frozenset[str]  # styles of list entries
    hidden: frozenset[str]  # styles that are not shown
    notes: dict[tuple[str, str], etree._Element]
    left_out: dict[str, int] = field(default_factory=dict)

    def leave_out(self, what: str) -> None:
        self.left_out[what] = self.left_out.get(what, 0) + 1


def _take(archive: zipfile.ZipFile, taking: Taking) -> None:
    body = xml_member(archive, _BODY, taking, is_needed=True)
    if body is None:
        if not any(one.severity is Severity.ERROR for one in taking.problems):
            taking.broken("its text is damaged")
        return
    styles = xml_member(archive, "word/styles.xml", taking)
    walk = _Walk(
        text=FlowingText(),
        items=_styles_with(styles, "numPr"),
        hidden=_styles_with(styles, "vanish"),
        notes=dict(_notes(archive, taking)),
    )
    _write_margins(archive, taking, walk, "header")
    _write(body, walk)
    _write_margins(archive, taking, walk, "footer")
    _report(walk, taking, has_comments="word/comments.xml" in archive.namelist())
    said = core_metadata(archive, taking)
    text = walk.text.text()
    if text:
        part = Part(
            name="text",
            content=text.encode("utf-8", "replace"),
            media_type="text/plain",
            encoding="utf-8",
            title=said.title,
            publisher=said.publisher,
            published=said.published,
        )
        taking.add(part)
    else:
        taking.note("no-text", "there is no text in it", severity=Severity.ERROR)


def _write(root: etree._Element, walk: _Walk) -> None:
    """Writes an element down; by events and not by recursion, as deep nesting is a trap."""
    events = etree.iterwalk(root, events=("start", "end"))
    for event, element in events:
        name = local(element)
        if event == "end":
            _end(element, name, walk)
        elif name in _LEFT_OUT or (name == "r" and _is_hidden(element, walk.hidden)):
            _count(element, name, walk)
            events.skip_subtree()
        else:
            _start(element, name, walk)


def _start(element: etree._Element, name: str, walk: _Walk) -> None:
    text = walk.text
    if name == "t":
        text.write(element.text or "")
    elif name == "p":
        text.begin_paragraph()
    elif name in _BREAKS and _parent(element) == "r":
        text.write(_BREAKS[name])
    elif name == "tbl":
        text.begin_table()
    elif name == "tc":
        text.begin_cell()
    elif name in _NOTES:
        _write_note(walk, (_NOTES[name], _value(element, "id")))


def _end(element: etree._Element, name: str, walk: _Walk) -> None:
    if name == "p":
        walk.text.end_paragraph(is_item=_is_item(element, walk.items))
    elif name == "tr":
        walk.text.end_row()
    elif name == "tbl":
        walk.text.end_table()


def _write_note(walk: _Walk, key: tuple[str, str]) -> None:
    note = walk.notes.pop(key, None)  # popped: a note that calls itself would never end
    if note is not None:
        walk.text.begin_note()
        _write(note, walk)
        walk.text.end_note()


def _count(element: etree._Element, name: str, walk: _Walk) -> None:
    if name in _STRUCK and any(local(one) in ("t", "delText") for one in element.iter()):
        walk.leave_out("struck")
    elif name == "r" and any(local(one) == "t" for one in element.iter()):
        walk.leave_out("hidden")


def _report(walk: _Walk, taking: Taking, *, has_comments: bool) -> None:
    reasons = [
        ("struck", "tracked-deletions", "passages that were struck out with tracked changes"),
        ("hidden", "hidden-text", "passages that are marked as hidden"),
    ]
    for key, code, what in reasons:
        if count := walk.left_out.get(key):
            taking.note(
                code,
                f"{count} {what} were left out",
                remedy="Open it to see them. They may be more than its sender meant to tell.",
                severity=Severity.NOTE,
            )
    if has_comments:
        taking.note(
            "comments-left-out",
            "the comments in its margin were left out",
            remedy="Open it to see them.",
            severity=Severity.NOTE,
        )


def _write_margins(archive: zipfile.ZipFile, taking: Taking, walk: _Walk, kind: str) -> None:
    """Heads or feet of pages; each that says something in letters, once."""
    seen: set[str] = set()
    for name in sorted(archive.namelist()):
        if not name.startswith(f"word/{kind}") or not name.endswith(".xml"):
            continue
        root = xml_member(archive, name, taking)
        said = "" if root is None else "".join(_shown(root))
        if root is not None and said not in seen and any(letter.isalpha() for letter in said):
            seen.add(said)
            _write(root, walk)


def _shown(root: etree._Element) -> Iterator[str]:
    return (one.text or "" for one in root.iter() if local(one) == "t")


def _notes(
    archive: zipfile.ZipFile, taking: Taking
) -> Iterator[tuple[tuple[str, str], etree._Element]]:
    for kind in ("footnote", "endnote"):
        root = xml_member(archive, f"word/{kind}s.xml", taking)
        for note in () if root is None else root:
            if local(note) == kind and not _value(note, "type"):
                yield (kind, _value(note, "id")), note


def _styles_with(styles: etree._Element | None, name: str) -> frozenset[str]:
    """Styles that set something, or are based on one that does."""
    if styles is None:
        return frozenset()
    based: dict[str, str] = {}
    found: set[str] = set()
    for style in styles:
        style_id = _value(style, "styleId")
        for one in style.iter():
            if local(one) == name and _value(one, "val") not in _OFF:
                found.add(style_id)
            elif local(one) == "basedOn":
                based[style_id] = _value(one, "val")
    grown = -1
    while grown != len(found):
        grown = len(found)
        found |= {style for style, base in based.items() if base in found}
    return frozenset(found)


def _is_item(paragraph: etree._Element, items: frozenset[str]) -> bool:
    for one in _properties(paragraph, "pPr"):
        if local(one) == "numPr":
            return all(_value(inner, "val") != "0" for inner in one if local(inner) == "numId")
    return _style(paragraph, "pPr") in items


def _is_hidden(run: etree._Element, hidden: frozenset[str]) -> bool:
    for one in _properties(run, "rPr"):
        if local(one) == "vanish":
            return _value(one, "val") not in _OFF
    paragraph = next((one for one in run.iterancestors() if local(one) == "p"), None)
    return _style(run, "rPr") in hidden or (
        paragraph is not None and _style(paragraph, "pPr") in hidden
    )


def _style(element: etree._Element, properties: str) -> str:
    styled = (one for one in _properties(element, properties) if local(one).endswith("Style"))
    return next((_value(one, "val") for one in styled), "")


def _properties(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in element:
        if local(child) == name:
            yield from child


def _parent(element: etree._Element) -> str:
    parent = element.getparent()
    return "" if parent is None else local(parent)


def _value(element: etree._Element, name: str) -> str:
    """An attribute by its local name: transitional and strict files differ in the namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
