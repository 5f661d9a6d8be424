"""One language's lexicons as one value: the words a reader goes by.

The files stand in `lexicons/<language>/`, with the same names in every language.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from habeas.model.charge import PenaltyKind
from habeas.model.errors import ReferenceBroken
from habeas.model.vocabulary import (
    ActionKind,
    Characterisation,
    EventKind,
    FigureStatus,
    LeverageKind,
    Modality,
    ReleaseForm,
)
from habeas.reference.files import read
from habeas.reference.lexicon_entries import Entry, entries, word_sets
from habeas.reference.verb_forms import Form, forms_of

_TRIGGER_PARTS = (
    "verbs", "nouns", "states", "phrases", "needs", "about", "unless", "object", "subject",
    "suffers", "by", "form", "strength", "modality",
)  # fmt: skip
_LABEL_PARTS = ("adjectives", "adverbs", "acts", "nouns", "predicates", "verbs", "persons")
# What the parts of a trigger may ask for.
_NEEDS = (
    "term", "penalty", "count", "existence", "person_and_place", "forum", "instrument",
    "instrument_or_forum", "state_target", "passive", "negated", "ongoing",
)  # fmt: skip
_OBJECTS = (
    "persons", "of_persons", "place_of_persons", "recipients", "target", "object",
    "target_or_object", "target_then_deed", "clause", "topic",
)  # fmt: skip
_SUBJECTS = ("persons", "court")
_BY = ("speaker", "body", "court", "press")
_STRENGTHS = ("says", "names", "frame")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A verb and the words that must follow it; `has_gap` leaves room for an object first."""

    verb: str
    after: tuple[str, ...] = ()
    has_gap: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One entry of events.yml, figures.yml, actions.yml or speech.yml.

    `needs`, `object`, `subject` and `by` say what its neighbours are to it; one of the words in
    `about` must stand near it, and none of those in `unless`; `suffers` are the verbs whose
    subject it happens to. `modality` is in what manner it is told where nothing else says so
    ("faces ten years").
    """

    id: str
    kind: str
    verbs: tuple[Phrase, ...] = ()
    nouns: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    needs: str = ""
    about: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    object: str = ""
    subject: str = ""
    suffers: frozenset[str] = frozenset()
    by: str = ""
    form: str = ""
    strength: str = ""
    modality: str = ""


@dataclass(frozen=True, kw_only=True)
class Label:
    """One entry of characterisations.yml.

    `verbs` say it by themselves ("tortured"), `persons` are what people are called ("hostages").
    """

    id: str
    kind: str
    adjectives: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    acts: frozenset[str] = frozenset()
    nouns: tuple[str, ...] = ()
    predicates: tuple[str, ...] = ()
    verbs: frozenset[str] = frozenset()
    persons: tuple[str, ...] = ()

    @cached_property
    def openings(self) -> frozenset[str]:
        """Words one of which stands in every sentence that the entry can find something in."""
        lists = (self.adjectives, self.adverbs, self.nouns, self.predicates, self.persons)
        return frozenset(words.split()[0] for listed in lists for words in listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """One entry of furniture.yml: what on a page is not its text."""

    id: str
    pattern: re.Pattern[str]
    is_whole_line: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WordKind:
    """Words near a trigger that stand for one choice (a penalty, a form of release)."""

    kind: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """One entry of leverage.yml.

    `doer` is who must stand behind the words: a state, a state that gives something, people.
    """

    id: str
    kind: str
    pattern: re.Pattern[str]
    verbs: frozenset[str]
    near: str
    doer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All lexicons of one language.

    `constructions` are its small words by what they serve, `uses` the same the other way round;
    `forms` are the verb forms by the form.
    """

    language: str
    function_words: Mapping[str, frozenset[str]]
    constructions: Mapping[str, frozenset[str]]
    uses: Mapping[str, frozenset[str]]
    patterns: Mapping[str, re.Pattern[str]]
    forms: Mapping[str, tuple[Form, ...]]
    people: Mapping[str, frozenset[str]]
    modality: Mapping[str, frozenset[str]]
    events: tuple[Trigger, ...]
    figures: tuple[Trigger, ...]
    actions: tuple[Trigger, ...]
    speech: tuple[Trigger, ...]
    characterisations: tuple[Label, ...]
    ties: tuple[Tie, ...]
    penalties: tuple[WordKind, ...]
    release_forms: tuple[WordKind, ...]
    crimes: tuple[str, ...]
    charge_leads: tuple[str, ...]
    charge_fillers: tuple[str, ...]
    furniture: tuple[Furniture, ...]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicons of a language by its code (ISO 639-1). Raises: ReferenceBroken."""
    folder = f"lexicons/{language}"
    events = _triggers(f"{folder}/events.yml", [kind.value for kind in EventKind])
    figures = _triggers(f"{folder}/figures.yml", [kind.value for kind in FigureStatus])
    actions = _triggers(f"{folder}/actions.yml", [kind.value for kind in ActionKind])
    speech = _triggers(f"{folder}/speech.yml", ())
    constructions = word_sets(f"{folder}/constructions.yml")
    charges = word_sets(f"{folder}/charges.yml")
    return Lexicon(
        language=language,
        function_words=word_sets(f"{folder}/function_words.yml"),
        constructions=constructions,
        uses=_uses(constructions),
        patterns=_patterns(f"{folder}/patterns.yml"),
        forms=_forms(f"{folder}/verbs.yml", _verbs((*events, *figures, *actions, *speech))),
        people=word_sets(f"{folder}/people.yml"),
        modality=word_sets(f"{folder}/modality.yml"),
        events=events,
        figures=figures,
        actions=actions,
        speech=speech,
        characterisations=_labels(f"{folder}/characterisations.yml"),
        ties=_ties(f"{folder}/leverage.yml"),
        penalties=_word_kinds(f"{folder}/sentences.yml", [kind.value for kind in PenaltyKind]),
        release_forms=_word_kinds(
            f"{folder}/release_forms.yml", [kind.value for kind in ReleaseForm]
        ),
        crimes=tuple(sorted(charges["crimes"])),
        charge_leads=tuple(sorted(charges["lead"])),
        charge_fillers=tuple(sorted(charges["fillers"])),
        furniture=_furniture(f"{folder}/furniture.yml"),
    )


def phrase(written: str) -> Phrase:
    """The phrase a lexicon writes: "take ~ into custody"."""
    verb, *rest = written.split()
    return Phrase(verb, tuple(word for word in rest if word != "~"), "~" in rest)


def _triggers(file: str, kinds: Iterable[str]) -> tuple[Trigger, ...]:
    choices = tuple(kinds)
    return tuple(_trigger(entry, choices) for entry in entries(file, parts=_TRIGGER_PARTS))


def _trigger(entry: Entry, kinds: tuple[str, ...]) -> Trigger:
    return Trigger(
        id=entry.id,
        kind=entry.kind(kinds) if kinds else "",
        verbs=tuple(phrase(verb) for verb in entry.words("verbs")),
        nouns=entry.words("nouns"),
        states=entry.words("states"),
        phrases=tuple(tuple(words.split()) for words in entry.words("phrases")),
        needs=entry.word("needs", _NEEDS),
        about=frozenset(entry.words("about")),
        unless=frozenset(entry.words("unless")),
        object=entry.word("object", _OBJECTS),
        subject=entry.word("subject", _SUBJECTS),
        suffers=frozenset(entry.words("suffers")),
        by=entry.word("by", _BY),
        form=entry.word("form", [form.value for form in ReleaseForm]),
        strength=entry.word("strength", _STRENGTHS),
        modality=entry.word("modality", [one.value for one in Modality]),
    )


def _verbs(triggers: Iterable[Trigger]) -> set[str]:
    return {verb.verb for trigger in triggers for verb in trigger.verbs}


def _forms(file: str, more: set[str]) -> dict[str, tuple[Form, ...]]:
    content: dict[str, Any] = read(file)
    try:
        return forms_of(content, more)
    except KeyError as error:
        raise ReferenceBroken(file=file, entry="-", what=f"{error} is missing") from error


def _uses(constructions: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in constructions.items():
        for word in words:
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def _patterns(file: str) -> dict[str, re.Pattern[str]]:
    return {entry.id: entry.pattern("pattern") for entry in entries(file, parts=("pattern",))}


def _labels(file: str) -> tuple[Label, ...]:
    kinds = [kind.value for kind in Characterisation]
    return tuple(
        Label(
            id=entry.id,
            kind=entry.kind(kinds),
            adjectives=entry.words("adjectives"),
            adverbs=entry.words("adverbs"),
            acts=frozenset(entry.words("acts")),
            nouns=entry.words("nouns"),
            predicates=entry.words("predicates"),
            verbs=frozenset(entry.words("verbs")),
            persons=entry.words("persons"),
        )
        for entry in entries(file, parts=_LABEL_PARTS)
    )


def _ties(file: str) -> tuple[Tie, ...]:
    kinds = [kind.value for kind in LeverageKind]
    return tuple(
        Tie(
            id=entry.id,
            kind=entry.kind(kinds),
            pattern=_any_of(entry.words("words")),
            verbs=frozenset(entry.words("verbs")),
            near=entry.word("near", ("event", "release", "planned")),
            doer=entry.word("doer", ("state", "conceding", "people")),
        )
        for entry in entries(file, parts=("words", "verbs", "near", "doer"))
    )


def _word_kinds(file: str, kinds: Iterable[str]) -> tuple[WordKind, ...]:
    choices = tuple(kinds)
    return tuple(
        WordKind(kind=entry.kind(choices), pattern=_any_of(entry.words("words")))
        for entry in entries(file, parts=("words",))
    )


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the words, whole, the longest first."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


@cache
def furniture_words(language: str) -> tuple[Furniture, ...]:
    """The entries of furniture.yml of a language. Raises: ReferenceBroken."""
    return _furniture(f"lexicons/{language}/furniture.yml")


def _furniture(file: str) -> tuple[Furniture, ...]:
    return tuple(_piece(entry) for entry in entries(file, parts=("start", "whole", "case")))


def _piece(entry: Entry) -> Furniture:
    is_whole = "whole" in entry.content
    flags = 0 if entry.flag("case") else re.IGNORECASE
    body = entry.pattern("whole" if is_whole else "start", flags).pattern
    return Furniture(
        id=entry.id,
        pattern=re.compile(rf"\s*(?:{body})\s*\Z" if is_whole else rf"\s*(?:{body})", flags),
        is_whole_line=is_whole,
    )
