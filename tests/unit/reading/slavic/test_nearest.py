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
