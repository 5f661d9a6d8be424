"""Persons found by how a name sounds, in whatever script or spelling it is typed."""

from __future__ import annotations

from collections.abc import Iterable

from habeas.model.person import Person
from habeas.resolution.compare.likeness import Likeness
from habeas.resolution.compare.names import Given, NameLevels, Patronymic, compare_names
from habeas.resolution.names.parts import PersonName, parse, variants

_LEAST = Likeness.SAME_CONSONANTS
_WHOLE = frozenset({Given.SAME_NAME, Given.SAME})
_AGREE = _WHOLE | {Given.NEAR, Given.INITIAL, Given.INITIALS}
_AGAINST = frozenset({Patronymic.DIFFERENT, Patronymic.OTHER_INITIAL})


def sounding_like(name: str, persons: Iterable[Person]) -> list[Person]:
    """Persons any of whose names may be read as the name typed, those that agree most first.

    A surname alone finds everybody of that surname; the woman's and the man's form find each other
    only where no given name tells the sex.
    """
    wanted = parse(name)
    found = [(_agreement(wanted, person), person) for person in persons]
    return [person for agreement, person in sorted(found, key=_rank) if agreement]


def _rank(pair: tuple[int, Person]) -> tuple[int, str]:
    return -pair[0], pair[1].name


def _agreement(wanted: PersonName, person: Person) -> int:
    """How many parts agree in the name of the person that fits best; 0 where none fits."""
    names = (one for value in person.names for one in variants(parse(value.value)))
    return max((_parts(wanted, name) for name in names), default=0)


def _parts(wanted: PersonName, name: PersonName) -> int:
    levels = compare_names(wanted, name)
    if levels is None or not _fits(levels):
        return 0
    is_same_father = levels.patronymic is Patronymic.SAME
    return 1 + (levels.given in _AGREE) + (levels.given in _WHOLE) + is_same_father


def _fits(levels: NameLevels) -> bool:
    if levels.other_sex or levels.patronymic in _AGAINST:
        return False
    if levels.is_swapped:
        return True
    is_of_surname = levels.surname is not None and levels.surname >= _LEAST
    return is_of_surname and (levels.given in _AGREE or levels.given is Given.MISSING)
