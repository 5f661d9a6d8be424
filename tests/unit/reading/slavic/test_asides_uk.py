"""What is told behind, inside and beside other clauses in Ukrainian reports."""

import pytest

from habeas.model.claim import ActionClaim, EventClaim, FigureClaim
from habeas.model.vocabulary import EventKind, Modality
from tests.slavic_reports import claims_in


def events(text: str) -> list[EventClaim]:
    return [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]


def told(text: str) -> set[tuple[str, str]]:
    """What is asserted of whom."""
    return {
        (one.event.value, person.label)
        for one in events(text)
        if one.modality is Modality.ASSERTED
        for person in one.persons
    }


@pytest.mark.parametrize(
    ("text", "event", "name"),
    [
        ("Остап Бойко, якого суд засудив на 12 років, помер у колонії.", "died", "Остап Бойко"),
        ("Суд засудив до 13 років колонії 39-річну мешканку Ялти.", "sentenced", "мешканку"),
        ("Суд у Ростові виніс вирок жінці, яку шукали.", "sentenced", "жінці"),
        ("Повернувся незаконно засуджений Остап Бойко.", "released", "Остап Бойко"),
        ("У червні Остапа Бойка доправили до колонії в Ростові.", "transferred", "Остап Бойко"),
        ("Про це розповів один із затриманих Остап Бойко.", "arrested", "Остап Бойко"),
        ("Повернення Остапа Бойка в Україну відбулося вчора.", "released", "Остап Бойко"),
    ],
)
def test_it_is_told_of_whom_the_sentence_goes_on_about(text: str, event: str, name: str) -> None:
    assert (event, name) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Треба шукати механізми для звільнення Остапа Бойка.",
        "Він веде перемовини щодо звільнення Остапа Бойка.",
        "Родина бореться за звільнення Остапа Бойка.",
    ],
)
def test_a_release_that_is_worked_for_has_not_come_about(text: str) -> None:
    assert ("released", "Остап Бойко") not in told(text)


def test_what_is_done_by_the_way_gives_an_event_neither_place_nor_doer() -> None:
    text = "Засуджена Марта Левків, перебуваючи в Ялті, завела контакти зі співробітниками ФСБ."
    (found,) = events(text)
    assert found.event is EventKind.SENTENCED
    assert (found.place, found.agent) == (None, None)


def test_a_place_behind_the_next_verb_is_of_that_verb() -> None:
    text = "Остап Бойко, якого звинуватили у «шпигунстві», помер у в'язниці."
    assert {one.event.value: bool(one.place) for one in events(text)} == {
        "charged": False,
        "died": True,
    }


def test_a_court_is_no_act_of_condemnation() -> None:
    text = "Остап Бойко — один з понад 200 в'язнів, яких Росія засудила за вигаданими справами."
    found = claims_in("uk", text)
    assert not [one for one in found if isinstance(one, ActionClaim)]
    (figure,) = (one for one in found if isinstance(one, FigureClaim))
    assert (figure.status.value, figure.quantity.words) == ("sentenced", "понад 200")


def test_each_part_of_a_number_is_a_part_of_the_same() -> None:
    text = (
        "Із неволі звільнили 108 жінок, серед них - 35 захисниць зі Збройних сил, 32 - з "
        "Військово-морських сил і 12 цивільних."
    )
    figures = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [one.quantity.words for one in figures] == ["108", "35", "32", "12"]
    assert [bool(one.subset_of) for one in figures] == [False, True, True, True]


def test_bodies_of_the_dead_are_not_people_released() -> None:
    text = "На рідну землю повернуто 1409 тіл загиблих захисників."
    assert not [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
