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
