"""ODT: the text as it is shown, without what was struck out, hidden or remarked.

Heads and feet of pages are kept once, before and after the text.
Source: OpenDocument 1.3, part 3, 5 (text) and 9.1 (tables).
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Sequence

from lxml import etree

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words
from habeas.reading.unpackers.flowing_text import FlowingText
from habeas.reading.unpackers.office_metadata import open_metadata
from habeas.reading.unpackers.xml_member import local, needs_password, xml_member
from habeas.reading.unpackers.zip_file import BROKEN, opened

_PARAGRAPHS = frozenset({"p", "h"})
_TABLE_SPACE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_ROWS = frozenset({"table-row"})
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_LEFT_OUT = frozenset(
    {"tracked-changes", "annotation", "note-citation", "table-of-content-source", "forms",
     "sequence-decls", "variable-decls", "user-field-decls", "ruby-text", "hidden-paragraph"}
)  # fmt: skip
_MOST_SPACES = 200
_RUN = re.compile(r"[ \t\r\n]+")


class OdtUnpacker:
    name = "odt"
    version = "1"
    media_types = frozenset({"application/vnd.oasis.opendocument.text"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            with opened(content, taking) as archive:
                _take(archive, taking)
        except TooMuch as much:
            taking.over(much)
        except (*BROKEN, etree.LxmlError) as failure:
            taking.broken(f"the file is damaged ({in_words(failure)})")
        return taking.parts, taking.problems


def _take(archive: zipfile.ZipFile, taking: Taking) -> None:
    if _is_locked(archive, taking):
        needs_password(taking)
        return
    root = xml_member(archive, "content.xml", taking, is_needed=True)
    if root is None:
        if not any(one.severity is Severity.ERROR for one in taking.problems):
            taking.broken("its text is damaged")
        return
    text = FlowingText()
    hidden = _hidden_styles(root)
    margins = xml_member(archive, "styles.xml", taking)
    _write_margins(margins, text, "header")
    left_out = sum(_write(body, text, hidden) for body in _named(root, "body"))
    _write_margins(margins, text, "footer")
    _report(root, left_out, taking)
    said = open_metadata(archive, taking)
    if written := text.text():
        part = Part(
            name="text",
            content=written.encode("utf-8", "replace"),
            media_type="text/plain",
            encoding="utf-8",
            title=said.title,
            published=said.published,
        )
        taking.add(part)
    else:
        taking.note("no-text", "there is no text in it", severity=Severity.ERROR)


def _is_locked(archive: zipfile.ZipFile, taking: Taking) -> bool:
    manifest = xml_member(archive, "META-INF/manifest.xml", taking)
    return manifest is not None and any(True for _ in _named(manifest, "encryption-data"))


def _write(root: etree._Element, text: FlowingText, hidden: frozenset[str]) -> int:
    """Writes an element down; how many hidden passages were left out."""
    left_out = 0
    events = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in events:
        name = local(element)
        if event == "start":
            if name in _LEFT_OUT or _is_hidden(element, hidden):
                left_out += _is_hidden(element, hidden)
                events.skip_subtree()
            else:
                _start(element, name, text)
            continue
        if event == "end" and not _is_hidden(element, hidden):
            _end(element, name, text)
        if element is not root and _is_in_paragraph(element):
            text.write(_spaces(element.tail))
    return left_out


def _start(element: etree._Element, name: str, text: FlowingText) -> None:
    if name in _PARAGRAPHS:
        text.begin_paragraph()
    elif name == "s":
        text.write(" " * _count(element))
    elif name == "tab":
        text.write("\t")
    elif name == "line-break":
        text.write("\n")
    elif name == "note":
        text.begin_note()
    elif _is_table(element):
        text.begin_table()
    elif name in _CELLS:
        text.begin_cell()
    if name in _PARAGRAPHS or _is_in_paragraph(element):
        text.write(_spaces(element.text))


def _end(element: etree._Element, name: str, text: FlowingText) -> None:
    if name in _PARAGRAPHS:
        text.end_paragraph(is_item=_is_item(element))
    elif name == "note":
        text.end_note()
    elif name in _ROWS:
        text.end_row()
    elif _is_table(element):
        text.end_table()


def _is_table(element: etree._Element) -> bool:
    return element.tag == f"{{{_TABLE_SPACE}}}table"


def _is_in_paragraph(element: etree._Element) -> bool:
    """Whether the text around is text: space between the elements of a list or table is none."""
    for one in element.iterancestors():
        name = local(one)
        if name in _PARAGRAPHS:
            return True
        if name not in ("span", "a", "ruby", "ruby-base", "meta", "meta-field"):
            return False
    return False


def _is_item(paragraph: etree._Element) -> bool:
    parent = paragraph.getparent()
    return parent is not None and local(parent) == "list-item" and parent[0] is paragraph


def _hidden_styles(root: etree._Element) -> frozenset[str]:
    return frozenset(
        _value(style, "name")
        for style in _named(root, "style")
        if any(_value(one, "display") == "none" for one in _named(style, "text-properties"))
    )


def _is_hidden(element: etree._Element, hidden: frozenset[str]) -> bool:
    is_text = local(element) in ("span", "p", "h")
    is_section = local(element) == "section" and _value(element, "display") == "none"
    return is_section or (is_text and _value(element, "style-name") in hidden)


def _write_margins(styles: etree._Element | None, text: FlowingText, kind: str) -> None:
    seen: set[str] = set()
    for margin in () if styles is None else _named(styles, kind):
        said = "".join(str(one) for one in margin.itertext())
        if said not in seen and any(letter.isalpha() for letter in said):
            seen.add(said)
            _write(margin, text, frozenset())


def _report(root: etree._Element, hidden: int, taking: Taking) -> None:
    found = [
        ("tracked-deletions", sum(1 for _ in _named(root, "deletion")),
         "passages that were struck out with tracked changes"),
        ("hidden-text", hidden, "passages that are marked as hidden"),
        ("comments-left-out", sum(1 for _ in _named(root, "annotation")), "comments"),
    ]  # fmt: skip
    for code, count, what in found:
        if count:
            taking.note(
                code,
                f"{count} {what} were left out",
                remedy="Open it to see them. They may be more than its sender meant to tell.",
                severity=Severity.NOTE,
            )


def _named(root: etree._Element, name: str) -> Iterator[etree._Element]:
    return (one for one in root.iter() if local(one) == name)


def _spaces(text: str | None) -> str:
    """A run of spaces and line ends in the file is one space; real ones have elements."""
    return _RUN.sub(" ", text) if text else ""


def _count(element: etree._Element) -> int:
    said = _value(element, "c")
    return min(int(said), _MOST_SPACES) if said.isascii() and said.isdigit() else 1


def _value(element: etree._Element, name: str) -> str:
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
