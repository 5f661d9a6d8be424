"""What a form is filled with and what was remarked on its pages are texts of their own."""

from fpdf import FPDF

from habeas.reading.unpackers.pdf import PdfUnpacker
from tests.unit.reading.unpackers.wholes import codes, names, unpack

FORM = """1 0 obj <</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R 5 0 R 6 0 R]>>>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Annots[4 0 R 5 0 R 6 0 R]>> endobj
4 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(Name of detainee)/V(Olha B.)/Rect[1 1 9 9]>> endobj
5 0 obj <</Type/Annot/Subtype/Widget/FT/Tx/T(Date)/V()/Rect[1 20 9 29]>> endobj
6 0 obj <</Type/Annot/Subtype/Widget/FT/Btn/T(Held)/V/Off/AS/Off/Rect[1 40 9 49]>> endobj
"""


def form() -> bytes:
    body = f"%PDF-1.7\n{FORM}".encode()
    places = [body.index(f"\n{number} 0 obj".encode()) + 1 for number in range(1, 7)]
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    return (
        body
        + (
            f"xref\n0 7\n0000000000 65535 f \n{table}trailer <</Size 7/Root 1 0 R>>\n"
            f"startxref\n{len(body)}\n%%EOF"
        ).encode()
    )


def test_the_filled_fields_of_a_form_are_a_table() -> None:
    parts, _ = unpack(PdfUnpacker(), form())
    assert names(parts) == ["form"]
    assert parts[0].content.decode() == "field\tvalue\nName of detainee\tOlha B.\n"


def test_a_form_without_page_text_is_no_fault() -> None:
    _, problems = unpack(PdfUnpacker(), form())
    assert codes(problems) == []


def test_remarks_on_a_page_are_a_table_beside_its_text() -> None:
    made = FPDF()
    made.add_page()
    made.set_font("helvetica")
    made.cell(text="The report.")
    made.text_annotation(10, 10, "Seen in Sarnova\nby a cellmate.")
    parts, problems = unpack(PdfUnpacker(), bytes(made.output()))
    assert names(parts) == ["text", "remarks"]
    assert parts[1].content.decode() == "page\tremark\n1\tSeen in Sarnova by a cellmate.\n"
    assert codes(problems) == []
