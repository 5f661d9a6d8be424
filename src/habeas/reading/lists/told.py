"""What a line of a list tells, made ready as claims: events of its people, and what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, FigureStatus, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.block import Block, Item, Total
from habeas.reading.lists.leads import Lead
from habeas.reading.lists.line_fields import Fields
from habeas.text.date_values import stretch

_CHARGED = frozenset(
    {EventKind.CHARGED, EventKind.REMANDED, EventKind.TRIED, EventKind.SENTENCED, EventKind.HELD,
     EventKind.ARRESTED, EventKind.APPEAL_DECIDED}
)  # fmt: skip
_FREED = frozenset({EventKind.RELEASED, EventKind.PARDONED, EventKind.EXCHANGED})
_JUDGED = frozenset({EventKind.TRIED, EventKind.SENTENCED, EventKind.APPEAL_DECIDED})
_OUTCOMES = frozenset(
    {EventKind.SENTENCED, EventKind.RELEASED, EventKind.REMANDED, EventKind.APPEAL_DECIDED}
)
# What a line says of somebody who is listed among those freed and was not.
_STILL = frozenset({EventKind.DIED, EventKind.PARDONED})
_TAKEN = frozenset({EventKind.ARRESTED, EventKind.HELD, EventKind.REMANDED})
_VANISHED = frozenset({EventKind.DISAPPEARED, EventKind.ABDUCTED})
_PLACED = frozenset({EventKind.RELEASED, EventKind.DIED, EventKind.TRANSFERRED})
_COUNTED = {
    EventKind.HELD: FigureStatus.HELD, EventKind.ARRESTED: FigureStatus.ARRESTED,
    EventKind.RELEASED: FigureStatus.RELEASED, EventKind.SENTENCED: FigureStatus.SENTENCED,
    EventKind.CHARGED: FigureStatus.CHARGED, EventKind.DIED: FigureStatus.KILLED,
    EventKind.DISAPPEARED: FigureStatus.DISAPPEARED, EventKind.SEARCHED: FigureStatus.SEARCHED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """What a line tells of its people: an event with its slots, an attribute, or a number."""

    line: Span
    persons: tuple[Mention, ...]
    slots: dict[str, Any]

    @property
    def is_event(self) -> bool:
        return "event" in self.slots


def told_by(block: Block) -> Iterator[Told]:
    """What all the lines of a list tell, in order."""
    for item in block.items:
        yield from told_of(item)
    for total in block.totals:
        yield _of_total(total)


def told_of(item: Item) -> Iterator[Told]:
    """What one line tells of its people."""
    persons = tuple(one.mention for one in item.begun.people)
    events = list(_events(item.lead, item.fields))
    yield from (Told(item.span, persons, slots) for slots in events)
    for attribute, value in item.fields.traits if len(persons) == 1 else ():
        yield Told(item.span, persons, {"attribute": attribute, "value": value})


def _events(lead: Lead, fields: Fields) -> Iterator[dict[str, Any]]:
    """What the lead-in tells, unless the line tells that it is over; then the line's own events."""
    own = _sure(lead, [dict(one) for one in fields.events])
    for one in own:
        _close(one, lead)
    kinds = {one["event"] for one in own}
    first = _of_lead(lead, fields)
    if first is not None and lead.kind in _JUDGED and kinds & (_OUTCOMES - {lead.kind}):
        first = None
    if first is not None and first["event"] in _FREED and kinds & _STILL:
        first = None
    if first is not None and first["event"] in _TAKEN and kinds & _VANISHED:
        first = None  # among those arrested, somebody of whom it is told that he disappeared
    if first is not None and first["event"] in kinds:
        same = next(one for one in own if one["event"] is first["event"])
        own.remove(same)
        first |= {name: value for name, value in same.items() if value is not None}
        first["modality"] = _stronger(lead.modality, same["modality"])
    charged = next((one for one in own if one["event"] is EventKind.SENTENCED), None) or first
    if charged is not None and fields.charges and charged["event"] in _CHARGED:
        charged["charges"] = fields.charges
    elif fields.charges and not own:
        own.append({"event": EventKind.CHARGED, "charges": fields.charges})
    _place(lead, fields, [*([first] if first is not None else []), *own])
    yield from ([first] if first is not None else [])
    yield from own


def _close(event: dict[str, Any], lead: Lead) -> None:
    """Custody since a day, told of somebody freed, lasted until then."""
    since = event.pop("since", None)
    if since is not None:
        if lead.date is None:
            whole = PartialDate(f"{since.date.text.partition('/')[0]}/..")
        else:
            # The day of a lead-in may be another's: what began after it did not end on it.
            whole = stretch(since.date, lead.date.date) or since.date
        event["date"] = replace(since, date=whole)


def _sure(lead: Lead, own: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events of a line without what only names a stage of what is to come, or takes one back.

    "verdict" in a docket of next week tells of no verdict; "amnestied, but not yet home" is told.
    """
    if lead.kind is EventKind.TRIED and lead.modality is Modality.PLANNED:
        return [one for one in own if one.get("sentence") is not None]
    said = [one for one in own if one["modality"] is not Modality.DENIED]
    return said or own


def _place(lead: Lead, fields: Fields, events: list[dict[str, Any]]) -> None:
    """Gives the place of custody a line names to what it tells: to custody, else to its end."""
    if fields.place is None:
        return
    placed = [one for one in events if one["event"] in _PLACED and one.get("place") is None]
    held = [one for one in events if one["event"] is EventKind.HELD]
    chosen = held or placed or [one for one in events if one["event"] is lead.kind]
    if chosen:
        chosen[-1]["place"] = fields.place
    else:
        events.append({"event": EventKind.HELD, "place": fields.place})


def _of_lead(lead: Lead, fields: Fields) -> dict[str, Any] | None:
    kind, date = lead.kind, lead.date
    if kind is None:
        return None
    if kind is EventKind.HELD and fields.is_ended:
        if not lead.is_count:
            return None
        kind, date = EventKind.ARRESTED, None
    unsure = Modality.ALLEGED if fields.is_unsure else Modality.ASSERTED
    slots: dict[str, Any] = {
        "event": kind,
        "date": _lasting(kind, fields, date),
        "place": lead.place,
        "modality": _stronger(lead.modality, unsure),
    }
    arrested = any(one["event"] is EventKind.ARRESTED for one in fields.events)
    if kind is EventKind.HELD and arrested and lead.place is None and fields.place is None:
        return None  # who was arrested is told of once, where nothing tells where he is held
    if kind is EventKind.TRIED and lead.modality is Modality.ASSERTED and fields.left:
        return None  # the words that are not understood may tell how the trial ended
    if kind in _FREED:
        slots["form"] = fields.form or lead.form
    if kind in _JUDGED:
        slots["court"] = lead.court
    return slots


def _lasting(kind: EventKind, fields: Fields, date: WrittenDate | None) -> WrittenDate | None:
    """The day of an event; of custody that is told to last since a day, all the time."""
    since = fields.since
    if since is None or kind is not EventKind.HELD or date is None:
        return fields.date or date
    return replace(since, date=PartialDate(f"{since.date.text}/{date.date.text}"))


def _stronger(one: Modality, other: Modality) -> Modality:
    """Of two manners the one that asserts less; a line may take back what its list says."""
    return other if one is Modality.ASSERTED else one


def _of_total(total: Total) -> Told:
    status = _COUNTED.get(total.lead.kind, FigureStatus.OTHER) if total.lead.kind else None
    quantity = Quantity.of(total.number, words=total.words)
    slots = {
        "status": status or FigureStatus.OTHER,
        "quantity": quantity,
        "date": total.lead.date,
        "modality": total.lead.modality,
    }
    return Told(total.span, (), slots)
