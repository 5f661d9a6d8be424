"""What is held of one thing that is no person: a figure, an action, a characterisation ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from habeas.ledger.records import Recorded
from habeas.ledger.rulings import ClaimStatus, Rulings
from habeas.model.claim import Claim
from habeas.model.document import Document
from habeas.model.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """Ids of the claims that count, preferred ones first, and of those set aside by a decision."""

    id: str
    held: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """A document with the ids of the problems met in it."""

    document: Document
    problems: tuple[str, ...] = ()


def fold_matter(name: str, records: Sequence[Recorded], rulings: Rulings) -> Matter | None:
    """The claims of one thing; None where there are none."""
    claims = sorted({one.id for one in records if isinstance(one.record, Claim)})
    if not claims:
        return None
    held = [claim for claim in claims if rulings.status_of(claim) is ClaimStatus.HELD]
    held.sort(key=lambda claim: (claim not in rulings.preferred, claim))
    return Matter(
        id=name,
        held=tuple(held),
        set_aside=tuple(claim for claim in claims if claim not in held),
    )


def fold_document(records: Sequence[Recorded]) -> KeptDocument | None:
    """The document of one hash; None where only problems name it."""
    documents = [one.record for one in records if isinstance(one.record, Document)]
    problems = {one.id for one in records if isinstance(one.record, Problem)}
    if not documents:
        return None
    return KeptDocument(document=documents[0], problems=tuple(sorted(problems)))
