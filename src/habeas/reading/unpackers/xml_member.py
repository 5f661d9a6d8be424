"""XML inside a ZIP (DOCX, ODT, EPUB), read whatever state it is in, with no entity unfolded."""

from __future__ import annotations

import zipfile

from lxml import etree

from habeas.model.problem import Severity
from habeas.reading.unpackers.allowance import Taking, in_words, printable
from habeas.reading.unpackers.zip_file import BROKEN, is_encrypted


def xml_member(
    archive: zipfile.ZipFile, name: str, taking: Taking, *, is_needed: bool = False
) -> etree._Element | None:
    """The root of a member; None where it is missing or nothing of it can be read.

    Of a damaged one, what can be read is; a problem says so. Raises: TooMuch.
    """
    if name not in archive.namelist():
        if is_needed:
            taking.note("member-missing", f"its part {name} is missing", severity=Severity.ERROR)
        return None
    content = _content(archive, name, taking)
    if content is None:
        return None
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.LxmlError, ValueError) as failure:
        _damaged(taking, name, in_words(failure))
        return None
    if _has_entities(root):
        taking.note(
            "xml-entities",
            f"its part {name} defines entities of its own, as no such file does and traps do; "
            "it was not read",
            severity=Severity.ERROR,
        )
        return None
    if len(parser.error_log):
        _damaged(taking, name, parser.error_log[0].message)
    return root


def local(element: etree._Element) -> str:
    """The name without its namespace; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _content(archive: zipfile.ZipFile, name: str, taking: Taking) -> bytes | None:
    member = archive.getinfo(name)
    if is_encrypted(member):
        needs_password(taking)
        return None
    try:
        with archive.open(member) as file:
            return taking.to_the_end(file.read)
    except BROKEN as failure:
        _damaged(taking, name, in_words(failure))
        return None


def needs_password(taking: Taking) -> None:
    """Notes that nobody reads it without one."""
    taking.note(
        "needs-password",
        "it opens only with a password",
        remedy="Open it, save it without the password, and capture that copy as well.",
        severity=Severity.ERROR,
    )


def _has_entities(root: etree._Element) -> bool:
    declared = root.getroottree().docinfo.internalDTD
    return declared is not None and any(True for _ in declared.iterentities())


def _damaged(taking: Taking, name: str, why: str) -> None:
    taking.note(
        "member-damaged",
        f"its part {name} is damaged ({printable(why)})",
        remedy="The whole is kept. Open it, save it anew, and capture that copy as well.",
    )
