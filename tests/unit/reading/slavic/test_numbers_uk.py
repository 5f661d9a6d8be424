"""Numbers in Ukrainian reports: at the end of a line, of cases, and whom they are not told of."""

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from habeas.model.vocabulary import CountingUnit
from tests.slavic_reports import claims_in


def counted(text: str) -> list[tuple[str, str, bool]]:
    """What is told of how many, and whether they are part of others."""
    return [
        (one.status.value, one.quantity.words, bool(one.subset_of))
        for one in claims_in("uk", text)
        if isinstance(one, FigureClaim)
    ]


def told(text: str) -> set[tuple[str, str]]:
    """What befell whom."""
    return {
        (one.event.value, person.label)
        for one in claims_in("uk", text)
        if isinstance(one, EventClaim)
        for person in one.persons
    }


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "- перебувають у СІЗО — 75 (40 — кримські татари);",
            [("held", "75", False), ("held", "40", True)],
        ),
        (
            "Зафіксовано 111 випадків неправомірного затримання (28 із них стосовно вірян).",
            [("arrested", "111", False), ("arrested", "28", True)],
        ),
        ("Окупаційна влада утримує ще трьох міських голів.", [("held", "трьох", False)]),
    ],
)
def test_a_number_is_of_what_the_line_or_the_case_tells(
    text: str, figures: list[tuple[str, str, bool]]
) -> None:
    assert counted(text) == figures


def test_cases_are_counted_as_cases() -> None:
    text = "За рік зафіксовано 111 випадків затримання та 61 обшук."
    units = [one.unit for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert units == [CountingUnit.CASE, CountingUnit.CASE]


@pytest.mark.parametrize(
    "text",
    [
        "Звільнили за рішенням Остапа Бойка двох активістів.",
        "Режимом Остапа Бойка було звільнено 123 політв’язні.",
    ],
)
def test_who_decides_is_not_who_is_released(text: str) -> None:
    assert ("released", "Остап Бойко") not in told(text)


def test_a_pronoun_inside_the_verb_is_whom_it_befalls() -> None:
    text = "Остап Бойко служив. Коли окупанти захопили його в полон, Назару було 17 років."
    assert ("arrested", "Остап Бойко") in told(text)


def test_a_lawyer_who_is_arrested_is_named_behind_his_trade() -> None:
    text = "Суд арештував на 10 діб адвоката Остапа Бойка."
    assert ("sentenced", "Остап Бойко") in told(text)


def test_charges_are_brought_against_a_number_of_people() -> None:
    text = "Висунуто безпідставні звинувачення проти 24 вірян, 20 із яких було заарештовано."
    assert counted(text) == [("charged", "24", False), ("arrested", "20", True)]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Суд заарештував Марту Дуб.", "remanded"),
        ("Остапа Бойка та Марту Дуб заарештували на два місяці.", "remanded"),
        ("Марту Дуб заарештували вранці.", "arrested"),
    ],
)
def test_an_arrest_by_a_court_or_for_months_is_custody(text: str, event: str) -> None:
    assert (event, "Марта Дуб") in told(text)
