"""Clauses that leave their verb out share it, and nobody gets the term of another."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in

BOTH = [("Olha Petrenko", "P9Y"), ("Ivan Bondar", "P7Y")]


def terms(text: str) -> list[tuple[str, str]]:
    """Who is told to have got which term; empty for one that is not told."""
    found = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    return [
        (person.label, str(one.sentence.duration) if one.sentence else "")
        for one in found
        if one.event.value == "sentenced"
        for person in one.persons
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko received nine years, Ivan Bondar seven.",
        "Olha Petrenko was sentenced to nine years in prison, and Ivan Bondar to seven years.",
        "Olha Petrenko was sentenced to 9 years, Ivan Bondar to 7.",
        "The court gave nine years to Olha Petrenko and seven years to Ivan Bondar.",
        "A court jailed Olha Petrenko – for 9 years, Ivan Bondar – for 7 years.",
        "Olha Petrenko and Ivan Bondar were sentenced to nine and seven years respectively.",
        "A court sentenced Olha Petrenko and Ivan Bondar to 9 years and 7 years, respectively.",
        "Olha Petrenko received nine years, while Ivan Bondar was sentenced to seven years.",
    ],
)
def test_each_has_the_term_that_is_told_of_them(text: str) -> None:
    assert terms(text) == BOTH


def test_terms_that_cannot_be_shared_out_are_left_out() -> None:
    text = "Olha Petrenko and Ivan Bondar were sentenced, respectively, to nine years or less."
    assert terms(text) == [("Olha Petrenko", ""), ("Ivan Bondar", "")]


def test_a_transfer_without_verb_has_its_own_place() -> None:
    text = "Olha Petrenko was sent to a colony in Melnyk, and Ivan Bondar to a colony in Sarov."
    claims = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    told = [(one.persons[0].label, one.place.text if one.place else "") for one in claims]
    assert told == [("Olha Petrenko", "colony in Melnyk"), ("Ivan Bondar", "colony in Sarov")]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Olha Petrenko was detained together with her neighbours Ivan Bondar and Mio Dovle.",
            ["Olha Petrenko", "Ivan Bondar", "Mio Dovle"],
        ),
        (
            "Police detained Olha Petrenko and her husband, Ivan Bondar, on Monday.",
            ["Olha Petrenko", "Ivan Bondar"],
        ),
        ("Olha Petrenko was arrested with a knife.", ["Olha Petrenko"]),
    ],
)
def test_others_suffer_the_same_together_with_somebody(text: str, wanted: list[str]) -> None:
    claims = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    assert [person.label for one in claims for person in one.persons] == wanted
