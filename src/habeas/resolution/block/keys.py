"""The keys of a record: two records that may be of one person share at least one.

Each kind of key forgives another slip: vowels, the order of names, a wrong surname beside the right
given name and father, a wrong name beside the right birth date.
"""

from __future__ import annotations

from collections.abc import Iterator

from habeas.resolution.names.parts import PersonName
from habeas.resolution.names.skeleton import consonants, masculine
from habeas.resolution.names.words import Word, first_sounds
from habeas.resolution.record import Record

ANY = "*"  # a given name that is not known: met by every given name of the same surname
LONGEST = 6  # consonants that a key goes by


def keys(record: Record) -> frozenset[str]:
    """All keys; none for a record whose names cannot be read and that has no alias."""
    found = {f"a|{alias}" for alias in record.aliases}
    for name in record.names:
        found.update(_of_name(name))
        found.add(f"a|{name.text.casefold()}")
        found.update(_with_birth(name, record))
    return frozenset(found)


def _of_name(name: PersonName) -> Iterator[str]:
    letters = given_letters(name)
    for surname in _surnames(name):
        for sound in surname.sounds:
            folded = masculine(sound)
            for letter in letters:
                yield f"s|{folded}|{letter}"
                yield f"c|{consonants(folded)[:LONGEST]}|{letter}"
    for given in name.given:
        for father in name.patronymic:
            for one in given.names:
                yield from (f"g|{one}|{two}" for two in father.father)


def given_letters(name: PersonName) -> frozenset[str]:
    """What the given name can begin with, in any of its forms; `*` where none is known."""
    if name.given:
        first = name.given[0]
        of_names = {letter for one in first.names for letter in first_sounds(one)}
        return frozenset({sound[0] for sound in first.sounds} | of_names)
    if name.initials:
        return frozenset(sound[0] for sound in name.initials[0].sounds)
    return frozenset(ANY)


def _surnames(name: PersonName) -> tuple[Word, ...]:
    """The surname's words; every word, where nothing tells which is the surname."""
    return name.words if name.is_unsure else name.surname


def _with_birth(name: PersonName, record: Record) -> Iterator[str]:
    for born in record.born:
        if born.day is not None:
            for letter in given_letters(name):
                yield f"b|{born.day.isoformat()}|{letter}"
