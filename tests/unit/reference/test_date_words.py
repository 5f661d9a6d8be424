"""Every word and form of dates proves itself by its examples and near-misses."""

from collections.abc import Iterator
from typing import Any

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.model.partial_date import PartialDate
from habeas.reference import date_words as loader
from habeas.reference.date_words import date_words
from habeas.reference.files import read
from habeas.reference.languages import codes
from habeas.text.written_dates import Relation, find_dates

LANGUAGES = codes()


def entries(language: str) -> Iterator[dict[str, Any]]:
    content = read(f"lexicons/{language}/dates.yml")
    for section in ("classes", "rules", "leads"):
        yield from content[section]


def found(language: str, text: str, before: str = "") -> list[str]:
    """The dates in the text, each with its relation where that is not "on"."""
    anchor = PartialDate(read(f"lexicons/{language}/dates.yml")["anchor"])
    whole = f"{before} {text}" if before else text
    dates = find_dates(whole, date_words(language), anchor=anchor)
    return [
        f"{date.written}" if date.relation is Relation.ON else f"{date.relation} {date.written}"
        for date in dates
        if date.written.span is not None and date.written.span.start >= len(whole) - len(text)
    ]


EXAMPLES = [
    (language, entry.get("in", ""), text, str(wanted))
    for language in LANGUAGES
    for entry in entries(language)
    for text, wanted in entry["examples"].items()
]
NEAR_MISSES = [
    (language, entry.get("in", ""), text)
    for language in LANGUAGES
    for entry in entries(language)
    for text in entry["not"]
]


@pytest.mark.parametrize(("language", "before", "text", "wanted"), EXAMPLES)
def test_an_example_is_read_as_its_date(language: str, before: str, text: str, wanted: str) -> None:
    assert found(language, text, before) == [wanted]


@pytest.mark.parametrize(("language", "before", "text"), NEAR_MISSES)
def test_a_near_miss_holds_no_date(language: str, before: str, text: str) -> None:
    assert found(language, text, before) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_examples_and_near_misses(language: str) -> None:
    assert not [e["id"] for e in entries(language) if not e["examples"] or not e["not"]]


def test_a_rule_of_an_unknown_kind_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = dict(read("lexicons/en/dates.yml"), rules=[{"id": "x", "kind": "tide"}])
    monkeypatch.setattr(loader, "read", lambda _: content)
    with pytest.raises(ReferenceBroken, match=r"entry x: kind 'tide' is none of"):
        date_words.__wrapped__("en")


def test_a_placeholder_without_a_class_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    rule = {"id": "x", "kind": "year", "pattern": "{tide}"}
    monkeypatch.setattr(loader, "read", lambda _: dict(read("lexicons/en/dates.yml"), rules=[rule]))
    with pytest.raises(ReferenceBroken, match="tide"):
        date_words.__wrapped__("en")
