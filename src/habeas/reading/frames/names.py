"""Names in a sentence: persons, states, bodies, places, forums and instruments.

A document is gone through twice: first full names are collected, then a surname standing alone is
read as the one full name it can be. A surname that two people share stays unresolved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from habeas.model.mention import MentionKind
from habeas.text.tokens import Token


@dataclass(slots=True)
class Name:
    """A name: token range, kind, the full form it stands for, and the state it belongs to.

    `state` is an ISO code. `is_role` marks an office standing for whoever holds it ("the Foreign
    Minister of Velmora").
    """

    first: int
    last: int
    kind: MentionKind
    text: str
    full: str = ""
    state: str = ""
    is_role: bool = False


@dataclass(slots=True)
class People:
    """The persons named in full in one document by surname, and the names its text explains.

    `endings` make adjectives of the names of states, for states that no list holds.
    """

    endings: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()  # that a surname may stand without: "al-Tarani", "Tarani"
    full: dict[str, list[str]] = field(default_factory=dict)
    kinds: dict[str, MentionKind] = field(default_factory=dict)
    sexes: dict[str, str] = field(default_factory=dict)  # male or female, by full name, as told
    lands: set[str] = field(default_factory=set)  # names of one word for states and places
    openings: Counter[str] = field(default_factory=Counter)  # capitals that begin sentences
    by_given: dict[str, dict[str, None]] = field(default_factory=dict)
    spellings: dict[str, frozenset[str]] = field(default_factory=dict)  # of given names, by name
    seen: set[str] = field(default_factory=set)  # names of several words, where no sentence begins
    pointed: dict[str, MentionKind] = field(
        default_factory=dict
    )  # what somebody else says of names

    def add(self, name: str, spellings: frozenset[str] = frozenset()) -> None:
        """Notes a full name under its surname; a longer form replaces a shorter one.

        `spellings` are other ways to write its given name; with one of them it is nobody new.
        """
        known = self.full.setdefault(self.key(name.rsplit(maxsplit=1)[-1]), [])
        self.spellings[name] = spellings
        if any(self._is_part(name, o) or _is_short_for(name, o, spellings) for o in known):
            return
        left = [
            o
            for o in known
            if not self._is_part(o, name) and not _is_short_for(o, name, frozenset())
        ]
        known[:] = [*left, name]
        if " " in name:
            self.by_given.setdefault(name.split(maxsplit=1)[0], {})[name] = None

    def _is_part(self, short: str, full: str) -> bool:
        """Whether a name is the other one with words left out, and begins as it does.

        What begins with another given name is another's: "X Ali Abdu, daughter of Ali Abdu".
        """
        is_begun = full.startswith(short.split(maxsplit=1)[0])
        return short in full and (is_begun or not self.spellings.get(short))

    def adjective(self, word: str) -> str:
        """The state or place of this document that a word belongs to ("Velmoran"), or nothing."""
        for ending in self.endings:
            if word.endswith(ending):
                stem = word.removesuffix(ending)
                found = (name for name in (stem, f"{stem}a", f"{stem}ia") if name in self.lands)
                if name := next(found, ""):
                    return name
        return ""

    def note_sex(self, name: str, sex: str) -> None:
        """Keeps what a pronoun or a word such as "wife" tells of a person; the first one counts."""
        self.sexes.setdefault(name, sex)

    def key(self, surname: str) -> str:
        """The form a surname is kept under: in small letters, without an article joined to it."""
        lower = surname.lower()
        bare = next((lower.removeprefix(a) for a in self.articles if lower.startswith(a)), lower)
        return bare or lower

    def is_surname(self, word: str) -> bool:
        """Whether persons with that surname are named in full, one or several."""
        return self.key(word) in self.full

    def resolve(self, surname: str) -> str:
        """The one full name with that surname; empty where there is none or more than one."""
        known = self.full.get(self.key(surname), [])
        return known[0] if len(known) == 1 else ""

    def whole(self, name: str) -> str:
        """The full name that a name of several words is a shorter form of, else the name itself."""
        full = self.resolve(name.rsplit(maxsplit=1)[-1])
        is_short = self._is_part(name, full) or _is_short_for(
            name, full, self.spellings.get(name, frozenset())
        )
        return full if full and is_short else name

    def resolve_given(self, given: str) -> str:
        """The one full name that begins with that given name; empty where it is not one."""
        found = [
            name
            for name in self.by_given.get(given, ())
            if name in self.full.get(self.key(name.rsplit(maxsplit=1)[-1]), ())
        ]
        return found[0] if len(found) == 1 else ""


def text_of(tokens: Sequence[Token], first: int, last: int) -> str:
    """Tokens as words with single spaces; initials and marks as they stand."""
    text = " ".join([token.text for token in tokens[first:last]])
    return text.replace(" . ", ". ").replace(" 's", "'s")


def _is_short_for(short: str, full: str, spellings: frozenset[str]) -> bool:
    """Whether a name with an initial, or with its given name spelt otherwise, is this one."""
    given, _, surname = short.partition(" ")
    other, _, last = full.partition(" ")
    if not (surname and last) or surname.split()[-1].lower() != last.split()[-1].lower():
        return False
    is_initial = given.endswith(".") and other.startswith(given[:-1])
    return is_initial or (surname == last and other in spellings)
