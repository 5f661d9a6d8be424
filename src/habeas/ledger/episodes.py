"""Stages put in the order they took place and parted into episodes of detention.

Where dates decide the order, they decide it. Where they leave it open, the order is what the
state of things makes plain: somebody at liberty is taken before being released, somebody held is
tried before being released, and released before being taken again. An end closes an episode; a
later beginning opens another.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from habeas.ledger.event_kinds import (
    BEGINS,
    ENDS,
    ONLY_HELD,
    STATUS_AFTER,
    STATUS_OF_END,
    STATUS_OF_SENTENCE,
)
from habeas.ledger.stages import Gathered, to_stage
from habeas.model.charge import PenaltyKind, Sentence
from habeas.model.partial_date import PartialDate
from habeas.model.person import Episode, HeldValue, Stage, is_deprived
from habeas.model.vocabulary import CustodyStatus, EventKind, ReleaseForm

_PLACES = {event: at for at, event in enumerate(EventKind)}
# Whether one was held before decides what these lead to.
_TRIED = frozenset({EventKind.CHARGED, EventKind.TRIED, EventKind.SENTENCED})
_FREE = frozenset({CustodyStatus.UNDER_PROSECUTION, CustodyStatus.RESTRICTED})


@dataclass(slots=True)
class _Open:
    """An episode while its stages are being put in."""

    stages: list[Stage] = field(default_factory=list)
    status: CustodyStatus = CustodyStatus.UNKNOWN
    ended: ReleaseForm | None = None


def episodes_of(
    person: str, gathered: Sequence[Gathered], preferred: Mapping[str, str]
) -> tuple[Episode, ...]:
    """The episodes of a person, earliest first; each id is the person's with a number behind it."""
    episodes: list[_Open] = []
    waiting = _Waiting([(one, to_stage(one, preferred)) for one in gathered])
    while waiting.pairs:
        one, stage = waiting.next(is_held=bool(episodes) and _is_held(episodes[-1]))
        if not episodes or _opens_another(episodes[-1], stage):
            episodes.append(_Open())
        _enter(episodes[-1], one, stage)
    return tuple(
        Episode(
            id=f"{person}/{number}",
            stages=tuple(episode.stages),
            status=episode.status,
            ended=episode.ended,
        )
        for number, episode in enumerate(episodes, start=1)
    )


class _Waiting:
    """Stages not yet put in, each with the number of others known to precede it."""

    def __init__(self, pairs: Sequence[tuple[Gathered, Stage]]) -> None:
        ordered = sorted(pairs, key=lambda pair: _quiet_order(pair[1]))
        self.pairs = dict(enumerate(ordered))
        self._followers = {
            at: [to for to, (other, _) in self.pairs.items() if _is_before(one, other)]
            for at, (one, _) in self.pairs.items()
        }
        self._before = Counter(to for followers in self._followers.values() for to in followers)
        self._beginnings = sum(map(_is_dated_beginning, self.pairs.values()))

    def next(self, *, is_held: bool) -> tuple[Gathered, Stage]:
        """Takes out the one whose turn it is, of those that none of the others precedes."""
        free = [at for at in self.pairs if not self._before[at]]
        will_begin = self._beginnings > 0
        at = min(free, key=lambda at: (_turn(self.pairs[at][1], is_held, will_begin), at))
        self._before.subtract(self._followers[at])
        pair = self.pairs.pop(at)
        self._beginnings -= _is_dated_beginning(pair)
        return pair


def _is_dated_beginning(pair: tuple[Gathered, Stage]) -> bool:
    return pair[1].event in BEGINS and pair[1].date is not None


def _turn(stage: Stage, is_held: bool, will_begin: bool) -> int:  # noqa: FBT001
    """Whose turn it is where dates leave the order open: smaller goes first."""
    is_dated = bool(stage.dates)
    if stage.event in BEGINS and not stage.is_only_denied:
        return 6 if is_held else (0 if is_dated else 1)
    if stage.event in ENDS and not stage.is_only_denied:
        return 4 if is_dated else 5
    # What has no date happened in the latest detention rather than in an earlier one.
    return 7 if not is_dated and will_begin else (2 if is_dated else 3)


def _is_before(one: Gathered, other: Gathered) -> bool:
    if one is other or one.date is None or other.date is None:
        return False
    return one.date.is_before(other.date) is True


def _quiet_order(stage: Stage) -> tuple[str, int, str]:
    """The order of stages that nothing else tells apart."""
    earliest = PartialDate(stage.dates[0].value).earliest if stage.dates else None
    first = earliest.isoformat() if earliest is not None else "~"
    return first, _PLACES[stage.event], (stage.claims_for or stage.claims_against)[0]


def _is_held(episode: _Open) -> bool:
    return is_deprived(episode.stages, episode.status, episode.ended)


def _opens_another(episode: _Open, stage: Stage) -> bool:
    is_over = episode.ended is not None
    return is_over and not stage.is_only_denied and stage.event in BEGINS | ONLY_HELD


def _enter(episode: _Open, one: Gathered, stage: Stage) -> None:
    was_held = stage.event in _TRIED and _is_held(episode)
    episode.stages.append(stage)
    if stage.is_only_denied:
        return
    if stage.event in ENDS:
        episode.ended = _end_after(episode.ended, _form_of(stage))
        episode.status = STATUS_OF_END.get(episode.ended, CustodyStatus.UNKNOWN)
    elif episode.ended is None:
        episode.status = _status_after(episode.status, one, stage, was_held=was_held)


def _form_of(stage: Stage) -> ReleaseForm:
    form = _held(dict(stage.slots).get("form", ()))
    return ReleaseForm(form) if form else ENDS[stage.event]


def _end_after(ended: ReleaseForm | None, form: ReleaseForm) -> ReleaseForm:
    """The end of an episode that was already over: whoever dies at liberty did not die in custody.

    A pardon, or an end of unknown form, gives way to what is said of the release itself.
    """
    if ended is None:
        return form
    gives_way = ended in (ReleaseForm.UNKNOWN, ReleaseForm.PARDONED)
    says_more = form not in (ReleaseForm.UNKNOWN, ReleaseForm.DIED)
    return form if gives_way and says_more else ended


def _status_after(
    status: CustodyStatus, one: Gathered, stage: Stage, *, was_held: bool
) -> CustodyStatus:
    event = stage.event
    if event is EventKind.SENTENCED:
        return _status_of_sentence(status, one, stage, was_held=was_held)
    if event in _TRIED and not was_held:
        return CustodyStatus.UNDER_PROSECUTION
    if event in ONLY_HELD and status in _FREE:
        status = CustodyStatus.UNKNOWN
    if event is EventKind.TRANSFERRED and status is CustodyStatus.CONVICTED:
        return CustodyStatus.SERVING
    return STATUS_AFTER.get(event, status)


def _status_of_sentence(
    status: CustodyStatus, one: Gathered, stage: Stage, *, was_held: bool
) -> CustodyStatus:
    sentence = _sentence_held(one, stage)
    if sentence is None or (sentence.kind is PenaltyKind.UNSPECIFIED and not sentence.duration):
        return CustodyStatus.CONVICTED if was_held else status
    if sentence.kind is PenaltyKind.FINE:
        return status if was_held else CustodyStatus.UNDER_PROSECUTION
    return STATUS_OF_SENTENCE.get(sentence.kind, CustodyStatus.CONVICTED)


def _sentence_held(one: Gathered, stage: Stage) -> Sentence | None:
    values = [value for value in dict(stage.slots).get("sentence", ()) if value.is_held]
    claims = {claim for value in values[:1] for claim in value.claims_for}
    return next((told.claim.sentence for told in one.told if told.id in claims), None)


def _held(values: Sequence[HeldValue]) -> str:
    return next((value.value for value in values if value.is_held), "")
