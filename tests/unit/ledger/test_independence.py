"""Copies of one origin count once."""

from __future__ import annotations

import pytest

from habeas.ledger.independence import COPIED_CHARACTERS, count_origins, origins_of
from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.notation import parse_one
from tests.facts import document_of

ONE = document_of(b"1", publisher="Outlet One")
TWO = document_of(b"2", publisher="Outlet Two")


def claim(*, speaker: str = "", quote: str = "was held", source: str = "") -> AnyClaim:
    slots = (f'speaker="{speaker}" ' if speaker else "") + (f'source="{source}"' if source else "")
    return parse_one(f'- held {slots}\n from 7f3a:0-{len(quote)} -- "{quote}"')


def origins(*said: tuple[AnyClaim, Document | None]) -> int:
    return count_origins(origins_of(one, document) for one, document in said)


def test_one_speaker_in_two_outlets_is_one_origin() -> None:
    assert origins((claim(speaker="O. Kovach"), ONE), (claim(speaker="o. kovach"), TWO)) == 1


def test_two_speakers_in_one_outlet_are_two_origins() -> None:
    assert origins((claim(speaker="O. Kovach"), ONE), (claim(speaker="P. Lys"), ONE)) == 2


def test_one_outlet_in_two_documents_is_one_origin() -> None:
    again = document_of(b"3", publisher="outlet one ")
    assert origins((claim(), ONE), (claim(), again)) == 1


def test_two_outlets_that_quote_nobody_are_two_origins() -> None:
    assert origins((claim(), ONE), (claim(), TWO)) == 2


def test_a_graded_source_stands_before_the_publisher() -> None:
    assert origins((claim(source="agency"), ONE), (claim(source="agency"), TWO)) == 1


def test_an_outlet_quoted_elsewhere_is_the_same_origin_as_itself() -> None:
    assert origins((claim(), ONE), (claim(speaker="Outlet One"), TWO)) == 1


def test_the_same_long_words_under_another_name_are_a_copy() -> None:
    words = "was detained by armed men in the centre of the city on Sunday evening"
    assert len(words) >= COPIED_CHARACTERS
    assert origins((claim(quote=words), ONE), (claim(quote=words), TWO)) == 1


WIRE = (
    "According to relatives, armed men in masks took the teacher from her home in the early hours "
    "of Sunday and drove her away in a van without plates"
)


def test_an_edited_copy_is_a_copy() -> None:
    edited = WIRE.replace("According to relatives, armed", "Armed").replace("a van", "a white van")
    assert origins((claim(quote=WIRE), ONE), (claim(quote=edited), TWO)) == 1


def test_two_accounts_in_words_of_their_own_are_two_origins() -> None:
    other = (
        "Neighbours said that early on Sunday a teacher was led out of her house by several men in "
        "masks and put into a van that had no plates"
    )
    assert origins((claim(quote=WIRE), ONE), (claim(quote=other), TWO)) == 2


def test_whom_two_lists_name_as_their_source_is_one_origin() -> None:
    def listed(*via: str) -> AnyClaim:
        named = " ".join(f'via="{one}"' for one in via)
        return parse_one(f'- held {named}\n from 7f3a:0-8 -- "was held"')

    assert origins((listed("Rights House"), ONE), (listed("rights house", "Centre"), TWO)) == 1
    assert origins((listed("Rights House"), ONE), (listed("Centre"), TWO)) == 2
    page = "https://house.test/1"
    assert origins((listed(page), ONE), (listed(page), TWO)) == 2


def test_the_same_short_words_are_chance() -> None:
    assert origins((claim(quote="was held"), ONE), (claim(quote="was held"), TWO)) == 2


def test_a_copy_ties_its_asserters_together() -> None:
    """One speaker in two outlets, one of which a third outlet copied."""
    words = "was detained by armed men in the centre of the city on Sunday evening"
    assert (
        origins(
            (claim(speaker="O. Kovach"), ONE),
            (claim(speaker="O. Kovach", quote=words), TWO),
            (claim(quote=words), document_of(b"3", publisher="Outlet Three")),
        )
        == 1
    )


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (0, 2, 1)])
def test_the_order_of_claims_plays_no_part(order: tuple[int, ...]) -> None:
    marks = [("a",), ("b",), ("a", "b")]
    assert count_origins(marks[at] for at in order) == 1


def test_documents_without_publisher_go_by_their_host_or_themselves() -> None:
    bare = document_of(b"1")
    assert origins((claim(), bare), (claim(), document_of(b"2"))) == 2
    assert origins_of(claim(), None) == ("asserter:7f3a",)
