"""The workbook says all that was found, holds no formula, and reads back what a reviewer wrote."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from habeas.model.decision import Choice
from habeas.model.errors import NoListFound
from habeas.model.problem import Problem
from habeas.resolution.lists.outcome import matched
from habeas.resolution.workbook import answers, columns
from habeas.resolution.workbook.answers import answers_in
from habeas.resolution.workbook.write import workbook
from tests.people import listed

FAULT = Problem(code="x", where="a.csv row 9", what="=1+1", remedy="Look.")


@pytest.fixture
def book() -> Workbook:
    """A sure pair, a likely one, one alone on each side, one twice, a problem."""
    outcome = matched(
        listed(
            "Гнатишин Левко, 1980-02-03, 2024-05-05",
            "Кравець Олег,, 2022-07-07",
            "Верба Ганна, 1990",
            '=HYPERLINK("http://x") Ко, 1990',
        ),
        listed(
            "Levko Hnatyshyn, 1980-02-03",
            "Oleh Kravets",
            "@Петро Дуб",
            "Kravets Oleh, 1980",
            of="b",
        ),
    )
    content = workbook(outcome, summary=[("A", "-a.csv"), ("people in A", 4)], problems=[FAULT])
    return load_workbook(io.BytesIO(content))


def content_of(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def test_every_sheet_is_there_and_filled(book: Workbook) -> None:
    counts = {sheet.title: sheet.max_row - 1 for sheet in book.worksheets}
    assert counts == {
        columns.SUMMARY: 2,
        columns.SURE: 1,
        columns.PROBABLE: 2,
        columns.ONLY_A: 2,
        columns.ONLY_B: 1,
        columns.TWICE: 1,
        columns.PROBLEMS: 1,
    }


def test_a_pair_shows_both_originals_with_cells_reasons_and_rival(book: Workbook) -> None:
    sheet = book[columns.PROBABLE]
    heads, values = ([cell.value for cell in row] for row in sheet.iter_rows(max_row=2))
    first = dict(zip(heads, values, strict=True))
    assert first["A: name"] == "Кравець Олег"
    assert first["A: cell"] == "a.csv A3"
    assert first["B: row as it stands"] in {"Oleh Kravets", "Kravets Oleh, 1980"}
    assert "surname" in str(first["reasons, in bits"])
    assert "nothing but the names agrees" in str(first["against"])
    assert "b.csv A" in str(first["nearest other"])
    assert first["chance"] == "probably one person"  # no births: no number is known to be true


def test_the_bits_of_a_pair_add_up_to_its_chance(book: Workbook) -> None:
    sheet = book[columns.SURE]
    at = [cell.value for cell in sheet[1]].index("reasons, in bits")
    said = str(sheet[2][at].value).replace("\u2212", "-").splitlines()
    bits = sum(float(line.rpartition("\u00a0")[2]) for line in said)
    assert 1 / (1 + 2**-bits) == pytest.approx(float(str(sheet[2][2].value)), abs=0.03)


def test_no_cell_is_a_formula(book: Workbook) -> None:
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    risky = [cell for cell in cells if str(cell.value or "").startswith(("=", "+", "-", "@"))]
    assert {cell.value for cell in risky} >= {"=1+1", "-a.csv", "@Петро Дуб"}
    assert all(cell.quotePrefix for cell in risky)


def test_the_ids_are_hidden_and_the_answer_is_chosen_from_a_list(book: Workbook) -> None:
    sheet = book[columns.PROBABLE]
    (asked,) = sheet.data_validations.dataValidation
    assert asked.formula1 == '"same,different,unsure"'
    assert str(asked.sqref) == "A2:A3"
    heads = [cell.value for cell in sheet[1]]
    letters = [get_column_letter(heads.index(name) + 1) for name in columns.HIDDEN]
    assert all(sheet.column_dimensions[letter].hidden for letter in letters)


def test_letters_that_no_workbook_holds_are_shown_as_signs() -> None:
    outcome = matched(listed("Дуб\x00 \u202eІван"), listed("Verba H.", of="b"))
    content = workbook(outcome, summary=[], problems=[])
    value = load_workbook(io.BytesIO(content))[columns.ONLY_A]["A2"].value
    assert value == "Дуб\ufffd <U+202E>Іван"


def test_answers_come_back_from_moved_columns_and_sorted_rows(book: Workbook) -> None:
    sheet = book[columns.PROBABLE]
    sheet["A3"], sheet["B3"] = " Different ", "two brothers"
    sheet.move_range("A1:C3", cols=40)
    found, problems = answers_in(content_of(book), name="back.xlsx")
    (answer,) = found
    assert (answer.choice, answer.note) == (Choice.DIFFERENT, "two brothers")
    assert answer.left.startswith("person:a")
    assert answer.right.startswith("person:b")
    assert answer.where == "back.xlsx, Probably, row 3"
    assert problems == []


def test_a_word_that_is_no_answer_is_a_problem(book: Workbook) -> None:
    book[columns.SURE]["A2"] = "maybe"
    found, (problem,) = answers_in(content_of(book), name="back.xlsx")
    assert found == []
    assert "'maybe' is no decision" in problem.what


def test_an_answer_on_rows_that_say_the_same_is_a_problem() -> None:
    outcome = matched(
        listed("Гнатишин Левко, 1980-02-03", "Гнатишин Левко, 1980-02-03"),
        listed("Levko Hnatyshyn, 1980-02-03", of="b"),
    )
    book = load_workbook(io.BytesIO(workbook(outcome, summary=[], problems=[])))
    book[columns.PROBABLE]["A2"] = "same"
    found, (problem,) = answers_in(content_of(book), name="back.xlsx")
    assert found == []
    assert "several rows say the same" in problem.what


def other_book() -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.append(["decision", "name"])
    return content_of(book)


@pytest.mark.parametrize("content", [b"", b"no workbook", b"PK\x03\x04broken", other_book()])
def test_what_is_no_workbook_of_ours_is_refused_with_its_name(content: bytes) -> None:
    with pytest.raises(NoListFound, match=r"back\.xlsx cannot be used here: it .* habeas match"):
        answers_in(content, name="back.xlsx")


def test_a_workbook_that_unfolds_to_too_much_is_not_opened(
    book: Workbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(answers, "_LARGEST", 1000)
    with pytest.raises(NoListFound, match="unfolds to more"):
        answers_in(content_of(book), name="back.xlsx")
