from pathlib import Path

import pytest

from habeas.ledger.append import append
from habeas.ledger.check import check
from habeas.ledger.permissions import permissions_in_force
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.egress import Sending
from habeas.model.entry import EntryKind
from habeas.model.errors import EgressRefused, ValueMalformed
from habeas.stores.memory import MemoryStore
from habeas.stores.sqlite import SqliteStore
from habeas.workflows.egress import NamedEgress, RegisterEgress, allow, outlets, revoke
from tests.facts import START, Clock

VERA = Actor("Vera")
LOCAL = "http://127.0.0.1:11434/v1"
FAR = "https://models.example.org/v1"


@pytest.fixture
def kept() -> Register:
    return Register(MemoryStore(), Clock())


def sending(endpoint: str = LOCAL, document: str = "ab" * 32) -> Sending:
    return Sending(document=document, endpoint=endpoint, characters=120, at=START, is_local=True)


def test_a_new_register_lets_nothing_out(kept: Register) -> None:
    with pytest.raises(EgressRefused, match="habeas egress allow http://127"):
        RegisterEgress(kept, VERA).let_out(sending())
    assert kept.head.position == 0


def test_a_permission_names_who_and_why_and_each_sending_is_entered(kept: Register) -> None:
    allow(kept, actor=VERA, endpoint=LOCAL, reason="our own machine")
    RegisterEgress(kept, VERA).let_out(sending())
    permission, sent = kept.log()
    assert (permission.kind, permission.actor) == (EntryKind.PERMISSION, "Vera")
    assert permissions_in_force(kept.store)[LOCAL].reason == "our own machine"
    assert sent.kind is EntryKind.SENDING
    assert kept.store.subjects_of(sent.position) == ("document:" + "ab" * 32,)
    assert not check(kept)


def test_a_permission_is_for_one_endpoint_however_its_address_is_written(kept: Register) -> None:
    allow(kept, actor=VERA, endpoint="HTTPS://Models.example.org:443/v1/", reason="a contract")
    RegisterEgress(kept, VERA).check(FAR)
    with pytest.raises(EgressRefused):
        RegisterEgress(kept, VERA).check(LOCAL)


def test_a_permission_can_be_taken_back_and_given_again(kept: Register) -> None:
    clock = kept.clock
    assert isinstance(clock, Clock)
    for enter in (allow, revoke, allow, revoke):
        enter(kept, actor=VERA, endpoint=LOCAL, reason="a test")
        clock.move(minutes=1)
    assert kept.head.position == 4
    with pytest.raises(EgressRefused):
        RegisterEgress(kept, VERA).let_out(sending())


def test_what_was_sent_is_counted_for_an_endpoint_no_longer_allowed(kept: Register) -> None:
    allow(kept, actor=VERA, endpoint=LOCAL, reason="a test")
    egress = RegisterEgress(kept, VERA)
    egress.let_out(sending())
    egress.let_out(sending(document="cd" * 32))
    revoke(kept, actor=VERA, endpoint=LOCAL, reason="a test")
    (outlet,) = outlets(kept)
    assert (outlet.permission, outlet.times, outlet.characters) == (None, 2, 240)


def test_a_destroyed_entry_may_have_been_a_revocation(tmp_path: Path) -> None:
    """The permissions before it no longer hold."""
    with_hole = Register(SqliteStore.create(tmp_path / "kept"))
    allow(with_hole, actor=VERA, endpoint=LOCAL, reason="a test")
    allow(with_hole, actor=VERA, endpoint=FAR, reason="a test")
    entries = list(with_hole.log())

    class Holed(MemoryStore):
        def entries(self, **_: object):  # type: ignore[no-untyped-def]  # noqa: ANN202
            import dataclasses  # noqa: PLC0415

            yield entries[0]
            yield dataclasses.replace(entries[1], payload=None)

    assert not permissions_in_force(Holed())


@pytest.mark.parametrize(
    "address",
    ["ftp://h/v1", "http://models.example.org/v1", "https://me:word@h/v1", "https://h/v1?key=5",
     "https://", "models", "https://h:99999/v1", "http://10.0.0.5/v1", "https://mоdels.org/v1"],
)  # fmt: skip
def test_an_address_that_is_no_safe_endpoint_is_refused(kept: Register, address: str) -> None:
    with pytest.raises(ValueMalformed):
        allow(kept, actor=VERA, endpoint=address, reason="a test")
    assert kept.head.position == 0


def test_a_permission_without_a_reason_is_refused(kept: Register) -> None:
    with pytest.raises(ValueMalformed, match="reason"):
        allow(kept, actor=VERA, endpoint=LOCAL, reason=" ")


def test_without_a_register_only_the_endpoint_named_is_sent_to() -> None:
    with pytest.raises(EgressRefused, match="--send-to"):
        NamedEgress().let_out(sending())
    named = NamedEgress(LOCAL)
    named.let_out(sending())
    with pytest.raises(EgressRefused):
        named.let_out(sending(FAR))
    assert named.sent == [sending()]


def test_a_sending_may_be_entered_before_its_document(kept: Register) -> None:
    """What leaves is entered first; the document may then fail to be."""
    from habeas.ledger.drafts import sending_draft  # noqa: PLC0415

    append(kept, [sending_draft(sending())], actor=VERA, reason="read", after=0)
    assert not check(kept)
    assert kept.view().documents() == []
