"""Registers on a server: races, notices, refusals, and a register carried there and back."""

from __future__ import annotations

import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from habeas import wiring
from habeas.ledger.append import append
from habeas.ledger.check import check
from habeas.ledger.register import Register
from habeas.model.errors import (
    LostRace,
    NotARegister,
    RegisterMissing,
    RegisterNotWritable,
)
from habeas.stores.postgres import PostgresStore
from habeas.stores.postgres_place import place_of
from tests.contracts.appending import claims, enter_document
from tests.entries import claim, keep
from tests.facts import VERA
from tests.postgres import fresh_address
from tests.unit.cli.conftest import Habeas, habeas  # noqa: F401

BATCHES = 15


@pytest.fixture
def address() -> str:
    return fresh_address()


def test_writers_at_once_all_get_in_and_the_chain_holds(address: str) -> None:
    with closing(PostgresStore.create(address)) as store:
        enter_document(Register(store))
    failures: list[BaseException] = []

    def write(name: str) -> None:
        try:
            with closing(PostgresStore(address)) as own:
                register = Register(own)
                for number in range(BATCHES):
                    _until_it_wins(register, name, number)
        except BaseException as failure:  # noqa: BLE001  # told by the thread that waits
            failures.append(failure)

    threads = [threading.Thread(target=write, args=(name,)) for name in ("one", "two", "three")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    with closing(PostgresStore(address)) as store:
        register = Register(store)
        assert register.head.position == 1 + 3 * BATCHES * 2
        assert not check(register, refold=True)


def _until_it_wins(register: Register, name: str, number: int) -> None:
    while True:
        try:
            append(
                register,
                claims(name, number, 2),
                actor=VERA,
                reason="a test",
                after=register.head.position,
            )
        except LostRace:
            continue
        return


def test_whoever_listens_is_told_of_a_new_head(address: str) -> None:
    with closing(PostgresStore.create(address)) as store, closing(PostgresStore(address)) as other:
        told: list[int] = []
        listening = threading.Thread(target=lambda: told.extend(other.listen(seconds=5)))
        listening.start()
        for number in range(40):  # until the listener is there
            if told:
                break
            keep(store, claim(f"a{number:03}"))
            listening.join(timeout=0.1)
        listening.join()
        assert told
        assert told[-1] <= store.head().position


def test_no_entry_can_be_changed_deleted_or_slipped_in_by_hand(address: str) -> None:
    with closing(PostgresStore.create(address)) as store:
        keep(store, claim("a1"), claim("a2"))
    place = place_of(address)
    orders = (
        "UPDATE {}.entries SET actor = 'somebody' WHERE position = 1",
        "DELETE FROM {}.entries",
        "TRUNCATE {}.entries CASCADE",
        (
            "INSERT INTO {0}.entries SELECT 7, previous, hash, recorded_at, actor, reason, kind, "
            "'x', payload_hash, nonce, payload FROM {0}.entries WHERE position = 1"
        ),
    )
    with psycopg.connect(place.address, autocommit=True) as connection:
        for order in orders:
            with pytest.raises(psycopg.errors.RaiseException):
                connection.execute(psycopg.sql.SQL(order).format(place.quoted))


def test_a_trigger_switched_off_is_a_fault(address: str) -> None:
    with closing(PostgresStore.create(address)) as store:
        place = place_of(address)
        order = "ALTER TABLE {}.entries DISABLE TRIGGER entries_are_never_changed"
        with psycopg.connect(place.address, autocommit=True) as connection:
            connection.execute(psycopg.sql.SQL(order).format(place.quoted))
        assert list(store.faults()) == [
            "trigger entries_are_never_changed is missing or switched off"
        ]


def test_where_nothing_stands_and_where_others_stand_is_told_apart(address: str) -> None:
    with pytest.raises(RegisterMissing):
        PostgresStore(address)
    place = place_of(address)
    with psycopg.connect(place.address, autocommit=True) as connection:
        connection.execute(psycopg.sql.SQL("CREATE SCHEMA {}").format(place.quoted))
        connection.execute(psycopg.sql.SQL("CREATE TABLE {}.letters ()").format(place.quoted))
    with pytest.raises(NotARegister, match="letters"):
        PostgresStore.create(address)


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(RegisterNotWritable) as refused:
        PostgresStore("postgresql://vera:secret@127.0.0.1:1/none?connect_timeout=2")
    assert "127.0.0.1" in str(refused.value)
    assert "secret" not in str(refused.value)


def test_opened_for_reading_nothing_can_be_written(address: str) -> None:
    PostgresStore.create(address).close()
    with closing(PostgresStore(address, is_read_only=True)) as store:
        with pytest.raises(RegisterNotWritable, match="opened for reading"):
            keep(store, claim("a1"))
        with pytest.raises(RegisterNotWritable, match="opened for reading"):
            store.put_blob(b"bytes")


def test_the_command_line_takes_an_address_wherever_it_takes_a_folder(
    habeas: Habeas,  # noqa: F811
    address: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from tests.tiny_reader import TinyReader  # noqa: PLC0415

    make: Callable[[object], list[TinyReader]] = lambda _: [TinyReader()]  # noqa: E731
    monkeypatch.setattr(wiring, "readers", make)
    monkeypatch.setenv("HABEAS_ACTOR", "Vera")
    report = tmp_path / "a.txt"
    report.write_text("Olha B. was arrested.", encoding="utf-8")
    there, back = tmp_path / "first", tmp_path / "back"
    assert habeas("read", report, "--register", there).code == 0
    done = habeas("copy", there, address)
    assert (done.code, "Copied, and checked" in done.err) == (0, True), done.err
    assert "Olha B." in habeas("persons", "--register", address).out
    assert habeas("copy", address, back).code == 0
    heads = [habeas("log", "--head", "--register", place).out for place in (there, address, back)]
    assert len(set(heads)) == 1
    report.write_text("Taras C. was arrested.", encoding="utf-8")
    assert habeas("read", report, "--register", address).code == 0
    assert habeas("check", "--register", address).code == 0
    assert not [one for one in tmp_path.iterdir() if "postgres" in one.name]
    assert not Path("postgresql:").exists()
