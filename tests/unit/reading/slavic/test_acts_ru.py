"""Acts of states and bodies, what detentions are called, and what they are tied to, in Russian."""

from __future__ import annotations

import pytest

from habeas.model.claim import ActionClaim, CharacterisationClaim, EventClaim, LeverageClaim
from habeas.model.vocabulary import ActionKind, Characterisation, LeverageKind
from habeas.reference.files import read
from tests.slavic_reports import claims_in


def actions(text: str) -> list[tuple[ActionKind, tuple[str, ...], tuple[str, ...]]]:
    return [
        (one.action, tuple(a.label for a in one.actors), tuple(t.label for t in one.targets))
        for one in claims_in("ru", text)
        if isinstance(one, ActionClaim)
    ]


def labels(text: str) -> list[tuple[Characterisation, tuple[str, ...], str]]:
    return [
        (one.label, tuple(of.label for of in one.of), one.speaker.label if one.speaker else "")
        for one in claims_in("ru", text)
        if isinstance(one, CharacterisationClaim)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Канада и Литва осудили арест Ивана Меметова.",
            (ActionKind.DENOUNCE, ("Канада", "Литва"), ()),
        ),
        ("Канада вызвала посла Украины.", (ActionKind.SUMMON, ("Канада",), ("посла Украины",))),
        (
            "Правозащитники требуют освободить Ивана Меметова.",
            (ActionKind.DEMAND, ("Правозащитники",), ()),
        ),
        (
            "Центр «Мемориал» признал Ивана Меметова политзаключённым.",
            (ActionKind.DESIGNATE, ("Центр «Мемориал»",), ("Иван Меметов",)),
        ),
        (
            "Канада ввела санкции против восьми судей.",
            (ActionKind.SANCTION, ("Канада",), ("восьми судей",)),
        ),
        (
            "МИД Украины заявил, что Ивана Меметова не задерживали.",
            (ActionKind.DENY, ("МИД Украины",), ()),
        ),
    ],
)
def test_an_act_has_those_who_do_it_and_at_whom(
    text: str, found: tuple[ActionKind, tuple[str, ...], tuple[str, ...]]
) -> None:
    assert found in actions(text)


def test_what_a_call_is_for_does_not_repeat_whom_it_calls_upon() -> None:
    (one,) = claims_in("ru", "Канада призвала Украину освободить узников.")
    assert isinstance(one, ActionClaim)
    assert one.object is not None
    assert one.object.text == "освободить узников"


def test_an_official_acts_for_the_state_in_the_title() -> None:
    (one,) = [
        claim
        for claim in claims_in("ru", "Министр Канады Пётр Калугин осудил арест Елены Петренко.")
        if isinstance(claim, ActionClaim)
    ]
    assert [state.label for state in one.on_behalf_of] == ["Канада"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Пётр Калугин назвал арест Елены Петренко незаконным.",
            (Characterisation.UNLAWFUL, ("Елена Петренко",), "Пётр Калугин"),
        ),
        (
            "Дело Елены Петренко сфабриковано.",
            (Characterisation.FABRICATED, ("Елена Петренко",), ""),
        ),
        (
            "Признаны политзаключёнными Елена Петренко и Пётр Калугин.",
            (Characterisation.POLITICALLY_MOTIVATED, ("Елена Петренко", "Пётр Калугин"), ""),
        ),
    ],
)
def test_a_label_has_its_people_and_who_gives_it(
    text: str, found: tuple[Characterisation, tuple[str, ...], str]
) -> None:
    assert found in labels(text)


def test_a_day_of_remembrance_calls_nothing() -> None:
    assert labels("30 октября — День памяти жертв политических репрессий.") == []


@pytest.mark.parametrize(
    ("text", "kind", "thing"),
    [
        (
            "Россия освободила Петра Калугина в обмен на двух офицеров.",
            LeverageKind.COUNTERPART,
            "двух офицеров",
        ),
        (
            "Россия освободила Петра Калугина в обмен на снятие запрета.",
            LeverageKind.CONCESSION,
            "снятие запрета",
        ),
        (
            "Россия готова освободить Петра Калугина, если Канада снимет санкции.",
            LeverageKind.OFFER,
            "Канада снимет санкции",
        ),
    ],
)
def test_a_tie_tells_what_is_given_for_whom(text: str, kind: LeverageKind, thing: str) -> None:
    (one,) = [claim for claim in claims_in("ru", text) if isinstance(claim, LeverageClaim)]
    assert one.leverage is kind
    assert [person.label for person in one.persons] == ["Пётр Калугин"]
    assert one.object is not None
    assert one.object.text == thing


@pytest.mark.parametrize("language", ["uk", "ru"])
def test_every_entry_for_ties_proves_itself(language: str) -> None:
    for entry in read(f"lexicons/{language}/leverage.yml"):
        for text, is_met in [(e, True) for e in entry["examples"]] + [
            (e, False) for e in entry["not"]
        ]:
            found = [c for c in claims_in(language, text) if isinstance(c, LeverageClaim)]
            assert bool(found) == is_met, text


def test_an_exchange_has_its_other_side_and_who_brought_it_about() -> None:
    text = (
        "Россия освободила Елену Петренко в обмен на офицера Петра Калугина "
        "при посредничестве Канады."
    )
    (one,) = [claim for claim in claims_in("ru", text) if isinstance(claim, EventClaim)]
    assert [person.label for person in one.persons] == ["Елена Петренко"]
    assert [person.label for person in one.counterparts] == ["Пётр Калугин"]
    assert one.mediator is not None
    assert one.mediator.label == "Канада"
