"""Feeds (RSS and Atom): every entry with its title, text, address and date.

Source: RSS 2.0 and 1.0, RFC 4287 (Atom), and the `content` and `dc` modules of RSS 1.0.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from email.utils import parsedate_to_datetime
from html import escape

from lxml import etree

from habeas.model.document import Document
from habeas.model.errors import ValueMalformed
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable

RSS, ATOM = "application/rss+xml", "application/atom+xml"

# Names without their namespaces: feeds mix RSS 0.9 to 2.0 and Atom, and mistake one for another.
_ENTRIES = frozenset({"item", "entry"})
_TEXTS = ("encoded", "content", "description", "summary")
_DATES = ("pubDate", "published", "date", "issued", "updated", "modified")
_CHANNELS = frozenset({"channel", "feed"})
_LONGEST_NAME = 120
_DAY = re.compile(r"\d{4}(?:-\d\d){1,2}")
_TIME = re.compile(r"\d{4}-\d\d-\d\d[T ]")


class FeedUnpacker:
    """One part an entry, as a page of its own: title, then what the feed gives of its text."""

    name = "feed"
    version = "1"
    media_types = frozenset({RSS, ATOM})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            root = _root(content)
            if root is None:
                taking.broken("the feed is damaged: there is no XML in it")
                return taking.parts, taking.problems
            _take(root, taking)
        except TooMuch as much:
            taking.over(much)
        except (etree.LxmlError, ValueError) as failure:
            taking.broken(f"the feed is damaged ({in_words(failure)[:200]})")
        return taking.parts, taking.problems


def _root(content: bytes) -> etree._Element | None:
    """What stands before any damage; no entity is unfolded and nothing fetched."""
    parser = etree.XMLParser(
        recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(content, parser)


def _take(root: etree._Element, taking: Taking) -> None:
    channel = next((one for one in root.iter() if _name(one) in _CHANNELS), root)
    publisher = printable(_text(_child(channel, "title")))
    language = _language(channel)
    entries = [one for one in root.iter() if _name(one) in _ENTRIES]
    for entry in entries:
        title = _text(_child(entry, "title"))
        body = _body(entry)
        if not title and not body:
            continue
        taking.add(
            Part(
                name=printable(title, most=_LONGEST_NAME) or f"entry {len(taking.parts) + 1}",
                content=_page(title, body).encode("utf-8", "replace"),
                media_type="text/html",
                encoding="utf-8",
                url=_address(entry),
                title=printable(title),
                publisher=publisher,
                published=_published(entry),
                language=language,
            )
        )
    if not taking.parts:
        taking.note("feed-empty", "there is no entry with words in it", severity=Severity.ERROR)


def _page(title: str, body: str) -> str:
    heading = f"<h1>{escape(title, quote=False)}</h1>\n" if title else ""
    return f"<!DOCTYPE html>\n<article>\n{heading}{body}\n</article>\n"


def _body(entry: etree._Element) -> str:
    """The longest text the entry has, as HTML."""
    found = [_html(one) for one in entry if _name(one) in _TEXTS]
    return max(found, key=len, default="")


def _html(element: etree._Element) -> str:
    if element.get("type") == "xhtml":
        return "".join(
            etree.tostring(child, encoding="unicode", method="html", with_tail=False)
            for child in element.iterchildren(tag=etree.Element)
        )
    text = "".join(element.itertext()).strip()
    # RSS never says whether a description is text or HTML; Atom does.
    is_html = element.get("type") == "html" or re.search(r"</?[a-zA-Z][^<>]*>|&#?\w+;", text)
    return text if is_html else "\n".join(_paragraphs(text))


def _paragraphs(text: str) -> list[str]:
    return [f"<p>{escape(one, quote=False)}</p>" for one in re.split(r"\n\s*\n", text) if one]


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _child(element: etree._Element, *names: str) -> etree._Element | None:
    children = {_name(one): one for one in reversed(element)}
    return next((children[name] for name in names if name in children), None)


def _text(element: etree._Element | None) -> str:
    """The words of an element as one line; titles too come with tags in them."""
    if element is None:
        return ""
    return " ".join(re.sub(r"</?[a-zA-Z][^<>]*>", " ", "".join(element.itertext())).split())


def _address(entry: etree._Element) -> str:
    links = [one for one in entry if _name(one) == "link"]
    links.sort(key=lambda one: one.get("rel", "alternate") != "alternate")
    written = [(one.get("href") or one.text or "").strip() for one in links]
    written += [_text(_child(entry, "guid", "id"))]
    return next((one for one in written if re.fullmatch(r"https?://\S{1,2000}", one)), "")


def _published(entry: etree._Element) -> PartialDate | None:
    for name in _DATES:
        if found := _date(_text(_child(entry, name))):
            return found
    return None


def _date(written: str) -> PartialDate | None:
    try:
        if _DAY.fullmatch(written):
            return PartialDate(written)
        is_iso = _TIME.match(written) is not None
        at = datetime.fromisoformat(written) if is_iso else parsedate_to_datetime(written)
        return PartialDate(at.isoformat(timespec="minutes"))
    except (ValueError, TypeError, IndexError, OverflowError, ValueMalformed):
        return None


def _language(channel: etree._Element) -> str:
    said = _text(_child(channel, "language")) or next(
        (value for name, value in channel.attrib.items() if str(name).endswith("}lang")), ""
    )
    found = re.match(r"[a-z]{2}", str(said).lower())
    return found[0] if found else ""
