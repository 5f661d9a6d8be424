"""Whose words a claim is in, and through whom they came."""

import pytest

from habeas.model.claim import AttributeClaim, EventClaim
from tests.reports import claims_in

HELD = "Ivan Bondar was released"


def speaker(text: str) -> str:
    """Who says that somebody was released; "-" where the report says so itself."""
    claim = next(one for one in claims_in(text) if type(one).__name__ == "EventClaim")
    chain = [claim.speaker, *claim.via] if claim.speaker is not None else []
    return " < ".join(mention.label for mention in chain) or "-"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (f"{HELD}.", "-"),
        (f"The ministry said that {HELD}.", "ministry"),
        (f"The ministry said {HELD}.", "ministry"),
        (f"{HELD}, the ministry said.", "ministry"),
        (f"{HELD}, the ministry's press service reports.", "ministry's press service"),
        (f'"{HELD}," said Minister Olha Petrenko.', "Olha Petrenko"),
        (f'"{HELD}," Minister Olha Petrenko told Meridian Wire.', "Olha Petrenko"),
        (f'"It is good," Olha Petrenko said. "{HELD}."', "Olha Petrenko"),
        (f'"It is good," Olha Petrenko said, "that {HELD}."', "Olha Petrenko"),
        (f'"{HELD}. It is good," Olha Petrenko said.', "Olha Petrenko"),
        (f'"It is good. {HELD}. We are glad," said Olha Petrenko.', "Olha Petrenko"),
        (f"According to the ministry, {HELD}.", "ministry"),
        (f"{HELD}, according to lawyer Olha Petrenko.", "Olha Petrenko"),
        (f"{HELD}, the agency wrote, citing the ministry.", "agency < ministry"),
        (f'"{HELD}," said Olha Petrenko, the head of Open Door.', "Olha Petrenko"),
        (f"Olha Petrenko, a spokeswoman for the ministry, said that {HELD}.", "Olha Petrenko"),
        (f"The head of Open Door, Olha Petrenko, said that {HELD}.", "Olha Petrenko"),
        (f"Relatives of the lawyer said that {HELD}.", "Relatives of the lawyer"),
        (f"Olha Petrenko arrived. She said that {HELD}.", "Olha Petrenko"),
        (f"The minister spoke and {HELD}.", "-"),
        (f'"It is good," said Olha Petrenko. {HELD} on Monday.', "-"),
        (f"The sign said nothing. {HELD}.", "-"),
    ],
)
def test_words_are_those_of_whoever_is_said_to_say_them(text: str, wanted: str) -> None:
    assert speaker(text) == wanted


def test_what_comes_through_another_names_both() -> None:
    text = f"The agency reported that the ministry said that {HELD}."
    assert speaker(text) == "ministry < agency"


def test_reported_words_end_where_the_speaker_does_something_else() -> None:
    assert speaker(f"The minister said goodbye and left; {HELD}.") == "-"
    assert speaker(f"The minister spoke of peace and left. {HELD}.") == "-"


def test_who_is_quoted_inside_an_apposition_does_not_say_what_stands_outside() -> None:
    text = '"I am well," says Vera Stadnik, a nurse who was freed on 3 May.'
    assert speaker(text) == "-"


def test_somebody_unknown_is_no_speaker() -> None:
    assert speaker(f"It was said that {HELD}.") == "-"
    assert speaker(f"Nobody said that {HELD}.") == "-"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Olha Petrenko was jailed, says Kesh's Ombudsperson Ludmila Bondar.", "Ludmila Bondar"),
        (
            "Olha Petrenko was jailed, said the Commissioner for Rights, Ludmila Bondar.",
            "Ludmila Bon",
        ),
        ("As the ministry said, Olha Petrenko was jailed.", "ministry"),
        (
            "The ministry issued a statement. Olha Petrenko was jailed, the statement reads.",
            "ministry",
        ),
        ("The ministry's statement said Olha Petrenko was jailed.", "ministry"),
        (
            '"It is sad," Pavel Barrot told reporters, adding that Olha Petrenko was jailed.',
            "Pavel Barrot",
        ),
        ("The agency quoted the prosecutor as saying Olha Petrenko was jailed.", "prosecutor"),
        (
            "The prosecutor was quoted by the agency as saying Olha Petrenko was jailed.",
            "prosecutor",
        ),
        ("According to data from the Lantern Centre, Olha Petrenko was jailed.", "Lantern Centre"),
        ("Ludmila Bondar: Olha Petrenko was jailed.", "Ludmila Bondar"),
        ("Olha Petrenko was jailed, a spokesperson for the embassy said Tuesday.", "spokesperson"),
    ],
)
def test_a_speaker_is_found_in_every_dress(text: str, wanted: str) -> None:
    told_by = [one.speaker for one in claims_in(text) if isinstance(one, EventClaim)]
    assert [one.label[: len(wanted)] for one in told_by if one is not None] == [wanted]


def test_who_quotes_passes_on() -> None:
    text = "The Ister Courier quoted Ivan Bondar as saying Olha Petrenko was jailed."
    (claim,) = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    assert claim.speaker is not None
    assert claim.speaker.label == "Ivan Bondar"
    assert [one.label for one in claim.via] == ["Ister Courier"]


def test_she_is_who_spoke_last_and_a_trade_beside_a_name_is_nobodys_word() -> None:
    text = (
        "The expert said Olha Petrenko, a teacher, was held. She added that Ivan Bondar was jailed."
    )
    claims = claims_in(text)
    events = [one for one in claims if isinstance(one, EventClaim)]
    assert [one.speaker.label for one in events if one.speaker] == ["expert", "expert"]
    assert [one.speaker for one in claims if isinstance(one, AttributeClaim)] == [None]
