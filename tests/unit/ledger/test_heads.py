"""A head noted elsewhere tells what the chain cannot tell of itself."""

import pytest

from habeas.ledger.check import check
from habeas.ledger.heads import departure, read_back, written
from habeas.model.entry import GENESIS, Head
from habeas.model.errors import ValueMalformed
from tests.facts import Facts

FIRST = """
2023-04-02 arrested person="Olha B."
    from 7f3a:120-139 -- "її забрали 2 квітня"
"""
SECOND = """
2023-05-10 released person="Olha B."
    from c01d:15-31 -- "її відпустили 10"
"""


def test_a_ledger_goes_on_from_every_head_it_ever_had() -> None:
    facts = Facts()
    noted = [facts.head]
    for told in (FIRST, SECOND):
        facts.tell(told)
        noted.append(facts.head)
    assert noted[0] == GENESIS
    assert [departure(facts, head) for head in noted] == [None] * 3


def test_a_clean_cut_at_the_end_is_found_by_the_head_alone() -> None:
    whole, cut = Facts(), Facts()
    for told in (FIRST, SECOND):
        whole.tell(told)
    cut.tell(FIRST)
    assert check(cut) == []
    found = departure(cut, whole.head)
    assert found is not None
    assert (found.code, found.where) == ("head-missing", f"entry {whole.head.position}")
    assert f"ends at entry {cut.head.position}" in found.what


def test_a_ledger_written_anew_is_found_by_the_head_alone() -> None:
    one, other = Facts(), Facts()
    one.tell(FIRST)
    other.tell(FIRST)  # the same facts, but nonces are fresh and so are all hashes
    other.tell(SECOND)
    assert check(other) == []
    found = departure(other, one.head)
    assert found is not None
    assert found.code == "head-differs"
    assert one.head.hash in found.what


def test_a_head_is_read_back_as_it_was_written() -> None:
    facts = Facts()
    facts.tell(FIRST)
    assert read_back(f" {written(facts.head)}\n") == facts.head


@pytest.mark.parametrize(
    "text", ["", "7", "7:", f"7:{'a' * 63}", f"-1:{'a' * 64}", f"x:{'a' * 64}"]
)
def test_what_is_no_head_is_refused(text: str) -> None:
    with pytest.raises(ValueMalformed, match="is not a head"):
        read_back(text)


def test_a_head_of_no_entries_has_but_one_hash() -> None:
    found = departure(Facts(), Head(0, "a" * 64))
    assert found is not None
    assert found.code == "head-differs"
