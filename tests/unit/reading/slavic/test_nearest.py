"""Where no construction fits, the nearest person in the right case, and nobody who only speaks."""

from __future__ import annotations

import pytest

from habeas.model.claim import EventClaim
from habeas.model.vocabulary import EventKind
from tests.slavic_reports import claims_in


def events(language: str, text: str) -> list[tuple[EventKind, tuple[str, ...]]]:
    return [
        (one.event, tuple(person.label for person in one.persons))
        for one in claims_in(language, text)
        if isinstance(one, EventClaim)
    ]


@pytest.mark.parametrize(
    ("language", "text", "kind", "person"),
    [
        ("ru", "6. Иван Меметов — дома обыск.", EventKind.SEARCHED, "Иван Меметов"),
        (
            "ru",
            "Иван Меметов, слесарь, помнит, что в подвале душили пакетом.",
            EventKind.MISTREATED,
            "Иван Меметов",
        ),
        (
            "uk",
            "Іван Меметов: запобіжний захід — тримання під вартою продовжено до 8 квітня.",
            EventKind.REMANDED,
            "Іван Меметов",
        ),
    ],
)
def test_the_only_person_of_a_line_is_its_topic(
    language: str, text: str, kind: EventKind, person: str
) -> None:
    assert (kind, (person,)) in events(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Обыск прошёл в доме, рассказал Иван Меметов."),
        ("ru", "Адвокат Ивана Меметова сообщил, что прошли обыски."),
        ("uk", "Про обшук повідомив Іван Меметов."),
        ("uk", "Іван Меметов затримав грабіжника."),
    ],
)
def test_nobody_who_speaks_or_acts_is_taken_for_whom_it_befell(language: str, text: str) -> None:
    assert events(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "modality"),
    [
        ("uk", "Левку Гнатишину загрожує до 15 років ув'язнення.", "conditional"),
        ("uk", "Суд над Левком Гнатишиним почнеться 5 червня.", "planned"),
        ("ru", "Суд над Львом Гнатишиным начнётся 5 июня.", "planned"),
        ("ru", "Завтра суд изберёт меру пресечения Льву Гнатишину.", "planned"),
        ("ru", "Льву Гнатишину грозит до 15 лет лишения свободы.", "conditional"),
    ],
)
def test_what_only_threatens_or_is_to_come_is_not_asserted(
    language: str, text: str, modality: str
) -> None:
    found = [one for one in claims_in(language, text) if isinstance(one, EventClaim)]
    assert [one.modality.value for one in found] == [modality]
