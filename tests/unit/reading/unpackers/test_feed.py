"""Feeds give up their entries as pages, each with its address and date."""

import pytest

from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.model.rendition import Rendition
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.unpackers.feed import FeedUnpacker
from tests.unit.reading.unpackers.wholes import codes, names, unpack, whole

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Вісті Сарнови</title><language>uk-UA</language>
<item><title>Two held in Sarnova</title><link>https://visti.example/1</link>
<pubDate>Sun, 04 May 2031 10:30:00 +0300</pubDate>
<description>Short.</description>
<content:encoded><![CDATA[<p>Olha B. was arrested.</p>
<p>Taras C. was &amp; is held.</p>]]></content:encoded>
</item><item><description>No title, and 3 &lt; 5.</description></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Open Door</title>
<entry><title type="html">One &lt;b&gt;held&lt;/b&gt;</title>
<link rel="self" href="https://door.example/1.xml"/><link href="https://door.example/1"/>
<published>2031-05-04T10:30:15Z</published>
<content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>Iryna D. was held.</p></div></content>
</entry></feed>"""
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
)


def read(feed: str | bytes) -> tuple[list[Part], list[str]]:
    parts, problems = unpack(FeedUnpacker(), feed if isinstance(feed, bytes) else feed.encode())
    return parts, codes(problems)


def rendition_of(part: Part) -> Rendition:
    rendition, _ = HtmlRenderer().render(whole(part.content, "text/html"), part.content)
    assert rendition
    return rendition


def test_entries_of_rss_are_pages_with_what_the_feed_says_of_them() -> None:
    (first, second), problems = read(RSS)
    assert (first.name, first.url) == ("Two held in Sarnova", "https://visti.example/1")
    assert (first.publisher, first.language) == ("Вісті Сарнови", "uk")
    assert first.published == PartialDate("2031-05-04T10:30+03:00")
    assert second.name == "entry 2"
    assert problems == []


def test_every_word_of_an_entry_is_read() -> None:
    first, second = read(RSS)[0]
    for part, words in [
        (first, ["Two held in Sarnova", "Olha B. was arrested.", "Taras C. was & is held."]),
        (second, ["No title, and 3 < 5."]),
    ]:
        rendition = rendition_of(part)
        assert [rendition.text[one.start : one.end] for one in rendition.paragraphs] == words


def test_entries_of_atom_too() -> None:
    (part,), problems = read(ATOM)
    assert (part.title, part.url) == ("One held", "https://door.example/1")
    assert part.published == PartialDate("2031-05-04T10:30+00:00")
    assert part.language == "en"
    assert b"<p>Iryna D. was held.</p>" in part.content
    assert problems == []


@pytest.mark.parametrize("entity", ["&b;", "&x;"])
def test_entities_are_neither_unfolded_nor_fetched(entity: str) -> None:
    feed = f"{BOMB}<rss><channel><item><title>Held {entity}</title></item></channel></rss>"
    (part,), _ = read(feed)
    assert b"lol" not in part.content
    assert b"root" not in part.content


def test_a_feed_cut_off_gives_what_came_before() -> None:
    assert names(read(RSS[: RSS.index("No title")])[0])[0] == "Two held in Sarnova"


def test_a_feed_without_entries_says_so() -> None:
    assert read("<rss><channel/></rss>") == ([], ["feed-empty"])
    assert read(b"")[1] == ["unpack-failed"]
