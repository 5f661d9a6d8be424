"""Candidates: what may be one person is found, in whatever order records came."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.block.index import Index
from habeas.resolution.names.parts import parse
from habeas.resolution.propose import population, propose
from habeas.resolution.record import Record

NAMES = [
    "Левко Гнатишин",
    "Levko Hnatyshyn",
    "Гнатишин Л. О.",
    "Гнатишин",
    "Olena Dub",
    "Дуб Олена Петрівна",
    "Порошинка Іван",
    "Парашынка Іван",
    "康明凯",
    "N.N.",
]
RECORDS = [Record(id=f"{at:02d}", names=(parse(name),)) for at, name in enumerate(NAMES)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Левко Гнатишин", "Levko Hnatyshyn"),
        ("Левко Гнатишин", "Гнатишин Л. О."),
        ("Левко Гнатишин", "Гнатишин"),
        ("Микола Кузьменко", "Николай Кузьменко"),
        ("Порошинка Іван", "Парашынка Іван"),
        ("Ганна Дуб", "Дуб А."),
    ],
)
def test_what_may_be_one_shares_a_key(one: str, other: str) -> None:
    left, right = Record(id="a", names=(parse(one),)), Record(id="b", names=(parse(other),))
    assert [found.id for found in Index([left]).candidates(right)] == ["a"]
    assert [found.id for found in Index([right]).candidates(left)] == ["b"]


def test_unknown_names_meet_nobody() -> None:
    index = Index([Record(id="a", names=(parse("N.N."),))])
    assert list(index.candidates(Record(id="b", names=(parse("невідомо"),)))) == []


def test_a_record_taken_out_is_met_no_more() -> None:
    index = Index(RECORDS)
    index.remove("01")
    assert "01" not in [one.id for one in index.candidates(RECORDS[0])]
    assert len(index) == len(RECORDS) - 1


@given(st.permutations(RECORDS), st.integers(0, len(RECORDS)))
def test_growing_by_a_batch_finds_what_a_full_run_finds(order: list[Record], cut: int) -> None:
    among = population(RECORDS)
    full = {(one.left, one.right, one.seen) for one in propose(Index(RECORDS), among)}
    index = Index(order[:cut])
    found = {(one.left, one.right, one.seen) for one in propose(index, among)}
    for record in order[cut:]:
        index.add(record)
    found |= {(one.left, one.right, one.seen) for one in propose(index, among, only=order[cut:])}
    assert found == full


def test_ten_thousand_called_the_same_are_indexed_without_a_blow_up() -> None:
    crowd = [Record(id=f"{at:05d}", names=(parse("Іван Дуб"),)) for at in range(10_000)]
    index = Index(crowd)
    assert sum(1 for _ in index.candidates(crowd[0])) == 9_999
