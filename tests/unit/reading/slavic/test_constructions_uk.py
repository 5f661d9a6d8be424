"""Whom it befalls in Ukrainian reports, where the name stands elsewhere or nowhere."""

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from habeas.model.vocabulary import EventKind, Modality
from tests.slavic_reports import claims_in

BEFORE = "Силовики затримали Соломію Левкович та Назара Бойка. "


def told(text: str) -> set[tuple[str, str]]:
    """What is asserted of whom."""
    return {
        (claim.event.value, person.label)
        for claim in claims_in("uk", text)
        if isinstance(claim, EventClaim) and claim.modality is Modality.ASSERTED
        for person in claim.persons
    }


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        (f"{BEFORE}Їх засудили до 8 років.", "sentenced", ["Соломія Левкович", "Назар Бойко"]),
        (f"{BEFORE}Обох відпустили.", "released", ["Соломія Левкович", "Назар Бойко"]),
        ("Остап Бойко помер. Його, тоді ще студента, вперше затримали у 2017 році.",
         "arrested", ["Остап Бойко"]),
        ("Силовики викрали Остапа Бойка. Утримують у СІЗО.", "held", ["Остап Бойко"]),
        ("Суд засудив Остапа Бойка до 8 років. Журналіста етапували до Ростова.",
         "transferred", ["Остап Бойко"]),
        ("Остапа Бойка затримали вранці, а ввечері відпустили.", "released", ["Остап Бойко"]),
        ("Силовики обшукали кримських татар.", "searched", ["кримських татар"]),
        ("Незаконно утримують цивільних українців.", "held", ["цивільних українців"]),
        ("Остап Бойко, 34 роки, лікар з Ялти, тримає голодування.", "hunger_strike",
         ["Остап Бойко"]),
        ("Затримали координатора Остапа Бойка, 41-річного агронома, а також Назара Левкова.",
         "arrested", ["Остап Бойко", "Назар Левков"]),
        ("Остап Бойко отримав дев’ять років, Назар Левков — сім.", "sentenced",
         ["Остап Бойко", "Назар Левков"]),
        ("Суд взяв Остапа Бойка під варту.", "remanded", ["Остап Бойко"]),
        ("Її чоловіка Остапа Бойка катують.", "mistreated", ["Остап Бойко"]),
        ("Суд виніс вирок Остапу Бойку.", "sentenced", ["Остап Бойко"]),
        ("Проти Остапа Бойка порушили кримінальну справу.", "charged", ["Остап Бойко"]),
    ],
)  # fmt: skip
def test_it_is_told_of_those_whom_the_words_mean(text: str, event: str, names: list[str]) -> None:
    assert EventKind(event)
    assert {(event, name) for name in names} <= told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Їх родичів затримали. Остап Бойко і Назар Левков прийшли.",
        "Затримали колегу Остапа Бойка.",
        "Дружину Остапа Бойка затримали.",
        "45 кримських татар затримали.",
    ],
)
def test_it_is_not_told_of_those_beside_them(text: str) -> None:
    assert not any(name[:1].isupper() or "татар" in name for _, name in told(text))


def test_who_stands_before_the_verb_is_not_mistaken_for_the_next_in_the_list() -> None:
    text = "Остапа Бойка засудили до 17 років колонії, Назара Левкова — до дев'яти років."
    assert ("sentenced", "Остап Бойко") in told(text)


def test_two_writings_of_one_person_are_one() -> None:
    text = "Марту Левкович бачили. Марту Андріївну Левкович засудили до 6 років."
    assert ("sentenced", "Марта Андріївна Левкович") in told(text)


def test_each_participle_has_its_own_date_and_doer() -> None:
    text = (
        "Повернулися журналіст Остап Бойко, захоплений окупантами в березні 2022 року, і лікар "
        "Назар Левков, затриманий у серпні 2023 року."
    )
    found = [c for c in claims_in("uk", text) if isinstance(c, EventClaim)]
    arrests = [one for one in found if one.event is EventKind.ARRESTED]
    dates = [one.date.date.text if one.date else "" for one in arrests]
    assert dates == ["2022-03", "2023-08"]
    assert [one.agent.text if one.agent else "" for one in arrests] == ["окупантами", ""]


def test_the_prison_of_a_penalty_is_no_place() -> None:
    (found,) = claims_in("uk", "Остапа Бойка засудили до 8 років колонії суворого режиму.")
    assert isinstance(found, EventClaim)
    assert found.place is None


def test_some_days_of_arrest_are_a_penalty() -> None:
    assert ("sentenced", "Остап Бойко") in told("Суд заарештував Остапа Бойка на 15 діб.")


def figures(text: str) -> list[tuple[str, int | None, bool]]:
    """Status, number, and whether it is part of another."""
    found = [claim for claim in claims_in("uk", text) if isinstance(claim, FigureClaim)]
    return [(one.status.value, one.quantity.low, bool(one.subset_of)) for one in found]


def test_numbers_behind_a_colon_are_parts_of_the_one_before_it() -> None:
    text = "Додому повернулися 49 осіб: 42 військових та семеро цивільних."
    assert figures(text) == [("released", 49, False), ("released", 42, True), ("released", 7, True)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("У російському полоні станом на зараз перебувають 28 тисяч громадян.", ("held", 28000)),
        ("Затримали дванадцятьох порушників.", ("arrested", 12)),
        ("Вдалося повернути 8 цивільних заручників.", ("released", 8)),
    ],
)
def test_a_number_is_told_by_its_verb(text: str, figure: tuple[str, int]) -> None:
    assert (*figure, False) in figures(text)


def test_whom_a_relative_clause_tells_of_is_not_the_one_told_of_before() -> None:
    text = "Остап Бойко помер. Його катували, розповіла співкамерниця, яку звільнили в грудні."
    assert ("released", "Остап Бойко") not in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Додому повернулися воїни та цивільні, повідомив президент Остап Бойко.",
        "Бойко: Наразі у полоні перебувають 28 тисяч цивільних. Про це сказав Остап Бойко.",
    ],
)
def test_it_does_not_befall_who_tells_of_it(text: str) -> None:
    assert not any(name == "Остап Бойко" for _, name in told(text))
