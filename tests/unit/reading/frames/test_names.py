"""What is a name, whose, and whom a short form stands for."""

import pytest

from tests.apart import names
from tests.reports import told


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("He met Olha Petrenko.", "Olha Petrenko", "person"),
        ("They held journalist Mirel Tovanen.", "Mirel Tovanen", "person"),
        ("He met Mr. Tovanen.", "Tovanen", "person"),
        ("They freed Major Rolf Anders.", "Rolf Anders", "person"),
        ("He left with Jan van Eyckel.", "Jan van Eyckel", "person"),
        ("He went to Russia.", "Russia", "state"),
        ("He fled to the Russian Federation.", "Russian Federation", "state=Russia"),
        ("He lives in the Republic of Velmora.", "Republic of Velmora", "state=Velmora"),
        ("He was in Crimea.", "Crimea", "place"),
        ("Officers of the State Security Committee left.", "State Security Committee", "body"),
        ("He reads the Ister Courier.", "Ister Courier", "body"),
        ("The Supreme Court of Velmora sat.", "Supreme Court of Velmora", "body"),
        ("The MFA Ukraine spoke.", "MFA Ukraine", "body"),
        ("They signed the Melnyk Declaration.", "Melnyk Declaration", "instrument"),
        ("They met at the Kesh Summit.", "Kesh Summit", "forum"),
        ("He is in Penal Colony No. 7.", "Penal Colony No. 7", "place"),
        ("Crimean Tatars were held.", "Crimean Tatars", "group"),
        ("The FSB said so.", "FSB", "body"),
    ],
)
def test_a_name_is_of_its_kind(text: str, name: str, kind: str) -> None:
    assert names(text)[name].split("=")[0] == kind.split("=", maxsplit=1)[0]
    if "=" in kind:
        assert names(text)[name] == kind


@pytest.mark.parametrize(
    "text",
    [
        "Police left.",
        "On Monday he left in May.",
        "Yesterday somebody left.",
        "Relatives were told.",
        "Arrest of two men.",
    ],
)
def test_a_capital_that_opens_a_sentence_makes_no_name(text: str) -> None:
    assert names(text) == {}


def test_a_surname_stands_for_the_one_person_who_has_it() -> None:
    assert names("Olha Petrenko left. Petrenko is free.")["Petrenko"] == "person=Olha Petrenko"


def test_a_surname_that_two_persons_have_stands_for_itself() -> None:
    found = names("Olha Petrenko and Ivan Petrenko left. Petrenko is free.")
    assert found["Petrenko"] == "person"


def test_a_full_name_that_comes_later_is_known_too() -> None:
    assert names("Petrenko is free. Olha Petrenko left.")["Petrenko"] == "person=Olha Petrenko"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Velmora acted. He fled the Republic of Velmora.", "Velmora", "state"),
        ("Velmora acted. Velmora's ministry spoke.", "Velmora", "state"),
        ("Velmora acted. Citizens of Velmora left.", "Velmora", "state"),
        ("Sarnova slept. They met in the city of Sarnova.", "Sarnova", "place"),
        ("Sarnova slept. They met in Sarnova.", "Sarnova", "place"),
        ("Velmora acted.", "Velmora", "unspecified"),
    ],
)
def test_an_unknown_name_is_what_the_text_says_it_is(text: str, name: str, kind: str) -> None:
    assert names(text)[name] == kind


def test_a_state_of_no_list_has_its_adjective() -> None:
    assert told("Velmora acted. Dozens of prisoners were freed from Velmoran captivity.") == [
        (
            '- figure:released quantity=dozens:24..99("Dozens") population="prisoners"/group '
            'holder="Velmoran"/state="Velmora"'
        )
    ]


def test_a_name_of_common_words_is_known_by_standing_often() -> None:
    text = "Open Door met the families. Open Door said Ivan Bondar had been released."
    assert told(text) == ['- released person="Ivan Bondar"/person speaker="Open Door"']


def test_in_a_heading_only_a_known_name_is_one() -> None:
    text = "Velmora Court Jails Teacher Ivan Bondar For Eight Years\n\nIvan Bondar was jailed."
    assert "Velmora Court Jails" not in names(text)
    assert names(text)["Ivan Bondar"] == "person"


def test_somebody_may_be_called_like_a_month() -> None:
    assert "April Stone" in names("They met April Stone.")
    assert names("They met in April.") == {}


def test_a_given_name_stands_for_the_one_person_who_has_it() -> None:
    assert names("Olha Petrenko left. Olha is free.")["Olha"] == "person=Olha Petrenko"


def test_two_given_names_share_the_surname_behind_them() -> None:
    found = names("Olha and Ivan Petrenko left.")
    assert found["Olha"] == "person=Olha Petrenko"


def test_an_initial_and_another_spelling_are_nobody_new() -> None:
    found = names("Olha Petrenko left. O. Petrenko spoke. Olga Petrenko is free.")
    assert found["O. Petrenko"] == "person=Olha Petrenko"
    assert found["Olga Petrenko"] == "person=Olha Petrenko"


@pytest.mark.parametrize(
    "text",
    ["Vraee was arrested.", "They met Vraee, 34, a teacher.", "Vraee's lawyer spoke of the case."],
)
def test_what_is_told_of_persons_only_makes_a_name_a_person(text: str) -> None:
    assert names(f"{text} Nobody knows where Vraee is.")["Vraee"].startswith("person")


@pytest.mark.parametrize("text", ["He won the Ister Peace Prize.", "It lies in Central Asia."])
def test_a_prize_or_a_part_of_the_world_is_no_person(text: str) -> None:
    assert "person" not in names(text).values()


def test_who_holds_an_office_is_named_behind_what_it_is_of() -> None:
    found = names("President of Velmora Olha Petrenko spoke.")
    assert found["Olha Petrenko"].startswith("person")


def test_a_particle_is_part_of_a_surname() -> None:
    assert "Kamal Ahmed al-Dovri" in names("He met Kamal Ahmed al-Dovri in May.")


@pytest.mark.parametrize(
    "text",
    [
        "The tanker Stena Velika was detained in July.",
        "The newspaper Narodna Volia was searched.",
        "The film Mirna Pravar was released.",
    ],
)
def test_a_ship_paper_or_film_is_no_person(text: str) -> None:
    assert not any("/person" in fact for fact in told(text))
