"""Words without a name stand for the persons named before, where it is clear who is meant."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in


def suffering(text: str, kind: str) -> list[str]:
    """To whom a kind of event is told to have happened."""
    events = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    persons = [p.label for one in events if one.event.value == kind for p in one.persons]
    return [label for label in persons if label[0].isupper()]


TWO = "Olha Petrenko and Ivan Bondar were arrested. "
THREE = "Police arrested Olha Petrenko, Ivan Bondar and Mirel Tovanen. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (TWO + "Both were charged with treason.", ["Olha Petrenko", "Ivan Bondar"]),
        (
            THREE + "All three were charged with treason.",
            ["Olha Petrenko", "Ivan Bondar", "Mirel Tovanen"],
        ),
        (THREE + "Both were charged with treason.", []),
        ("Olha Petrenko, a painter, left. The painter was charged.", ["Olha Petrenko"]),
        ("Olha Petrenko was held. The 61-year-old teacher was charged.", ["Olha Petrenko"]),
        ("Olha Petrenko was held. The officer was charged with theft.", []),
        (TWO + "The activist was charged.", []),
    ],
)
def test_a_phrase_stands_for_those_it_can_mean(text: str, wanted: list[str]) -> None:
    assert suffering(text, "charged") == wanted


def test_they_stands_for_a_list_of_the_paragraph_before() -> None:
    text = TWO + "\n\nThey were sentenced to five years in prison."
    assert suffering(text, "sentenced") == ["Olha Petrenko", "Ivan Bondar"]


def test_he_is_whom_the_sentence_before_is_about() -> None:
    text = "Ivan Bondar was arrested. Ivan Bondar wrote for Dmytro Koval. He was charged."
    assert suffering(text, "charged") == ["Ivan Bondar"]
