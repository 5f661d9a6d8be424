"""Of a PDF the text layer is read as a person would read it, and pictures are recognised."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pypdfium2 as pdfium
import pytest
from fpdf import FPDF

from habeas.model.partial_date import PartialDate
from habeas.model.problem import Severity
from habeas.reading.pdf import scans
from habeas.reading.renderers.isolated import IsolatedUnpacker, Isolation
from habeas.reading.unpackers.pdf import PdfUnpacker
from tests.unit.reading.unpackers.made_pdf import (
    ENGLISH,
    UKRAINIAN,
    drawn,
    printed,
    report,
    scanned,
)
from tests.unit.reading.unpackers.unpacking import codes, text_in, unpack

LINES = ["Hanna Verba was detained on 2 May 2031.", "Її затримали на ринку."]
HEAD = (
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"
)
needs_tesseract = pytest.mark.skipif(
    len(scans.languages()) < 3, reason="tesseract with eng, ukr and rus is not installed"
)


@pytest.fixture(scope="module")
def whole() -> str:
    return text_in(PdfUnpacker(), report())


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    scans.languages.cache_clear()
    yield
    scans.languages.cache_clear()


def test_pages_are_parted_by_a_form_feed_and_a_newline(whole: str) -> None:
    pages = whole.split("\f\n")
    assert len(pages) == 5
    assert [page.splitlines()[0] for page in pages[1:]] == ["Part 2", "Part 3", "Part 4", "Part 5"]


def test_columns_are_read_one_after_the_other_and_paragraphs_are_whole(whole: str) -> None:
    paragraphs = whole.split("\f\n")[1].strip().split("\n\n")
    assert paragraphs == ["Part 2", *[ENGLISH, UKRAINIAN] * 4]


def test_a_row_of_a_table_is_a_line_with_tabs_and_an_empty_cell_keeps_its_place(whole: str) -> None:
    table = whole.split("\f\n")[2].strip().split("\n\n")[-1]
    assert table.splitlines() == [
        "Name\tDate\tPlace",
        "Hanna Verba\t2 May 2031\tLower Town",
        "Іван Перо\t3 травня 2031\tВерхнє Місто",
        "Oleh Sova\t\tNorland remand prison no. 2",
    ]


def test_running_heads_are_kept_once_and_counted(whole: str) -> None:
    assert whole.count("Watch on Norland · Вісник Норланду") == 1
    assert whole.startswith("Watch on Norland")
    assert "Page 1" in whole.split("\f\n", maxsplit=1)[0]
    assert "Page 2" not in whole
    _, problems = unpack(PdfUnpacker(), report())
    assert codes(problems) == ["running-heads"]
    assert problems[0].severity is Severity.NOTE
    assert "8 lines" in problems[0].what


def test_what_the_file_says_of_itself_is_taken_but_not_who_typed_it() -> None:
    parts, _ = unpack(PdfUnpacker(), report())
    assert parts[0].title == "Detentions in Norland"
    assert parts[0].published == PartialDate("2031-05-04")
    assert parts[0].publisher == ""
    assert (parts[0].name, parts[0].media_type, parts[0].encoding) == (
        "text",
        "text/plain",
        "utf-8",
    )


def test_a_word_broken_at_the_end_of_a_line_is_mended_and_a_compound_is_not() -> None:
    lines = ["Hanna Verba was de-", "tained in Ivano-", "Frankivsk. Її за-", "тримали."]
    assert text_in(PdfUnpacker(), printed(lines)) == (
        "Hanna Verba was detained in Ivano-Frankivsk. Її затримали.\n"
    )


def test_a_sentence_over_the_end_of_a_page_is_whole_on_the_page_where_it_begins() -> None:
    text = text_in(
        PdfUnpacker(), printed(["The court sent Hanna Verba"], ["to prison.", "", LINES[0]])
    )
    assert text == f"The court sent Hanna Verba to prison.\n\f\n{LINES[0]}\n"


def test_a_raised_figure_that_calls_a_note_is_no_part_of_a_number() -> None:
    def draw(pdf: FPDF) -> None:
        pdf.write(5, "They held 12 people in 2031")
        pdf.char_vpos = "SUP"
        pdf.write(5, "2")
        pdf.char_vpos = "LINE"
        pdf.write(5, " in Norland.")

    assert text_in(PdfUnpacker(), drawn(draw)) == "They held 12 people in 2031[2] in Norland.\n"


def test_text_printed_sideways_is_read_the_same() -> None:
    def draw(pdf: FPDF) -> None:
        with pdf.rotation(90, x=100, y=100):
            pdf.set_xy(50, 100)
            pdf.multi_cell(80, 5, ENGLISH)

    assert text_in(PdfUnpacker(), drawn(draw)).strip() == ENGLISH


def test_a_title_that_a_program_made_up_is_none() -> None:
    def titled(title: str) -> str:
        def draw(pdf: FPDF) -> None:
            pdf.set_title(title)
            pdf.cell(0, 5, "Hanna Verba")

        parts, _ = unpack(PdfUnpacker(), drawn(draw))
        return parts[0].title

    assert titled("untitled") == ""
    assert titled("Microsoft Word - List of the held") == "List of the held"


@needs_tesseract
def test_a_scanned_page_is_recognised_and_says_so() -> None:
    parts, problems = unpack(PdfUnpacker(), scanned(LINES))
    text = parts[0].content.decode("utf-8")
    assert LINES[0] in text
    assert "затримали" in text
    assert parts[0].published is None
    assert codes(problems) == ["recognised-text"]
    assert "page 1" in problems[0].what


@needs_tesseract
def test_a_scanned_page_in_latin_letters_has_no_others_in_it() -> None:
    lines = ["Hanna Verba was detained on 2 May 2031 at the market in", "Lower Town."] * 4
    assert text_in(PdfUnpacker(), scanned(lines)).isascii()


def test_words_in_the_wrong_alphabet_are_taken_from_the_second_reading_and_no_number_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def table(*words: str) -> str:
        rows = (
            f"5\t1\t1\t1\t1\t{at}\t{100 * at}\t10\t90\t20\t96.5\t{word}"
            for at, word in enumerate(words)
        )
        return "\n".join([HEAD, *rows])

    readings = [table("Held", "оп", "2", "May", "2031"), table("Held", "on", "2", "May", "2041")]
    monkeypatch.setattr(scans, "languages", lambda: ("eng", "ukr", "rus"))
    monkeypatch.setattr(scans, "_is_latin", lambda _: True)
    monkeypatch.setattr(scans, "_read", lambda *_: list(scans._words(readings.pop(0))))
    with pdfium.PdfDocument(printed([])) as pdf:
        found = scans.recognise(pdf[0])
    assert found is not None
    assert found.paragraphs == ("Held on 2 May 2031",)
    assert found.doubtful == ("2031 or 2041",)


@needs_tesseract
def test_more_scanned_pages_than_allowed_are_named() -> None:
    content = scanned(LINES, LINES)
    parts, problems = unpack(PdfUnpacker(most_scans=1), content)
    assert parts[0].content.decode("utf-8").count("Hanna Verba") == 1
    assert codes(problems) == ["scanned-page", "recognised-text"]
    assert "page 2" in problems[0].what


@needs_tesseract
def test_a_scanned_page_is_recognised_in_a_process_that_may_write_no_file() -> None:
    content = scanned(LINES)
    with Isolation() as isolation:
        text = text_in(IsolatedUnpacker(PdfUnpacker(), isolation), content)
    assert LINES[0] in text


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_scanned_page_says_how_to_install_it() -> None:
    parts, problems = unpack(PdfUnpacker(), scanned(LINES))
    assert parts == []
    assert codes(problems) == ["scanned-page"]
    assert problems[0].severity is Severity.ERROR
    assert "apt-get install tesseract-ocr tesseract-ocr-ukr tesseract-ocr-rus" in problems[0].remedy


def test_a_locked_file_says_that_it_needs_its_password() -> None:
    pdf = FPDF()
    pdf.set_encryption(owner_password="owner", user_password="user")  # noqa: S106
    pdf.add_page()
    parts, problems = unpack(PdfUnpacker(), bytes(pdf.output()))
    assert parts == []
    assert codes(problems) == ["needs-password"]


def test_of_too_many_pages_the_first_are_kept() -> None:
    content = printed(*[[f"Person {number} was held."] for number in range(1, 8)])
    parts, problems = unpack(PdfUnpacker(most_pages=3), content)
    assert parts[0].content.decode("utf-8").count("was held") == 3
    assert codes(problems) == ["too-many-pages"]
    assert "of its 7 pages the first 3 were read" in problems[0].what


def test_of_too_much_text_the_first_pages_are_kept() -> None:
    content = printed(*[["Hanna Verba was held."]] * 4)
    _, problems = unpack(PdfUnpacker(most_letters=30), content)
    assert "too-many-pages" in codes(problems)


def test_a_page_without_text_or_picture_is_no_fault_unless_there_is_nothing_else() -> None:
    assert text_in(PdfUnpacker(), printed(["Hanna Verba was held."], [])).endswith("\f\n")
    _, problems = unpack(PdfUnpacker(), printed([]))
    assert codes(problems) == ["no-text"]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7", b"%PDF-1.7\n" + bytes(500)])
def test_what_is_no_pdf_after_all_is_said(content: bytes) -> None:
    parts, problems = unpack(PdfUnpacker(), content)
    assert parts == []
    assert codes(problems) == ["pdf-damaged"]


def test_the_text_is_the_same_from_a_process_apart(whole: str) -> None:
    with Isolation() as isolation:
        assert text_in(IsolatedUnpacker(PdfUnpacker(), isolation), report()) == whole
