"""Precision, recall, slot accuracies and grounding over documents, added up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from habeas.model.claim import (
    CLAIM_KINDS,
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    EventClaim,
)
from habeas.model.mention import Mention
from habeas.model.vocabulary import Modality
from habeas.reading.evaluation.atoms import Atom
from habeas.reading.evaluation.pairs import is_asserted_against, pair
from habeas.reading.evaluation.sameness import is_person, name_words
from habeas.reading.evaluation.slots import slots


@dataclass(slots=True)
class Score:
    """How many were found, how many there are, how many of both are right."""

    found: int = 0
    wanted: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what there is that was found; None where there is nothing."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else None

    def add(self, *, found: int, wanted: int, right: int) -> None:
        """Adds the counts of another part."""
        self.found += found
        self.wanted += wanted
        self.right += right


@dataclass(frozen=True, slots=True)
class Fault:
    """One claim too many, missed, or asserted against the text; or a name not met exactly."""

    document: str
    what: str
    atom: Atom | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A found claim, the claims found beside it in its document, and whether all of it is right."""

    claim: AnyClaim
    beside: Sequence[AnyClaim]
    is_right: bool


@dataclass(slots=True)
class Evaluation:
    """All of one run, documents added up."""

    documents: int = 0
    kinds: dict[str, Score] = field(default_factory=lambda: {kind: Score() for kind in CLAIM_KINDS})
    slots: dict[str, Score] = field(default_factory=dict)
    names: Score = field(default_factory=Score)
    claims: int = 0
    grounded: int = 0
    asserted: int = 0
    asserted_against: int = 0
    faults: list[Fault] = field(default_factory=list)
    judged: list[JudgedClaim] = field(default_factory=list)

    @property
    def probabilities(self) -> list[tuple[float, bool]]:
        """Of each claim that carries one: its probability, and whether the claim is right."""
        return [
            (one.claim.reading.probability, one.is_right)
            for one in self.judged
            if one.claim.reading is not None and one.claim.reading.probability is not None
        ]

    @property
    def total(self) -> Score:
        """All kinds of claims together."""
        whole = Score()
        for score in self.kinds.values():
            whole.add(found=score.found, wanted=score.wanted, right=score.right)
        return whole

    def add(
        self,
        name: str,
        found: Sequence[AnyClaim],
        wanted: Sequence[AnyClaim],
        *,
        refused: int = 0,
    ) -> None:
        """Adds one document: claims found and claims wanted, of the same captured text.

        `refused` more were found whose quotes do not stand at their place.
        """
        self.documents += 1
        self.claims += len(found) + refused
        self.grounded += len(found)
        pairing = pair(found, wanted)
        for one, _ in pairing.pairs:
            self.kinds[one.kind].add(found=1, wanted=1, right=1)
        for one in pairing.surplus:
            self.kinds[one.kind].add(found=1, wanted=0, right=0)
        for one in pairing.missed:
            self.kinds[one.kind].add(found=0, wanted=1, right=0)
        self._add_slots(pairing.pairs)
        self._add_names(name, found, wanted)
        self._add_modality(name, pairing.surplus, found, wanted)
        self.faults += [Fault(name, "too many", one) for one in pairing.surplus]
        self.faults += [Fault(name, "missed", one) for one in pairing.missed]
        wrong = {id(one.claim) for one in pairing.surplus}
        self.judged += [JudgedClaim(one, found, id(one) not in wrong) for one in found]

    def _add_slots(self, pairs: Sequence[tuple[Atom, Atom]]) -> None:
        for one, other in pairs:
            for name, is_filled, is_told, is_right in slots(one.claim, other.claim):
                score = self.slots.setdefault(f"{one.kind} {name}", Score())
                score.add(found=is_filled, wanted=is_told, right=is_right)

    def _add_names(self, name: str, found: Sequence[AnyClaim], wanted: Sequence[AnyClaim]) -> None:
        ours, theirs = person_names(found), person_names(wanted)
        both = ours.keys() & theirs.keys()
        self.names.add(found=len(ours), wanted=len(theirs), right=len(both))
        self.faults += [
            Fault(name, "name too many", words=ours[key]) for key in ours.keys() - both
        ] + [Fault(name, "name missed", words=theirs[key]) for key in theirs.keys() - both]

    def _add_modality(
        self,
        name: str,
        surplus: Sequence[Atom],
        found: Sequence[AnyClaim],
        wanted: Sequence[AnyClaim],
    ) -> None:
        self.asserted += sum(claim.modality is Modality.ASSERTED for claim in found)
        against = [one for one in surplus if is_asserted_against(one, wanted)]
        self.asserted_against += len(against)
        self.faults += [Fault(name, "asserted against the text", one) for one in against]


def person_names(claims: Sequence[AnyClaim]) -> dict[frozenset[str], str]:
    """The persons that claims name, each once, by the words of the fullest form."""
    return {
        name_words(mention.label): mention.label
        for claim in claims
        for mention in _parties(claim)
        if is_person(mention)
    }


def _parties(claim: AnyClaim) -> Iterator[Mention]:
    match claim:
        case EventClaim():
            yield from (*claim.persons, *claim.counterparts)
        case ActionClaim():
            yield from claim.actors
        case AttributeClaim():
            yield claim.subject
        case _:
            pass
    if claim.speaker:
        yield claim.speaker
