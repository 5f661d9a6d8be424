"""From a web page the article is read, at its places in the source, and nothing around it."""

import resource
from pathlib import Path

import pytest

from habeas.model.document import DateBasis
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.reading.page import article
from habeas.reading.renderers.html import HtmlRenderer
from tests.unit.reading.renderers.test_plain_text import codes, document_of, shown

PAGES = Path(__file__).parent.parent / "pages"


def render(source: str, encoding: str = "utf-8") -> tuple[Rendition | None, list[Problem]]:
    content = source.encode(encoding)
    rendition, problems = HtmlRenderer().render(document_of(content), content)
    return rendition, list(problems)


def read(source: str, encoding: str = "utf-8") -> Rendition:
    rendition, _ = render(source, encoding)
    assert rendition is not None
    return rendition


def page(name: str) -> str:
    return (PAGES / f"{name}.html").read_text(encoding="utf-8")


HERALD_SHOWS = """\
Two reporters held in Veltany after\u00a0search
Their editor calls the charges “fabricated” and asks for consular access.
Hanna Verba and Marko Sova, who report for the Orsa Herald, were detained in Veltany on \
2\u00a0April, their editor said on Thursday.
Security officers searched the office for seven hours — "without a warrant", the paper’s lawyer \
said & repeated in court.
About 40 citizens of Orsa are currently held in Veltany on politically motivated charges, \
according to the foreign ministry.
“We demand that they be released at once,” said the minister, Taras Lono.
The court extended the arrest of Sova until 2\u00a0June\u00a02031. It gave no reason.
Verba faces up to ten years under Article 275.
Sova faces up to five years."""
VISTI_SHOWS = """\
У Вельтані затримали двох журналістів
Журналістів Ганну Вербу та Марка Сову затримали у Вельтані 2 квітня, повідомив редактор газети \
«Вісті Орси».
Силовики обшукували редакцію сім годин, ордера не показали, каже адвокатка Дарина Мін.
За даними міністерства, у Вельтані утримують близько 40 громадян Орси.
Обом загрожує до десяти років позбавлення волі."""
HERALD, VISTI = HERALD_SHOWS.split("\n"), VISTI_SHOWS.split("\n")
VESTNIK = [
    "В Вельтане арестованы двое журналистов",
    "Журналисты Анна Верба и Марк Сова арестованы в Вельтане на два месяца, сообщил их адвокат.",
    'Обыск в редакции длился семь часов. "Ордера не показали", - сказала адвокат Дарина Мин.',
    "По данным министерства, в Вельтане содержатся около 40 граждан Орсы.",
]


@pytest.mark.parametrize(
    ("name", "encoding", "paragraphs"),
    [("herald", "utf-8", HERALD), ("visti", "utf-8", VISTI), ("vestnik", "cp1251", VESTNIK)],
)
def test_the_article_and_nothing_else_is_read(
    name: str, encoding: str, paragraphs: list[str]
) -> None:
    assert shown(read(page(name), encoding)) == paragraphs


def test_a_quote_finds_its_place_in_the_source() -> None:
    rendition = read(page("herald"))
    (paragraph,) = (
        p for p in rendition.paragraphs if "Security" in rendition.text[p.start : p.end]
    )
    place = rendition.offsets.to_captured(paragraph)
    assert rendition.captured[place.start : place.end] == (
        "Security officers searched the office for <em>seven</em> hours &#8212; &#34;without a "
        "warrant&#34;, the paper&rsquo;s lawyer said &amp; repeated in court."
    )


def test_what_is_left_out_is_masked_with_a_word_why() -> None:
    rendition = read(page("herald"))
    reasons = {reason for _, reason in rendition.furniture}
    assert reasons == {
        "dialog", "header", "menu", "outside", "share", "caption", "advertisement", "related",
        "links", "footer", "comments", "aside",
    }  # fmt: skip
    assert all(rendition.text[span.start : span.end].isspace() for span, _ in rendition.furniture)
    assert not any(
        span.touches(paragraph)
        for span, _ in rendition.furniture
        for paragraph in rendition.paragraphs
    )


def test_what_a_page_says_of_itself_is_learned() -> None:
    rendition = read(page("herald"))
    assert rendition.title == "Two reporters held in Veltany after search"
    assert rendition.published == PartialDate("2031-04-03")
    assert rendition.published_basis is DateBasis.METADATA
    assert (rendition.publisher, rendition.language) == ("Orsa Herald", "en")
    assert rendition.url == "https://herald.example/world/two-reporters-held?a=1&b=2"


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ('<meta name="date" content="03.04.2031">', "2031-04-03"),
        ('<meta itemprop="datePublished" content="2031-04-03">', "2031-04-03"),
        ('<meta property="article:modified_time" content="2031-04-03">', None),
        ('<meta name="date" content="yesterday">', None),
        ('<time datetime="2031-04-03T10:00">3 April</time>', "2031-04-03"),
        ('<time datetime="2031-04-03"></time><time datetime="2030-01-01"></time>', None),
        ('<time datetime="2030-01-01"></time><time pubdate datetime="2031-04-03">', "2031-04-03"),
    ],
)
def test_the_day_of_publication_is_read_from_metadata(head: str, date: str | None) -> None:
    rendition = read(f"<html><head>{head}</head><p>Hanna Verba was held in Veltany.</p>")
    assert rendition.published == (date and PartialDate(date))


@pytest.mark.parametrize(
    ("data", "date"),
    [
        ('{"@type":"NewsArticle","datePublished":"2031-04-03"}', "2031-04-03"),
        ('[{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2031-04-03"}]', "2031-04-03"),
        ('{"mainEntity":{"@type":"Article","datePublished":"2031-04-03"}}', "2031-04-03"),
        ('{"@type":"WebSite","datePublished":"2020-01-01"}', None),
        (
            '{"@type":"ItemList","itemListElement":[{"@type":"Article","datePublished":"2020"}]}',
            None,
        ),
        ("{broken", None),
        ('"a text"', None),
        ("[" * 100_000, None),
    ],
)
def test_the_day_of_publication_is_read_from_linked_data(data: str, date: str | None) -> None:
    head = f'<script type="application/ld+json">{data}</script>'
    rendition = read(f"<html><head>{head}</head><p>Hanna Verba was held in Veltany.</p>")
    assert rendition.published == (date and PartialDate(date))


@pytest.mark.parametrize(
    ("source", "title"),
    [
        ("<title>A &amp; B\n held</title><p>x", "A & B held"),
        ("<title>Site</title><h1>Two held</h1><p>x", "Two held"),
        ("<p>x", ""),
    ],
)
def test_the_title_is_found_without_metadata(source: str, title: str) -> None:
    assert read(source).title == title


@pytest.mark.parametrize("lang", ["uk", "uk-UA", "UK", "uk_UA"])
def test_the_language_is_the_primary_one(lang: str) -> None:
    assert read(f'<html lang="{lang}"><p>x').language == "uk"
    assert read("<html lang=''><p>x").language == ""


@pytest.mark.parametrize("address", ["/local", "javascript:alert(1)", "ftp://x", ""])
def test_an_address_that_is_none_is_not_learned(address: str) -> None:
    assert read(f'<link rel=canonical href="{address}"><p>x').url == ""


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("", "empty-file"),
        ("<html><body></body></html>", "no-text"),
        ("<script>document.write('x')</script>", "no-text"),
        ("<frameset cols=2><frame src=a.html><frame src=b.html></frameset>", "frames"),
    ],
)
def test_a_page_that_shows_nothing_says_why(source: str, code: str) -> None:
    rendition, problems = render(source)
    assert rendition is None
    assert codes(problems) == [code]


@pytest.mark.parametrize(
    "source",
    [
        "<div><p>Hanna Verba was held in Veltany.",
        "<p>Hanna Verba was held in Veltany.</p></div></body></html></p>",
        "<table><tr><td><p>Hanna Verba was held in Veltany.",
        "<p>Hanna Verba was held in Veltany.<a href='",
        "<p>Hanna Verba was held in Veltany.<!-- cut",
        "<p>Hanna Verba was held in Veltany.<scr",
        "<b><i><p>Hanna Verba was held in Veltany.</b></i>",
        "Hanna Verba was held in Veltany.",
    ],
)
def test_broken_pages_are_read_as_far_as_they_go(source: str) -> None:
    assert shown(read(source)) == ["Hanna Verba was held in Veltany."]


def test_a_page_too_deep_for_the_article_finder_is_told_apart_by_tags() -> None:
    rendition, problems = render("<div>" * 50_000 + "<p>Hanna Verba was held in Veltany.")
    assert rendition is not None
    assert shown(rendition) == ["Hanna Verba was held in Veltany."]
    assert codes(problems) == ["article-by-tags"]


def test_without_the_article_finder_tags_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article, "LARGEST_SOURCE", 10)
    rendition, problems = render(page("herald"))
    assert rendition is not None
    assert codes(problems) == ["article-by-tags"]
    assert set(HERALD) <= set(shown(rendition))
    kept = " ".join(shown(rendition))
    for furniture in ("cookies", "Sailors freed", "Storm kills", "were spies", "two sailors"):
        assert furniture not in kept


def test_an_article_finder_that_fails_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_given: object, **_named: object) -> None:
        raise RecursionError

    monkeypatch.setattr("trafilatura.bare_extraction", fail)
    rendition, problems = render(page("visti"))
    assert rendition is not None
    assert codes(problems) == ["article-by-tags"]
    assert set(VISTI) <= set(shown(rendition))


def test_a_name_that_would_leave_out_the_whole_page_is_not_believed() -> None:
    text = page("visti").replace('class="wrap"', 'class="popup"')
    assert set(VISTI) <= set(shown(read(text)))


def test_a_front_page_is_read_and_reported() -> None:
    links = "".join(
        f"<div><a href=/{n}>Two reporters held in town {n}</a></div>" for n in range(30)
    )
    rendition, problems = render(f"<html><body>{links}</body></html>")
    assert rendition is not None
    assert len(rendition.paragraphs) == 30
    assert codes(problems) == ["article-by-tags"]


@pytest.mark.slow
def test_one_line_of_a_hundred_megabytes_is_read_in_bounded_memory() -> None:
    content = b"<html><body><p>" + b"Hanna Verba was held. " * 4_545_455
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    rendition, _ = HtmlRenderer().render(document_of(content), content)
    assert rendition is not None
    assert len(rendition.paragraphs) == 1
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 1_500_000  # kilobytes


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    [
        '<a b="',
        "<a",
        "<!--x",
        "&a",
        "<![",
        "</",
        "<",
        "<p>x",
        "<i>",
        "<script><!--",
        "<td>",
        "<br>",
    ],
)
def test_malformed_source_takes_time_in_step_with_its_length(piece: str) -> None:
    """300 kB of each: with anything worse than in step, this would run for minutes."""
    rendition, problems = render(piece * (300_000 // len(piece)))
    assert rendition is not None or problems
