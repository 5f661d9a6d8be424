"""Whose verb it is, however the subject is put."""

import pytest

from tests.apart import subject

OLHA, IVAN, MARIA = "olha petrenko", "ivan bondar", "maria kovalenko"


@pytest.mark.parametrize(
    ("text", "verb", "wanted"),
    [
        ("Olha Petrenko left.", "left", [OLHA]),
        ("Olha Petrenko and Ivan Bondar left.", "left", [OLHA, IVAN]),
        ("Olha Petrenko, Ivan Bondar and Maria Kovalenko left.", "left", [OLHA, IVAN, MARIA]),
        ("Olha Petrenko, a teacher, left.", "left", [OLHA]),
        ("Olha Petrenko, 34, a teacher from Sarov, left.", "left", [OLHA]),
        ("Olha Petrenko (34) left.", "left", [OLHA]),
        (
            "Olha Petrenko, 34, and Ivan Bondar, a driver, were held.",
            "held",
            [OLHA, IVAN],
        ),
        ("She said a teacher, Olha Petrenko, remained in custody.", "remained", [OLHA]),
        ("Olha Petrenko, who works in Sarov, left.", "left", [OLHA]),
        ("Olha Petrenko, who works in Sarov, left.", "works", [OLHA]),
        ("Ivan Bondar and Olha Petrenko, who was pardoned, left.", "pardoned", [OLHA]),
        ("Ivan Bondar and Olha Petrenko, who were pardoned, left.", "pardoned", [IVAN, OLHA]),
        ("Ivan Bondar, a driver from Sarov who was freed, left.", "freed", [IVAN]),
        ("Olha Petrenko on Friday left.", "left", [OLHA]),
        ("Olha Petrenko came and left.", "left", [OLHA]),
        ("Olha Petrenko was beaten, robbed and left.", "left", [OLHA]),
        ("Men held in Sarov left.", "left", ["men"]),
        ("Relatives of Olha Petrenko and Ivan Bondar left.", "left", ["relatives"]),
        ("Soldiers who refused to fight left.", "left", ["soldiers"]),
        ("Police in Sarov, the capital of Velmora, left.", "left", ["police"]),
        ("Velmora called on Ostravia to free him.", "free", ["ostravia"]),
        ("She opened a meeting in Sarov to launch it.", "launch", ["a meeting"]),
        ("In the morning, left.", "left", []),
        ("After the trial of Olha Petrenko, the judge left.", "left", ["the judge"]),
    ],
)
def test_the_subject_of_a_verb_is_found(text: str, verb: str, wanted: list[str]) -> None:
    assert subject(text, verb) == wanted
