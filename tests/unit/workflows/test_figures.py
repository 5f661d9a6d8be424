"""Figures as a register holds them: compared, checked, and set against people who are named."""

from datetime import date
from pathlib import Path

import pytest

from habeas import wiring
from habeas.ledger.figures.compare import Verdict
from habeas.model.codec import claim_id
from habeas.model.errors import NothingFound
from habeas.reading.readers.tallies import TallyReader
from habeas.workflows.figures import checked, compared, figures
from habeas.workflows.figures_named import Answer, named_against
from habeas.workflows.read import read
from tests.facts import VERA, Facts

COUNTS = Path(__file__).parents[4] / "shared/facts/crimea_counts.csv"
MINISTRY = 'basis=current speaker="Ministry"/body'
OFFICE = 'basis=current speaker="Ombudsman"/body'


def told(*lines: str) -> str:
    """Facts of a document each, the evidence supplied."""
    return "\n".join(f'{line}\n    from d{at}:0-5 -- "count"' for at, line in enumerate(lines))


HELD = told(
    f'2031-02-15 figure:held quantity=about:100 territory="Russia"/state {MINISTRY}',
    f"2031-02-20 figure:held quantity=exact:109 {OFFICE}",
    f"2031-02-20 figure:held quantity=exact:4 modality=planned {OFFICE}",
)


def test_figures_come_by_date_and_what_is_only_planned_counts_nobody() -> None:
    register = Facts()
    register.tell(HELD)
    assert [one.number for one in figures(register.view())] == [100, 109]


def test_two_figures_are_compared_by_the_beginnings_of_their_ids() -> None:
    register = Facts()
    register.tell(HELD)
    one, other = figures(register.view())
    found = compared(register.view(), one.id[:8], other.id[:8])
    assert found.verdict is Verdict.UNSAID
    with pytest.raises(NothingFound, match="habeas figures list"):
        compared(register.view(), "00000000", other.id)


def test_a_part_is_bound_by_what_bounds_its_whole() -> None:
    register = Facts()
    whole = '2031 figure:held quantity=exact:9 population="Turkish citizens" territory="Russia"'
    (claim,) = register.tell(told(whole))
    part = f'2031 figure:held quantity=exact:4 population="women" subset_of="{claim_id(claim)}"'
    register.tell(f'{part}\n    from e1:0-5 -- "count"')
    found = next(one for one in figures(register.view()) if one.number == 4)
    assert {bound.value for bound in found.definition.population} == {"TR", "female"}
    assert found.definition.territory == {"RU"}


PEOPLE = told(
    '2031-02-15 figure:held quantity=about:100 population="Ukrainian citizens"/group '
    'territory="Crimea" basis=current',
    '2031-01-05 arrested person="Levko Hnatyshyn"/person place="Kerch"/place',
    '- attribute:nationality subject="Levko Hnatyshyn"/person value="Ukraine"/state',
    '2031-01-06 arrested person="Hanna Verba"/person',
    '2031-01-07 arrested person="Petro Dub"/person place="Donetsk region"/place',
    '2031-01-08 arrested person="Osyp Lys"/person place="Kerch"/place',
    '2031-01-20 released person="Osyp Lys"/person',
    '2031-06-01 arrested person="Mark Sova"/person place="Kerch"/place',
)


def test_who_can_be_named_of_a_number_is_told_with_what_is_not_known() -> None:
    register = Facts()
    claims = register.tell(PEOPLE)
    found = named_against(register, claim_id(claims[0]))
    assert found.day == date(2031, 2, 15)
    answers = {
        one.person.name: (one.answer, [point.value for point in one.points]) for one in found.placed
    }
    assert answers == {
        "Levko Hnatyshyn": (Answer.YES, []),
        "Hanna Verba": (Answer.UNCLEAR, ["territory", "population"]),
        "Petro Dub": (Answer.NO, ["territory"]),
        "Osyp Lys": (Answer.NO, ["status"]),
    }


def test_a_list_is_told_whom_others_name_and_it_does_not() -> None:
    register = Facts()
    one, other = (
        f"""
        2031-01-05 arrested person="{first}"/person
            from {name}:0-5 -- "first"
        2031-01-06 arrested person="{second}"/person
            from {name}:6-12 -- "second"
        """
        for name, first, second in (
            ("aaaa", "Levko Hnatyshyn", "Hanna Verba"),
            ("bbbb", "Hanna Verba", "Petro Dub"),
        )
    )
    register.tell(one + other)
    (figure,) = register.tell(told("2031-02-15 figure:held quantity=exact:3 basis=current"))
    gaps = named_against(register, claim_id(figure)).gaps
    assert sorted([person.name for person in gap.missing] for gap in gaps) == [
        ["Levko Hnatyshyn"],
        ["Petro Dub"],
    ]


@pytest.mark.skipif(not COUNTS.exists(), reason="the counts are kept elsewhere")
def test_the_faults_in_published_counts_are_found_and_the_clean_sums_pass() -> None:
    register = Facts()
    read(
        [COUNTS],
        readers=[TallyReader()],
        renderers=wiring.all_renderers(),
        unpackers=wiring.all_unpackers(),
        register=register,
        actor=VERA,
    )
    found = checked(register.view())
    assert {(one.kind.value, one.off, one.figures[0].number) for one in found if one.is_fault} == {
        ("parts_exceed", 1, 164),
        ("parts_fall_short", -1, 202),
        ("two_meanings", 0, 180),
        ("two_numbers", 9, 81),
        ("total_falls", -1, 50),
        ("total_falls", -1, 32),
        ("meaning_shifts", 0, 14000),
        ("meaning_shifts", 0, 16000),
    }
    noted = {(one.kind.value, one.off) for one in found if not one.is_fault}
    assert {("stock_falls", -13), ("several_counts", -18)} <= noted
