"""Parts of figures, and numbers that are only asked for."""

import re

import pytest

from tests.reports import told


def figures(text: str) -> list[str]:
    """Status, number and people of each figure, with "of" where it is a part of another."""
    found = re.compile(r'figure:(\w+) quantity=[^(]*\("([^"]+)"\)(?: population="([^"]+)")?')
    told_of = [(found.search(fact), "subset_of" in fact) for fact in told(text)]
    return [
        f"{one[1]} {one[2]} {one[3] or '-'}{' of' if is_part else ''}"
        for one, is_part in told_of
        if one is not None
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Of the 245 detained, 116 have been released, 80 were fined.",
         ["arrested 245 -", "released 116 - of", "sentenced 80 - of"]),
        ("Some 917 people are in prison; of them, 164 are women.",
         ["held Some 917 people", "held 164 women of"]),
        ("Velmora holds 711 political prisoners, including 106 women, 9 teachers and 8 nurses.",
         ["held 711 political prisoners", "held 106 women of", "held 9 teachers of",
          "held 8 nurses of"]),
        ("At least 78 people have been convicted, six of them this month.",
         ["sentenced At least 78 people", "sentenced six people of"]),
        ("Some 2,800 people were sentenced, 164 of them to death.",
         ["sentenced Some 2,800 people", "sentenced 164 people of"]),
        ("Police detained 40 people, three of them children.",
         ["arrested 40 people", "arrested three children of"]),
        ("Four people were arrested, 2 of whom have since been released.",
         ["arrested Four people", "released 2 people of"]),
        ("Four people were arrested, one of whom has since been released.",
         ["arrested Four people", "released one people of"]),
        ("At least 187 people were held. 116 of them are Tavrans.",
         ["held At least 187 people", "held 116 Tavrans of"]),
        ("He was charged alongside 46 others, 19 of whom were in prison.", ["held 19 -"]),
        ("Velmora released 50 more people on Monday.", ["released 50 people"]),
        ("Velmora must charge or free the two men who were detained.",
         ["arrested two men"]),
    ],
)  # fmt: skip
def test_parts_name_their_whole_and_are_not_added_to_it(text: str, wanted: list[str]) -> None:
    assert figures(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Calls are growing for the release of three citizens.",
        "The mission hopes for the release of three citizens.",
        "The commission demanded that Velmora restore their rights and release the 37 people.",
    ],
)
def test_how_many_are_to_be_freed_is_no_figure(text: str) -> None:
    assert figures(text) == []


def test_thanks_for_a_release_tell_of_it() -> None:
    assert figures("He thanked Velmora for the release of three citizens.") == [
        "released three citizens"
    ]


def test_others_beside_somebody_named_are_no_figure_of_their_own() -> None:
    assert figures("The court renewed the detention of Olha Petrenko and four others.") == []
