"""Names nobody can do anything with: no crash, no joining by name alone, and the user is told."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.listed import Listed
from habeas.reading.readers.list import ListReader
from habeas.reading.renderers.table import TableRenderer
from habeas.reading.unpackers.table import TableUnpacker
from habeas.resolution.compare.records import compare
from habeas.resolution.lists.entry import Entry
from habeas.resolution.lists.outcome import Outcome, matched
from habeas.resolution.record import record_of_line
from habeas.resolution.score.evidence import Population, score
from habeas.stores.memory import MemoryStore
from habeas.workflows.match import match
from habeas.workflows.match_into import match_into
from habeas.workflows.read_whole import Tools
from habeas.workflows.resolve import resolve
from habeas.workflows.show import look

VERA = Actor("Vera")
TOOLS = Tools(readers=[ListReader()], renderers=[TableRenderer()], unpackers=[TableUnpacker()])
NAMES = (
    "Гнатишин Степан Орестович",
    "ГНАТИШИН СТЕПАН ОРЕСТОВИЧ",
    "Hnatyshyn Stepan Orestovych",
    "Гнатишина Степана Орестовича",
    "Степан Гнатишин",
    "С. О. Гнатишин",
    "Гнатишин",
    "Степан",
    "\u200fСтепан Гнатишин\u202c",
    "Степан Гнатиш\u0069н",
    "Гн4тишин Степан",
    "N.N.",
    "невідомий",
    "unknown",
    "康明凯",
    "о. Степан",
    "—",
    "12345",
)


def entry(at: int, name: str, side: str) -> Entry:
    line = Listed(id=f"{side}{at}", name=name)
    return Entry(record=record_of_line(line), where=f"{side}:{at}", row=at, name=name, line=name)


def outcome(ones: list[str], others: list[str]) -> Outcome:
    return matched(
        [entry(at, name, "a") for at, name in enumerate(ones, start=1)],
        [entry(at, name, "b") for at, name in enumerate(others, start=1)],
    )


@pytest.mark.parametrize("one", NAMES)
def test_names_alone_never_suffice_whatever_they_look_like(one: str) -> None:
    few, many = (Population(records=number, surnames={}) for number in (2, 10**6))
    for other, among in product(NAMES, (few, many)):
        sides = [record_of_line(Listed(id=name, name=name)) for name in (one, other)]
        found = score(compare(*sides), among)
        assert found is None or not found.is_sure


@given(st.lists(st.text(max_size=30) | st.sampled_from(NAMES), min_size=1, max_size=12))
def test_two_lists_of_any_names_are_matched_and_none_is_sure(names: list[str]) -> None:
    found = outcome(names, list(reversed(names)))
    assert not found.sure
    told = [one.one for one in found.probable], [one.other for one in found.probable]
    alone = [one.entry.row for one in found.only_a], [one.entry.row for one in found.only_b]
    for parties, rest in zip(told, alone, strict=True):
        rows = {each.row for party in parties for each in party.entries} | set(rest)
        assert rows == set(range(1, len(names) + 1))


def test_ten_thousand_people_of_one_name_are_compared_once_and_stay_ten_thousand() -> None:
    crowd = ["Гнатишин Степан"] * 10_000
    found = outcome(crowd, ["Гнатишин Степан"])
    assert not found.sure
    assert sum(len(one.one.entries) for one in found.probable) + len(found.only_a) >= len(crowd)


def test_lists_are_not_joined_by_names_alone_on_any_way_into_a_register(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text("ПІБ;Стать\n" + "".join(f"{name};\n" for name in NAMES[:5]), encoding="utf-8")
    theirs.write_text("Name;Sex\nStepan Orestovych Hnatyshyn;\n", encoding="utf-8")
    assert not match(ours, theirs, tools=TOOLS, actor=VERA).outcome.sure
    register = Register(MemoryStore())
    found = match_into([ours, theirs], register, lists=TOOLS, tools=TOOLS, actor=VERA)
    assert not found.joined
    assert not resolve(register, actor=VERA).joined
    assert len(look(register).persons()) > 1


def test_who_matches_lists_is_told_which_names_were_compared_with_none(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.csv", tmp_path / "theirs.csv"
    ours.write_text("ПІБ;Стать\nГнатишин Степан;\n康明凯;\nГн4тишин Лев;\n", encoding="utf-8")
    theirs.write_text("Name;Sex\nunknown;\nN.N.;\nStepan Hnatyshyn;\n", encoding="utf-8")
    problems = match(ours, theirs, tools=TOOLS, actor=VERA).problems
    said = " ".join(str(one) for one in problems)
    for name in ("康明凯", "Гн4тишин Лев", "theirs.csv!table: 2 rows name nobody"):
        assert name in said
