"""Every seam of the house in one file: what can be plugged in, and what it must do.

One contract suite per seam stands in tests/contracts and runs over every implementation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.egress import Sending
from habeas.model.entry import Entry, EntryKind, Head
from habeas.model.listed import Grouped, Linked, Listed
from habeas.model.mention import Mention
from habeas.model.part import Part
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.model.search import Facet, HitKind, Indexed, Reached, Wanted


class Renderer(Protocol):
    """Makes the captured bytes of one kind of document readable, keeping the way back."""

    name: str
    version: str
    media_types: frozenset[str]

    def render(
        self, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        """The rendition, or None with the problems that say why. Never raises for bad content."""
        ...


class Unpacker(Protocol):
    """Takes one kind of document apart: archives into members, a PDF or DOCX into its text."""

    name: str
    version: str
    media_types: frozenset[str]

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        """The pieces in order; none, with the problems that say why. Never raises for bad content.

        The same bytes give the same pieces. A piece may be taken apart in turn.
        """
        ...


class Reader(Protocol):
    """Reads claims out of a rendition; signs each with its name and version."""

    name: str
    version: str
    languages: frozenset[str]

    def read(self, rendition: Rendition) -> tuple[Sequence[AnyClaim], Sequence[Problem]]:
        """Claims as they stand, each quote at its offsets in `rendition.captured`."""
        ...


class Namer(Protocol):
    """Points out names of persons and places that a reader's own tables may not know."""

    name: str
    version: str

    def names(
        self, rendition: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Sequence[Mention], Sequence[Problem]]:
        """Mentions with their places in `text`, which is the rendition's with more of it masked.

        They do not overlap. Never raises for what a text holds.
        """
        ...


class Parser(Protocol):
    """Tells a reader who is who around a verb, where its own frames do not say."""

    name: str
    version: str

    def sufferers(
        self, rendition: Rendition, text: str, paragraphs: Sequence[Span]
    ) -> tuple[Mapping[int, Sequence[int]], Sequence[Problem]]:
        """By where a verb begins in `text`, where the words begin that name whom it happens to.

        `text` is the rendition's with more of it masked. Never raises for what a text holds.
        """
        ...


class Egress(Protocol):
    """The one way out for text of documents, for what hands it to another program."""

    def let_out(self, sending: Sending) -> None:
        """Returns once the sending is allowed and noted. Raises: EgressRefused; nothing may leave.

        Asked anew before each sending: what is allowed can be taken back at any time.
        """
        ...


class Writer(Protocol):
    """One append in progress: all of it becomes durable together, or none of it."""

    def add(self, entry: Entry, subjects: Sequence[str]) -> None:
        """Adds the next entry of the chain and lists it under its subjects."""
        ...

    def entries_about(self, subject: str) -> Iterator[Entry]:
        """Entries listed under a subject, those being added included, in order."""
        ...

    def set_projection(self, subject: str, content: str | None) -> None:
        """Stores what is computed for a subject; None removes it."""
        ...


class Store(Protocol):
    """Keeps entries, projections and blobs. Durable once `writing` has returned."""

    location: str

    def head(self) -> Head:
        """Where the chain ends."""
        ...

    def writing(self, after: int) -> AbstractContextManager[Writer]:
        """Begins an append behind position `after`.

        Raises: LostRace, when the head is elsewhere; RegisterNotWritable.
        """
        ...

    def entries(
        self, *, after: int = 0, until: int | None = None, kind: EntryKind | None = None
    ) -> Iterator[Entry]:
        """Entries in order of position, later than `after`, up to and with `until`."""
        ...

    def entries_about(self, subject: str) -> Iterator[Entry]:
        """Entries listed under a subject, in order."""
        ...

    def subjects_of(self, position: int) -> Sequence[str]:
        """The subjects an entry is listed under, sorted."""
        ...

    def find(self, id_prefix: str, kind: EntryKind | None = None) -> Sequence[Entry]:
        """Entries whose record id begins with `id_prefix`, in order of position."""
        ...

    def projection(self, subject: str) -> str | None:
        """What is stored for a subject."""
        ...

    def projections(self, prefix: str = "") -> Iterator[tuple[str, str]]:
        """Stored projections whose subject begins with `prefix`, sorted by subject."""
        ...

    def replace_projections(self, contents: Iterator[tuple[str, str]]) -> None:
        """Puts a fresh set in the place of all stored projections, at once."""
        ...

    def put_blob(self, content: bytes) -> str:
        """Keeps bytes once, under their SHA-256 (hex), which it returns; never rewrites them."""
        ...

    def blob(self, sha256: str) -> bytes | None:
        """The bytes as stored, unchecked; None where there are none."""
        ...

    def blobs(self) -> Iterator[str]:
        """The SHA-256 names of all stored blobs, sorted."""
        ...

    def search_index(self) -> SearchIndex:
        """The index of words kept beside the register, opened; whoever asks closes it.

        Raises: RegisterNotWritable, where there is none and none can be made; RegisterDamaged.
        """
        ...

    def faults(self) -> Iterator[str]:
        """What is wrong with the storage itself, in words; nothing where it is sound."""
        ...

    def close(self) -> None:
        """Lets go of files and locks; nothing acknowledged is lost without it."""
        ...


class SearchIndex(Protocol):
    """Finds what a register holds by its terms; computed from the register, and can be again."""

    def reached(self) -> Reached:
        """Up to where it knows the register."""
        ...

    def changing(self) -> AbstractContextManager[IndexWriter]:
        """Begins a change: all of it shows at once, or none; who comes second waits.

        Raises: RegisterNotWritable.
        """
        ...

    def find(self, wanted: Wanted, *, most: int, skip: int = 0) -> tuple[int, Sequence[str]]:
        """How many there are, and the names of those on one page, in order."""
        ...

    def counts(self, wanted: Wanted) -> Mapping[Facet, int]:
        """How many of what is found have each facet; facets that none has are left out."""
        ...

    def rows(self) -> Iterator[Indexed]:
        """All rows as they are kept, sorted by kind and name."""
        ...

    def close(self) -> None:
        """Lets go of files and connections."""
        ...


class IndexWriter(Protocol):
    """One change of an index in progress."""

    def reached(self) -> Reached:
        """Up to where the index knew the register when the change began."""
        ...

    def put(self, row: Indexed) -> None:
        """Puts a row in, in the place of the one of that kind and name."""
        ...

    def drop(self, kind: HitKind, name: str) -> None:
        """Takes a row out; nothing happens where there is none."""
        ...

    def rows(self, kind: HitKind, names: Sequence[str]) -> Sequence[Indexed]:
        """Rows of these names that are there, those just put in included, sorted by name."""
        ...

    def clear(self) -> None:
        """Takes all rows out."""
        ...

    def reach(self, reached: Reached) -> None:
        """Notes up to where the index now knows the register."""
        ...


class Cache(Protocol):
    """Remembers what can be had again, by a key; what it forgets is done again."""

    def get(self, key: str) -> bytes | None:
        """What was kept under the key (64 hex digits), whole; None where there is nothing."""
        ...

    def put(self, key: str, content: bytes) -> None:
        """Keeps it, as far as possible. Never raises for want of room or leave."""
        ...


class Engine(Protocol):
    """Finds who is one person among more lines than can be looked at pair by pair.

    What it says of a pair is what `resolution` says of it; lines added by and by give what all of
    them give at once.
    """

    name: str
    version: str

    def add(self, lines: Iterable[Listed]) -> None:
        """Takes lines in; once linked, they are compared and only touched groups are found anew.

        Raises: LineTwice, for an id that is there already.
        """
        ...

    def fit(self) -> None:
        """Learns from the lines at hand, without labels, what signs weigh and names are common."""
        ...

    def link(self) -> None:
        """Compares all lines that may be of one person."""
        ...

    def links(self, least: float) -> Iterator[Linked]:
        """Compared pairs at least that probable, by ids; each as its two lines alone make it."""
        ...

    def beliefs(self, least: float) -> Iterator[Linked]:
        """Pairs at least that probable when each line stands with those it is surely one with.

        What one line lacks, another of the same person may say: so two lines can be probable that
        were never compared, or that by themselves have too little in common.
        """
        ...

    def groups(self) -> Grouped:
        """Lines joined by links that are sure enough for the engine; lines alone are left out."""
        ...
