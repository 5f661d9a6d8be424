from __future__ import annotations

import re

import pytest

from habeas.reading.sieve.expressions import REACH, expressions, folded


def stands_in(pattern: str, text: str) -> bool:
    """Whether the expression of a pattern does, by the library that everybody has."""
    ((expression, _), *_) = [one for one in expressions([pattern], []) if b"cy;" not in one[0]]
    return re.search(expression.replace(rb"\z", rb"\Z"), folded(text.encode())) is not None


@pytest.mark.parametrize(
    ("pattern", "told", "not_told"),
    [
        ("арешт~", ["арештували", "АРЕШТ", "про арешт"], ["наарешт", "ареш"]),
        ("зник(?:ла|ли)?", ["Зникла.", "зник", "зник —"], ["зникають", "зникне"]),
        ("held (?:in|at)", ["held in", "held\u00a0by", "HELD \n at"], ["held on", "beheld in"]),
        ("суд(?:ять|или)(?! про)", ["судять", "судили про"], ["суди", "розсудили"]),
        ("передан~(?= по обмен~)", ["передано по обмену"], ["передано", "переданого к обмену"]),
        ("справ~ (?:[\\w-]+ )?закрили", ["справу так закрили"], ["справа про те, як закрили"]),
        ("ув'язн~", ["ув’язнено", "ув&rsquo;язнено", "УВʼЯЗНЕНО"], ["увязнено"]),
        ("доля(?= [^.]{3,9}невідома)", ["доля його невідома", "доля "], ["долями"]),
    ],
)
def test_an_expression_stands_where_its_pattern_may_match(
    pattern: str, told: list[str], not_told: list[str]
) -> None:
    assert [text for text in told if not stands_in(pattern, text)] == []
    assert [text for text in not_told if stands_in(pattern, text)] == []


def test_folded_bytes_are_as_many_and_know_no_capitals() -> None:
    small, capital = "абвгжийклмнопрстуфхцчшщьюяъыэ az", "АБВГЖИЙКЛМНОПРСТУФХЦЧШЩЬЮЯЪЫЭ AZ"
    assert folded(small.encode()) == folded(capital.encode())
    assert len(folded(small.encode())) == len(small.encode())


def test_where_a_match_can_begin_is_told_with_its_expression() -> None:
    reaches = dict(expressions(["зник(?:ли)?"], ["\x00"]))
    assert sorted(reaches.values()) == [2 * len("зникли") + 3, REACH, REACH]
