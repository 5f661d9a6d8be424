"""Two names part by part: levels of agreement, each a piece of evidence with words of its own.

A level says what was seen, not how much it weighs: weights are fitted (`resolution/score`). Where a
script cannot be read the comparison abstains, and where a part is missing nothing is said of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from habeas.resolution.compare.likeness import (
    Likeness,
    likeness,
    sounds_as_borne,
    sounds_same,
)
from habeas.resolution.compare.several import core, joined, matched, unjoined
from habeas.resolution.names.parts import PersonName
from habeas.resolution.names.words import Word, first_sounds

_CACHE = 1 << 12
_SURE_SURNAME = Likeness.SAME_CONSONANTS


class Given(StrEnum):
    """What the given names say."""

    SAME_NAME = "same-name"  # forms of one name, whatever the language: Микола, Nikolai
    SAME = "same"  # it sounds the same
    NEAR = "near"
    PARTLY = "partly"  # of several, some agree and some do not
    UNSURE = "unsure"
    INITIAL = "initial"  # the letter can stand for the name
    INITIALS = "initials"  # the same letter on both sides
    OTHER_INITIAL = "other-initial"
    DIFFERENT = "different"
    MISSING = "missing"


class Patronymic(StrEnum):
    """What the fathers' names say."""

    SAME = "same"
    INITIAL = "initial"
    OTHER_INITIAL = "other-initial"
    DIFFERENT = "different"
    MISSING = "missing"


_GIVEN = list(Given)
_ONE_NAME = frozenset({Given.SAME_NAME, Given.SAME})
_AGREEING = -_GIVEN.index(Given.NEAR)


@dataclass(frozen=True, slots=True)
class NameLevels:
    """The comparison of two names. None: no level can be given, one side cannot be read.

    `is_swapped`: given name and surname agree crosswise. `other_sex`: the names tell two sexes.
    """

    surname: Likeness | None
    given: Given
    patronymic: Patronymic
    is_swapped: bool = False
    other_sex: bool = False

    def signs(self) -> frozenset[str]:
        """The levels as short names that weights are given to."""
        return _signs(self.surname, self.given, self.patronymic, self.is_swapped, self.other_sex)


@lru_cache(_CACHE)
def _levels(
    surname: Likeness | None,
    given: Given,
    patronymic: Patronymic,
    is_swapped: bool,  # noqa: FBT001  # remembered by place: names of arguments would be kept too
    other_sex: bool,  # noqa: FBT001
) -> NameLevels:
    """The levels, made once: there are only some hundreds."""
    return NameLevels(surname, given, patronymic, is_swapped, other_sex)


@lru_cache(_CACHE)
def _signs(
    surname: Likeness | None,
    given: Given,
    patronymic: Patronymic,
    is_swapped: bool,  # noqa: FBT001  # as above
    other_sex: bool,  # noqa: FBT001
) -> frozenset[str]:
    if is_swapped:
        found = {"name:swapped"}
    else:
        said = "missing" if surname is None else surname.name.lower()
        found = {f"surname:{said.replace('_', '-')}", f"given:{given.value}"}
    found.add(f"patronymic:{patronymic.value}")
    if other_sex:
        found.add("sex:other")
    return frozenset(found)


def compare_names(one: PersonName, other: PersonName) -> NameLevels | None:
    """The levels; None where a side is unknown or written in a script that cannot be read."""
    if not (one.is_readable and other.is_readable):
        return None
    surname = surname_level(one, other)
    return _levels(
        surname,
        given_level(one, other),
        patronymic_level(one, other),
        is_swapped(one, other, surname),
        one.sex != other.sex and bool(one.sex and other.sex),
    )


def surname_level(one: PersonName, other: PersonName) -> Likeness | None:
    """What the surnames say; None where one side has none."""
    if not one.surname or not other.surname:
        return None
    ours, theirs = core(one.surname), core(other.surname)
    if len(ours) == len(theirs) == 1:
        whole = likeness(ours[0], theirs[0])
        if whole >= _SURE_SURNAME or (ours[0].is_single and theirs[0].is_single):
            return whole
        ours, theirs = unjoined(ours), unjoined(theirs)
    whole = likeness(joined(ours), joined(theirs))
    if (ours, theirs) != (one.surname, other.surname):
        whole = max(whole, _whole(one.surname, other.surname))
    if whole >= _SURE_SURNAME:
        return whole
    pairs = matched(ours, theirs, likeness)
    sure = [level for level, _, _ in pairs if level >= _SURE_SURNAME]
    if len(sure) == len(pairs):
        begin_alike = any(at == to == 0 for _, at, to in pairs)
        return min(sure) if begin_alike else Likeness.SIMILAR
    return Likeness.SOMEWHAT if sure else max(whole, *(level for level, _, _ in pairs))


def given_level(one: PersonName, other: PersonName) -> Given:
    """What given names and first initials say; nothing else of the names is looked at."""
    if one.given and other.given:
        level = _several_given(core(one.given), core(other.given))
        if level in _ONE_NAME or len(one.given) == len(other.given) == 1:
            return level
        return Given.SAME if _whole(one.given, other.given) >= _SURE_SURNAME else level
    for initials, names in ((one.initials, other.given), (other.initials, one.given)):
        if initials and names:
            is_his = _can_stand_for(initials[0], names[0], names[0].names)
            return Given.INITIAL if is_his else Given.OTHER_INITIAL
    if one.initials and other.initials:
        shared = _letters(one.initials[0]) & _letters(other.initials[0])
        return Given.INITIALS if shared else Given.OTHER_INITIAL
    return Given.MISSING


def _whole(ones: tuple[Word, ...], others: tuple[Word, ...]) -> Likeness:
    """How alike the words are, written as one on each side; one word on both tells nothing new."""
    if len(ones) == len(others) == 1:
        return Likeness.UNLIKE
    return likeness(joined(ones), joined(others))


def _several_given(ours: tuple[Word, ...], theirs: tuple[Word, ...]) -> Given:
    if len(ours) == len(theirs) == 1:
        return _given_names(ours[0], theirs[0])
    pairs = matched(ours, theirs, _agreement)
    alike = [(level, at, to) for level, at, to in pairs if level >= _AGREEING]
    if len(alike) == len(pairs) and any(at == to == 0 for _, at, to in alike):
        return _GIVEN[-min(level for level, _, _ in alike)]
    return Given.PARTLY if alike else _GIVEN[-pairs[0][0]]


def _agreement(one: Word, other: Word) -> int:
    """Higher for given names that agree better."""
    return -_GIVEN.index(_given_names(one, other))


def _given_names(one: Word, other: Word) -> Given:
    if not one.names.isdisjoint(other.names):
        return Given.SAME_NAME
    if one.names and other.names:
        return Given.SAME if sounds_as_borne(one, other) else Given.DIFFERENT
    step = likeness(one, other)
    if step >= Likeness.SAME_BUT_SEX:
        return Given.SAME
    if step >= Likeness.NEAR:
        return Given.NEAR
    return Given.UNSURE if step >= Likeness.SOMEWHAT else Given.DIFFERENT


def patronymic_level(one: PersonName, other: PersonName) -> Patronymic:
    """What fathers' names and second initials say, and whether one of two is called the younger.

    A father and a son of one name are told apart so, and had two fathers.
    """
    ours, theirs = one.beside.generation, other.beside.generation
    if ours and theirs and ours != theirs:
        return Patronymic.DIFFERENT
    if not ((one.patronymic or one.initials) and (other.patronymic or other.initials)):
        return Patronymic.MISSING
    if one.patronymic and other.patronymic:
        is_same = _same_father(one.patronymic[0], other.patronymic[0])
        return Patronymic.SAME if is_same else Patronymic.DIFFERENT
    for initials, names in ((one.initials, other.patronymic), (other.initials, one.patronymic)):
        if len(initials) > 1 and names:
            is_his = _can_stand_for(initials[1], names[0], names[0].father)
            return Patronymic.INITIAL if is_his else Patronymic.OTHER_INITIAL
    if len(one.initials) > 1 and len(other.initials) > 1:
        shared = _letters(one.initials[1]) & _letters(other.initials[1])
        return Patronymic.INITIAL if shared else Patronymic.OTHER_INITIAL
    return Patronymic.MISSING


def _same_father(one: Word, other: Word) -> bool:
    if one.father & other.father or one.stems & other.stems:
        return True
    return likeness(one, other) >= Likeness.SAME_CONSONANTS


def _can_stand_for(initial: Word, name: Word, names: frozenset[int]) -> bool:
    letters = _letters(initial)
    sounds = {sound[0] for sound in name.sounds}
    return bool(letters & sounds) or any(letters & first_sounds(one) for one in names)


def _letters(initial: Word) -> frozenset[str]:
    return frozenset(sound[0] for sound in initial.sounds)


def is_swapped(one: PersonName, other: PersonName, surname: Likeness | None) -> bool:
    """Whether the surname of each is the given name of the other, and not also the right way."""
    if surname is None or surname >= _SURE_SURNAME:
        return False
    if not (one.surname and other.surname and one.given and other.given):
        return False
    if not (_is_among(one.surname, other.given) and _is_among(other.surname, one.given)):
        return False
    ours, theirs = core((*one.surname, *one.given)), core((*other.surname, *other.given))
    pairs = matched(ours, theirs, is_same_word)
    return len(pairs) > 1 and all(is_same for is_same, _, _ in pairs)


def _is_among(ones: tuple[Word, ...], others: tuple[Word, ...]) -> bool:
    return any(is_same_word(a, b) for a in ones for b in others)


def is_same_word(one: Word, other: Word) -> bool:
    """Whether two words sound the same or are forms of one given name."""
    return sounds_same(one, other) or not one.names.isdisjoint(other.names)
