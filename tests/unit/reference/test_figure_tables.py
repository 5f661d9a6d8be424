"""Every entry of words for tables of figures proves itself."""

from collections.abc import Iterator
from typing import Any

import pytest

from habeas.model.quantity import Qualifier
from habeas.model.vocabulary import CountingBasis, CountingUnit, CustodyStatus, FigureStatus
from habeas.reference.figure_tables import FILE, KINDS, Heading, heading, told
from habeas.reference.files import names, read

FILES = [name for name in names("lexicons") if name.endswith(f"/{FILE}")]
VALUES = {
    "column": {one.value for one in Heading},
    "status": {one.value for one in FigureStatus},
    "counted": {one.value for one in CustodyStatus},
    "basis": {one.value for one in CountingBasis},
    "unit": {one.value for one in CountingUnit},
    "hedge": {one.value for one in Qualifier},
    "link": {"beside", "including", "unsure", "via"},
}


def cases(part: str) -> Iterator[Any]:
    for name in FILES:
        for entry in read(name):
            for text in entry[part]:
                yield pytest.param(entry["kind"], entry["value"], text, id=f"{name}-{text}")


def tells(kind: str, value: str, text: str) -> bool:
    if kind == "column":
        return heading(text) == value
    return value in {one.value for one in told(kind, text)}


@pytest.mark.parametrize(("kind", "value", "text"), list(cases("examples")))
def test_words_tell_what_their_entry_says(kind: str, value: str, text: str) -> None:
    assert tells(kind, value, text)


@pytest.mark.parametrize(("kind", "value", "text"), list(cases("not")))
def test_words_like_them_do_not(kind: str, value: str, text: str) -> None:
    assert not tells(kind, value, text)


@pytest.mark.parametrize("name", FILES)
def test_a_value_is_one_of_the_house(name: str) -> None:
    for entry in read(name):
        assert entry["value"] in VALUES[entry["kind"]]


@pytest.mark.parametrize("name", FILES)
def test_every_kind_and_column_has_words_in_every_language(name: str) -> None:
    said = {(entry["kind"], entry["value"]) for entry in read(name)}
    assert {kind for kind, _ in said} == set(KINDS)
    assert {("column", one.value) for one in Heading} <= said
