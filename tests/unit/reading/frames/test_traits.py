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
        ("Olha Petrenko, a journalist and leader of Open Door, left.",
         [f'occupation {OLHA} value="journalist"', f'role {OLHA} value="leader of Open Door"']),
        ("Lawyer and human rights defender Olha Petrenko left.",
         [f'occupation {OLHA} value="lawyer"', f'occupation {OLHA} value="human rights defender"']),
        ("On Monday Olha Petrenko (f), 44, a psychologist, left.",
         [f'age {OLHA} value=exact:44("44")', f'occupation {OLHA} value="psychologist"']),
        ("British-Iranian academic Olha Petrenko left.",
         [f'nationality {OLHA} value="British-Iranian"', f'occupation {OLHA} value="academic"']),
        ("Dual national Mr Petrenko left.",
         ['nationality subject="Petrenko"/person value="Dual national"']),
        ("Olha Petrenko, a US citizen and the daughter of Ivan Bondar, left.",
         [f'nationality {OLHA} value="US citizen"',
          f'kinship {OLHA} value="daughter of Ivan Bondar"']),
        ("Olha Petrenko, a reporter with the Voice of Velmora, left.",
         [f'occupation {OLHA} value="reporter"']),
        ("Olha Petrenko, a deputy in the National Assembly who stayed, left.",
         [f'role {OLHA} value="deputy in the National Assembly"']),
        ("The mayor of Kerem, Olha Petrenko, left.", [f'role {OLHA} value="mayor of Kerem"']),
        ("The deputies Olha Petrenko and Ivan Bondar left.",
         [f'role {OLHA} value="deputy"', 'role subject="Ivan Bondar"/person value="deputy"']),
        ("The engineers - Olha Petrenko, Ivan Bondar and Taras Melnyk - left.",
         [f'occupation {OLHA} value="engineer"',
          'occupation subject="Ivan Bondar"/person value="engineer"',
          'occupation subject="Taras Melnyk"/person value="engineer"']),
        ("Ivan Bondar's mother, Irena, who came, left.",
         ['kinship subject="Irena"/person value="mother of Ivan Bondar"']),
        ("Mr Bondar's wife Olha Petrenko left.", [f'kinship {OLHA} value="wife of Bondar"']),
        ("Olha Petrenko, Velmora's former ambassador to Ostravia, left.",
         [f'role {OLHA} value="Velmora\'s former ambassador to Ostravia"']),
        ("Olha Petrenko, human rights lawyer at the Free Network (FN), left.",
         [f'occupation {OLHA} value="human rights lawyer"']),
        ("Olha Petrenko, an aide to the president, left.",
         [f'role {OLHA} value="aide to the president"']),
        ("Public Prosecutor Olha Petrenko left.", [f'role {OLHA} value="Public Prosecutor"']),
        ("Police held teachers Ivan Bondar, Taras Melnyk, nurses Iryna Hrab and Olha Petrenko.",
         ['occupation subject="Ivan Bondar"/person value="teacher"',
          'occupation subject="Iryna Hrab"/person value="nurse"',
          f'occupation {OLHA} value="nurse"']),
        ("Captain Olha Petrenko left.", [f'role {OLHA} value="captain"']),
        ("Spokeswoman Agnes von der Heide left.",
         ['role subject="Agnes von der Heide"/person value="Spokeswoman"']),
        ("Brothers Ivan and Taras Bondar left.",
         ['kinship subject="Taras Bondar"/person value="brother of Ivan Bondar"',
          'kinship subject="Ivan"/person="Ivan Bondar" value="brother of Taras Bondar"']),
        ("Ivan Bondar left. His son, Bekir, is in exile.",
         ['kinship subject="Bekir"/person value="son of Ivan Bondar"']),
        ("Actress Tuva Lindell left.",
         ['occupation subject="Tuva Lindell"/person value="actress"']),
        ("Amina Ali Bondar, daughter of Ali Bondar, left.",
         ['kinship subject="Amina Ali Bondar"/person value="daughter of Ali Bondar"']),
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
        "Olha Petrenko, a mother of three, left.",
        "The father Ivan Bondar left.",
        "Sheikh Petrenko left.",
        "Captain Petrenko left.",
        "He might be swapped for a spy, Olha Petrenko said.",
        "The teachers met Olha Petrenko.",
    ],
)
def test_what_is_not_said_of_somebody_is_not_kept(text: str) -> None:
    assert traits(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko, who has diabetes, left.", [f'health {OLHA} value="diabetes"']),
        ("Olha Petrenko suffers from severe asthma and a heart condition.",
         [f'health {OLHA} value="severe asthma and a heart condition"']),
        ("Olha Petrenko was diagnosed with leukaemia.", [f'health {OLHA} value="leukaemia"']),
        ("Olha Petrenko is pregnant.", [f'health {OLHA} value="pregnant"']),
        ("Olha Petrenko has lost 14 kilograms.", [f'health {OLHA} value="lost 14 kilograms"']),
        ("Olha Petrenko's eyesight is failing.", [f'health {OLHA} value="eyesight failing"']),
    ],
)  # fmt: skip
def test_what_somebody_suffers_from_is_told(text: str, wanted: list[str]) -> None:
    assert traits(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko has not lost weight.",
        "Olha Petrenko may have cancer.",
        "Olha Petrenko has a house.",
        "Olha Petrenko lost an appeal.",
        "Olha Petrenko is not pregnant.",
        "The doctors suffer from stress.",
    ],
)
def test_what_is_no_illness_of_a_person_is_not_told(text: str) -> None:
    assert traits(text) == []


def test_a_stand_in_tells_the_age_and_work_of_the_one_it_stands_for() -> None:
    said = traits("Olha Petrenko was arrested. The 61-year-old beekeeper left.")
    who = 'subject="The 61-year-old beekeeper"/person="Olha Petrenko"'
    assert said == [
        f'age {who} value=exact:61("61-year-old")',
        f'occupation {who} value="beekeeper"',
    ]
