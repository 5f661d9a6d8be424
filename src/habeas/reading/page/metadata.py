"""What a page says of itself: title, day of publication, publisher, language, address.

Source: Open Graph protocol (ogp.me), schema.org NewsArticle in JSON-LD, Dublin Core in meta tags,
and WHATWG HTML for `lang`, `<time>` and `rel=canonical`. The first that says something is believed.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from habeas.model.partial_date import PartialDate
from habeas.reading.page.blocks import Page
from habeas.reading.page.tokens import Token
from habeas.reading.stated_date import stated_date

_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article.published",
    "publishdate", "publish-date", "publish_date", "pubdate", "published", "publication_date",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created",
    "dc.date", "dcterms.date", "citation_publication_date", "date",
)  # fmt: skip
_PUBLISHER_NAMES = ("og:site_name", "publisher", "dc.publisher", "application-name")
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title")
_ADDRESS_NAMES = ("og:url", "twitter:url")
_LONGEST_LINKED_DATA = 500_000
_ARTICLE_TYPE = re.compile(r"Article|Posting|Report")
_LANGUAGE = re.compile(r"(?P<primary>[A-Za-z]{2,3})(?:[-_]\w+)*")
_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Empty where the page does not say."""

    title: str
    publisher: str
    language: str
    url: str
    published: PartialDate | None


def metadata_of(page: Page, source: str) -> Metadata:
    """What the page says of itself."""
    named = _named(page)
    linked = next(_articles(page, source), {})
    return Metadata(
        title=_line(
            _first(named, _TITLE_NAMES) or _text(linked.get("headline")) or _title(page, source)
        ),
        publisher=_line(_first(named, _PUBLISHER_NAMES) or _name(linked.get("publisher"))),
        language=_language(page, named),
        url=_address(page, named),
        published=_published(page, named, linked),
    )


def titles_of(page: Page, source: str) -> str:
    """What stands in the page's title tag."""
    written = (source[token.raw_start : token.raw_end] for token, _ in _tags(page, "title"))
    return html.unescape(next(written, "")[:_LONGEST])


def _named(page: Page) -> dict[str, str]:
    """Content of meta tags under their names, in small letters; the first of each."""
    named: dict[str, str] = {}
    for token, attributes in page.facts:
        if token.name == "meta":
            for key in ("property", "name", "itemprop"):
                if attributes.get(key) and attributes.get("content", "").strip():
                    named.setdefault(attributes[key].strip().lower(), attributes["content"].strip())
    return named


def _first(named: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((named[name] for name in names if name in named), "")


def _tags(page: Page, name: str) -> Iterator[tuple[Token, Mapping[str, str]]]:
    return ((token, attributes) for token, attributes in page.facts if token.name == name)


def _title(page: Page, source: str) -> str:
    headline = next((page.text_of(block) for block in page.blocks if block.tag == "h1"), "")
    return headline or titles_of(page, source)


def _published(
    page: Page, named: Mapping[str, str], linked: Mapping[str, Any]
) -> PartialDate | None:
    written = [named[name] for name in _DATE_NAMES if name in named]
    written.append(_text(linked.get("datePublished")))
    times = [attributes for _, attributes in _tags(page, "time")]
    marked = [one for one in times if "pubdate" in one or one.get("itemprop") == "datePublished"]
    # One time on the page is that of the page; of several, any may be a teaser's.
    days = {one.get("datetime", "")[:10] for one in times}
    written += [one.get("datetime", "") for one in (marked or (times if len(days) == 1 else []))]
    return next((date for date in map(stated_date, written) if date), None)


def _language(page: Page, named: Mapping[str, str]) -> str:
    said = [
        attributes.get("lang") or attributes.get("xml:lang", "")
        for _, attributes in _tags(page, "html")
    ]
    said += [
        named.get(name, "") for name in ("content-language", "og:locale", "language", "inlanguage")
    ]
    found = next(
        (one for one in (_LANGUAGE.fullmatch(words.strip()) for words in said) if one), None
    )
    return found["primary"].lower() if found else ""


def _address(page: Page, named: Mapping[str, str]) -> str:
    said = [
        attributes.get("href", "").strip()
        for _, attributes in _tags(page, "link")
        if "canonical" in attributes.get("rel", "").lower().split()
    ]
    said.append(_first(named, _ADDRESS_NAMES))
    return next((one for one in said if _ADDRESS.fullmatch(one)), "")


def _articles(page: Page, source: str) -> Iterator[dict[str, Any]]:
    """Articles described in JSON-LD at the top, in a graph, or as the main entity of the page."""
    for token, attributes in _tags(page, "script"):
        written = source[
            token.raw_start : min(token.raw_end, token.raw_start + _LONGEST_LINKED_DATA)
        ]
        if "ld+json" not in attributes.get("type", "").lower():
            continue
        try:
            waiting = [json.loads(written)]
        except (ValueError, RecursionError):
            continue
        while waiting:
            one = waiting.pop(0)
            if isinstance(one, list):
                waiting += one
            elif isinstance(one, dict):
                if _ARTICLE_TYPE.search(str(one.get("@type"))):
                    yield one
                waiting += [one[key] for key in ("@graph", "mainEntity") if key in one]


def _text(value: object) -> str:
    return html.unescape(value) if isinstance(value, str) else ""


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return _text(value.get("name")) if isinstance(value, dict) else _text(value)


def _line(words: str) -> str:
    """The words on one line, as far as a title goes."""
    return " ".join(words.split())[:_LONGEST]
