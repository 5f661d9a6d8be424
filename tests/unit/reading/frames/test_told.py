"""What is told as having happened, and what is only spoken of, wanted, denied or made up."""

import pytest

from habeas.model.claim import EventClaim
from habeas.model.vocabulary import Modality
from tests.reports import claims_in, told

OLHA = 'person="Olha Petrenko"/person'


def events(text: str) -> list[tuple[str, str]]:
    """Kind and manner of each event."""
    found = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    return [(one.event.value, one.modality.value) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko spoke about her arrest.",
        "The arrest of Olha Petrenko is unlawful.",
        "The Panel ruled that holding Olha Petrenko was arbitrary.",
        "In the novel, Olha Petrenko is abducted by smugglers.",
        "Olha Petrenko got one parcel a year.",
        "Olha Petrenko and Ivan Bondar were suspected members of a group.",
        "Olha Petrenko had served her sentence.",
    ],
)
def test_what_is_only_spoken_of_is_no_event(text: str) -> None:
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko must be released at once.", ("released", Modality.DEMANDED)),
        ("Rights groups say so and demand Olha Petrenko's release.", ("released", "demanded")),
        ("They hoped Olha Petrenko would be among those freed.", ("released", "conditional")),
        ("Olha Petrenko was not among those released.", ("released", "denied")),
        ("Guards have yet to transfer Olha Petrenko to Melnyk.", ("transferred", "denied")),
        ("Olha Petrenko faced a move after her arrest on 1 May 2020.", ("arrested", "asserted")),
        ("Correction: Olha Petrenko was not held but arrested in May.", ("arrested", "denied")),
        ("She criticised the decision to sentence Olha Petrenko.", ("sentenced", "asserted")),
    ],
)
def test_the_manner_is_that_of_the_words_around(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in events(text)


def test_a_participle_that_opens_a_sentence_is_about_its_subject() -> None:
    facts = told("Abducted by soldiers in Melnyk on 3 May 2020, Olha Petrenko was freed in June.")
    assert any(" abducted " in fact and OLHA in fact and "2020-05-03" in fact for fact in facts)


def test_a_participle_that_opens_a_sentence_is_about_who_died() -> None:
    facts = told("Sentenced to 13 years in prison, the 60-year-old teacher Olha Petrenko died.")
    assert any(" sentenced " in fact and OLHA in fact and "P13Y" in fact for fact in facts)


def test_an_adverb_before_a_participle_makes_no_clause() -> None:
    text = (
        'It calls on states to return "all illegally and arbitrarily detained Ostravian citizens".'
    )
    assert not any(kind == "arrested" for kind, _ in events(text))


def test_somebody_being_sentenced_is_found_inside_a_phrase() -> None:
    text = "The trial ended with Olha Petrenko being sentenced to seven years in prison."
    assert any(" sentenced " in fact and OLHA in fact and "P7Y" in fact for fact in told(text))


def test_those_listed_behind_a_colon_are_of_the_group() -> None:
    text = "Ten prisoners were released on Monday: Olha Petrenko, Ivan Bondar and Mio Dovle."
    assert any(" released " in fact and OLHA in fact and "Mio Dovle" in fact for fact in told(text))


def test_who_has_been_detained_since_a_day_is_held() -> None:
    assert events("Olha Petrenko has been detained in Melnyk since May 2018.") == [
        ("held", "asserted")
    ]


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Olha Petrenko left, and a third man was arrested.", "third man"),
        ("Ostravian citizens were arrested in Melnyk on Friday.", "Ostravian citizens"),
    ],
)
def test_people_without_a_name_are_arrested_too(text: str, person: str) -> None:
    assert any(" arrested " in fact and f'person="{person}"' in fact for fact in told(text))


@pytest.mark.parametrize(
    ("text", "crime"),
    [
        ("Olha Petrenko was charged with bank fraud in May.", "bank fraud"),
        ("A court convicted Olha Petrenko of “public calls”.", "public calls"),
        ("Olha Petrenko was held on drug-trafficking charges.", "drug-trafficking"),
        ("Police accused Olha Petrenko of collecting secret maps.", "collecting secret maps"),
    ],
)
def test_a_charge_is_read_in_its_words(text: str, crime: str) -> None:
    assert any(crime in fact for fact in told(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Police in Melnyk arrested Olha Petrenko.", ['agent="Police"', 'place="Melnyk"']),
        (
            "A court in Melnyk sentenced Olha Petrenko to two years.",
            ['court="court in Melnyk"', 'place="Melnyk"'],
        ),
        (
            "Olha Petrenko was taken to prison No. 2 in Melnyk.",
            ['place="prison No. 2 in Melnyk"'],
        ),
    ],
)
def test_a_body_does_it_where_it_is(text: str, parts: list[str]) -> None:
    facts = told(text)
    assert any(all(part in fact for part in parts) for fact in facts), facts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko's whereabouts are unknown.", ("disappeared", "asserted")),
        ("Olha Petrenko was not allowed to sleep.", ("mistreated", "asserted")),
        ("The prosecutor requested nine years for Olha Petrenko.", ("sentenced", "demanded")),
        ("They debated whether to charge Olha Petrenko.", ("charged", "conditional")),
        ("Olha Petrenko, jailed in Melnyk, is ill.", ("held", "asserted")),
    ],
)
def test_what_reports_say_in_other_words_is_found(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in events(text)


def test_a_perfect_tells_of_no_day() -> None:
    assert [one.date for one in claims_in("Olha Petrenko has been arrested.")] == [None]


def test_all_named_between_dashes_suffer() -> None:
    text = (
        "The engineers - Olha Petrenko, Ivan Bondar and a man identified only as P.H. - were held."
    )
    assert any(" held " in fact and OLHA in fact and "Ivan Bondar" in fact for fact in told(text))


def test_a_surname_of_two_is_read_by_the_title() -> None:
    text = "Olha Petrenko and Ivan Petrenko came. Ms Petrenko was arrested."
    assert any(" arrested " in fact and '"Olha Petrenko"' in fact for fact in told(text))


def test_an_apposition_that_opens_a_sentence_is_of_its_subject() -> None:
    facts = told("A teacher imprisoned in Melnyk, Olha Petrenko wrote a letter.")
    assert any(" held " in fact and OLHA in fact for fact in facts)


def test_a_court_hands_down_a_term_behind_a_bracket() -> None:
    text = "A court in Melnyk handed down a fine of 500 crowns (about 50 marks) to Olha Petrenko."
    facts = told(text)
    assert any(OLHA in fact and 'court="court in Melnyk"' in fact for fact in facts), facts


def test_a_release_has_no_charge() -> None:
    facts = told("Olha Petrenko was freed after being charged with treason.")
    assert not any(" released " in fact and "treason" in fact for fact in facts)
