"""A mention of a court, agency or ministry to the one body it names, in whatever language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from habeas.reference.bodies import Body, body_named
from habeas.reference.place_words import directorates, kinds, plain_words
from habeas.reference.places import place
from habeas.resolution.places.resolve import How, resolve_place
from habeas.resolution.places.towns import lowered, towns_in

_CACHE = 1 << 14
_WORDS = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_COURT = "court"
_SHORTEST = 3  # letters of an abbreviation


@dataclass(frozen=True, slots=True)
class AuthorityFound:
    """What a mention names: a body's or a court's id, or a directorate of a body in a territory.

    `id` is empty where that cannot be told; `candidates` are ids.
    """

    id: str
    how: How
    candidates: tuple[str, ...] = ()


@lru_cache(_CACHE)
def resolve_authority(text: str) -> AuthorityFound:
    """The body that these words name.

    >>> {resolve_authority(one).id for one in ("ФСБ", "FSB", "the Federal Security Service")}
    {'russia_fsb'}
    """
    named = body_named(text)
    if len(named) == 1:
        return AuthorityFound(named[0].id, How.NAME)
    if named:
        return AuthorityFound("", How.NOTHING, tuple(each.id for each in named))
    if any(kind == _COURT and pattern.search(lowered(text)) for kind, pattern in kinds()):
        found = resolve_place(text)
        return AuthorityFound(found.id, found.how, found.candidates)
    return _directorate(text)


def _directorate(text: str) -> AuthorityFound:
    """A body whose abbreviation stands among the words, with the territory beside it."""
    bodies = {each.id for one in _WORDS.findall(text) for each in _bodies(one)}
    if len(bodies) != 1:
        return AuthorityFound("", How.NOTHING, tuple(sorted(bodies)))
    (name,) = bodies
    lower = lowered(text)
    towns = {each for town in towns_in(lower) for each in town.places}
    if len(towns) == 1:
        (territory,) = towns
        found = place(territory)
        return AuthorityFound(f"{name}/{found.id if found else territory}", How.MADE)
    rest = plain_words().sub(" ", lower)
    is_bare = len(_WORDS.findall(rest)) == 1
    return AuthorityFound(name, How.PARTS) if is_bare else AuthorityFound("", How.NOTHING, (name,))


def _bodies(written: str) -> tuple[Body, ...]:
    """The bodies of an abbreviation, with or without the letters of a directorate: УФСБ."""
    if len(written) < _SHORTEST or written != written.upper():
        return ()
    if found := body_named(written):
        return found
    for letters in directorates():
        if written.lower().startswith(letters) and (found := body_named(written[len(letters) :])):
            return found
    return ()
