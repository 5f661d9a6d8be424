"""A pronoun stands for somebody only where one person can be meant."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in


def beaten(text: str) -> list[str]:
    """Who is told to have been beaten."""
    events = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    last = [one for one in events if one.event.value == "mistreated"]
    return [person.label for one in last for person in one.persons]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ivan Bondar was held. He was beaten.", ["Ivan Bondar"]),
        ("Ivan Bondar and Olha Petrenko were held. She was beaten.", ["Olha Petrenko"]),
        ("Olha Petrenko said she had been beaten.", ["Olha Petrenko"]),
        (
            "Ivan Bondar was held. Dmytro Koval was freed. He was beaten.",
            ["Dmytro Koval"],
        ),
        ("Ivan Bondar was held. His father, Dmytro Bondar, left. He was beaten.", []),
        ("Ivan Bondar and Dmytro Koval were held. He was beaten.", []),
        ("Ivan Bondar's father said he had been beaten.", ["Ivan Bondar"]),
        ("Ivan Bondar met Dmytro Koval and said he had been beaten.", []),
        ("He was beaten.", []),
        (
            "Ivan Bondar and Olha Petrenko were held. They were beaten.",
            ["Ivan Bondar", "Olha Petrenko"],
        ),
        ("Ivan Bondar and four soldiers were held. They were beaten.", ["Ivan Bondar", "soldiers"]),
        ("Ivan Bondar was held. They were beaten.", []),
        ('"I was beaten," Olha Petrenko said.', ["Olha Petrenko"]),
        ('"I was well. I was beaten later," Olha Petrenko said.', ["Olha Petrenko"]),
        ("I was beaten.", ["I"]),
        ('"I was beaten," it says.', []),
        ("Olha Petrenko, who was beaten, is free.", ["Olha Petrenko"]),
    ],
)
def test_a_pronoun_is_read_as_the_one_it_can_mean(text: str, wanted: list[str]) -> None:
    assert beaten(text) == wanted


def test_a_word_for_kin_tells_who_she_is() -> None:
    text = "Kai Dovle and his wife Mio Dovle were held. She was beaten."
    assert beaten(text) == ["Mio Dovle"]


def test_a_pronoun_keeps_its_own_words() -> None:
    claim = claims_in("Ivan Bondar was held. He was beaten.")[-1]
    assert isinstance(claim, EventClaim)
    assert [(one.text, one.name) for one in claim.persons] == [("He", "Ivan Bondar")]
