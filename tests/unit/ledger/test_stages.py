"""Which claims speak of one event; whatever the order in which they come."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

import pytest

from habeas.ledger.stages import Told, gather
from habeas.model.claim import EventClaim
from habeas.model.notation import parse_one
from habeas.model.partial_date import PartialDate
from tests.facts import document_of


def told(line: str, *, published: str = "") -> Told:
    claim = parse_one(f'{line} person="Olha B."\n from 7f3a:0-3 -- "was"')
    assert isinstance(claim, EventClaim)
    if not published:
        return Told(line, claim, None, ("a",))
    document = replace(document_of(b"was"), published=PartialDate(published))
    return Told(line, claim, document, ("a",))


def gathered(*lines: Told) -> Iterator[set[frozenset[str]]]:
    """The stages, as the lines in each, for every order of the lines."""
    for order in permutations(lines):
        yield {frozenset(one.id for one in stage.told) for stage in gather(order)}


def groups(*lines: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(group) for group in lines}


FEBRUARY, SEPTEMBER, YEAR = "2021-02-03 arrested", "2021-09-01 arrested", "2021 arrested"
APRIL_2, APRIL_4, APRIL_10 = "2023-04-02 arrested", "2023-04-04 released", "2023-04-10 arrested"

CASES: dict[str, tuple[tuple[str, ...], set[frozenset[str]]]] = {
    "a coarse date joins the latest it can mean": (
        (FEBRUARY, SEPTEMBER, YEAR),
        groups((FEBRUARY,), (SEPTEMBER, YEAR)),
    ),
    "no date joins as well": (
        (FEBRUARY, SEPTEMBER, "- arrested"),
        groups((FEBRUARY,), (SEPTEMBER, "- arrested")),
    ),
    "days apart are one": ((APRIL_2, APRIL_10), groups((APRIL_2, APRIL_10))),
    "an end between makes two": (
        (APRIL_2, APRIL_4, APRIL_10),
        groups((APRIL_2,), (APRIL_4,), (APRIL_10,)),
    ),
    "months apart are two": ((FEBRUARY, APRIL_2), groups((FEBRUARY,), (APRIL_2,))),
    "another kind is another stage": (
        (APRIL_2, "2023-04-02 charged"),
        groups((APRIL_2,), ("2023-04-02 charged",)),
    ),
    "what recurs must be able to be the same day": (
        ("2023-04-02 tried", "2023-04-03 tried", "2023-04 tried"),
        groups(("2023-04-02 tried",), ("2023-04-03 tried", "2023-04 tried")),
    ),
    "nobody dies twice": (
        ("2021-01-01 died", "2022-05 died"),
        groups(("2021-01-01 died", "2022-05 died")),
    ),
    "a day without a year can be the one known": (
        (APRIL_2, "XXXX-04-02 arrested"),
        groups((APRIL_2, "XXXX-04-02 arrested")),
    ),
    "a beginning between makes two ends": (
        ("2023-04-01 released", APRIL_2, APRIL_4),
        groups(("2023-04-01 released",), (APRIL_4,), (APRIL_2,)),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_claims_of_one_event_come_together_in_any_order(case: str) -> None:
    lines, expected = CASES[case]
    for found in gathered(*map(told, lines)):
        assert found == expected


def test_a_report_joins_no_event_after_its_own_date() -> None:
    early = told(YEAR, published="2021-03-01")
    for found in gathered(told(FEBRUARY), told(SEPTEMBER), early):
        assert found == groups((FEBRUARY, YEAR), (SEPTEMBER,))


def test_what_did_not_happen_makes_no_stage() -> None:
    for modality in ("planned", "demanded", "conditional"):
        assert gather([told(f"{APRIL_4} modality={modality}")]) == []
