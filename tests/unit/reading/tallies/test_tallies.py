"""Tables of figures, as people type them: each row a number, what it counts, its parts."""

from collections.abc import Sequence
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claim import FigureClaim
from habeas.model.codec import claim_id
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition, identity
from habeas.model.vocabulary import CountingBasis, CustodyStatus, Division, FigureStatus
from habeas.reading.cells import TABLE
from habeas.reading.lists.division import divided
from habeas.reading.readers.tallies import TallyReader
from habeas.reading.tallies.division import tallied
from habeas.text.segments import paragraphs

HEAD = "Date\tNumber\tQualifier\tWhat is counted\tSource\tURL\tOf them Crimean Tatars\tBreakdown"


def rendition(text: str, media_type: str = TABLE) -> Rendition:
    made = Rendition(
        document=sha256(text.encode()).hexdigest(),
        captured=text,
        text=text,
        offsets=identity(len(text)),
        paragraphs=tuple(paragraphs(text)),
    )
    return tallied(divided(made, media_type), media_type)


def read(*rows: str, head: str = HEAD) -> tuple[list[FigureClaim], Sequence[Problem]]:
    claims, problems = TallyReader().read(rendition("\n".join([head, *rows])))
    figures = [one for one in claims if isinstance(one, FigureClaim)]
    assert len(figures) == len(claims)
    return figures, problems


def numbers(figures: Sequence[FigureClaim]) -> list[int | None]:
    return [one.quantity.low for one in figures]


def test_a_row_tells_its_number_what_it_counts_and_who_says_so() -> None:
    (figure,), problems = read(
        "2031-02-15\t100\tabout\tVelmoran citizens held now in Crimea and Russia\t"
        "Ministry via Rights House\thttps://house.test/1"
    )
    assert (figure.status, figure.basis) == (FigureStatus.HELD, CountingBasis.CURRENT)
    assert (figure.quantity.qualifier.value, figure.quantity.low) == ("about", 100)
    assert [place.label for place in figure.territory] == ["Crimea", "Russia"]
    assert figure.speaker is not None
    assert figure.speaker.label == "Ministry"
    assert [via.label for via in figure.via] == ["Rights House", "https://house.test/1"]
    assert figure.date is not None
    assert figure.date.date.text == "2031-02-15"
    assert not problems


def test_the_quote_is_the_row_as_it_stands() -> None:
    text = f"{HEAD}\n2031\t12\texact\tpolitical prisoners\tRights House"
    (claim,), _ = TallyReader().read(rendition(text))
    span = claim.quote.span
    assert claim.quote.text == text[span.start : span.end]
    assert claim.quote.text.startswith("2031\t12")


def test_parts_name_their_whole_and_by_what_it_is_divided() -> None:
    (whole, prison, house), _ = read(
        "2031\t111\texact\tpolitical prisoners\tRights House\t\t\t105 in prison + 6 house arrest"
    )
    assert {prison.subset_of, house.subset_of} == {claim_id(whole)}
    assert {prison.division, house.division} == {Division.STATUS}
    assert house.counted == (CustodyStatus.HOUSE_ARREST,)
    assert numbers([whole, prison, house]) == [111, 105, 6]


def test_the_number_behind_a_stroke_is_of_the_column_beside() -> None:
    figures, _ = read(
        "2031\t100\texact\tprosecuted since 2014\tCentre\t\t60\tcolony 70/45; released 30/15"
    )
    whole, tatars, colony, colony_tatars, released, released_tatars = _by_number(
        figures, [100, 60, 70, 45, 30, 15]
    )
    assert tatars.subset_of == colony.subset_of == released.subset_of == claim_id(whole)
    assert colony_tatars.subset_of == released_tatars.subset_of == claim_id(tatars)
    assert released.basis is CountingBasis.CUMULATIVE
    assert colony.basis is CountingBasis.CURRENT


def test_parts_without_words_are_named_as_the_source_named_them_before_and_that_is_told() -> None:
    figures, problems = read(
        "2031\t100\texact\tprosecuted since 2014\tCentre\t\t\tcolony 70; released 30",
        "2032\t120\texact\tprosecuted since 2014\tCentre\t\t\t85; 35",
        "2032\t50\texact\tprosecuted since 2014\tHouse\t\t\t40; 10",
    )
    assert figures[4].status is FigureStatus.HELD
    assert figures[5].status is FigureStatus.RELEASED
    assert figures[7].division is None
    (note,) = [one for one in problems if one.code == "labels-supplied"]
    assert "H3" in note.what
    assert "H4" not in note.what


def test_what_stands_beside_and_is_not_counted_in_is_no_part() -> None:
    figures, _ = read(
        "2031\t127\tat least\tcitizens behind bars\tGroup\t\t\t+8 under house arrest, not included",
        "2031\t1700\tabout\tcivilians held\tOmbudsman\t\t\t90 confirmed; 14,000 officially missing",
    )
    house = next(one for one in figures if one.quantity.low == 8)
    missing = next(one for one in figures if one.quantity.low == 14000)
    confirmed = next(one for one in figures if one.quantity.low == 90)
    assert not house.subset_of
    assert not missing.subset_of
    assert missing.status is FigureStatus.MISSING
    assert confirmed.subset_of == claim_id(figures[2])


def test_a_part_of_a_part_is_divided_in_brackets_or_by_including() -> None:
    figures, _ = read(
        "2031\t109\texact\tprisoners\tOffice\t\t\t33 in Crimea (2 serving, 30 SIZO, 1 on trial)",
        "2031\t500\texact\tfreed since 2014\tOffice\t\t\t300 returned incl. 40 women",
    )
    crimea = next(one for one in figures if one.quantity.low == 33)
    inner = [one for one in figures if one.subset_of == claim_id(crimea)]
    assert numbers(inner) == [2, 30, 1]
    returned = next(one for one in figures if one.quantity.low == 300)
    women = next(one for one in figures if one.quantity.low == 40)
    assert women.subset_of == claim_id(returned)


def test_a_date_marked_as_unsure_is_unsure() -> None:
    (figure,), _ = read("2031-06 (inferred)\t5\texact\tprisoners\tOffice")
    assert figure.date is not None
    assert figure.date.date.text == "2031-06?"


def test_vague_numbers_keep_their_words() -> None:
    (figure,), _ = read("2031\t\tin the thousands\tcivilians held\tMission")
    assert (figure.quantity.low, figure.quantity.high) == (2000, 9999)
    assert figure.quantity.words == "in the thousands"


def test_tables_in_ukrainian_and_russian_are_read_alike() -> None:
    ukrainian, _ = read(
        "2031-02-03\t109\tполітв'язні за ґратами в Криму\tРада",
        head="Станом на\tКількість\tКатегорія\tДжерело",
    )
    russian, _ = read(
        "03.02.2031\t109\tполитзаключённые за решёткой в Крыму\tСовет",
        head="По состоянию на\tКоличество\tКатегория\tИсточник",
    )
    for (figure,) in (ukrainian, russian):
        assert (figure.status, figure.quantity.low) == (FigureStatus.HELD, 109)
        assert figure.date is not None
        assert figure.date.date.text == "2031-02-03"


def test_a_row_that_counts_what_no_word_tells_is_kept_and_doubted() -> None:
    (figure,), problems = read("2031\t334\t\tsame series\tCentre")
    assert figure.status is FigureStatus.OTHER
    assert any("B2" in one.what or "D2" in one.what for one in problems)


def test_rows_without_a_number_are_passed_over_and_told() -> None:
    figures, problems = read("2031\t\t\tprisoners\tCentre", "2031\t4\t\tprisoners\tCentre")
    assert numbers(figures) == [4]
    assert any(one.code == "rows-passed-over" for one in problems)


def test_a_list_of_people_and_a_price_list_are_no_tables_of_figures() -> None:
    people = "Name\tDate of arrest\tNumber\nLevko Hnatyshyn\t2031-05-05\t3"
    prices = "Item\tNumber\tPrice\nlamps\t12\t4.50"
    for text in (people, prices):
        assert TallyReader().read(rendition(text)) == ([], [])


def test_notes_are_left_to_prose() -> None:
    head = "Date\tNumber\tWhat is counted\tNote"
    made = rendition(f"{head}\n2031\t12\tprisoners\tThe Office said 4 were freed.")
    assert [made.text[span.start : span.end] for span in made.paragraphs] == [
        "The Office said 4 were freed."
    ]


@given(
    st.lists(
        st.tuples(
            st.integers(1, 9999),
            st.sampled_from(["prisoners", "people held", "freed", "civilians missing", "", "x"]),
            st.sampled_from(["", "3 women", "1;2", "4/2; 5/1", "(", "9 in prison + 2 (1", "about"]),
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_number_of_the_number_column_comes_back_once_and_every_quote_stands(
    rows: list[tuple[int, str, str]],
) -> None:
    text = "\n".join(
        [HEAD, *(f"2031\t{number}\t\t{what}\tOffice {at}\t\t\t{parts}"
                 for at, (number, what, parts) in enumerate(rows))]
    )  # fmt: skip
    made = rendition(text)
    claims, _ = TallyReader().read(made)
    wholes = [one for one in claims if isinstance(one, FigureClaim) and not one.subset_of]
    counted = [one.quantity.low for one in wholes]
    for number, _, _ in rows:
        assert counted.count(number) >= 1
    for claim in claims:
        span = claim.quote.span
        assert text[span.start : span.end] == claim.quote.text


def _by_number(figures: Sequence[FigureClaim], wanted: list[int]) -> list[FigureClaim]:
    return [next(one for one in figures if one.quantity.low == number) for number in wanted]
