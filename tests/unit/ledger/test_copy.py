"""A register copied entry by entry has the same chain, and goes on where it ended."""

import pytest

from habeas.ledger.check import check
from habeas.ledger.copy import copy
from habeas.ledger.register import Register
from habeas.model.errors import RegistersDiffer
from habeas.stores.memory import MemoryStore
from tests.facts import Facts

FIRST = """
2031-01-05 arrested person="Levko Hnatyshyn"/person
    from aaaa:0-8 -- "arrested"
"""
SECOND = """
2031-01-06 released person="Levko Hnatyshyn"/person
    from bbbb:0-8 -- "released"
"""


def test_a_copy_ends_in_the_same_head_and_is_sound() -> None:
    ours, theirs = Facts(), MemoryStore()
    ours.tell(FIRST)
    assert copy(ours.store, theirs) == ours.head == theirs.head()
    assert list(theirs.entries()) == list(ours.store.entries())
    assert list(theirs.projections()) == list(ours.store.projections())
    assert list(theirs.blobs()) == list(ours.store.blobs())
    assert not check(Register(theirs), refold=True)


def test_an_earlier_copy_is_gone_on_from() -> None:
    ours, theirs = Facts(), MemoryStore()
    ours.tell(FIRST)
    copy(ours.store, theirs)
    ours.tell(SECOND)
    assert copy(ours.store, theirs) == ours.head
    assert [one.name for one in Register(theirs).view().persons()] == ["Levko Hnatyshyn"] * 2
    assert copy(ours.store, theirs) == ours.head


def test_another_register_is_refused_and_left_as_it_is() -> None:
    ours, others = Facts(), Facts()
    ours.tell(FIRST + SECOND)
    others.tell(SECOND)
    before = others.head
    with pytest.raises(RegistersDiffer, match="another hash"):
        copy(ours.store, others.store)
    assert others.head == before


def test_a_copy_that_has_gone_on_by_itself_is_refused() -> None:
    ours, theirs = Facts(), Facts()
    ours.tell(FIRST)
    copy(ours.store, theirs.store)
    theirs.now.move(days=1)
    theirs.tell(SECOND)
    with pytest.raises(RegistersDiffer, match="only"):
        copy(ours.store, theirs.store)


def test_a_copy_that_broke_off_is_finished_by_the_next() -> None:
    ours, theirs = Facts(), MemoryStore()
    ours.tell(FIRST)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        copy(ours.store, theirs, stopped)
    assert copy(ours.store, theirs) == ours.head
    assert not check(Register(theirs), refold=True)
