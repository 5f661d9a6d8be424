"""Every entry for headings and cells of lists proves itself, alone and beside other languages."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from habeas.reference.files import read
from habeas.reference.list_words import (
    Column,
    begins,
    code_in,
    column_headed,
    is_cell,
    languages,
    status_in,
    tells,
)


def cases(file: str, key: str) -> Iterator[Any]:
    for language in languages():
        for entry in read(f"lexicons/{language}/{file}.yml"):
            for text in entry[key]:
                yield pytest.param(language, entry["kind"], text, id=f"{language}-{text}")


def fits(kind: str) -> Callable[[str], bool]:
    if kind in {"total", "about"}:
        return lambda text: begins(kind, text)
    if kind.startswith("told_"):
        return lambda text: tells(kind, text)
    if kind == "prosecution_code":
        return lambda text: bool(code_in(text))
    if kind == "article_part":
        return lambda text: begins(kind, text)
    whole = {
        "unknown", "female", "male", "yes", "small", "family_first", "year_word", "years_short",
        "months_short",
    }  # fmt: skip
    if kind in whole:
        return lambda text: is_cell(kind, text)
    return lambda text: status_in(text) == kind


@pytest.mark.parametrize(("language", "kind", "text"), list(cases("list_headers", "examples")))
def test_a_heading_is_read_as_its_entry_says(language: str, kind: str, text: str) -> None:
    assert column_headed(text, language) == kind
    assert column_headed(text) == kind


@pytest.mark.parametrize(("language", "kind", "text"), list(cases("list_headers", "not")))
def test_a_heading_like_it_is_read_otherwise(language: str, kind: str, text: str) -> None:
    assert column_headed(text, language) != kind
    assert column_headed(text) != kind


@pytest.mark.parametrize(("language", "kind", "text"), list(cases("list_cells", "examples")))
def test_a_cell_is_read_as_its_entry_says(language: str, kind: str, text: str) -> None:
    assert fits(kind)(text), language


@pytest.mark.parametrize(("language", "kind", "text"), list(cases("list_cells", "not")))
def test_a_cell_like_it_is_read_otherwise(language: str, kind: str, text: str) -> None:
    assert not fits(kind)(text), language


@pytest.mark.parametrize("language", languages())
def test_every_sort_of_column_has_a_heading_in_every_language(language: str) -> None:
    said = {entry["kind"] for entry in read(f"lexicons/{language}/list_headers.yml")}
    assert said == {column.value for column in Column}


@pytest.mark.parametrize(
    "heading", ["Colour of hat", "Date", "Место", "Ім'я собаки сусіда", "", "x" * 200]
)
def test_a_heading_that_is_not_known_is_nothing(heading: str) -> None:
    assert column_headed(heading) is None
