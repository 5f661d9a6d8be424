"""What the lexicons of one language say, compiled once for its reader."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from habeas.reading.slavic.entities import entities
from habeas.reading.slavic.names import NameFinder
from habeas.reference import bodies
from habeas.reference.beginnings import Beginnings, Heads
from habeas.reference.date_words import date_words
from habeas.reference.declension import Declension
from habeas.reference.files import names
from habeas.reference.lexicon_entries import entries
from habeas.reference.quantity_words import duration_words, quantity_words
from habeas.reference.stems import StemEntry, StemIndex, compiled, first_letters, stem_entries

_TITLES = ("offices", "occupations", "kinship", "titles")
_BEARERS = ("occupations", "titles")
_REMEMBERED = 100_000  # words; an archive has more than memory would hold
VERB_FORMS = ("active", "passive", "noun", "subject", "dative", "toward")
_NOTHING = re.compile(r"(?!)")
LABEL_FORMS = ("words", "predicates", "designations")
ACTION_FORMS = ("verbs", "nouns")
# What every sentence is searched for.
LOOKED_FOR = ("conditions", "events", "actions", "labels", "ties", "speech", "counted")
PEOPLE_LOOKED_FOR = ("officers", "groups")


class Patterns(dict[str, re.Pattern[str]]):
    """The patterns of a language by their id; what it has no pattern for is never met."""

    def __missing__(self, key: str) -> re.Pattern[str]:
        """A pattern that matches nothing, so that a language may begin with few."""
        return _NOTHING


class Knowledge:
    """The words of one language, by what they are for."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.declension = Declension(language)
        self.entities = entities(language)
        self.dates = date_words(language)
        self.quantities = quantity_words(language)
        self.durations = duration_words(language)
        self.patterns = Patterns(
            (one.id, one.pattern("pattern"))
            for one in entries(f"lexicons/{language}/patterns.yml", parts=("pattern",))
        )
        self.events = StemIndex(self._read("events", VERB_FORMS, ("form", "needs", "modality")))
        self.actions = StemIndex(self._read("actions", ACTION_FORMS, ("object", "needs")))
        self.people = {one.id: StemIndex([one]) for one in self._read("people", ("words",))}
        self.counted = StemIndex(self._read("counted", ("words",)))
        self.conditions = StemIndex(self._read("conditions", ("words",)))
        self.crimes = StemIndex(self._read("charges", ("words",)))
        self.modality = StemIndex(self._read("modality", ("words",)))
        self.labels = StemIndex(self._read("characterisations", LABEL_FORMS))
        self.ties = StemIndex(self._read("leverage", ("words",), ("near", "needs")))
        self.speech = StemIndex(self._read("speech", ("verbs", "leads")))
        self.beginnings = Beginnings(
            {
                **{name: getattr(self, name) for name in LOOKED_FOR},
                **{name: self.people[name] for name in PEOPLE_LOOKED_FOR if name in self.people},
            }
        )
        self.body_heads = Heads(self.patterns["body"])
        self.penalties = _kinds(self._read("sentences", ("words",)))
        self.release_forms = _kinds(self._read("release_forms", ("words",)))
        self.heads = bodies.head_words(language)
        self.names = NameFinder(
            self.declension,
            self._function_words,
            lru_cache(_REMEMBERED)(self.is_title),
            lru_cache(_REMEMBERED)(self.is_bearer),
            self.patterns["behind-adjective"],
        )

    def _read(
        self, name: str, forms: tuple[str, ...], words: tuple[str, ...] = ()
    ) -> tuple[StemEntry, ...]:
        """The entries of a file; none where the language has no such file yet."""
        if f"lexicons/{self.language}/{name}.yml" not in names(f"lexicons/{self.language}"):
            return ()
        return stem_entries(self.language, name, forms, words)

    @cached_property
    def _function_words(self) -> frozenset[str]:
        found = stem_entries(self.language, "function_words", ("words",))
        return frozenset(word for one in found for word in one.patterns["words"])

    def is_title(self, word: str) -> bool:
        """Whether a word alone, in small letters, is an office, a trade, kin, or so placed."""
        return self._is_person_of(word, _TITLES)

    def is_bearer(self, word: str) -> bool:
        """Whether a surname alone may stand behind the word: "слідчий", "журналістка"."""
        return self._is_person_of(word, _BEARERS)

    def _is_person_of(self, word: str, names: tuple[str, ...]) -> bool:
        plain = word.replace("’", "'").replace("ʼ", "'")
        found = (self.people[name].at(plain, 0) for name in names)
        return any(hit is not None and hit.end == len(plain) for hit in found)

    def is_common(self, word: str) -> bool:
        """Whether a word opens sentences with a capital and is no name."""
        return word in self._function_words

    def is_person_word(self, lower: str, start: int) -> int:
        """The end of the word for people that begins here ("activists", "citizens"); else -1."""
        hit = self.people["person-nouns"].at(lower, start)
        return hit.end if hit else -1


class Stems:
    """Patterns any of which may stand anywhere in a text; slow, so only where its letters are."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._pattern = re.compile("|".join(rf"(?<!\w){compiled(one).pattern}" for one in patterns))
        # Up to a space: any other space may be written for it.
        first = {letters for one in patterns for letters in first_letters(one)}
        self._letters = sorted({letters.partition(" ")[0] for letters in first})

    def search(self, lower: str) -> re.Match[str] | None:
        """The first place in a text in small letters."""
        if any(letters in lower for letters in self._letters):
            return self._pattern.search(lower)
        return None


def _kinds(found: Sequence[StemEntry]) -> tuple[tuple[str, Stems], ...]:
    return tuple(
        (entry.kind, Stems(written)) for entry in found for written in entry.patterns.values()
    )
