"""Of a book each chapter is a web page, in the order of reading."""

from __future__ import annotations

from habeas.model.partial_date import PartialDate
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.unpackers.epub import EpubUnpacker
from tests.unit.reading.renderers.test_plain_text import document_of
from tests.unit.reading.unpackers.made_office import epub_of, epub_report, packed, repacked
from tests.unit.reading.unpackers.unpacking import codes, unpack

PAGE = "<html><body><p>Hanna Verba was held.</p></body></html>"


def test_chapters_come_in_the_order_of_the_book_with_what_it_says_of_itself() -> None:
    parts, problems = unpack(EpubUnpacker(), epub_report())
    assert [part.name for part in parts] == ["book/z first.xhtml", "book/a.xhtml"]
    assert {part.media_type for part in parts} == {"text/html"}
    assert {part.title for part in parts} == {"Held in Norland"}
    assert {part.publisher for part in parts} == {"Watch"}
    assert {part.published for part in parts} == {PartialDate("2031-05")}
    assert {part.language for part in parts} == {"en"}
    assert problems == []


def test_a_chapter_is_read_as_a_web_page() -> None:
    parts, _ = unpack(EpubUnpacker(), epub_report())
    rendition, _ = HtmlRenderer().render(document_of(parts[1].content), parts[1].content)
    assert rendition is not None
    assert rendition.text.strip() == "Її взяли."


def test_a_missing_chapter_is_said_and_the_others_are_read() -> None:
    book = repacked(epub_report(), {"book/z first.xhtml": None})
    parts, problems = unpack(EpubUnpacker(), book)
    assert [part.name for part in parts] == ["book/a.xhtml"]
    assert codes(problems) == ["member-missing"]


def test_without_a_list_of_chapters_all_pages_are_read() -> None:
    book = packed(
        {"mimetype": "application/epub+zip", "b.html": PAGE, "a.xhtml": PAGE, "c.css": ""}
    )
    parts, _ = unpack(EpubUnpacker(), book)
    assert [part.name for part in parts] == ["a.xhtml", "b.html"]


def test_a_locked_chapter_says_that_it_needs_its_password() -> None:
    locked = '<encryption><CipherReference URI="book/a.xhtml"/></encryption>'
    book = repacked(epub_report(), {"META-INF/encryption.xml": locked})
    parts, problems = unpack(EpubUnpacker(), book)
    assert [part.name for part in parts] == ["book/z first.xhtml"]
    assert codes(problems) == ["needs-password"]


def test_a_name_that_climbs_opens_nothing() -> None:
    _, problems = unpack(EpubUnpacker(), repacked(epub_of({"../../etc/passwd": PAGE}), {}))
    assert "no-text" in codes(problems) or "member-missing" in codes(problems)


def test_a_list_of_chapters_with_entities_of_its_own_is_refused() -> None:
    trap = '<!DOCTYPE p [<!ENTITY a "b">]><package>&a;</package>'
    _, problems = unpack(EpubUnpacker(), repacked(epub_report(), {"book/all.opf": trap}))
    assert codes(problems) == ["xml-entities"]


def test_a_book_without_chapters_is_said() -> None:
    assert codes(unpack(EpubUnpacker(), epub_of({}))[1]) == ["no-text"]
