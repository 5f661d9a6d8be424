"""Lists as people keep them, in three languages, with all that goes wrong in them."""

import io
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook

from habeas.model.attribute import Attribute
from habeas.model.claim import AttributeClaim, EventClaim
from habeas.model.partial_date import PartialDate
from habeas.reading.cells import cell_of
from habeas.reading.readers.list import ListReader
from habeas.reading.unpackers.open_sheet import OpenSheetUnpacker
from habeas.reading.unpackers.table import TableUnpacker
from habeas.reading.unpackers.workbook import WorkbookUnpacker
from tests.lists import codes, events, read, rendered, told
from tests.unit.reading.unpackers.test_workbook import CELL, ROW, ods
from tests.unit.reading.unpackers.wholes import unpack

HERE = Path(__file__).parent
UKRAINIAN = (HERE / "ukrainian.txt").read_text("utf-8")
RUSSIAN = (HERE / "russian.txt").read_text("utf-8")
ENGLISH = (HERE / "english.txt").read_text("utf-8")


def test_a_ukrainian_list_with_a_title_two_lines_of_headings_and_a_total() -> None:
    assert events(UKRAINIAN) == [
        '2030-03-12("12.03.2030") arrested place="Нижні Броди"/place',
        '- charged charge={article="205.5" part="2" code="УК РФ" words="ч. 2 ст. 205.5 УК РФ"}',
        '- sentenced sentence={duration=P7Y words="7"}',
        '- held place="СІЗО-1"/place',
        '2030("03/04/2030") arrested',
        '- charged charge={article="275" words="275"}',
        '- held place="ВК-10"/place',
        '- held place="СІЗО-2"/place',
        '2030-23("осінь 2030") arrested',
        '- figure:other quantity=exact:3("3")',
    ]


def test_what_the_cells_say_of_a_person_stands_in_the_words_of_the_cells() -> None:
    about = [line for line in told(UKRAINIAN) if "Мельник" in line and "attribute" in line]
    assert about == [
        '- attribute:name subject="Мельник Іван" value="Мельник Іван"',
        '- attribute:family_name subject="Мельник Іван" value="Мельник"',
        '- attribute:given_name subject="Мельник Іван" value="Іван"',
        '- attribute:birth_date subject="Мельник Іван" value=1974-08',
        '- attribute:sex subject="Мельник Іван" value="male"',
    ]


def test_what_is_doubtful_is_told_with_its_cell() -> None:
    _, problems = read(UKRAINIAN)
    doubtful = [problem for problem in problems if problem.code == "cell-doubtful"]
    assert [problem.what for problem in doubtful] == [
        "cell F6 ('03/04/2030'): day and month can be read either way, so only the year is kept"
    ]
    rendition = rendered(UKRAINIAN)
    for problem in doubtful:
        assert problem.span is not None
        assert cell_of(rendition.captured, problem.span.start) == "F6"


def test_titles_notes_and_narrative_cells_stay_prose_and_nothing_else_does() -> None:
    rendition = rendered(UKRAINIAN)
    prose = [rendition.text[span.start : span.end] for span in rendition.paragraphs]
    assert prose == [
        "Список затриманих станом на 1 березня 2031",
        "Її забрали вдома.",
        "Херсонська громада",
        "Дані уточнюються",
    ]


SENTENCED = (
    '2030-12-01("01.12.2030") sentenced sentence={duration=P12Y regime="строгого режима" '
    'words="12 лет"} court="Белозёрский суд"/body via="https://example.org/1"'
)


def test_a_russian_list_with_the_name_in_three_columns() -> None:
    assert events(RUSSIAN) == [
        '2030-02-05("05.02.2030") arrested place="г. Белозёрск"/place via="https://example.org/1"',
        SENTENCED,
        '2030-12-24("24.12.2030") exchanged form=exchanged via="https://example.org/1"',
        '../2029("до 2029") arrested via="Вестник"',
        '- sentenced sentence={kind=life} via="Вестник"',
    ]
    claims, _ = read(RUSSIAN)
    names = {claim.subject.label for claim in claims if isinstance(claim, AttributeClaim)}
    assert names == {"Егор Петрович Сосна", "Анна Сосна"}


def test_an_english_list_with_a_day_number_and_a_private_column() -> None:
    assert events(ENGLISH) == [
        '2030-03-12("2030-03-12") arrested agent="border police"/body',
        '- charged charge={article="275" part="2" words="275"} charge={words="treason"}',
        '- sentenced sentence={duration=P7Y words="7"}',
        '- held place="Port Harrow prison"/place holder="Ministry of Order"/body',
        '2031-01-02("2031-01-02") released form=pardoned',
    ]
    _, problems = read(ENGLISH)
    what = [problem.what for problem in problems if problem.code == "cell-doubtful"]
    assert len(what) == 3
    assert "cell D3 ('44197'): a day number of a spreadsheet program" in what[1]
    assert not any("555" in line for line in told(ENGLISH))


def test_a_heading_that_is_not_understood_is_told_once_with_what_to_do() -> None:
    _, problems = read("Name | Arrested | Hat\nHanna Verba | 2030 | red\nOleh Dub | 2030 | blue")
    unread = [problem for problem in problems if problem.code == "columns-not-read"]
    assert [problem.what for problem in unread] == [
        "what stands under these headings was not read: C ('Hat')"
    ]
    assert "name it by a usual word" in unread[0].remedy


@pytest.mark.parametrize("word", ["n/a", "—", "-", "невідомо", "неизвестно", "?", "н/д", "…"])
def test_a_cell_that_says_nothing_is_known_gives_nothing_and_no_problem(word: str) -> None:
    table = f"Name | Date of arrest | Sex | Age | Court\nHanna Verba | {word} | {word} | {word} |"
    assert events(table) == []
    assert codes(table) == ["name-order"]


def test_the_order_of_names_is_decided_for_the_whole_column() -> None:
    table = "Detainee | Arrested\nVerba Hanna | 2030\nDub Xyzzy | 2030\nSosna Olha | 2030"
    claims, problems = read(table)
    given = [c for c in claims if isinstance(c, AttributeClaim) and c.attribute == "given_name"]
    assert [claim.value for claim in given] == ["Hanna", "Xyzzy", "Olha"]
    assert "family name first" in next(p.what for p in problems if p.code == "name-order")


def test_names_whose_order_nothing_decides_are_kept_whole_and_told() -> None:
    claims, problems = read("Detainee | Arrested\nXyzzy Plugh | 2030")
    assert {c.attribute for c in claims if isinstance(c, AttributeClaim)} == {Attribute.NAME}
    assert "cannot be told" in next(p.what for p in problems if p.code == "name-order")


def test_the_same_name_in_other_letters_is_one_person() -> None:
    lines = told("ПІБ | Затримано\nВерба Ганна / Verba Hanna | 2030")
    assert '- attribute:other_name subject="Верба Ганна" value="Verba Hanna"' in lines


def test_two_names_in_a_cell_share_what_happened_and_nothing_else() -> None:
    claims, problems = read("Name | Arrested | Age\nHanna Verba; Oleh Dub | 2030 | 40")
    arrests = [claim for claim in claims if isinstance(claim, EventClaim)]
    assert [[person.text for person in one.persons] for one in arrests] == [
        ["Hanna Verba", "Oleh Dub"]
    ]
    assert not any(isinstance(c, AttributeClaim) and c.attribute == "age" for c in claims)
    assert "several people" in problems[0].what


def test_two_dates_in_a_cell_are_two_claims() -> None:
    assert events("Name | Arrested\nHanna Verba | 2030-03-12; 2030-03-14") == [
        '2030-03-12("2030-03-12") arrested',
        '2030-03-14("2030-03-14") arrested',
    ]


def test_two_tables_of_one_sheet_are_read_each_by_its_own_headings() -> None:
    table = "Name | Arrested\nHanna Verba | 2030\n\nПІБ | Дата звільнення\nДуб Олег | 2031\n"
    assert events(table) == ['2030("2030") arrested', '2031("2031") released']


def test_headings_repeated_on_every_page_are_no_people() -> None:
    table = "Name | Arrested\nHanna Verba | 2030\nName | Arrested\nOleh Dub | 2029"
    assert events(table) == ['2030("2030") arrested', '2029("2029") arrested']


def test_a_total_that_does_not_fit_its_rows_is_told() -> None:
    _, problems = read("Name | Arrested\nHanna Verba | 2030\nTotal | 15")
    assert "1 people stand above this total" in problems[0].what


def test_a_table_without_people_stays_prose() -> None:
    rendition = rendered("Month | Tonnes\nMay | 30\nJune | 40")
    assert not rendition.tables
    assert len(rendition.paragraphs) == 3


def test_a_list_in_a_text_ends_with_its_rows() -> None:
    text = "They were taken.\n\nName\tArrested\nHanna Verba\t2030\n\nThe police said nothing.\n"
    rendition = rendered(text, "text/plain")
    prose = [rendition.text[span.start : span.end] for span in rendition.paragraphs]
    assert prose == ["They were taken.", "The police said nothing."]
    assert events(text, "text/plain") == ['2030("2030") arrested']


def test_a_workbook_gives_the_same_claims_with_the_cells_named() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Name", "Date of birth", "Date of arrest"])
    sheet.append(["Hanna Verba", date(1985, 5, 5), "12.03.2030"])
    file = io.BytesIO()
    book.save(file)
    (part,), _ = unpack(WorkbookUnpacker(), file.getvalue())
    text = part.content.decode()
    claims, _ = read(text)
    births = [c for c in claims if isinstance(c, AttributeClaim) and c.attribute == "birth_date"]
    assert [claim.value for claim in births] == [PartialDate("1985-05-05")]
    assert cell_of(text, births[0].quote.span.start, part.name) == "Sheet!B2"


def test_ods_and_csv_give_the_same_facts() -> None:
    rows = [["ПІБ", "Затримано"], ["Верба Ганна", "осінь 2030"]]
    cells = (ROW.format("".join(CELL.format(f"<text:p>{c}</text:p>") for c in r)) for r in rows)
    (sheet,), _ = unpack(OpenSheetUnpacker(), ods(*cells))
    content = "\r\n".join(";".join(row) for row in rows).encode("cp1251")
    (table,), _ = unpack(TableUnpacker(), content)
    assert told(sheet.content.decode()) == told(table.content.decode())
    assert '2030-23("осінь 2030") arrested' in events(table.content.decode())


def test_of_a_list_that_is_too_long_the_first_rows_are_read() -> None:
    rendition = rendered("Name | Arrested\n" + "Hanna Verba | 2030\n" * 9)
    claims, problems = ListReader(most_rows=2).read(rendition)
    assert len({claim.quote.span for claim in claims if isinstance(claim, EventClaim)}) == 2
    assert "the last 7 of its rows" in next(p.what for p in problems if p.code == "list-cut")


def test_a_belarusian_list_is_read_since_its_words_are_there() -> None:
    table = (
        "Прозвішча, імя, імя па бацьку | Дата затрымання | Артыкул | Тэрмін (гадоў) | "
        "Дзе ўтрымліваецца\n"
        "Дуб Алесь Пятровіч | восень 2030 | ч. 1 арт. 342 КК РБ | 3 | няма звестак\n"
    )
    assert events(table) == [
        '2030-23("восень 2030") arrested',
        '- charged charge={article="342" part="1" code="КК РБ" words="ч. 1 арт. 342 КК РБ"}',
        '- sentenced sentence={duration=P3Y words="3"}',
    ]


@pytest.mark.parametrize("error", ["#REF!", "#Н/Д", "########", "Err:508"])
def test_an_error_of_a_spreadsheet_program_is_no_value_and_is_told(error: str) -> None:
    table = f"Name | Occupation | Detained on\nLevko Hnatyshyn | {error} | {error}"
    assert not [line for line in told(table) if "occupation" in line or "arrested" in line]
    doubts = [one.what for one in read(table)[1] if one.code == "cell-doubtful"]
    assert [what.split()[1] for what in doubts] == ["B2", "C2"]


@pytest.mark.parametrize(
    ("rows", "cell", "what"),
    [
        (["A1 | Petro Dub | 1985-01-01 | 2030 | 2029-12-31"], "E2", "before the arrest (2030)"),
        (["A1 | Petro Dub | 1985-01-01 | 1984 |"], "D2", "before the birth (1985-01-01)"),
        (
            ["A1 | Petro Dub | 1985-01-01 | 2030 |", "A1 | Hanna Verba | 1985-02-01 | 2031 |"],
            "A3",
            "row 2, with another name (Petro Dub)",
        ),
        (
            ["A1 | Petro Dub | 1985-01-01 | 2030 |", "A1 | Petro Dub | 1986 | 2030 |"],
            "A3",
            "row 2, with another date of birth (1985-01-01)",
        ),
        (
            ["A1 | Petro Dub | 1985-01-01 | 2030 |", "A2 | Petro Dub | 1985-01-01 | 2031 |"],
            "C3",
            "stands in row 2 too",
        ),
    ],
)
def test_a_list_that_contradicts_itself_is_told_where_and_keeps_both_sides(
    rows: list[str], cell: str, what: str
) -> None:
    head = "ID | Name | Date of birth | Detained on | Released on"
    table = "\n".join([head, *rows])
    (found,) = [one.what for one in read(table)[1] if one.code == "list-contradicts"]
    assert found.startswith(f"cell {cell} ")
    assert what in found
    assert sum("attribute:birth_date" in line for line in told(table)) == len(rows)


@pytest.mark.parametrize(
    "rows",
    [
        ["A1 | Petro Dub | 1985 | 2030 | 2030-05-05"],
        ["A1 | Petro Dub | 1985 | 2030-06-01; 2028-01-01 | 2029-05-05"],
        ["A1 | Petro Dub | 1985 | 2030 |", "A1 | Petro Dub | 1985-03-01 | 2031 |"],
        ["A1 | Petro Dub | | 2030 |", "A2 | Petro Dub | | 2031 |"],
        ["A1 | Petro Dub | 1985 | 2030 |", "A2 | Petro Dub | 1985 | 2031 |"],
    ],
)
def test_what_can_be_true_at_once_is_no_contradiction(rows: list[str]) -> None:
    head = "ID | Name | Date of birth | Detained on | Released on"
    assert "list-contradicts" not in codes("\n".join([head, *rows]))
