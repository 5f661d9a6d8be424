"""What the reference data says of a word or a name, gathered for one language."""

from __future__ import annotations

from functools import lru_cache

from habeas.model.mention import MentionKind
from habeas.reference import bodies, person_names, places, states
from habeas.reference.date_words import date_words
from habeas.reference.lexicon import Lexicon
from habeas.reference.quantity_words import duration_words, quantity_words

_SHORTEST_BY_ENDING = 7  # letters: "Quance" may be a surname

# Lists of function_words.yml whose words are of the open classes.
_OPEN_LISTS = ("never_verb", "never_adverb", "never_person")

_remembered = lru_cache(100_000)  # words; an archive has more than memory would hold

Known = tuple[MentionKind, str, str]  # kind, full name, state (ISO 3166 alpha-2)


class Knowledge:
    """Questions about words, answered from the reference lists; answers are kept."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.date_words = date_words(lexicon.language)
        self.quantity_words = quantity_words(lexicon.language)
        self.duration_words = duration_words(lexicon.language)
        words = lexicon.function_words
        self._closed = frozenset().union(
            *(words[name] for name in words if name not in _OPEN_LISTS)
        )
        self._small = frozenset().union(*words.values())
        self._listed = frozenset().union(*lexicon.people.values())
        self.named = _remembered(self._named)
        self.head_kind = _remembered(self._head_kind)
        self.is_common = _remembered(self._is_common)
        small = lexicon.function_words
        # One look instead of one for each list: both are asked of nearly every word.
        self._closed = frozenset().union(*(small[n] for n in small if n not in _OPEN_LISTS))
        self._listed = frozenset().union(*lexicon.people.values())
        # Asked of every capital twice; the lists behind them are searched once for each word.
        self.has_surname_ending = _remembered(person_names.looks_like_surname)
        self.may_be_given = _remembered(person_names.is_given_name)
        self.is_given = _remembered(self._is_given)
        self.is_title = _remembered(self._is_title)
        self.adjective = _remembered(self._adjective)
        self.state_of = _remembered(self._state_of)
        self.sexes = _remembered(person_names.sexes)
        self.spellings = _remembered(person_names.spellings)
        # The first words of offices of several words: "Chief Financial Officer".
        self.long_titles = frozenset(
            title.split()[0] for title in lexicon.people["offices"] if " " in title
        )
        self.compound_endings = tuple(lexicon.constructions["compound_endings"])

    def serves(self, word: str, use: str) -> bool:
        """Whether the language uses a word, in small letters, for this (constructions.yml)."""
        return word in self.lexicon.constructions[use]

    def _named(self, text: str) -> Known | None:
        """State, people, body or place with that name; shared by several, it stays as it is."""
        if found := states.state_named(text):
            return MentionKind.STATE, *_one([(one.name, one.iso2) for one in found], text)
        if found := states.people(text):
            return MentionKind.GROUP, text, _one([("", one.iso2) for one in found], text)[1]
        if bodies_found := bodies.body_named(text):
            is_forum = bodies_found[0].kind is bodies.BodyKind.FORUM
            kind = MentionKind.FORUM if is_forum else MentionKind.BODY
            return kind, *_one([(one.name, one.state) for one in bodies_found], text)
        if bodies.office(text) is not None and text[:1].isupper():
            return MentionKind.BODY, text, ""
        if found_places := places.place_named(text):
            return MentionKind.PLACE, *_one([(one.name, one.state) for one in found_places], text)
        return None

    def _adjective(self, text: str) -> str:
        """The state (ISO code) a word such as "Russian" belongs to, empty where it is none."""
        found = states.adjective(text)
        return found[0].iso2 if found else ""

    def _state_of(self, text: str) -> str:
        """The state a name or an adjective stands for."""
        found = states.state_named(text)
        return found[0].iso2 if found else self.adjective(text)

    def state_name(self, iso2: str) -> str:
        """The short name of a state by its code."""
        found = states.state(iso2)
        return found.name if found else iso2

    def _head_kind(self, text: str) -> MentionKind | None:
        """What a capitalised word makes of the name it heads: "Ministry", "Summit"."""
        if text in bodies.instrument_words():
            return MentionKind.INSTRUMENT
        if text in bodies.forum_words():
            return MentionKind.FORUM
        if text in bodies.head_words():
            return MentionKind.BODY
        if text[:1].isupper() and self.serves(text.lower(), "state_heads"):
            return MentionKind.STATE
        if text[:1].isupper() and text.lower() in self.lexicon.people["outlets"]:
            return MentionKind.BODY
        is_place = text[:1].isupper() and text.lower() in self.lexicon.people["places"]
        return MentionKind.PLACE if is_place else None

    def is_listed_noun(self, text: str) -> bool:
        """Whether the word is a listed noun for people, bodies, places, forums or instruments."""
        return text in self._listed

    def is_office(self, text: str) -> bool:
        """Whether the word names an office."""
        return text.lower() in self.lexicon.people["offices"]

    def is_honorific(self, text: str) -> bool:
        """Whether the word is put before a name only."""
        return text.lower() in self.lexicon.people["honorifics"]

    def _is_title(self, text: str) -> bool:
        """Whether the word can stand before a name: an office, an honorific, an occupation."""
        people = self.lexicon.people
        titles = people["offices"] | people["honorifics"] | people["occupations"]
        return text.lower() in titles or text.lower().removesuffix("s") in people["offices"]

    def _is_given(self, text: str) -> bool:
        """Whether it is a given name that is no common word besides."""
        return person_names.is_given_name(text) and not person_names.other_meaning(text)

    def is_closed(self, text: str) -> bool:
        """Whether the word is one of the small words that shape a sentence."""
        return text.lower() in self._closed

    def _is_common(self, text: str) -> bool:
        """Whether the word, in small letters, is an ordinary word of the language."""
        lower = text.lower()
        lexicon = self.lexicon
        return (
            lower in self._small
            or lower in lexicon.forms
            or lower in self._listed
            or self._looks_common(lower)
        )

    def _looks_common(self, lower: str) -> bool:
        endings = tuple(self.lexicon.constructions["common_endings"])
        return len(lower) >= _SHORTEST_BY_ENDING and lower.endswith(endings)


def _one(found: list[tuple[str, str]], text: str) -> tuple[str, str]:
    """The one full name and state, or the words as they stand where several share them."""
    return found[0] if len(found) == 1 else (text, "")
