"""Constructions of Russian reports, retold of invented people."""

from __future__ import annotations

import pytest

from habeas.model.claim import AttributeClaim, EventClaim, FigureClaim
from tests.slavic_reports import claims_in


def told(text: str) -> list[tuple[str, str]]:
    """What is told of whom; a manner that is not asserted stands behind the kind."""
    return [
        (
            claim.event.value
            + ("" if claim.modality.value == "asserted" else f"/{claim.modality.value}"),
            person.label,
        )
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim)
        for person in claim.persons
    ]


def counted(text: str) -> list[tuple[str, int | None, int | None]]:
    """What is told of how many."""
    return [
        (one.status.value, one.quantity.low, one.quantity.high)
        for one in claims_in("ru", text)
        if isinstance(one, FigureClaim)
    ]


@pytest.mark.parametrize(
    ("text", "event", "names"),
    [
        ("Задержаны Захар Минчук, Хушвахти Давронзода, Елена Бойко.", "arrested",
         ["Захар Минчук", "Хушвахти Давронзода", "Елена Бойко"]),
        ("Суд арестовал на два месяца Захара Минчука (село Верхняя Ока), Елену Бойко (Ялта).",
         "remanded", ["Захар Минчук", "Елена Бойко"]),
        ("Под стражу взяли Захара Минчука* и Елену Бойко[2].", "remanded",
         ["Захар Минчук", "Елена Бойко"]),
        ("Полиция задержала двоих: Захара Минчука и Елену Бойко.", "arrested",
         ["Захар Минчук", "Елена Бойко"]),
        ("Суд продлил арест Захару Кара-Сове.", "remanded", ["Захар Кара-Сова"]),
        ("Задержаны Ульви Гасанлы, Рысбек Сарсенбайулы и Хуршед Каримзода.", "arrested",
         ["Ульви Гасанлы", "Рысбек Сарсенбайулы", "Хуршед Каримзода"]),
        ("Задержали Хадиджу Минчук и Жанбола Рахметуллу.", "arrested",
         ["Хадиджа Минчук", "Жанбол Рахметулла"]),
        ("В отношении Минчука З. С. возбуждено дело.", "charged", ["З. С. Минчук"]),
    ],
)  # fmt: skip
def test_everybody_a_row_names_suffers_alike(text: str, event: str, names: list[str]) -> None:
    assert [name for kind, name in told(text) if kind == event] == names


def test_penalties_are_shared_out_in_the_order_of_the_names() -> None:
    text = "Суд приговорил Захара Минчука и Елену Бойко к 12 и 8 годам колонии соответственно."
    terms = {
        claim.persons[0].label: str(claim.sentence.duration)
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim) and claim.sentence is not None
    }
    assert terms == {"Захар Минчук": "P12Y", "Елена Бойко": "P8Y"}


def test_the_names_behind_a_count_are_some_of_the_counted() -> None:
    text = "Задержаны 12 человек, в том числе Захар Минчук и Елена Бойко."
    assert ("arrested", "Захар Минчук") in told(text)
    assert ("arrested", 12, 12) in counted(text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Полицейские обыскали дома Захара Минчука в селе Белое и Елены Бойко в Саках.",
         ("searched", "Елена Бойко")),
        ("Один из задержанных — Захар Минчук — имам.", ("arrested", "Захар Минчук")),
        ("Басманный суд заочно арестовал Захара Минчука.", ("remanded", "Захар Минчук")),
        ("Суд избрал в отношении Захара Минчука меру пресечения в виде заключения под стражу.",
         ("remanded", "Захар Минчук")),
        ("Суд оставил в силе приговор журналисту Захару Минчуку.",
         ("appeal_decided", "Захар Минчук")),
        ("Суд отклонил апелляционную жалобу защиты Захара Минчука.",
         ("appeal_decided", "Захар Минчук")),
        ("Началось рассмотрение дела Захара Минчука.", ("tried", "Захар Минчук")),
        ("Наказание Захар Минчук отбывал в колонии № 5.", ("held", "Захар Минчук")),
        ("Суд удовлетворил ходатайство об аресте Захара Минчука.", ("remanded", "Захар Минчук")),
        ("Суд отказал в освобождении и оставил Захара Минчука под стражей.",
         ("remanded", "Захар Минчук")),
        ("Суд отправил Елену Бойко под домашний арест, а Захара Минчука — под стражу.",
         ("remanded", "Захар Минчук")),
        ("Захара Минчука задержали. Активисту вменили неповиновение.",
         ("charged", "Захар Минчук")),
        ("Ева Бойко – мать журналиста Захара Минчука: он был арестован в июне.",
         ("arrested", "Захар Минчук")),
        ("Елена Бойко — первая в стране женщина, которую судили за листовки.",
         ("tried", "Елена Бойко")),
        ("Полиция арестовала Елену Бойко, обвинив ее в контрабанде.",
         ("charged", "Елена Бойко")),
        ("Мама Захара Минчука плачет. Его не освободили.", ("released/denied", "Захар Минчук")),
        ("Захара Минчука не освободили и предъявили ему новые обвинения.",
         ("charged", "Захар Минчук")),
        ("Местонахождение Захара Минчука до сих пор неизвестно.",
         ("disappeared", "Захар Минчук")),
        ("Захар Минчук оказался среди задержанных 27 марта.", ("arrested", "Захар Минчук")),
        ("Под административные аресты на 20 суток отправлены Захар Минчук и Елена Бойко.",
         ("remanded", "Елена Бойко")),
        ("Суд постановил оставить Захара Минчука под стражей.", ("remanded", "Захар Минчук")),
        ("Суд заочно приговорил экс-адвоката Захара Минчука к 11 годам колонии.",
         ("sentenced", "Захар Минчук")),
        ("Приговор вынесли Захару Минчуку, задержанному в мае и приговорённому к 7 годам.",
         ("arrested", "Захар Минчук")),
        ("Захар Минчук дома. Ранее суд арестовал Минчука З. С. на месяц.",
         ("remanded", "Захар Минчук")),
        ("Приехал Жанмурат Оспанулы. Жанмурата задержали.", ("arrested", "Жанмурат Оспанулы")),
        ("Захара Минчука задержали 7 октября, а 9 октября арестовали.",
         ("remanded", "Захар Минчук")),
        ("Захар Минчук вышел из гомельского изолятора.", ("released", "Захар Минчук")),
        ("За решеткой оказался Захар Минчук.", ("held", "Захар Минчук")),
        ("В автозаке оказался Захар Минчук.", ("arrested", "Захар Минчук")),
        ("Задержали местного жителя по имени Захар.", ("arrested", "Захар")),
        ("Захара Минчука задержали, вскоре отпустили.", ("released", "Захар Минчук")),
        ("В псковской колонии Захар Минчук оказался в 2021 году.", ("held", "Захар Минчук")),
        ("Захар Минчук будет под стражей до 20 февраля.", ("held/planned", "Захар Минчук")),
        ("Отметим, до этого Минчук объявил голодовку. Захар Минчук в тюрьме.",
         ("hunger_strike", "Захар Минчук")),
        ("Задержание Семченко подтвердила жена.", ("arrested", "Семченко")),
        ("Захар Минчук попал в плен в апреле.", ("arrested", "Захар Минчук")),
        ("Захар Минчук задержан. Мера пресечения избрана 25 июня.",
         ("remanded", "Захар Минчук")),
    ],
)  # fmt: skip
def test_what_befell_somebody_is_told_in_many_ways(text: str, event: tuple[str, str]) -> None:
    assert event in told(text)


def test_where_a_verdict_was_read_tells_nothing_of_who_went_there() -> None:
    text = "Захар Минчук ездил в Ростов, где оглашали приговор по алуштинскому делу."
    assert told(text) == []


def test_penalties_before_the_names_are_for_each_his_own() -> None:
    text = (
        "Суд назначил 17 лет колонии строгого режима Захару Минчуку, по 15 лет Олегу Гнатищеву и "
        "Ивану Дубу, журналисту Петру Гаю — 13 лет."
    )
    terms = {
        claim.persons[0].label: str(claim.sentence.duration)
        for claim in claims_in("ru", text)
        if isinstance(claim, EventClaim) and claim.sentence is not None
    }
    assert terms == {
        "Захар Минчук": "P17Y",
        "Олег Гнатищев": "P15Y",
        "Иван Дуб": "P15Y",
        "Пётр Гай": "P13Y",
    }


def test_a_place_beside_each_name_is_no_place_of_all() -> None:
    text = "Задержаны Захар Минчук в Ялте, Олег Гнатищев в Саках."
    places = [one.place for one in claims_in("ru", text) if isinstance(one, EventClaim)]
    assert places == [None]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Задержали 15 человек. 11 впоследствии отпустили, четырех арестовали.",
         [("arrested", 15, 15), ("released", 11, 11), ("arrested", 4, 4)]),
        ("Правозащитники обновили список политзаключенных. В него вошли 117 человек.",
         [("held", 117, 117)]),
        ("Список политзаключенных содержит 45 фамилий.", [("held", 45, 45)]),
        ("Общее число людей, которые признаны политзаключенными, составляет 1185 человек.",
         [("held", 1185, 1185)]),
        ("Власти арестовали, а потом осудили не менее восьми человек.",
         [("sentenced", 8, None), ("arrested", 8, None)]),
        ("Под стражей находились 50 репортеров.", [("held", 50, 50)]),
        ("Из плена удалось вернуть 82 рядовых и сержантов.", [("released", 82, 82)]),
        ("Президент помиловал 31 человека, 20 ноября — ещё 32.",
         [("released", 31, 31), ("released", 32, 32)]),
        ("Он написал более 2600 писем политзаключенным.", []),
        ("За год в СИЗО или под домашним арестом оказались больше 50 человек.",
         [("held", 51, None)]),
        ("По меньшей мере 24 украинца являются политзаключенными, более 40 — в Крыму.",
         [("held", 24, None), ("held", 41, None)]),
        ("Минимум 212 россиян стали фигурантами дел.", [("charged", 212, None)]),
        ("Прошли обыски у как минимум 26 человек, 12 из них задержали.",
         [("searched", 26, None), ("arrested", 12, 12)]),
        ("Суд арестовал 11 журналистов на два месяца.", [("held", 11, 11)]),
        ("Оштрафовали девятерых активисток.", [("sentenced", 9, 9)]),
        ("В стране 1561 политзаключенный.", [("held", 1561, 1561)]),
        ("Суд рассмотрел жалобу в рамках двух уголовных дел против него.", []),
        ("Список покупок содержит 45 фамилий.", []),
    ],
)  # fmt: skip
def test_numbers_are_of_those_something_befell(
    text: str, wanted: list[tuple[str, int | None, int | None]]
) -> None:
    assert counted(text) == wanted


def test_who_comes_to_see_a_prisoner_is_not_held() -> None:
    text = "Среди пришедших поддержать находящегося в СИЗО активиста писатель Захар Минчук."
    assert told(text) == []


def test_who_tells_of_a_hunger_strike_does_not_strike() -> None:
    text = "По словам Елены Бойко, около десятка сторонников объявили голодовку."
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("Захара Минчука приговорили к 25-летнему заключению.", "P25Y"),
        ("Захара Минчука приговорили к трём годам колонии.", "P3Y"),
        ("Захара Минчука приговорили к четырем годам и восьми месяцам.", "P4Y8M"),
        ("Захара Минчука приговорили к одному году лишения свободы.", "P1Y"),
        ("Суд признал Захара Минчука виновным и приговорил к шести годам колонии.", "P6Y"),
    ],
)
def test_a_penalty_is_told_in_many_ways(text: str, length: str) -> None:
    (one,) = (claim for claim in claims_in("ru", text) if isinstance(claim, EventClaim))
    assert one.sentence is not None
    assert str(one.sentence.duration) == length


def test_kin_is_told_of_the_one_named_between() -> None:
    text = "Сестра Минчука Елена Бойко уже говорила с ним. Захар Минчук в тюрьме."
    kin = [
        (claim.subject.label, claim.value)
        for claim in claims_in("ru", text)
        if isinstance(claim, AttributeClaim)
    ]
    assert ("Елена Бойко", "сестра Минчука") in kin


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Меня задержали 5 мая", "arrested"),
        ("Я провел в тюрьме два года", "held"),
        ("Мне дали шесть лет колонии", "sentenced"),
    ],
)
def test_who_speaks_of_himself_is_who_suffered(words: str, event: str) -> None:
    assert told(f"«{words}», — рассказал Захар Минчук.") == [(event, "Захар Минчук")]


def test_those_who_tell_of_a_number_are_not_held() -> None:
    text = "По информации правозащитников, Россия удерживает за решеткой минимум 89 человек."
    assert told(text) == []
    assert counted(text) == [("held", 89, None)]


@pytest.mark.parametrize(
    "lead", ["На акциях памяти", "На акции в поддержку политика", "После участия в похоронах"]
)
def test_in_whose_memory_people_meet_is_not_who_is_arrested(lead: str) -> None:
    text = f"{lead} Захара Минчука задержали 14 человек."
    assert told(text) == []
    assert counted(text) == [("arrested", 14, 14)]
