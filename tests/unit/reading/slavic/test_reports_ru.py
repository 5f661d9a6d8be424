"""Constructions of Russian reports, retold of invented people."""

from __future__ import annotations

import pytest

from habeas.model.claim import EventClaim, FigureClaim
from tests.slavic_reports import claims_in


def told(text: str) -> list[tuple[str, str]]:
    """What is told of whom; a manner that is not asserted stands behind the kind."""
    return [
        (
            claim.event.value
            + ("" if claim.modality.value == "asserted" else f"/{claim.modality.value}"),
            person.label,
        )
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim)
        for person in claim.persons
    ]


def counted(text: str) -> list[tuple[str, int | None, int | None]]:
    """What is told of how many."""
    return [
        (one.status.value, one.quantity.low, one.quantity.high)
        for one in claims_in("ru", text)
        if isinstance(one, FigureClaim)
    ]


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        ("Задержаны Захар Минчук, Хушвахти Давронзода, Елена Бойко.", "arrested",
         ["Захар Минчук", "Хушвахти Давронзода", "Елена Бойко"]),
        ("Суд арестовал на два месяца Захара Минчука (село Верхняя Ока), Елену Бойко (Ялта).",
         "remanded", ["Захар Минчук", "Елена Бойко"]),
        ("Под стражу взяли Захара Минчука* и Елену Бойко[2].", "remanded",
         ["Захар Минчук", "Елена Бойко"]),
        ("Полиция задержала двоих: Захара Минчука и Елену Бойко.", "arrested",
         ["Захар Минчук", "Елена Бойко"]),
        ("Суд продлил арест Захару Кара-Сове.", "remanded", ["Захар Кара-Сова"]),
        ("В отношении Минчука З. С. возбуждено дело.", "charged", ["З. С. Минчук"]),
    ],
)  # fmt: skip
def test_everybody_a_row_names_suffers_alike(text: str, event: str, names: list[str]) -> None:
    assert [name for kind, name in told(text) if kind == event] == names


def test_penalties_are_shared_out_in_the_order_of_the_names() -> None:
    text = "Суд приговорил Захара Минчука и Елену Бойко к 12 и 8 годам колонии соответственно."
    terms = {
        claim.persons[0].label: str(claim.sentence.duration)
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim) and claim.sentence is not None
    }
    assert terms == {"Захар Минчук": "P12Y", "Елена Бойко": "P8Y"}


def test_the_names_behind_a_count_are_some_of_the_counted() -> None:
    text = "Задержаны 12 человек, в том числе Захар Минчук и Елена Бойко."
    assert ("arrested", "Захар Минчук") in told(text)
    assert ("arrested", 12, 12) in counted(text)
