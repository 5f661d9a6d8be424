"""English verb forms from their base form: regular by rule, the others from data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

_VOWELS = "aeiou"
_SHORTEST_PAST = 6  # letters; "bed", "need" and "seed" are no verbs in -ed
_SHORTEST_ING = 7  # "king", "thing" and "string" are none in -ing
_SHORT_AND_CLOSED = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


class Form(NamedTuple):
    """A verb form: its base form, and which it is: base, s, past, part or ing."""

    lemma: str
    shape: str


def forms_of(content: Mapping[str, Any], more: Iterable[str]) -> dict[str, tuple[Form, ...]]:
    """Every form of the verbs in `content` (verbs.yml) and of `more`, by the form."""
    irregular = {
        **content["irregular"],
        "be": ["was", "been"],
        "have": ["had", "had"],
        "do": ["did", "done"],
    }
    doubling = set(content["doubling"])
    lemmas = {*content["regular"].split(), *doubling, *irregular, *more} - {"be", "have", "do"}
    table: dict[str, list[Form]] = {}
    for lemma in sorted(lemmas):
        for shape, form in inflect(lemma, irregular=irregular, doubling=doubling):
            table.setdefault(form, []).append(Form(lemma, shape))
    return {form: tuple(dict.fromkeys(found)) for form, found in table.items()}


def guessed_forms(word: str) -> tuple[Form, ...]:
    """What a word of no list may be as a verb, by its ending; the base form is a guess too."""
    if len(word) >= _SHORTEST_PAST and word.endswith("ed") and not word.endswith("eed"):
        return (Form(word[:-2], "past"), Form(word[:-2], "part"))
    if len(word) >= _SHORTEST_ING and word.endswith("ing") and "-" not in word:
        return (Form(word[:-3], "ing"),)
    return ()


def inflect(
    lemma: str, *, irregular: Mapping[str, list[str]], doubling: Iterable[str]
) -> list[tuple[str, str]]:
    """Shape and form for each form of a verb; a prefix goes with its verb (re-arrest)."""
    prefix, dash, verb = lemma.rpartition("-")
    stem = (
        verb + verb[-1] if verb in doubling or (verb not in irregular and _is_short(verb)) else verb
    )
    ending = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) else stem
    ing = verb[:-2] + "ying" if verb.endswith("ie") else ending + "ing"
    past, part = irregular[verb] if verb in irregular else [_past(verb, ending)] * 2
    shapes = [("base", verb), ("s", _third(verb)), ("past", past), ("part", part), ("ing", ing)]
    return [(shape, prefix + dash + form) for shape, form in shapes]


def _is_short(verb: str) -> bool:
    return _SHORT_AND_CLOSED.fullmatch(verb) is not None


def _past(verb: str, ending: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return ending + "ed" if not verb.endswith(("ee", "oe", "ye")) else verb + "d"


def _third(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("o"):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2:-1] not in _VOWELS else verb + "s"
