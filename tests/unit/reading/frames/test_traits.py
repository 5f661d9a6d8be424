"""What somebody is: offices, occupations, ages, nationalities, kin."""

import pytest

from tests.reports import told


def traits(text: str) -> list[str]:
    facts = (fact.removeprefix("- attribute:") for fact in told(text) if "- attribute:" in fact)
    return list(facts)


OLHA = 'subject="Olha Petrenko"/person'


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Minister Olha Petrenko left.", [f'role {OLHA} value="Minister"']),
        (
            "The Foreign Minister of Velmora, Olha Petrenko, left.",
            [f'role {OLHA} value="Foreign Minister of Velmora"'],
        ),
        (
            "Olha Petrenko, the head of Open Door, left.",
            [f'role {OLHA} value="head of Open Door"'],
        ),
        ("Ivan Bondar's lawyer Olha Petrenko left.",
         [f'role {OLHA} value="Ivan Bondar\'s lawyer"']),
        ("Lawyer Olha Petrenko left.", [f'occupation {OLHA} value="lawyer"']),
        ("Olha Petrenko, a teacher, left.", [f'occupation {OLHA} value="teacher"']),
        ("The human rights activist Olha Petrenko left.",
         [f'occupation {OLHA} value="human rights activist"']),
        ("Olha Petrenko, 34, left.", [f'age {OLHA} value=exact:34("34")']),
        ("Olha Petrenko (34) left.", [f'age {OLHA} value=exact:34("34")']),
        (
            "Olha Petrenko, a 34-year-old nurse, left.",
            [
                f'age {OLHA} value=exact:34("34-year-old")',
                f'occupation {OLHA} value="nurse"',
            ],
        ),
        (
            "Olha Petrenko is 34 years old.",
            [f'age {OLHA} value=exact:34("34 years old")'],
        ),
        (
            "Olha Petrenko is a citizen of Velmora.",
            [f'nationality {OLHA} value="citizen of Velmora"'],
        ),
        (
            "Crimean Tatar activist Olha Petrenko left.",
            [
                f'ethnicity {OLHA} value="Crimean Tatar"',
                f'occupation {OLHA} value="activist"',
            ],
        ),
        (
            "Olha Petrenko, mother of Ivan Bondar, left.",
            [f'kinship {OLHA} value="mother of Ivan Bondar"'],
        ),
        (
            "Ivan Bondar was held. His wife, Olha Petrenko, left.",
            [f'kinship {OLHA} value="wife of Ivan Bondar"'],
        ),
        (
            "Journalists Olha Petrenko and Ivan Bondar left.",
            [
                f'occupation {OLHA} value="journalist"',
                'occupation subject="Ivan Bondar"/person value="journalist"',
            ],
        ),
        (
            "Olha Petrenko was born in Melnyk on 3 May 1988.",
            [f'birth_place {OLHA} value="Melnyk"/place', f"birth_date {OLHA} value=1988-05-03"],
        ),
        (
            "Olha Petrenko left. She was born in Melnyk and is a citizen of Velmora.",
            [
                'birth_place subject="She"/person="Olha Petrenko" value="Melnyk"/place',
                'nationality subject="She"/person="Olha Petrenko" value="citizen of Velmora"',
            ],
        ),
    ],
)  # fmt: skip
def test_what_stands_with_a_name_is_told_of_its_bearer(text: str, wanted: list[str]) -> None:
    assert traits(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko left.",
        "Mr. Petrenko left.",
        "Olha Petrenko is not a teacher.",
        "Olha Petrenko met the minister.",
        "The teachers met Olha Petrenko.",
    ],
)
def test_what_is_not_said_of_somebody_is_not_kept(text: str) -> None:
    assert traits(text) == []
