"""What the Ukrainian and Russian readers make of sentences as reports write them."""

import pytest

from habeas.model.claim import ActionClaim, EventClaim, FigureClaim
from habeas.model.vocabulary import EventKind, Modality
from tests.slavic_reports import claims_in


def events(language: str, text: str) -> list[EventClaim]:
    return [one for one in claims_in(language, text) if isinstance(one, EventClaim)]


def test_a_list_in_the_accusative_gives_nominatives_and_keeps_the_words() -> None:
    """
    2023-05-03 arrested person="Олену Петренко" person="Івана Бондаря"
    """
    text = "3 травня 2023 року силовики затримали в Ялті Олену Петренко та Івана Бондаря."
    (found,) = events("uk", text)
    assert [one.text for one in found.persons] == ["Олену Петренко", "Івана Бондаря"]
    assert [one.label for one in found.persons] == ["Олена Петренко", "Іван Бондар"]
    assert found.place is not None
    assert found.place.label == "Ялта"
    assert found.date is not None
    assert found.date.date.text == "2023-05-03"


def test_a_surname_alone_is_the_person_named_in_full_before() -> None:
    """transferred person="Меметова"="Сейран Меметов" """
    text = "Сейран Меметов находится под стражей. Позже Меметова этапировали в Ростов."
    held, moved = events("ru", text)
    assert (held.event, moved.event) == (EventKind.HELD, EventKind.TRANSFERRED)
    assert moved.persons[0].label == "Сейран Меметов"


def test_article_term_and_regime_are_linked_to_the_sentenced() -> None:
    text = (
        "Суд приговорил Сейрана Меметова к 12 годам колонии строгого режима "
        "по ч. 2 ст. 205.5 УК РФ."
    )
    (found,) = events("ru", text)
    assert [(one.article, one.part, one.code) for one in found.charges] == [("205.5", "2", "УК РФ")]
    assert found.sentence is not None
    assert str(found.sentence.duration) == "P12Y"
    assert found.sentence.regime == "строгого режима"
    assert found.court is not None


def test_part_of_a_count_is_not_added_to_its_whole() -> None:
    """figure:held 100, figure:held 33 subset_of the first"""
    text = "Росія незаконно утримує близько 100 українців, з них 33 жінки."
    figures = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [one.quantity.low for one in figures] == [100, 33]
    assert [bool(one.subset_of) for one in figures] == [False, True]


@pytest.mark.parametrize(
    ("language", "text", "manner"),
    [
        ("uk", "Івана Бондаря не затримували.", Modality.DENIED),
        ("uk", "Якщо Івана Бондаря засудять до 15 років, він помре.", Modality.CONDITIONAL),
        ("uk", "МЗС України вимагає звільнити Івана Бондаря.", Modality.DEMANDED),
        ("uk", "Івана Бондаря можуть засудити до 15 років.", Modality.CONDITIONAL),
        ("ru", "Сейрана Меметова не задерживали.", Modality.DENIED),
        ("ru", "Если Сейрана Меметова осудят до 15 лет, он умрет.", Modality.CONDITIONAL),
        ("ru", "МИД Украины требует освободить Сейрана Меметова.", Modality.DEMANDED),
    ],
)
def test_what_did_not_happen_is_not_asserted(language: str, text: str, manner: Modality) -> None:
    found = events(language, text)
    assert all(one.modality is manner for one in found)
    assert not any(one.modality is Modality.ASSERTED for one in found)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("uk", "За словами адвоката Петра Залицького, Івана Бондаря затримали.", "Петро Залицький"),
        ("uk", "«Івана Бондаря затримали», — сказав міністр Петро Залицький.", "Петро Залицький"),
        (
            "ru",
            "По словам адвоката Петра Луговского, Сейрана Меметова задержали.",
            "Пётр Луговский",
        ),
        ("ru", "Сейрана Меметова задержали, сообщила Ольга Луговская.", "Ольга Луговская"),
    ],
)
def test_words_are_their_speakers(language: str, text: str, speaker: str) -> None:
    (found,) = events(language, text)
    assert found.speaker is not None
    assert found.speaker.label == speaker


def test_a_state_demands_of_another() -> None:
    text = "МЗС України вимагає від Росії звільнити Івана Бондаря."
    (found,) = [one for one in claims_in("uk", text) if isinstance(one, ActionClaim)]
    assert [one.text for one in found.actors] == ["МЗС України"]
    assert [one.label for one in found.targets] == ["Росія"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uk", "Силовики затримали брата Івана Бондаря."),
        ("uk", "На вулиці Івана Бондаря затримали водія."),
        ("ru", "Силовики задержали брата Сейрана Меметова."),
        ("ru", "Адвокат Сейрана Меметова рассказал о погоде."),
    ],
)
def test_what_befell_another_is_not_told_of_the_person(language: str, text: str) -> None:
    named = {one.label for event in events(language, text) for one in event.persons}
    assert not any("Бондар" in name or "Меметов" in name for name in named)


def test_a_given_name_with_a_stem_of_its_own_is_not_mistaken_for_another() -> None:
    """abducted person="Віктора Савченка"="Віктор Савченко" """
    (found,) = events("uk", "Її чоловіка, Віктора Савченка, викрали у 2022 році.")
    assert found.persons[0].label == "Віктор Савченко"
