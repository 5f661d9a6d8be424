"""Russian constructions: participles, datives, lists without verbs, and what did not happen."""

from __future__ import annotations

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from habeas.model.vocabulary import EventKind, FigureStatus, Modality
from tests.slavic_reports import claims_in


def events(text: str) -> list[tuple[EventKind, tuple[str, ...], Modality]]:
    return [
        (one.event, tuple(person.label for person in one.persons), one.modality)
        for one in claims_in("ru", text)
        if isinstance(one, EventClaim)
    ]


def figures(text: str) -> list[tuple[FigureStatus, str]]:
    return [
        (one.status, one.quantity.words)
        for one in claims_in("ru", text)
        if isinstance(one, FigureClaim)
    ]


@pytest.mark.parametrize(
    ("text", "kind", "person"),
    [
        ("Семья осужденного Ивана Меметова ждёт.", EventKind.SENTENCED, "Иван Меметов"),
        (
            "Суд огласил приговор бухгалтеру Ивану Меметову.",
            EventKind.SENTENCED,
            "Иван Меметов",
        ),
        ("В отношении Ивана Меметова возбудили дело.", EventKind.CHARGED, "Иван Меметов"),
        ("К Ивану Меметову пришли с обыском.", EventKind.SEARCHED, "Иван Меметов"),
        ("Среди задержанных — Иван Меметов.", EventKind.ARRESTED, "Иван Меметов"),
        ("На свободу вышла Елена Петренко.", EventKind.RELEASED, "Елена Петренко"),
        (
            "Иван Меметов, приговорённый к 8 годам колонии, болен.",
            EventKind.SENTENCED,
            "Иван Меметов",
        ),
    ],
)
def test_a_person_in_any_case_suffers_what_is_told(text: str, kind: EventKind, person: str) -> None:
    assert (kind, (person,), Modality.ASSERTED) in events(text)


def test_a_verb_left_out_is_supplied_with_its_own_term() -> None:
    found = [
        (one.persons[0].label, str(one.sentence.duration))
        for one in claims_in("ru", "Иван Меметов получил 11 лет колонии, Елена Петренко — девять.")
        if isinstance(one, EventClaim) and one.sentence is not None
    ]
    assert found == [("Иван Меметов", "P11Y"), ("Елена Петренко", "P9Y")]


def test_whom_a_list_excepts_it_did_not_befall() -> None:
    assert events("Ивана Меметова выпустили, Елену Петренко — нет.") == [
        (EventKind.RELEASED, ("Иван Меметов",), Modality.ASSERTED),
        (EventKind.RELEASED, ("Елена Петренко",), Modality.DENIED),
    ]


def test_a_question_tells_nothing() -> None:
    assert events("Ивана Меметова задержали?") == []


def test_what_happened_centuries_ago_is_no_claim() -> None:
    assert figures("В 1667 году воевода задержал двести человек.") == []


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Елену Петренко освободят в мае.", Modality.PLANNED),
        ("Елену Петренко освободят, если суд решит иначе.", Modality.CONDITIONAL),
        ("Не исключено, что Елену Петренко освободили.", Modality.ALLEGED),
        ("ФСБ отказалась освободить Елену Петренко.", Modality.DENIED),
    ],
)
def test_what_has_not_happened_is_not_asserted(text: str, modality: Modality) -> None:
    assert [one[2] for one in events(text)] == [modality]


def test_what_goes_on_is_asserted() -> None:
    assert events("Силовики продолжают удерживать Елену Петренко.") == [
        (EventKind.HELD, ("Елена Петренко",), Modality.ASSERTED)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Число политзаключённых выросло с 362 до 420 человек.", [(FigureStatus.HELD, "420")]),
        (
            "Из 420 политзаключённых 320 преследуются за веру.",
            [(FigureStatus.HELD, "420"), (FigureStatus.PERSECUTED, "320")],
        ),
        ("Число узников увеличилось на 82 человека.", []),
        ("Санкции ввели против восьми судей.", []),
        ("В Ялте провели 14 обысков.", [(FigureStatus.SEARCHED, "14")]),
    ],
)
def test_a_figure_has_the_status_of_its_people(
    text: str, found: list[tuple[FigureStatus, str]]
) -> None:
    assert figures(text) == found


def test_what_is_said_of_somebody_by_the_way_is_a_fact_whatever_is_demanded() -> None:
    text = "Канада требует освободить осуждённого к 8 годам Ивана Меметова."
    assert set(events(text)) == {
        (EventKind.RELEASED, ("Иван Меметов",), Modality.DEMANDED),
        (EventKind.SENTENCED, ("Иван Меметов",), Modality.ASSERTED),
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ивана Меметова обвиняют в подготовке взрыва.", ["подготовке взрыва"]),
        ("Елену Петренко признали виновной в «клевете» и «порче забора».",
         ["клевете", "порче забора"]),
        ("Ивана Меметова судят по ст. 275 УК РФ (государственная измена).",
         ["государственная измена"]),
        ("Ивана Меметова обвинили в том, что он молчал.", []),
    ],
)  # fmt: skip
def test_a_charge_has_its_words(text: str, words: list[str]) -> None:
    found = [one for one in claims_in("ru", text) if isinstance(one, EventClaim)]
    assert [charge.words for one in found for charge in one.charges] == words


def test_a_range_of_terms_is_no_term_of_anybody() -> None:
    text = "Ивана Меметова и Елену Петренко приговорили к срокам от 12 до 17 лет колонии."
    (one,) = [claim for claim in claims_in("ru", text) if isinstance(claim, EventClaim)]
    assert one.sentence is not None
    assert one.sentence.duration is None
    assert one.sentence.words == "от 12 до 17 лет"


def test_custody_ends_on_a_day_to_come() -> None:
    (one,) = [
        claim
        for claim in claims_in("ru", "Суд арестовал Ивана Меметова до 7 декабря.")
        if isinstance(claim, EventClaim)
    ]
    assert one.until is not None
    assert one.until.date.text == "2021-12-07"


def test_a_date_in_brackets_is_of_the_figure_before_it() -> None:
    text = "Похищены 46 человек, из них 19 освобождены (март 2014)."
    whole, part = [one for one in claims_in("ru", text) if isinstance(one, FigureClaim)]
    assert whole.date is None
    assert part.date is not None


def test_a_demand_reaches_to_the_end_of_its_list() -> None:
    text = (
        "Призываем мировое сообщество усилить политическое и экономическое давление на государство "
        "с целью прекращения нарушений прав человека на полуострове, а также освобождения "
        "Елены Петренко и других."
    )
    assert [one[2] for one in events(text)] == [Modality.DEMANDED]
