"""One place has one id in every language, and what could be several has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habeas.reference.places import places
from habeas.resolution.places.authorities import resolve_authority
from habeas.resolution.places.resolve import How, resolve_place


@pytest.mark.parametrize(
    "written",
    [
        "SIZO No. 1 of Simferopol",
        "SIZO-1 in Simferopol",
        "pre-trial detention centre No. 1 of Simferopol",
        "СІЗО №1 Сімферополя",
        "Сімферопольське СІЗО № 1",
        "Сімферопольському слідчому ізоляторі №1",
        "СИЗО-1 г. Симферополь",
        "следственный изолятор № 1 города Симферополя",
        "Симферопольский СИЗО\u20111",
    ],
)
def test_the_remand_prison_of_simferopol_is_one_in_three_languages(written: str) -> None:
    assert resolve_place(written).id == "ua-crimea-sizo-1"


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("СИЗО № 2 Симферополя", "ua-crimea-sizo-2"),
        ("ИК-2 Керчи", "ua-crimea-kerch-colony-2"),
        ("Керченская колония № 2", "ua-crimea-kerch-colony-2"),
        ("Таганрозьке СІЗО №2", "ru-taganrog-sizo-2"),
        ("Бердянська колонія №77", "ua-berdiansk-colony-77"),
        ("колонії в Оленівці", "ua-donetsk-olenivka-colony-120"),
        ("СІЗО-5 Ростова", "ru-rostov-sizo-5"),
        ("СИЗО Лефортово", "ru-lefortovo"),
        ("у Сімферополі", "ua-crimea-simferopol"),
        ("в Симферополе", "ua-crimea-simferopol"),
        ("Києві", "ua-kyiv-city"),
        ("Ростове-на-Дону", "ru-rostov-on-don"),
        ("Киевский районный суд г. Симферополя", "ua-crimea-kyivskyi-court"),
        ("Київського районного суду Сімферополя", "ua-crimea-kyivskyi-court"),
        ("Kyivskyi District Court of Simferopol", "ua-crimea-kyivskyi-court"),
        ("Севастопольського міського суду", "ua-sevastopol-city-court"),
        ("Верховный суд Республики Крым", "ua-crimea-supreme-court"),
    ],
)
def test_kind_number_and_town_tell_the_place_in_any_case(written: str, found: str) -> None:
    assert resolve_place(written).id == found


def test_what_the_gazetteer_lacks_is_one_place_in_all_languages_too() -> None:
    found = {
        resolve_place(written)
        for written in ("СИЗО-2 Воронежа", "Воронезьке СІЗО №2", "SIZO-2 in Voronezh")
    }
    ((made),) = found
    assert (made.id, made.how) == ("ru-voronezh-city/remand_prison-2", How.MADE)
    assert made.place is None


@pytest.mark.parametrize(
    ("written", "among"),
    [
        ("Донецьк", "ua-donetsk-city"),  # there is another in Russia
        ("СИЗО-1", "ua-crimea-sizo-1"),
        ("Киевский районный суд", "ua-crimea-kyivskyi-court"),  # several towns have one
        ("СИЗО-1 Симферополя и Ростова-на-Дону", "ua-crimea-sizo-1"),
    ],
)
def test_what_could_be_several_is_not_resolved_and_its_candidates_are_told(
    written: str, among: str
) -> None:
    found = resolve_place(written)
    assert found.id == ""
    assert among in found.candidates


@pytest.mark.parametrize("written", ["", " ", "№", "тюрьма", "колонія", "дім", "康", "1", "\u202e"])
def test_words_that_name_no_place_are_not_resolved(written: str) -> None:
    assert resolve_place(written).id == ""


def test_a_street_or_district_is_not_the_town() -> None:
    assert resolve_place("Сімферополь, вулиця Садова").id == ""
    assert resolve_place("Сімферопольський район").id == ""


def test_every_name_of_the_gazetteer_is_its_place_or_told_as_one_of_several() -> None:
    for place in places():
        for name in (place.name, *place.other_names):
            found = resolve_place(name)
            assert place.id == found.id or place.id in found.candidates or found.how is How.NAME


@given(st.text(max_size=60))
def test_any_text_is_answered(written: str) -> None:
    for found in (resolve_place(written), resolve_authority(written)):
        assert bool(found.id) == (found.how is not How.NOTHING)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("ФСБ", "russia_fsb"),
        ("FSB", "russia_fsb"),
        ("the Federal Security Service", "russia_fsb"),
        ("ФСБ России", "russia_fsb"),
        ("УФСБ по Крыму", "russia_fsb/ua-crimea"),
        ("ФСБ в Криму", "russia_fsb/ua-crimea"),
        ("FSB in Crimea", "russia_fsb/ua-crimea"),
        ("Киевский районный суд Симферополя", "ua-crimea-kyivskyi-court"),
        ("полиция", ""),
        ("суд", ""),
        ("СК", ""),
    ],
)
def test_agencies_and_courts_have_one_id_in_every_language(written: str, found: str) -> None:
    assert resolve_authority(written).id == found
