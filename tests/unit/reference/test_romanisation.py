"""Names in Latin letters by national tables; and what is written so is met again by its sound."""

from __future__ import annotations

import pytest

from habeas.model.errors import ReferenceBroken
from habeas.reference.romanisation import named, romanisations
from habeas.resolution.names.skeleton import consonants, skeletons

TABLES = [one.id for one in romanisations()]


@pytest.mark.parametrize(
    ("table", "name", "latin"),
    [
        ("uk-2010", "Юрій Згурський", "Yurii Zghurskyi"),
        ("uk-2010", "Соломія Гнатишин", "Solomiia Hnatyshyn"),
        ("uk-2010", "Щербань Ґалаґан", "Shcherban Galagan"),
        ("uk-2010", "Мар’яна Коваль", "Mariana Koval"),
        ("uk-2010", "ЩЕРБАНЬ", "SHCHERBAN"),
        ("uk-scholarly", "Щербань", "Ščerban′"),
        ("ru-passport-2013", "Юрий Щербаков", "Iurii Shcherbakov"),
        ("ru-bgn-1947", "Елисей Ефремов", "Yelisey Yefremov"),
        ("ru-press", "Юрий Зельский", "Yury Zelsky"),
        ("be-passport", "Уладзімір Ціханевіч", "Uladzimir Tsikhanievich"),
        ("be-2007", "Уладзімір Ціханевіч", "Uladzimir Cichanievič"),
        ("crh-latin", "Джелял Къырымлы", "Celâl Qırımlı"),
    ],
)
def test_a_name_is_written_as_the_table_has_it(table: str, name: str, latin: str) -> None:
    assert named(table).romanise(name) == latin


@pytest.mark.parametrize("table", TABLES)
def test_what_is_no_letter_of_the_table_stays(table: str) -> None:
    assert named(table).romanise("12, (x) 康") == "12, (x) 康"


NAMES = {
    "uk": "Гнатишин Щербань Кузьменко Бачинський Зеленько Жук Хоменко Цимбал Юрченко Єфименко",
    "ru": "Кузнецов Щербаков Ефремов Жуков Хохлов Цветков Юрьев Чехонин Шишкин Зельский",
    "be": "Ціхановіч Кузьміч Жукоўскі Хведаровіч Шчарбак Юрэвіч Дзедзіч",
    "crh": "Джелял Чийгоз Умеров",
}


@pytest.mark.parametrize("table", TABLES)
def test_a_romanised_name_shares_sounds_with_the_name(table: str) -> None:
    one = named(table)
    unmet = [
        (name, one.romanise(name))
        for name in NAMES[one.language].split()
        if not _keys(name) & _keys(one.romanise(name))
    ]
    assert unmet == []


def _keys(word: str) -> set[str]:
    return {consonants(sound) for sound in skeletons(word)}


def test_every_table_names_its_authority_and_dates() -> None:
    assert all(one.source and one.since for one in romanisations())
    assert {one.language for one in romanisations()} == {"uk", "ru", "be", "crh"}


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(ReferenceBroken, match="no such romanisation"):
        named("xx-2000")
