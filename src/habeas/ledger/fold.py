"""From what was entered to what is held: pure, and the same whatever the order of entering.

(Of a source, place or mapping described several times, the last description stands.)

Claims that a decision rejected or retracted stay on the list of a person's claims and count for
nothing else. A denial stands against what it denies and erases nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from habeas.ledger.episodes import episodes_of
from habeas.ledger.held_attributes import attributes_of
from habeas.ledger.independence import origins_of
from habeas.ledger.matter import fold_document, fold_matter
from habeas.ledger.records import Recorded
from habeas.ledger.rulings import ClaimStatus, Rulings, rulings_of
from habeas.ledger.stages import Told, gather, said
from habeas.ledger.subjects import family, persons_in, subject_named
from habeas.ledger.weigh import all_held
from habeas.model.claim import AttributeClaim, Claim, EventClaim
from habeas.model.codec import written
from habeas.model.column_mapping import ColumnMapping
from habeas.model.document import Document
from habeas.model.mention import Mention
from habeas.model.person import HeldValue, Person
from habeas.model.place import Place
from habeas.model.source import Source

Documents = Callable[[str], Document | None]
_MATTERS = frozenset({"figure", "action", "characterisation", "leverage", "event", "attribute"})


def fold(group: frozenset[str], records: Sequence[Recorded], documents: Documents) -> str | None:
    """The projection of subjects that are one, as canonical JSON; None where nothing is held.

    `records` are those entered under any of them, decisions included, in the order of entering.
    """
    name = min(group)
    sort = family(name)
    if sort == "person":
        folded: object = fold_person(group, records, documents)
    elif sort == "document":
        folded = fold_document(records)
    elif sort in _MATTERS:
        folded = fold_matter(name, records, rulings_of(records))
    else:
        kinds = Source | Place | ColumnMapping
        described = [one.record for one in records if isinstance(one.record, kinds)]
        folded = described[-1] if described else None
    return None if folded is None else written(folded)


def fold_person(
    group: frozenset[str], records: Sequence[Recorded], documents: Documents
) -> Person | None:
    """The person that `group` (keys of names in documents) stands for; None without claims."""
    claims = {one.id: one.record for one in records if isinstance(one.record, Claim)}
    rulings = rulings_of(records)
    kept = [_Kept(name, claims[name], documents, rulings, group) for name in sorted(claims)]
    kept = [one for one in kept if one.mentions]
    if not kept:
        return None
    counting = [one for one in kept if one.counts]
    names = _names(counting or kept)
    if not counting:
        names = tuple(replace(name, is_held=False) for name in names)
    person = min(group)
    return Person(
        id=person,
        name=names[0].value,
        names=names,
        attributes=attributes_of(_attributes(counting), rulings.preferred),
        episodes=episodes_of(person, gather(_events(counting)), rulings.preferred),
        claims=tuple(one.name for one in kept),
        documents=tuple(sorted({one.claim.quote.document for one in kept})),
    )


class _Kept:
    """A claim about the person being folded."""

    def __init__(
        self,
        name: str,
        claim: Claim,
        documents: Documents,
        rulings: Rulings,
        group: frozenset[str],
    ) -> None:
        self.name = name
        self.claim = claim
        self.document = documents(claim.quote.document)
        self.origins = origins_of(claim, self.document)
        self.counts = rulings.status_of(name) is ClaimStatus.HELD
        self._group = group
        self.mentions = self._naming(persons_in(claim))

    def is_undergone(self, event: EventClaim) -> bool:
        """Whether it happened to this person, who is not only a counterpart."""
        return bool(self._naming(event.persons))

    def _naming(self, among: Sequence[Mention]) -> list[Mention]:
        """Those of the mentions that name this person."""
        return [one for one in among if subject_named(self.claim, one) in self._group]


def _events(kept: Sequence[_Kept]) -> list[Told]:
    return [
        Told(one.name, one.claim, one.document, one.origins)
        for one in kept
        if isinstance(one.claim, EventClaim) and one.is_undergone(one.claim)
    ]


def _attributes(kept: Sequence[_Kept]) -> list[tuple[str, AttributeClaim, tuple[str, ...]]]:
    return [
        (one.name, one.claim, one.origins) for one in kept if isinstance(one.claim, AttributeClaim)
    ]


def _names(kept: Sequence[_Kept]) -> tuple[HeldValue, ...]:
    """Every form of the name met, the fullest first: most words, then most letters."""
    # A denial of what happened is no denial that this is the name.
    forms = [
        said(one.name, one.claim, one.origins, value=mention.label, is_denied=False)
        for one in kept
        for mention in one.mentions
    ]
    values = all_held(forms)
    return tuple(
        sorted(values, key=lambda one: (-len(one.value.split()), -len(one.value), one.value))
    )
