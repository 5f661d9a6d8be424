"""Claims about what happened to one person, gathered into stages: one event, all that speak of it.

Two claims are of one stage when they name the same kind of event and their dates can be the same,
or, for events that seldom recur, lie within the days that reports may disagree by, with nothing
between that would have made it two. The order in which claims were entered plays no part.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from habeas.ledger.event_kinds import BEGINS, DAYS_APART, DETENTION, ENDS, ONCE_IN_A_LIFE
from habeas.ledger.event_slots import ADDING_UP, slots_of
from habeas.ledger.weigh import Said, all_held, weigh
from habeas.model.claim import Claim, EventClaim
from habeas.model.document import Document
from habeas.model.partial_date import PartialDate
from habeas.model.person import HeldValue, Stage
from habeas.model.vocabulary import EventKind, Modality

HAPPENED = frozenset({Modality.ASSERTED, Modality.ALLEGED})


@dataclass(frozen=True, slots=True)
class Told:
    """A claim that counts, with its id and the document it stands in."""

    id: str
    claim: EventClaim
    document: Document | None
    origins: tuple[str, ...]

    @property
    def date(self) -> PartialDate | None:
        return self.claim.date.date if self.claim.date else None

    @property
    def published(self) -> PartialDate | None:
        return self.document.published if self.document else None


@dataclass(slots=True)
class Gathered:
    """Claims of one stage while they are being gathered; the first was the most finely dated."""

    event: EventKind
    date: PartialDate | None = None  # of the first claim that has one: others are compared with it
    told: list[Told] = field(default_factory=list)
    denials: list[Told] = field(default_factory=list)

    def take(self, one: Told) -> None:
        """Puts a claim with the others, for the event or against it."""
        self.date = self.date or one.date
        (self.denials if one.claim.modality is Modality.DENIED else self.told).append(one)


def gather(events: Iterable[Told]) -> list[Gathered]:
    """The stages that claims about one person come to; what is planned or demanded is none."""
    events = sorted(events, key=_finest_first)
    told = [one for one in events if one.claim.modality in HAPPENED]
    turns = _turns(told)
    stages: list[Gathered] = []
    for one in told:
        stage = _stage_for(one, stages, turns)
        if stage is None:
            stage = Gathered(one.claim.event)
            stages.append(stage)
        stage.take(one)
    for one in events:
        if one.claim.modality is Modality.DENIED:
            _deny(one, stages)
    return stages


def to_stage(gathered: Gathered, preferred: Mapping[str, str]) -> Stage:
    """The stage with its dates and slots weighed."""
    dates: list[Said] = []
    slots: dict[str, list[Said]] = {}
    for one in gathered.told + gathered.denials:
        if one.date is not None:
            dates.append(said(one.id, one.claim, one.origins, value=one.date))
        for name, value in slots_of(one.claim):
            slots.setdefault(name, []).append(said(one.id, one.claim, one.origins, value=value))
    return Stage(
        event=gathered.event,
        dates=weigh(dates, preferred),
        slots=tuple((name, _weighed(name, slots[name], preferred)) for name in sorted(slots)),
        claims_for=tuple(sorted(one.id for one in gathered.told)),
        claims_against=tuple(sorted(one.id for one in gathered.denials)),
    )


def said(
    name: str,
    claim: Claim,
    origins: tuple[str, ...],
    *,
    value: str | PartialDate,
    is_denied: bool | None = None,
) -> Said:
    """A claim's word on one value, ready to be weighed; denied as the claim is, unless told."""
    return Said(
        value=str(value),
        claim=name,
        origins=origins,
        is_denied=claim.modality is Modality.DENIED if is_denied is None else is_denied,
        reliability=claim.reliability,
        credibility=claim.credibility,
        date=value if isinstance(value, PartialDate) else None,
    )


def _weighed(name: str, values: list[Said], preferred: Mapping[str, str]) -> tuple[HeldValue, ...]:
    return all_held(values) if name in ADDING_UP else weigh(values, preferred)


def _finest_first(one: Told) -> tuple[object, ...]:
    date = one.date
    if date is None:
        return (2, 0, "", "", one.id)
    earliest, latest = date.earliest, date.latest
    if earliest is None or latest is None:
        return (1, 0, "", date.text, one.id)
    return (0, (latest - earliest).days, earliest.isoformat(), date.text, one.id)


def _turns(told: Sequence[Told]) -> Mapping[bool, list[PartialDate]]:
    """Dates at which detentions begin (True) and end (False)."""
    turns: dict[bool, list[PartialDate]] = {True: [], False: []}
    for one in told:
        if one.date is not None and (one.claim.event in BEGINS or one.claim.event in ENDS):
            turns[one.claim.event in BEGINS].append(one.date)
    return turns


def _stage_for(
    one: Told, stages: Iterable[Gathered], turns: Mapping[bool, list[PartialDate]]
) -> Gathered | None:
    """The stage a claim belongs to.

    A claim dated coarsely or not at all may fit several: it joins the latest its document can
    have known of, and makes no event of its own that nobody spoke of.
    """
    fitting = [
        stage
        for stage in stages
        if stage.event is one.claim.event and _is_one(one.date, stage.date, one.claim.event, turns)
    ]
    return _latest_known(fitting, one.published)


def _latest_known(stages: list[Gathered], until: PartialDate | None) -> Gathered | None:
    if len(stages) > 1:
        stages = sorted(stages, key=lambda stage: _first_day(stage.date))
    known = [stage for stage in stages if not _is_after(stage.date, until)]
    return known[-1] if known else (stages[0] if stages else None)


def _is_one(
    date: PartialDate | None,
    other: PartialDate | None,
    event: EventKind,
    turns: Mapping[bool, list[PartialDate]],
) -> bool:
    if date is None or other is None or event in ONCE_IN_A_LIFE:
        return True
    if date.overlaps(other) is not False:
        return True
    if _days_between(date, other) > DAYS_APART.get(event, 0):
        return False
    return not any(_is_between(turn, date, other) for turn in turns[event not in BEGINS])


def _days_between(one: PartialDate, other: PartialDate) -> float:
    first, second = sorted((one, other), key=_first_day)
    if first.latest is None or second.earliest is None:
        return 0
    return (second.earliest - first.latest) / timedelta(days=1)


def _is_between(turn: PartialDate, one: PartialDate, other: PartialDate) -> bool:
    first, second = sorted((one, other), key=_first_day)
    return first.is_before(turn) is True and turn.is_before(second) is True


def _is_after(date: PartialDate | None, until: PartialDate | None) -> bool:
    return date is not None and until is not None and until.is_before(date) is True


def _first_day(date: PartialDate | None) -> tuple[str, str]:
    if date is None:
        return ("", "")
    return (date.earliest.isoformat() if date.earliest else "", date.text)


def _deny(denial: Told, stages: list[Gathered]) -> None:
    """Puts a denial against the event it denies; alone where nobody else speaks of one."""
    event = denial.claim.event
    kinds = DETENTION if event in DETENTION else {event}
    until = denial.date or denial.published
    fitting = [stage for stage in stages if stage.event in kinds and stage.told]
    known = [stage for stage in fitting if not _is_after(stage.date, until)]
    last = max((_first_day(stage.date) for stage in known), default=None)
    denied = [stage for stage in known if _first_day(stage.date) == last]
    if not denied:
        alone = [stage for stage in stages if stage.event is event and not stage.told]
        denied = [stage for stage in alone if stage.date == denial.date]
    if not denied:
        denied = [Gathered(event)]
        stages.extend(denied)
    for stage in denied:
        stage.take(denial)
