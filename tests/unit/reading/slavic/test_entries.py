"""Every entry of the lexicons of languages that decline proves itself."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
)
from habeas.model.vocabulary import Modality
from habeas.reference.files import read
from habeas.reference.languages import declining
from habeas.reference.lexicon_entries import entries
from habeas.reference.paradigms import forms_of, paradigms
from habeas.reference.stems import StemIndex, stem_entries
from habeas.text.tokens import tokenise
from tests.slavic_reports import claims_in

LANGUAGES = declining()
CLAIM_FILES = ("events", "actions", "characterisations")
WORD_FILES = (
    "people", "charges", "counted", "modality", "sentences", "release_forms",
    "function_words", "speech",
)  # fmt: skip


def cases(*files: str, key: str) -> Iterator[Any]:
    for language in LANGUAGES:
        for file in files:
            for entry in read(f"lexicons/{language}/{file}.yml"):
                for text in entry[key]:
                    yield pytest.param(
                        language, file, entry, text, id=f"{language}-{file}-{entry['id']}-{text}"
                    )


def kind(claim: AnyClaim) -> str:
    match claim:
        case EventClaim():
            return claim.event.value
        case FigureClaim():
            return claim.status.value
        case ActionClaim():
            return claim.action.value
        case CharacterisationClaim():
            return claim.label.value
    return "none"


def asserted(language: str, text: str, manner: Modality = Modality.ASSERTED) -> set[str]:
    found = claims_in(language, text)
    return {kind(one) for one in found if one.modality is manner}


def is_met(language: str, file: str, entry: dict[str, Any], text: str) -> bool:
    found = stem_entries(language, file, ("verbs", "leads", "words"))
    lower = text.lower().replace("ё", "е")
    index = StemIndex([one for one in found if one.id == entry["id"]])
    starts = [token.start for token in tokenise(lower)]
    return any(True for _ in index.hits(lower, starts))


CLAIMED = [one for one in cases(*CLAIM_FILES, key="examples") if one.values[2]["kind"] != "none"]


@pytest.mark.parametrize(("language", "file", "entry", "text"), CLAIMED)
def test_an_example_gives_a_claim_of_its_kind(
    language: str, file: str, entry: dict[str, Any], text: str
) -> None:
    manner = Modality(entry.get("modality", Modality.ASSERTED))
    assert entry["kind"] in asserted(language, text, manner), file


@pytest.mark.parametrize(
    ("language", "file", "entry", "text"), list(cases(*CLAIM_FILES, key="not"))
)
def test_a_near_miss_gives_no_claim_of_the_kind(
    language: str, file: str, entry: dict[str, Any], text: str
) -> None:
    assert entry["kind"] not in asserted(language, text), file


@pytest.mark.parametrize(
    ("language", "file", "entry", "text"), list(cases(*WORD_FILES, key="examples"))
)
def test_an_example_holds_the_words(
    language: str, file: str, entry: dict[str, Any], text: str
) -> None:
    assert is_met(language, file, entry, text)


@pytest.mark.parametrize(("language", "file", "entry", "text"), list(cases(*WORD_FILES, key="not")))
def test_a_near_miss_holds_them_not(
    language: str, file: str, entry: dict[str, Any], text: str
) -> None:
    assert not is_met(language, file, entry, text)


def pattern_cases(key: str) -> Iterator[Any]:
    for language in LANGUAGES:
        for entry in entries(f"lexicons/{language}/patterns.yml", parts=("pattern",)):
            for text in entry.words(key):
                yield pytest.param(
                    entry.pattern("pattern"), text, id=f"{language}-{entry.id}-{text}"
                )


@pytest.mark.parametrize(("pattern", "text"), list(pattern_cases("examples")))
def test_an_example_holds_the_pattern(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


@pytest.mark.parametrize(("pattern", "text"), list(pattern_cases("not")))
def test_a_near_miss_is_no_match_of_the_pattern(pattern: re.Pattern[str], text: str) -> None:
    assert not pattern.fullmatch(text)


def declension_cases() -> Iterator[Any]:
    for language in LANGUAGES:
        for entry in read(f"lexicons/{language}/declension.yml"):
            for text in entry["examples"]:
                yield pytest.param(language, entry, text, id=f"{language}-{entry['id']}-{text}")


@pytest.mark.parametrize(("language", "entry", "text"), list(declension_cases()))
def test_a_form_has_its_nominative(language: str, entry: dict[str, Any], text: str) -> None:
    form, nominative = text.split(" = ")
    row = next(one for one in paradigms(language, entry["sort"]) if one.id == entry["id"])
    assert form in row.forms(nominative)
    assert not row.declines(entry["not"][0])


def test_a_word_that_no_row_knows_stands_still() -> None:
    assert list(forms_of("uk", "МЗС", "patronymic")) == ["МЗС"]
