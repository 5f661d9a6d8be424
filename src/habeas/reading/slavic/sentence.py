"""A sentence with what is named in it, cut into clauses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind
from habeas.model.written_date import Anchor, WrittenDate
from habeas.reading.slavic.knowledge import Knowledge
from habeas.reading.slavic.name import Name
from habeas.reading.slavic.people import People
from habeas.reading.slavic.pointed import Suggested
from habeas.reference.paradigms import ALL_CASES, Case
from habeas.reference.stems import StemHit
from habeas.text.quantities import QuantityFound, find_quantities
from habeas.text.tokens import Token
from habeas.text.written_dates import DateFound, find_dates

_PLURALS = {
    "plural-instrumental": frozenset({Case.INSTRUMENTAL}),
    "plural-genitive": frozenset({Case.GENITIVE, Case.ACCUSATIVE}),
    "plural-dative": frozenset({Case.DATIVE}),
    "plural-nominative": frozenset({Case.NOMINATIVE}),
}
EVENT_KINDS = frozenset(kind.value for kind in EventKind)
_PRONOUN_REACH = 400  # characters: about two sentences
_ROW_REACH = 900  # to those whom "both" means
_DROPPED_REACH = 260  # characters: about the sentence before


@dataclass(slots=True)
class Piece:
    """Something named: a person, state, body, place or group of officers."""

    kind: MentionKind
    start: int
    end: int
    cases: frozenset[Case]
    text: str
    name: str = ""
    person: Name | None = None

    def mention(self, case: Case | None = None) -> Mention:
        """The mention it makes; for a person the nominative that suits the case it stands in."""
        name = self.name
        if self.person is not None:
            forms = self.person.forms
            suited = [form for form in forms if case is None or case in form.cases]
            name = (suited or forms)[0].nominative
        shown = "" if name == self.text else name
        return Mention(self.text, self.kind, Span(self.start, self.end), shown)


@dataclass(slots=True)
class Clause:
    """A stretch of a sentence; `opener` is the word that opens it where it depends on another."""

    start: int
    end: int
    opener: str = ""


@dataclass(slots=True)
class Sentence:
    """One segment: `lower` is the whole document in small letters, offsets as in the document."""

    span: Span
    text: str
    lower: str
    tokens: Sequence[Token]
    begin: Mapping[str, Sequence[int]]  # by lexicon, the words that may begin an entry of it
    pieces: list[Piece]
    clauses: list[Clause]
    knowledge: Knowledge
    anchor: PartialDate | None
    hits: Sequence[StemHit] = ()  # where it tells of events, once these are looked for
    rows: tuple[list[Piece], list[list[Piece]]] | None = None  # persons in a row, of which pieces
    _governors: list[StemHit] | None = None
    _dates: list[DateFound] | None = None
    _counts: list[QuantityFound] | None = None

    @property
    def governors(self) -> list[StemHit]:
        """The words that say in what manner others are told, looked for when first asked."""
        if self._governors is None:
            starts = (token.start for token in self.tokens)
            self._governors = list(self.knowledge.modality.hits(self.lower, starts))
        return self._governors

    @property
    def dates(self) -> list[DateFound]:
        """Dates in the sentence, looked for when first asked."""
        if self._dates is None:
            self._dates = find_dates(
                self.text,
                self.knowledge.dates,
                anchor=self.anchor,
                start=self.span.start,
                end=self.span.end,
            )
        return self._dates

    @property
    def counts(self) -> list[QuantityFound]:
        """Counts in the sentence, looked for when first asked."""
        if self._counts is None:
            self._counts = find_quantities(
                self.text, self.knowledge.quantities, start=self.span.start, end=self.span.end
            )
        return self._counts

    def clause_at(self, at: int) -> Clause:
        """The clause a character stands in."""
        return next((c for c in self.clauses if c.start <= at < c.end), self.clauses[-1])

    def of_kind(self, *kinds: MentionKind) -> list[Piece]:
        """What is named of these kinds, in order."""
        return [piece for piece in self.pieces if piece.kind in kinds]

    def words_before(self, at: int, count: int) -> list[str]:
        """The last words before a character, the nearest first, in small letters."""
        before = [token.text.lower() for token in self.tokens if token.end <= at]
        return before[::-1][:count]

    def today(self) -> WrittenDate | None:
        """The document's own date, for what the text tells in the present tense."""
        return WrittenDate(self.anchor, anchor=Anchor.DOCUMENT) if self.anchor else None


@dataclass(frozen=True, slots=True)
class Befell:
    """What the text told last of people whom it did not name, and the form of a release."""

    kind: EventKind
    form: str
    at: int


@dataclass(slots=True)
class Memory:
    """What a document said so far: its people, and where each was last named."""

    people: People = field(default_factory=People)
    suggested: Suggested = field(default_factory=Suggested)
    states: set[str] = field(default_factory=set)  # those that no list has
    last: dict[str, tuple[int, str]] = field(default_factory=dict)
    befell: Befell | None = None  # what was told last of people without names
    suffered: dict[str, str] = field(default_factory=dict)  # names, with their sex
    group: tuple[str, ...] = ()  # those whom one event befell together
    lately: tuple[Mention, ...] = ()  # whom the sentence before told of
    teller: Mention | None = None  # whose own words the sentence is: its "me"
    is_answer: bool = False  # whether the paragraph opens with a dash, as in an interview
    issuer: Mention | None = None  # the body whose statement the document is: its "we"
    is_of_old: bool = False  # whether the text speaks of a time that has no register
    told_of: list[tuple[int, str, Mention]] = field(default_factory=list)  # place, sex, who
    listed: tuple[int, StemHit | None] = (-1000, None)  # where a list was announced, and of whom
    counted: int = -1  # behind which character people were counted last
    row: tuple[int, tuple[str, ...]] = (-1, ())  # the last who suffered together, and where

    def note(self, name: str, sex: str, at: int) -> None:
        """Keeps where a person was last named."""
        self.last[name] = (at, sex)

    def note_time(self, sentence: Sentence) -> None:
        """Keeps whether the text speaks of a century before the last."""
        span = sentence.span
        if sentence.knowledge.patterns["of-old"].search(sentence.lower, span.start, span.end):
            self.is_of_old = True
        elif self.is_of_old and sentence.dates:
            self.is_of_old = False

    def near(self, at: int, sex: str) -> str:
        """The one person of that sex named shortly before; empty where there is none, or several.

        Whose sex is not known may be meant by either pronoun. Of several it is the one of whom
        it was told before that something befell them.
        """
        found = [
            name
            for name, (place, own) in self.last.items()
            if at - _PRONOUN_REACH <= place < at and own in ("", sex)
        ]
        if len(found) > 1:
            found = [name for name in found if name in self.suffered]
        if len(found) > 1 and len(self.lately) == 1:
            found = [name for name in found if name == self.lately[0].label]
        return found[0] if len(found) == 1 else ""

    def keep(self, at: int, persons: Sequence[Mention], pieces: Sequence[Piece] = ()) -> None:
        """Keeps whom an event befell; the first of them may be `pieces` of the sentence."""
        self.note_sufferers([one.label for one in persons])
        self.suffer(at, pieces, persons[len(pieces) :])

    def note_sufferers(self, names: Sequence[str]) -> None:
        """Keeps whom an event befell: of several people "he" is likelier one of them."""
        for name in names:
            self.suffered[name] = self.last.get(name, (0, ""))[1]
        if len(names) > 1:
            self.group = tuple(names)

    def suffer(self, at: int, pieces: Sequence[Piece], others: Sequence[Mention]) -> None:
        """Keeps whom something befell."""
        for piece in pieces:
            sex = piece.person.forms[0].sex if piece.person is not None else ""
            self.told_of.append((at, sex, piece.mention()))
        self.told_of += [
            (at, self.last.get(one.label, (0, ""))[1], one)
            for one in others
            if one.kind is MentionKind.PERSON and one.name
        ]
        names = tuple(piece.mention().label for piece in pieces)
        if len(names) > 1:
            self.row = (at, names)

    def row_near(self, at: int) -> tuple[str, ...]:
        """Those who suffered together shortly before."""
        place, names = self.row
        return names if at - _ROW_REACH <= place < at else ()

    def sufferer_near(self, at: int) -> Mention | None:
        """The one person who suffered shortly before; None where there is none, or several."""
        near = {
            who.label: who for place, _, who in self.told_of if at - _DROPPED_REACH <= place < at
        }
        return next(iter(near.values())) if len(near) == 1 else None


def clauses_of(text: str, span: Span, opener: re.Pattern[str]) -> list[Clause]:
    """The clauses of a sentence: cut at semicolons, dashes, and words that open a clause."""
    found: list[Clause] = []
    start, word = span.start, ""
    for match in opener.finditer(text, span.start, span.end):
        found.append(Clause(start, match.start(), word))
        start, word = match.start(), (match.group("word") or "").strip()
    found.append(Clause(start, span.end, word))
    return [clause for clause in found if clause.end > clause.start]


def officers(knowledge: Knowledge, text: str, lower: str, starts: Iterable[int]) -> list[Piece]:
    """Officers and occupiers without a name: "силовики", "співробітники ФСБ"."""
    index = knowledge.people["officers"]
    return [
        Piece(
            MentionKind.BODY,
            hit.start,
            hit.end,
            plural_cases(knowledge, lower[hit.start : hit.end]),
            text[hit.start : hit.end],
        )
        for hit in index.hits(lower, starts)
    ]


def plural_cases(knowledge: Knowledge, words: str) -> frozenset[Case]:
    """The cases a plural can stand in, by its ending."""
    head = words.split(maxsplit=1)[0] if " " in words else words
    for ending, cases in _PLURALS.items():
        if knowledge.patterns[ending].search(head):
            return cases
    return ALL_CASES
