"""A name taken apart: given name, patronymic, surname, initials, and what is none of them.

Order is not trusted: where nothing decides, the first word is taken for the given name and the name
is marked as unsure. What stands beside the name is kept apart, and the form as written is kept.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from habeas.reference.name_parts import generation, is_title, is_unknown, sex_of_child
from habeas.resolution.names.asides import Asides, apart, may_have_asides
from habeas.resolution.names.cases import nominatives
from habeas.resolution.names.roles import Roles, roles
from habeas.resolution.names.words import Word, word
from habeas.text.normalise import fold

_CACHE = 1 << 16
_TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*\.?|,")
# Words with one space between: what nearly all names are, read without looking for more.
_PLAIN = re.compile(r"[^\W\d_]+\.?(?: [^\W\d_]+\.?)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\u0640\u064b-\u0655\u0670\ufeff]"
)
_OUTER_DIGITS = re.compile(r"^[\d-]+|[\d-]+(?=\.?$)")
_DIGIT = re.compile(r"\d")
_LONGEST_INITIAL = 3  # letters before a dot: "Дж.", "Yu.", "Dzh."
_TWO = 2
_COMMA = ","


@dataclass(frozen=True, slots=True)
class Beside:
    """What few names have: what stood beside their words, and the case they stood in.

    `nominative` is what the name was read as where it stands in another case ("Олегом Мельником").
    `generation` is "junior" and the like. `former` are surnames once borne, `religious` names taken
    with vows, `worldly` names borne before them.
    """

    nominative: str = ""
    titles: tuple[str, ...] = ()
    generation: str = ""
    nicknames: tuple[str, ...] = ()
    former: tuple[Word, ...] = ()
    religious: tuple[str, ...] = ()
    worldly: tuple[str, ...] = ()


_NOTHING = Beside()


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name in its parts, those of its nominative. `text` is the form as written.

    `sex` is what the parts tell, empty where they tell nothing or contradict one another.
    `is_unsure`: nothing decided which part is which. `is_unknown`: the entry says that nobody knows
    the name, or holds no word. `is_readable`: sounds are known for every word.
    """

    text: str
    surname: tuple[Word, ...] = ()
    given: tuple[Word, ...] = ()
    patronymic: tuple[Word, ...] = ()
    initials: tuple[Word, ...] = ()
    sex: str = ""
    is_unsure: bool = False
    is_unknown: bool = False
    is_readable: bool = True
    beside: Beside = _NOTHING

    @property
    def words(self) -> tuple[Word, ...]:
        """All words but initials."""
        return (*self.surname, *self.given, *self.patronymic)


@lru_cache(_CACHE)
def parse(text: str) -> PersonName:
    """Takes a name apart; anything is answered, nothing raises.

    >>> name = parse("Мельник Іван Петрович")
    >>> name.surname[0].text, name.given[0].text, name.patronymic[0].text, name.sex
    ('Мельник', 'Іван', 'Петрович', 'male')
    """
    if _PLAIN.fullmatch(text):
        parts = text.split(" ")
        if not may_have_asides(text.casefold().split(" ")):
            return _parsed(text, text, parts)
    plain = fold(_UNSEEN.sub("", text))
    beside = apart(plain)
    name = _parsed(text, plain, _parts(beside.rest))
    return name if beside.rest == plain else _with(name, beside)


def variants(name: PersonName) -> tuple[PersonName, ...]:
    """The name, and the names that stood beside it: with a former surname, in religion, before."""
    beside = name.beside
    if beside is _NOTHING:
        return (name,)
    found = [replace(name, surname=(one,)) for one in beside.former if name.given or name.initials]
    others = [parse(one) for one in (*beside.worldly, *beside.religious)]
    return (name, *found, *(one for one in others if not one.is_unknown))


def _parsed(text: str, plain: str, parts: Sequence[str]) -> PersonName:
    found = _read(parts)
    tokens, nominative = found.words, ""
    known = _known(tokens)
    if not known.is_named and (not tokens or _is_unknown(plain)):
        beside = Beside(titles=found.titles) if found.titles else _NOTHING
        return PersonName(text, is_unknown=True, is_readable=False, beside=beside)
    if found.father is None and known.may_be_declined:
        tokens, nominative = _in_nominative(tokens)
    name = _whole(text, tokens, found, known)
    if not (nominative or found.titles or found.generation):
        return name
    return replace(name, beside=Beside(nominative, found.titles, found.generation))


def _is_unknown(plain: str) -> bool:
    """Whether the entry says that nobody knows the name, with or without dots."""
    said = " ".join(plain.casefold().split())
    return is_unknown(said) or is_unknown(said.replace(".", "").strip())


def _whole(text: str, tokens: list[Word], found: _Read, known: _Known) -> PersonName:
    father, full = found.father, tokens
    initials: tuple[Word, ...] = ()
    if father is not None or known.has_initials:
        initials = tuple(one for one in tokens if one.is_initial)
        full = [one for at, one in enumerate(tokens) if not one.is_initial and at != father]
    told = roles(full, found.comma, has_initials=bool(initials))
    if father is not None and not told.patronymic:
        told = told._replace(patronymic=[tokens[father]])
    if found.titles and not told.given and len(full) == 1 and full[0].names:
        told = Roles([], full, [])  # "отець Петро", "Sister Olena"
    return PersonName(
        text,
        tuple(told.surname),
        tuple(told.given),
        tuple(told.patronymic),
        initials,
        _sex(told, found.children),
        told.is_unsure,
        is_readable=known.is_readable,
    )


def _with(name: PersonName, beside: Asides) -> PersonName:
    former = [word(one) for said in beside.former for one in _parts(said) if one != _COMMA]
    found = replace(
        name.beside,
        nicknames=beside.nicknames,
        former=tuple(former[-1:]),
        religious=beside.religious,
        worldly=beside.worldly,
    )
    return replace(name, beside=found)


class _Read(NamedTuple):
    """The words, titles left out; how many stand before a comma; which one is a father's name.

    `children` are the sexes told by words for somebody's child ("oglu").
    """

    words: list[Word]
    comma: int | None
    father: int | None
    children: frozenset[str]
    titles: tuple[str, ...]
    generation: str


def _parts(plain: str) -> list[str]:
    return _TOKEN.findall(_INITIALS.sub(lambda found: found[0].replace(".", ". "), plain))


def _read(parts: Sequence[str]) -> _Read:
    found: list[Word] = []
    titles: list[str] = []
    comma = father = None
    children: set[str] = set()
    of = ""
    for at, part in enumerate(parts):
        if part == _COMMA:
            comma = len(found) if comma is None and found else comma
            continue
        kind, value, read = _token(part)
        if not kind:
            found.append(read)
        elif kind == _CHILD and found:
            children.add(value)
            father = len(found) - 1
        elif kind == _TITLE and not _may_be_a_name(parts, at):
            titles.append(part)
        elif kind == _GENERATION and len(found) >= _TWO and at == len(parts) - 1:
            of = value
        elif kind != _NUMBER:
            found.append(read)
    if comma is not None and comma >= len(found):
        comma = None
    return _Read(found, comma, father, frozenset(children), tuple(titles), of)


def _may_be_a_name(parts: Sequence[str], at: int) -> bool:
    """Whether a title is the last word, or the only one before a comma: "Maurice Bishop"."""
    if not parts[at][:1].isupper() or parts[at].endswith("."):
        return False
    if at + 1 == len(parts):
        return at > 0 and _COMMA not in parts
    return at == 0 and parts[1] == _COMMA


class _Known(NamedTuple):
    """What is known of the words together.

    `may_be_declined`: a given name stands in another case than the first, or none is known.
    """

    is_named: bool
    has_initials: bool
    is_readable: bool
    may_be_declined: bool


def _known(tokens: list[Word]) -> _Known:
    is_named = has_initials = is_declined = False
    is_readable = True
    for one in tokens:
        if one.is_initial:
            has_initials = True
        elif one.names:
            is_named = True
        if one.is_declined:
            is_declined = True
        if not one.sounds:
            is_readable = False
    is_bare = len(tokens) > 1 and not is_named and not has_initials
    return _Known(is_named, has_initials, is_readable, is_declined or is_bare)


def _in_nominative(tokens: list[Word]) -> tuple[list[Word], str]:
    """The words in the nominative and as one text; as they are where they can stand in it."""
    put = nominatives(tuple([one.text for one in tokens]))
    if put is None:
        return tokens, ""
    return [word(one) for one in put], " ".join(put)


_CHILD, _TITLE, _GENERATION, _NUMBER = "child", "title", "generation", "number"


@lru_cache(_CACHE)
def _token(part: str) -> tuple[str, str, Word]:
    """What the word is besides a word of the name, what that tells, and the word.

    Digits before and behind it are footnotes; those inside leave a word nobody can read.
    """
    if _DIGIT.search(part):
        part = _OUTER_DIGITS.sub("", part)
        if not part.strip("."):
            return _NUMBER, "", word(part)
    bare = part.rstrip(".").casefold()
    read = word(part if len(bare) <= _LONGEST_INITIAL else part.rstrip("."))
    if child := sex_of_child(bare):
        return _CHILD, child, read
    if is_title(bare):
        return _TITLE, "", read
    of = generation(bare)
    return _GENERATION if of else "", of, read


def _sex(told: Roles, children: frozenset[str]) -> str:
    if told.patronymic or children:
        sexes = {one.patronymic for one in told.patronymic} | children
        if len(sexes) == 1:
            return next(iter(sexes))
    of_given = next((one.sexes for one in told.given if one.names), None)
    if of_given:
        return next(iter(of_given)) if len(of_given) == 1 else ""
    of_surname = {one.surname for one in told.surname if one.surname}
    return of_surname.pop() if len(of_surname) == 1 else ""
