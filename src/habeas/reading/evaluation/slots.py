"""The slots of a claim that are scored by themselves, once the claim itself is right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from habeas.model.claim import ActionClaim, AnyClaim, EventClaim, FigureClaim
from habeas.reading.evaluation.sameness import (
    same_charges,
    same_date,
    same_parties,
    same_party,
    same_sentence,
    share_a_party,
)

Same = Callable[[Any, Any], bool]

_OF_ALL: dict[str, Same] = {"date": same_date, "speaker": same_party, "via": same_parties}
_OF_EVENTS: dict[str, Same] = {
    "place": same_party,
    "origin": same_party,
    "agent": same_party,
    "holder": same_party,
    "charges": same_charges,
    "sentence": same_sentence,
    "court": same_party,
    "form": lambda one, other: one is other,
    "counterparts": share_a_party,
    "mediator": same_party,
    "until": same_date,
}
_OF_FIGURES: dict[str, Same] = {
    "population": same_party,
    "territory": share_a_party,
    "holder": same_party,
    "unit": lambda one, other: one is other,
}
_OF_ACTIONS: dict[str, Same] = {
    "actors": same_parties,
    "targets": same_parties,
    "on_behalf_of": same_parties,
    "place": same_party,
    "due": same_date,
}
_EXACT: dict[str, Same] = {"modality": lambda one, other: one is other}


def slots(found: AnyClaim, wanted: AnyClaim) -> Iterator[tuple[str, bool, bool, bool]]:
    """Of each slot: its name, whether it was filled, whether it should be, whether it is right."""
    named = {**_EXACT, **_OF_ALL, **_of_kind(found)}
    if isinstance(found, EventClaim) and isinstance(wanted, EventClaim):
        yield "event", True, True, found.event is wanted.event
    for name, is_same in named.items():
        one, other = getattr(found, name), getattr(wanted, name)
        is_filled, is_told = bool(one), bool(other)
        if is_filled or is_told:
            yield name, is_filled, is_told, is_filled and is_told and is_same(one, other)


def _of_kind(claim: AnyClaim) -> dict[str, Same]:
    match claim:
        case EventClaim():
            return _OF_EVENTS
        case FigureClaim():
            return _OF_FIGURES
        case ActionClaim():
            return _OF_ACTIONS
        case _:
            return {}
