"""What stands between a subject and its verb is passed over."""

import pytest

from tests.reports import told

OLHA, IVAN = 'person="Olha Petrenko"/person', 'person="Ivan Bondar"/person'


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko, 33, a lecturer at Ister University, was arrested.",
        "Olha Petrenko, a painter and mother of two, was arrested.",
        "Olha Petrenko, who writes for the Ister Courier, was arrested.",
        "Olha Petrenko, a painter who fled Ostravia, was arrested.",
        "Olha Petrenko (Melnyk), a painter for an Ostravia-based group, was arrested.",
        "On 5 April, Olha Petrenko, a painter, was arrested.",
        "Olha Petrenko, her lawyer said, was arrested.",
        "Olha Petrenko – a painter – was arrested.",
        "On 8 May, painter Olha Petrenko, was arrested.",
        "Nobody came after Olha Petrenko was arrested.",
    ],
)
def test_the_subject_is_found_before_what_is_said_aside(text: str) -> None:
    assert any("arrested" in fact and OLHA in fact for fact in told(text))


@pytest.mark.parametrize(
    "text",
    [
        "Two members of the party, Olha Petrenko and Ivan Bondar, were arrested.",
        "The teachers - Olha Petrenko and Ivan Bondar - were arrested.",
    ],
)
def test_those_named_aside_of_a_group_suffer(text: str) -> None:
    assert any("arrested" in fact and OLHA in fact and IVAN in fact for fact in told(text))


def test_who_remains_in_prison_is_found_behind_an_apposition() -> None:
    facts = told("Olha Petrenko, a 78-year-old teacher, remains behind bars in Melnyk.")
    assert any(" held " in fact and OLHA in fact for fact in facts)


def test_a_clause_behind_a_comma_has_the_subject_of_the_first() -> None:
    facts = told("Olha Petrenko was arrested in March, charged in May and sentenced in June.")
    assert all(OLHA in fact for fact in facts)
    assert [" arrested " in facts[0], " charged " in facts[1], " sentenced " in facts[2]] == [
        True
    ] * 3
