"""All episodes of detention in a register, a line each: who, since when, where, by whom, why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.ledger.view import View
from habeas.model.person import Episode, HeldAttribute, HeldValue, Person
from habeas.workflows.episode_fields import fields_by_episode


@dataclass(frozen=True, slots=True)
class EpisodeShown:
    """One episode as held. Dates are EDTF.

    `fields` are what is held of it beside its stages, each as "health 2023-05-01: poor".
    """

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
    agents: tuple[str, ...]
    courts: tuple[str, ...]
    counterparts: tuple[str, ...]
    mediators: tuple[str, ...]
    concession: str
    fields: tuple[str, ...]


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
        charges=_each(episode, "charge"),
        sentence=_last(episode, "sentence"),
        transfers=sum(stage.event.value == "transferred" for stage in episode.stages),
        agents=_each(episode, "agent"),
        courts=_each(episode, "court"),
        counterparts=_each(episode, "counterpart"),
        mediators=_each(episode, "mediator"),
        concession=_last(episode, "concession"),
        fields=tuple(_fields(fields_by_episode(person).get(number, ()))),
    )


def _fields(held: Iterable[HeldAttribute]) -> Iterator[str]:
    for one in held:
        for value in one.values:
            if value.is_held:
                head = f"{one.attribute.value.replace('_', ' ')} {value.when}".rstrip()
                yield f"{head}: {value.value}"


def _each(episode: Episode, slot: str) -> tuple[str, ...]:
    """The values of a slot, each once, in the order of the stages."""
    return tuple(dict.fromkeys(_slots(episode, slot)))


def _last(episode: Episode, slot: str) -> str:
    found = list(_slots(episode, slot))
    return found[-1] if found else ""


def _slots(episode: Episode, slot: str) -> Iterator[str]:
    """Values that stand in a slot, stage by stage."""
    for stage in episode.stages:
        values: Iterable[HeldValue] = dict(stage.slots).get(slot, ())
        yield from (one.value for one in values if one.is_held)
