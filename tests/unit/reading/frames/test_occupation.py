"""Places that are said to be occupied."""

import pytest

from tests.reports import told


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("arrests in Crimea, occupied by Russia", ["Crimea"]),
        ("arrests in Crimea and parts of Donbas temporarily occupied by Russia",
         ["Crimea", "parts of Donbas"]),
        ("Crimea was annexed by Russia.", ["Crimea"]),
        ("Russia occupied the city of Melnyk.", ["city of Melnyk"]),
    ],
)  # fmt: skip
def test_a_place_is_kept_with_who_occupies_it(text: str, wanted: list[str]) -> None:
    assert told(text) == [
        f'2021-02-15(document) attribute:occupied_by subject="{place}"/place value="Russia"/state'
        for place in wanted
    ]


def test_the_occupation_has_its_date() -> None:
    assert told("Crimea has been occupied by Russia since 2014.") == [
        '2014("2014") attribute:occupied_by subject="Crimea"/place value="Russia"/state'
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The seats were occupied by guests.",
        "Crimea was not occupied by Velmora.",
        "Crimea could be occupied by Velmora.",
        "He occupied himself with Crimea.",
    ],
)
def test_what_is_not_said_to_be_occupied_is_not_kept(text: str) -> None:
    assert told(text) == []
