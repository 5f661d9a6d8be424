"""Groups in Ukrainian reports: how many they are, and who of them is named a sentence later."""

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from tests.slavic_reports import claims_in

HELD = "Наразі у в’язницях незаконно утримуються троє журналістів."
NAMED = "Вона назвала імена незаконно ув'язнених журналістів."
BACK = "З полону вдалось повернути 84 людини. Серед них є медик."


def told(text: str) -> set[tuple[str, str]]:
    """What is told of whom."""
    return {
        (claim.event.value, person.label)
        for claim in claims_in("uk", text)
        if isinstance(claim, EventClaim)
        for person in claim.persons
    }


def counted(text: str) -> list[tuple[str, str, str]]:
    """What is told of how many, and of whom."""
    return [
        (one.status.value, one.quantity.words, one.population.text if one.population else "")
        for one in claims_in("uk", text)
        if isinstance(one, FigureClaim)
    ]


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        (
            f"{HELD} Це – Остап Бойко, Назар Левків, Сервет Аблязізов.",
            "held",
            ["Остап Бойко", "Назар Левків", "Сервет Аблязізов"],
        ),
        (
            f"{NAMED} Це Марлен (Осман) Левків та Остап Бойко.",
            "held",
            ["Марлен Левків", "Остап Бойко"],
        ),
        (
            f"{BACK} Є три жінки — Соломія Бойко, Марта Левків та Ганна Дуб.",
            "released",
            ["Соломія Бойко", "Марта Левків", "Ганна Дуб"],
        ),
        ("Серед тих, кого вдалось повернути додому — Остап Бойко.", "released", ["Остап Бойко"]),
        (
            "На волі двоє журналістів: Остап Бойко та Назар Левків. Вони були незаконно затримані.",
            "arrested",
            ["Остап Бойко", "Назар Левків"],
        ),
    ],
)
def test_those_who_are_listed_suffered_what_was_told_of_the_group(
    text: str, event: str, names: list[str]
) -> None:
    assert {(event, name) for name in names} <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Остап Бойко назвав імена незаконно ув'язнених журналістів.",
        "Утримують двох активістів. Це злочин, — каже правозахисник Остап Бойко.",
        "Утримують двох активістів. Це, за словами Остапа Бойка, злочин.",
    ],
)
def test_nothing_befalls_who_only_speaks_of_a_group(text: str) -> None:
    assert not {name for _, name in told(text)} & {"Остап Бойко"}


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "Відомі імена щонайменше 15 журналістів, які ув'язнені Росією.",
            [("held", "щонайменше 15", "журналістів")],
        ),
        (
            "Щонайменше 15 журналістів сидять за сфабрикованими справами.",
            [("held", "Щонайменше 15", "журналістів")],
        ),
        (
            "Силовики затримали 14 слухачів та журналістів (із них – троє жінок), які прийшли.",
            [("arrested", "14", "слухачів та журналістів"), ("arrested", "троє", "жінок")],
        ),
        (
            "Вони перебувають у СІЗО (52 людини, з яких 45 – кримські татари).",
            [("held", "52", "людини"), ("held", "45", "")],
        ),
        (
            "З полону повернули 84 людини, з них понад півсотні — цивільні.",
            [("released", "84", "людини"), ("released", "понад півсотні", "")],
        ),
    ],
)
def test_a_number_of_people_is_told_with_what_befell_them(
    text: str, figures: list[tuple[str, str, str]]
) -> None:
    assert counted(text) == figures


def test_a_part_names_its_whole() -> None:
    whole, part = (
        one
        for one in claims_in("uk", "Затримали 14 слухачів (із них – троє жінок).")
        if isinstance(one, FigureClaim)
    )
    assert part.subset_of
    assert not whole.subset_of


def test_a_name_no_list_has_stands_in_the_case_of_the_name_beside_it() -> None:
    text = "Відбулося затримання журналістів Соломії Дуб та Куламета Ібраїмченка."
    assert ("arrested", "Куламет Ібраїмченко") in told(text)
