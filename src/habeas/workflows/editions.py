"""Two editions of one source's list: who is new on it, who is gone, and what it now says otherwise.

A row is the same row again when it has the same number of the source's own, or the same name and
the same date of birth, and only one row of each edition has it. A name alone never makes it so: it
is then said that somebody of that name stood in the list before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from habeas.ledger.subjects import persons_in, subject_named
from habeas.ledger.view import View
from habeas.model.attribute import Attribute
from habeas.model.claim import AnyClaim, AttributeClaim
from habeas.model.codec import canonical, to_plain
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.problem import Problem, Severity
from habeas.text.normalise import key

RULE = "rule:list-edition/1"
_APART = ("quote", "reading", "via", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One person of a list; `facts` are the claims on them by what these say."""

    subject: str
    name: str
    facts: Mapping[str, AnyClaim]
    born: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A row that stands in both: what is said no longer, and what is new."""

    before: Row
    after: Row
    gone: tuple[AnyClaim, ...]
    came: tuple[AnyClaim, ...]
    by: str  # what makes it the same row


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """From one edition to the next; `same` are all rows that stand in both, changed or not."""

    before: Document
    added: tuple[Row, ...]
    removed: tuple[Row, ...]
    changed: tuple[Changed, ...]
    same: tuple[Changed, ...]
    perhaps: tuple[tuple[Row, Row], ...] = ()

    def problems(self) -> Iterator[Problem]:
        """What has to be looked at: a source that took somebody off, or said something else."""
        where = self.before.original_name or self.before.sha256[:8]
        for row in self.removed:
            yield Problem(
                code="no-longer-listed",
                where=where,
                what=f"{row.name} stands in this edition and not in the one entered after it",
                remedy="Find out why. What the earlier edition says still counts until decided.",
                severity=Severity.WARNING,
                document=self.before.sha256,
            )
        for one in self.changed:
            if one.gone:
                yield Problem(
                    code="listed-otherwise",
                    where=where,
                    what=f"of {one.before.name} a later edition says {len(one.gone)} things "
                    "otherwise or no longer",
                    remedy="Look at both: habeas show person. Prefer or retract where one errs.",
                    severity=Severity.NOTE,
                    document=self.before.sha256,
                )


def people_of(claims: Iterable[AnyClaim]) -> dict[str, Row]:
    """The people of a list by their keys, in the order of the list."""
    said: dict[str, list[AnyClaim]] = defaultdict(list)
    names: dict[str, str] = {}
    for claim in claims:
        for mention in persons_in(claim):
            if claim.reading is not None and claim.reading.reader == "list":
                subject = subject_named(claim, mention)
                said[subject].append(claim)
                names.setdefault(subject, mention.label)
    return {subject: _row(subject, names[subject], found) for subject, found in said.items()}


def change_of(
    view: View, source: str, claims: Sequence[AnyClaim], document: Document
) -> Change | None:
    """What this edition changes against the last of its source; None where it is the first."""
    before = _last_edition(view, source, document)
    if before is None:
        return None
    documents = {before.sha256, *(one.sha256 for one in _parts(view, before))}
    earlier = people_of(
        kept.claim for kept in view.claims() if kept.claim.quote.document in documents
    )
    return _compared(before, list(earlier.values()), list(people_of(claims).values()))


def same_people(change: Change) -> list[Decision]:
    """That a row is the same person again, signed by the rule."""
    return [
        Decision(
            choice=Choice.SAME,
            about=tuple(sorted((one.before.subject, one.after.subject))),
            reason=f"the same row of the list in a later edition: {one.by}",
            by=RULE,
        )
        for one in change.same
        # A sheet that did not change is the same table, and its rows are the same already.
        if one.before.subject != one.after.subject
    ]


def _compared(before: Document, earlier: Sequence[Row], later: Sequence[Row]) -> Change:
    same: list[Changed] = []
    left, right = list(earlier), list(later)
    for by, marks in (("its own number", _numbers), ("name and date of birth", _names_and_births)):
        pairs = _pairs(left, right, marks)
        same += [_changed(one, other, by) for one, other in pairs]
        gone = {one.subject for one, _ in pairs}
        found = {other.subject for _, other in pairs}
        left = [one for one in left if one.subject not in gone]
        right = [one for one in right if one.subject not in found]
    return Change(
        before=before,
        added=tuple(right),
        removed=tuple(left),
        changed=tuple(one for one in same if one.gone or one.came),
        same=tuple(same),
        perhaps=tuple(_pairs(left, right, lambda row: (key(row.name),))),
    )


def _numbers(row: Row) -> tuple[str, ...]:
    return row.numbers


def _names_and_births(row: Row) -> tuple[str, ...]:
    return tuple(f"{key(row.name)}\n{born}" for born in row.born)


def _pairs(
    earlier: Sequence[Row], later: Sequence[Row], marks: Callable[[Row], Iterable[str]]
) -> list[tuple[Row, Row]]:
    """Rows that share a mark which no other row of either edition has."""
    of_mark: dict[str, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((earlier, later)):
        for row in rows:
            for mark in marks(row):
                of_mark[mark][side].append(row)
    found: dict[str, tuple[Row, Row]] = {}
    for one, other in of_mark.values():
        if len(one) == len(other) == 1:
            found.setdefault(one[0].subject, (one[0], other[0]))
    return list(found.values())


def _changed(before: Row, after: Row, by: str) -> Changed:
    return Changed(
        before=before,
        after=after,
        gone=tuple(before.facts[one] for one in before.facts if one not in after.facts),
        came=tuple(after.facts[one] for one in after.facts if one not in before.facts),
        by=by,
    )


def _row(subject: str, name: str, claims: Sequence[AnyClaim]) -> Row:
    return Row(
        subject=subject,
        name=name,
        facts={_fact(claim): claim for claim in claims},
        born=_values(claims, Attribute.BIRTH_DATE),
        numbers=_values(claims, Attribute.EXTERNAL_ID),
    )


def _values(claims: Iterable[AnyClaim], wanted: Attribute) -> tuple[str, ...]:
    found = (
        str(claim.value)
        for claim in claims
        if isinstance(claim, AttributeClaim) and claim.attribute is wanted
    )
    return tuple(dict.fromkeys(found))


def _fact(claim: AnyClaim) -> str:
    """What a claim says, wherever it stands in the list."""
    plain = to_plain(claim)
    return canonical(_without_places({name: plain[name] for name in plain if name not in _APART}))


def _without_places(value: object) -> object:
    if isinstance(value, dict):
        return {name: _without_places(one) for name, one in value.items() if name != "span"}
    return [_without_places(one) for one in value] if isinstance(value, list) else value


def _last_edition(view: View, source: str, document: Document) -> Document | None:
    """The list of the source that was entered last, this one apart."""
    of_source = [
        one
        for one in view.documents()
        if one.source == source and not one.derived_from and one.sha256 != document.sha256
    ]
    return of_source[-1] if of_source else None


def _parts(view: View, whole: Document) -> list[Document]:
    """All that was taken out of it, at any depth."""
    found: list[Document] = []
    within = {whole.sha256}
    for one in view.documents():
        if one.derived_from in within:
            within.add(one.sha256)
            found.append(one)
    return found
