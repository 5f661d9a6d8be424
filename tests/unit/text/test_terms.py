"""What words are looked for by: their forms come to one term, different words do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given

from habeas.text.terms import term_of, terms
from tests.strategies import texts


@pytest.mark.parametrize(
    "forms",
    [
        "колонія колонії колонію колонією колоній колоніях",
        "тюрьма тюрьмы тюрьме тюрьму тюрьмой тюрьмами",
        "затриманий затриманого затриманому затримані затриманих",
        "арест ареста аресту арестом аресте аресты",
        "кримський кримського кримському кримські кримської",
        "Петренко Петренка Петренком",
        "charge charges charged charging",
        "detain detained detains detaining",
        "city cities",
        "prison prisons PRISON prison’s",
    ],
)
def test_forms_of_a_word_come_to_one_term(forms: str) -> None:
    assert len({term_of(form) for form in forms.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("тюрьма", "тюремник"), ("detain", "retain"), ("Крим", "Кримський")]
)
def test_other_words_come_to_others(one: str, other: str) -> None:
    assert term_of(one) != term_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("п'ять", "п’ять"), ("Ещё", "еще"), ("Оле́на", "Олена"), ("Mélitopol", "melitopol"),
        ("STRASSE", "Straße"),
    ],
)  # fmt: skip
def test_ways_of_writing_one_word_come_to_one_term(one: str, other: str) -> None:
    assert term_of(one) == term_of(other)


def test_a_number_keeps_its_parts_together() -> None:
    assert [term.text for term in terms("ст. 205.5 ч. 2, 10:30")] == [
        "ст", "205·5", "ч", "2", "10", "30",
    ]  # fmt: skip


def test_a_term_knows_where_its_word_stands() -> None:
    text = "Її забрали, «на підвал»"
    assert [text[term.start : term.end] for term in terms(text)] == [
        "Її",
        "забрали",
        "на",
        "підвал",
    ]


@given(texts(max_size=40))
def test_no_term_has_what_a_database_would_part_it_at(text: str) -> None:
    for term in terms(text):
        assert not re.search(r"[\x00-\x2f\x3a-\x60\x7b-\x7f]|\s", term.text), term.text
        assert term.text == term.text.casefold()
        assert term_of(text[term.start : term.end]) == term.text
