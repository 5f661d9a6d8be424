"""Folding keeps the length; keys meet where the words are the same."""

import pytest

from habeas.text.normalise import fold, key


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“more than 1,450”", '"more than 1,450"'),
        ("«Кримська платформа»", '"Кримська платформа"'),
        ("„Так“, – каже", '"Так", - каже'),
        ("п’ять п`ять пʼять", "п'ять п'ять п'ять"),
        ("80–90 — so", "80-90 - so"),
        ("16\u00a0000\u202fosób", "16 000 osób"),
        ("№ 5 ½ line\nline\tcell", "№ 5 ½ line\nline\tcell"),
    ],
)
def test_marks_are_folded_one_for_one(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Сімферополь", "СІМФЕРОПОЛЬ"),
        ("Зу\u0308рих", "Зӱрих"),
        ("pre\u00adtrial  detention", "Pre-trial detention".replace("-", "")),
        ("О’Браєн", "о'браєн"),
    ],
)
def test_keys_meet(one: str, two: str) -> None:
    assert key(one) == key(two)


@pytest.mark.parametrize(("one", "two"), [("№ 5", "No 5"), ("і", "и"), ("е", "ё"), ("x²", "x2")])
def test_keys_of_different_words_stay_apart(one: str, two: str) -> None:
    assert key(one) != key(two)
