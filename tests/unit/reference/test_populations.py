"""Every entry of words for populations proves itself."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reference.files import names, read
from habeas.reference.meanings import meant
from habeas.reference.populations import FACETS, FILE, Bound, bounds_in

FILES = [name for name in names("lexicons") if name.endswith(f"/{FILE}")]


def cases(part: str) -> Iterator[Any]:
    for name in FILES:
        for entry in read(name):
            for text in entry[part]:
                yield pytest.param(Bound(entry["kind"], entry["value"]), text, id=f"{name}-{text}")


@pytest.mark.parametrize(("bound", "text"), list(cases("examples")))
def test_a_phrase_sets_the_bound_its_entry_says(bound: Bound, text: str) -> None:
    assert bound in bounds_in(text)


@pytest.mark.parametrize(("bound", "text"), list(cases("not")))
def test_a_phrase_like_it_does_not(bound: Bound, text: str) -> None:
    assert bound not in bounds_in(text)


@pytest.mark.parametrize("name", FILES)
def test_every_facet_has_words_in_every_language(name: str) -> None:
    assert {entry["kind"] for entry in read(name)} == set(FACETS)


def test_citizens_of_any_state_are_found_by_the_names_of_states() -> None:
    assert bounds_in("two Turkish citizens") == {Bound("citizenship", "TR")}
    assert bounds_in("citizens of Norway") == {Bound("citizenship", "NO")}
    assert bounds_in("Iranians abroad") == {Bound("citizenship", "IR")}
    assert bounds_in("the Turkish border") == frozenset()


def test_of_words_within_words_the_longest_count() -> None:
    (found,) = meant(FILE, FACETS, "known by name")
    assert (found.start, found.end) == (0, 13)


@given(st.text(max_size=60))
def test_no_phrase_is_too_odd_to_be_asked(text: str) -> None:
    assert bounds_in(text) == bounds_in(text)
