"""Constructions of Russian reports, retold of invented people."""

from __future__ import annotations

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from tests.slavic_reports import claims_in


def told(text: str) -> list[tuple[str, str]]:
    """What is told of whom; a manner that is not asserted stands behind the kind."""
    return [
        (
            claim.event.value
            + ("" if claim.modality.value == "asserted" else f"/{claim.modality.value}"),
            person.label,
        )
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim)
        for person in claim.persons
    ]


def counted(text: str) -> list[tuple[str, int | None, int | None]]:
    """What is told of how many."""
    return [
        (one.status.value, one.quantity.low, one.quantity.high)
        for one in claims_in("ru", text)
        if isinstance(one, FigureClaim)
    ]


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        ("Задержаны Захар Минчук, Хушвахти Давронзода, Елена Бойко.", "arrested",
         ["Захар Минчук", "Хушвахти Давронзода", "Елена Бойко"]),
        ("Суд арестовал на два месяца Захара Минчука (село Верхняя Ока), Елену Бойко (Ялта).",
         "remanded", ["Захар Минчук", "Елена Бойко"]),
        ("Под стражу взяли Захара Минчука* и Елену Бойко[2].", "remanded",
         ["Захар Минчук", "Елена Бойко"]),
        ("Полиция задержала двоих: Захара Минчука и Елену Бойко.", "arrested",
         ["Захар Минчук", "Елена Бойко"]),
        ("Суд продлил арест Захару Кара-Сове.", "remanded", ["Захар Кара-Сова"]),
        ("В отношении Минчука З. С. возбуждено дело.", "charged", ["З. С. Минчук"]),
    ],
)  # fmt: skip
def test_everybody_a_row_names_suffers_alike(text: str, event: str, names: list[str]) -> None:
    assert [name for kind, name in told(text) if kind == event] == names


def test_penalties_are_shared_out_in_the_order_of_the_names() -> None:
    text = "Суд приговорил Захара Минчука и Елену Бойко к 12 и 8 годам колонии соответственно."
    terms = {
        claim.persons[0].label: str(claim.sentence.duration)
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim) and claim.sentence is not None
    }
    assert terms == {"Захар Минчук": "P12Y", "Елена Бойко": "P8Y"}


def test_the_names_behind_a_count_are_some_of_the_counted() -> None:
    text = "Задержаны 12 человек, в том числе Захар Минчук и Елена Бойко."
    assert ("arrested", "Захар Минчук") in told(text)
    assert ("arrested", 12, 12) in counted(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Полицейские обыскали дома Захара Минчука в селе Белое и Елены Бойко в Саках.",
         ("searched", "Елена Бойко")),
        ("Один из задержанных — Захар Минчук — имам.", ("arrested", "Захар Минчук")),
        ("Басманный суд заочно арестовал Захара Минчука.", ("remanded", "Захар Минчук")),
        ("Суд избрал в отношении Захара Минчука меру пресечения в виде заключения под стражу.",
         ("remanded", "Захар Минчук")),
        ("Суд оставил в силе приговор журналисту Захару Минчуку.",
         ("appeal_decided", "Захар Минчук")),
        ("Суд отклонил апелляционную жалобу защиты Захара Минчука.",
         ("appeal_decided", "Захар Минчук")),
        ("Началось рассмотрение дела Захара Минчука.", ("tried", "Захар Минчук")),
        ("Наказание Захар Минчук отбывал в колонии № 5.", ("held", "Захар Минчук")),
        ("Суд удовлетворил ходатайство об аресте Захара Минчука.", ("remanded", "Захар Минчук")),
        ("Суд отказал в освобождении и оставил Захара Минчука под стражей.",
         ("remanded", "Захар Минчук")),
        ("Суд отправил Елену Бойко под домашний арест, а Захара Минчука — под стражу.",
         ("remanded", "Захар Минчук")),
        ("Захара Минчука задержали. Активисту вменили неповиновение.",
         ("charged", "Захар Минчук")),
        ("Ева Бойко – мать журналиста Захара Минчука: он был арестован в июне.",
         ("arrested", "Захар Минчук")),
        ("Елена Бойко — первая в стране женщина, которую судили за листовки.",
         ("tried", "Елена Бойко")),
        ("Захар Минчук задержан. Мера пресечения избрана 25 июня.",
         ("remanded", "Захар Минчук")),
    ],
)  # fmt: skip
def test_what_befell_somebody_is_told_in_many_ways(text: str, event: tuple[str, str]) -> None:
    assert event in told(text)


def test_where_a_verdict_was_read_tells_nothing_of_who_went_there() -> None:
    text = "Захар Минчук ездил в Ростов, где оглашали приговор по алуштинскому делу."
    assert told(text) == []


def test_penalties_before_the_names_are_for_each_his_own() -> None:
    text = (
        "Суд назначил 17 лет колонии строгого режима Захару Минчуку, по 15 лет Олегу Гнатищеву и "
        "Ивану Дубу, журналисту Петру Гаю — 13 лет."
    )
    terms = {
        claim.persons[0].label: str(claim.sentence.duration)
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim) and claim.sentence is not None
    }
    assert terms == {
        "Захар Минчук": "P17Y",
        "Олег Гнатищев": "P15Y",
        "Иван Дуб": "P15Y",
        "Пётр Гай": "P13Y",
    }


def test_a_place_beside_each_name_is_no_place_of_all() -> None:
    text = "Задержаны Захар Минчук в Ялте, Олег Гнатищев в Саках."
    places = [one.place for one in claims_in("ru", text) if isinstance(one, EventClaim)]
    assert places == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Задержали 15 человек. 11 впоследствии отпустили, четырех арестовали.",
         [("arrested", 15, 15), ("released", 11, 11), ("arrested", 4, 4)]),
        ("Правозащитники обновили список политзаключенных. В него вошли 117 человек.",
         [("held", 117, 117)]),
        ("Список политзаключенных содержит 45 фамилий.", [("held", 45, 45)]),
        ("Общее число людей, которые признаны политзаключенными, составляет 1185 человек.",
         [("held", 1185, 1185)]),
        ("Власти арестовали, а потом осудили не менее восьми человек.",
         [("sentenced", 8, None), ("arrested", 8, None)]),
        ("Под стражей находились 50 репортеров.", [("held", 50, 50)]),
        ("Из плена удалось вернуть 82 рядовых и сержантов.", [("released", 82, 82)]),
        ("Список покупок содержит 45 фамилий.", []),
    ],
)  # fmt: skip
def test_numbers_are_of_those_something_befell(
    text: str, wanted: list[tuple[str, int | None, int | None]]
) -> None:
    assert counted(text) == wanted
