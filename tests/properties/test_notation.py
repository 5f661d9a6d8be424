"""Claim notation reads back to the same claims, and a damaged line is refused or still read."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.claim import AnyClaim, AttributeClaim
from habeas.model.errors import NotationError
from habeas.model.notation import parse, parse_one, write, write_all
from habeas.model.notation_write import quoted
from tests.strategies import CLAIM_TYPES, claims, claims_of, texts

ALPHABET = st.sampled_from('"\\/@=(){}#-: .~?%,09aPX\t\n\ufeff') | st.characters(codec="utf-8")


@pytest.mark.parametrize("kind", CLAIM_TYPES, ids=lambda kind: kind.__name__)
@settings(max_examples=60)
@given(data=st.data())
def test_a_claim_reads_back_to_the_same_claim(kind: type, data: st.DataObject) -> None:
    claim = data.draw(claims_of(kind))
    text = write(claim)
    assert parse_one(text) == claim
    assert text.count("\n") == 1
    assert len(text.splitlines()) == 2, "no other line end than ours, whoever splits the lines"


@settings(max_examples=40)
@given(st.lists(claims(), max_size=4), texts())
def test_several_claims_read_back_with_their_documents(many: list[AnyClaim], title: str) -> None:
    titles = {claim.quote.document: title for claim in many}
    assert parse(write_all(many, titles)) == many
    assert parse(write_all(many)) == many


@given(claims())
def test_what_is_not_seen_is_written_as_an_escape(claim: AnyClaim) -> None:
    text = write(claim)
    assert not set(text) & set("\x00\x1b\x7f\x85\x9b\u200b\u2028\u2029\u202e\u2066\ufeff")


@given(texts())
def test_quoted_text_is_one_line_of_json(text: str) -> None:
    written = quoted(text)
    assert len(written.splitlines()) == 1
    line = f'- attribute:name subject="Olha B." value={written}'
    claim = parse_one(f'{line}\n    from 7f3a:0-7 -- "Olha B."')
    assert isinstance(claim, AttributeClaim)
    assert claim.value == text


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Valid notation with some characters cut out, put in, or moved."""
    text = write_all(draw(st.lists(claims(), min_size=1, max_size=2)))
    for _ in range(draw(st.integers(1, 4))):
        start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
        end = min(end, start + draw(st.sampled_from([0, 1, 2, 40])))
        text = text[:start] + draw(st.text(ALPHABET, max_size=3)) + text[end:]
    return text


@settings(max_examples=200)
@given(damaged() | st.text(ALPHABET, max_size=60))
def test_a_damaged_text_is_refused_with_its_place_or_still_read(text: str) -> None:
    fault = fault_of(text)
    if fault is not None:
        lines = text.split("\n")
        assert 1 <= fault.line <= len(lines) + 1
        longest = len(lines[fault.line - 1]) if fault.line <= len(lines) else 0
        assert 1 <= fault.column <= longest + 2
        assert f"line {fault.line}, column {fault.column}: " in str(fault)
        assert not str(fault).endswith(". ")


def fault_of(text: str) -> NotationError | None:
    """What is wrong with the text; None where it is read."""
    try:
        parse(text)
    except NotationError as fault:
        return fault
    return None
