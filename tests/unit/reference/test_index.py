from __future__ import annotations

import pytest

from habeas.reference.index import Index, plain

INDEX = Index([("Korea", "north"), ("Korea", "south"), ("Côte d’Ivoire", "ivory"), ("CAR", "car")])


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Korea", ("north", "south")),
        ("the Korea", ("north", "south")),
        ("KOREA", ("north", "south")),
        ("korea", ()),
        ("Côte  d'Ivoire", ("ivory",)),
        ("Côte d\u02bcIvoire", ("ivory",)),
        ("Co\u0302te d'Ivoire", ("ivory",)),
        ("CÔTE D’IVOIRE", ("ivory",)),
        ("Car", ()),
        ("CAR", ("car",)),
        ("the", ()),
        ("Korea and", ()),
        ("", ()),
    ],
)
def test_a_name_is_found_however_it_is_written(text: str, wanted: tuple[str, ...]) -> None:
    assert INDEX.find(text) == wanted


def test_names_that_stand_for_several_things_are_told() -> None:
    assert INDEX.ambiguous() == {"Korea": ("north", "south")}


def test_a_short_name_is_not_found_in_capitals() -> None:
    assert Index([("May", 5)]).find("MAY") == ()


def test_an_article_alone_is_no_article() -> None:
    assert plain("The") == "The"
    assert plain("The Hague") == "Hague"
