"""From two records to a probability whose every bit is shown."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.model.listed import Listed
from habeas.model.partial_date import PartialDate
from habeas.reference.matching import packaged
from habeas.resolution.block.keys import keys
from habeas.resolution.compare.records import compare
from habeas.resolution.names.parts import parse
from habeas.resolution.record import Record, record_of_line
from habeas.resolution.score.evidence import Population, Score, chance, score

CROWD = Population(records=10_000, surnames={})
LEVKO = Record(id="a", names=(parse("Левко Гнатишин"),))
SAME = Record(id="b", names=(parse("Levko Hnatyshyn"),))
DAY = PartialDate("1985-03-09")


def scored(one: Record, other: Record, among: Population = CROWD) -> Score:
    found = score(compare(one, other), among)
    assert found is not None
    return found


def test_the_bits_add_up_to_the_probability() -> None:
    found = scored(LEVKO, SAME)
    logit = sum(reason.bits for reason in found.reasons)
    assert found.probability == pytest.approx(1 / (1 + 2**-logit))


def test_the_probability_alone_is_that_of_the_reasons() -> None:
    for ours, theirs in ((LEVKO, SAME), (LEVKO, replace(SAME, born=(DAY,))), (SAME, SAME)):
        compared = compare(ours, theirs)
        found = score(compared, CROWD)
        assert found is not None
        assert chance(compared, CROWD) == pytest.approx(found.probability)
    assert chance(compare(Record(id="a"), Record(id="b")), CROWD) is None


def test_names_alone_never_suffice_for_a_rule() -> None:
    few = Population(records=2, surnames={})
    one = Record(id="a", names=(parse("Гнатишин Левко Орестович"),))
    other = Record(id="b", names=(parse("Hnatyshyn Levko Orestovych"),))
    assert scored(one, other, few).is_name_only
    assert not scored(one, other, few).is_sure


def test_a_common_birth_date_makes_it_sure() -> None:
    found = scored(replace(LEVKO, born=(DAY,)), replace(SAME, born=(DAY,)))
    assert found.is_sure
    assert found.probability > scored(LEVKO, SAME).probability


@pytest.mark.parametrize(
    ("one", "other", "sign"),
    [
        (
            Record(id="a", born=(DAY,)),
            Record(id="b", born=(PartialDate("1961"),)),
            "born:other-year",
        ),
        (Record(id="a", years=((1980, 1981),)), Record(id="b", years=((1950, 1951),)), "age:other"),
        (Record(id="a", born=(DAY,)), Record(id="b", years=((1950, 1951),)), "age:other"),
        (
            Record(id="a", quotes=frozenset({"q"})),
            Record(id="b", quotes=frozenset({"q"})),
            "listed:apart",
        ),
    ],
)
def test_evidence_against_lowers_the_chance_and_stays_any_rule(
    one: Record, other: Record, sign: str
) -> None:
    found = scored(replace(one, names=LEVKO.names), replace(other, names=SAME.names))
    assert sign in found.contrary
    assert not found.is_sure
    assert found.probability < scored(LEVKO, SAME).probability


def test_brothers_taken_on_one_day_are_two() -> None:
    taken = (PartialDate("2024-03-04"),)
    one = Record(id="a", names=(parse("Гнатишин Левко Орестович"),), taken=taken)
    other = Record(id="b", names=(parse("Гнатишин Назар Орестович"),), taken=taken)
    assert scored(one, other).probability < 0.05


def test_a_rare_surname_says_more_than_a_common_one() -> None:
    common = Population(records=10_000, surnames={"gnatiSin": 400})
    rare = Population(records=10_000, surnames={"gnatiSin": 2})
    assert scored(LEVKO, SAME, rare).probability > scored(LEVKO, SAME, common).probability


def test_what_is_missing_never_raises_a_probability() -> None:
    known = replace(LEVKO, born=(DAY,))
    assert scored(known, SAME).probability == scored(LEVKO, SAME).probability


def test_day_and_month_changed_about_are_seen() -> None:
    one = replace(LEVKO, born=(PartialDate("1985-03-09"),))
    other = replace(SAME, born=(PartialDate("1985-09-03"),))
    assert any(reason.sign == "born:swapped" for reason in scored(one, other).reasons)


def test_names_that_cannot_be_read_are_not_scored() -> None:
    one = Record(id="a", names=(parse("康明凯"),))
    assert score(compare(one, SAME), CROWD) is None


def test_an_alias_joins_what_sound_cannot() -> None:
    one = Record(id="a", names=(parse("Michael Korv"),), aliases=frozenset({"康明凯"}))
    other = Record(id="b", names=(parse("康明凯"),))
    found = scored(one, other)
    assert any(reason.sign == "alias:same" for reason in found.reasons)


RECORDS = st.builds(
    Record,
    id=st.sampled_from(["a", "b"]),
    names=st.lists(
        st.sampled_from([parse("Левко Гнатишин"), parse("Hnatyshyn L."), parse("Олена Дуб")]),
        max_size=2,
    ).map(tuple),
    born=st.lists(
        st.sampled_from(
            [DAY, PartialDate("1985"), PartialDate("1985-03"), PartialDate("1990-01-01")]
        ),
        max_size=2,
    ).map(tuple),
    years=st.lists(st.sampled_from([(1980, 1981), (1985, 1986)]), max_size=1).map(tuple),
    taken=st.lists(st.sampled_from([DAY, PartialDate("1985-03-10")]), max_size=1).map(tuple),
    charges=st.frozensets(st.sampled_from(["205.5", "280"]), max_size=1),
)


@given(RECORDS, RECORDS)
def test_the_order_of_the_two_does_not_matter(one: Record, other: Record) -> None:
    assert compare(one, other).signs == compare(other, one).signs


@given(RECORDS, RECORDS)
def test_every_score_is_explained_to_the_last_bit(one: Record, other: Record) -> None:
    found = score(compare(one, other), CROWD)
    if found is not None:
        assert 0.0 <= found.probability <= 1.0
        assert all(math.isfinite(reason.bits) and reason.words for reason in found.reasons)


def test_a_number_is_shown_only_where_births_are_compared() -> None:
    by_name = scored(LEVKO, SAME)
    assert not by_name.is_calibrated
    assert by_name.shown == by_name.band
    with_birth = scored(replace(LEVKO, born=(DAY,)), replace(SAME, born=(PartialDate("1985"),)))
    assert with_birth.shown == f"{with_birth.probability:.3f}"


def test_bands_fall_with_the_probability() -> None:
    weights = packaged()
    shown = [weights.band(chance) for chance in (1.0, 0.95, 0.6, 0.2, 0.0)]
    assert len(set(shown)) == len(shown)
    assert all(shown)


def test_a_rare_given_name_says_more_than_a_common_one() -> None:
    name = next(iter(LEVKO.names[0].given[0].names))
    common = Population(records=10_000, surnames={}, given={name: 2000})
    rare = Population(records=10_000, surnames={}, given={name: 3})
    assert scored(LEVKO, SAME, rare).probability > scored(LEVKO, SAME, common).probability


def test_a_surname_once_borne_is_met_by_whoever_is_told_of_under_it() -> None:
    married = record_of_line(Listed(id="a", name="Орися Гнатишин (уроджена Бачинська)"))
    before = record_of_line(Listed(id="b", name="Orysia Bachynska"))
    assert "surname:same" in compare(married, before).signs
    assert set(keys(married)) & set(keys(before))


def test_the_elder_is_not_the_younger_of_one_name() -> None:
    elder = Record(id="a", names=(parse("Степан Гнатишин ст."),))
    younger = Record(id="b", names=(parse("Степан Гнатишин мол."),))
    assert scored(elder, younger).contrary
    assert not scored(elder, replace(LEVKO, names=(parse("Степан Гнатишин"),))).contrary
