"""What is said of people in Russian: trades, ages, kin, health, care, pleas, counsel."""

import pytest

from habeas.model.claim import AttributeClaim
from tests.slavic_reports import claims_in


def said(text: str) -> set[tuple[str, str, str]]:
    """Whom, what, and its value."""
    return {
        (
            claim.subject.label,
            claim.attribute.value,
            str(getattr(claim.value, "label", claim.value)),
        )
        for claim in claims_in("ru", text)
        if isinstance(claim, AttributeClaim)
    }


@pytest.mark.parametrize(
    ("text", "name", "attribute", "value"),
    [
        ("Задержан бизнесмен Захар Минчук.", "Захар Минчук", "occupation", "бизнесмен"),
        ("Это слова адвоката Петра Бойко.", "Пётр Бойко", "occupation", "адвокат"),
        ("Задержали Захара Минчука, агронома из Ялты.", "Захар Минчук", "residence", "Ялта"),
        ("Захар Минчук (р. 12.03.1963) голодает.", "Захар Минчук", "birth_date", "1963-03-12"),
        ("Его брат, Захар Минчук, обратился в суд.", "Захар Минчук", "kinship", "брат"),
        ("У Захара Минчука сахарный диабет и гипертония.", "Захар Минчук", "health",
         "сахарный диабет и гипертония"),
        ("Задержан Захар Минчук. Инсулин ему не передают.", "Захар Минчук", "medical_attention",
         "инсулин ему не передают"),
        ("Задержан Захар Минчук. Вину он не признаёт.", "Захар Минчук", "plea",
         "вину он не признаёт"),
        ("Задержан Захар Минчук. Его адвокат Елена Бойко подала жалобу.", "Захар Минчук",
         "lawyer", "Елена Бойко"),
        ("Умер Захар Минчук. Причина смерти — инфаркт.", "Захар Минчук", "death_cause",
         "инфаркт"),
        ("Это сказал уполномоченный по правам человека Захар Минчук.", "Захар Минчук", "role",
         "уполномоченный по правам человека"),
    ],
)  # fmt: skip
def test_it_is_said_in_the_nominative(text: str, name: str, attribute: str, value: str) -> None:
    assert (name, attribute, value) in said(text)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Задержан 41-летний Захар Минчук.", "41"),
        ("Семнадцатилетний Захар Минчук пропал.", "17"),
        ("Задержан Захар Минчук. Ему было 67 лет.", "67"),
        ("Захар Минчук, 36 лет, рассказал о побоях.", "36"),
        ("Задержан Захар Минчук. Где 41-летний фермер, неизвестно.", "41"),
    ],
)
def test_ages_are_told_in_figures_words_and_of_pronouns(text: str, years: str) -> None:
    found = [claim for claim in claims_in("ru", text) if isinstance(claim, AttributeClaim)]
    ages = [claim for claim in found if claim.attribute.value == "age"]
    assert [(one.subject.label, str(getattr(one.value, "low", ""))) for one in ages] == [
        ("Захар Минчук", years)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Адвокат Ивана Бойко пришёл.",
        "Узнали о 14-летнем приговоре Ивану Бойко.",
        "Вышла мать двоих детей Елена Бойко.",
        "Дело Ивана Бойко закрыто.",
    ],
)
def test_what_is_said_of_another_is_not_said_of_the_name(text: str) -> None:
    assert said(text) == set()


def test_a_trade_in_the_plural_is_that_of_each_but_not_of_who_tells_it() -> None:
    text = "Полиция задержала журналистов Игната Бойко и Елену Минчук, сообщил Захар Ордынов."
    trades = {(name, value) for name, sort, value in said(text) if sort == "occupation"}
    assert trades == {("Игнат Бойко", "журналист"), ("Елена Минчук", "журналист")}
