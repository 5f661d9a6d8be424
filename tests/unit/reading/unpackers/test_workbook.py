"""Workbooks become one text a sheet, with the values they had when they were saved."""

import io
import zipfile
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.utils.datetime import MAC_EPOCH

from habeas.reading.cells import cell_of
from habeas.reading.unpackers.open_sheet import OpenSheetUnpacker
from habeas.reading.unpackers.workbook import WorkbookUnpacker
from tests.unit.reading.unpackers.wholes import codes, names, unpack, zipped

ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>'
    "<office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)
ROW = "<table:table-row>{}</table:table-row>"
CELL = "<table:table-cell>{}</table:table-cell>"
BOMB = '<!DOCTYPE x [<!ENTITY a "{}">{}]>'.format(
    "lol" * 1000,
    "".join(f'<!ENTITY {b} "{f"&{a};" * 100}">' for a, b in zip("abcdef", "bcdefg", strict=True)),
)


def book(**sheets: list[list[object]]) -> bytes:
    made = Workbook()
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    made.remove(made.worksheets[0])
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def ods(*rows: str, name: str = "Held") -> bytes:
    table = f'<table:table table:name="{name}">{"".join(rows)}</table:table>'
    return zipped({"content.xml": ODS.format(table)})


def changed(content: bytes, member: str, old: str, new: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in members[member]
    return zipped({**members, member: members[member].replace(old.encode(), new.encode(), 1)})


def test_every_sheet_is_a_text_under_its_name() -> None:
    content = book(
        Held=[["name", "since", "age"], ["Olha B.", datetime(2031, 2, 15), 44.0]],  # noqa: DTZ001
        Freed=[["Тарас C.", date(2031, 5, 4), True, 0.5]],
        Blank=[],
    )
    parts, problems = unpack(WorkbookUnpacker(), content)
    assert names(parts) == ["Held", "Freed"]
    assert parts[0].content.decode() == "name\tsince\tage\nOlha B.\t2031-02-15\t44\n"
    assert parts[1].content.decode() == "Тарас C.\t2031-05-04\tTrue\t0.5\n"
    assert problems == []


def test_the_place_in_the_text_is_the_cell_of_the_sheet() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet["C7"] = "Olha B."
    file = io.BytesIO()
    made.save(file)
    (part,), _ = unpack(WorkbookUnpacker(), file.getvalue())
    text = part.content.decode()
    assert cell_of(text, text.index("Olha"), part.name) == "Sheet!C7"


def test_formulas_without_a_stored_value_are_named() -> None:
    parts, problems = unpack(WorkbookUnpacker(), book(Held=[["total", "=1+1"]]))
    assert parts[0].content == b"total\n"
    assert codes(problems) == ["formulas-without-value"]
    assert "first B1" in problems[0].what


def test_a_formula_shows_the_value_it_last_had() -> None:
    content = changed(
        book(Held=[["total", "=1+1"]]),
        "xl/worksheets/sheet1.xml",
        "<v></v>" if b"<v></v>" in sheet_of(book(Held=[["total", "=1+1"]])) else "<v />",
        "<v>2</v>",
    )
    parts, problems = unpack(WorkbookUnpacker(), content)
    assert parts[0].content == b"total\t2\n"
    assert problems == []


def sheet_of(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


def formulas(*cells: tuple[str, str]) -> bytes:
    """A workbook whose cells B1, C1 ... are formulas with the values they last had."""
    made = book(Held=[["name"]])
    told = "".join(
        f'<c r="{letter}1" t="str"><f>{formula}</f><v>{value}</v></c>'
        for letter, (formula, value) in zip("BCDE", cells, strict=False)
    )
    return changed(made, "xl/worksheets/sheet1.xml", "</row>", f"{told}</row>")


def test_values_that_come_from_outside_are_read_as_they_last_were_and_told() -> None:
    content = formulas(
        ("'[1]Others'!B2", "Hanna Verba"), ("B1&amp;B1", "twice"), ("WEBSERVICE(A1)", "remand")
    )
    link = '<Relationship Id="x" Type="t" Target="{}" {}/></Relationships>'
    content = changed(
        content,
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        link.format("externalLinks/externalLink1.xml", ""),
    )
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    there = link.format("file:///C:/others.xlsx", 'TargetMode="External"')
    xmlns = "http://schemas.openxmlformats.org/package/2006/relationships"
    members["xl/externalLinks/_rels/externalLink1.xml.rels"] = (
        f'<Relationships xmlns="{xmlns}">{there}'.encode()
    )
    parts, problems = unpack(WorkbookUnpacker(), zipped(members))
    assert parts[0].content.decode() == "name\tHanna Verba\ttwice\tremand\n"
    assert codes(problems) == ["values-from-outside"]
    assert "2 cells" in problems[0].what
    assert "others.xlsx" in problems[0].what
    assert "first Held!B1" in problems[0].what


def test_values_from_outside_an_open_table_are_told() -> None:
    cell = '<table:table-cell table:formula="{}"><text:p>{}</text:p></table:table-cell>'
    outside = cell.format("of:=['file:///others.ods'#$Held.B2]", "Hanna Verba")
    inside = cell.format("of:=[.B2]&amp;[.B3]", "both")
    parts, problems = unpack(OpenSheetUnpacker(), ods(ROW.format(inside + outside)))
    assert parts[0].content.decode() == "both\tHanna Verba\n"
    assert codes(problems) == ["values-from-outside"]
    assert "first Held!B1" in problems[0].what


@pytest.mark.parametrize(
    ("day", "form", "text"),
    [
        (date(2014, 3, 1), "mmm-yy", "2014-03"),
        (date(2014, 3, 1), "[$-419]mmmm yyyy;@", "2014-03"),
        (date(2014, 3, 5), "mmm-yy", "2014-03-05"),
        (date(2014, 1, 1), "yyyy", "2014"),
        (date(2014, 3, 14), "d-mmm", "14-Mar"),
        (date(2014, 3, 14), 'd" of "mmmm yyyy', "2014-03-14"),
        (date(2014, 3, 14), "dd.mm.yy", "2014-03-14"),
    ],
)
def test_a_date_is_no_finer_than_its_cell_shows_it(day: date, form: str, text: str) -> None:
    made = Workbook()
    cell = made.worksheets[0].cell(row=1, column=1, value=day)
    cell.number_format = form
    file = io.BytesIO()
    made.save(file)
    (part,), _ = unpack(WorkbookUnpacker(), file.getvalue())
    assert part.content.decode() == f"{text}\n"


def test_days_counted_from_1904_are_the_days_they_are_shown_as() -> None:
    made = Workbook()
    made.epoch = MAC_EPOCH
    made.worksheets[0]["A1"] = date(2031, 5, 4)
    file = io.BytesIO()
    made.save(file)
    (part,), _ = unpack(WorkbookUnpacker(), file.getvalue())
    assert part.content.decode() == "2031-05-04\n"


def test_a_workbook_with_a_bomb_in_it_is_a_problem() -> None:
    sheet = sheet_of(book(Held=[["Olha B."]])).decode()
    content = changed(book(Held=[["Olha B."]]), "xl/worksheets/sheet1.xml", sheet, BOMB + sheet)
    content = changed(content, "xl/worksheets/sheet1.xml", "</sheetData>", "&g;</sheetData>")
    parts, problems = unpack(WorkbookUnpacker(), content)
    assert (parts, codes(problems)) == ([], ["unpack-failed"])


def test_what_is_no_workbook_says_so() -> None:
    assert codes(unpack(WorkbookUnpacker(), zipped({"xl/workbook.xml": "<x/>"}))[1]) == [
        "unpack-failed"
    ]


def test_an_open_table_shows_cells_as_they_are_shown() -> None:
    head = CELL.format("<text:p>name</text:p>") + CELL.format("<text:p>since</text:p>")
    remark = "<office:annotation><text:p>check this</text:p></office:annotation>"
    olha = CELL.format(f"{remark}<text:p>Olha<text:s/><text:span>B.</text:span></text:p>")
    day = CELL.format("<text:p>15.02.31</text:p>")
    parts, problems = unpack(OpenSheetUnpacker(), ods(ROW.format(head), ROW.format(olha + day)))
    assert names(parts) == ["Held", "Held (remarks)"]
    assert parts[0].content.decode() == "name\tsince\nOlha B.\t15.02.31\n"
    assert problems == []


def test_what_was_remarked_on_cells_of_an_open_table_is_a_table_of_its_own() -> None:
    told = (
        "<office:annotation><dc:creator xmlns:dc='dc'>I. B.</dc:creator>"
        "<text:p>Seen in</text:p><text:p>Port Harrow</text:p></office:annotation>"
    )
    gap = '<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>'
    twice = '<table:table-cell table:number-columns-repeated="2"/>'
    row = ROW.format(twice + CELL.format(f"{told}<text:p>Olha B.</text:p>") + CELL.format(told))
    parts, problems = unpack(OpenSheetUnpacker(), ods(gap, row))
    assert [part.content.decode() for part in parts] == [
        "\n\n\n\n\t\tOlha B.\n",
        "cell\tremark\nC5\tSeen in Port Harrow\nD5\tSeen in Port Harrow\n",
    ]
    assert problems == []


def test_repeated_rows_and_cells_of_an_open_table_keep_the_place() -> None:
    gap = '<table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>'
    end = gap.replace('"4"', '"1048000"')
    wide = '<table:table-cell table:number-columns-repeated="2"/><table:covered-table-cell/>'
    twice = (
        '<table:table-cell table:number-columns-repeated="2"><text:p>x</text:p></table:table-cell>'
    )
    parts, _ = unpack(OpenSheetUnpacker(), ods(gap, ROW.format(wide + twice + wide), end))
    assert parts[0].content.decode() == "\n\n\n\n\t\t\tx\tx\n"


def test_two_lines_in_a_cell_are_one_and_that_is_said() -> None:
    cell = CELL.format("<text:p>Sarnova,</text:p><text:p>remand prison</text:p>")
    parts, problems = unpack(OpenSheetUnpacker(), ods(ROW.format(cell)))
    assert parts[0].content.decode() == "Sarnova, remand prison\n"
    assert codes(problems) == ["cell-breaks"]


def test_an_open_table_with_a_bomb_in_it_unfolds_nothing() -> None:
    table = ODS.format(
        f"<table:table>{ROW.format(CELL.format('<text:p>&g;</text:p>'))}</table:table>"
    )
    parts, problems = unpack(OpenSheetUnpacker(), zipped({"content.xml": BOMB + table}))
    assert sum(len(part.content) for part in parts) < 100
    assert problems


@pytest.mark.parametrize("count", ["1048576", "99999999999999999999", "-1", "x"])
def test_a_row_repeated_beyond_measure_is_a_problem_or_one_row(count: str) -> None:
    row = ROW.format(CELL.format(f"<text:p>{'Olha B.' * 20}</text:p>"))
    row = row.replace("<table:table-row", f'<table:table-row table:number-rows-repeated="{count}"')
    parts, problems = unpack(OpenSheetUnpacker(), ods(row))
    assert sum(len(part.content) for part in parts) < 200
    assert codes(problems) in ([], ["unpack-too-much"])


def test_what_was_remarked_on_cells_is_a_table_of_its_own() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Held"
    sheet.append(["name", "since"])
    sheet.append(["Hanna Verba", "2031"])
    sheet["B2"].comment = Comment("Seen in Port Harrow\nin May", "A. Clerk")
    file = io.BytesIO()
    made.save(file)
    parts, problems = unpack(WorkbookUnpacker(), file.getvalue())
    assert names(parts) == ["Held", "Held (remarks)"]
    assert parts[1].content.decode() == "cell\tremark\nB2\tSeen in Port Harrow in May\n"
    assert codes(problems) == []


def test_a_thread_of_comments_is_read_and_its_stand_in_is_not() -> None:
    content = book(Held=[["name"], ["Hanna Verba"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    related = '<Relationships><Relationship Id="r{}" Target="../{}"/></Relationships>'
    thread = '<ThreadedComments><threadedComment ref="A2"><text>Freed.</text></threadedComment>{}'
    shadow = '<comments><commentList><comment ref="A2"><text><r><t>[Threaded comment]</t></r>{}'
    members["xl/worksheets/_rels/sheet1.xml.rels"] = related.format(
        1, 'comments1.xml"/><Relationship Id="r2" Target="../threadedComments/one.xml'
    ).encode()
    members["xl/comments1.xml"] = shadow.format(
        "</text></comment></commentList></comments>"
    ).encode()
    members["xl/threadedComments/one.xml"] = thread.format("</ThreadedComments>").encode()
    parts, _ = unpack(WorkbookUnpacker(), zipped(members))
    assert parts[1].content.decode() == "cell\tremark\nA2\tFreed.\n"


def test_cells_merged_over_rows_are_told() -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    for row in (["case", "name"], ["Harbour", "Hanna Verba"], [None, "Oleh Dub"]):
        sheet.append(row)
    sheet.merge_cells("A2:A3")
    file = io.BytesIO()
    made.save(file)
    _, problems = unpack(WorkbookUnpacker(), file.getvalue())
    assert codes(problems) == ["merged-cells"]
    assert "first A2:A3" in problems[0].what
