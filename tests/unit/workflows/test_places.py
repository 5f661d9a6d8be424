"""The places of a register, whatever language its reports are in."""

from __future__ import annotations

from habeas.model.decision import Choice
from habeas.workflows.places import Named, places
from habeas.workflows.show import look
from tests.facts import Facts

THREE = """
2023-04-02 transferred person="Olha B." place="СІЗО №1 Сімферополя"
    from 7f3a:0-9 -- "перевезли"
2023-04-03 transferred person="Ольга Б." place="СИЗО-1 г. Симферополь"
    from c01d:0-9 -- "перевезли"
2023-04-03 held person="Olha B." place="SIZO No. 1 of Simferopol" holder="ФСБ"
    from aaaa:0-4 -- "held"
2023-05-03 held person="Olha B." place="the old barn"
    from bbbb:0-4 -- "held"
"""


def told(*, more: str = "") -> list[Named]:
    register = Facts()
    register.tell(THREE + more)
    return places(look(register))


def test_three_languages_are_one_place_with_all_mentions_and_claims() -> None:
    first = told()[0]
    assert (first.id, first.name) == ("ua-crimea-sizo-1", "Simferopol SIZO-1")
    assert {text for text, _ in first.mentions} == {
        "СІЗО №1 Сімферополя",
        "СИЗО-1 г. Симферополь",
        "SIZO No. 1 of Simferopol",
    }
    assert len(first.claims) == 3


def test_what_is_not_resolved_stands_last() -> None:
    found = told()
    assert [one.id for one in found] == ["ua-crimea-sizo-1", "russia_fsb", ""]
    assert found[-1].mentions == (("the old barn", 1),)


def test_a_rejected_claim_names_no_place() -> None:
    register = Facts()
    register.tell(THREE)
    (barn,) = [one for one in places(look(register)) if not one.id]
    register.decide(Choice.REJECT, barn.claims[0])
    assert all(one.id for one in places(look(register)))
