"""Any table of any cells is read without failing, and every quote is what its cells say."""

from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.claim import AttributeClaim
from habeas.model.mention import Mention
from habeas.reading.lists.table import tables_in
from tests.lists import read, rendered

HEADINGS = st.sampled_from(
    ["Name", "ПІБ", "Фамилия", "Ім'я", "Date of arrest", "Дата народження", "Вік", "Стать",
     "Стаття", "Срок (лет)", "Де утримується", "Дата и место ареста", "Примітки", "Джерело", "Hat",
     "Статус", "Released", "How released", "", "№", "дата", "Етап", "Date of transfer", "Court"]
)  # fmt: skip
CELLS = st.one_of(
    st.sampled_from(
        ["Верба Ганна Іванівна", "Hanna Verba", "A; B", "Дуб Олег / Dub Oleh", "(", "[x",
         "12.03.21",
         "03/04/2021", "44197", "до 2014", "осінь 2020", "ч. 2 ст. 205.5 УК РФ", "275, 280.1", "7",
         "7 р. 6 міс.", "обмін", "—", "н/д", "ж", "45 років", "Всього", "Total: 5", "так", "99999",
         "31.02.2021", "9999-99-99", "0000", "²", "٣", "１２.０３.２１"]
    ),
    st.text(
        st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2028\u2029"),
        max_size=12,
    ),
)  # fmt: skip
TABLES = st.integers(1, 7).flatmap(
    lambda width: st.lists(st.lists(CELLS, max_size=width), max_size=8).flatmap(
        lambda rows: st.lists(HEADINGS, min_size=width, max_size=width).map(
            lambda headings: "\n".join("\t".join(row) for row in [headings, *rows])
        )
    )
)


@settings(max_examples=300, deadline=None)
@given(table=TABLES.filter(str.strip))
def test_every_quote_of_a_list_is_what_its_cells_say(table: str) -> None:
    rendition = rendered(table)
    cells = {
        cell.text
        for span in rendition.tables
        for found in tables_in(rendition.text, is_sheet=True, within=span)
        for row in found.rows
        for cell in row.cells
    }
    for claim in read(table)[0]:
        span = claim.quote.span
        assert rendition.captured[span.start : span.end] == claim.quote.text
        if isinstance(claim, AttributeClaim):
            assert any(claim.quote.text in cell for cell in cells)
            _is_in_its_place(claim.subject, rendition.captured)


@settings(max_examples=200, deadline=None)
@given(table=TABLES.filter(str.strip))
def test_every_word_of_a_table_is_in_a_list_or_in_a_paragraph(table: str) -> None:
    rendition = rendered(table)
    places = sorted([*rendition.tables, *rendition.paragraphs])
    outside, at = "", 0
    for span in places:
        outside += rendition.text[at : max(at, span.start)]
        at = max(at, span.end)
    assert not (outside + rendition.text[at:]).strip()


def _is_in_its_place(mention: Mention, text: str) -> None:
    assert mention.span is not None
    assert text[mention.span.start : mention.span.end] == mention.text
