"""Moves between places of detention, and the lines of control they cross."""

import pytest

from habeas.workflows.transfers import Line, transfers
from tests.facts import Facts


def moves(*lines: str) -> list[tuple[str, str, Line]]:
    register = Facts()
    told = [
        f"{line.replace('LEVKO', chr(34) + 'Levko Hnatyshyn' + chr(34) + '/person')}\n"
        f'    from aaaa:{at * 10}-{at * 10 + 4} -- "told"'
        for at, line in enumerate(lines)
    ]
    register.tell("\n".join(told))
    found = transfers(register.view())
    return [(one.start.words, one.end.words, one.line) for one in found]


def test_from_occupied_territory_to_the_occupiers_own_is_found() -> None:
    assert moves(
        '2021-01-05 arrested person=LEVKO place="Kerch"/place',
        '2021-03-05 transferred person=LEVKO origin="Kerch"/place place="Rostov-on-Don"/place',
    ) == [("Kerch", "Rostov-on-Don", Line.OUT_OF_OCCUPIED)]


def test_from_one_occupied_town_to_another_crosses_nothing() -> None:
    assert moves(
        '2021-01-05 arrested person=LEVKO place="Kerch"/place',
        '2021-03-05 held person=LEVKO place="Simferopol SIZO-1"/place',
    ) == [("Kerch", "Simferopol SIZO-1", Line.NONE)]


def test_a_date_too_coarse_to_tell_leaves_the_line_unknown() -> None:
    assert moves(
        '2014 arrested person=LEVKO place="Kerch"/place',
        '2014 transferred person=LEVKO place="Rostov-on-Don"/place',
    ) == [("Kerch", "Rostov-on-Don", Line.UNCLEAR)]


def test_the_same_place_in_another_script_is_no_move() -> None:
    assert not moves(
        '2021-01-05 arrested person=LEVKO place="Simferopol"/place',
        '2021-03-05 held person=LEVKO place="СІЗО №1 Сімферополя"/place',
    )


def test_a_transfer_that_is_only_denied_moved_nobody() -> None:
    assert not moves(
        '2021-01-05 arrested person=LEVKO place="Kerch"/place',
        '2021-03-05 transferred person=LEVKO place="Rostov-on-Don"/place modality=denied',
    )


@pytest.mark.parametrize("where", ["the old barn", "Springfield"])
def test_a_place_nobody_knows_is_told_and_its_line_is_not_guessed(where: str) -> None:
    assert moves(
        '2021-01-05 arrested person=LEVKO place="Kerch"/place',
        f'2021-03-05 transferred person=LEVKO place="{where}"/place',
    ) == [("Kerch", where, Line.UNCLEAR)]


def test_only_moves_over_a_line_can_be_asked_for() -> None:
    register = Facts()
    register.tell(
        '2021-01-05 arrested person="Levko Hnatyshyn"/person place="Kerch"/place\n'
        '    from aaaa:0-4 -- "told"\n'
        '2021-02-05 held person="Levko Hnatyshyn"/person place="Yalta"/place\n'
        '    from aaaa:10-14 -- "told"\n'
        '2021-03-05 transferred person="Levko Hnatyshyn"/person place="Voronezh"/place\n'
        '    from aaaa:20-24 -- "told"\n'
    )
    found = transfers(register.view(), only_across=True)
    assert [one.line for one in found] == [Line.OUT_OF_OCCUPIED]
