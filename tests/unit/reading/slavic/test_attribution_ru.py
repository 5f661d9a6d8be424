"""Whose words a Russian text gives, through whom, and who is meant where no name stands."""

from __future__ import annotations

import pytest

from habeas.model.claim import EventClaim
from habeas.model.vocabulary import EventKind
from tests.slavic_reports import claims_in

ARREST = "Елену Петренко задержали в Ялте."


def events(text: str) -> list[EventClaim]:
    return [one for one in claims_in("ru", text) if isinstance(one, EventClaim)]


@pytest.mark.parametrize(
    ("text", "speaker", "via"),
    [
        (f"{ARREST} Об этом сообщает газета «Полдень».", "Полдень", ()),
        (f"{ARREST}\n\nОб этом сообщила «Тихая гавань».", "Тихая гавань", ()),
        (
            f"{ARREST} Об этом пишет «Полдень» со ссылкой на МИД Украины.",
            "МИД Украины",
            ("Полдень",),
        ),
        ("«Елену Петренко задержали», — сказал Иван Меметов.", "Иван Меметов", ()),
        (
            "«Это беззаконие. Елену Петренко задержали», — сказал Иван Меметов.",
            "Иван Меметов",
            (),
        ),
        (
            "Иван Меметов ждёт. «Так было, — сказал Иван Меметов. — Елену Петренко задержали».",
            "Иван Меметов",
            (),
        ),
        (
            "Иван Меметов заявил, что он болен. По его словам, Елену Петренко задержали.",
            "Иван Меметов",
            (),
        ),
    ],
)
def test_the_speaker_is_the_source_nearest_to_the_fact(
    text: str, speaker: str, via: tuple[str, ...]
) -> None:
    found = next(one for one in events(text) if one.event is EventKind.ARRESTED)
    assert found.speaker is not None
    assert found.speaker.label == speaker
    assert tuple(one.label for one in found.via) == via


def test_what_follows_the_speech_of_another_paragraph_is_not_attributed() -> None:
    text = "Иван Меметов заявил, что болен.\n\nЕлену Петренко задержали в Ялте."
    assert [one.speaker for one in events(text)] == [None]


@pytest.mark.parametrize(
    ("text", "kind", "persons"),
    [
        (
            "Ивана Меметова и Елену Петренко задержали. Обоих приговорили к 8 годам.",
            EventKind.SENTENCED,
            ["Иван Меметов", "Елена Петренко"],
        ),
        (
            "Иван Меметов задержан 2 мая, а 30 июня приговорён к 8 годам.",
            EventKind.SENTENCED,
            ["Иван Меметов"],
        ),
        (
            "Иван Меметов задержан 2 мая. 30 июня приговорён к 8 годам.",
            EventKind.SENTENCED,
            ["Иван Меметов"],
        ),
        ("1. Меметов Иван, 31 — избит", EventKind.MISTREATED, ["Иван Меметов"]),
        (
            "Ивана Меметова задержали, сообщил Пётр Сова. Суд взял его под стражу.",
            EventKind.REMANDED,
            ["Иван Меметов"],
        ),
    ],
)
def test_who_is_not_named_again_is_known_from_before(
    text: str, kind: EventKind, persons: list[str]
) -> None:
    found = [one for one in events(text) if one.event is kind]
    assert [person.label for one in found for person in one.persons] == persons


def test_nobody_is_supplied_where_others_are_spoken_of() -> None:
    text = "Иван Меметов задержан 2 мая, а 30 июня задержали трёх активистов."
    assert len(events(text)) == 1
