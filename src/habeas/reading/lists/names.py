"""Names in the cells of a column: in which order their parts stand, and which part is which.

The order is decided for a column as a whole, by its heading and by the names in it whose parts are
known, since a list keeps to one order and one cell seldom proves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from habeas.reading.lists.cell_text import Piece
from habeas.reference.person_names import is_given_name, looks_like_surname

_TOKEN = re.compile(r"[^\W\d_]+(?:['’ʼ`-][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"[^\W\d_]\.|[^\W\d_]{1,2}\.-?[^\W\d_]?\.?")
# Ends of names made of a father's name. Source: Ukrainian, Russian and Belarusian grammar of
# patronymics, in both scripts, and the words that do the same in Crimean Tatar and Azerbaijani.
_PATRONYMIC = re.compile(
    r".{2,}(?:ович|евич|євич|йович|івна|ївна|овна|евна|ївна|ична|инична|оўна|еўна|авіч|евіч|"
    r"ov[iy]ch|ev[iy]ch|yov[iy]ch|ivna|yivna|[oe]vna|ichna|ovyč)$",
    re.IGNORECASE,
)
_SON_OF = frozenset(
    {"оглу", "огли", "оглы", "кизи", "кызы", "oglu", "ogly", "oglı", "kyzy", "qizi"}
)
_WITH_FATHER = 3  # words of a name in full
_MOST_TOKENS = 6
_MARGIN = 2  # so many times more names must speak for an order than against it
_SPOKEN_FOR = 5  # a heading counts as much as so many names


class Order(StrEnum):
    """Which part of a name stands first."""

    FAMILY_FIRST = "family_first"
    GIVEN_FIRST = "given_first"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a name, as far as they can be told."""

    family: str = ""
    given: str = ""
    patronymic: str = ""

    @property
    def usual(self) -> str:
        """Given name first, family name last, as other readers write them."""
        return " ".join(filter(None, (self.given, self.patronymic, self.family)))


@dataclass(frozen=True, slots=True)
class Evidence:
    """The order of a column, with how many names speak for each."""

    order: Order
    family_first: int
    given_first: int
    is_by_heading: bool = False


def is_name(text: str) -> bool:
    """Whether words can be the name of one person: letters, a capital, not too many.

    >>> is_name("Verba Hanna"), is_name("див. примітку 5"), is_name("всі інші")
    (True, False, False)
    """
    tokens = _TOKEN.findall(text)
    left = _TOKEN.sub("", text).strip(" ,.'’-")
    return (
        0 < len(tokens) <= _MOST_TOKENS
        and not left
        and all(
            token[0].isupper() or token.casefold() in _SON_OF or _is_small(token)
            for token in tokens
        )
        and any(token[0].isupper() and len(token.rstrip(".")) > 1 for token in tokens)
    )


def order_of(names: Iterable[str], heading: Order) -> Evidence:
    """The order in which a column of names is written; unknown where the names do not decide it."""
    votes = [order_in(name) for name in names]
    family, given = votes.count(Order.FAMILY_FIRST), votes.count(Order.GIVEN_FIRST)
    more_family = family + _SPOKEN_FOR * (heading is Order.FAMILY_FIRST)
    more_given = given + _SPOKEN_FOR * (heading is Order.GIVEN_FIRST)
    order = Order.UNKNOWN
    if more_family and more_family >= _MARGIN * more_given:
        order = Order.FAMILY_FIRST
    elif more_given and more_given >= _MARGIN * more_family:
        order = Order.GIVEN_FIRST
    return Evidence(order, family, given, is_by_heading=not (family or given))


@lru_cache(maxsize=20_000)
def order_in(name: str) -> Order:
    """What one name says of its order, by a father's name, initials, a comma, or known names."""
    first, _, rest = name.partition(",")
    if rest.strip() and len(_TOKEN.findall(first)) == 1:
        return Order.FAMILY_FIRST
    tokens = _TOKEN.findall(name)
    if len(tokens) < 2:  # noqa: PLR2004  # one word has no order
        return Order.UNKNOWN
    if (at := _patronymic_at(tokens)) >= 1:
        return Order.FAMILY_FIRST if at > 1 else Order.GIVEN_FIRST
    is_initial = [_INITIAL.fullmatch(token) is not None for token in tokens]
    if is_initial[-1] != is_initial[0]:
        return Order.FAMILY_FIRST if is_initial[-1] else Order.GIVEN_FIRST
    return _by_known_names(tokens[0], tokens[-1])


def _by_known_names(first: str, last: str) -> Order:
    given = is_given_name(first), is_given_name(last)
    if given[0] != given[1]:
        return Order.GIVEN_FIRST if given[0] else Order.FAMILY_FIRST
    family = looks_like_surname(first), looks_like_surname(last)
    if not any(given) and family[0] != family[1]:
        return Order.FAMILY_FIRST if family[0] else Order.GIVEN_FIRST
    capitals = first.isupper(), last.isupper()
    if capitals[0] != capitals[1]:
        return Order.FAMILY_FIRST if capitals[0] else Order.GIVEN_FIRST
    return Order.UNKNOWN


def parts_of(name: str, order: Order) -> Parts:
    """The parts of a name in a column of that order; none of them where the order is unknown.

    >>> parts_of("Verba Hanna Ivanivna", Order.FAMILY_FIRST).usual
    'Hanna Ivanivna Verba'
    """
    tokens = _TOKEN.findall(name)
    own = order_in(name)
    # A father's name behind the given one settles what the column only makes likely.
    if own is not Order.UNKNOWN and _patronymic_at(tokens) >= 1:
        order = own
    if len(tokens) < 2 or order is Order.UNKNOWN:  # noqa: PLR2004
        return Parts()
    family, rest = (
        (tokens[0], tokens[1:]) if order is Order.FAMILY_FIRST else (tokens[-1], tokens[:-1])
    )
    at = next((at for at in range(1, len(rest)) if _is_patronymic(rest, at)), -1)
    if at < 1 and rest and _is_second_initial(rest):
        at = 1
    if at < 1:
        return Parts(family=family, given=" ".join(rest))
    return Parts(family=family, given=" ".join(rest[:at]), patronymic=" ".join(rest[at:]))


def persons_in(piece: Piece) -> Iterator[Piece]:
    """The names in a cell: several only where a sign parts them that stands in no name."""
    at = 0
    for sign in [*re.finditer(r"\s*[;\n|]\s*", piece.text), None]:
        end = sign.start() if sign else len(piece.text)
        words = piece.text[at:end].strip()
        if words:
            yield Piece(words, piece.start + piece.text.index(words, at))
        at = sign.end() if sign else end


def _patronymic_at(tokens: list[str]) -> int:
    """Which of three or more words is a father's name; -1 for none. The last: surnames end so."""
    if len(tokens) < _WITH_FATHER:
        return -1
    return next((at for at in range(len(tokens) - 1, 0, -1) if _is_patronymic(tokens, at)), -1)


def _is_patronymic(tokens: list[str], at: int) -> bool:
    """Whether a father's name begins here; `Resul oglu` is two words."""
    following = tokens[at + 1].casefold() if at + 1 < len(tokens) else ""
    return following in _SON_OF or _PATRONYMIC.fullmatch(tokens[at]) is not None


def _is_second_initial(rest: list[str]) -> bool:
    return len(rest) > 1 and all(_INITIAL.fullmatch(one) for one in rest)


def _is_small(token: str) -> bool:
    return token in {"de", "da", "van", "von", "al", "el", "ul", "bin", "ibn", "та", "і", "и"}
