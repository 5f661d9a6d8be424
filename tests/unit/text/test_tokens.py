"""What is one token, and what comes apart."""

import pytest

from habeas.text.tokens import tokenise


def words(text: str) -> list[str]:
    return [token.text for token in tokenise(text)]


@pytest.mark.parametrize(
    "whole",
    [
        "п'ять",
        "п’ять",
        "didn't",
        "O'Brien",
        "re-arrested",
        "Abdul-Kadyr",
        "pre-trial",
        "COVID-19",
        "U.S.",
        "e.g.",
        "т.д.",
        "О.Г.",
        "O.",
        "В.",
        "1,450",
        "1,450,000.5",
        "16 000",
        "16\u00a0000",
        "1 450 000",
        "205.5",
        "22.1",
        "15.02.2021",
        "10:30",
        "15th",
        "1990s",
        "36-year-old",
        "11-й",
        "Zu\u0308rich",
        "Кырымлы",
        "İstanbul",
    ],
)
def test_one_word_or_number_is_one_token(whole: str) -> None:
    assert words(whole) == [whole]
    assert words(f"the {whole} (so)")[1] == whole


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Ukraine's", ["Ukraine", "'s"]),
        ("Ukraine’s", ["Ukraine", "’s"]),
        ("detainees' rights", ["detainees", "'", "rights"]),
        ("'quoted'", ["'", "quoted", "'"]),
        ("5%", ["5", "%"]),
        ("$5", ["$", "5"]),
        ("№5", ["№", "5"]),
        ("80-90", ["80", "-", "90"]),
        ("80–90", ["80", "–", "90"]),
        ("2021-02-15", ["2021", "-", "02", "-", "15"]),
        ("U.S.-led", ["U.S.", "-", "led"]),
        ("left.Then", ["left", ".", "Then"]),
        ("so...", ["so", ".", ".", "."]),
        ("in 2021 100 people", ["in", "2021", "100", "people"]),
        ("1,450, of whom", ["1,450", ",", "of", "whom"]),
        ("О. В. Сова", ["О.", "В.", "Сова"]),
    ],
)
def test_marks_and_possessives_come_apart(text: str, apart: list[str]) -> None:
    assert words(text) == apart


def test_only_the_asked_stretch_is_cut() -> None:
    text = "He was held. She left."
    assert [token.text for token in tokenise(text, 13, 21)] == ["She", "left"]
    assert tokenise(text, 13)[0].start == 13
