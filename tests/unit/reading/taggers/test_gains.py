"""What the taggers add to the readers, as measured: names, places, and whom a verb happens to."""

from __future__ import annotations

import re
from functools import cache

import pytest

from habeas.reading.readers.frames_en import FramesReader
from habeas.reading.slavic.reader import SlavicReader
from tests import slavic_reports
from tests.reports import PUBLISHED, facts, rendition, told
from tests.taggers import slovnet_names, spacy_names, spacy_parse


@cache
def russian() -> SlavicReader:
    return SlavicReader("ru", slovnet_names())


@cache
def english() -> FramesReader:
    return FramesReader(spacy_names(), spacy_parse())


def russian_with(text: str) -> set[str]:
    report = rendition(f"Это объявлено.\n\n{text}", PUBLISHED)
    return set(facts(list(russian().read(report)[0])))


def russian_without(text: str) -> set[str]:
    return set(facts(list(slavic_reports.claims_in("ru", text))))


def english_with(text: str) -> set[str]:
    return set(facts(list(english().read(rendition(text))[0])))


def test_a_surname_that_no_list_has_is_somebody() -> None:
    """
    - remanded person="Клюха"="Клюх" court="Суд"
    """
    text = "Суд отправил под стражу Клюха."
    assert russian_with(text) == {'- remanded person="Клюха"/person="Клюх" court="Суд"/body'}


def test_a_given_name_behind_kin_is_somebody() -> None:
    """
    - abducted person="Акрама"="Акрам"
    """
    text = "Там же несколько дней держали его брата Акрама, похищенного из больницы."
    assert '- abducted person="Акрама"/person="Акрам"' in russian_with(text)


def test_a_village_that_no_list_has_is_where_it_happened() -> None:
    """
    2021-01-12 abducted person="Асан Курталиман" place="Верхние Ключи"
    """
    text = "12 января в посёлке Верхние Ключи похищен фермер Асан Курталиман."
    assert any('place="Верхние Ключи"/place' in fact for fact in russian_with(text))


def test_where_our_own_tables_name_the_place_it_stays() -> None:
    text = "В Москве на Манежной площади задержали Ивана Квитку."
    assert russian_with(text) == russian_without(text)


@pytest.mark.parametrize(
    ("text", "verb", "named"),
    [
        ("Karimi, a senior member of the Office for Unity, was arrested in December 2009.",
         "arrested", ["Karimi", "member"]),
        ("Eight protesters accused of crossing the border were sentenced to seven months.",
         "sentenced", ["protesters"]),
        ("Olha Verba and Ivan Kvitka were detained and charged with riot.",
         "charged", ["Verba", "Kvitka"]),
        ("The men held in Melnyk were beaten.", "held", ["men"]),
        ("Olha Verba, who was jailed in May, is ill.", "jailed", ["Verba"]),
        ("Police released the teacher Olha Verba and her brother.",
         "released", ["teacher", "Verba"]),
        ("Traffic held up several speakers.", "held", []),
        ("Olha Verba slept.", "slept", []),
    ],
)  # fmt: skip
def test_the_parse_tells_whom_a_verb_happens_to(text: str, verb: str, named: list[str]) -> None:
    report = rendition(text)
    found, _ = spacy_parse().sufferers(report, text, report.paragraphs)
    starts = found.get(text.index(verb), ())
    assert [re.findall(r"\w+", text[start:])[0] for start in starts] == named


@pytest.mark.parametrize(
    "text",
    [
        "Traffic held up several speakers.",
        "Police in Melnyk arrested Olha Petrenko on Monday and released Ivan Kvitka.",
        "Olha Petrenko was not arrested, her lawyer said.",
        "The court could sentence Olha Petrenko to nine years.",
    ],
)
def test_what_is_clear_without_them_stays_as_it_is(text: str) -> None:
    assert english_with(text) == set(told(text))
