"""Every entry of the English lexicons proves itself through the reader that goes by it."""

from collections.abc import Iterator
from typing import Any

import pytest

from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    CharacterisationClaim,
    EventClaim,
    LeverageClaim,
)
from habeas.model.vocabulary import Modality
from habeas.reading.frames.charges import sentence_in
from habeas.reading.furniture import furniture_in, masked
from habeas.reference.files import read
from habeas.reference.lexicon import lexicon
from habeas.reference.quantity_words import duration_words
from habeas.text.segments import paragraphs
from tests.reports import claims_in

CLAIM_FILES = ("events", "actions", "characterisations", "leverage")
PROVED = (*CLAIM_FILES, "furniture", "sentences", "release_forms", "speech", "patterns")


def entries(file: str) -> list[dict[str, Any]]:
    content: list[dict[str, Any]] = read(f"lexicons/en/{file}.yml")
    return content


def cases(*files: str, key: str) -> list[Any]:
    return list(_cases(*files, key=key))


def _cases(*files: str, key: str) -> Iterator[Any]:
    for file in files:
        for entry in entries(file):
            name = entry.get("id", entry.get("kind"))
            for text in entry[key]:
                yield pytest.param(entry, text, id=f"{file}-{name}-{text[:40]}")


def kind(claim: AnyClaim) -> str:
    """What the claim says happened, was done, or is called; empty for other sorts of claim."""
    match claim:
        case EventClaim():
            return claim.event.value
        case ActionClaim():
            return claim.action.value
        case CharacterisationClaim():
            return claim.label.value
        case LeverageClaim():
            return claim.leverage.value
    return ""


def meant(entry: dict[str, Any]) -> Modality:
    """In what manner the claim of an entry is told where nothing else says so."""
    return Modality(entry.get("modality", Modality.ASSERTED))


def told(text: str, manner: Modality) -> set[str]:
    return {kind(one) for one in claims_in(text) if one.modality is manner}


def asserted(text: str) -> set[str]:
    return told(text, Modality.ASSERTED)


@pytest.mark.parametrize(("entry", "text"), cases(*CLAIM_FILES, key="examples"))
def test_an_example_gives_a_claim_of_its_kind(entry: dict[str, Any], text: str) -> None:
    assert entry["kind"] in told(text, meant(entry))


@pytest.mark.parametrize(("entry", "text"), cases(*CLAIM_FILES, key="not"))
def test_a_near_miss_gives_no_claim_of_the_kind(entry: dict[str, Any], text: str) -> None:
    assert entry["kind"] not in asserted(text)


def without_furniture(text: str) -> str:
    return masked(text, furniture_in(text, paragraphs(text), lexicon("en").furniture))


@pytest.mark.parametrize(("entry", "text"), cases("furniture", key="examples"))
def test_an_example_of_furniture_is_masked_whole(entry: dict[str, Any], text: str) -> None:
    assert without_furniture(text) == " " * len(text), entry["id"]


@pytest.mark.parametrize(("entry", "text"), cases("furniture", key="not"))
def test_a_near_miss_of_furniture_stays(entry: dict[str, Any], text: str) -> None:
    assert without_furniture(text) == text, entry["id"]


def penalty(text: str) -> str:
    found = sentence_in(text, lexicon("en"), duration_words("en"))
    return found.kind.value if found else ""


@pytest.mark.parametrize(("entry", "text"), cases("sentences", key="examples"))
def test_an_example_of_a_penalty_is_of_its_kind(entry: dict[str, Any], text: str) -> None:
    assert penalty(text) == entry["kind"]


@pytest.mark.parametrize(("entry", "text"), cases("sentences", key="not"))
def test_a_near_miss_of_a_penalty_is_none_of_the_kind(entry: dict[str, Any], text: str) -> None:
    assert penalty(text) != entry["kind"]


def release_form(text: str) -> str:
    forms = lexicon("en").release_forms
    return next((f.kind for f in forms if f.pattern.search(text)), "")


@pytest.mark.parametrize(("entry", "text"), cases("release_forms", key="examples"))
def test_an_example_of_a_release_is_of_its_form(entry: dict[str, Any], text: str) -> None:
    assert release_form(text) == entry["kind"]


@pytest.mark.parametrize(("entry", "text"), cases("release_forms", key="not"))
def test_a_near_miss_of_a_release_has_not_its_form(entry: dict[str, Any], text: str) -> None:
    assert release_form(text) != entry["kind"]


@pytest.mark.parametrize(("entry", "text"), cases("speech", key="examples"))
def test_an_example_of_speech_gives_its_claims_a_speaker(entry: dict[str, Any], text: str) -> None:
    assert any(claim.speaker for claim in claims_in(text)), entry["id"]


@pytest.mark.parametrize(("entry", "text"), cases("speech", key="not"))
def test_a_near_miss_of_speech_gives_none(entry: dict[str, Any], text: str) -> None:
    assert not any(claim.speaker for claim in claims_in(text)), entry["id"]


@pytest.mark.parametrize(("entry", "text"), cases("patterns", key="examples"))
def test_an_example_of_a_pattern_holds_it(entry: dict[str, Any], text: str) -> None:
    assert lexicon("en").patterns[entry["id"]].search(text)


@pytest.mark.parametrize(("entry", "text"), cases("patterns", key="not"))
def test_a_near_miss_of_a_pattern_does_not_hold_it(entry: dict[str, Any], text: str) -> None:
    assert not lexicon("en").patterns[entry["id"]].search(text)


@pytest.mark.parametrize("file", PROVED)
def test_every_entry_has_what_proves_it(file: str) -> None:
    assert not [e.get("id") for e in entries(file) if not e["examples"] or not e["not"]]
