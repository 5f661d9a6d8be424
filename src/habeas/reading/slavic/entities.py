"""States, bodies and places in all their forms, each with its nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from habeas.model.mention import MentionKind
from habeas.reference import bodies, places, states
from habeas.reference.lexicon_entries import entries
from habeas.reference.paradigms import ALL_CASES, Case, forms_of
from habeas.text.normalise import fold

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")


_COURT = re.compile(r"\b(?:рай|міськ|гор)?суд\b", re.IGNORECASE)


class Entity(NamedTuple):
    """What a form names: kind, nominative, and the cases the form can stand in."""

    kind: MentionKind
    name: str
    cases: frozenset[Case]


Entities = Mapping[str, tuple[tuple[tuple[str, ...], Entity], ...]]


@cache
def entities(language: str) -> Entities:
    """Names by their first word in small letters: the words of each form, the longest first."""
    found: dict[tuple[str, ...], Entity] = {}
    for name, kind in _names(language):
        for words, cases in _declined(name, language, kind):
            before = found.get(words)
            if before is None:
                found[words] = Entity(kind, name, cases)
            elif before.name == name:
                found[words] = before._replace(cases=before.cases | cases)
    by_first: dict[str, list[tuple[tuple[str, ...], Entity]]] = {}
    for words, entity in found.items():
        by_first.setdefault(words[0].lower(), []).append((words, entity))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in by_first.items()
    }


def _names(language: str) -> Iterator[tuple[str, MentionKind]]:
    for state in states.states():
        if local := state.local.get(language):
            yield from ((name, MentionKind.STATE) for name in (local.name, *local.other_names))
    for body in bodies.bodies():
        kind = MentionKind.FORUM if body.kind is bodies.BodyKind.FORUM else MentionKind.BODY
        yield from ((name, kind) for name in body.local_names if _CYRILLIC.search(name))
    for office in bodies.offices():
        yield from ((name, MentionKind.BODY) for name in office.names if _CYRILLIC.search(name))
    for place in places.place_names():
        if place.language == language and place.strength is not places.Strength.WEAK:
            is_court = _COURT.search(place.text) is not None
            yield place.text, MentionKind.BODY if is_court else MentionKind.PLACE


def _declined(
    name: str, language: str, kind: MentionKind
) -> Iterator[tuple[tuple[str, ...], frozenset[Case]]]:
    """The forms of a name: adjectives and the noun they lead to decline, the rest stands still."""
    words = fold(name).split()
    adjective = _adjectives(language)
    head = next((i for i, w in enumerate(words) if not adjective.fullmatch(w)), -1)
    if head < 0:
        head = len(words) - 1
    rest = tuple(words[head + 1 :])
    if words[head].isupper():
        yield tuple(words), ALL_CASES
        return
    for form, cases in forms_of(language, words[head], "noun").items():
        for case in cases:
            before = tuple(_adjective(word, case, language) for word in words[:head])
            yield (*before, form, *rest), frozenset({case})
    if kind is MentionKind.STATE:
        for written in _irregular(name, language):
            yield tuple(fold(written).split()), frozenset({Case.GENITIVE, Case.LOCATIVE})


def _adjective(word: str, case: Case, language: str) -> str:
    forms = forms_of(language, word, "adjective")
    return next((form for form, cases in forms.items() if case in cases), word)


def _irregular(name: str, language: str) -> tuple[str, ...]:
    found = states.state_named(name)
    if not found:
        return ()
    local = found[0].local.get(language)
    return tuple(form for form in (local.genitive, local.prepositional) if form) if local else ()


@cache
def _adjectives(language: str) -> re.Pattern[str]:
    """What the adjectives in front of a noun look like."""
    found = entries(f"lexicons/{language}/patterns.yml", parts=("pattern",))
    return next(one.pattern("pattern") for one in found if one.id == "adjective")
