from __future__ import annotations

import csv
from pathlib import Path

import pytest

from habeas.reference.states import (
    State,
    adjective,
    metonym,
    other_meaning,
    people,
    state,
    state_named,
    states,
)

ENDORSERS = Path(__file__).parents[4] / "shared/facts/endorsers.csv"


def codes(found: tuple[State, ...]) -> list[str]:
    return [each.iso2 for each in found]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Dominica", ["DM"]),
        ("Dominican Republic", ["DO"]),
        ("Niger", ["NE"]),
        ("Nigeria", ["NG"]),
        ("Guinea", ["GN"]),
        ("Guinea-Bissau", ["GW"]),
        ("Guinea‑Bissau", ["GW"]),
        ("Equatorial Guinea", ["GQ"]),
        ("Papua New Guinea", ["PG"]),
        ("Congo", ["CD", "CG"]),
        ("Democratic Republic of the Congo", ["CD"]),
        ("DRC", ["CD"]),
        ("the Republic of the Congo", ["CG"]),
        ("Korea", ["KP", "KR"]),
        ("Republic of Korea", ["KR"]),
        ("Democratic People’s Republic of Korea", ["KP"]),
        ("Georgia", ["GE"]),
        ("Russian Federation", ["RU"]),
        ("the UK", ["GB"]),
        ("U.S.", ["US"]),
        ("USA", ["US"]),
        ("Turkey", ["TR"]),
        ("Côte d’Ivoire", ["CI"]),
        ("Cote d'Ivoire", ["CI"]),
        ("Czech Republic", ["CZ"]),
        ("The Gambia", ["GM"]),
        ("St. Kitts and Nevis", ["KN"]),
        ("UKRAINE", ["UA"]),
        ("Islamic Republic of Iran", ["IR"]),
        ("Holy See", ["VA"]),
        ("Росії", ["RU"]),
        ("Україні", ["UA"]),
        ("Иране", ["IR"]),
        ("СОЕДИНЁННЫЕ ШТАТЫ", ["US"]),
        ("turkey", []),
        ("us", []),
        ("US Virgin Islands", []),
        ("Russian", []),
        ("European Union", []),
        ("", []),
    ],
)
def test_a_name_finds_its_states_and_no_other(name: str, wanted: list[str]) -> None:
    assert codes(state_named(name)) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Ukrainian", ["UA"]),
        ("RUSSIAN", ["RU"]),
        ("Dutch", ["NL"]),
        ("Swiss", ["CH"]),
        ("Filipino", ["PH"]),
        ("Philippine", ["PH"]),
        ("British", ["GB"]),
        ("Nigerien", ["NE"]),
        ("Nigerian", ["NG"]),
        ("Dominican", ["DM", "DO"]),
        ("Congolese", ["CD", "CG"]),
        ("North Korean", ["KP"]),
        ("Burmese", ["MM"]),
        ("Ivorian", ["CI"]),
        ("Canada", []),
        ("polish", []),
    ],
)
def test_an_adjective_finds_its_states(word: str, wanted: list[str]) -> None:
    assert codes(adjective(word)) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Ukrainians", ["UA"]),
        ("Canadians", ["CA"]),
        ("Canadian", ["CA"]),
        ("Britons", ["GB"]),
        ("Iranians", ["IR"]),
        ("Frenchwoman", ["FR"]),
        ("the Dutch", ["NL"]),
        ("Swiss", ["CH"]),
        ("Spaniards", ["ES"]),
        ("Danes", ["DK"]),
        ("Filipina", ["PH"]),
        ("New Zealanders", ["NZ"]),
        ("Basotho", ["LS"]),
        ("Poles", ["PL"]),
        ("poles", []),
        ("Crimeans", []),
    ],
)
def test_a_word_for_people_finds_their_states(word: str, wanted: list[str]) -> None:
    assert codes(people(word)) == wanted


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Moscow", ["RU"]),
        ("the Kremlin", ["RU"]),
        ("Kyiv", ["UA"]),
        ("Beijing", ["CN"]),
        ("Tehran", ["IR"]),
        ("Washington", ["US"]),
        ("Ottawa", ["CA"]),
        ("London", ["GB"]),
    ],
)
def test_a_seat_of_power_stands_for_its_state_and_is_not_its_name(
    word: str, wanted: list[str]
) -> None:
    assert codes(metonym(word)) == wanted
    assert state_named(word) == ()


@pytest.mark.parametrize("word", ["Georgia", "Jordan", "Chad", "CAR", "Poles", "America", "US"])
def test_a_word_that_means_something_else_too_says_so(word: str) -> None:
    assert other_meaning(word)


@pytest.mark.parametrize("word", ["Ukraine", "Russia", "Iranians", "Canada"])
def test_a_plain_name_has_no_other_meaning(word: str) -> None:
    assert other_meaning(word) == ""


def test_there_are_193_members_two_observers_kosovo_and_taiwan() -> None:
    assert len(states()) == 197
    for extra in ("VA", "PS", "XK", "TW"):
        assert state(extra) is not None
    assert state("EU") is None
    norway = state("NO")
    assert norway
    assert (norway.iso3, norway.name) == ("NOR", "Norway")


def test_every_state_is_found_by_each_of_its_words() -> None:
    for each in states():
        assert all(each in state_named(name) for name in each.names)
        assert all(each in adjective(word) for word in each.adjectives)
        assert all(each in people(word) for word in each.people)
        assert all(each in metonym(word) for word in each.metonyms)
        assert {"uk", "ru"} <= set(each.local)
        local = [name for one in each.local.values() for name in one.written]
        assert all(each in state_named(name) for name in local)


def test_codes_are_unique_and_states_stand_by_code() -> None:
    assert [each.iso2 for each in states()] == sorted({each.iso2 for each in states()})
    assert len({each.iso3 for each in states()}) == 197


def test_a_weak_word_is_one_of_the_words_of_its_state() -> None:
    for each in states():
        words = {*each.names, *each.adjectives, *each.people}
        assert {word for word, _ in each.weak} <= words, each.iso2


@pytest.mark.skipif(not ENDORSERS.exists(), reason="the list of endorsers is kept elsewhere")
def test_every_endorser_of_the_declaration_is_a_state_but_the_union() -> None:
    with ENDORSERS.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) == 59
    for row in rows:
        assert codes(state_named(row["name"])) == ([row["iso2"]] if row["iso2"] != "EU" else [])
