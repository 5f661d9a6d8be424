"""Spellings of one name come to shared sounds; other names do not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.resolution.names.skeleton import consonants, masculine, skeletons, unmixed

ALIKE = [
    "Гнатишин Hnatyshyn Gnatishin Гнатишин Hnatyszyn Hnatyšyn",
    "Щербань Shcherban Scherban Szczerbań Ščerbań",
    "Жук Zhuk Żuk Žuk",
    "Чийгоз Chiygoz Chyigoz Çiygöz",
    "Джелял Dzhelyal Dzhelial Celâl Djelyal",
    "Бачинський Бачинский Bachynskyi Bachynsky Bachinskiy Baczyński Bačynskyj",
    "Ціханоўскі Тихановский Tsikhanouski Tikhanovsky",
    "Кузьменко Kuzmenko Kuzʹmenko",
    "Хоменко Khomenko Chomenko",
]
APART = ["Мельник Мельничук", "Коваль Ковальчук", "Лисенко Лозенко", "Бойко Байдак"]


@pytest.mark.parametrize("spellings", ALIKE)
def test_spellings_of_one_surname_share_a_sound(spellings: str) -> None:
    first, *others = spellings.split()
    assert [other for other in others if not skeletons(first) & skeletons(other)] == []


@pytest.mark.parametrize("pair", APART)
def test_two_surnames_share_none(pair: str) -> None:
    one, other = pair.split()
    assert not skeletons(one) & skeletons(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Білий", "Белый"), ("Парашэнка", "Порошенко"), ("Сироїд", "Сыроед")]
)
def test_cognates_whose_vowels_differ_share_their_consonants(one: str, other: str) -> None:
    ours = {consonants(sound) for sound in skeletons(one)}
    assert ours & {consonants(sound) for sound in skeletons(other)}


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Іванова", "Іванов"),
        ("Бачинська", "Бачинський"),
        ("Троцкая", "Троцкий"),
        ("Ильина", "Ильин"),
    ],
)
def test_a_womans_form_folds_to_the_mans(woman: str, man: str) -> None:
    folded = {masculine(sound) for sound in skeletons(woman)}
    assert folded & {masculine(sound) for sound in skeletons(man)}


@pytest.mark.parametrize("word", ["康明凯", "დავით", "123", "", "—", "გიორგი"])
def test_what_cannot_be_read_has_no_sounds(word: str) -> None:
    assert skeletons(word) == frozenset()


def test_a_latin_letter_in_a_cyrillic_word_is_put_right() -> None:
    assert unmixed("мeльник") == "мельник"
    assert skeletons("Мeльник") == skeletons("Мельник")


@given(st.text(max_size=30))
def test_any_text_has_only_plain_sounds(text: str) -> None:
    assert all(sound.isascii() and sound.isalpha() for sound in skeletons(text))


@given(st.text(alphabet="абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'", min_size=1, max_size=14))
def test_capitals_and_apostrophes_change_nothing(word: str) -> None:
    assert skeletons(word) == skeletons(word.upper().replace("'", "’"))
