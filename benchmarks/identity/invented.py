"""Invented people in lists that do not agree: how records of one person differ, made to measure by.

Each person is told of by one record or several, in Ukrainian, Russian, Belarusian or romanised by
one of several tables. Patronymics are dropped, given names cut to initials, order changed, letters
mistaken, birth dates missing, cut to the year or wrong, places missing; some people have siblings
with their surname and patronymic. Surnames are put together of syllables; few of them are common.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, product
from typing import NamedTuple

SURNAMES = 3900
RECORDS_A_PERSON = ((1, 0.48), (2, 0.22), (3, 0.15), (4, 0.10), (5, 0.05))
PLACES = 120
FIRST_YEAR, LAST_YEAR = 1945, 2005
SIBLINGS, DROPPED, INITIALS, SWAPPED, TYPOS = 0.05, 0.5, 0.08, 0.12, 0.07
NO_BIRTH, ONLY_YEAR, WRONG_BIRTH, NO_PLACE = 0.35, 0.20, 0.04, 0.45

_HEADS = """
    Бар Вал Гон Дер Зов Кам Лос Мур Нед Пас Роз Сав Тар Ул Фал Хор Цвіт Шум Яс Брег Глин Дрем
    Жур Крет Лим Морг Неч Олт Прид Рив Стех Трем Уст Хмел Черв Щур Яр Вер Дубр
"""
_MIDDLES = ("", "ан", "ел", "ов", "ук", "ін", "ар", "ош", "ил", "ед")
_ENDS = ("енко", "чук", "ський", "юк", "ко", "ов", "ин", "ишин", "ак", "ець")
# Ukrainian and Russian given names, with the patronymics sons and daughters have of them.
_MEN = (
    "Олександр Александр Олександрович Олександрівна Александрович Александровна|"
    "Сергій Сергей Сергійович Сергіївна Сергеевич Сергеевна|"
    "Володимир Владимир Володимирович Володимирівна Владимирович Владимировна|"
    "Андрій Андрей Андрійович Андріївна Андреевич Андреевна|"
    "Микола Николай Миколайович Миколаївна Николаевич Николаевна|"
    "Іван Иван Іванович Іванівна Иванович Ивановна|"
    "Олексій Алексей Олексійович Олексіївна Алексеевич Алексеевна|"
    "Юрій Юрий Юрійович Юріївна Юрьевич Юрьевна|"
    "Віктор Виктор Вікторович Вікторівна Викторович Викторовна|"
    "Михайло Михаил Михайлович Михайлівна Михайлович Михайловна|"
    "Дмитро Дмитрий Дмитрович Дмитрівна Дмитриевич Дмитриевна|"
    "Анатолій Анатолий Анатолійович Анатоліївна Анатольевич Анатольевна|"
    "Василь Василий Васильович Василівна Васильевич Васильевна|"
    "Олег Олег Олегович Олегівна Олегович Олеговна|"
    "Ігор Игорь Ігорович Ігорівна Игоревич Игоревна|"
    "Євген Евгений Євгенович Євгенівна Евгеньевич Евгеньевна|"
    "Петро Петр Петрович Петрівна Петрович Петровна|"
    "Роман Роман Романович Романівна Романович Романовна|"
    "Максим Максим Максимович Максимівна Максимович Максимовна|"
    "Павло Павел Павлович Павлівна Павлович Павловна|"
    "Богдан Богдан Богданович Богданівна Богданович Богдановна|"
    "Григорій Григорий Григорович Григорівна Григорьевич Григорьевна|"
    "Станіслав Станислав Станіславович Станіславівна Станиславович Станиславовна|"
    "Артем Артем Артемович Артемівна Артемович Артемовна|"
    "Денис Денис Денисович Денисівна Денисович Денисовна|"
    "Степан Степан Степанович Степанівна Степанович Степановна"
)
_WOMEN = (
    "Олена Елена|Наталія Наталья|Тетяна Татьяна|Ірина Ирина|Людмила Людмила|Оксана Оксана|"
    "Світлана Светлана|Марія Мария|Ганна Анна|Галина Галина|Юлія Юлия|Катерина Екатерина|"
    "Валентина Валентина|Вікторія Виктория|Надія Надежда|Ольга Ольга|Любов Любовь|Лариса Лариса|"
    "Інна Инна|Анастасія Анастасия|Ніна Нина|Дарія Дарья|Алла Алла|Віра Вера"
)


class Romanisation(NamedTuple):
    """Letters of one table, and those that change at the beginning of a word."""

    letters: dict[str, str]
    first: dict[str, str]


def _table(letters: str, first: str = "") -> Romanisation:
    def pairs(text: str) -> dict[str, str]:
        return {one[0]: one[2:] for one in text.split()}

    return Romanisation(pairs(letters), pairs(first))


_COMMON = "а=a б=b в=v д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f "
_UK = (
    _table(  # Cabinet of Ministers 2010
        _COMMON + "г=h ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia ь=",
        "є=ye ї=yi й=y ю=yu я=ya",
    ),
    _table(  # BGN/PCGN 1965
        _COMMON + "г=h ґ=g е=e є=ye ж=zh и=y і=i ї=yi й=y х=kh ц=ts ч=ch ш=sh щ=shch ю=yu я=ya ь=’"
    ),
    _table(  # scholarly
        _COMMON + "г=h ґ=g е=e є=je ж=ž и=y і=i ї=ji й=j х=x ц=c ч=č ш=š щ=šč ю=ju я=ja ь="
    ),
    _table(  # passports until 2010
        _COMMON + "г=g ґ=g е=e є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ю=iu я=ia ь="
    ),
    _table(  # Polish
        _COMMON.replace("в=v", "в=w")
        + "г=h ґ=g е=e є=je ж=ż и=y і=i ї=ji й=j х=ch ц=c ч=cz ш=sz щ=szcz ю=ju я=ja ь="
    ),
)
_RU = (
    _table(  # ICAO 2013
        _COMMON + "г=g е=e ё=e ж=zh и=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia"
    ),
    _table(  # BGN/PCGN 1947
        _COMMON + "г=g е=e ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь=’ э=e ю=yu я=ya",
        "е=ye",
    ),
    _table(  # scholarly
        _COMMON + "г=g е=e ё=ë ж=ž и=i й=j х=x ц=c ч=č ш=š щ=šč ъ= ы=y ь= э=è ю=ju я=ja"
    ),
    _table(  # as newspapers write
        _COMMON + "г=g е=e ё=yo ж=zh и=i й=y х=kh ц=ts ч=ch ш=sh щ=sch ъ= ы=y ь= э=e ю=yu я=ya"
    ),
)
_TO_RUSSIAN = str.maketrans("иіїєґ", "ыииег")
_TO_BELARUSIAN = str.maketrans({"и": "ы", "ї": "і", "щ": "шч", "ґ": "г"})


@dataclass(frozen=True, slots=True)
class Person:
    """One invented person; names in Ukrainian and Russian: surname, given name, patronymic."""

    uk: tuple[str, str, str]
    ru: tuple[str, str, str]
    born: tuple[int, int, int]
    place: int


@dataclass(frozen=True, slots=True)
class Told:
    """One record: the person it is of (known to the measurer alone), a name, a birth, a place."""

    person: int
    name: str
    born: str
    place: str


def invented(records: int, *, seed: int = 7) -> Iterator[Told]:
    """That many records, those of one person apart from each other."""
    drawn = random.Random(seed)  # noqa: S311  # repeatable, not secret
    told: list[Told] = []
    numbers = [number for number, _ in RECORDS_A_PERSON]
    shares = [share for _, share in RECORDS_A_PERSON]
    for at, person in enumerate(_persons(drawn)):
        if len(told) >= records:
            break
        told += [_record(at, person, drawn) for _ in range(drawn.choices(numbers, shares)[0])]
    drawn.shuffle(told)
    return iter(told[:records])


def _persons(drawn: random.Random) -> Iterator[Person]:
    surnames = _surnames(drawn)
    common = list(accumulate(1 / (rank + 8) ** 0.7 for rank in range(len(surnames))))
    men = [tuple(one.split()) for one in _MEN.split("|")]
    women = [tuple(one.split()) for one in _WOMEN.split("|")]
    of_men = list(accumulate(1 / (rank + 3) for rank in range(len(men))))
    of_women = list(accumulate(1 / (rank + 3) for rank in range(len(women))))
    surname, father, place, year = "", men[0], 0, 0
    while True:
        is_sibling = drawn.random() < SIBLINGS and bool(surname)
        if not is_sibling:
            surname = drawn.choices(surnames, cum_weights=common)[0]
            father = drawn.choices(men, cum_weights=of_men)[0]
            place, year = drawn.randrange(PLACES), drawn.randint(FIRST_YEAR, LAST_YEAR)
        year += drawn.randint(1, 9) if is_sibling else 0
        is_man = drawn.random() < 0.7  # noqa: PLR2004  # most of those detained are men
        if is_man:
            name = drawn.choices(men, cum_weights=of_men)[0]
        else:
            name = drawn.choices(women, cum_weights=of_women)[0]
        his = surname if is_man else _feminine(surname)
        yield Person(
            uk=(his, name[0], father[2 if is_man else 3]),
            ru=(_in_russian(his), name[1], father[4 if is_man else 5]),
            born=(year, drawn.randint(1, 12), drawn.randint(1, 28)),
            place=place,
        )


def _surnames(drawn: random.Random) -> list[str]:
    found = [head + middle + end for head, middle, end in product(_HEADS.split(), _MIDDLES, _ENDS)]
    return drawn.sample(found, min(SURNAMES, len(found)))


def _feminine(surname: str) -> str:
    if surname.endswith("ський"):
        return surname[:-2] + "а"
    return surname + "а" if surname.endswith(("ов", "ин")) else surname


def _in_russian(surname: str) -> str:
    for uk, ru in (("ський", "ский"), ("ська", "ская"), ("ець", "ец")):
        if surname.endswith(uk):
            return surname[: -len(uk)].translate(_TO_RUSSIAN) + ru
    return surname.translate(_TO_RUSSIAN)


def _record(number: int, person: Person, drawn: random.Random) -> Told:
    names, spell = _spelling(person, drawn)
    surname, given, patronymic = names
    if drawn.random() < DROPPED:
        patronymic = ""
    if drawn.random() < INITIALS:
        given = given[0] + "."
        patronymic = patronymic[0] + "." if patronymic else ""
    parts = [spell(part) for part in (surname, given, patronymic) if part]
    if drawn.random() < TYPOS:
        at = drawn.randrange(2 if not parts[1].endswith(".") else 1)
        parts[at] = _mistyped(parts[at], drawn)
    is_swapped = drawn.random() < SWAPPED
    is_western = drawn.random() < 0.5  # noqa: PLR2004
    name = " ".join([*parts[1:], parts[0]] if is_western != is_swapped else parts)
    place = "" if drawn.random() < NO_PLACE else f"place {person.place}"
    return Told(number, name, _born(person.born, drawn), place)


def _spelling(
    person: Person, drawn: random.Random
) -> tuple[tuple[str, str, str], Callable[[str], str]]:
    way = drawn.random()
    if way < 0.3:  # noqa: PLR2004
        return person.uk, str
    if way < 0.55:  # noqa: PLR2004
        return person.ru, str
    if way < 0.58:  # noqa: PLR2004
        return person.uk, lambda word: word.translate(_TO_BELARUSIAN)
    if way < 0.82:  # noqa: PLR2004
        return person.uk, partial(_romanised, drawn.choice(_UK))
    return person.ru, partial(_romanised, drawn.choice(_RU))


def _romanised(table: Romanisation, word: str) -> str:
    plain = word.lower()
    first = table.first.get(plain[0], table.letters.get(plain[0], plain[0]))
    rest = "".join(table.letters.get(letter, letter) for letter in plain[1:])
    return (first + rest).capitalize()


def _mistyped(word: str, drawn: random.Random) -> str:
    at = drawn.randrange(1, len(word)) if len(word) > 1 else 0
    way = drawn.randrange(3)
    if way == 0 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + (word[at] * 2 if way == 1 else "") + word[at + 1 :]


def _born(born: tuple[int, int, int], drawn: random.Random) -> str:
    if drawn.random() < NO_BIRTH:
        return ""
    year, month, day = born
    if drawn.random() < WRONG_BIRTH:
        way = drawn.randrange(3)
        if way == 0:
            year += drawn.choice((-1, 1))
        elif way == 1 and day <= 12:  # noqa: PLR2004
            month, day = day, month
        else:
            day = drawn.randint(1, 28)
    if drawn.random() < ONLY_YEAR:
        return f"{year}"
    return f"{year}-{month:02d}-{day:02d}"
