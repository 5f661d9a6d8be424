"""Values of the model to JSON and back: what the form is, and what is said of what does not fit."""

import json
from datetime import UTC, datetime
from typing import Any, TypeAlias

import pytest

from habeas.model.actor import Actor
from habeas.model.attribute import Attribute
from habeas.model.claim import CLAIM_KINDS, KIND_OF, AttributeClaim, FigureClaim, Reading
from habeas.model.codec import (
    canonical,
    claim_from_plain,
    claim_id,
    from_plain,
    record_id,
    to_plain,
)
from habeas.model.document import Custody, Document
from habeas.model.duration import Duration
from habeas.model.entry import Entry, EntryKind
from habeas.model.errors import ValueMalformed
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Qualifier, Quantity
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition, identity
from habeas.model.source import Source
from habeas.model.vocabulary import FigureStatus

Json: TypeAlias = Any

FIGURE = FigureClaim(
    quote=Quote("7f3a", Span(3, 40), "about 100 islanders are being held"),
    status=FigureStatus.HELD,
    quantity=Quantity.of(100, Qualifier.ABOUT, "about 100"),
    territory=(Mention("Arland", MentionKind.STATE, Span(9, 15)), Mention("Borland")),
)
WRITTEN = (
    '{"claim":"figure",'
    '"quantity":{"high":100,"low":100,"qualifier":"about","words":"about 100"},'
    '"quote":{"document":"7f3a","span":{"end":40,"start":3},'
    '"text":"about 100 islanders are being held"},'
    '"status":"held",'
    '"territory":[{"kind":"state","span":{"end":15,"start":9},"text":"Arland"},{"text":"Borland"}]}'
)


def attribute(value: str | PartialDate | Quantity | Mention) -> AttributeClaim:
    return AttributeClaim(
        quote=Quote("7f3a", Span(0, 5), "words"),
        subject=Mention("Olha B."),
        attribute=Attribute.AGE,
        value=value,
    )


def test_the_stored_form_of_a_claim_stays_what_it_is() -> None:
    """Hashes are taken over it: a change here is a change of every claim's identity."""
    assert canonical(to_plain(FIGURE)) == WRITTEN
    assert claim_from_plain(json.loads(WRITTEN)) == FIGURE
    assert claim_id(FIGURE) == "50797e515ae98bba406e594af1c228dd"


def test_every_kind_of_claim_has_its_word() -> None:
    assert set(CLAIM_KINDS) == {
        "event", "figure", "attribute", "action", "characterisation", "leverage",
    }  # fmt: skip
    assert {KIND_OF[kind]: kind for kind in KIND_OF} == CLAIM_KINDS


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("teacher", {"str": "teacher"}),
        (PartialDate("1990"), {"PartialDate": "1990"}),
        (Mention("Arland"), {"Mention": {"text": "Arland"}}),
        (Quantity.of(36), {"Quantity": {"low": 36, "high": 36}}),
    ],
)
def test_the_value_of_an_attribute_stands_under_its_type(
    value: str | PartialDate | Quantity | Mention, plain: Json
) -> None:
    assert to_plain(attribute(value))["value"] == plain
    assert claim_from_plain(to_plain(attribute(value))) == attribute(value)


def test_an_empty_span_is_kept() -> None:
    known = Mention("Arland", span=Span(7, 7))
    assert to_plain(known) == {"text": "Arland", "span": {"start": 7, "end": 7}}
    assert from_plain(Mention, to_plain(known)) == known


def test_single_values_are_plain_too() -> None:
    assert to_plain(PartialDate("2021-02")) == "2021-02"
    assert to_plain(Duration("P8Y")) == "P8Y"
    assert to_plain(FigureStatus.HELD) == "held"
    assert to_plain(datetime(2021, 2, 15, tzinfo=UTC)) == "2021-02-15T00:00:00+00:00"
    assert to_plain((None, [True, 5], "text")) == [None, [True, 5], "text"]
    assert type(to_plain(FigureStatus.HELD)) is str
    assert from_plain(PartialDate, "2021-02") == PartialDate("2021-02")
    assert from_plain(int, 5) == 5


def test_roles_are_kept_in_one_order() -> None:
    actor = Actor("Reviewer One", frozenset({"reviewer", "editor", "admin"}))
    assert to_plain(actor)["roles"] == ["admin", "editor", "reviewer"]
    assert from_plain(Actor, to_plain(actor)) == actor


def test_a_slot_that_must_be_filled_is_written_even_when_it_is_none() -> None:
    entry = Entry(
        position=1,
        previous="0" * 64,
        hash="1" * 64,
        recorded_at=datetime(2021, 2, 15, tzinfo=UTC),
        actor="Reviewer One",
        reason="expunged",
        kind=EntryKind.CLAIM,
        id="2" * 32,
        payload_hash="3" * 64,
        nonce="",
        payload=None,
    )
    assert to_plain(entry)["payload"] is None
    assert from_plain(Entry, to_plain(entry)) == entry


def test_a_whole_number_may_stand_where_any_number_may() -> None:
    reading = from_plain(Reading, {"reader": "frames", "version": "1", "probability": 1})
    assert reading == Reading("frames", "1", probability=1.0)


PLACES: list[tuple[type, Json, str]] = [
    (Mention, {"text": 5}, "'5' is not text (text of a stored Mention)"),
    (Mention, {"text": "A", "span": {"start": True, "end": 4}}, "a whole number (span.start of"),
    (Mention, {"text": "A", "span": {"start": 9, "end": 4}}, "'9-4' is not a span of characters ("),
    (Mention, {"text": "A", "kind": "planet"}, "'planet' is not one of the MentionKind values"),
    (Mention, {"text": "A", "kind": ["state"]}, "(kind of a stored Mention). Write it like"),
    (Mention, {"text": "A", "colour": "red"}, "'colour' is not a slot of Mention (a"),
    (Mention, {"text": "A", 5: 5}, "'5' is not a slot of Mention"),
    (Mention, {"kind": "state"}, "a whole Mention: text is missing"),
    (Mention, {}, "text is missing"),
    (Mention, {"text": " "}, "' ' is not a mention (a stored Mention)"),
    (Mention, {"text": "\ud83d"}, "is not a mention"),
    (Mention, [], "'[]' is not a record (Mention)"),
    (Mention, "text", "'text' is not a record (Mention)"),
    (Mention, None, "'None' is not a record (Mention)"),
    (Quantity, {"low": 1.0, "high": None}, "'1.0' is not a whole number (low of"),
    (Quantity, {"low": None, "high": None}, "'None..None' is not a quantity"),
    (Reading, {"reader": "r", "version": "1", "probability": "1"}, "'1' is not a number (probab"),
    (Reading, {"reader": "r", "version": "1", "probability": True}, "is not a number"),
    (Reading, {"reader": "r", "version": "1", "probability": 10**400}, "is not a number"),
    (Reading, {"reader": "r", "version": "1", "probability": 1.5}, "is not a probability"),
    (Reading, {"reader": "r", "version": "1", "probability": float("nan")}, "not a probability"),
    (Actor, {"name": "A", "roles": "admin"}, "'admin' is not a list (roles of a stored Actor)"),
    (Actor, {"name": "A", "roles": ["a", 5]}, "'5' is not text (roles.1 of a stored Actor)"),
    (Source, {"id": "1", "name": "A", "is_official": 1}, "'1' is not true or false (is_official"),
    (Custody, {"at": "today", "by": "A", "what": "B"}, "'today' is not a time (ISO 8601) (at of"),
    (Custody, {"at": 5, "by": "A", "what": "B"}, "'5' is not text (at of a stored Custody)"),
    (PartialDate, "soon", "'soon' is not a date (EDTF) (a stored PartialDate)"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "plain", "expected"), PLACES)
def test_what_does_not_fit_is_refused_with_its_place(
    kind: type, plain: Json, expected: str
) -> None:
    with pytest.raises(ValueMalformed) as refused:
        from_plain(kind, plain)
    assert expected in str(refused.value)


def test_a_fault_deep_inside_is_named_from_the_outside_in() -> None:
    plain = json.loads(WRITTEN)
    plain["territory"][1]["text"] = None
    with pytest.raises(ValueMalformed, match=r"territory\.1\.text of a stored FigureClaim"):
        claim_from_plain(plain)
    page = to_plain(
        Rendition(
            document="7f3a",
            captured="A",
            text="A",
            offsets=identity(1),
            paragraphs=(Span(0, 1),),
            furniture=((Span(0, 1), "menu"),),
        )
    )
    page["furniture"][0][0]["start"] = "0"
    with pytest.raises(ValueMalformed, match=r"furniture\.0\.0\.start of a stored Rendition"):
        from_plain(Rendition, page)
    page["furniture"] = [[{"start": 0, "end": 1}]]
    with pytest.raises(ValueMalformed, match=r"a list of 2 \(furniture\.0 of"):
        from_plain(Rendition, page)


@pytest.mark.parametrize(
    "value",
    ["teacher", {}, {"str": "a", "Mention": {"text": "a"}}, {"int": 5}, {"str": 5}, None],
)
def test_a_value_without_its_type_is_refused(value: Json) -> None:
    plain = to_plain(attribute("teacher")) | {"value": value}
    with pytest.raises(ValueMalformed, match=r"\(value[ .].*a stored AttributeClaim"):
        claim_from_plain(plain)


@pytest.mark.parametrize("plain", [{}, [], None, "figure", {"claim": "rumour"}, {"claim": ["a"]}])
def test_what_names_no_kind_of_claim_is_no_claim(plain: Json) -> None:
    with pytest.raises(ValueMalformed, match="is not a stored claim"):
        claim_from_plain(plain)


@pytest.mark.parametrize("claim", ["event", None])
def test_a_claim_is_read_only_as_its_own_kind(claim: str | None) -> None:
    plain = json.loads(WRITTEN)
    plain["claim"] = claim
    with pytest.raises(ValueMalformed, match="stored FigureClaim"):
        from_plain(FigureClaim, plain)
    del plain["claim"]
    with pytest.raises(ValueMalformed, match="a claim of the kind figure"):
        from_plain(FigureClaim, plain)


def test_a_number_too_long_to_write_is_refused_all_the_same() -> None:
    with pytest.raises(ValueMalformed, match="'a very long int' is not text"):
        from_plain(PartialDate, 10**5000)


def test_a_deep_pile_of_lists_is_refused_in_few_words() -> None:
    pile: Json = []
    for _ in range(50_000):
        pile = [pile]
    with pytest.raises(ValueMalformed) as refused:
        from_plain(Document, pile)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize("value", [float("nan"), float("inf"), "\ud83d", {"a": object()}, {1, 2}])
def test_what_json_or_utf_8_cannot_hold_has_no_canonical_form(value: object) -> None:
    with pytest.raises(ValueMalformed, match="is not plain data"):
        canonical(value)


def test_the_canonical_form_keeps_letters_of_every_script() -> None:
    assert canonical({"b": "№ 5", "a": [1, None, True]}) == '{"a":[1,null,true],"b":"№ 5"}'


def test_records_of_two_types_never_share_an_identity() -> None:
    assert to_plain(PartialDate("2021")) == "2021"
    assert record_id(PartialDate("2021")) != record_id("2021")
    assert len(record_id(Mention("Arland"))) == len(claim_id(FIGURE)) == 32
