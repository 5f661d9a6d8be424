"""Every word for counts and lengths of time proves itself by its examples and near-misses."""

from collections.abc import Iterator
from typing import Any

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.reference import quantity_words as loader
from habeas.reference.files import read
from habeas.reference.languages import codes
from habeas.reference.quantity_words import duration_words, quantity_words
from habeas.text.durations import find_durations
from habeas.text.quantities import QuantityFound, find_quantities

LANGUAGES = codes()
COUNTS = ("forms", "words")
LENGTHS = ("durations",)


def entries(language: str, sections: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    content = read(f"lexicons/{language}/quantities.yml")
    for section in sections:
        yield from content[section]


def written(found: QuantityFound) -> str:
    quantity = found.quantity
    low = "" if quantity.low is None else str(quantity.low)
    high = "" if quantity.high is None else str(quantity.high)
    bounds = low if low == high else f"{low}..{high}"
    return f"{quantity.qualifier.value} {bounds}" + (" of" if found.of_whom else "")


def counts(language: str, text: str) -> str:
    return "; ".join(written(found) for found in find_quantities(text, quantity_words(language)))


def lengths(language: str, text: str) -> str:
    return "; ".join(str(found) for found, _ in find_durations(text, duration_words(language)))


def examples(sections: tuple[str, ...]) -> list[tuple[str, str, str]]:
    return [
        (language, text, wanted)
        for language in LANGUAGES
        for entry in entries(language, sections)
        for text, wanted in entry["examples"].items()
    ]


def near_misses(sections: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (language, text)
        for language in LANGUAGES
        for entry in entries(language, sections)
        for text in entry["not"]
    ]


@pytest.mark.parametrize(("language", "text", "wanted"), examples(COUNTS))
def test_an_example_is_read_as_its_count(language: str, text: str, wanted: str) -> None:
    assert counts(language, text) == wanted


@pytest.mark.parametrize(("language", "text"), near_misses(COUNTS))
def test_a_near_miss_counts_nothing(language: str, text: str) -> None:
    assert counts(language, text) == ""


@pytest.mark.parametrize(("language", "text", "wanted"), examples(LENGTHS))
def test_an_example_is_read_as_its_length(language: str, text: str, wanted: str) -> None:
    assert lengths(language, text) == wanted


@pytest.mark.parametrize(("language", "text"), near_misses(LENGTHS))
def test_a_near_miss_is_no_length_of_time(language: str, text: str) -> None:
    assert lengths(language, text) == ""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_examples_and_near_misses(language: str) -> None:
    every = entries(language, (*COUNTS, *LENGTHS))
    assert not [entry["id"] for entry in every if not entry["examples"] or not entry["not"]]


def test_an_unknown_hedge_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = dict(read("lexicons/en/quantities.yml"))
    content["forms"] = [
        dict(entry, forms={"about": "perhaps"}) if entry["id"] == "before" else entry
        for entry in content["forms"]
    ]
    monkeypatch.setattr(loader, "read", lambda _: content)
    with pytest.raises(ReferenceBroken, match="perhaps"):
        quantity_words.__wrapped__("en")


@pytest.mark.parametrize("section", ["words", "durations"])
def test_a_missing_list_is_named(monkeypatch: pytest.MonkeyPatch, section: str) -> None:
    content = dict(read("lexicons/en/quantities.yml"))
    content[section] = [entry for entry in content[section] if entry["id"] != "half_of"]
    monkeypatch.setattr(loader, "read", lambda _: content)
    load = quantity_words if section == "words" else duration_words
    with pytest.raises(ReferenceBroken, match="'half_of' is missing"):
        load.__wrapped__("en")
