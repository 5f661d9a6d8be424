"""All episodes of detention in a register, a line each: who, since when, where, by whom, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.ledger.view import View
from habeas.model.person import Episode, HeldValue, Person


@dataclass(frozen=True, slots=True)
class EpisodeShown:
    """One episode as held. Dates are EDTF; `days` is for whoever knows both ends to the day."""

    person: Person
    episode: Episode
    number: int
    began: str
    ended: str
    place: str
    holder: str
    charges: tuple[str, ...]
    sentence: str
    transfers: int


def episodes(view: View, *, only_held: bool = False) -> list[EpisodeShown]:
    """Episodes by the day they began, those without a date last."""
    found = [
        _shown(person, episode, number)
        for person in view.persons()
        for number, episode in enumerate(person.episodes, start=1)
        if episode.is_held or not only_held
    ]
    return sorted(found, key=lambda one: (not one.began, one.began, one.person.name))


def _shown(person: Person, episode: Episode, number: int) -> EpisodeShown:
    dates = [stage.date.text for stage in episode.stages if stage.date]
    last = episode.stages[-1].date if episode.stages else None
    return EpisodeShown(
        person=person,
        episode=episode,
        number=number,
        began=dates[0] if dates else "",
        ended=(last.text if last else "?") if episode.ended else "",
        place=_last(episode, "place"),
        holder=_last(episode, "holder"),
        charges=tuple(dict.fromkeys(_slots(episode, "charge"))),
        sentence=_last(episode, "sentence"),
        transfers=sum(stage.event.value == "transferred" for stage in episode.stages),
    )


def _last(episode: Episode, slot: str) -> str:
    found = list(_slots(episode, slot))
    return found[-1] if found else ""


def _slots(episode: Episode, slot: str) -> Iterator[str]:
    """Values that stand in a slot, stage by stage."""
    for stage in episode.stages:
        values: Iterable[HeldValue] = dict(stage.slots).get(slot, ())
        yield from (one.value for one in values if one.is_held)
