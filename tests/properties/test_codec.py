"""Every value of the model comes back from JSON as it was; junk is refused with its place."""

import json
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any, TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.claim import AnyClaim
from habeas.model.codec import (
    canonical,
    claim_from_plain,
    claim_id,
    from_plain,
    record_id,
    to_plain,
    written,
    written_and_named,
)
from habeas.model.codec_decode import decoder_of
from habeas.model.codec_quick import quick_decoder_of
from habeas.model.codec_write import STUMBLES
from habeas.model.errors import ValueMalformed
from tests.strategies import CLAIM_TYPES, RECORD_TYPES, any_record, claims, claims_of, records

Json: TypeAlias = Any
JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=6)
    | st.just(10**400),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner),
    max_leaves=6,
)
# Whoever reads a claim, or grades it, makes no new one.
NOT_IDENTITY = {"reading", "source", "reliability", "credibility"}


@pytest.mark.parametrize("kind", RECORD_TYPES, ids=lambda kind: kind.__name__)
@settings(max_examples=40)
@given(data=st.data())
def test_a_record_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    record = data.draw(records(kind))
    text = canonical(to_plain(record))
    assert from_plain(kind, json.loads(text)) == record


@pytest.mark.parametrize("kind", CLAIM_TYPES, ids=lambda kind: kind.__name__)
@settings(max_examples=60)
@given(data=st.data())
def test_a_claim_comes_back_as_it_was(kind: type, data: st.DataObject) -> None:
    claim = data.draw(claims_of(kind))
    text = canonical(to_plain(claim))
    assert claim_from_plain(json.loads(text)) == claim
    assert from_plain(kind, json.loads(text)) == claim


@given(claims() | any_record())
def test_the_canonical_form_does_not_depend_on_the_order_of_keys(value: object) -> None:
    plain = to_plain(value)
    text = canonical(plain)
    assert canonical(turned(plain)) == text
    assert canonical(json.loads(text)) == text
    assert text.encode().decode() == text


@given(claims() | any_record())
def test_a_value_written_at_once_is_written_as_its_plain_data(value: object) -> None:
    assert written(value) == canonical(to_plain(value))


@given(claims())
def test_a_claim_is_written_and_named_at_once(claim: AnyClaim) -> None:
    plain = to_plain(claim)
    told = {name: plain[name] for name in plain.keys() - NOT_IDENTITY}
    name = sha256(canonical(told).encode()).hexdigest()[:32]
    assert written_and_named(claim) == (canonical(plain), name)


def turned(plain: Json) -> Json:
    """The same data with the keys of every record in the opposite order."""
    if isinstance(plain, dict):
        return {name: turned(plain[name]) for name in reversed(list(plain))}
    return [turned(item) for item in plain] if isinstance(plain, list) else plain


@given(claims(), st.data())
def test_reading_or_grading_again_makes_no_new_claim(claim: AnyClaim, data: st.DataObject) -> None:
    other = data.draw(claims_of(type(claim)))
    same = replace(claim, **{name: getattr(other, name) for name in NOT_IDENTITY})
    assert claim_id(same) == claim_id(claim)


@given(claims(), st.data())
def test_another_value_in_any_other_slot_is_another_claim(
    claim: AnyClaim, data: st.DataObject
) -> None:
    other = data.draw(claims_of(type(claim)))
    name = data.draw(st.sampled_from([slot.name for slot in fields(claim)]))
    changed = replace(claim, **{name: getattr(other, name)})
    is_same = name in NOT_IDENTITY or changed == claim
    assert (claim_id(changed) == claim_id(claim)) == is_same


@given(any_record(), any_record())
def test_two_records_share_an_identity_only_when_they_are_equal(one: object, two: object) -> None:
    is_same = type(one) is type(two) and one == two
    assert (record_id(one) == record_id(two)) == is_same


@given(st.sampled_from([*CLAIM_TYPES, *RECORD_TYPES]), JUNK)
def test_junk_is_refused_or_is_a_whole_record(kind: type, junk: Json) -> None:
    refusal = refusal_of(kind, junk)
    assert refusal is None or (kind.__name__ in refusal and len(refusal) < 5000)


@given(st.sampled_from([*CLAIM_TYPES, *RECORD_TYPES]), JUNK | st.just({}))
def test_what_is_read_quickly_is_what_is_read_carefully(kind: type, junk: Json) -> None:
    assert_read_alike(kind, junk)


def assert_read_alike(kind: type, plain: Json) -> None:
    hint: Any = kind
    try:
        quick = quick_decoder_of(hint)(plain)
    except (ValueMalformed, *STUMBLES):
        return
    assert decoder_of(hint)(plain) == quick


def refusal_of(kind: type, plain: Json) -> str | None:
    """Why plain data is no such record; None where it is one."""
    try:
        value: object = from_plain(kind, plain)
    except ValueMalformed as refused:
        return str(refused)
    assert isinstance(value, kind)
    return None


@given(JUNK)
def test_junk_is_no_claim(junk: Json) -> None:
    with pytest.raises(ValueMalformed):
        claim_from_plain(junk)


@given(claims() | any_record(), JUNK, st.data())
def test_a_record_with_one_value_swapped_for_junk_is_refused_with_its_place(
    value: object, junk: Json, data: st.DataObject
) -> None:
    plain = to_plain(value)
    place: Json = plain
    key = data.draw(st.sampled_from(list(place)))
    while isinstance(place[key], dict | list) and place[key] and data.draw(st.booleans()):
        place = place[key]
        inner = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = data.draw(st.sampled_from(inner))
    place[key] = junk
    refusal = refusal_of(type(value), plain)
    assert refusal is None or str(key) in refusal
    assert_read_alike(type(value), plain)
