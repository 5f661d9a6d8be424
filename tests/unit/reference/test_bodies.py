from __future__ import annotations

import pytest

from habeas.reference import bodies as known
from habeas.reference.bodies import BodyKind, bodies, body_named, office, offices
from habeas.reference.languages import codes
from habeas.reference.states import state


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("European Union", "eu"),
        ("the EU", "eu"),
        ("UN", "un"),
        ("U.N.", "un"),
        ("OHCHR", "un_ohchr"),
        ("UN Working Group on Arbitrary Detention", "un_wgad"),
        ("OSCE", "osce"),
        ("PACE", "pace"),
        ("Council of Europe", "coe"),
        ("European Council", "eu_european_council"),
        ("Council of the EU", "eu_council"),
        ("G7", "g7"),
        ("FSB", "russia_fsb"),
        ("ФСБ", "russia_fsb"),
        ("Revolutionary Guards", "irgc"),
        ("CTRC", "ctrc"),
        ("Crimean Tatar Resource Centre", "ctrc"),
        ("Меджліс", "mejlis"),
        ("Meclis", "mejlis"),
        ("Crimean Platform", "crimea_platform"),
        ("State Department", "us_state_department"),
        ("Верховної Ради", "ukraine_verkhovna_rada"),
        ("HUMAN RIGHTS WATCH", "hrw"),
        ("Human Rights Centre “Viasna”", "viasna"),
    ],
)
def test_a_name_or_abbreviation_finds_its_body(name: str, wanted: str) -> None:
    assert [found.id for found in body_named(name)] == [wanted]


@pytest.mark.parametrize("name", ["SIZO", "un", "Union", "Ministry", "Ukraine", "memorial", ""])
def test_what_is_no_body_finds_none(name: str) -> None:
    assert body_named(name) == ()


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("Ministry of Foreign Affairs", "foreign_ministry"),
        ("MFA", "foreign_ministry"),
        ("foreign ministry", "foreign_ministry"),
        ("press service", "press_service"),
        ("the Ombudsman", "ombudsman"),
        ("Prosecutor’s Office", "prosecutor"),
        ("МЗС", "foreign_ministry"),
        ("прес-служба", "press_service"),
    ],
)
def test_an_office_every_state_has_is_known_without_its_state(words: str, wanted: str) -> None:
    found = office(words)
    assert found
    assert found.id == wanted


def test_words_for_no_office_find_none() -> None:
    assert office("Ministry of Fisheries") is None


@pytest.mark.parametrize("name", ["PACE", "Amnesty", "Memorial", "Red Cross", "ECHR"])
def test_a_name_that_means_something_else_too_says_so(name: str) -> None:
    assert body_named(name)
    assert known.other_meaning(name)


def test_every_body_is_found_by_each_of_its_names() -> None:
    for each in bodies():
        for name in (each.name, *each.other_names, *each.local_names):
            assert each in body_named(name), name
        own = {each.name, *each.other_names, *each.local_names}
        assert {name for name, _ in each.weak} <= own


def test_every_body_stands_in_a_known_state_and_body() -> None:
    ids = {each.id for each in bodies()}
    assert len(ids) == len(bodies())
    for each in bodies():
        assert not each.state or state(each.state), each.id
        assert not each.within or each.within in ids, each.id


def test_every_body_names_its_source_or_admits_that_it_has_none() -> None:
    assert [each.id for each in bodies() if not each.source and each.is_verified] == []


@pytest.mark.parametrize("language", codes())
def test_the_words_for_bodies_forums_and_instruments_are_there(language: str) -> None:
    heads = known.head_words(language)
    assert known.weak_head_words(language) <= heads
    assert len(heads) > 30
    assert len(known.forum_words(language)) > 8
    assert len(known.instrument_words(language)) > 12


@pytest.mark.parametrize("word", ["Ministry", "Court", "Group", "Centre", "Parliament", "Police"])
def test_a_head_word_makes_a_body(word: str) -> None:
    assert word in known.head_words()


def test_forums_and_instruments_are_told_apart_but_for_the_convention() -> None:
    assert known.forum_words() & known.instrument_words() == {"Convention"}
    assert "Summit" in known.forum_words()
    assert "Declaration" in known.instrument_words()


def test_offices_have_kinds_of_bodies_and_english_names() -> None:
    assert {each.kind for each in offices()} <= set(BodyKind)
    assert len({each.id for each in offices()}) == len(offices())
