"""Whom a clause is about that does not name them: said before, ahead, or beside."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in


def last(text: str) -> tuple[str, str, list[str]]:
    """Kind, manner and persons of the last event."""
    found = [one for one in claims_in(text) if isinstance(one, EventClaim)][-1]
    return found.event.value, found.modality.value, [person.label for person in found.persons]


@pytest.mark.parametrize(
    ("text", "kind", "manner", "persons"),
    [
        (
            "Four Kestrian engineers were arrested on Monday. They have not been charged.",
            "charged", "denied", ["Kestrian engineers"],
        ),
        (
            "Olha Petrenko was tried on Monday. The prosecution had requested eleven years.",
            "sentenced", "demanded", ["Olha Petrenko"],
        ),
        (
            "Olha Petrenko was jailed for ten years. An appeals court reduced the sentence.",
            "appeal_decided", "asserted", ["Olha Petrenko"],
        ),
        (
            "Olha Petrenko is in custody. The second visit was refused.",
            "denied_access", "asserted", ["Olha Petrenko"],
        ),
        ("After his arrest, Ivan Bondar wrote a book.", "arrested", "asserted", ["Ivan Bondar"]),
        (
            "Three years after she was arrested, Olha Petrenko, a historian, wrote a book.",
            "arrested", "asserted", ["Olha Petrenko"],
        ),
        (
            "Olha Petrenko was convicted in May; her deputy, Ivan Bondar, was not.",
            "sentenced", "denied", ["Ivan Bondar"],
        ),
        (
            "Olha Petrenko was handed over in return for Ivan Bondar.",
            "exchanged", "asserted", ["Ivan Bondar"],
        ),
        (
            "Searches took place at the homes of director Olha Petrenko and cook Ivan Bondar.",
            "searched", "asserted", ["Olha Petrenko", "Ivan Bondar"],
        ),
        (
            'Dmytro Koval was tried. "I sentenced him to two years," Ivan Bondar said.',
            "sentenced", "asserted", ["Dmytro Koval"],
        ),
    ],
)  # fmt: skip
def test_who_is_meant_is_found(text: str, kind: str, manner: str, persons: list[str]) -> None:
    assert last(text) == (kind, manner, persons)


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko was tried with Ivan Bondar. An appeals court reduced the sentence.",
        "Olha Petrenko was tried. The second visit of Ivan Bondar was refused.",
        "Olha Petrenko was tried. They have been charged.",
    ],
)
def test_who_could_be_somebody_else_is_left_open(text: str) -> None:
    assert last(text)[0] != "appeal_decided"
    assert last(text)[2] != ["Olha Petrenko"] or last(text)[0] == "tried"


def test_each_side_of_an_exchange_has_the_other() -> None:
    text = "Olha Petrenko was exchanged for Ivan Bondar."
    found = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    assert [one.counterparts[0].label for one in found] == ["Ivan Bondar", "Olha Petrenko"]


def test_what_is_extended_to_a_day_lasts_until_it() -> None:
    text = "The detention of Olha Petrenko was extended to 18 February 2024."
    found = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    assert [(one.date, one.until.date.text) for one in found if one.until] == [(None, "2024-02-18")]


def test_who_is_asked_speaks_in_the_answers() -> None:
    text = """Former prisoner Ivan Bondar spent 214 days in a prison.

- Were you charged?
- Later. First they hit me. For four days I was not allowed to sleep."""
    assert last(text) == ("mistreated", "asserted", ["Ivan Bondar"])
    claims = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    assert claims[-1].speaker is not None
    assert claims[-1].speaker.label == "Ivan Bondar"


def test_nobody_is_sentenced_to_watch() -> None:
    claims = claims_in("Ivan Bondar was sentenced to watch as Olha Petrenko struck again.")
    assert not [one for one in claims if isinstance(one, EventClaim)]
