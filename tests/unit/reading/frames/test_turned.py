"""Things that suffer for persons, and persons named far from what happened to them."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in


def events(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Kind, manner and persons of each event."""
    found = [one for one in claims_in(text) if isinstance(one, EventClaim)]
    return [
        (one.event.value, one.modality.value, tuple(person.label for person in one.persons))
        for one in found
    ]


OLHA = ("Olha Petrenko",)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Olha Petrenko is ill. Her appeal was rejected.", "appeal_decided"),
        ("Olha Petrenko is ill. Her sentence was upheld.", "appeal_decided"),
        ("The verdict against Olha Petrenko was overturned.", "appeal_decided"),
        ("Olha Petrenko is ill. Her detention was extended by two months.", "remanded"),
        ("Olha Petrenko is ill. The charges against her were dropped.", "released"),
        ("Access to Olha Petrenko was denied.", "denied_access"),
        ("A sentence of three years was imposed by a court on Olha Petrenko.", "sentenced"),
        ("A court declared Olha Petrenko guilty of theft.", "sentenced"),
        ("The sentencing on Friday of Olha Petrenko was swift.", "sentenced"),
        ("They condemned the conviction by a court of Olha Petrenko.", "sentenced"),
        ("A court sentenced the editor of the paper, Olha Petrenko, to six years.", "sentenced"),
        ("A court sentenced Ms. Olha Petrenko to six years.", "sentenced"),
        ("Olha Petrenko, a former nurse, was also among the women released.", "released"),
        ("Olha Petrenko is a nurse who was arrested on Monday.", "arrested"),
        ("Olha Petrenko was last seen on 6 May 2023.", "disappeared"),
        ("Olha Petrenko has not been heard from since.", "disappeared"),
        ("Olha Petrenko has been detained since.", "held"),
        ("Olha Petrenko has returned to Velmora after a prisoner swap.", "exchanged"),
        ("The president issued a decree granting a pardon to Olha Petrenko.", "pardoned"),
        ("Olha Petrenko was put in administrative detention.", "arrested"),
    ],
)
def test_the_one_it_happened_to_is_found(text: str, kind: str) -> None:
    assert events(text) == [(kind, "asserted", OLHA)]


@pytest.mark.parametrize(
    ("text", "kind", "manner"),
    [
        ("They launched appeals for the release of Olha Petrenko.", "released", "demanded"),
        (
            "The mission called on them to study the case and secure the release of Olha Petrenko.",
            "released", "demanded",
        ),
        ("We reported incorrectly that Olha Petrenko had been jailed.", "sentenced", "denied"),
        ("There was a refusal to free Olha Petrenko.", "released", "denied"),
        ("Officials refused to release Olha Petrenko.", "released", "denied"),
        ("Police denied any knowledge of the arrest of Olha Petrenko.", "arrested", "denied"),
        ("Velmora will release Olha Petrenko once the port opens.", "released", "conditional"),
        ("Velmora threatened to arrest Olha Petrenko.", "arrested", "conditional"),
        ("The decision of the court to jail Olha Petrenko was swift.", "sentenced", "asserted"),
        ("Tell your government, and Olha Petrenko is home.", "released", "conditional"),
        ("Olha Petrenko was not part of the prisoner exchange.", "exchanged", "denied"),
    ],
)  # fmt: skip
def test_what_stands_around_it_says_how_it_is_told(text: str, kind: str, manner: str) -> None:
    assert events(text) == [(kind, manner, OLHA)]


@pytest.mark.parametrize(
    "text",
    [
        "Olha Petrenko returned to Melnyk in May.",
        "The Panel called on Velmora to investigate the torture of Olha Petrenko.",
        "A conference of coastal mayors held in Melnyk on Friday ended early.",
    ],
)
def test_what_is_to_be_looked_into_and_a_meeting_are_no_events(text: str) -> None:
    assert events(text) == []


def test_what_somebody_is_jailed_for_did_not_happen_to_a_prisoner() -> None:
    found = events("Olha Petrenko was jailed for assaulting Ivan Bondar.")
    assert [kind for kind, _, _ in found] == ["sentenced"]


def test_a_stay_of_visits_lasts_until_its_day() -> None:
    claims = claims_in("The lawyer was not allowed to see Olha Petrenko until 30 May 2023.")
    found = [one for one in claims if isinstance(one, EventClaim)]
    assert [one.until.date.text for one in found if one.until] == ["2023-05-30"]
