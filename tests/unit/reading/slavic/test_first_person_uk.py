"""People who tell of themselves in Ukrainian interviews, and whom their words mean."""

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from tests.slavic_reports import claims_in


def told(text: str) -> list[tuple[str, str, str]]:
    """What befell whom, by whose words."""
    return [
        (one.event.value, person.label, one.speaker.label if one.speaker else "")
        for one in claims_in("uk", text)
        if isinstance(one, EventClaim)
        for person in one.persons
    ]


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Мене взяли в полон 20 травня.", "arrested"),
        ("Я перебувала в СІЗО.", "held"),
        ("Мене катували.", "mistreated"),
        ("Мені дали 5 років колонії.", "sentenced"),
    ],
)
def test_an_answer_is_of_whom_it_names_first(words: str, event: str) -> None:
    assert told(f"Марта Левків: Я лікарка. {words}") == [(event, "Марта Левків", "Марта Левків")]


def test_each_quotation_is_of_its_own_speaker() -> None:
    text = "«Мене затримали», — сказав Остап Бойко. «Мене катували», — розповіла Марта Левків."
    assert told(text) == [
        ("arrested", "Остап Бойко", "Остап Бойко"),
        ("mistreated", "Марта Левків", "Марта Левків"),
    ]


def test_nobody_told_of_before_is_taken_for_a_speaker_that_is_not_named() -> None:
    text = "Остапу Бойку суд призначив 5 років колонії. Мене катували."
    assert [one[0] for one in told(text)] == ["sentenced"]


def test_who_saw_it_did_not_suffer_it() -> None:
    text = "«Я бачила, Остап Бойко загинув», — розповіла Марта Левків."
    assert ("died", "Остап Бойко", "Марта Левків") in told(text)
    assert ("died", "Марта Левків", "Марта Левків") not in told(text)


def test_each_term_in_a_row_is_of_the_name_before_it() -> None:
    text = "Суд призначив Остапу Бойку 17 років колонії, Назару Дубу – 15 років."
    found = {
        one.persons[0].label: str(one.sentence.duration)
        for one in claims_in("uk", text)
        if isinstance(one, EventClaim) and one.sentence
    }
    assert found == {"Остап Бойко": "P17Y", "Назар Дуб": "P15Y"}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Остапа Бойка обміняли на 9 російських військових.", 0),
        ("Нас утримували по шестеро в камері.", 0),
        ("На рідну землю з полону повернулися й четверо черкащан.", 1),
        ("Резолюція закликає звільнити 31 громадянина України.", 1),
    ],
)
def test_who_is_counted(text: str, count: int) -> None:
    assert len([one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]) == count


def test_the_head_of_a_headquarters_has_a_name() -> None:
    text = "Остап Бойко помер. Про це повідомив керівник координаційного штабу Петро Левків."
    assert told(text) == [("died", "Остап Бойко", "Петро Левків")]


def test_who_found_it_out_did_not_do_it() -> None:
    text = "Як з'ясували правоохоронці, у підвалі людей піддавали катуванням."
    (found,) = (one for one in claims_in("uk", text) if isinstance(one, EventClaim))
    assert found.agent is None
