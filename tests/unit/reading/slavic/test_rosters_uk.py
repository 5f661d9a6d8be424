"""Groups whose names are spelled out, penalties shared out, and who is meant by few words."""

from __future__ import annotations

import pytest

from habeas.model.claim import ActionClaim, EventClaim, FigureClaim, LeverageClaim
from habeas.model.vocabulary import ActionKind, EventKind, LeverageKind, Modality
from tests.slavic_reports import claims_in

_IVAN, _OLENA, _PETRO = "Іван Бондар", "Олена Петренко", "Петро Коваль"


def _told(text: str) -> list[tuple[EventKind, tuple[str, ...]]]:
    return [
        (one.event, tuple(who.label for who in one.persons))
        for one in claims_in("uk", text)
        if isinstance(one, EventClaim)
    ]


def _acts(text: str) -> list[ActionKind]:
    return [one.action for one in claims_in("uk", text) if isinstance(one, ActionClaim)]


@pytest.mark.parametrize(
    "text",
    [
        "Литва стривожена арештом двох громадян – Івана Бондаря та Петра Коваля.",
        "Силовики затримали групу активістів: Івана Бондаря та Петра Коваля.",
        "Двох осіб — братів Івана Бондаря та Петра Коваля — 18 травня затримали силовики.",
        "Силовики затримали двох активістів (Івана Бондаря і Петра Коваля).",
    ],
)
def test_names_that_spell_out_a_group_are_those_it_befell(text: str) -> None:
    assert (EventKind.ARRESTED, (_IVAN, _PETRO)) in _told(text)


def test_who_tells_of_a_group_is_not_one_of_it() -> None:
    text = "Затримали трьох активістів: про це повідомили Іван Бондар і Петро Коваль."
    assert _told(text) == []


def test_terms_told_in_the_order_of_the_names_are_shared_out() -> None:
    text = "Суд засудив Івана Бондаря і Олену Петренко до 20 і 10 років колонії відповідно."
    found = [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    terms = [(one.persons[0].label, str(one.sentence.duration)) for one in found if one.sentence]
    assert terms == [(_IVAN, "P20Y"), (_OLENA, "P10Y")]


def test_a_verdict_in_a_relative_clause_names_its_court() -> None:
    text = "Вирок, який 14 листопада Чернопільський обласний суд виніс Івану Бондарю, незаконний."
    found = [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    assert [one.court and one.court.label for one in found] == ["Чернопільський обласний суд"]


@pytest.mark.parametrize(
    "text",
    [
        "Литва звільнила 49 людей, серед них — правозахисниця Олена Петренко.",
        "Литва звільнила 49 людей, зокрема Олену Петренко.",
    ],
)
def test_some_of_those_counted_are_named(text: str) -> None:
    assert (EventKind.RELEASED, (_OLENA,)) in _told(text)


def test_a_court_that_condemns_somebody_protests_against_nothing() -> None:
    assert _acts("Київський районний суд засудив Івана Бондаря до двох років ув’язнення.") == []


def test_what_an_actor_does_besides_is_no_part_of_the_first() -> None:
    text = "МЗС України висловлює протест проти вироку і вимагає звільнити Івана Бондаря."
    found = [one for one in claims_in("uk", text) if isinstance(one, ActionClaim)]
    objects = {one.action: one.object.text for one in found if one.object}
    assert objects[ActionKind.DENOUNCE] == "проти вироку"
    assert objects[ActionKind.DEMAND] == "звільнити Івана Бондаря"


def test_a_count_inside_the_words_of_an_event_is_a_figure() -> None:
    text = "Литва повернула 49 людей із полону."
    found = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [one.quantity.low for one in found] == [49]


def test_a_trial_that_has_a_day_is_planned() -> None:
    text = "Суд у справі Івана Бондаря призначено на 5 лютого."
    found = [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    assert [(one.event, one.modality) for one in found] == [(EventKind.TRIED, Modality.PLANNED)]


def test_a_docket_tells_who_is_tried_and_its_verdict_whom_it_befalls() -> None:
    text = "Підсудна Петренко Олена, ч. 2 ст. 280 КК. Вирок 06.02.2024: 3 роки умовно."
    assert _told(text) == [(EventKind.TRIED, (_OLENA,)), (EventKind.SENTENCED, (_OLENA,))]


def test_each_defendant_of_a_docket_has_the_articles_behind_him() -> None:
    text = "Підсудні Бондар Іван, ст. 205.5 ч. 1; Коваль Петро, ст. 280 ч. 2."
    found = [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    assert [(one.persons[0].label, one.charges[0].article) for one in found] == [
        (_IVAN, "205.5"),
        (_PETRO, "280"),
    ]


def test_brothers_share_the_surname_that_stands_once_in_the_plural() -> None:
    text = "Двох осіб — братів Івана та Петра Бекташаєвих — затримали силовики."
    assert (EventKind.ARRESTED, ("Іван Бекташаєв", "Петро Бекташаєв")) in _told(text)


def test_another_accused_of_a_part_of_the_same_article_has_that_part() -> None:
    text = (
        "Івана Бондаря обвинувачують за ч. 1 ст. 212 КК, "
        "Петра Коваля — за частиною другою тієї ж статті."
    )
    found = [one for one in claims_in("uk", text) if isinstance(one, EventClaim)]
    assert [
        (one.persons[0].label, one.charges[0].article, one.charges[0].part) for one in found
    ] == [
        (_IVAN, "212", "1"),
        (_PETRO, "212", "2"),
    ]


def test_the_years_of_a_penalty_tell_of_no_custody_besides() -> None:
    text = "Суд засудив Івана Бондаря до двох років ув’язнення у колонії."
    assert _told(text) == [(EventKind.SENTENCED, (_IVAN,))]


def test_an_office_for_the_missing_is_not_missing() -> None:
    text = "Про це сказав уповноважений з питань осіб, зниклих безвісти, Іван Бондар."
    assert _told(text) == []


def test_whom_one_may_have_held_is_alleged() -> None:
    text = "Ще близько 30 осіб міг утримувати загін «Вепр»."
    found = [one for one in claims_in("uk", text) if isinstance(one, FigureClaim)]
    assert [one.modality for one in found] == [Modality.ALLEGED]


def test_what_is_asked_in_return_for_somebody_ties_him_to_another() -> None:
    text = (
        "Посередники пропонували включити Олену Петренко до списку, "
        "якщо Литва відпустить офіцера Івана Бондаря."
    )
    found = [one for one in claims_in("uk", text) if isinstance(one, LeverageClaim)]
    assert [(one.leverage, one.persons[0].label) for one in found] == [(LeverageKind.OFFER, _OLENA)]


def test_a_threat_not_to_release_links_the_two() -> None:
    text = "Литва погрожує не відпустити Олену Петренко, доки не знімуть санкцій."
    found = [one for one in claims_in("uk", text) if isinstance(one, LeverageClaim)]
    assert [(one.leverage, one.holder and one.holder.label) for one in found] == [
        (LeverageKind.LINK, "Литва")
    ]


def test_the_we_of_a_statement_is_the_body_that_issued_it() -> None:
    text = (
        "Заява Міністерства закордонних справ Литви щодо арешту Олени Петренко\n\n"
        "Ми рішуче засуджуємо арешт Олени Петренко."
    )
    found = [one for one in claims_in("uk", text) if isinstance(one, ActionClaim)]
    assert [(one.actors[0].text, one.actors[0].label) for one in found] == [
        ("Ми", "Міністерство закордонних справ Литви")
    ]


def test_custody_that_is_only_judged_is_told_of_elsewhere() -> None:
    assert _told("Ми вважаємо утримання Івана Бондаря свавільним.") == []


def test_a_judge_who_gave_a_verdict_is_not_whom_it_befell() -> None:
    text = "Литва запровадила санкції проти судді Івана Бондаря, який виніс вирок Олені Петренко."
    assert _told(text) == [(EventKind.SENTENCED, (_OLENA,))]
