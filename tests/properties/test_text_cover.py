"""Tokens, paragraphs and segments stand where they say, and lose nothing but space."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.quote import Span
from habeas.text.segments import Abbreviations, paragraphs, segments
from habeas.text.tokens import tokenise

_PROSE = st.text("aA яЇ’'\"«».!?…,-–()5 1\n\r\t\u00a0\u0301U.S", max_size=80)
TEXTS = st.one_of(st.text(max_size=80), _PROSE)


def without_space(text: str) -> str:
    return "".join(text.split())


@given(TEXTS)
def test_tokens_stand_where_they_say_and_cover_all_but_space(text: str) -> None:
    tokens = tokenise(text)
    assert all(text[token.start : token.end] == token.text for token in tokens)
    assert all(one.end <= two.start for one, two in pairwise(tokens))
    assert without_space("".join(token.text for token in tokens)) == without_space(text)


@given(TEXTS)
def test_paragraphs_and_segments_cover_all_but_space_in_order(text: str) -> None:
    known = Abbreviations(ending=frozenset({"u.s"}), starters=frozenset({"a"}))
    parts: list[Span] = []
    for paragraph in paragraphs(text):
        within = segments(text, paragraph, known)
        assert all(paragraph.covers(span) for span in within)
        parts.extend(within)
    assert all(one.end <= two.start for one, two in pairwise(parts))
    assert all(text[span.start : span.end].strip() == text[span.start : span.end] for span in parts)
    joined = "".join(text[span.start : span.end] for span in parts)
    assert without_space(joined) == without_space(text)
