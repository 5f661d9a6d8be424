"""What may begin nowhere is not looked for, and nothing is lost by that."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reading.slavic.knowledge import LOOKED_FOR, Knowledge
from habeas.reference.beginnings import Heads
from habeas.text.tokens import tokenise

VOCABULARY = """
суд суду медіа-центр пресс-служба прес-служба об'єднання об’єднання телеканал телеканала рада рад
районний Київський верховный комитет комітет затримали задержали арешт 205.5 ув'язнений звільнили
обміняли оголосив заявила повідомляє как сообщает незаконно политзаключённый вважає в обмін на
судно радість П'ять Ʒ İ — «Агора» ГУР фонд-центр
"""
TEXTS = st.lists(st.sampled_from(VOCABULARY.split()) | st.text(max_size=3), max_size=12).map(
    " ".join
)
KNOWN = [Knowledge(language) for language in ("uk", "ru", "be")]


def lowered(text: str) -> str:
    return "".join(one.lower() if len(one.lower()) == 1 else one for one in text).replace("ё", "е")


@pytest.mark.parametrize("knowledge", KNOWN, ids=lambda one: one.language)
@given(text=TEXTS)
def test_every_lexicon_finds_the_same_where_words_are_sorted_first(
    knowledge: Knowledge, text: str
) -> None:
    lower = lowered(text)
    starts = [token.start for token in tokenise(text)]
    begin = knowledge.beginnings.of(lower, starts)
    for name in LOOKED_FOR:
        index = getattr(knowledge, name)
        assert list(index.hits(lower, begin[name])) == list(index.hits(lower, starts))


@pytest.mark.parametrize("knowledge", KNOWN, ids=lambda one: one.language)
@given(text=TEXTS)
def test_a_body_is_found_only_where_its_head_may_stand(knowledge: Knowledge, text: str) -> None:
    met = knowledge.patterns["body"].search(text)
    assert met is None or knowledge.body_heads.may_stand_in(lowered(text), tokenise(text))


def test_a_text_without_heads_is_passed_over() -> None:
    heads = Heads(re.compile(r"(?:new )?\b(?P<head>court|(?:inter)?state)s?"))
    assert not heads.may_stand_in("a judge", tokenise("a judge"))
    assert heads.may_stand_in("a mid-court", tokenise("a mid-court"))


def test_a_pattern_without_a_head_may_stand_anywhere() -> None:
    assert Heads(re.compile("court")).may_stand_in("judge", tokenise("judge"))
