"""What two lists come to: pairs in bands, with reasons and rivals, and who stands in one alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from habeas.resolution.compare.records import compare
from habeas.resolution.lists.crowds import Crowds
from habeas.resolution.lists.entry import Entry, Party, parties
from habeas.resolution.propose import WORTH_ASKING, LinkProposal, population, proposal
from habeas.resolution.score.evidence import Population, Score, score

Progress = Callable[[int, int | None, str], None]
_LIKELY, _EVEN = 0.9, 0.5
_KEPT = 2  # best candidates of each side: the partner and whoever comes next
_STEP = 50  # entries between two words on how far it is


class Band(StrEnum):
    """How probable it is that a pair is one person, in words."""

    DECIDED = "decided"  # by a decision in force
    SURE = "sure"  # a rule may decide it
    LIKELY = "likely"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"
    UNLIKELY = "unlikely"  # listed as the nearest only


@dataclass(frozen=True, slots=True)
class Rival:
    """The next best candidate of either side of a pair; `words` as people are told how probable."""

    party: Party
    probability: float
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two parties compared.

    `objection` says why a pair that is sure by itself is not held so, `decided` by whose decision
    the two are one person already.
    """

    one: Party
    other: Party
    link: LinkProposal
    rival: Rival | None = None
    objection: str = ""
    decided: str = ""

    @property
    def probability(self) -> float:
        return self.link.score.probability

    @property
    def words(self) -> str:
        """The probability as people are told it: a number only where numbers were found true."""
        return self.link.score.shown

    @property
    def is_sure(self) -> bool:
        """Whether a rule may join the two, which are two rows and no more; or they are joined."""
        if self.decided:
            return True
        is_alone = len(self.one.entries) == len(self.other.entries) == 1
        return self.link.score.is_sure and is_alone and not self.objection

    @property
    def band(self) -> Band:
        if self.decided:
            return Band.DECIDED
        if self.is_sure:
            return Band.SURE
        for band, least in (
            (Band.LIKELY, _LIKELY),
            (Band.POSSIBLE, _EVEN),
            (Band.DOUBTFUL, WORTH_ASKING),
        ):
            if self.probability >= least:
                return band
        return Band.UNLIKELY


@dataclass(frozen=True, slots=True)
class Alone:
    """Somebody of one list who is none of the other; `nearest` is who comes closest, if anybody."""

    entry: Entry
    nearest: Rival | None = None


@dataclass(frozen=True, slots=True)
class Crowded:
    """Somebody of whom too little is said to be told from the `number` others of that name."""

    entry: Entry
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Two lists side by side, A and B. Every entry stands in a pair, or among those alone."""

    sure: tuple[Pair, ...]
    probable: tuple[Pair, ...]
    only_a: tuple[Alone, ...]
    only_b: tuple[Alone, ...]
    twice_a: tuple[Pair, ...]
    twice_b: tuple[Pair, ...]
    crowded: tuple[Crowded, ...]
    among: Population


def matched(
    ones: Sequence[Entry],
    others: Sequence[Entry],
    *,
    among: Population | None = None,
    progress: Progress | None = None,
) -> Outcome:
    """Compares list A with list B, and each with itself.

    One-to-one is not assumed: the same person may stand twice in a list. `among` are the records
    that tell how common surnames are; both lists, where nothing else is given.
    """
    run = _Run(ones, others, among, progress)
    nearest = _Nearest()
    listed = list(run.between(nearest))
    twice = [list(run.within(each)) for each in (run.ones, run.others)]
    listed = [replace(one, rival=nearest.rival(one)) for one in listed]
    listed = list(_objected(listed, [*twice[0], *twice[1]], run.compared))
    listed.sort(key=lambda one: (-one.probability, one.one.entries[0].row, one.other.id))
    met = {party.id for one in listed for party in (one.one, one.other)}
    return Outcome(
        sure=tuple(one for one in listed if one.is_sure),
        probable=tuple(one for one in listed if not one.is_sure),
        only_a=tuple(nearest.alone(run.ones, met)),
        only_b=tuple(nearest.alone(run.others, met)),
        twice_a=_likeliest_first(twice[0]),
        twice_b=_likeliest_first(twice[1]),
        crowded=tuple(one for one in run.crowded if one.entry.id not in met),
        among=run.among,
    )


class _Run:
    """One comparison: parties of both lists, what was scored, who was crowded out."""

    def __init__(
        self,
        ones: Sequence[Entry],
        others: Sequence[Entry],
        among: Population | None,
        progress: Progress | None,
    ) -> None:
        self.ones = parties(ones)
        self.others = parties(others)
        self.among = among or population(entry.record for entry in (*ones, *others))
        self.crowded: list[Crowded] = []
        self._progress = progress

    def between(self, nearest: _Nearest) -> Iterator[Pair]:
        """Pairs of the two lists that are worth asking about; `nearest` is told of all."""
        by_id = {party.id: party for party in self.others}
        crowds = Crowds(party.record for party in self.others)
        for party in self._each(self.ones, "both lists"):
            candidates, crowd = crowds.candidates(party.record)
            if crowd:
                self.crowded.append(Crowded(party.entries[0], crowd))
            for candidate in candidates:
                other = by_id[candidate.id]
                found = score(compare(party.record, candidate), self.among)
                if found is None:
                    continue
                nearest.take(party, other, found)
                if found.probability >= WORTH_ASKING and (pair := self.compared(party, other)):
                    yield pair

    def within(self, of: Sequence[Party]) -> Iterator[Pair]:
        """Pairs of one list that may be one person, those that say the same among them."""
        by_id = {party.id: party for party in of}
        crowds = Crowds(party.record for party in of)
        for party in self._each(of, "within a list"):
            first, *again = party.entries
            if again and (pair := self.compared(Party((first,)), Party(tuple(again)))):
                yield pair
            for candidate in crowds.candidates(party.record)[0]:
                if candidate.id < party.id:
                    continue
                found = score(compare(party.record, candidate), self.among)
                if found is None or found.probability < WORTH_ASKING:
                    continue
                if pair := self.compared(party, by_id[candidate.id]):
                    yield pair

    def compared(self, one: Party, other: Party) -> Pair | None:
        """The pair; None where nothing of the two can be compared."""
        link = proposal(one.record, other.record, self.among)
        return Pair(one=one, other=other, link=link) if link else None

    def _each(self, of: Sequence[Party], what: str) -> Iterator[Party]:
        for done, party in enumerate(of):
            if self._progress and done % _STEP == 0:
                self._progress(done, len(of), what)
            yield party


class _Nearest:
    """For each party, the two best candidates of the other list."""

    def __init__(self) -> None:
        self._best: dict[str, list[Rival]] = defaultdict(list)

    def take(self, one: Party, other: Party, found: Score) -> None:
        """Notes that the two were compared, and with what result."""
        self._put(one, Rival(other, found.probability, found.shown))
        self._put(other, Rival(one, found.probability, found.shown))

    def _put(self, party: Party, rival: Rival) -> None:
        best = self._best[party.id]
        if len(best) == _KEPT and best[-1].probability > rival.probability:
            return
        best.append(rival)
        best.sort(key=lambda one: (-one.probability, one.party.id))
        del best[_KEPT:]

    def rival(self, pair: Pair) -> Rival | None:
        """Whoever else fits either side best."""
        others = [
            rival
            for side, partner in ((pair.one, pair.other), (pair.other, pair.one))
            for rival in self._best.get(side.id, ())
            if rival.party.id != partner.id
        ]
        return max(others, key=lambda one: (one.probability, one.party.id), default=None)

    def alone(self, of: Sequence[Party], met: set[str]) -> Iterator[Alone]:
        """Those who stand in no pair, row by row."""
        for party in of:
            if party.id not in met:
                nearest = self._best.get(party.id, [])
                for entry in party.entries:
                    yield Alone(entry, nearest[0] if nearest else None)


def _objected(
    listed: Sequence[Pair],
    within: Sequence[Pair],
    compared: Callable[[Party, Party], Pair | None],
) -> Iterator[Pair]:
    """The pairs, with an objection to sure ones that would make two people of one list one.

    Two rows of a list may be one person; where something speaks against it, neither pair is sure.
    """
    known = {frozenset((one.one.id, one.other.id)): one for one in within}
    partners: dict[str, list[Party]] = defaultdict(list)
    for one in listed:
        if one.is_sure:
            partners[one.one.id].append(one.other)
            partners[one.other.id].append(one.one)
    for one in listed:
        if one.is_sure:
            for side, partner in ((one.one, one.other), (one.other, one.one)):
                for rival in partners[side.id]:
                    if rival.id != partner.id and _are_two(rival, partner, known, compared):
                        first = rival.entries[0]
                        one = replace(  # noqa: PLW2901
                            one,
                            objection=f"{side.entries[0].where} fits {first.where} ({first.name}) "
                            "as well, who is somebody else",
                        )
        yield one


def _are_two(
    one: Party,
    other: Party,
    known: dict[frozenset[str], Pair],
    compared: Callable[[Party, Party], Pair | None],
) -> bool:
    pair = known.get(frozenset((one.id, other.id))) or compared(one, other)
    return pair is None or bool(pair.link.score.contrary) or pair.probability < _EVEN


def _likeliest_first(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda one: (-one.probability, one.one.id, one.other.id)))
