"""What a register holds: the questions people ask of it, and the answers as values."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from habeas.ledger.register import Register
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.view import KeptClaim, View
from habeas.model.claim import AnyClaim, word_of
from habeas.model.codec import KIND_OF
from habeas.model.document import Document
from habeas.model.entry import Entry, Head
from habeas.model.errors import NothingFound
from habeas.model.person import Person
from habeas.model.problem import Problem
from habeas.model.quote import Span
from habeas.protocols import Renderer
from habeas.reading.cells import TABLE, cell_of
from habeas.reading.render import render
from habeas.reading.take_apart import PARTED
from habeas.resolution.search import sounding_like

_AROUND = 400  # characters of captured text shown where no paragraph can be found
_NAMES_SUGGESTED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What is in a register, counted. `claims` counts by kind, then by the word of the kind."""

    head: Head
    documents: int
    claims: dict[str, Counter[str]]
    persons: int
    held: int
    problems: Counter[str]
    first_entry: datetime | None
    last_entry: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimShown:
    """One claim in its paragraph; `mark` is the quote's place in it.

    `whole` is what the document was taken out of; `cell` is where in a table the quote begins.
    """

    id: str
    claim: AnyClaim
    entry: Entry
    status: ClaimStatus
    document: Document
    paragraph: str
    mark: Span
    whole: Document | None = None
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonShown:
    """One person with every claim that speaks of it, in the order entered."""

    person: Person
    claims: tuple[AnyClaim, ...]


def look(
    register: Register, *, as_of: date | None = None, known_at: datetime | None = None
) -> View:
    """The register as it is held, of a day and as known at a moment; None is no limit."""
    return register.view(as_of=as_of, known_at=known_at)


def summary(view: View) -> Summary:
    """The counts of everything."""
    claims: dict[str, Counter[str]] = {}
    for kept in view.claims():
        kind = KIND_OF[type(kept.claim)]
        claims.setdefault(kind, Counter())[word_of(kept.claim)] += 1
    persons = view.persons()
    ends = [*_ends(view)]
    return Summary(
        head=view.head,
        documents=len(view.documents()),
        claims=claims,
        persons=len(persons),
        held=sum(is_held(person) for person in persons),
        problems=Counter(problem.severity.value for problem in view.problems()),
        first_entry=ends[0].recorded_at if ends else None,
        last_entry=ends[-1].recorded_at if ends else None,
    )


def is_held(person: Person) -> bool:
    """Whether the person is deprived of liberty as far as the claims go."""
    return any(episode.is_held for episode in person.episodes)


def person(view: View, name: str, *, is_as_written: bool = False) -> list[PersonShown]:
    """Everybody of that name with their claims. Raises: NothingFound, with names like it.

    Names that are written so come first, then those that sound so in another script or spelling;
    `is_as_written` leaves the latter out.
    """
    found = view.person(name)
    if not is_as_written:
        known = {one.id for one in found}
        found += [one for one in sounding_like(name, view.persons()) if one.id not in known]
    if not found:
        raise NothingFound(what="person", wanted=name, remedy=_names_like(view, name))
    return [PersonShown(person=one, claims=_in_order(view, one.claims)) for one in found]


def by_document(view: View, kept: Iterable[KeptClaim]) -> list[tuple[Document, Sequence[AnyClaim]]]:
    """Claims under their documents, in the order in which the documents first appear."""
    grouped: dict[str, list[AnyClaim]] = {}
    for one in kept:
        grouped.setdefault(one.claim.quote.document, []).append(one.claim)
    return [(view.document(sha256), claims) for sha256, claims in grouped.items()]


def problems(view: View) -> list[Problem]:
    """All problems, the worst first."""
    order = ["error", "warning", "note"]
    return sorted(view.problems(), key=lambda one: (order.index(one.severity.value), one.where))


def claim(view: View, prefix: str, renderers: Sequence[Renderer]) -> ClaimShown:
    """The claim whose id begins so, in its paragraph. Raises: NothingFound."""
    kept = view.claim(prefix)
    document = view.document(kept.claim.quote.document)
    paragraph, mark = _in_paragraph(view, kept.claim, document, renderers)
    return ClaimShown(
        id=kept.id,
        claim=kept.claim,
        entry=kept.entry,
        status=view.status_of(kept.id),
        document=document,
        paragraph=paragraph,
        mark=mark,
        whole=view.document(document.derived_from) if document.derived_from else None,
        cell=_cell(view, kept.claim, document),
    )


def _cell(view: View, said: AnyClaim, document: Document) -> str:
    """The cell the quote begins in; empty where the document is no table."""
    if document.media_type != TABLE:
        return ""
    sheet = document.original_name.rpartition(PARTED)[2] if document.derived_from else ""
    return cell_of(view.captured_text(document.sha256), said.quote.span.start, sheet)


def _in_order(view: View, names: Iterable[str]) -> tuple[AnyClaim, ...]:
    kept = sorted((view.claim(name) for name in names), key=lambda one: one.entry.position)
    return tuple(one.claim for one in kept)


def _ends(view: View) -> list[Entry]:
    last = view.head.position
    first = list(view.store.entries(until=min(1, last)))
    return [*first, *view.store.entries(after=max(last - 1, 0), until=last)]


def _names_like(view: View, name: str) -> str:
    words = {word.casefold() for word in name.split()}
    near = [
        one.name for one in view.persons() if words & {word.casefold() for word in one.name.split()}
    ]
    if not near:
        return "List all persons: habeas show persons"
    return f"There are: {', '.join(near[:_NAMES_SUGGESTED])}."


def _in_paragraph(
    view: View, said: AnyClaim, document: Document, renderers: Sequence[Renderer]
) -> tuple[str, Span]:
    """The paragraph as it reads, with the quote's place in it; else the captured text around it."""
    content = view.store.blob(document.sha256)
    rendition = render(document, content, renderers)[0] if content is not None else None
    quote = said.quote
    if rendition is not None:
        for paragraph in rendition.paragraphs:
            text = rendition.text[paragraph.start : paragraph.end]
            at = text.find(quote.text)
            while at >= 0:
                start = paragraph.start + at
                found = Span(start, start + len(quote.text))
                if rendition.offsets.to_captured(found) == quote.span:
                    return text, Span(at, at + len(quote.text))
                at = text.find(quote.text, at + 1)
    captured = view.captured_text(document.sha256)
    start = max(quote.span.start - _AROUND, 0)
    text = captured[start : quote.span.end + _AROUND]
    return text, Span(quote.span.start - start, quote.span.end - start)
