"""Events that no verb of their own tells, in Russian."""

from __future__ import annotations

import pytest

from habeas.model.claim import EventClaim
from habeas.model.vocabulary import Modality
from tests.slavic_reports import claims_in


def told(text: str) -> list[tuple[str, tuple[str, ...]]]:
    """Kind and persons of each event."""
    return [
        (claim.event.value, tuple(one.label for one in claim.persons))
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim)
    ]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Захар Минчук сейчас в исправительной колонии № 7.", ("held", ("Захар Минчук",))),
        ("Мая 3 задержали учительницу Елену Бойко, на следующий день — её мужа, Захара Минчука.",
         ("arrested", ("Захар Минчук",))),
        ("По версии следствия, Захар Минчук передавал сведения разведке.",
         ("charged", ("Захар Минчук",))),
        ("Елена Бойко была арестована вместе с директором школы Захаром Минчуком.",
         ("arrested", ("Елена Бойко", "Захар Минчук"))),
        ("Задержан Захар Минчук. Жену на свидание не пустили.",
         ("denied_access", ("Захар Минчук",))),
        ("Захар Минчук рассказал, что в подвале его душили.", ("mistreated", ("Захар Минчук",))),
        ("Ева Бойко вернулась домой. Её помиловал президент.", ("pardoned", ("Ева Бойко",))),
    ],
)  # fmt: skip
def test_what_has_no_verb_or_name_beside_it_is_told(
    text: str, event: tuple[str, tuple[str, ...]]
) -> None:
    assert event in told(text)


def test_a_surname_that_two_can_bear_is_whose_case_the_verb_asks_for() -> None:
    text = "Фёдор Гнатищев болен, сообщила Ольга Гнатищева. Гнатищева арестовали летом."
    assert ("arrested", ("Фёдор Гнатищев",)) in told(text)


def test_a_penalty_asked_for_is_only_demanded() -> None:
    text = "Прокурор требовал для Захара Минчука 14 лет колонии."
    found = [claim for claim in claims_in("ru", text) if isinstance(claim, EventClaim)]
    assert [claim.modality for claim in found] == [Modality.DEMANDED]


@pytest.mark.parametrize(
    "text",
    [
        "По версии следствия, Захар Минчук свидетель.",
        "Журналистов не пустили в зал.",
        "Захар Минчук сейчас в отпуске.",
    ],
)
def test_nothing_is_told_where_nothing_befell_anybody(text: str) -> None:
    assert told(text) == []
