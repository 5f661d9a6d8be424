"""Which words are names that people bear."""

import pytest

from habeas.reference.borne_names import Sort, is_borne


@pytest.mark.parametrize(
    ("language", "word", "sort"),
    [
        ("uk", "Бурдига", "last"),
        ("ru", "Бурдыга", "last"),
        ("ru", "Подгурская", "last"),
        ("ru", "Соловьёв", "last"),
        ("ru", "Пётр", "first"),
        ("uk", "Зіновій", "first"),
    ],
)
def test_names_are_found_in_both_languages(language: str, word: str, sort: Sort) -> None:
    assert is_borne(language, word, sort)


@pytest.mark.parametrize("word", ["Прокуратура", "Остравия", "Крутоярск", "Министр"])
def test_other_words_are_none(word: str) -> None:
    assert not is_borne("ru", word, "last")


def test_a_language_without_a_list_has_no_names() -> None:
    assert not is_borne("be", "Іван", "first")
