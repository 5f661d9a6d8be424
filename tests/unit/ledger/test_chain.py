"""Every entry answers for all before it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest

from habeas.ledger.chain import NONCE_BYTES, Chain, entry_hash, payload_hash
from habeas.model.entry import GENESIS, Draft, Entry, EntryKind

NOON = datetime(2026, 3, 3, 12, tzinfo=UTC)


def entries(*payloads: str) -> list[Entry]:
    chain = Chain(head=GENESIS, recorded_at=NOON, actor="Vera", reason="a test")
    return [
        chain.link(Draft(kind=EntryKind.CLAIM, id=f"{number:032x}", payload=payload))
        for number, payload in enumerate(payloads)
    ]


def test_the_hash_can_be_worked_out_by_hand() -> None:
    """Nobody needs our code to verify a ledger: this is the whole rule."""
    (entry,) = entries('{"a":"Ґ"}')
    payload = sha256(bytes.fromhex(entry.nonce) + '{"a":"Ґ"}'.encode()).hexdigest()
    written = (
        f'{{"actor":"Vera","id":"{"0" * 32}","kind":"claim","payload_hash":"{payload}",'
        f'"position":1,"previous":"{"0" * 64}","reason":"a test",'
        '"recorded_at":"2026-03-03T12:00:00+00:00"}'
    )
    assert json.loads(written)
    assert entry.hash == sha256(written.encode()).hexdigest()


def test_entries_follow_one_another() -> None:
    first, second, third = entries("{}", "{}", "{}")
    assert (first.previous, first.position) == (GENESIS.hash, 1)
    assert (second.previous, second.position) == (first.hash, 2)
    assert (third.previous, third.position) == (second.hash, 3)


def test_the_same_payload_twice_has_two_hashes() -> None:
    """Otherwise a short payload could be guessed from its hash after it was destroyed."""
    first, second = entries("{}", "{}")
    assert first.payload_hash != second.payload_hash
    assert len(bytes.fromhex(first.nonce)) == NONCE_BYTES


@pytest.mark.parametrize(
    "change",
    [
        {"position": 2},
        {"previous": "1" * 64},
        {"recorded_at": NOON + timedelta(microseconds=1)},
        {"actor": "Vera "},
        {"reason": "another"},
        {"kind": EntryKind.PROBLEM},
        {"id": "f" * 32},
        {"payload_hash": "1" * 64},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_changed_changes_the_hash(change: dict[str, object]) -> None:
    (entry,) = entries("{}")
    assert entry_hash(replace(entry, **change)) != entry.hash  # type: ignore[arg-type]


def test_a_destroyed_payload_leaves_the_hash_standing() -> None:
    (entry,) = entries("{}")
    assert entry_hash(replace(entry, payload=None, nonce="")) == entry.hash


def test_one_moment_has_one_hash_wherever_the_clock_stands() -> None:
    (entry,) = entries("{}")
    elsewhere = NOON.astimezone(timezone(timedelta(hours=2)))
    assert entry_hash(replace(entry, recorded_at=elsewhere)) == entry.hash


def test_the_nonce_goes_before_the_payload() -> None:
    assert payload_hash(b"ab", "c") == payload_hash(b"abc", "")
    assert payload_hash(b"ab", "c") != payload_hash(b"c", "ab")
