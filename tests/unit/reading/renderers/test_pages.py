"""Saved pages of six makes: the article is kept, the rest is not, and offsets are right."""

import pytest

from habeas.model.claim import EventClaim
from habeas.reading.lists.division import divided
from habeas.reading.readers.list import ListReader
from habeas.text.markup import folded, shown_text
from tests.unit.reading.renderers.test_html import page, read
from tests.unit.reading.renderers.test_plain_text import shown

# The page, how many paragraphs it has, how its first and last go on and end, and what is left out.
CASES = [
    ("soup", "utf-8", 6, "Суд у Нижньому Місті", "Вирок мають оголосити 20 травня.",
     ["Головна", "Читайте також", "Погода", "Поділитися", "Останні новини", "Курс валют", "©"]),
    ("telegram", "utf-8", 3, "Hanna Verba was taken", "was not let into the hearing.",
     ["subscribers", "Download", "3.1K", "18:03", "Join the channel"]),
    ("amp", "utf-8", 5, "Olena Dub, a teacher", "where about 30 people waited.",
     ["Home", "Menu", "privacy", "Accept", "gate of the Norland", "Advertisement", "Copyright",
      "recipes", "Related"]),
    ("quotes", "utf-8", 15, "Relatives of 14 people", "themselves and is not complete.",
     ["Reports", "Photo", "freed last week", "This is all lies", "mayor", "cookies", "Agree"]),
    ("old", "cp1251", 5, "Суд Верхнего Города", "нет ни одного свидетеля.",
     ["На главную", "Архив", "Политика", "Объявления", "Copyright", "Реклама"]),
    ("blog", "utf-8", 6, "Журналістка Марія Гай", "сказала вона.",
     ["Інтерв", "Реклама", "Читайте також", "Поділитися", "Теги", "Попередній", "мого брата",
      "Популярне", "cookie", "Прийняти"]),
]  # fmt: skip
MARKED_QUOTES = ["“Our brothers have not been heard of", "“Three notes, and not one answer,”"]


@pytest.mark.parametrize(("name", "encoding", "count", "first", "last", "gone"), CASES)
def test_the_article_is_kept_and_what_is_around_it_is_not(
    name: str, encoding: str, count: int, first: str, last: str, gone: list[str]
) -> None:
    kept = shown(read(page(name), encoding))
    assert len(kept) == count
    assert any(line.startswith(first) for line in kept)
    assert any(line.endswith(last) for line in kept)
    assert [words for words in gone if any(words in line for line in kept)] == []


@pytest.mark.parametrize(("name", "encoding"), [(case[0], case[1]) for case in CASES])
def test_every_paragraph_stands_where_the_source_has_it(name: str, encoding: str) -> None:
    rendition = read(page(name), encoding)
    for span in rendition.paragraphs:
        place = rendition.offsets.to_captured(span)
        words = rendition.text[span.start : span.end].split()
        source = rendition.captured[place.start : place.end]
        assert source.startswith(words[0])
        assert source.endswith(words[-1])


def test_quotations_in_blocks_of_their_own_are_kept() -> None:
    kept = shown(read(page("quotes")))
    assert all(any(line.startswith(words) for line in kept) for words in MARKED_QUOTES)


@pytest.mark.parametrize(
    ("name", "date"), [("amp", "2031-06-11"), ("quotes", "2031-07-01"), ("blog", "2031-08-24")]
)
def test_the_day_of_publication_is_the_pages_own(name: str, date: str) -> None:
    assert str(read(page(name)).published) == date


def test_a_list_of_people_in_a_page_is_read_cell_by_cell_at_its_places() -> None:
    rendition = divided(read(page("quotes")), "text/html")
    (span,) = rendition.tables
    lines = [line.strip(" ") for line in rendition.text[span.start : span.end].split("\n")]
    assert [[cell.strip() for cell in line.split("\t")] for line in lines] == [
        ["Name", "Date of arrest", "Place of detention"],
        ["Hanna Verba", "2031-05-02", "Norland remand prison"],
        ["Oleh Dub", "", "Harbour colony no. 2"],
    ]
    claims, _ = ListReader().read(rendition)
    for claim in claims:
        place = claim.quote.span
        source = rendition.captured[place.start : place.end]
        assert shown_text(source) == folded(claim.quote.text)
    held = [claim for claim in claims if isinstance(claim, EventClaim) and claim.event == "held"]
    assert [claim.place.text for claim in held if claim.place] == [
        "Norland remand prison",
        "Harbour colony no. 2",
    ]


def test_cells_over_several_columns_and_rows_keep_the_others_in_their_columns() -> None:
    source = (
        "<table><tr><th rowspan=2>Name<th colspan=2>Arrest<th rowspan=2>Court</tr>"
        "<tr><th>date<th>place</tr><tr><td>Hanna Verba<td>2031<td><td>Lower Court</tr></table>"
    )
    rendition = divided(read(f"<p>The list follows below here.</p>{source}"), "text/html")
    claims, _ = ListReader().read(rendition)
    events = {str(claim.event): claim for claim in claims if isinstance(claim, EventClaim)}
    assert sorted(events) == ["arrested", "tried"]
    court = events["tried"].court
    assert court is not None
    assert court.text == "Lower Court"
