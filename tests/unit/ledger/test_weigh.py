"""Which value stands, and why."""

from __future__ import annotations

from habeas.ledger.weigh import Said, all_held, weigh
from habeas.model.grade import Credibility, Reliability
from habeas.model.partial_date import PartialDate
from habeas.model.person import HeldValue

NOBODY: dict[str, str] = {}


def said(
    value: str,
    *,
    by: str,
    claim: str = "",
    marks: str = "--",
    is_denied: bool = False,
    is_date: bool = False,
) -> Said:
    return Said(
        value=value,
        claim=claim or f"{by}-{value}",
        origins=(by,),
        is_denied=is_denied,
        reliability=None if marks[0] == "-" else Reliability(marks[0]),
        credibility=None if marks[1] == "-" else Credibility(marks[1]),
        date=PartialDate(value) if is_date else None,
    )


def standing(values: tuple[HeldValue, ...]) -> tuple[list[str], str]:
    held = [value for value in values if value.is_held]
    return [value.value for value in held], held[0].rule if held else ""


def test_a_single_value_stands() -> None:
    assert standing(weigh([said("Melitopol", by="a")], NOBODY)) == (
        ["Melitopol"],
        "weigh/2:only-value",
    )


def test_more_independent_origins_stand_before_fewer() -> None:
    values = weigh(
        [
            said("Kherson", by="a", marks="A1"),
            said("Melitopol", by="b"),
            said("Melitopol", by="c"),
        ],
        NOBODY,
    )
    assert standing(values) == (["Melitopol"], "weigh/2:most-origins")
    assert [(value.value, value.origins) for value in values] == [("Melitopol", 2), ("Kherson", 1)]


def test_copies_of_one_origin_count_once() -> None:
    values = weigh(
        [
            said("Kherson", by="a", claim="1"),
            said("Kherson", by="a", claim="2"),
            said("Melitopol", by="b"),
        ],
        NOBODY,
    )
    assert standing(values) == (["Kherson", "Melitopol"], "weigh/2:tie")


def test_better_marks_decide_where_origins_do_not() -> None:
    values = weigh([said("x", by="a", marks="B3"), said("y", by="b", marks="B2")], NOBODY)
    assert standing(values) == (["y"], "weigh/2:better-marks")


def test_a_better_source_with_a_worse_claim_decides_nothing() -> None:
    """The two marks are never made into one."""
    values = weigh([said("x", by="a", marks="A4"), said("y", by="b", marks="C1")], NOBODY)
    assert standing(values) == (["x", "y"], "weigh/2:tie")


def test_marks_that_only_one_side_has_decide_nothing() -> None:
    values = weigh([said("x", by="a", marks="A1"), said("y", by="b")], NOBODY)
    assert standing(values) == (["x", "y"], "weigh/2:tie")


def test_marks_that_cannot_be_judged_say_nothing() -> None:
    values = weigh([said("x", by="a", marks="F6"), said("y", by="b", marks="E5")], NOBODY)
    assert standing(values) == (["x", "y"], "weigh/2:tie")


def test_the_more_refined_date_stands_where_nothing_else_decides() -> None:
    values = weigh(
        [said("2021-02", by="a", is_date=True), said("2021-02-15", by="b", is_date=True)], NOBODY
    )
    assert standing(values) == (["2021-02-15"], "weigh/2:more-refined")


def test_a_finer_date_that_disagrees_does_not_refine() -> None:
    values = weigh(
        [said("2021-02", by="a", is_date=True), said("2021-03-15", by="b", is_date=True)], NOBODY
    )
    assert standing(values) == (["2021-02", "2021-03-15"], "weigh/2:tie")


def test_each_rule_only_chooses_among_what_the_one_before_left() -> None:
    values = weigh(
        [
            said("2021-02", by="a", is_date=True),
            said("2021-02", by="b", is_date=True),
            said("2021-02-15", by="c", is_date=True),
        ],
        NOBODY,
    )
    assert standing(values) == (["2021-02"], "weigh/2:most-origins")


def test_a_decision_stands_before_every_rule() -> None:
    values = weigh(
        [said("x", by="a"), said("x", by="b"), said("y", by="c", claim="c1")], {"c1": "d1"}
    )
    assert standing(values) == (["y"], "decision:d1")


def test_two_decisions_for_two_values_decide_nothing() -> None:
    values = weigh(
        [said("x", by="a", claim="1"), said("y", by="b", claim="2")], {"1": "d1", "2": "d2"}
    )
    assert standing(values) == (["x", "y"], "weigh/2:tie")


def test_a_denial_stands_against_a_value_and_takes_nothing_from_it() -> None:
    (value,) = weigh([said("x", by="a"), said("x", by="b", is_denied=True)], NOBODY)
    assert value.is_held
    assert (value.origins, value.claims_for, value.claims_against) == (1, ("a-x",), ("b-x",))


def test_a_value_that_is_only_denied_is_not_held() -> None:
    (value,) = weigh([said("x", by="b", is_denied=True)], NOBODY)
    assert (value.is_held, value.origins) == (False, 0)


def test_values_that_add_up_are_all_held() -> None:
    values = all_held([said("x", by="a"), said("y", by="b"), said("z", by="c", is_denied=True)])
    assert standing(values) == (["x", "y"], "weigh/2:all-named")


def test_nothing_said_is_nothing_held() -> None:
    assert weigh([], NOBODY) == ()
