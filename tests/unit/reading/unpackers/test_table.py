"""Tables become text in which every cell keeps its place."""

import pytest

from habeas.model.problem import Problem
from habeas.reading.cells import TABLE, cell_name, cell_of
from habeas.reading.unpackers.allowance import Allowance
from habeas.reading.unpackers.table import TableUnpacker
from tests.unit.reading.unpackers.wholes import codes, unpack


def read(text: str | bytes, media_type: str = "text/csv") -> tuple[str, list[Problem]]:
    content = text if isinstance(text, bytes) else text.encode()
    parts, problems = unpack(TableUnpacker(), content, media_type, "list.csv")
    assert all((part.media_type, part.encoding) == (TABLE, "utf-8") for part in parts)
    return "".join(part.content.decode() for part in parts), problems


@pytest.mark.parametrize("sign", [",", ";", "\t", "|", "~", "^", "¦"])
def test_whatever_parts_the_cells_is_found(sign: str) -> None:
    rows = [["name", "since", "place"], ["Olha B.", "2031-02-15", "Sarnova"], ["Taras C.", "", "x"]]
    text, problems = read("\n".join(sign.join(row) for row in rows))
    assert text == "name\tsince\tplace\nOlha B.\t2031-02-15\tSarnova\nTaras C.\t\tx\n"
    assert problems == []


def test_commas_in_the_cells_do_not_part_them() -> None:
    text, _ = read("name;charge\nOlha B.;theft, fraud, flight\nTaras C.;none\n")
    assert text.splitlines()[1] == "Olha B.\ttheft, fraud, flight"


def test_a_table_in_windows_cyrillic_becomes_utf_8() -> None:
    text, _ = read("прізвище;дата затримання\nВерба Ганна;15 лютого\n".encode("cp1251"))
    assert text == "прізвище\tдата затримання\nВерба Ганна\t15 лютого\n"


def test_what_excel_says_of_its_delimiter_is_believed_and_kept_as_a_row() -> None:
    assert read("sep=|\na,b|c\n")[0] == "sep=\na,b\tc\n"


def test_a_break_within_a_cell_is_a_space_and_is_said() -> None:
    text, problems = read('name,place\nOlha B.,"Sarnova,\nremand prison"\nTaras C.,Sarnova\n')
    assert text.splitlines()[1] == "Olha B.\tSarnova, remand prison"
    assert codes(problems) == ["cell-breaks"]
    assert "first in B2" in problems[0].what
    assert problems[0].where == "list.csv!table"


def test_rows_keep_their_numbers_and_empty_ends_go() -> None:
    assert read("\n\na,b\n\nc,d,,\n,,\n\n")[0] == "\n\na\tb\n\nc\td\n"


def test_a_quotation_mark_that_is_never_closed_costs_no_rows() -> None:
    rows = "".join(f"Person {number},Sarnova\n" for number in range(100))
    text, problems = read(f'name,place\n"Olha B.,Sarnova\n{rows}')
    assert len(text.splitlines()) == 102
    assert codes(problems) == ["table-quotes"]


@pytest.mark.parametrize(("content", "code"), [(b"", "empty-file"), (b",,\n,,\n", "table-empty")])
def test_a_table_with_nothing_in_it_says_so(content: bytes, code: str) -> None:
    text, problems = read(content)
    assert (text, codes(problems)) == ("", [code])


def test_a_plain_table_with_tabs_is_its_own_text() -> None:
    own = "name\tplace\nOlha B.\tSarnova\n"
    assert read(own, TABLE)[0] == own


def test_a_table_that_grows_too_much_is_a_problem() -> None:
    content = ("é" * 2000).encode("cp1252")
    parts, problems = unpack(TableUnpacker(Allowance(content=3000)), content, "text/csv")
    assert (parts, codes(problems)[-1]) == ([], "unpack-too-much")


def test_every_offset_gives_its_cell() -> None:
    text = "name\tsince\n\nOlha B.\t2031\n"
    assert cell_of(text, text.index("since")) == "B1"
    assert cell_of(text, text.index("Olha"), "Held, 2031") == "Held, 2031!A3"
    assert cell_of(text, text.index("2031") + 3) == "B3"


@pytest.mark.parametrize(("column", "name"), [(26, "Z1"), (27, "AA1"), (702, "ZZ1"), (703, "AAA1")])
def test_columns_are_named_as_spreadsheets_name_them(column: int, name: str) -> None:
    assert cell_name(row=1, column=column) == name


def test_of_too_many_rows_the_first_are_kept() -> None:
    content = b"name;since\n" + b"Olha B.;2031\n" * 50
    parts, problems = unpack(TableUnpacker(most_rows=10), content)
    assert parts[0].content.count(b"\n") == 10
    assert codes(problems) == ["too-many-rows"]
