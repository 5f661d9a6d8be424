"""One captured document to its claims and problems; nothing a reader does stops the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from habeas.ledger.quotes import fault_of
from habeas.model.claim import AnyClaim
from habeas.model.codec import claim_id
from habeas.model.document import Document
from habeas.model.problem import Problem, Severity
from habeas.model.quote import Span
from habeas.model.rendition import Rendition
from habeas.protocols import Reader, Renderer
from habeas.reading.agreement import Agreement, Compared, compared
from habeas.reading.capture import Captured
from habeas.reading.lists.division import LINES, READER
from habeas.reading.lists.headings import Headed
from habeas.reading.portions import Allotted, Pace
from habeas.reading.render import render
from habeas.reading.told_once import told_once
from habeas.reference.list_words import column_headed
from habeas.workflows.proposals import Proposer, contradictions
from habeas.workflows.unread import with_one_note

REFUSED = "claim-refused"  # a reader gave a claim whose quote does not stand


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRead:
    """One document with what was read in it.

    `skipped` holds the ids of what the register knew already: the document itself, its claims.
    `is_taken_apart`: what it says was read in the documents taken out of it. `proposals` are claims
    of readers that only propose, each compared with `claims`; none of them is among these.
    """

    document: Document
    claims: tuple[AnyClaim, ...] = ()
    problems: tuple[Problem, ...] = ()
    skipped: tuple[str, ...] = ()
    is_taken_apart: bool = False
    proposals: tuple[Compared, ...] = ()

    @property
    def waiting(self) -> tuple[AnyClaim, ...]:
        """The proposals that no other reader holds, or that another contradicts."""
        settled = {claim_id(claim) for claim in self.claims}
        return tuple(
            one.claim
            for one in self.proposals
            if one.agreement is not Agreement.AGREED and claim_id(one.claim) not in settled
        )

    @property
    def was_known(self) -> bool:
        """Whether the register had the document before."""
        return self.document.sha256 in self.skipped

    @property
    def claims_known(self) -> int:
        """How many of the claims the register had before."""
        own = {claim_id(claim) for claim in (*self.claims, *self.waiting)}
        return len(own.intersection(self.skipped))


def read_one(
    taken: Captured,
    *,
    readers: Sequence[Reader],
    renderers: Sequence[Renderer],
    found: Sequence[Problem] = (),
    pace: Pace | None = None,
    headed: Headed = column_headed,
) -> DocumentRead:
    """The document with its claims; `found` are problems met while it was captured.

    What takes longer than `pace` allows is left, with a problem; what was read until then stands.
    What a `Proposer` among the readers says is compared with what the others read, and waits for a
    person.
    """
    if taken.is_taken_apart:
        return DocumentRead(document=taken.document, problems=tuple(found), is_taken_apart=True)
    rendition, document, difficulties = render(
        taken.document, taken.content, renderers, headed=headed
    )
    problems = [*found, *difficulties]
    if rendition is None:
        return DocumentRead(document=document, problems=tuple(problems))
    # A date given at capture is what "on Monday" counts from, whatever the page says of itself.
    rendition = replace(
        rendition,
        published=document.published,
        published_basis=document.published_basis,
        publisher=document.publisher,
    )
    language = rendition.language
    suited = [one for one in readers if not language or language in one.languages]
    if not suited:
        problems.append(_no_reader(rendition, document))
    elif rendition.tables and all(one.name != READER for one in suited):
        problems.append(_list_unread(rendition, document))
    proposing = [one for one in suited if isinstance(one, Proposer)]
    holding = [one for one in suited if not isinstance(one, Proposer)]
    reading = _Reading(rendition, document, pace or Pace(), problems)
    claims = reading.claims_of(holding)
    proposals = compared(reading.claims_of(proposing), claims)
    problems.extend(contradictions(proposals, where=named(document)))
    return DocumentRead(
        document=document,
        claims=tuple(claims),
        problems=tuple(with_one_note(problems, rendition, suited)),
        proposals=tuple(proposals),
    )


@dataclass(frozen=True, slots=True)
class _Reading:
    """One document being read; what readers say against it joins the problems."""

    rendition: Rendition
    document: Document
    pace: Pace
    problems: list[Problem]

    def claims_of(self, readers: Sequence[Reader]) -> list[AnyClaim]:
        """The claims whose quotes stand, as far as these readers get in their time."""
        claims: list[AnyClaim] = []
        allotted = Allotted(self.pace)
        for portion in allotted.portions(self.rendition) if readers else ():
            read: list[AnyClaim] = []
            for reader in readers:
                read += self._sound(reader, self._read_by(reader, portion))
            claims += told_once(read, LINES)
            allotted.claims = len(claims)
        if allotted.left is not None:
            place = self.rendition.offsets.to_captured(allotted.left)
            self.problems.append(_stopped(self.document, place))
        return claims

    def _read_by(self, reader: Reader, portion: Rendition) -> Sequence[AnyClaim]:
        try:
            claims, problems = reader.read(portion)
        except Exception as failure:  # noqa: BLE001  # plug-ins fail in any way
            self.problems.append(_reader_failed(reader, failure, self.document))
            return ()
        self.problems.extend(problems)
        return claims

    def _sound(self, reader: Reader, claims: Sequence[AnyClaim]) -> Iterator[AnyClaim]:
        for claim in claims:
            captured = self.rendition.captured
            fault = fault_of(claim.quote, document=self.document, captured=captured)
            if fault:
                self.problems.append(_refused(claim, fault, reader=reader, document=self.document))
            else:
                yield claim


def _stopped(document: Document, place: Span) -> Problem:
    return Problem(
        code="reading-stopped",
        where=named(document),
        what=f"it was read up to character {place.start:,}: it takes more time, or makes more "
        "claims, than one document may",
        remedy="What was read stands. Split the document, and read the rest as files of their own.",
        document=document.sha256,
        span=place,
    )


def _refused(claim: AnyClaim, fault: str, *, reader: Reader, document: Document) -> Problem:
    return Problem(
        code=REFUSED,
        where=named(document),
        what=f"{reader.name}/{reader.version} gave a claim whose quote does not stand: {fault}",
        remedy="The claim was left out. Report it with the document.",
        document=document.sha256,
        span=claim.quote.span,
    )


def _reader_failed(reader: Reader, failure: Exception, document: Document) -> Problem:
    return Problem(
        code="reader-failed",
        where=named(document),
        what=f"{reader.name}/{reader.version} failed on it ({type(failure).__name__}: {failure})",
        remedy="The document is kept. Report the failure with the document, then read it again.",
        severity=Severity.ERROR,
        document=document.sha256,
    )


def _no_reader(rendition: Rendition, document: Document) -> Problem:
    return Problem(
        code="no-reader",
        where=named(document),
        what=f"there is no reader for its language ({rendition.language})",
        remedy="The document is kept. Read it again when there is one.",
        document=document.sha256,
    )


def _list_unread(rendition: Rendition, document: Document) -> Problem:
    return Problem(
        code="list-not-read",
        where=named(document),
        what=f"a list of people stands in it, and the reader {READER!r} was not asked",
        remedy=f"The document is kept. Add {READER!r} to the readers in the settings, and read it "
        "again.",
        document=document.sha256,
        span=rendition.offsets.to_captured(rendition.tables[0]),
    )


def named(document: Document) -> str:
    """The document as a person would point at it."""
    return document.original_name or f"document {document.sha256[:8]}"
