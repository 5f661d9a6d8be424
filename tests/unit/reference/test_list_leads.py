"""Every entry for lists in lines proves itself, beside all other languages."""

from collections.abc import Iterator
from typing import Any

import pytest

from habeas.reference.files import read
from habeas.reference.list_leads import plain, words
from habeas.reference.list_words import languages


def cases(key: str) -> Iterator[Any]:
    for language in languages():
        for entry in read(f"lexicons/{language}/list_leads.yml"):
            for text in entry[key]:
                yield pytest.param(entry["kind"], text, id=f"{language}-{entry['id']}-{text}")


@pytest.mark.parametrize(("kind", "text"), list(cases("examples")))
def test_words_of_a_list_are_met_as_their_entry_says(kind: str, text: str) -> None:
    assert words(kind).search(plain(text))


@pytest.mark.parametrize(("kind", "text"), list(cases("not")))
def test_words_like_them_are_not_met(kind: str, text: str) -> None:
    found = words(kind).search(plain(text))
    assert found is None


@pytest.mark.parametrize("language", languages())
def test_every_language_has_every_kind(language: str) -> None:
    def kinds(code: str) -> set[str]:
        return {entry["kind"] for entry in read(f"lexicons/{code}/list_leads.yml")}

    assert kinds(language) == kinds("en")
