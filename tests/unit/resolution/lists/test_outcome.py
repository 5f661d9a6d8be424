"""Two lists side by side: nobody is lost, nobody is joined in silence, and crowds cost little."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.resolution.compare.records import Compared, compare
from habeas.resolution.lists import outcome as outcome_module
from habeas.resolution.lists.outcome import Band, Outcome, Pair, matched
from habeas.resolution.record import Record
from tests.people import listed


def pairs(found: tuple[Pair, ...]) -> list[tuple[str, str]]:
    return [(one.one.entries[0].name, one.other.entries[0].name) for one in found]


def names(outcome: Outcome) -> tuple[list[str], list[str]]:
    return (
        [one.entry.name for one in outcome.only_a],
        [one.entry.name for one in outcome.only_b],
    )


def test_one_man_in_two_scripts_is_surely_the_same_when_his_birth_date_agrees() -> None:
    done = matched(
        listed("Гнатишин Левко, 1980-02-03", "Верба Ганна, 1990-01-01"),
        listed("Levko Hnatyshyn, 1980-02-03, 2024-05-05", of="b"),
    )
    assert pairs(done.sure) == [("Гнатишин Левко", "Levko Hnatyshyn")]
    assert done.sure[0].band is Band.SURE
    assert names(done) == (["Верба Ганна"], [])


def test_a_name_alone_is_never_sure() -> None:
    done = matched(listed("Гнатишин Левко"), listed("Levko Hnatyshyn", of="b"))
    assert done.sure == ()
    assert pairs(done.probable) == [("Гнатишин Левко", "Levko Hnatyshyn")]


def test_another_birth_date_speaks_against_and_is_never_sure() -> None:
    done = matched(
        listed("Гнатишин Левко, 1980-02-03, 2024-01-01"),
        listed("Levko Hnatyshyn, 1980-11-23, 2024-01-01", of="b"),
    )
    assert done.sure == ()
    assert all(one.link.score.contrary for one in done.probable)


def test_brothers_are_two() -> None:
    done = matched(
        listed("Гнатишин Левко Петрович, 1980-02-03"),
        listed("Гнатишин Іван Петрович, 1984-02-03", of="b"),
    )
    assert done.sure == ()
    assert done.probable == ()


def test_whoever_stands_twice_in_one_list_is_said_so_and_both_rows_are_matched() -> None:
    done = matched(
        listed("Гнатишин Левко, 1980-02-03, 2024-05-05", "Hnatyshyn Levko, 1980-02-03"),
        listed("Levko Hnatyshyn, 1980-02-03", of="b"),
    )
    assert pairs(done.twice_a) == [("Гнатишин Левко", "Hnatyshyn Levko")]
    assert len(done.sure) == 2


def test_a_clash_between_the_partners_is_an_objection() -> None:
    ones = listed("Гнатишин Левко,, 2024-05-05")
    others = listed(
        "Hnatyshyn Levko, 1980-02-03, 2024-05-05", "Hnatyshyn Levko, 1991-07-08, 2024-05-05", of="b"
    )
    done = matched(ones, others)
    assert done.sure == ()
    assert len(done.probable) == 2
    assert all("somebody else" in one.objection for one in done.probable)


def test_the_nearest_rival_is_named_with_its_chance() -> None:
    done = matched(
        listed("Гнатишин Левко, 1980-02-03"),
        listed("Levko Hnatyshyn, 1980-02-03", "Levko Hnatyshyn, 1981", of="b"),
    )
    (first,) = done.sure
    assert first.rival is not None
    assert first.rival.party.entries[0].line == "Levko Hnatyshyn, 1981"
    assert 0 < first.rival.probability < first.probability


def test_rows_that_say_the_same_stand_together_and_are_never_sure() -> None:
    done = matched(
        listed("Гнатишин Левко, 1980-02-03", "Гнатишин Левко, 1980-02-03"),
        listed("Levko Hnatyshyn, 1980-02-03", of="b"),
    )
    (pair,) = done.probable
    assert [one.row for one in pair.one.entries] == [2, 3]
    assert done.sure == ()
    assert len(done.twice_a) == 1


@pytest.mark.parametrize(
    "name", ["", "unknown", "N.N.", "невідомо", "12345", "?", "康明凯", "Ж", "МЕЛЬНИК", "\u202eабв"]
)
def test_a_name_that_says_nothing_is_left_alone_and_stops_nobody(name: str) -> None:
    done = matched(
        listed(name, "Гнатишин Левко, 1980-02-03"),
        listed(name, "Levko Hnatyshyn, 1980-02-03", of="b"),
    )
    assert pairs(done.sure) == [("Гнатишин Левко", "Levko Hnatyshyn")]


def test_a_latin_letter_in_a_cyrillic_name_changes_nothing() -> None:
    done = matched(
        listed("Гнaтишин Левкo, 1980-02-03"), listed("Гнатишин Левко, 1980-02-03", of="b")
    )
    assert len(done.sure) == 1


def test_marks_of_direction_change_nothing() -> None:
    done = matched(
        listed("\u200fГнатишин Левко\u200e, 1980-02-03"),
        listed("Гнатишин Левко, 1980-02-03", of="b"),
    )
    assert len(done.sure) == 1


def day(number: int) -> str:
    return f"{1 + number % 12:02}-{1 + number % 28:02}"


@pytest.fixture
def scored(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """Counts how many pairs are compared."""
    count: Counter[str] = Counter()

    def counting(one: Record, other: Record) -> Compared:
        count["pairs"] += 1
        return compare(one, other)

    monkeypatch.setattr(outcome_module, "compare", counting)
    return count


def test_many_of_one_name_who_say_nothing_else_are_compared_once(scored: Counter[str]) -> None:
    many = ["Мельник Іван"] * 2000
    done = matched(listed(*many), listed(*many, of="b"))
    assert scored["pairs"] < 10
    assert done.sure == ()
    told = [*done.probable, *done.only_a]
    assert told


def test_many_of_one_name_do_not_cost_the_square(scored: Counter[str]) -> None:
    """Each has a birth date of their own, as the man who stands in both lists has."""
    count = 1200
    many = [
        f"Мельник Іван, {1950 + at % 50}-{1 + at % 12:02}-{1 + at % 28:02}" for at in range(count)
    ]
    done = matched(listed(*many), listed("Ivan Melnyk, 1961-02-03", *many, of="b"))
    assert scored["pairs"] < 200 * count
    assert done.sure or done.probable


def test_who_cannot_be_told_from_a_crowd_is_told_with_the_number(scored: Counter[str]) -> None:
    many = [
        f"Мельник Іван, {1950 + at // 300}-{1 + at % 12:02}-{1 + at % 28:02}" for at in range(900)
    ]
    done = matched(listed("Melnyk I."), listed(*many, of="b"))
    (crowded,) = done.crowded
    assert crowded.entry.name == "Melnyk I."
    assert crowded.number > 100
    assert scored["pairs"] < 10_000  # of 400,000
    assert names(done)[0] == ["Melnyk I."]


NAMES = st.sampled_from(
    ["Гнатишин Левко", "Levko Hnatyshyn", "Верба Ганна", "Verba H.", "", "N.N."]
)
BORN = st.sampled_from(["", "1980", "1980-02-03", "1991-07-08"])
LINES = st.lists(st.builds("{}, {}".format, NAMES, BORN), max_size=8)


@settings(deadline=None)
@given(LINES, LINES)
def test_everybody_stands_in_a_pair_or_alone_and_never_in_both(
    ones: list[str], others: list[str]
) -> None:
    a, b = listed(*ones), listed(*others, of="b")
    done = matched(a, b)
    for entries, side, alone in ((a, "one", done.only_a), (b, "other", done.only_b)):
        paired = {
            entry.id
            for pair in (*done.sure, *done.probable)
            for entry in getattr(pair, side).entries
        }
        left = [one.entry.id for one in alone]
        assert len(left) == len(set(left))
        assert paired.isdisjoint(left)
        assert paired | set(left) == {entry.id for entry in entries}


@settings(deadline=None)
@given(LINES, LINES)
def test_it_is_the_same_from_either_side(ones: list[str], others: list[str]) -> None:
    forth = matched(listed(*ones), listed(*others, of="b"))
    back = matched(listed(*others, of="b"), listed(*ones))
    assert {(one.one.id, one.other.id) for one in forth.sure} == {
        (one.other.id, one.one.id) for one in back.sure
    }


def test_a_long_run_says_how_far_it_is() -> None:
    steps: list[tuple[int, int | None, str]] = []
    many = [f"Мельник{at} Іван" for at in range(120)]
    matched(listed(*many), listed(*many, of="b"), progress=lambda *step: steps.append(step))
    assert (100, 120, "both lists") in steps
