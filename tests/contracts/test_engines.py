"""What every engine must do: say of each pair what is said of two records, however lines came."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas import wiring
from habeas.engines.local import LocalEngine
from habeas.model.errors import LineTwice
from habeas.model.listed import Grouped, Listed
from habeas.protocols import Engine
from habeas.reference.matching import packaged
from habeas.resolution.propose import population, proposal
from habeas.resolution.record import record_of_line
from habeas.resolution.score.evidence import Population

NAMES = [
    "Левко Гнатишин",
    "Levko Hnatyshyn",
    "Гнатишин Л. О.",
    "Гнатишин Левко Орестович",
    "Гнатишин Назар Орестович",
    "L. Hnatyshyn",
    "Гнатишин",
    "Олена Дуб",
    "Дуб О. П.",
    "Olena Petrivna Dub",
    "Дубова Олена",
    "Порошинка Іван",
    "Парашынка Іван",
    "Zorvan Tilek",
    "Tilek Zorvan",
    "Валентин Коваль",
    "Валентина Коваль",
    "van der Zorvan, Ivan Petro",
    "Mamed Zorvan Ahmed oglu",
    "康明凯",
    "N.N.",
    "",
]
LINES = st.builds(
    Listed,
    id=st.uuids().map(str),
    name=st.sampled_from(NAMES),
    born=st.sampled_from(
        ["", "1985-03-09", "1985-09-03", "1985-03-10", "1985-03", "1985", "1986", "1985~", "198X",
         "XXXX-03-09", "1985-21", "../1985", "someday", "1985-03-31"]
    ),
    taken=st.sampled_from(["", "2024-03-04", "2024-03-06", "2024-05-01", "2024-03"]),
    place=st.sampled_from(["", "Зорвань", "ЗОРВАНЬ", "Тілек"]),
    charge=st.sampled_from(["", "205.5", "280"]),
    sentence=st.sampled_from(["", "P7Y"]),
    occupation=st.sampled_from(["", "baker", "Baker"]),
)  # fmt: skip
CROWD = Population(records=5000, surnames={"gnatiSin": 40, "dub": 300}, given={})
Make = Callable[[Population], Engine]


@pytest.fixture(params=["local"], scope="module")
def make(request: pytest.FixtureRequest) -> Make:
    makers: dict[str, Make] = {"local": lambda among: LocalEngine(among=among)}
    return makers[request.param]


def linked(engine: Engine) -> tuple[list[tuple[str, str]], list[tuple[str, str, float]], Grouped]:
    believed = sorted(
        (one.left, one.right, round(one.probability, 9)) for one in engine.beliefs(0.0)
    )
    return sorted((one.left, one.right) for one in engine.links(0.0)), believed, engine.groups()


@settings(deadline=None)
@given(lines=st.lists(LINES, max_size=8, unique_by=lambda line: line.id))
def test_a_pair_is_as_probable_as_its_two_records(make: Make, lines: Sequence[Listed]) -> None:
    engine = make(CROWD)
    engine.add(lines)
    engine.link()
    records = {line.id: record_of_line(line) for line in lines}
    for link in engine.links(0.0):
        alone = proposal(records[link.left], records[link.right], CROWD)
        assert alone is not None
        assert link.probability == pytest.approx(alone.score.probability, rel=0, abs=1e-12)


@settings(deadline=None, max_examples=60)
@given(
    lines=st.lists(LINES, max_size=60, unique_by=lambda line: line.id),
    cuts=st.lists(st.integers(0, 60), max_size=4),
)
def test_lines_added_by_and_by_give_what_all_at_once_give(
    make: Make, lines: Sequence[Listed], cuts: Sequence[int]
) -> None:
    at_once, by_and_by = make(CROWD), make(CROWD)
    at_once.add(lines)
    at_once.link()
    bounds = [0, *sorted(cuts), len(lines)]
    by_and_by.link()
    for start, end in pairwise(bounds):
        by_and_by.add(lines[start:end])
    assert linked(by_and_by) == linked(at_once)


def test_a_block_that_outgrows_its_bound_is_as_if_it_had_come_whole(make: Make) -> None:
    lines = [
        Listed(id=f"{at:03d}", name=f"Гнатишин {'Левко' if at % 2 else 'Л.'}", born=f"{1950 + at}")
        for at in range(50)
    ] + [Listed(id=f"x{at:03d}", name="Гнатишин Левко", place=f"{at % 5}") for at in range(50)]
    at_once, by_and_by = make(CROWD), make(CROWD)
    at_once.add(lines)
    at_once.link()
    by_and_by.add(lines[:7])
    by_and_by.link()
    for start in range(7, len(lines), 9):
        by_and_by.add(lines[start : start + 9])
    assert linked(by_and_by) == linked(at_once)


def test_ten_thousand_called_the_same_are_no_blow_up(make: Make) -> None:
    engine = make(CROWD)
    engine.add(Listed(id=f"{at:05d}", name="Іван Дуб") for at in range(10_000))
    engine.link()
    number = sum(1 for _ in engine.links(0.0))
    assert 10_000 < number < 500_000
    assert engine.groups().groups == ()


def test_what_one_day_of_birth_joins_hangs_together(make: Make) -> None:
    engine = make(CROWD)
    names = ("Левко Гнатишин", "Levko Hnatyshyn", "Гнатишин Левко Орестович")
    engine.add(
        Listed(id=str(at), name=name, born="1985-03-09", place="Зорвань")
        for at, name in enumerate(names)
    )
    engine.add([Listed(id="brother", name="Гнатишин Назар Орестович", born="1985-03-09")])
    engine.link()
    assert engine.groups().groups == (("0", "1", "2"),)


def test_a_pair_that_would_join_what_is_kept_apart_is_shown(make: Make) -> None:
    engine = make(CROWD)
    engine.add(
        [
            Listed(id="father", name="Гнатишин Левко Орестович", born="1950", place="Зорвань"),
            Listed(id="son", name="Гнатишин Левко Левкович", born="1980", place="Зорвань"),
            Listed(id="a", name="Гнатишин Левко Орестович", place="Зорвань", charge="205.5",
                   sentence="P7Y", taken="2024-03-04", occupation="baker"),
            Listed(id="b", name="Гнатишин Левко", born="1980", place="Зорвань", charge="205.5",
                   sentence="P7Y", taken="2024-03-04", occupation="baker"),
        ]
    )  # fmt: skip
    engine.link()
    found = engine.groups()
    assert not any({"father", "son"} <= set(group) for group in found.groups)
    assert found.disputed
    assert all(link.probability >= 0.9 for link in found.disputed)


def believed(engine: Engine, *pair: str) -> float:
    return next(
        (one.probability for one in engine.beliefs(0.0) if (one.left, one.right) == pair), 0.0
    )


def alone(engine: Engine, *pair: str) -> float:
    return next(
        (one.probability for one in engine.links(0.0) if (one.left, one.right) == pair), 0.0
    )


def test_what_one_line_lacks_another_of_its_person_says(make: Make) -> None:
    """The father's name links c to b; b has a's birth, which c has as well."""
    engine = make(CROWD)
    engine.add(
        [
            Listed(id="a", name="Гнатишин Левко", born="1985-03-09", place="Зорвань"),
            Listed(id="b", name="Гнатишин Левко Орестович", born="1985-03-09"),
            Listed(id="c", name="Гнатишин Л. О.", place="Зорвань"),
        ]
    )
    engine.link()
    assert alone(engine, "a", "b") > 0.99
    assert believed(engine, "b", "c") > alone(engine, "b", "c") + 0.1
    assert believed(engine, "a", "c") == pytest.approx(believed(engine, "b", "c"))


def test_a_group_is_kept_from_whom_one_of_its_lines_is_kept(make: Make) -> None:
    engine = make(CROWD)
    engine.add(
        [
            Listed(id="a", name="Гнатишин Левко Орестович", born="1985-03-09", place="Зорвань"),
            Listed(id="b", name="Гнатишин Левко", born="1985-03-09", place="Зорвань"),
            Listed(id="c", name="Гнатишин Левко Іванович", place="Зорвань", charge="205.5"),
        ]
    )
    engine.link()
    assert engine.groups().groups == (("a", "b"),)


def test_names_alone_join_nobody(make: Make) -> None:
    engine = make(replace(CROWD, surnames={}, given={}))
    engine.add(Listed(id=one, name="Цвіткелишин Никодим Сидорович") for one in "ab")
    engine.link()
    assert alone(engine, "a", "b") > 0.97
    assert engine.groups().groups == ()


def test_names_that_cannot_be_read_meet_nobody(make: Make) -> None:
    engine = make(CROWD)
    engine.add(Listed(id=str(at), name="康明凯", born="1985-03-09") for at in range(3))
    engine.link()
    assert list(engine.links(0.0)) == []


def test_one_id_for_two_lines_is_refused(make: Make) -> None:
    engine = make(CROWD)
    with pytest.raises(LineTwice):
        engine.add([Listed(id="a", name="Дуб"), Listed(id="a", name="Коваль")])


def test_an_engine_without_lines_answers(make: Make) -> None:
    engine = make(CROWD)
    engine.fit()
    engine.link()
    assert linked(engine) == ([], [], Grouped((), ()))


def test_the_engine_that_is_plugged_in_is_one_of_these() -> None:
    assert wiring.engine().name == LocalEngine.name


def test_weights_are_learned_without_labels() -> None:
    """Where places agree among those who are one, a common place comes to say more."""
    engine = LocalEngine()
    engine.add(
        Listed(
            id=f"{at}-{twin}",
            name=("Левко Гнатишин", "Olena Dub", "Назар Коваль")[at % 3],
            born=f"{1950 + at % 50}-0{1 + at % 9}-1{at % 7}",
            place=f"place {at}",
        )
        for at in range(200)
        for twin in "ab"
    )
    engine.fit()
    assert engine.weights.same["place:same"] > packaged().same["place:same"]
    assert engine.weights.random["place:same"] < packaged().random["place:same"]


def test_names_are_counted_alike_line_by_line_and_in_columns() -> None:
    lines = [Listed(id=str(at), name=name) for at, name in enumerate(NAMES)]
    engine = LocalEngine()
    engine.add(lines)
    engine.link()
    alone = population(map(record_of_line, lines))
    assert engine.among is not None
    readable = population(
        record for record in map(record_of_line, lines) if record.names[0].is_readable
    )
    assert engine.among.surnames == readable.surnames
    assert engine.among.given == readable.given
    assert engine.among.records == alone.records
