"""A name taken apart: given name, patronymic, surname, initials, and what is none of them.

Order is not trusted: a comma, capitals, patronymics and known given names decide; where nothing
does, the first word is taken for the given name and the name is marked as unsure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from habeas.reference.name_parts import is_particle, is_title, is_unknown, sex_of_child
from habeas.resolution.names.cases import nominatives
from habeas.resolution.names.words import Word, word
from habeas.text.normalise import fold, key

_CACHE = 1 << 16
_NICKNAME = re.compile(r"""\(([^()]*)\)|"([^"]*)"|\[([^\[\]]*)\]""")
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?|,")
# Words with one space between: what nearly all names are, read without looking for more.
_PLAIN = re.compile(r"[^\W\d_]+\.?(?: [^\W\d_]+\.?)*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_LONGEST_INITIAL = 3  # letters before a dot: "Дж.", "Yu.", "Dzh."
_THREE = 3
_COMMA = ","


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name in its parts. `text` is the form as written, kept and shown.

    `nominative` is what it was read as where it stands in another case ("Олегом Мельником"); the
    parts are those of the nominative. `sex` is what the parts tell, empty where they tell nothing
    or contradict one another. `is_unsure`: nothing decided which part is which. `is_unknown`: the
    entry says that nobody knows the name, or holds no word. `is_readable`: sounds are known for
    every word.
    """

    text: str
    surname: tuple[Word, ...] = ()
    given: tuple[Word, ...] = ()
    patronymic: tuple[Word, ...] = ()
    initials: tuple[Word, ...] = ()
    nicknames: tuple[str, ...] = ()
    nominative: str = ""
    sex: str = ""
    is_unsure: bool = False
    is_unknown: bool = False
    is_readable: bool = True

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
    nicknames: tuple[str, ...]
    if _PLAIN.fullmatch(text):
        nicknames, parts, said = (), text.split(" "), text.casefold()
    else:
        plain = fold(_UNSEEN.sub("", text))
        nicknames = tuple(next(filter(None, found), "") for found in _NICKNAME.findall(plain))
        parts, said = _parts(_NICKNAME.sub(" ", plain)), key(plain)
    if is_unknown(said.strip(" .").replace(".", "")):
        return PersonName(text, is_unknown=True, is_readable=False)
    tokens, comma, father, child = _tokens(parts)
    nominative = ""
    if father is None and _may_be_declined(tokens):
        tokens, nominative = _in_nominative(tokens)
    if not tokens:
        return PersonName(text, nicknames=nicknames, is_unknown=True, is_readable=False)
    initials = tuple(one for one in tokens if one.is_initial)
    full = [one for at, one in enumerate(tokens) if not one.is_initial and at != father]
    surname, given, patronymic, is_unsure = _roles(full, comma, has_initials=bool(initials))
    if father is not None and not patronymic:
        patronymic = [tokens[father]]
    return PersonName(
        text,
        surname=tuple(surname),
        given=tuple(given),
        patronymic=tuple(patronymic),
        initials=initials,
        nicknames=tuple(filter(None, nicknames)),
        nominative=nominative,
        sex=_sex(surname, given, patronymic, child),
        is_unsure=is_unsure,
        is_readable=all(one.sounds for one in (*full, *initials)),
    )


Roles = tuple[list[Word], list[Word], list[Word], bool]


def _parts(plain: str) -> list[str]:
    return _TOKEN.findall(_INITIALS.sub(lambda found: found[0].replace(".", ". "), plain))


def _tokens(parts: list[str]) -> tuple[list[Word], int | None, int | None, set[str]]:
    """The words, titles left out; how many stand before a comma; which one is a father's name.

    Last, the sexes told by words for somebody's child ("oglu").
    """
    found: list[Word] = []
    comma = father = None
    children: set[str] = set()
    for part in parts:
        if part == _COMMA:
            comma = len(found) if comma is None and found else comma
            continue
        child, is_left_out, read = _token(part)
        if child:
            children.add(child)
        if child and found:
            father = len(found) - 1
        elif not is_left_out:
            found.append(read)
    if comma is not None and comma >= len(found):
        comma = None
    return found, comma, father, children


def _may_be_declined(tokens: list[Word]) -> bool:
    """Whether a given name stands in another case than the first, or none is known."""
    if any(one.is_declined for one in tokens):
        return True
    return len(tokens) > 1 and not any(one.names or one.is_initial for one in tokens)


def _in_nominative(tokens: list[Word]) -> tuple[list[Word], str]:
    """The words in the nominative and as one text; as they are where they can stand in it."""
    put = nominatives(tuple([one.text for one in tokens]))
    if put is None:
        return tokens, ""
    return [word(one) for one in put], " ".join(put)


@lru_cache(_CACHE)
def _token(part: str) -> tuple[str, bool, Word]:
    """The sex of a child the word tells, whether it is a title, and the word."""
    bare = part.rstrip(".").casefold()
    read = word(part if len(bare) <= _LONGEST_INITIAL else part.rstrip("."))
    return sex_of_child(bare), is_title(bare), read


def _roles(full: list[Word], comma: int | None, *, has_initials: bool) -> Roles:
    if comma is not None and 0 < comma < len(full):
        given, patronymic = _given_and_patronymic(full[comma:])
        return full[:comma], given, patronymic, False
    if len(full) <= 1 or (has_initials and not any(one.names for one in full)):
        return full, [], [], False
    if (at := _patronymic_at(full)) is not None:
        given = [full[at - 1]]
        rest = [one for number, one in enumerate(full) if number not in (at, at - 1)]
        return rest, given, [full[at]], False
    if (shouted := _in_capitals(full)) is not None:
        rest = [one for one in full if one not in shouted]
        given, patronymic = _given_and_patronymic(rest)
        return shouted, given, patronymic, False
    return _by_given_name(full)


def _given_and_patronymic(rest: list[Word]) -> tuple[list[Word], list[Word]]:
    if len(rest) > 1 and rest[-1].patronymic:
        return rest[:-1], rest[-1:]
    return rest, []


def _patronymic_at(full: list[Word]) -> int | None:
    """Where the patronymic stands: behind a given name if it can be seen, never first."""
    if len(full) < _THREE:
        return None
    found = [at for at in range(1, len(full)) if full[at].patronymic]
    behind = [at for at in found if full[at - 1].names]
    return next(iter(behind or found), None)


def _in_capitals(full: list[Word]) -> list[Word] | None:
    """Words in capitals beside words that are not: the surname, as passports write it."""
    loud = [one for one in full if len(one.text) > 1 and one.text.isupper()]
    return loud if loud and len(loud) < len(full) else None


def _by_given_name(full: list[Word]) -> Roles:
    known = [at for at, one in enumerate(full) if one.names and not is_particle(one.plain)]
    if not known:
        return full[1:], full[:1], [], True
    at = known[0]
    if len(known) > 1 and known == list(range(len(full))):
        return [full[-1]], full[:-1], [], True
    return [one for number, one in enumerate(full) if number != at], [full[at]], [], False


def _sex(surname: list[Word], given: list[Word], patronymic: list[Word], children: set[str]) -> str:
    told = {one.patronymic for one in patronymic} | children
    if len(told) == 1:
        return told.pop()
    of_given = next((one.sexes for one in given if one.names), None)
    if of_given and len(of_given) == 1:
        return next(iter(of_given))
    of_surname = {one.surname for one in surname if one.surname}
    return of_surname.pop() if len(of_surname) == 1 and not of_given else ""
