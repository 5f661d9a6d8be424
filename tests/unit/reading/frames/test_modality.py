"""In what manner something is told: as true, denied, wanted, planned, feared."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in


def manner(text: str) -> str:
    found = [one.modality.value for one in claims_in(text) if isinstance(one, EventClaim)]
    return found[-1] if found else "nothing"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Ivan Bondar was arrested.", "asserted"),
        ("The ministry denied that Ivan Bondar had been arrested.", "denied"),
        ("The ministry denied the arrest of Ivan Bondar.", "denied"),
        ("Ivan Bondar has not been arrested.", "denied"),
        ("Ivan Bondar was never arrested.", "denied"),
        ("Reports of the arrest of Ivan Bondar are an invention.", "denied"),
        ("Reports of the arrest of Ivan Bondar reached Melnyk.", "alleged"),
        ("Ivan Bondar was allegedly arrested.", "alleged"),
        ("Ivan Bondar could be arrested.", "conditional"),
        ("Relatives fear that Ivan Bondar will be arrested.", "conditional"),
        ("The ministry has no information about Ivan Bondar's arrest.", "conditional"),
        ("If Ivan Bondar is arrested, Velmora will act.", "conditional"),
        ("The threat of the arrest of Ivan Bondar remains.", "conditional"),
        ("The court will try to arrest Ivan Bondar.", "planned"),
        ("Ivan Bondar will be arrested.", "planned"),
        ("The army plans to arrest Ivan Bondar.", "planned"),
        ("Velmora demanded that Ostravia release Ivan Bondar.", "demanded"),
        ("Velmora demanded the release of Ivan Bondar.", "demanded"),
        ("Velmora called for the release of Ivan Bondar.", "demanded"),
        ("Velmora urged Ostravia to release Ivan Bondar.", "demanded"),
        ("Velmora welcomed the release of Ivan Bondar.", "asserted"),
        ("Velmora denounced the arrest of Ivan Bondar.", "asserted"),
        ("Velmora voted to free Ivan Bondar.", "planned"),
        ("Velmora should drop the case and free Ivan Bondar.", "demanded"),
        ("Ivan Bondar must be released.", "demanded"),
        ("The ministry denied Ivan Bondar was arrested.", "denied"),
        ("Velmora was to free Ivan Bondar.", "planned"),
        ("Police managed to arrest Ivan Bondar.", "asserted"),
        ("Ivan Bondar is believed to have been arrested.", "alleged"),
        ("The talks ended without releasing Ivan Bondar.", "denied"),
    ],
)
def test_the_words_around_an_event_say_how_it_is_meant(text: str, wanted: str) -> None:
    assert manner(text) == wanted
