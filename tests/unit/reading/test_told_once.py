"""What a list and the prose of its line both tell is kept once."""

from __future__ import annotations

import pytest

from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim
from habeas.model.vocabulary import EventKind, Modality
from habeas.reading.lists.division import LINES
from habeas.reading.readers.frames_en import FramesReader
from habeas.reading.readers.lines import LinesReader
from habeas.reading.slavic.reader import SlavicReader
from habeas.reading.told_once import told_once
from tests.reports import rendition


@pytest.fixture(scope="module")
def prose() -> list[FramesReader | SlavicReader]:
    return [FramesReader(), SlavicReader("ru")]


def claims(text: str, prose: list[FramesReader | SlavicReader]) -> list[AnyClaim]:
    read = rendition(text)
    found = [claim for reader in (*prose, LinesReader()) for claim in reader.read(read)[0]]
    return told_once(found, LINES)


def events(text: str, prose: list[FramesReader | SlavicReader]) -> list[EventClaim]:
    return [one for one in claims(text, prose) if isinstance(one, EventClaim)]


def test_one_event_of_one_person_is_one_claim(prose: list[FramesReader | SlavicReader]) -> None:
    text = "Released on 3 May 2022:\n- Anna Holk was released on 3 May 2022\n"
    found = [one.event for one in events(text, prose)]
    assert found == [EventKind.RELEASED]


def test_prose_asserts_nothing_that_the_list_only_asks_for(
    prose: list[FramesReader | SlavicReader],
) -> None:
    text = "The families demand the release of:\n- Anna Holk, released on Monday from work\n"
    assert {one.modality for one in events(text, prose)} <= {Modality.DEMANDED}


def test_a_lead_in_tells_nothing_of_who_stood_before_it(
    prose: list[FramesReader | SlavicReader],
) -> None:
    text = "Задержаны:\n— Жанна Рябинина\n\nВышли на свободу:\n— Егор Мальков\n"
    told = [(one.event, person.text) for one in events(text, prose) for person in one.persons]
    assert told == [(EventKind.ARRESTED, "Жанна Рябинина"), (EventKind.RELEASED, "Егор Мальков")]


def test_years_under_a_list_of_the_sentenced_are_no_age(
    prose: list[FramesReader | SlavicReader],
) -> None:
    text = "Приговорены в июне: Денис Шолохин, 8 лет колонии; Хамид Алоев, 15 лет.\n"
    ages = [
        one
        for one in claims(text, prose)
        if isinstance(one, AttributeClaim) and one.attribute is Attribute.AGE
    ]
    assert ages == []


def test_prose_without_lists_is_left_as_it_is(prose: list[FramesReader | SlavicReader]) -> None:
    text = "Anna Holk was arrested on 3 May 2022 in Tarn. Police released her on Monday."
    read = rendition(text)
    alone = [claim for reader in prose for claim in reader.read(read)[0]]
    assert claims(text, prose) == alone
