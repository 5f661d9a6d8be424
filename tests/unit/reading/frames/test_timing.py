"""When something is told to have happened, since when, until when."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in


def date(text: str, published: str = "2021-02-15") -> str:
    """The date of the last event; "document" behind it where it is the document's own."""
    claim = [one for one in claims_in(text, published) if isinstance(one, EventClaim)][-1]
    if claim.date is None:
        return "-"
    return str(claim.date.date.text) + ("" if claim.date.span is not None else " document")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Police arrested Ivan Bondar on 3 May 2020.", "2020-05-03"),
        ("On 3 May 2020 police arrested Ivan Bondar.", "2020-05-03"),
        ("Police on 3 May 2020 arrested Ivan Bondar.", "2020-05-03"),
        ("Ivan Bondar was arrested in Melnyk on 3 May 2020 and beaten.", "2020-05-03"),
        ("Ivan Bondar, who was arrested in 2019, was released on 3 May 2020.", "2020-05-03"),
        ("Ivan Bondar was released on 3 May 2020 after he had fallen ill.", "2020-05-03"),
        ("Ivan Bondar was released on 3 May 2020 after he had been tried.", "-"),
        ("Police arrested Ivan Bondar on Friday.", "2021-02-12"),
        ("Ivan Bondar was arrested.", "-"),
        ("Ivan Bondar is being held in Melnyk.", "2021-02-15 document"),
        ("Ivan Bondar remains in custody.", "2021-02-15 document"),
        ("Ivan Bondar has been held since 2014.", "2014"),
        ("Velmora demanded that Ostravia release Ivan Bondar.", "-"),
    ],
)
def test_an_event_is_dated_by_its_own_words(text: str, wanted: str) -> None:
    assert date(text) == wanted


def test_a_participle_does_not_take_the_date_its_sentence_opens_with() -> None:
    text = "On 3 May 2020 Velmora freed the men, and Olha Petrenko, arrested by Ostravia, spoke."
    assert date(text) == "-"


def test_a_day_counts_from_the_one_named_before() -> None:
    text = "Ivan Bondar was arrested on 3 May 2020. He was released the next day."
    assert date(text) == "2020-05-04"


def test_an_event_has_its_end() -> None:
    claim = claims_in("The court remanded Ivan Bondar in custody until 2 June 2021.")[0]
    assert isinstance(claim, EventClaim)
    assert claim.until is not None
    assert claim.until.date.text == "2021-06-02"


def test_without_a_date_the_document_lends_none() -> None:
    assert date("Ivan Bondar is being held.", published="") == "-"
