"""A word with its part of speech and with what the language uses it for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from habeas.reference.verb_forms import Form


class Pos(Enum):
    """What a word can do in a phrase."""

    __hash__ = object.__hash__  # each is one object; Enum's own way is slow, and asked all the time

    DETERMINER = auto()
    POSSESSIVE = auto()  # his, their; and the mark 's
    ADJECTIVE = auto()
    NOMINAL = auto()  # nouns, names and everything unknown
    NUMBER = auto()
    PRONOUN = auto()
    VERB = auto()
    BE = auto()
    HAVE = auto()
    DO = auto()
    MODAL = auto()
    NOT = auto()
    ADVERB = auto()
    PREPOSITION = auto()
    TO = auto()  # before a verb
    CONJUNCTION = auto()
    SUBORDINATOR = auto()
    RELATIVE = auto()
    DATE = auto()
    COMMA = auto()
    DASH = auto()
    QUOTE = auto()
    OPEN = auto()
    CLOSE = auto()
    COLON = auto()
    STOP = auto()


@dataclass(slots=True)
class Word:
    """A token with its part of speech.

    `forms` are the verb forms it can be, `form` the one it is. `uses` are the names of the word
    sets of constructions.yml that it is in. `describes` marks what can stand before a person's
    name: an office, an occupation. `name` is the index of the name it belongs to, else -1.
    """

    text: str
    lower: str
    start: int
    end: int
    pos: Pos
    forms: tuple[Form, ...] = ()
    form: Form | None = None
    name: int = -1
    is_capital: bool = False
    describes: bool = False
    uses: frozenset[str] = frozenset()

    def serves(self, use: str) -> bool:
        """Whether the language uses the word for this (a name from constructions.yml)."""
        return use in self.uses
