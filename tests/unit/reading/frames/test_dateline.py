"""A document whose container names no date may do so itself."""

import pytest

from habeas.model.claim import EventClaim
from tests.reports import claims_in

HELD = "Ivan Bondar is being held in Melnyk."


def dated(text: str) -> str:
    """The day by which "is being held" is told; "-" for none."""
    claim = [one for one in claims_in(text, "") if isinstance(one, EventClaim)][-1]
    return claim.date.date.text if claim.date else "-"


@pytest.mark.parametrize(
    "first",
    [
        "SARNOVA, 4 December 2023 (Meridian Wire) — ",
        "SARNOVA, December 4, 2023 - ",
        "Statement of 4 December 2023\n\n",
        "Open Door: monthly report, 4 December 2023\n\n",
        "Ministry of Foreign Affairs\nPress release, 4 December 2023\n\n",
        "4 December 2023\n\n",
        "Kesh City, 4 December 2023\n\n",
        "Letter received 4 December 2023\n\n",
        "OPEN DOOR — Statement, 4 December 2023\n\n",
    ],
)
def test_a_first_line_that_names_the_day_dates_the_document(first: str) -> None:
    assert dated(first + HELD) == "2023-12-04"


@pytest.mark.parametrize(
    "first",
    [
        "Olha Petrenko was arrested on 4 December 2023.\n\n",
        "What happened to the men arrested on 4 December 2023\n\n",
        "Statement of December 2023\n\n",
        "SARNOVA (Meridian Wire) — ",
    ],
)
def test_a_day_that_something_happened_is_not_the_documents(first: str) -> None:
    assert dated(first + HELD) == "-"


def test_the_container_is_believed_before_the_first_line() -> None:
    claim = claims_in(f"4 December 2023\n\n{HELD}", "2023-12-07")[0]
    assert claim.date is not None
    assert claim.date.date.text == "2023-12-07"


def test_place_and_agency_are_no_part_of_the_first_sentence() -> None:
    claim = claims_in(f"SARNOVA, 4 December 2023 (Meridian Wire) — {HELD}", "")[0]
    assert claim.quote.text == HELD
