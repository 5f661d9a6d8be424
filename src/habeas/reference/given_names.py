"""Lines of given names: the forms one name takes, by sex, in all the files that list them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from habeas.reference.files import read

_EQUIVALENTS = "names/equivalents.yml"
_GIVEN = "names/given.yml"
SEXES = ("female", "male")


@dataclass(frozen=True, slots=True)
class GivenName:
    """One name in all its forms; `sex` is that of those who bear it."""

    forms: tuple[str, ...]
    sex: str


@cache
def given_names() -> tuple[GivenName, ...]:
    """Each name once: lines of one sex that share a form are one name.

    A form that several lines of one file share does not join them: that file keeps them apart
    ("Алена" is a form of two names).
    """
    joined: list[GivenName] = []
    for sex in SEXES:
        groups = [set(line) for line in _equivalents(sex)]
        own = [set(line) for line in _listed(sex)]
        for line in own:
            met = [group for group in groups if group & line]
            if len(met) == 1:
                met[0] |= line
            elif not met:
                groups.append(set(line))
        joined += [GivenName(tuple(sorted(group)), sex) for group in groups]
    return tuple(joined)


def _equivalents(sex: str) -> Iterator[list[str]]:
    yield from (line.split() for line in read(_EQUIVALENTS)[sex].splitlines())


def _listed(sex: str) -> Iterator[list[str]]:
    for entry in read(_GIVEN)["given"]:
        yield from (line.split() for line in entry[sex].splitlines())
