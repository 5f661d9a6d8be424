"""Crimean Tatar names are read in every spelling; the people are invented."""

from __future__ import annotations

import pytest

from habeas.model.claim import AnyClaim, EventClaim
from habeas.reference.person_names import is_given_name, sexes, spellings
from tests import reports, slavic_reports


def arrested(claims: list[AnyClaim]) -> list[str]:
    return [one.label for claim in claims if isinstance(claim, EventClaim) for one in claim.persons]


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Османа Велімеметова", "Осман Велімеметов"),
        ("Нарімана Асанджаляла", "Наріман Асанджалял"),
        ("Джеляла Ібрагімова", "Джелял Ібрагімов"),
        ("Еміра-Усеїна Меметова", "Емір-Усеїн Меметов"),
        ("Сейтвелі Абібуллаєва", "Сейтвелі Абібуллаєв"),
        ("Сейт-Велі Абібуллаєва", "Сейт-Велі Абібуллаєв"),
        ("Рустема Сейтхалілова", "Рустем Сейтхалілов"),
        ("Асана Бекірогли", "Асан Бекірогли"),
        ("Айше Кадирогли", "Айше Кадирогли"),
        ("Ремзі Асанчалова", "Ремзі Асанчалов"),
        ("Зекір’ю Чолакова", "Зекір’я Чолаков"),
        ("Асана Курт-Заде", "Асан Курт-Заде"),
        ("Ескендера Демірджі", "Ескендер Демірджі"),
    ],
)
def test_ukrainian_forms_lead_to_the_nominative(written: str, nominative: str) -> None:
    text = f"Силовики затримали {written}."
    assert arrested(list(slavic_reports.claims_in("uk", text))) == [nominative]


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Османа Велимеметова", "Осман Велимеметов"),
        ("Джеляла Ибрагимова", "Джелял Ибрагимов"),
        ("Эмира-Усеина Меметова", "Эмир-Усеин Меметов"),
        ("Сейтвели Абибуллаева", "Сейтвели Абибуллаев"),
        ("Рустема Сейтхалилова", "Рустем Сейтхалилов"),
        ("Асана Бекир-оглы", "Асан Бекир-оглы"),
        ("Асана Бекироглу", "Асан Бекироглу"),
        ("Ремзи Асанчалова", "Ремзи Асанчалов"),
        ("Зекирью Чолакова", "Зекирья Чолаков"),
        ("Асана Курт-Заде", "Асан Курт-Заде"),
        ("Эскендера Демирджи", "Эскендер Демирджи"),
    ],
)
def test_russian_forms_lead_to_the_nominative(written: str, nominative: str) -> None:
    text = f"Силовики задержали {written}."
    assert arrested(list(slavic_reports.claims_in("ru", text))) == [nominative]


@pytest.mark.parametrize(
    ("written", "nominative"),
    [
        ("Асмана Велімеметава", "Асман Велімеметаў"),
        ("Ленура Асанчалава", "Ленур Асанчалаў"),
        ("Рустэма Сейтхалілава", "Рустэм Сейтхалілаў"),
        ("Эміра-Усеіна Меметава", "Эмір-Усеін Меметаў"),
    ],
)
def test_belarusian_forms_lead_to_the_nominative(written: str, nominative: str) -> None:
    text = f"Сілавікі затрымалі {written}."
    assert arrested(list(slavic_reports.claims_in("be", text))) == [nominative]


@pytest.mark.parametrize(
    "name",
    [
        "Osman Velimemetov",
        "Dzhelyal Ibragimov",
        "Dzhelial Ibrahimov",
        "Celâl İbragimov",
        "Celal Ibragimov",
        "Emir-Usein Memetov",
        "Emir-Useyn Memetov",
        "Emir-Üsein Memetov",
        "Seitveli Abibullaiev",
        "Seyitveli Abibullayev",
        "Seit-Veli Abibullaev",
        "Asan Bekiroğlu",
        "Asan Bekirogly",
        "Ayşe Kadıroğlu",
        "Ablâmet Asançalov",
        "Ablyamet Asanchalov",
        "Seyran Kurt-Zade",
    ],
)
def test_latin_spellings_are_names(name: str) -> None:
    assert arrested(list(reports.claims_in(f"The FSB arrested {name}."))) == [name]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Celâl", "Dzhelyal"),
        ("Dzhelial", "Джелял"),
        ("Üsein", "Усеїн"),
        ("Emir-Useyn", "Эмир-Усеин"),
        ("Seytveli", "Сейтвелі"),
        ("Rüstem", "Рустем"),
        ("Рустэм", "Rustem"),
        ("Mehmet", "Мемет"),
        ("Lütfiye", "Лутфіє"),
    ],
)
def test_spellings_of_one_name_belong_together(one: str, other: str) -> None:
    assert other in spellings(one)


def test_what_is_a_word_besides_needs_a_surname() -> None:
    assert is_given_name("Server")
    assert sexes("Leviza") == {"female"}
    assert arrested(list(reports.claims_in("Server was detained by the police."))) == []
