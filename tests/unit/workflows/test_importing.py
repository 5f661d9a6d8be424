"""A list of a known source: shown first, entered as a whole, compared with its last edition."""

from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas import wiring
from habeas.ledger.check import check
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.errors import ImportOvertaken, NoListFound, ValueMalformed
from habeas.reading.lists.table import MOST_ROWS
from habeas.reading.readers.list import ListReader
from habeas.stores.memory import MemoryStore
from habeas.workflows.importing import Import, enter, prepare
from habeas.workflows.read_whole import Tools

VERA = Actor("Vera")
HEAD = "No\tFull name\tDate of birth\tDetained on\tStatus\tDay\n"
FIRST = (
    HEAD
    + "A1\tLevko Hnatyshyn\t1990-02-03\t2030-05-05\tremand\t4\n"
    + "A2\tHanna Verba\t1985-01-01\t2030-05-06\tremand\t5\n"
    + "A3\tPetro Dub\t\t2030-05-07\tserving\t6\n"
)
SECOND = (
    HEAD
    + "A1\tLevko Hnatyshyn\t1990-02-03\t2030-05-05\tserving\t4\n"
    + "A3\tPetro Dub\t\t2030-05-07\tserving\t6\n"
    + "A4\tMark Sova\t\t2031-01-01\tremand\t7\n"
)


@pytest.fixture
def register() -> Register:
    return Register(MemoryStore())


def made(
    folder: Path, text: str, register: Register, *, name: str = "list.tsv", **own: str
) -> Import:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return prepared(path, register, **own)


def prepared(path: Path, register: Register, *, source: str = "centre", **own: str) -> Import:
    return prepare(
        path,
        source=source,
        own=own,
        view=register.view(),
        tools=Tools(
            readers=[ListReader()],
            renderers=wiring.all_renderers(),
            unpackers=wiring.all_unpackers(),
        ),
        lists=wiring.list_reader,
        actor=VERA,
    )


def test_a_list_is_shown_in_full_and_nothing_is_written(tmp_path: Path, register: Register) -> None:
    shown = made(tmp_path, FIRST, register)
    (sheet,) = shown.sheets
    assert sheet.rows == shown.people == 3
    fields = {column.heading: (column.field, column.by) for column in sheet.columns}
    assert fields["Full name"] == ("full_name", "words")
    assert fields["Day"] == ("", "")
    assert sheet.columns[1].samples == ("Levko Hnatyshyn", "Hanna Verba", "Petro Dub")
    assert shown.counts()["arrested"] == 3
    assert not list(register.log())


def test_what_is_settled_of_a_source_holds_for_its_next_list(
    tmp_path: Path, register: Register
) -> None:
    first = made(tmp_path, FIRST, register, No="external_id", Day="")
    assert enter(first, register, actor=VERA) == len(first.claims)
    second = made(tmp_path, SECOND, register, name="second.tsv")
    columns = {column.heading: column for column in second.sheets[0].columns}
    assert (columns["No"].field, columns["No"].by) == ("external_id", "mapping")
    assert (columns["Day"].field, columns["Day"].by) == ("", "mapping")
    assert not check(register)


def test_the_next_edition_says_who_is_new_who_is_gone_and_what_is_said_otherwise(
    tmp_path: Path, register: Register
) -> None:
    enter(made(tmp_path, FIRST, register, No="external_id"), register, actor=VERA)
    second = made(tmp_path, SECOND, register, name="second.tsv")
    change = second.change
    assert change is not None
    assert [row.name for row in change.added] == ["Mark Sova"]
    assert [row.name for row in change.removed] == ["Hanna Verba"]
    (changed,) = change.changed
    assert changed.after.name == "Levko Hnatyshyn"
    assert [getattr(claim, "value", None) for claim in changed.gone] == ["remand"]
    assert [getattr(claim, "value", None) for claim in changed.came] == ["serving"]
    assert len(change.same) == 2


def test_rows_that_stand_in_both_are_one_person_and_the_rule_signs_it(
    tmp_path: Path, register: Register
) -> None:
    enter(made(tmp_path, FIRST, register, No="external_id"), register, actor=VERA)
    enter(made(tmp_path, SECOND, register, name="second.tsv"), register, actor=VERA)
    view = register.view()
    assert sorted(person.name for person in view.persons()) == [
        "Hanna Verba", "Levko Hnatyshyn", "Mark Sova", "Petro Dub",
    ]  # fmt: skip
    assert {decision.by for _, decision in view.decisions()} == {"rule:list-edition/1"}
    codes = {problem.code for problem in view.problems()}
    assert {"no-longer-listed", "listed-otherwise"} <= codes
    assert not check(register)


def test_a_name_alone_joins_no_rows_of_two_editions(tmp_path: Path, register: Register) -> None:
    nameless = "Full name\tDetained on\nLevko Hnatyshyn\t2030\n"
    enter(made(tmp_path, nameless, register), register, actor=VERA)
    again = made(tmp_path, nameless.replace("2030", "2031"), register, name="again.tsv")
    assert again.change is not None
    assert not again.change.same
    ((before, after),) = again.change.perhaps
    assert before.name == after.name == "Levko Hnatyshyn"


def test_two_rows_of_one_number_are_never_taken_for_one_of_the_last_edition(
    tmp_path: Path, register: Register
) -> None:
    enter(made(tmp_path, FIRST, register, No="external_id"), register, actor=VERA)
    doubled = FIRST + "A1\tOsyp Lys\t\t2031-01-01\tremand\t8\n"
    change = made(tmp_path, doubled, register, name="doubled.tsv").change
    assert change is not None
    assert {one.by for one in change.same if one.after.name == "Levko Hnatyshyn"} == {
        "name and date of birth"
    }


def test_a_column_that_was_remembered_and_is_gone_is_named(
    tmp_path: Path, register: Register
) -> None:
    enter(made(tmp_path, FIRST, register, Day="age"), register, actor=VERA)
    shown = made(tmp_path, SECOND.replace("Day", "Tag"), register, name="second.tsv")
    assert shown.misfits == ("Day",)


def test_a_heading_that_no_word_explains_can_be_said_to_be_the_name(
    tmp_path: Path, register: Register
) -> None:
    strange = "Wer\tWann\nLevko Hnatyshyn\t2030-05-05\n"
    with pytest.raises(NoListFound, match="full_name"):
        made(tmp_path, strange, register)
    shown = made(tmp_path, strange, register, Wer="full_name", Wann="arrest_date")
    assert shown.counts()["arrested"] == 1


def test_a_field_that_is_none_is_refused_with_those_there_are(
    tmp_path: Path, register: Register
) -> None:
    with pytest.raises(ValueMalformed, match="arrest_date"):
        made(tmp_path, FIRST, register, Day="colour")


def test_the_same_file_twice_enters_nothing(tmp_path: Path, register: Register) -> None:
    enter(made(tmp_path, FIRST, register), register, actor=VERA)
    head = register.head
    again = made(tmp_path, FIRST, register)
    assert again.is_known
    assert enter(again, register, actor=VERA) == 0
    assert register.head == head


def test_a_list_of_the_source_imported_meanwhile_stops_the_one_compared_before(
    tmp_path: Path, register: Register
) -> None:
    first = made(tmp_path, FIRST, register)
    second = made(tmp_path, SECOND, register, name="second.tsv")
    enter(first, register, actor=VERA)
    head = register.head
    with pytest.raises(ImportOvertaken, match="Import it again"):
        enter(second, register, actor=VERA)
    assert register.head == head
    enter(made(tmp_path, SECOND, register, name="second.tsv"), register, actor=VERA)
    assert not check(register)


def test_a_list_of_another_source_meanwhile_stops_nobody(
    tmp_path: Path, register: Register
) -> None:
    first = made(tmp_path, FIRST, register)
    (tmp_path / "other.tsv").write_text(SECOND, encoding="utf-8")
    other = prepared(tmp_path / "other.tsv", register, source="committee")
    enter(other, register, actor=VERA)
    assert enter(first, register, actor=VERA)


def test_a_list_longer_than_is_read_is_refused_before_it_is_read(
    tmp_path: Path, register: Register
) -> None:
    rows = "Levko Hnatyshyn\t2030\n" * (MOST_ROWS + 1)
    with pytest.raises(NoListFound, match="Split it by rows"):
        made(tmp_path, "Full name\tDetained on\n" + rows, register)


def test_a_list_whose_column_of_names_has_another_heading_now_says_which_it_had(
    tmp_path: Path, register: Register
) -> None:
    strange = "Wer\tWann\nLevko Hnatyshyn\t2030-05-05\n"
    settled = {"Wer": "full_name", "Wann": "arrest_date"}
    enter(made(tmp_path, strange, register, **settled), register, actor=VERA)
    with pytest.raises(NoListFound, match="was 'Wer'"):
        made(tmp_path, strange.replace("Wer", "Wen"), register, name="second.tsv")


def test_columns_that_moved_are_read_by_their_headings(tmp_path: Path, register: Register) -> None:
    first = "Wer\tTag\nLevko Hnatyshyn\t2030-05-05\n"
    enter(made(tmp_path, first, register, Wer="full_name", Tag="arrest_date"), register, actor=VERA)
    moved = "Tag\tNote\tWer\n2030-05-05\tx\tLevko Hnatyshyn\n"
    shown = made(tmp_path, moved, register, name="moved.tsv")
    assert (shown.misfits, shown.counts()["arrested"]) == ((), 1)
    assert {one.heading: one.letter for one in shown.sheets[0].columns}["Wer"] == "C"


NAMES = st.sampled_from(["Levko Hnatyshyn", "Hanna Verba", "Petro Dub", "Mark Sova"])
ROWS = st.lists(
    st.tuples(NAMES, st.sampled_from(["1990-01-01", "1991-01-01", ""]), st.integers(1, 5)),
    min_size=1,
    max_size=6,
)


@given(ROWS, ROWS)
def test_every_row_of_both_editions_is_accounted_for_once(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[tuple[str, str, int]],
    after: list[tuple[str, str, int]],
) -> None:
    folder, register = tmp_path_factory.mktemp("lists"), Register(MemoryStore())
    head = "Full name\tDate of birth\tID\n"
    texts = [head + "".join("\t".join(map(str, row)) + "\n" for row in rows)
             for rows in (before, after)]  # fmt: skip
    enter(made(folder, texts[0], register, ID="external_id"), register, actor=VERA)
    shown = made(folder, texts[1] + "\n", register, name="second.tsv")
    change = shown.change
    assert change is not None
    assert len(change.same) + len(change.added) == len(after)
    assert len(change.same) + len(change.removed) == len(before)
    enter(shown, register, actor=VERA)
    assert not check(register)


def test_what_could_not_be_taken_apart_is_shown_beside_what_could(
    tmp_path: Path, register: Register
) -> None:
    path = tmp_path / "lists.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("list.tsv", FIRST)
        archive.writestr("broken.xlsx", b"PK\x03\x04 and no workbook")
    shown = prepared(path, register)
    assert shown.people == 3
    assert any("broken.xlsx" in f"{one.where} {one.what}" for one in shown.problems)


def test_a_file_that_is_no_workbook_is_refused_with_what_it_is(
    tmp_path: Path, register: Register
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 and no workbook")
    with pytest.raises(NoListFound) as refused:
        prepared(path, register)
    (problem,) = [one for one in refused.value.args if "no list of people was found" in one]
    assert problem.partition("found in it")[2].startswith("; ")
