"""Which records may be of one person: pairs with a probability, its reasons, and what was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256

from habeas.model.codec import canonical
from habeas.resolution.block.index import Index
from habeas.resolution.compare.records import Compared, compare
from habeas.resolution.record import Record
from habeas.resolution.score.evidence import Population, Score, chance, score

WORTH_ASKING = 0.05  # below it a pair is not proposed


@dataclass(frozen=True, slots=True)
class LinkProposal:
    """Two records, the smaller id first, and what speaks for and against their being one.

    `seen` is a hash of the signs and names compared: while it stays, the question is the same.
    """

    left: str
    right: str
    score: Score
    seen: str

    @property
    def worth(self) -> float:
        """What a person's answer is worth: how open the question is."""
        return self.score.probability * (1.0 - self.score.probability)


def population(records: Iterable[Record]) -> Population:
    """How many records there are, and how common each surname and given name is among them."""
    counted: Counter[str] = Counter()
    given: Counter[int] = Counter()
    fathers: Counter[int] = Counter()
    number = with_father = 0
    for record in records:
        number += 1
        counted.update(
            {sound for name in record.names for word in name.surname for sound in word.sounds}
        )
        given.update({one for name in record.names for word in name.given for one in word.names})
        told = [word for name in record.names for word in name.patronymic[:1]]
        fathers.update({one for word in told for one in word.father})
        with_father += bool(told)
    return Population(
        records=number,
        surnames=dict(counted),
        given=dict(given),
        fathers=dict(fathers),
        with_father=with_father,
    )


def propose(
    index: Index, among: Population, *, only: Iterable[Record] | None = None
) -> Iterator[LinkProposal]:
    """Proposals for all pairs that share a key, or for those of `only` some records."""
    if only is None:
        pairs: Iterable[tuple[Record, Record]] = index.pairs()
    else:
        pairs = _pairs_of(index, only)
    for one, other in pairs:
        left, right = sorted((one, other), key=lambda record: record.id)
        compared = compare(left, right)
        likely = chance(compared, among)
        if likely is not None and likely >= WORTH_ASKING:
            yield _told(left, right, compared, among)


def proposal(one: Record, other: Record, among: Population) -> LinkProposal | None:
    """The two compared, whatever comes of it; None where nothing can be compared."""
    left, right = sorted((one, other), key=lambda record: record.id)
    compared = compare(left, right)
    return _told(left, right, compared, among) if compared.signs else None


def _told(left: Record, right: Record, compared: Compared, among: Population) -> LinkProposal:
    found = score(compared, among)
    if found is None:
        raise AssertionError(compared)  # there are signs, so there is a score
    names = [name.text if name else "" for name in (compared.one, compared.other)]
    shown = canonical([sorted(compared.signs), names])
    return LinkProposal(left.id, right.id, found, sha256(shown.encode()).hexdigest())


def _pairs_of(index: Index, only: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    done: set[tuple[str, str]] = set()
    for record in only:
        for other in index.candidates(record):
            left, right = sorted((record.id, other.id))
            if (left, right) not in done:
                done.add((left, right))
                yield index.record(left), index.record(right)
