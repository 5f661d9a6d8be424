"""Hypothesis strategies for every type of the model, for the tests of every room.

Text is any text that can be written as UTF-8, with the characters that break formats thrown in
often. Claims of one kind: `claims_of(EventClaim)`; of any kind: `claims()`; any other record:
`records(Document)`. A type with rules of its own has its strategy in `BY_TYPE`.
"""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

from hypothesis import strategies as st

from habeas.model.action import Action
from habeas.model.actor import Actor
from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
    Reading,
)
from habeas.model.consent import Consent, Handling
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.duration import Duration
from habeas.model.egress import Permission, Sending
from habeas.model.entry import Draft, Entry, Head
from habeas.model.finding import Finding
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.person import Person
from habeas.model.place import Place
from habeas.model.problem import Problem
from habeas.model.quantity import Qualifier, Quantity
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition
from habeas.model.source import Source

CLAIM_TYPES: tuple[type[AnyClaim], ...] = (
    EventClaim,
    FigureClaim,
    AttributeClaim,
    ActionClaim,
    CharacterisationClaim,
    LeverageClaim,
)
RECORD_TYPES: tuple[type, ...] = (
    Action,
    Actor,
    Consent,
    Decision,
    Document,
    Draft,
    Entry,
    Finding,
    Handling,
    Head,
    Permission,
    Person,
    Place,
    Problem,
    Rendition,
    Sending,
    Source,
)

# Quotation marks, escapes, every sort of line end, marks that turn the direction, an emoji.
_AWKWARD = '"\\/@=(){}#-: \t\n\r\v\f\x00\x1c\x7f\x85\u2028\u2029\u202e\u2066\ufeff№ї’שלום🙂\u0301'
_ANY_LETTER = st.characters(codec="utf-8")


def texts(*, min_size: int = 0, max_size: int = 12) -> st.SearchStrategy[str]:
    """Any text that can be UTF-8, awkward characters often."""
    letters = st.one_of(st.sampled_from("aZ яЇ09"), st.sampled_from(_AWKWARD), _ANY_LETTER)
    return st.text(letters, min_size=min_size, max_size=max_size)


def words() -> st.SearchStrategy[str]:
    """Text with something in it besides space."""
    return texts(min_size=1).filter(lambda text: bool(text.strip()))


def spans(most: int = 10_000) -> st.SearchStrategy[Span]:
    ends = st.integers(0, most)
    return st.tuples(ends, ends).map(lambda pair: Span(min(pair), max(pair)))


@st.composite
def single_dates(draw: st.DrawFn) -> str:
    """One date in EDTF, of every form there is, in the years of our reports."""
    day = draw(st.dates(date(1900, 1, 1), date(2100, 12, 28)))
    year, month = f"{day.year:04}", f"{day.month:02}"
    grouping = draw(st.integers(21, 41))
    bare = draw(
        st.sampled_from(
            [
                day.isoformat(), f"{year}-{month}", year, f"{year[:3]}X", f"{year[:2]}XX",
                f"{year}-XX", f"{year}-XX-XX", f"{year}-{month}-XX", f"{year}-{month}-1X",
                f"{year}-XX-{min(day.day, 28):02}", f"{year[:3]}X-{month}", f"{year}-{grouping}",
                f"XXXX-{month}", f"XXXX-{day.isoformat()[5:]}",
            ]
        )
    )  # fmt: skip
    if bare == day.isoformat() and draw(st.booleans()):
        zone = draw(st.sampled_from(["", "Z", "+02:00", "-05", "+14:00"]))
        return f"{bare}T{draw(st.times()):%H:%M}{zone}"
    return bare + draw(st.sampled_from(["", "", "~", "?", "%"]))


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Dates of every form, intervals too."""
    one = PartialDate(draw(single_dates()))
    if one.earliest is None or draw(st.integers(0, 3)):
        return one
    two = PartialDate(draw(single_dates()))
    if two.earliest is None or two.latest is None or two.latest < one.earliest:
        ends = [(one.text, ".."), ("..", one.text), (one.text, ""), ("", one.text)]
        start, end = draw(st.sampled_from(ends))
        return PartialDate(f"{start}/{end}")
    return PartialDate(f"{one.text}/{two.text}")


def durations() -> st.SearchStrategy[Duration]:
    written = ["P8Y", "P3Y6M", "P15D", "P1Y2M3W4DT5H6M", "PT12H", "P0D", "PT30M", "P2W"]
    return st.sampled_from(written).map(Duration)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(st.integers(0, 20_000)), draw(st.integers(0, 20_000))))
    bounds = draw(st.sampled_from([(low, high), (low, low), (low, None), (None, high)]))
    qualifier = draw(st.sampled_from(Qualifier))
    return Quantity(low=bounds[0], high=bounds[1], qualifier=qualifier, words=draw(texts()))


@st.composite
def mentions(draw: st.DrawFn) -> Mention:
    return Mention(
        text=draw(words()),
        kind=draw(st.sampled_from(MentionKind)),
        span=draw(st.none() | spans()),
        name=draw(texts()),
    )


def documents_named() -> st.SearchStrategy[str]:
    """What a quote calls its document: mostly a hash, now and then anything."""
    hashes = st.text("0123456789abcdef", min_size=64, max_size=64)
    return st.one_of(st.sampled_from(["ab" * 32, "abab" + "cd" * 30]), hashes, texts())


def quotes() -> st.SearchStrategy[Quote]:
    return st.builds(Quote, documents_named(), spans(), words())


def permissions() -> st.SearchStrategy[Permission]:
    times = st.datetimes(timezones=st.just(UTC))
    return st.builds(
        Permission, endpoint=words(), is_allowed=st.booleans(), by=texts(), reason=words(), at=times
    )


def readings() -> st.SearchStrategy[Reading]:
    chances = st.none() | st.floats(0, 1)
    return st.builds(Reading, texts(), texts(), texts(), chances)


def decisions() -> st.SearchStrategy[Decision]:
    about = st.lists(texts(), min_size=1, max_size=3).map(tuple)
    return st.builds(
        Decision,
        choice=st.sampled_from(Choice),
        about=about,
        reason=words(),
        by=texts(),
        seen=texts(),
        supersedes=texts(),
    )


Hint: TypeAlias = Any  # an annotation: a class, a union, a generic; no type covers them all

# Types whose values keep rules that their annotations do not tell.
BY_TYPE: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
    str: texts,
    bool: st.booleans,
    int: lambda: st.integers(-(2**40), 2**40),
    datetime: lambda: st.datetimes(timezones=st.just(UTC)),
    PartialDate: partial_dates,
    Duration: durations,
    Quantity: quantities,
    Mention: mentions,
    Quote: quotes,
    Span: spans,
    Reading: readings,
    Decision: decisions,
    Permission: permissions,
}


def values_of(hint: Hint) -> st.SearchStrategy[Any]:
    """Values that fit one annotation."""
    origin: Hint = typing.get_origin(hint)
    within = typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return st.one_of([values_of(one) for one in within])
    if origin is not None:
        return _collections(origin, within)
    if hint is types.NoneType:
        return st.none()
    if hint in BY_TYPE or not issubclass(hint, StrEnum):
        return records(hint)
    return st.sampled_from(hint)


def _collections(origin: Hint, within: tuple[Hint, ...]) -> st.SearchStrategy[Any]:
    if origin is frozenset:
        return st.frozensets(values_of(within[0]), max_size=3)
    if within[-1] is Ellipsis:
        return st.lists(values_of(within[0]), max_size=3).map(tuple)
    return st.tuples(*(values_of(one) for one in within))


@cache
def records(kind: Hint) -> st.SearchStrategy[Any]:
    """Records of one type: slots with a default are left at it half of the time."""
    if kind in BY_TYPE:
        return BY_TYPE[kind]()
    hints = typing.get_type_hints(kind)
    return st.builds(kind, **{slot.name: _slot(slot, hints[slot.name]) for slot in fields(kind)})


def _slot(slot: Field[Any], hint: Hint) -> st.SearchStrategy[Any]:
    values = values_of(hint)
    return values if slot.default is MISSING else st.just(slot.default) | values


def claims_of(kind: Hint) -> st.SearchStrategy[AnyClaim]:
    """Claims of one kind, named by its class."""
    return records(kind)


def claims() -> st.SearchStrategy[AnyClaim]:
    """Claims of every kind."""
    return st.one_of([claims_of(kind) for kind in CLAIM_TYPES])


def documents() -> st.SearchStrategy[Document]:
    return records(Document)


def entries() -> st.SearchStrategy[Entry]:
    """Single entries; they form no chain."""
    return records(Entry)


def any_record() -> st.SearchStrategy[Any]:
    """Records of every type but claims."""
    return st.one_of([records(kind) for kind in RECORD_TYPES])
