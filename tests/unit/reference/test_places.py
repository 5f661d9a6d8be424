from __future__ import annotations

import pytest

from habeas.model.partial_date import PartialDate
from habeas.model.place import Place, PlaceKind
from habeas.reference.files import names, read
from habeas.reference.places import (
    Strength,
    around,
    controlled,
    names_written,
    place,
    place_named,
    place_names,
    places,
    tongues,
)
from habeas.reference.states import state


def known(identity: str) -> Place:
    found = place(identity)
    assert found
    return found


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Crimea", ["ua-crimea"]),
        ("the Crimean Peninsula", ["ua-crimea"]),
        ("Криму", ["ua-crimea"]),
        ("Qırım", ["ua-crimea"]),
        ("CRIMEA", ["ua-crimea"]),
        ("crimea", []),
        ("Sebastopol", ["ua-sevastopol"]),
        ("Donbass", ["ua-donbas"]),
        ("Donetsk", ["ua-donetsk-city", "ru-donetsk"]),
        ("Donetsk region", ["ua-donetsk"]),
        ("Pervomaisk", ["ua-luhansk-pervomaisk", "ua-pervomaisk"]),
        ("Sverdlovsk", ["ru-yekaterinburg", "ua-luhansk-dovzhansk"]),
        ("Kefe", ["ua-crimea-feodosia"]),
        ("Бахчисарай", ["ua-crimea-bakhchysarai"]),
        ("Evin", ["ir-evin"]),
        ("SIZO-2 in Taganrog", ["ru-taganrog-sizo-2"]),
        ("Valadarka", ["by-valadarka"]),
        ("Ürümqi", ["cn-urumqi"]),
        ("Слов'янськ", ["ua-donetsk-sloviansk"]),
        ("Atlantis", []),
        ("", []),
    ],
)
def test_a_name_finds_its_places_and_keeps_the_ambiguity(name: str, wanted: list[str]) -> None:
    assert [found.id for found in place_named(name)] == sorted(
        wanted, key=[each.id for each in places()].index
    )


@pytest.mark.parametrize(
    ("name", "strength"),
    [
        ("Crimea", Strength.STRONG),
        ("Vladimir", Strength.WEAK),
        ("Суми", Strength.WEAK),
        ("Polar Wolf", Strength.WEAK),
        ("Moscow", Strength.WEAK),
        ("Artemivsk", Strength.HISTORICAL),
        ("Republic of Crimea", Strength.HISTORICAL),
    ],
)
def test_a_name_says_how_strong_it_is(name: str, strength: Strength) -> None:
    assert [found.strength for found in names_written(name)] == [strength]


@pytest.mark.parametrize(
    "identity",
    [
        "ua-crimea",
        "ua-sevastopol",
        "ua-crimea-yalta",
        "ua-crimea-sizo-1",
        "ua-sevastopol-balaklava",
    ],
)
def test_crimea_is_ukraine_in_law_and_occupied_since_the_day_its_law_gives(identity: str) -> None:
    """
    occupied_by place="Crimea" value="RU" since 2014-02-20
        on the basis of Ukrainian law
    """
    found = known(identity)
    (control,) = controlled(found)
    assert found.state == "UA"
    assert (control.by, control.since, control.until) == ("RU", PartialDate("2014-02-20"), None)
    assert "Ukrainian law" in control.source


@pytest.mark.parametrize("identity", ["ua-donetsk-city", "ua-luhansk-alchevsk", "ua-ordlo"])
def test_parts_of_donbas_are_occupied_since_about_april_2014(identity: str) -> None:
    (control,) = controlled(known(identity))
    assert control.since == PartialDate("2014-04~")
    assert control.source == "unverified"


def test_the_rest_of_the_donetsk_region_is_not_occupied_with_its_capital() -> None:
    assert controlled(known("ua-donetsk")) == ()
    assert controlled(known("ua-donetsk-kramatorsk")) == ()
    assert controlled(known("ua-donbas")) == ()


def test_an_occupation_that_ended_has_both_ends() -> None:
    (control,) = controlled(known("ua-kherson-sizo"))
    assert (control.since.text, str(control.until)) == ("2022-03", "2022-11")


def test_places_lie_in_places_that_exist_and_not_in_themselves() -> None:
    ids = [each.id for each in places()]
    assert len(set(ids)) == len(ids) > 500
    for each in places():
        assert not each.within or each.within in ids, each.id
        assert each not in around(each)


def test_every_place_belongs_to_a_state_and_its_id_and_file_say_which() -> None:
    for file in names("gazetteer"):
        code = file.removeprefix("gazetteer/")[:2]
        for entry in read(file):
            assert entry["id"].startswith(f"{code}-"), entry["id"]
            assert state(entry["state"])
            assert entry["state"] == code.upper()
            assert all(state(each["by"]) for each in entry.get("control", ()))


def test_every_place_is_found_by_each_of_its_names() -> None:
    for name in place_names():
        assert name.place in place_named(name.text), name.text
        assert name.language in tongues()
    for each in places():
        assert all(each in place_named(name) for name in (each.name, *each.other_names))


def test_prisons_and_courts_come_from_a_source_or_say_that_they_do_not() -> None:
    ordinary = {PlaceKind.TERRITORY, PlaceKind.SETTLEMENT}
    entries = [entry for file in names("gazetteer") for entry in read(file)]
    institutions = [entry for entry in entries if entry["kind"] not in ordinary]
    assert len(institutions) > 80
    assert [e["id"] for e in institutions if not (e.get("source") or e.get("unverified"))] == []
