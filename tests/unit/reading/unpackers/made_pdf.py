"""PDFs made for the tests: an invented report in two columns, and pages that are pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import fontpkg
import pypdfium2 as pdfium
from fpdf import FPDF

ENGLISH = (
    "Hanna Verba was detained on 2 May 2031 at the market in Lower Town by officers of the guard. "
    "Her lawyer, Petro Sova, said that she had not been allowed to make a call for two days."
)
UKRAINIAN = (
    "Ганну Вербу затримали 2 травня 2031 року на ринку в Нижньому Місті. Адвокат Петро Сова "
    "повідомив, що зателефонувати їй два дні не дозволяли."
)
ROWS = [
    ("Name", "Date", "Place"),
    ("Hanna Verba", "2 May 2031", "Lower Town"),
    ("Іван Перо", "3 травня 2031", "Верхнє Місто"),
    ("Oleh Sova", "", "Norland remand prison no. 2"),
]


class Report(FPDF):
    """A running head, and a foot that counts the pages."""

    def header(self) -> None:
        self.set_font("PT", "", 8)
        self.cell(0, 8, "Watch on Norland · Вісник Норланду", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("PT", "", 8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def lettered(pdf: FPDF, size: int = 10) -> FPDF:
    """The PDF with the letters of the tests, and no date of the day."""
    path = str(fontpkg.path("PT Sans"))
    pdf.add_font("PT", "", path)
    pdf.add_font("PT", "B", path.replace("Regular", "Bold"))
    pdf.set_font("PT", "", size)
    pdf.set_creation_date(datetime(2031, 5, 4, 12, tzinfo=UTC))
    return pdf


def printed(*pages: Sequence[str], size: int = 10, step: float = 5) -> bytes:
    """Each page with these lines, as they stand."""
    pdf = lettered(FPDF(), size)
    for lines in pages:
        pdf.add_page()
        for line in lines:
            pdf.cell(0, step, line, new_x="LMARGIN", new_y="NEXT")
    return bytes(pdf.output())


def report() -> bytes:
    """Five pages in two justified columns, with a table on the third."""
    pdf = lettered(Report())
    pdf.set_title("Detentions in Norland")
    pdf.set_author("O. Reviewer")
    for number in range(1, 6):
        pdf.add_page()
        pdf.set_font("PT", "B", 14)
        pdf.cell(0, 10, f"Part {number}", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("PT", "", 10)
        with pdf.text_columns(ncols=2, gutter=8, text_align="J") as columns:
            for at in range(8):
                with columns.paragraph(bottom_margin=3) as paragraph:
                    paragraph.write(UKRAINIAN if at % 2 else ENGLISH)
        if number == 3:
            pdf.ln(6)
            _add_table(pdf)
    return bytes(pdf.output())


def scanned(*pages: Sequence[str]) -> bytes:
    """The pages as pictures of themselves."""
    source = pdfium.PdfDocument(printed(*pages, size=14, step=8))
    pdf = FPDF()
    for page in source:
        pdf.add_page()
        pdf.image(page.render(scale=3, grayscale=True).to_pil(), x=0, y=0, w=pdf.w)
    return bytes(pdf.output())


def drawn(draw: Callable[[FPDF], None]) -> bytes:
    """One page with whatever is drawn on it."""
    pdf = lettered(FPDF())
    pdf.add_page()
    draw(pdf)
    return bytes(pdf.output())


def _add_table(pdf: FPDF) -> None:
    with pdf.table() as table:
        for cells in ROWS:
            row = table.row()
            for cell in cells:
                row.cell(cell)
