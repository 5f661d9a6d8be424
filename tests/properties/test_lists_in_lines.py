"""Any list of names under a lead-in that is known comes back whole, and with nobody else in it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from habeas.model.claim import EventClaim
from habeas.model.vocabulary import EventKind, Modality
from habeas.reading.readers.lines import LinesReader
from tests.reports import rendition

READER = LinesReader()


@dataclass(frozen=True)
class Tongue:
    """What a language's lists are made of; people are invented."""

    leads: dict[str, tuple[EventKind, Modality]]
    given: list[str]
    family: list[str]
    details: list[str]


ENGLISH = Tongue(
    leads={
        "Detained on 5 May:": (EventKind.ARRESTED, Modality.ASSERTED),
        "Still held in Colony No. 4:": (EventKind.HELD, Modality.ASSERTED),
        "Released on Friday:": (EventKind.RELEASED, Modality.ASSERTED),
        "To be released next week:": (EventKind.RELEASED, Modality.PLANNED),
        "We demand the release of:": (EventKind.RELEASED, Modality.DEMANDED),
        "Missing since March:": (EventKind.DISAPPEARED, Modality.ASSERTED),
    },
    given=["Anna", "Levko", "Marek", "Selin", "Otto", "Mina", "Ruben", "Katalin"],
    family=["Hnatyshyn", "Holk", "Sobol", "Varga", "Calder", "Brann", "Ostrow", "Reuss-Kane"],
    details=["", ", 34", ", 52, nurse", " (b. 1988)", " - teacher", " (17)", "; student"],
)
UKRAINIAN = Tongue(
    leads={
        "Затримані 5 травня:": (EventKind.ARRESTED, Modality.ASSERTED),
        "Досі у СІЗО-3:": (EventKind.HELD, Modality.ASSERTED),
        "На волю вийшли:": (EventKind.RELEASED, Modality.ASSERTED),
        "Не підтверджено, що затримали:": (EventKind.ARRESTED, Modality.ALLEGED),
        "Вимагаємо звільнити:": (EventKind.RELEASED, Modality.DEMANDED),
    },
    given=["Олена", "Остап", "Ліна", "Роман", "Ганна", "Сейдалі", "Тимур"],
    family=["Гнатишин", "Перегуда", "Сорока", "Куртазов", "Мельничук-Тарра", "Лисогор"],
    details=["", ", 34 роки", ", 1979 р. н.", " — вчителька", " (студентка)", ", ст. 314 КК"],
)
RUSSIAN = Tongue(
    leads={
        "Задержаны 5 мая:": (EventKind.ARRESTED, Modality.ASSERTED),
        "Список задержанных на 5 мая:": (EventKind.HELD, Modality.ASSERTED),
        "На свободу вышли:": (EventKind.RELEASED, Modality.ASSERTED),
        "Могут освободить:": (EventKind.RELEASED, Modality.CONDITIONAL),
        "Пропали без вести:": (EventKind.DISAPPEARED, Modality.ASSERTED),
    },
    given=["Антон", "Вера", "Назиля", "Илья", "Рената", "Степан"],
    family=["Беляшов", "Солодкова", "Гарипова", "Дроздецкий", "Луговских", "Ян-Ковач"],
    details=["", ", 27 лет", " (1966 г. р.)", " — журналистка", ", программист", ", ст. 20.2 КоАП"],
)
MARKS = ["- ", "— ", "• ", "* ", "🔴 ", "▪️ ", "✅ ", "{n}. ", "{n}) ", "№ {n} ", "({n}) ", ""]
ENDS = ["", ";", ",", "."]


@st.composite
def lists(draw: st.DrawFn) -> tuple[str, EventKind, Modality, list[str]]:
    tongue = draw(st.sampled_from([ENGLISH, UKRAINIAN, RUSSIAN]))
    lead = draw(st.sampled_from(sorted(tongue.leads)))
    pairs = st.tuples(st.sampled_from(tongue.given), st.sampled_from(tongue.family))
    people = draw(st.lists(pairs, min_size=1, max_size=8, unique=True))
    mark, end = draw(st.sampled_from(MARKS)), draw(st.sampled_from(ENDS))
    between = draw(st.sampled_from(["\n", "\n\n"]))
    is_family_first = draw(st.booleans())
    names, lines = [], [lead]
    for number, (first, last) in enumerate(people, start=1):
        name = f"{last} {first}" if is_family_first else f"{first} {last}"
        detail = draw(st.sampled_from(tongue.details))
        names.append(name)
        lines.append(f"{mark.format(n=number)}{name}{detail}{end}")
    return between.join(lines) + "\n", *tongue.leads[lead], names


@given(lists())
def test_every_name_comes_back_at_its_place_and_nobody_else(
    listed: tuple[str, EventKind, Modality, list[str]],
) -> None:
    text, kind, modality, names = listed
    read = rendition(text)
    claims, _ = READER.read(read)
    told = [one for one in claims if isinstance(one, EventClaim) and one.event is kind]
    assert [person.text for one in told for person in one.persons] == names
    assert {one.modality for one in told} == {modality}
    for claim in claims:
        span = claim.quote.span
        assert text[span.start : span.end] == claim.quote.text
    for person in (person for one in told for person in one.persons):
        assert person.span is not None
        assert text[person.span.start : person.span.end] == person.text
    everybody = {
        person.text for one in claims if isinstance(one, EventClaim) for person in one.persons
    }
    assert everybody == set(names)


@given(st.text(alphabet="АБвг Detained:\n-—1.)( ,;|ОляHolk5:", max_size=120))
def test_any_text_is_read_and_every_quote_stands(text: str) -> None:
    for claim in READER.read(rendition(text))[0] if text.strip() else ():
        span = claim.quote.span
        assert text[span.start : span.end] == claim.quote.text
