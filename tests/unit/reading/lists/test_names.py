"""Names in a column: what is one, in which order its parts stand, which part is which."""

import pytest

from habeas.reading.lists.names import Order, is_name, order_in, order_of, parts_of


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("Верба Ганна Іванівна", "Ганна Іванівна Верба"),
        ("Ганна Іванівна Верба", "Ганна Іванівна Верба"),
        ("Верба Г. І.", "Г. І. Верба"),
        ("Г.І. Верба", "Г. І. Верба"),
        ("Verba, Hanna", "Hanna Verba"),
        ("Сосна Егор Петрович", "Егор Петрович Сосна"),
        ("Дубов Сервер Ресул оглу", "Сервер Ресул оглу Дубов"),
        ("Павлович Іван Петрович", "Іван Петрович Павлович"),
        ("ДУБ Степан", "Степан ДУБ"),
    ],
)
def test_a_name_that_tells_its_own_order_is_read_by_it(name: str, usual: str) -> None:
    assert parts_of(name, order_in(name)).usual == usual


@pytest.mark.parametrize("words", ["всі інші", "див. 5", "12.03.2021", "3 особи", "", "n/a", "—"])
def test_words_that_name_nobody_are_no_name(words: str) -> None:
    assert not is_name(words)


def test_a_column_in_which_names_disagree_has_no_order() -> None:
    found = order_of(["Verba Hanna", "Olha Petrenko"], Order.UNKNOWN)
    assert found.order is Order.UNKNOWN
    assert (found.family_first, found.given_first) == (1, 1)


def test_a_heading_decides_where_no_name_does() -> None:
    assert order_of(["Xyzzy Plugh"], Order.FAMILY_FIRST).order is Order.FAMILY_FIRST
