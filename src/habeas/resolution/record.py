"""What is known of one person, put so that two can be compared: parsed names, dates, places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim, EventClaim
from habeas.model.document import Document
from habeas.model.errors import ValueMalformed
from habeas.model.listed import Listed
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import EventKind, Modality
from habeas.resolution.names.parts import PersonName, parse, variants
from habeas.resolution.places.resolve import resolve_place
from habeas.text.normalise import key

_TAKEN = frozenset({EventKind.ARRESTED, EventKind.ABDUCTED, EventKind.DISAPPEARED})
_SAID = frozenset({Modality.ASSERTED, Modality.ALLEGED})
_ALIASES = frozenset({Attribute.OTHER_NAME})


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One person of a register or a list, for comparing; everything but `id` may be empty.

    `born` are dates of birth as given, `years` first and last year of birth that an age told on a
    date allows. `taken` are dates on which liberty was lost. `quotes` name the person: two persons
    of one quote, or of one row of a list, were told apart by whoever wrote it. `is_bare`: nothing
    is known but names.
    """

    id: str
    names: tuple[PersonName, ...] = ()
    aliases: frozenset[str] = frozenset()
    born: tuple[PartialDate, ...] = ()
    years: tuple[tuple[int, int], ...] = ()
    taken: tuple[PartialDate, ...] = ()
    places: frozenset[str] = frozenset()
    charges: frozenset[str] = frozenset()
    sentences: frozenset[str] = frozenset()
    occupations: frozenset[str] = frozenset()
    quotes: frozenset[str] = frozenset()
    is_bare: bool = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """Tells once whether anything but names is known: nearly all pairs are asked for it."""
        told = (
            self.aliases, self.born, self.years, self.taken, self.places, self.charges,
            self.sentences, self.occupations, self.quotes,
        )  # fmt: skip
        object.__setattr__(self, "is_bare", not any(told))

    @property
    def sex(self) -> str:
        """What the names tell, empty where they tell nothing or contradict one another."""
        told = {name.sex for name in self.names if name.sex}
        return told.pop() if len(told) == 1 else ""


@dataclass(slots=True)
class _Gathered:
    names: dict[str, None] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    born: dict[PartialDate, None] = field(default_factory=dict)
    years: set[tuple[int, int]] = field(default_factory=set)
    taken: dict[PartialDate, None] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    charges: set[str] = field(default_factory=set)
    sentences: set[str] = field(default_factory=set)
    occupations: set[str] = field(default_factory=set)
    quotes: set[str] = field(default_factory=set)


def record_of(
    person: str, names: Iterable[str], said: Iterable[tuple[AnyClaim, Document | None]]
) -> Record:
    """The record of a person of whom these claims speak, each with the document it stands in.

    Only what is asserted or alleged counts; a denial is no evidence of who somebody is.
    """
    gathered = _Gathered(names=dict.fromkeys(names))
    for claim, document in said:
        gathered.quotes.add(_place(claim))
        if claim.modality in _SAID:
            _gather(gathered, claim, document)
    return Record(
        id=person,
        names=tuple(one for name in gathered.names for one in variants(parse(name))),
        aliases=frozenset(gathered.aliases),
        born=tuple(gathered.born),
        years=tuple(sorted(gathered.years)),
        taken=tuple(gathered.taken),
        places=frozenset(gathered.places),
        charges=frozenset(gathered.charges),
        sentences=frozenset(gathered.sentences),
        occupations=frozenset(gathered.occupations),
        quotes=frozenset(gathered.quotes),
    )


def record_of_line(line: Listed) -> Record:
    """The record of a line of a list."""
    return Record(
        id=line.id,
        names=variants(parse(line.name)),
        born=tuple(_date(line.born)),
        taken=tuple(_date(line.taken)),
        places=_keys(line.place),
        charges=_keys(line.charge),
        sentences=_keys(line.sentence),
        occupations=_keys(line.occupation),
    )


def _keys(text: str) -> frozenset[str]:
    return frozenset({key(text)} - {""})


def _gather(gathered: _Gathered, claim: AnyClaim, document: Document | None) -> None:
    if isinstance(claim, EventClaim):
        if claim.event in _TAKEN and claim.date is not None:
            gathered.taken[claim.date.date] = None
        gathered.places.update(_places(claim.place, claim.origin))
        gathered.charges.update(one.article for one in claim.charges if one.article)
        if claim.sentence is not None and claim.sentence.duration is not None:
            gathered.sentences.add(claim.sentence.duration.text)
    elif isinstance(claim, AttributeClaim):
        _gather_attribute(gathered, claim, document)


def _gather_attribute(
    gathered: _Gathered, claim: AttributeClaim, document: Document | None
) -> None:
    value = claim.value
    if claim.attribute is Attribute.BIRTH_DATE and isinstance(value, PartialDate | str):
        gathered.born.update(dict.fromkeys(_date(value)))
    elif claim.attribute is Attribute.AGE and isinstance(value, Quantity):
        gathered.years.update(_years(value, claim, document))
    elif claim.attribute in _ALIASES:
        gathered.aliases.add(key(_text(value)))
    elif claim.attribute is Attribute.OCCUPATION:
        gathered.occupations.add(key(_text(value)))


def _years(
    age: Quantity, claim: AttributeClaim, document: Document | None
) -> Iterator[tuple[int, int]]:
    """The years of birth an age allows, told on the claim's date, else the document's."""
    told = claim.date.date if claim.date else document.published if document else None
    if told is None or age.low is None or age.high is None:
        return
    if told.earliest is not None and told.latest is not None:
        yield told.earliest.year - age.high - 1, told.latest.year - age.low


def _date(value: PartialDate | str) -> Iterator[PartialDate]:
    if isinstance(value, PartialDate):
        yield value
        return
    try:
        yield PartialDate(value)
    except ValueMalformed:
        return  # a birth date in words nobody could read says nothing here; the claim keeps it


def _place(claim: AnyClaim) -> str:
    span = claim.quote.span
    return f"{claim.quote.document}:{span.start}-{span.end}"


def _places(*mentions: Mention | None) -> Iterator[str]:
    """Ids of places, the same in every language; the words, of those that cannot be told."""
    for mention in mentions:
        if mention is not None:
            yield resolve_place(mention.label).id or key(mention.label)


def _text(value: object) -> str:
    return value.label if isinstance(value, Mention) else str(value)
