"""Which word of a name is the surname, which the given name, which the father's.

Order is not trusted: a comma, capitals, patronymics and known given names decide.
"""

from __future__ import annotations

from typing import NamedTuple

from habeas.reference.name_parts import is_particle
from habeas.resolution.names.words import Word

_THREE = 3


class Roles(NamedTuple):
    """The words of each part; `is_unsure`: nothing decided which part is which."""

    surname: list[Word]
    given: list[Word]
    patronymic: list[Word]
    is_unsure: bool = False


def roles(full: list[Word], comma: int | None, *, has_initials: bool) -> Roles:
    """The parts of the full words of a name; `comma` is how many of them stand before one."""
    if comma is not None and 0 < comma < len(full):
        given, patronymic = _given_and_patronymic(full[comma:])
        return Roles(full[:comma], given, patronymic)
    if len(full) <= 1 or (has_initials and not any(one.names for one in full)):
        return Roles(full, [], [])
    if (at := _patronymic_at(full)) is not None:
        rest = [one for number, one in enumerate(full) if number not in (at, at - 1)]
        return Roles(rest, [full[at - 1]], [full[at]])
    if (shouted := _in_capitals(full)) is not None:
        rest = [one for one in full if one not in shouted]
        given, patronymic = _given_and_patronymic(rest)
        return Roles(shouted, given, patronymic)
    return _by_given_name(full)


def _given_and_patronymic(rest: list[Word]) -> tuple[list[Word], list[Word]]:
    if len(rest) > 1 and rest[-1].patronymic:
        return rest[:-1], rest[-1:]
    return rest, []


def _patronymic_at(full: list[Word]) -> int | None:
    """Where the patronymic stands: behind a given name if it can be seen, never first."""
    if len(full) < _THREE:
        return None
    found = [at for at in range(1, len(full)) if full[at].patronymic]
    behind = [at for at in found if full[at - 1].names]
    return next(iter(behind or found), None)


def _in_capitals(full: list[Word]) -> list[Word] | None:
    """Words in capitals beside words that are not: the surname, as passports write it."""
    loud = [one for one in full if one.is_loud]
    return loud if loud and len(loud) < len(full) else None


def _by_given_name(full: list[Word]) -> Roles:
    known = [at for at, one in enumerate(full) if one.names and not is_particle(one.plain)]
    if not known:
        return Roles(full[1:], full[:1], [], is_unsure=True)
    at = known[0]
    if len(known) > 1 and len(known) == len(full):
        return Roles([full[-1]], full[:-1], [], is_unsure=True)
    return Roles([*full[:at], *full[at + 1 :]], [full[at]], [])
