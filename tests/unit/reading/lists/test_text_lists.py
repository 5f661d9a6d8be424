"""Lists in lines: what announces them, their lines, their headings, and what is no list."""

from __future__ import annotations

import pytest

from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim, FigureClaim
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.reading.readers.lines import LinesReader
from tests.reports import rendition


def claims(text: str) -> list[AnyClaim]:
    return list(LinesReader().read(rendition(text))[0])


def events(text: str) -> list[EventClaim]:
    return [one for one in claims(text) if isinstance(one, EventClaim)]


def told(text: str) -> list[str]:
    """Each event as "kind name"."""
    return [f"{one.event} {person.text}" for one in events(text) for person in one.persons]


@pytest.mark.parametrize(
    ("lead", "kind", "modality"),
    [
        ("Detained on 5 May:", EventKind.ARRESTED, Modality.ASSERTED),
        ("Detained as of 1 March:", EventKind.HELD, Modality.ASSERTED),
        ("Still held in Colony No. 4:", EventKind.HELD, Modality.ASSERTED),
        ("Released on Friday:", EventKind.RELEASED, Modality.ASSERTED),
        ("To be released:", EventKind.RELEASED, Modality.PLANNED),
        ("Not released:", EventKind.RELEASED, Modality.DENIED),
        ("The families demand the release of:", EventKind.RELEASED, Modality.DEMANDED),
        ("Затримані:", EventKind.ARRESTED, Modality.ASSERTED),
        ("На волю вийшли:", EventKind.RELEASED, Modality.ASSERTED),
        ("Не підтверджено, що затримали:", EventKind.ARRESTED, Modality.ALLEGED),
        ("Вимагаємо звільнити:", EventKind.RELEASED, Modality.DEMANDED),
        ("Список задержанных на 5 мая:", EventKind.HELD, Modality.ASSERTED),
        ("Завтра будут судить:", EventKind.TRIED, Modality.PLANNED),
        ("Осуждены:", EventKind.SENTENCED, Modality.ASSERTED),
        ("Затрыманыя:", EventKind.ARRESTED, Modality.ASSERTED),
    ],
)
def test_a_lead_in_tells_what_befell_those_listed(
    lead: str, kind: EventKind, modality: Modality
) -> None:
    for mark in ("- ", "1. ", "• ", "🔴 ", "— ", ""):
        (found,) = events(f"{lead}\n{mark}Levko Hnatyshyn, 34\n")
        assert (found.event, found.modality) == (kind, modality)
        assert found.persons[0].text == "Levko Hnatyshyn"


def test_the_place_and_the_day_of_a_lead_in_hold_for_its_lines() -> None:
    (found,) = events("Held in Colony No. 4 (Tarn) as of 1 March 2023:\n- Levko Hnatyshyn\n")
    assert found.place is not None
    assert found.place.text == "Colony No. 4 (Tarn)"
    assert found.date is not None
    assert found.date.date.text == "2023-03-01"


def test_headings_within_a_list_carry_over_until_the_next() -> None:
    text = "Задержаны 5 мая 2022:\n\nКрутояр\n— Иван Сокол\n\nЛидск\n— Пётр Лунь\n— Яна Столбун\n"
    places = [one.place.text if one.place else "" for one in events(text)]
    assert places == ["Крутояр", "Лидск", "Лидск"]


def test_what_a_line_says_of_its_person_is_read() -> None:
    text = "Released:\n1. Levko Hnatyshyn, 34, teacher (b. 3 May 1981); sentenced to 5 years\n"
    attributes = {
        one.attribute: str(one.value) for one in claims(text) if isinstance(one, AttributeClaim)
    }
    assert attributes[Attribute.OCCUPATION] == "teacher"
    assert attributes[Attribute.BIRTH_DATE] == "1981-05-03"
    assert Attribute.AGE in attributes
    assert told(text) == ["released Levko Hnatyshyn", "sentenced Levko Hnatyshyn"]


def test_two_of_one_surname_and_lines_that_go_on_are_read() -> None:
    text = "Released:\n- Marek and Jana Sobol\n- Levko Hnatyshyn, detained\n  in March 2023\n"
    found = events(text)
    assert [one.label for one in found[0].persons] == ["Marek Sobol", "Jana Sobol"]
    assert found[2].date is not None
    assert found[2].quote.text == "- Levko Hnatyshyn, detained\n  in March 2023"


def test_who_came_free_is_no_longer_held_and_how_is_kept() -> None:
    text = "Freed under the amnesty of 1 May 2023:\n- Levko Hnatyshyn\n- Anna Holk\n"
    assert {one.form for one in events(text)} == {ReleaseForm.AMNESTIED}
    assert told("Утримуються:\n- Левко Гнатишин, звільнений 3 травня 2023\n") == [
        "released Левко Гнатишин"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lawyers on call:\n- Tibor Lantos\n- Eva Nemes\n",
        "Адвокати затриманих:\n- Петро Сокіл\n",
        "Судьи, которые вынесли приговоры:\n- Иван Лунь\n",
        "Officers who took part in the arrests:\n- Anna Holk\n",
        "Signed by:\n- Anna Holk\n- Levko Hnatyshyn\n",
        "Our team:\n- Anna Holk\n- Levko Hnatyshyn\n",
        "Detained:\n- judge Anna Holk presided\n",
        "Lawyer: Anna Holk, Mina Calder\nPhoto: Levko Hnatyshyn\n",
        "Five released in Tarn\nAnna Holk\nThe court said on Monday that five men were free.\n",
        "The lawyer of the detained said: Anna Holk was beaten and her brother too.\n",
        "Released: the album of Anna Holk\n",
        "Held on Monday:\nColony No. 4\nKyiv Region\n",
    ],
)
def test_officials_and_prose_are_no_detainees(text: str) -> None:
    assert told(text) == []


def test_lawyers_behind_a_list_of_those_held_end_it() -> None:
    text = "Released:\n- Anna Holk\nLawyers:\n- Tibor Lantos\n"
    assert told(text) == ["released Anna Holk"]


def test_a_docket_of_days_to_come_asserts_no_trial() -> None:
    text = (
        "Velnia City Court\nHearings scheduled for 11 October 2021\n"
        "09:30   Room 4   1-338/21   Prosecutor v. Arno Felt   Art. 274 para 1   verdict\n"
        "10:00   Room 4   Stella Marsh   Art. 281   bail hearing\n"
    )
    found = events(text)
    assert [(one.event, one.modality) for one in found] == [
        (EventKind.TRIED, Modality.PLANNED),
        (EventKind.TRIED, Modality.PLANNED),
    ]
    assert [one.court.text if one.court else "" for one in found] == ["Velnia City Court"] * 2
    assert [[charge.article for charge in one.charges] for one in found] == [["274"], ["281"]]


def test_names_in_a_docket_are_written_in_the_nominative() -> None:
    (found,) = events("10:00 справа № 1-5/21 за обвинуваченням Сокири Петра Івановича, ст. 205 КК")
    assert found.persons[0].label == "Петро Іванович Сокира"


def test_records_of_keys_and_values_are_rows() -> None:
    text = (
        "Name: Arno Felt\nDate of birth: 4 April 1988\nDate of arrest: 19 January 2024\n\n"
        "Name: Stella Marsh\nReleased: 30 April 2024\n"
    )
    assert told(text) == ["arrested Arno Felt", "released Stella Marsh"]
    ages = [one.attribute for one in claims(text) if isinstance(one, AttributeClaim)]
    assert ages == [Attribute.BIRTH_DATE]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The following were detained: Ada Moll, a teacher (44), Boris Kohl and Carl Vane.",
         ["Ada Moll", "Boris Kohl", "Carl Vane"]),
        ("Задержаны: Иван Лунь; Ольга Сокол, врач, 50 лет.", ["Иван Лунь", "Ольга Сокол"]),
        ("Затримали: Олену Ковальчук, Петра Сидоренка (34) та Івана Мельника. Їх повезли.",
         ["Олена Ковальчук", "Петро Сидоренко", "Іван Мельник"]),
    ],
)  # fmt: skip
def test_lists_inside_a_sentence_are_read(text: str, names: list[str]) -> None:
    assert [person.label for one in events(text) for person in one.persons] == names


def test_a_total_is_a_figure_and_one_that_does_not_fit_is_told_of() -> None:
    read, problems = LinesReader().read(rendition("Released:\n- Anna Holk\nTotal: 3\n"))
    (figure,) = [one for one in read if isinstance(one, FigureClaim)]
    assert figure.quantity.low == 3
    assert [one.code for one in problems] == ["list-total"]


def test_a_line_that_names_nobody_is_told_of() -> None:
    _, problems = LinesReader().read(rendition("Released:\n- Anna Holk\n- and three more\n"))
    assert [one.code for one in problems] == ["list-lines-not-read"]


def test_a_lead_in_that_is_not_understood_is_told_of_beside_one_that_is() -> None:
    text = "Released:\n- Anna Holk\n\nNot on the buses:\n- Levko Hnatyshyn\n- Mina Calder\n"
    _, problems = LinesReader().read(rendition(text))
    assert [one.code for one in problems] == ["list-lead-in-not-read"]
    assert told(text) == ["released Anna Holk"]


def test_tables_whose_cells_stand_below_each_other_are_rows() -> None:
    text = (
        "Name\nDate of arrest\nPlace of detention\nCorin Haldane\n14 March 2021\nVell prison\n"
        "Maro Teschen\n2 June 2021\nColony No. 11\nThe table ends here.\n"
    )
    assert told(text) == [
        "arrested Corin Haldane", "held Corin Haldane", "arrested Maro Teschen",
        "held Maro Teschen",
    ]  # fmt: skip


def test_tables_aligned_with_spaces_are_rows_even_where_a_cell_is_empty() -> None:
    text = (
        "ФИО                 Дата ареста     Место содержания\n"
        "Голованов Никита    03.03.2023      СИЗО-4\n"
        "Шарафутдин Лия                      СИЗО-1\n"
    )
    assert told(text) == [
        "arrested Голованов Никита", "held Голованов Никита", "held Шарафутдин Лия",
    ]  # fmt: skip


def test_a_sentence_that_announces_names_tells_what_befell_them() -> None:
    text = (
        "Публикуем фамилии тех, кто был задержан в Ялте 2 сентября. Список неполный.\n\n"
        "1. Минчук Захар, 23, студент\n\n2. Бойко Елена — сейчас в СИЗО-2"
    )
    assert told(text) == ["arrested Минчук Захар", "arrested Бойко Елена", "held Бойко Елена"]
    assert [one.place.text for one in events(text) if one.place] == ["Ялте", "Ялте", "СИЗО-2"]


def test_lines_under_a_heading_of_those_held_tell_of_custody() -> None:
    text = (
        "Утримуються (2):\n\n1. Бондар Іван, СІЗО Галяви;\n\n2. Коваль Петро, не підтверджено.\n\n"
        "Звільнені:\n\n1. Петренко Олена, 30 років."
    )
    held = [one for one in events(text) if one.event is EventKind.HELD]
    assert [(one.persons[0].label, one.modality) for one in held] == [
        ("Іван Бондар", Modality.ASSERTED),
        ("Петро Коваль", Modality.ALLEGED),
    ]
    assert [one.place.text for one in held if one.place] == ["СІЗО Галяви"]


def test_somebody_who_is_only_described_is_no_name() -> None:
    (one,) = events("Задержаны:\n1. неизвестный мужчина, ок. 50 лет\n")
    assert (one.persons[0].text, one.persons[0].kind) == ("неизвестный мужчина", "group")


def test_a_title_before_a_colon_is_that_of_the_one_behind_it() -> None:
    (one,) = claims("Judge in the first two cases: M. Orlov-Stone. The room was full.")
    assert isinstance(one, AttributeClaim)
    assert (one.subject.text, one.value) == ("M. Orlov-Stone", "Judge")


def test_custody_that_began_behind_the_day_of_a_lead_in_does_not_end_on_it() -> None:
    lead = "Released on 11 January 2020:\n"
    dates = [
        str(one.date.date.text)
        for one in events(f"{lead}- Levko Hnatyshyn, in custody since June 2022\n")
        if one.event is EventKind.HELD and one.date is not None
    ]
    assert dates == ["2022-06"]


@pytest.mark.parametrize(
    "line", ["Photo: Rolf Zim", "Lawyer: Ivo Stern, Eva Nemes", "Photo:\nRolf Zim"]
)
def test_who_stands_below_a_list_for_another_reason_is_not_in_it(line: str) -> None:
    assert told(f"Whereabouts unknown:\n- Anna Holk\n{line}\n") == ["disappeared Anna Holk"]


def test_people_in_a_row_behind_a_place_are_held_there() -> None:
    text = "Затримані 5 травня:\nм. Крутояр: Іван Сокіл, Олена Лунь (17)\nСІЗО-3: Петро Кравець\n"
    found = [(person.text, one.place.text if one.place else "") for one in events(text)
             for person in one.persons]  # fmt: skip
    assert found == [
        ("Іван Сокіл", "Крутояр"),
        ("Олена Лунь", "Крутояр"),
        ("Петро Кравець", "СІЗО-3"),
    ]


def test_lines_right_below_a_name_tell_more_of_it() -> None:
    text = (
        "Political prisoners of Belmora\n\n1. Jana Ruddock\n"
        "Arrested 4 March 2020, sentenced to 8 years, Colony No. 2\n2. Karl Oster\n"
    )
    assert told(text) == [
        "held Jana Ruddock", "arrested Jana Ruddock", "sentenced Jana Ruddock", "held Karl Oster",
    ]  # fmt: skip


def test_a_list_in_a_sentence_below_another_list_is_its_own() -> None:
    text = "Whereabouts unknown:\nFilip Orne\n\nReleased so far: Gita Holm, Hugo Brandt (all).\n"
    assert told(text) == ["disappeared Filip Orne", "released Gita Holm", "released Hugo Brandt"]


def test_who_disappeared_is_not_arrested_because_others_of_the_list_were() -> None:
    text = (
        "Arrested in Tarhai:\n1. Gita Holm, arrested on 20 May 2023.\n"
        "2. Filip Orne, 19, disappeared on 24 May 2023.\n"
    )
    assert told(text) == ["arrested Gita Holm", "disappeared Filip Orne"]
