"""Names in Arabic letters: compared by their consonants, and never taken for surely the same."""

from __future__ import annotations

import pytest

from habeas.resolution.compare.records import compare
from habeas.resolution.names.parts import parse
from habeas.resolution.record import Record
from habeas.resolution.score.evidence import Population, score

CROWD = Population(records=1000, surnames={})


def chance(one: str, other: str) -> float:
    found = score(
        compare(Record(id="a", names=(parse(one),)), Record(id="b", names=(parse(other),))), CROWD
    )
    assert found is not None
    assert not found.is_sure
    return found.probability


@pytest.mark.parametrize(
    ("written", "romanised"),
    [
        ("کامران جلالی", "Kamran Djalali"),
        ("کامران جلالی", "Kamran Jalali"),
        ("نسرین زاغری", "Nasrin Zaghari"),
        ("فرهاد رستمی", "Farhad Rostami"),
        ("مریم قاسمی", "Maryam Ghasemi"),
        ("خالد الدوري", "Khaled al-Douri"),
        ("يوسف المصري", "Yusuf al-Masri"),
        ("داریوش کاظمی", "Дариуш Каземи"),
    ],
)
def test_a_name_and_its_romanisation_may_be_one(written: str, romanised: str) -> None:
    assert chance(written, romanised) > 0.5


@pytest.mark.parametrize(
    ("written", "romanised"),
    [
        ("کامران جلالی", "Kamran Rostami"),
        ("کامران جلالی", "Farhad Djalali"),
        ("حسن رستمی", "Hossein Rostami"),
        ("نسرین زاغری", "Nasrin Kazemi"),
    ],
)
def test_another_given_name_or_surname_is_another_person(written: str, romanised: str) -> None:
    assert chance(written, romanised) < 0.5


def test_vowel_signs_and_letters_of_both_keyboards_change_nothing() -> None:
    assert parse("مُحَمَّد كريم").given[0].names == parse("محمد کریم").given[0].names
    assert parse("علی\u200cرضا رستمی").text == "علی\u200cرضا رستمی"


def test_scripts_without_a_table_say_nothing() -> None:
    for name in ("康明凯", "გიორგი ბერიძე", "김민수", "דוד לוי"):
        assert not parse(name).is_readable
        assert not compare(
            Record(id="a", names=(parse(name),)), Record(id="b", names=(parse(name),))
        ).signs
