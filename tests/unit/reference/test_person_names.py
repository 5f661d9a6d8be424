from __future__ import annotations

from typing import Any

import pytest

from habeas.reference.files import read
from habeas.reference.index import plain
from habeas.reference.person_names import (
    is_common_word,
    is_family_name_first,
    is_given_name,
    looks_like_surname,
    other_meaning,
    spellings,
)

GIVEN = read("names/given.yml")
ENDINGS: list[dict[str, Any]] = read("names/surnames.yml")["endings"]


@pytest.mark.parametrize(
    "name",
    [
        "Dmytro",
        "Olha",
        "Ольга",
        "Server",
        "Nariman",
        "Леніє",
        "Zeynep",
        "Nazanin",
        "Michael",
        "François",
        "Siarhei",
        "Mohammed",
        "MARYNA",
        "Emir-Usein",
        "Jean-Marc",
        "Mar’iana",
    ],
)
def test_a_given_name_is_known(name: str) -> None:
    assert is_given_name(name)


@pytest.mark.parametrize(
    "word", [*GIVEN["not_names"], "will", "mark", "Kuleba", "Crimea-Platform", "-", ""]
)
def test_a_word_that_only_looks_like_one_is_not(word: str) -> None:
    assert not is_given_name(word)


@pytest.mark.parametrize("name", ["Will", "Mark", "Victoria", "Sofia", "Jordan", "Rose", "Любов"])
def test_a_given_name_that_means_something_else_says_so(name: str) -> None:
    assert is_given_name(name)
    assert other_meaning(name)


def test_other_meanings_are_of_given_names() -> None:
    assert all(is_given_name(name) for name in GIVEN["other_meanings"])
    assert other_meaning("Olha") == ""


def test_spellings_of_one_name_are_found_from_each() -> None:
    assert {"Olha", "Olga", "Ольга"} <= spellings("Ольга")
    assert {"Yevhen", "Євген"} <= spellings("Yevgen")
    assert "Анна" not in spellings("Ганна")
    assert spellings("Crimea") == frozenset()


def test_more_than_a_thousand_forms_are_known_in_eleven_languages() -> None:
    forms = {f for each in GIVEN["given"] for sex in ("female", "male") for f in each[sex].split()}
    assert len(forms) > 1500
    languages = [each["language"] for each in GIVEN["given"]]
    assert languages == sorted(set(languages))


@pytest.mark.parametrize("rule", ENDINGS, ids=lambda rule: rule["ending"])
def test_an_ending_matches_its_examples_and_not_its_near_misses(rule: dict[str, Any]) -> None:
    assert rule["examples"]
    for name in rule["examples"]:
        assert looks_like_surname(name), name
        assert name.casefold().endswith(rule["ending"]), name
    for word in rule["not"]:
        assert not looks_like_surname(word), word
        assert plain(word).casefold().endswith(rule["ending"]), word


@pytest.mark.parametrize(
    "word",
    [
        "Britain",
        "Tanzanian",
        "Bamako",
        "Kropyvnytskyi",
        "Saratov",
        "Taganrog",
        "Valentin",
        "petrov",
    ],
)
def test_states_people_places_and_given_names_are_no_surnames(word: str) -> None:
    assert not looks_like_surname(word)


def test_chinese_and_korean_surnames_stand_first_and_some_are_english_words() -> None:
    assert all(is_family_name_first(name) for name in ("Wang", "Zhang", "Kim", "Song"))
    assert not is_family_name_first("Petrenko")
    assert is_common_word("Song")
    assert not is_common_word("Wang")
    assert all(is_family_name_first(name) for name in read("names/surnames.yml")["common_words"])
