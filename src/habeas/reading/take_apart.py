"""Documents that hold others are taken apart, and each part is a document of its own from then on.

Why: docs/decisions/0008. What a document unfolds to is counted over all that is taken out of it,
part within part; a document that holds itself is known by its hash.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from habeas.model.document import Custody, DateBasis, Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.protocols import Unpacker
from habeas.reading.capture import Captured
from habeas.reading.media_type import media_type_of
from habeas.reading.renderers.captured_text import place_of
from habeas.reading.unpackers.allowance import Allowance, printable

PARTED = "!"  # between the name of a whole and that of its part


def take_apart(
    captured: Captured,
    unpackers: Sequence[Unpacker],
    *,
    put_blob: Callable[[bytes], str],
    clock: Callable[[], datetime],
    limits: Allowance | None = None,
) -> Iterator[Captured | Problem]:
    """The document itself, then all that is in it, each before what is in it in turn.

    The bytes of a part are kept by the time it is handed out, and nothing else is written anywhere.
    `is_taken_apart` marks those whose text stands in their parts; a problem names its document.
    Raises: whatever `put_blob` raises.
    """
    taking = _TakingApart(
        unpackers=unpackers,
        put_blob=put_blob,
        clock=clock,
        limits=limits or Allowance(),
        packed=len(captured.content),
    )
    # A stack, not recursion: what is in it decides how deep it goes.
    waiting = [_Waiting(captured, ())]
    while waiting:
        inside, whole, problems = taking.open(waiting.pop())
        yield whole
        yield from problems
        waiting.extend(reversed(inside))


@dataclass(frozen=True, slots=True)
class _Waiting:
    captured: Captured
    within: tuple[str, ...]  # hashes of the wholes it is in, outermost first


@dataclass(slots=True, kw_only=True)
class _TakingApart:
    unpackers: Sequence[Unpacker]
    put_blob: Callable[[bytes], str]
    clock: Callable[[], datetime]
    limits: Allowance
    packed: int
    _members: int = 0
    _content: int = 0

    def open(self, one: _Waiting) -> tuple[list[_Waiting], Captured, list[Problem]]:
        """What is in it, itself marked when it was taken apart, and the difficulties."""
        captured, document = one.captured, one.captured.document
        unpacker = self._unpacker_for(document)
        if unpacker is None:
            return [], captured, []
        if document.sha256 in one.within:
            return [], _marked(captured), [_holds_itself(document)]
        if len(one.within) >= self.limits.depth:
            return [], _marked(captured), [_too_deep(document, self.limits)]
        parts, problems = unpacker.unpack(document, captured.content)
        within = (*one.within, document.sha256)
        inside: list[_Waiting] = []
        for part in parts:
            if part.encoding and part.content == captured.content:
                return [], _its_own_text(captured, part), list(problems)
            if fault := self._over(part):
                return (
                    inside,
                    _marked(captured),
                    [*problems, _too_much(document, fault, len(inside))],
                )
            made = self._document(part, document, unpacker)
            inside.append(_Waiting(Captured(document=made, content=part.content), within))
        return inside, _marked(captured), list(problems)

    def _unpacker_for(self, document: Document) -> Unpacker | None:
        if document.derived_from and document.encoding:
            return None  # its unpacker made it text already
        return next((one for one in self.unpackers if document.media_type in one.media_types), None)

    def _over(self, part: Part) -> str:
        self._members += 1
        self._content += len(part.content)
        return self.limits.fault(members=self._members, content=self._content, packed=self.packed)

    def _document(self, part: Part, whole: Document, unpacker: Unpacker) -> Document:
        at = self.clock().astimezone(UTC)
        by = f"{unpacker.name}/{unpacker.version}"
        published = part.published or whole.published
        basis = DateBasis.CONTAINER if part.published else whole.published_basis
        return Document(
            sha256=self.put_blob(part.content),
            size=len(part.content),
            media_type=part.media_type or media_type_of(part.content, part.name),
            captured_at=at,
            captured_by=whole.captured_by,
            tool=by,
            original_name=f"{place_of(whole)}{PARTED}{printable(part.name)}",
            url=part.url or whole.url,
            publisher=part.publisher or whole.publisher,
            title=part.title,
            published=published,
            published_basis=basis if published else DateBasis.UNKNOWN,
            language=part.language,
            encoding=part.encoding,
            source=whole.source,
            derived_from=whole.sha256,
            access_level=whole.access_level,
            custody=(*_fetched(part, whole), _taken_out(whole, at=at, by=by)),
        )


def _fetched(part: Part, whole: Document) -> tuple[Custody, ...]:
    if part.captured_at is None:
        return ()
    what = f"fetched from {part.url or part.name}, as {place_of(whole)} says"
    return (Custody(at=part.captured_at.astimezone(UTC), by=place_of(whole), what=what),)


def _taken_out(whole: Document, *, at: datetime, by: str) -> Custody:
    return Custody(at=at, by=whole.captured_by, what=f"taken out of {place_of(whole)} by {by}")


def _its_own_text(captured: Captured, part: Part) -> Captured:
    """The same bytes cannot be two documents: a table with tabs in UTF-8 is its own text."""
    kind = replace(captured.document, media_type=part.media_type, encoding=part.encoding)
    return replace(captured, document=kind)


def _marked(captured: Captured) -> Captured:
    return replace(captured, is_taken_apart=True)


def _holds_itself(document: Document) -> Problem:
    return _problem(
        document,
        code="holds-itself",
        what="it is a part of itself, as only a trap can be",
        remedy="It was opened once. Nothing in it was left out.",
        severity=Severity.NOTE,
    )


def _too_deep(document: Document, limits: Allowance) -> Problem:
    return _problem(
        document,
        code="unpack-too-deep",
        what=f"it stands {limits.depth} wholes deep and was not opened",
        remedy="It is kept. If it is no trap, read it by itself.",
    )


def _too_much(document: Document, fault: str, taken: int) -> Problem:
    return _problem(
        document,
        code="unpack-too-much",
        what=f"with all that was taken out before, {fault}; {taken} of its parts were kept",
        remedy="The whole is kept. If it is no trap, take it apart and read it in pieces.",
    )


def _problem(
    document: Document, *, code: str, what: str, remedy: str, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        code=code,
        where=place_of(document),
        what=what,
        remedy=remedy,
        severity=severity,
        document=document.sha256,
    )
