"""Names in the cases that news print them in, put back into the nominative."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.compare.records import compare
from habeas.resolution.names.cases import nominatives
from habeas.resolution.names.parts import parse
from habeas.resolution.record import Record
from habeas.resolution.score.evidence import Population, score

CROWD = Population(records=1000, surnames={})


@pytest.mark.parametrize(
    ("told", "nominative"),
    [
        ("Степана Гнатишина", "Степан Гнатишин"),
        ("Гнатишина Степана Орестовича", "Гнатишин Степан Орестович"),
        ("Степаном Орестовичем Гнатишиним", "Степан Орестович Гнатишин"),
        ("Ірині Бачинській", "Ірина Бачинська"),
        ("Сейрану Рамазанову", "Сейран Рамазанов"),
        ("Валентина Василенка", "Валентин Василенко"),
        ("Ирине Лавренко", "Ирина Лавренко"),
        ("Тимофеем Лавренко", "Тимофей Лавренко"),
        ("ЛАВРОВА Захара", "Лавров Захар"),
    ],
)
def test_an_inflected_name_is_read_as_its_nominative(told: str, nominative: str) -> None:
    name = parse(told)
    assert name.beside.nominative == nominative
    assert name.text == told
    assert name.surname == parse(nominative).surname
    assert name.given == parse(nominative).given


@pytest.mark.parametrize(
    "told",
    [
        "Степан Гнатишин",
        "Олександра Іванова",
        "Валентина Василенко",
        "Богдана Коваленко",
        "Сейтабла Ремзі",
        "Stepana Hnatyshyna",
        "Марія Кравець",
    ],
)
def test_what_can_be_a_nominative_stays_as_it_is(told: str) -> None:
    name = parse(told)
    assert not name.beside.nominative
    assert {one.text for one in name.words} == set(told.split())


def test_a_man_in_the_genitive_is_not_taken_for_the_woman_of_that_name() -> None:
    man = Record(id="a", names=(parse("Валентина Василенка"),))
    woman = Record(id="b", names=(parse("Валентина Василенко"),))
    found = score(compare(man, woman), CROWD)
    assert found is not None
    assert "sex:other" in found.contrary
    assert found.probability < 0.2


@given(st.lists(st.text(alphabet="абвгіїйоуюяь'", min_size=1), min_size=1, max_size=4))
def test_any_words_can_be_asked_about_and_none_is_lost(words: list[str]) -> None:
    found = nominatives(tuple(words))
    assert found is None or len(found) == len(words)
