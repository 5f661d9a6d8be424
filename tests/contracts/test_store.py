"""What every store must do, whatever it keeps things in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from habeas.model.entry import GENESIS, Draft, EntryKind, Head
from habeas.model.errors import LostRace
from habeas.protocols import Store
from habeas.stores.memory import MemoryStore
from habeas.stores.postgres import PostgresStore
from habeas.stores.sqlite import SqliteStore
from tests.entries import claim, entries_of, keep
from tests.postgres import fresh_address


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    made: Store
    if request.param == "postgres":
        made = PostgresStore.create(fresh_address())
    else:
        made = MemoryStore() if request.param == "memory" else SqliteStore.create(tmp_path / "r")
    yield made
    made.close()


def break_off(store: Store, *drafts: Draft, failure: type[BaseException]) -> None:
    """Begins an append and is stopped in the middle of it."""
    head = store.head()
    with store.writing(head.position) as writer:
        for entry, draft in zip(entries_of(*drafts, head=head), drafts, strict=True):
            writer.add(entry, draft.subjects)
        writer.set_projection("person:a", "new")
        list(writer.entries_about("person:a"))
        raise failure


def test_an_empty_store_ends_at_the_beginning(store: Store) -> None:
    assert store.head() == GENESIS
    assert list(store.entries()) == []
    assert list(store.blobs()) == []


def test_an_entry_comes_back_as_it_was(store: Store) -> None:
    entries = keep(store, claim("a1", "person:a"), claim("b2"))
    assert list(store.entries()) == entries
    assert store.head() == Head(2, entries[1].hash)


def test_a_part_of_the_entries_can_be_asked_for(store: Store) -> None:
    document = Draft(kind=EntryKind.DOCUMENT, id="d0", payload="{}")
    entries = keep(store, claim("a1"), document, claim("a2"), claim("a3"))
    assert list(store.entries(after=1, until=3)) == entries[1:3]
    assert list(store.entries(kind=EntryKind.DOCUMENT)) == [entries[1]]
    assert list(store.entries(after=2, kind=EntryKind.CLAIM)) == entries[2:]
    assert list(store.entries(after=4)) == []


def test_more_entries_than_are_read_at_once_all_come(store: Store) -> None:
    drafts = [claim(f"{number:05}", "person:a") for number in range(2500)]
    entries = keep(store, *drafts)
    assert list(store.entries()) == entries
    assert list(store.entries_about("person:a")) == entries


def test_entries_are_found_by_subject(store: Store) -> None:
    first, second, third = keep(
        store, claim("a1", "person:b", "person:a"), claim("a2", "person:b"), claim("a3")
    )
    assert list(store.entries_about("person:b")) == [first, second]
    assert list(store.entries_about("person:c")) == []
    assert list(store.subjects_of(first.position)) == ["person:a", "person:b"]
    assert list(store.subjects_of(third.position)) == []


def test_a_subject_named_twice_is_listed_once(store: Store) -> None:
    (entry,) = keep(store, claim("a1", "person:a", "person:a"))
    assert list(store.entries_about("person:a")) == [entry]


def test_entries_are_found_by_the_head_of_their_id(store: Store) -> None:
    entries = keep(store, claim("abc2"), claim("abd1"), claim("abc1"), claim("b"))
    assert store.find("abc") == [entries[0], entries[2]]
    assert store.find("") == entries
    assert store.find("abc1x") == []
    assert store.find("ab", EntryKind.DOCUMENT) == []


def test_an_id_prefix_is_no_pattern(store: Store) -> None:
    keep(store, claim("abc"))
    assert [store.find(wild) for wild in ("%", "_bc", "*", "a?")] == [[], [], [], []]


@pytest.mark.parametrize("odd", ["a\x00b", "\ud800"])
def test_nothing_goes_by_what_no_text_can_hold(store: Store, odd: str) -> None:
    keep(store, claim("abc", "person:a"))
    assert store.find(odd) == []
    assert list(store.entries_about(odd)) == []
    assert store.projection(odd) is None


def test_a_writer_sees_what_it_adds(store: Store) -> None:
    (old,) = keep(store, claim("a1", "person:a"))
    with store.writing(1) as writer:
        (new,) = entries_of(claim("a2"), head=store.head())
        writer.add(new, ["person:a"])
        assert list(writer.entries_about("person:a")) == [old, new]
    assert list(store.entries_about("person:a")) == [old, new]


def test_projections_are_set_changed_and_removed(store: Store) -> None:
    with store.writing(0) as writer:
        writer.set_projection("person:a", "one")
        writer.set_projection("person:b", "two")
        writer.set_projection("figure:a", "Ґ")
    with store.writing(0) as writer:
        writer.set_projection("person:a", "three")
        writer.set_projection("person:b", None)
    assert list(store.projections()) == [("figure:a", "Ґ"), ("person:a", "three")]
    assert list(store.projections("person:")) == [("person:a", "three")]
    assert store.projection("person:a") == "three"
    assert store.projection("person:b") is None


def test_all_projections_are_replaced_at_once(store: Store) -> None:
    with store.writing(0) as writer:
        writer.set_projection("person:a", "one")
    store.replace_projections(iter([("person:b", "two")]))
    assert list(store.projections()) == [("person:b", "two")]


def test_projections_stay_when_their_replacement_breaks_off(store: Store) -> None:
    def contents() -> Iterator[tuple[str, str]]:
        yield "person:b", "two"
        raise ZeroDivisionError

    with store.writing(0) as writer:
        writer.set_projection("person:a", "one")
    with pytest.raises(ZeroDivisionError):
        store.replace_projections(contents())
    assert list(store.projections()) == [("person:a", "one")]


@pytest.mark.parametrize("failure", [KeyboardInterrupt, ZeroDivisionError])
def test_an_append_that_breaks_off_leaves_nothing(
    store: Store, failure: type[BaseException]
) -> None:
    keep(store, claim("a1", "person:a"))
    before = store.head()
    with pytest.raises(failure):
        break_off(store, claim("a2", "person:a"), failure=failure)
    assert store.head() == before
    assert store.projection("person:a") is None
    assert len(list(store.entries_about("person:a"))) == 1
    keep(store, claim("a3"))
    assert store.head().position == 2


@pytest.mark.parametrize("after", [0, 2])
def test_who_comes_second_loses_the_race_and_writes_nothing(store: Store, after: int) -> None:
    keep(store, claim("a1"))
    with pytest.raises(LostRace) as lost:
        keep(store, claim("a2"), after=after)
    assert (lost.value.after, lost.value.head) == (after, 1)
    assert store.head().position == 1


def test_a_blob_is_kept_under_its_hash(store: Store) -> None:
    content = b"captured \x00\xff bytes"
    name = store.put_blob(content)
    assert name == sha256(content).hexdigest()
    assert store.put_blob(content) == name
    assert store.blob(name) == content
    assert store.blob("0" * 64) is None
    assert store.blob("../register.sqlite") is None


def test_blobs_are_named_in_order(store: Store) -> None:
    names = [store.put_blob(str(number).encode()) for number in range(20)]
    assert list(store.blobs()) == sorted(names)


def test_the_empty_blob_is_a_blob(store: Store) -> None:
    assert store.blob(store.put_blob(b"")) == b""


def test_a_sound_store_has_no_faults(store: Store) -> None:
    keep(store, claim("a1", "person:a"))
    assert list(store.faults()) == []


def test_reading_goes_on_while_an_iteration_is_half_way(store: Store) -> None:
    """An append in the middle of reading neither fails nor shows up half."""
    keep(store, *[claim(f"{number:05}") for number in range(1500)])
    reading = store.entries()
    first = next(reading)
    keep(store, claim("later"))
    rest = list(reading)
    assert first.position == 1
    assert len(rest) in (1499, 1500)


@pytest.mark.parametrize("name", ["sqlite", "postgres"])
def test_what_was_kept_is_there_when_the_register_is_opened_again(
    name: str, tmp_path: Path
) -> None:
    opener: Callable[[], Store]
    first: Store
    if name == "sqlite":
        first, opener = SqliteStore.create(tmp_path / "r"), lambda: SqliteStore(tmp_path / "r")
    else:
        address = fresh_address()
        first, opener = PostgresStore.create(address), lambda: PostgresStore(address)
    entries = keep(first, claim("a1", "person:a"), claim("b2"))
    blob = first.put_blob(b"bytes")
    with first.writing(2) as writer:
        writer.set_projection("person:a", "one")
    first.close()
    second = opener()
    assert list(second.entries()) == entries
    assert second.projection("person:a") == "one"
    assert second.blob(blob) == b"bytes"
    second.close()
