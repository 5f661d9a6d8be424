"""What every index of words must do, whatever it keeps rows in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from random import Random
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.search import (
    GAP,
    Clause,
    Days,
    Facet,
    HitKind,
    Indexed,
    Reached,
    Wanted,
    merged,
)
from habeas.protocols import SearchIndex
from habeas.stores.memory import MemoryStore
from habeas.stores.postgres import PostgresStore
from habeas.stores.search_memory import MemoryIndex
from habeas.stores.sqlite import SqliteStore
from tests.postgres import fresh_address

PERSON, CLAIM = HitKind.PERSON, HitKind.CLAIM
Open = Callable[[], SearchIndex]


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def open_index(request: pytest.FixtureRequest, tmp_path: Path) -> Open:
    """Opens the one index again and again."""
    if request.param == "memory":
        return MemoryStore().search_index
    if request.param == "sqlite":
        with closing(SqliteStore.create(tmp_path / "r")) as store:
            return store.search_index
    with closing(PostgresStore.create(fresh_address())) as store:
        return store.search_index


@pytest.fixture
def index(open_index: Open) -> Iterator[SearchIndex]:
    with closing(open_index()) as opened:
        yield opened


def row(name: str, words: str = "", *, kind: HitKind = PERSON, **more: object) -> Indexed:
    return Indexed(kind=kind, name=name, words=tuple(words.split()), **more)  # type: ignore[arg-type]


def put(index: SearchIndex, *rows: Indexed) -> None:
    with index.changing() as writer:
        for one in rows:
            writer.put(one)


def break_off(index: SearchIndex, failure: type[BaseException]) -> None:
    """Begins a change and is stopped in the middle of it."""
    with index.changing() as writer:
        writer.put(row("2", "a", facets=(Facet("place", "Yalta"),)))
        writer.rows(PERSON, ["2"])
        writer.clear()
        writer.reach(Reached(1, "x", "y"))
        raise failure


def all_of(*words: str) -> tuple[Clause, ...]:
    """A clause for each word; words with an underscore between are a phrase."""
    return tuple((tuple(word.split("_")),) for word in words)


def found(index: SearchIndex, *words: str, most: int = 50, **more: object) -> Sequence[str]:
    wanted = Wanted(kind=PERSON, all_of=all_of(*words), **more)  # type: ignore[arg-type]
    total, names = index.find(wanted, most=most)
    assert total >= len(names)
    return names


def test_an_empty_index_finds_nothing_and_has_reached_nothing(index: SearchIndex) -> None:
    assert found(index, "a") == []
    assert index.reached() == Reached()
    assert list(index.rows()) == []


def test_all_words_are_met_and_only_rows_of_the_kind_are_found(index: SearchIndex) -> None:
    put(index, row("1", "a b"), row("2", "a c"), row("3", "a b", kind=CLAIM))
    assert found(index, "a") == ["1", "2"]
    assert found(index, "a", "b") == ["1"]
    assert found(index, "d") == []
    assert found(index) == ["1", "2"]


def test_a_phrase_is_met_in_order_and_not_over_a_gap(index: SearchIndex) -> None:
    put(index, row("1", f"a b c {GAP} d"), row("2", "b a c d"))
    assert found(index, "a_b") == ["1"]
    assert found(index, "a_b_c") == ["1"]
    assert found(index, "c_d") == ["2"]


def test_keys_stand_in_no_order(index: SearchIndex) -> None:
    put(index, row("1", keys=("§a", "¹b")))
    assert found(index, "§a", "¹b") == ["1"]
    assert found(index, "§a_¹b") == []


def test_any_phrase_of_a_clause_is_enough(index: SearchIndex) -> None:
    put(index, row("1", "a"), row("2", "b c"), row("3", "b d"))
    wanted = Wanted(kind=PERSON, all_of=((("a",), ("b", "c")),))
    assert index.find(wanted, most=9) == (2, ["1", "2"])


def test_what_is_refused_is_left_out_also_where_nothing_else_is_asked(index: SearchIndex) -> None:
    put(index, row("1", "a"), row("2", "a b"), row("3", "c"))
    assert found(index, none_of=all_of("b")) == ["1", "3"]
    assert found(index, "a", none_of=all_of("b")) == ["1"]


def test_keys_are_found_as_words_are_and_letters_of_all_scripts_stay(index: SearchIndex) -> None:
    put(index, row("1", "крим", keys=("¹petrenko", "§place¦крим", "205·5")), row("2", "крими"))
    assert found(index, "крим") == ["1"]
    assert found(index, "§place¦крим", "¹petrenko", "205·5") == ["1"]


def test_rows_stand_by_weight_then_order_then_name(index: SearchIndex) -> None:
    rows = [row("4", "a", weight=1), row("3", "a", weight=2, order="я")]
    rows += [row("2", "a", weight=2, order="Z"), row("1", "a", weight=2, order="я")]
    put(index, *rows)
    assert found(index, "a") == ["2", "1", "3", "4"]


def test_what_is_preferred_stands_first(index: SearchIndex) -> None:
    put(index, row("1", "a"), row("2", "a b"), row("3", "a c d"), row("4", "a b c d"))
    assert found(index, "a", preferred=(all_of("b"), all_of("c_d"))) == ["2", "4", "3", "1"]


def test_a_page_is_a_part_of_what_is_found(index: SearchIndex) -> None:
    put(index, *[row(f"{number}", "a") for number in range(9)])
    assert index.find(Wanted(kind=PERSON), most=2, skip=3) == (9, ["3", "4"])


def test_a_stretch_of_days_is_met_where_a_day_is_shared(index: SearchIndex) -> None:
    put(index, row("1", when=((10, 20), (40, 50))), row("2", when=((15, 45),)), row("3"))
    assert found(index, when=((20, 22),)) == ["1", "2"]
    assert found(index, when=((25, 30),)) == ["2"]
    assert found(index, when=((12, 12), (50, 60))) == ["1"]
    assert found(index, learned=((0, 99),)) == []


def test_the_two_clocks_are_kept_apart(index: SearchIndex) -> None:
    put(index, row("1", when=((1, 1),), learned=((5, 5), (9, 9))), row("2", learned=((7, 7),)))
    assert found(index, learned=((6, 8),)) == ["2"]
    assert found(index, when=((0, 2),), learned=((9, 20),)) == ["1"]


def test_only_what_rests_on_later_entries_is_found_when_asked(index: SearchIndex) -> None:
    put(index, row("1", "a", position=4), row("2", "a", position=5))
    assert found(index, "a", after=4) == ["2"]


def test_facets_are_counted_among_what_is_found(index: SearchIndex) -> None:
    kerch, yalta = Facet("place", "Kerch"), Facet("place", "Yalta")
    put(
        index,
        row("1", "a", facets=(kerch, yalta)),
        row("2", "a", facets=(kerch,)),
        row("3", "b", facets=(yalta,)),
        row("4", "a", kind=CLAIM, facets=(yalta,)),
    )
    assert index.counts(Wanted(kind=PERSON, all_of=all_of("a"))) == {kerch: 2, yalta: 1}
    assert index.counts(Wanted(kind=PERSON, all_of=all_of("c"))) == {}


def test_a_row_comes_back_as_it_was_put_in(index: SearchIndex) -> None:
    rows = [
        row(
            "1", f"a ї {GAP} 205·5", keys=("¹x", "§y¦z"), facets=(Facet("a", "b"), Facet("a", "c"))
        ),
        row("2", when=((1, 2), (5, 9)), learned=((3, 3),), position=7, weight=-2, order="ґ ’"),
        row("1", kind=CLAIM),
    ]
    put(index, *rows)
    assert list(index.rows()) == sorted(rows, key=lambda one: (one.kind, one.name))
    with index.changing() as writer:
        assert list(writer.rows(PERSON, ["2", "1", "nobody"])) == rows[:2]


def test_a_row_put_in_again_stands_in_the_place_of_the_old(index: SearchIndex) -> None:
    facet = Facet("place", "Kerch")
    put(index, row("1", "a b", facets=(facet,), when=((1, 1), (5, 5))), row("2", "a"))
    put(index, row("1", "c", learned=((3, 4),)))
    assert found(index, "a") == ["2"]
    assert next(iter(index.rows())) == row("1", "c", learned=((3, 4),))
    assert index.counts(Wanted(kind=PERSON)) == {}


def test_a_row_put_in_twice_in_one_change_is_there_once(index: SearchIndex) -> None:
    put(index, row("1", "a"), row("1", "b"))
    assert (found(index, "a"), found(index, "b")) == ([], ["1"])


def test_a_dropped_row_is_gone_and_a_cleared_index_is_empty(index: SearchIndex) -> None:
    put(index, row("1", "a"), row("2", "a"))
    with index.changing() as writer:
        writer.drop(PERSON, "1")
        writer.drop(PERSON, "nobody")
    assert found(index, "a") == ["2"]
    with index.changing() as writer:
        writer.clear()
        writer.put(row("3", "a"))
    assert found(index, "a") == ["3"]


def test_where_it_has_come_to_is_noted_with_the_rows(index: SearchIndex, open_index: Open) -> None:
    reached = Reached(7, "ab", "rules/1")
    with index.changing() as writer:
        assert writer.reached() == Reached()
        writer.put(row("1", "a"))
        writer.reach(reached)
        assert writer.reached() == reached
    with closing(open_index()) as other:
        assert (other.reached(), found(other, "a")) == (reached, ["1"])


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ZeroDivisionError])
def test_a_change_that_breaks_off_leaves_nothing(
    index: SearchIndex, failure: type[BaseException]
) -> None:
    put(index, row("1", "a", facets=(Facet("place", "Kerch"),)))
    with pytest.raises(failure):
        break_off(index, failure)
    put(index, row("3", "a", facets=(Facet("place", "Saky"),)))
    assert found(index, "a") == ["1", "3"]
    assert index.reached() == Reached()
    assert {facet.value for facet in index.counts(Wanted(kind=PERSON))} == {"Kerch", "Saky"}


def test_more_rows_than_are_written_at_once_all_come(index: SearchIndex) -> None:
    put(index, *[row(f"{number:05}", "a") for number in range(4500)])
    assert index.find(Wanted(kind=PERSON, all_of=all_of("a")), most=1) == (4500, ["00000"])
    assert len(list(index.rows())) == 4500


@pytest.mark.parametrize("open_index", ["sqlite", "postgres"], indirect=True)
def test_changes_at_once_go_one_after_the_other(open_index: Open) -> None:
    """Each adds one to what the last one reached; none is lost."""
    failures: list[BaseException] = []

    def change(name: str) -> None:
        try:
            with closing(open_index()) as own:
                for number in range(10):
                    with own.changing() as writer:
                        position = writer.reached().position + 1
                        writer.put(row(f"{name}{number}", "a", position=position))
                        writer.reach(Reached(position, "", ""))
        except BaseException as failure:  # noqa: BLE001  # told by the thread that waits
            failures.append(failure)

    threads = [Thread(target=change, args=(name,)) for name in "xyz"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    with closing(open_index()) as index:
        assert index.reached().position == 30
        assert sorted(one.position for one in index.rows()) == list(range(1, 31))


WORDS = ["a", "b", "c", "ї", GAP]
stretches = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda two: (min(two), max(two))),
    max_size=3,
).map(merged)
rows_of = st.builds(
    Indexed,
    kind=st.sampled_from([PERSON, CLAIM]),
    name=st.text("xyz", min_size=1, max_size=2),
    words=st.lists(st.sampled_from(WORDS), max_size=6).map(tuple),
    keys=st.lists(st.sampled_from(["¹a", "§b¦c"]), max_size=2, unique=True).map(sorted).map(tuple),
    facets=st.lists(st.builds(Facet, st.sampled_from("pq"), st.sampled_from("uvw")), unique=True)
    .map(sorted)
    .map(tuple),
    when=stretches,
    learned=stretches,
    position=st.integers(0, 5),
    weight=st.integers(-2, 2),
    order=st.text("aяZ", max_size=2),
)
phrases = st.lists(st.sampled_from([*WORDS[:4], "¹a", "§b¦c"]), min_size=1, max_size=2).map(tuple)
clauses = st.lists(phrases, min_size=1, max_size=2).map(tuple)
several = st.lists(clauses, max_size=2).map(tuple)
day_ranges = st.lists(
    st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda two: (min(two), max(two))),
    max_size=1,
).map(tuple)
asked = st.builds(
    Wanted,
    kind=st.sampled_from([PERSON, CLAIM]),
    all_of=several,
    none_of=several,
    when=day_ranges,
    learned=day_ranges,
    after=st.integers(0, 3),
    preferred=st.lists(st.lists(clauses, min_size=1, max_size=2).map(tuple), max_size=2).map(tuple),
)


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[SearchIndex]]:
    with closing(SqliteStore.create(tmp_path_factory.mktemp("s") / "r")) as store:
        sqlite = store.search_index()
    with closing(PostgresStore.create(fresh_address())) as server:
        postgres = server.search_index()
    with closing(sqlite), closing(postgres):
        yield [sqlite, postgres]


@settings(max_examples=60)
@given(st.lists(rows_of, max_size=12), st.lists(asked, min_size=1, max_size=5), st.randoms())
def test_all_find_the_same_in_the_same_order_in_whatever_order_they_were_filled(
    others: list[SearchIndex], rows: list[Indexed], questions: list[Wanted], random: Random
) -> None:
    rows = list({(one.kind, one.name): one for one in rows}.values())
    memory = MemoryIndex()
    put(memory, *rows)
    for index in others:
        random.shuffle(rows)
        with index.changing() as writer:
            writer.clear()
            for one in rows:
                writer.put(one)
        assert list(index.rows()) == list(memory.rows())
        for wanted in questions:
            assert index.find(wanted, most=9) == memory.find(wanted, most=9)
            assert index.counts(wanted) == memory.counts(wanted)


def test_stretches_that_touch_are_one() -> None:
    days: list[Days] = [(5, 6), (1, 2), (3, 3), (9, 9)]
    assert merged(days) == ((1, 3), (5, 6), (9, 9))
