"""What tells that a text may speak of detention: triggers, and the signs one of which stands near.

Both come from the lexicons of a language; `relevance.yml` there says which triggers are too common
to tell anything (`weak`), and adds words that tell by themselves (`more`, `signs`). All are
patterns as `stems` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.reference import states
from habeas.reference.files import names, read
from habeas.reference.languages import codes
from habeas.reference.lexicon import Lexicon, Phrase, lexicon
from habeas.reference.lexicon_entries import word_sets
from habeas.reference.person_names import given_names

_FOLDER = "lexicons"
_PROOF = ("examples", "not")
_SIGN_FILES = ("people", "charges", "sentences")
_SIGN_LISTS = (
    "person_nouns", "occupations", "offices", "kinship", "ethnicities", "nationality_heads",
    "bodies",
)  # fmt: skip
# "(?:у|в) полоні", "під вартою": a word this short in front is left away, or it is met everywhere.
_SHORT = re.compile(
    r"(?:\(\?:[^()]{1,3}(?:\|[^()]{1,3})*\)|[^\W\d_]{1,3}) (?=(?:\(\?:)?[^\W\d_]{4})"
)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_CASE_ENDINGS = "аяйьоиіея"
_SHORTEST_STEM = 3
_SPECIAL = re.compile(r"([.*+?^$\\{}\[\]])")


@dataclass(frozen=True, slots=True)
class RelevanceWords:
    """The patterns of one language."""

    triggers: tuple[str, ...]
    weak: tuple[str, ...]
    signs: tuple[str, ...]


def all_relevance_words() -> tuple[RelevanceWords, ...]:
    """The patterns of every language there is. Raises: ReferenceBroken."""
    return tuple(map(relevance_words, codes()))


def relevance_words(language: str) -> RelevanceWords:
    """The patterns of a language. Raises: ReferenceBroken."""
    files = {name.rpartition("/")[2] for name in names(f"{_FOLDER}/{language}")}
    own = word_sets(f"{_FOLDER}/{language}/relevance.yml") if "relevance.yml" in files else {}
    if "verbs.yml" in files:
        triggers, signs = _of_frames(lexicon(language))
    else:
        triggers, signs = _of_stems(language, files)
    return RelevanceWords(
        triggers=_sorted({*map(_without_short, triggers), *own.get("more", ())}),
        weak=_sorted(own.get("weak", ())),
        signs=_sorted({*signs, *_of_states(), *_of_names(), *own.get("signs", ())}),
    )


def _sorted(patterns: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({pattern.lower() for pattern in patterns}))


def _without_short(pattern: str) -> str:
    while found := _SHORT.match(pattern):
        pattern = pattern[found.end() :]
    return pattern


def _of_stems(language: str, files: set[str]) -> tuple[list[str], list[str]]:
    folder = f"{_FOLDER}/{language}"
    triggers = [*_patterns(f"{folder}/events.yml"), *_patterns(f"{folder}/characterisations.yml")]
    signs = [
        pattern
        for name in _SIGN_FILES
        if f"{name}.yml" in files
        for pattern in _patterns(f"{folder}/{name}.yml")
    ]
    return triggers, signs


def _patterns(file: str) -> Iterator[str]:
    """The patterns of a file, whatever forms its reader tells apart; none of what is no event."""
    for entry in read(file):
        for name, value in entry.items():
            if isinstance(value, list) and name not in _PROOF and entry.get("kind") != "none":
                # Any ending will do: it is the reader that must know a participle from a noun.
                yield from (pattern.replace("#", "~") for pattern in value)


def _of_frames(words: Lexicon) -> tuple[list[str], list[str]]:
    small = {word for listed in words.function_words.values() for word in listed}
    found: set[str] = set()
    for trigger in (*words.events, *words.figures):
        for verb in trigger.verbs:
            found.update(_of_phrase(verb, words, small))
        found.update(map(_plain, trigger.nouns))
        found.update(_plain(_told(state.split(), small)) for state in trigger.states)
    for label in words.characterisations:
        found.update(map(_plain, (*label.adverbs, *label.nouns, *label.predicates)))
    signs = [_plain(word) for name in _SIGN_LISTS for word in words.people.get(name, ())]
    return sorted(found), [*signs, *map(_plain, words.crimes)]


def _of_phrase(phrase: Phrase, words: Lexicon, small: set[str]) -> Iterator[str]:
    """Every form of a verb alone; of a phrase its longest word, or the verb with what follows."""
    forms = [
        form for form, kinds in words.forms.items() if any(k.lemma == phrase.verb for k in kinds)
    ]
    if not phrase.after:
        yield from map(_plain, forms)
    elif any(word not in small for word in phrase.after):
        yield _plain(_told(phrase.after, small))
    else:
        yield from (_plain(f"{form} {' '.join(phrase.after)}") for form in forms)


def _told(words: Iterable[str], small: set[str]) -> str:
    """The word of several that tells most: the longest that is no small word."""
    listed = [word for word in words if word != "~"]
    return max((word for word in listed if word not in small), key=len, default=" ".join(listed))


def _of_states() -> Iterator[str]:
    for one in states.states():
        local = (name for names in one.local.values() for name in names.written)
        for name in (*one.names, *one.adjectives, *one.people, *local):
            yield _plain(name.replace("’", "'"))


def _of_names() -> Iterator[str]:
    """Given names; those in Cyrillic with any ending of a case."""
    for listed in given_names():
        for name in (*listed["female"].split(), *listed["male"].split()):
            stem = name.rstrip(_CASE_ENDINGS)
            is_declined = _CYRILLIC.match(name) and len(stem) >= _SHORTEST_STEM
            yield f"{_plain(stem)}~" if is_declined else _plain(name.replace("’", "'"))


def _plain(words: str) -> str:
    """The words as a pattern for just them."""
    return _SPECIAL.sub(r"\\\1", words)
