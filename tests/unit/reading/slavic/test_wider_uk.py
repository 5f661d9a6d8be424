"""What befalls whom in wider Ukrainian sentences: asides, gerunds, names beside names."""

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from habeas.model.vocabulary import Modality
from tests.slavic_reports import claims_in


def told(text: str) -> set[tuple[str, str]]:
    """What is asserted of whom."""
    return {
        (one.event.value, person.label)
        for one in claims_in("uk", text)
        if isinstance(one, EventClaim) and one.modality is Modality.ASSERTED
        for person in one.persons
    }


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Росіяни взяли Марту Левків у полон.", "arrested", "Марта Левків"),
        (
            "Остап Бойко зник. У 2022 році його захопили росіяни та десять днів утримували в Ялті.",
            "held",
            "Остап Бойко",
        ),
        (
            "У списку ім'я Марти Левків – журналістки та лікарки, яка була викрадена торік.",
            "abducted",
            "Марта Левків",
        ),
        (
            "Остап Бойко приїхав. Його затримали силовики, звинувативши у «шпигунстві».",
            "charged",
            "Остап Бойко",
        ),
        (
            "Остапа Бойка силовики затримували за зйомку на телефон біля будинку Назара Левківа.",
            "arrested",
            "Остап Бойко",
        ),
        ("Як вказано в листі до Назара Дуба, Марта Левків загинула.", "died", "Марта Левків"),
        ("МЗС закликає звільнити всіх, засуджуючи вирок Марті Дуб.", "sentenced", "Марта Дуб"),
    ],
)
def test_it_is_told_of_whom_the_words_mean(text: str, event: str, name: str) -> None:
    assert (event, name) in told(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Назару Дубу повідомили, що його донька, лікарка Марта Левків, померла.", "Назар Дуб"),
        ("Як вказано в листі до Назара Дуба, Марта Левків загинула.", "Назар Дуб"),
        ("Силовики затримали Остапа Бойка, бізнесмена із Кривого Рогу.", "Кривого Рогу"),
        ("Вимагають звільнити всіх ув’язнених Кремлем українців.", "Кремлем"),
    ],
)
def test_it_is_not_told_of_who_stands_by(text: str, name: str) -> None:
    assert not {label for _, label in told(text)} & {name}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Водночас повернути в Україну вдалося поки лише 361 дитину.", "released"),
        ("Наразі 401 дитину вважають безвісти зниклою.", "disappeared"),
        ("Втім 895 осіб досі залишаються в російському полоні.", "held"),
    ],
)
def test_a_number_takes_what_its_verb_tells(text: str, status: str) -> None:
    found = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [one.status.value for one in found] == [status]


def test_what_is_said_by_the_way_is_a_fact_inside_a_demand() -> None:
    text = "Омбудсман просить сприяти візиту до Остапа Бойка, який утримується у Росії."
    assert ("held", "Остап Бойко") in told(text)


def test_so_many_names_as_the_number_says_are_those_counted() -> None:
    text = "Двоє захоплених моряків буксира Остап Бойко і Назар Дуб заявили про це."
    assert {("arrested", "Остап Бойко"), ("arrested", "Назар Дуб")} <= told(text)


def test_a_verdict_that_is_such_has_its_bearer() -> None:
    text = "15 років колонії. Такий вирок торік у червні отримав художник Остап Бойко."
    assert ("sentenced", "Остап Бойко") in told(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Правозахисники зафіксували 25 випадків обшуків.", ["25"]),
        ("Зі 177 заарештованих людей 68 є вірянами.", ["177", "68"]),
        ("Окупанти винесли шість незаконних вироків.", ["шість"]),
    ],
)
def test_cases_and_parts_are_counted(text: str, words: list[str]) -> None:
    found = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [one.quantity.words for one in found] == words


@pytest.mark.parametrize(
    "text",
    [
        "За гратами або під домашнім арештом перебувають 10 журналістів.",
        "Наразі за ґратами перебувають 10 журналістів.",
    ],
)
def test_bars_are_bars_in_either_spelling(text: str) -> None:
    found = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [(one.status.value, one.quantity.words) for one in found] == [("held", "10")]


def test_a_noun_behind_a_verb_tells_nothing_of_the_sex_of_the_next_name() -> None:
    text = "МЗС закликає Російську Федерацію негайно звільнити Владислава Левківського."
    (found,) = (one for one in claims_in("uk", text) if isinstance(one, EventClaim))
    assert [one.label for one in found.persons] == ["Владислав Левківський"]


def test_who_is_among_those_returned_is_released() -> None:
    text = "Серед повернутих журналіст Остап Бойко, який був викрадений у березні."
    assert {("released", "Остап Бойко"), ("abducted", "Остап Бойко")} <= told(text)
