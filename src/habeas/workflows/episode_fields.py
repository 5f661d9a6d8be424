"""Which detention a field belongs to: by the day it is said of, else where there is only one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from habeas.model.attribute import Attribute
from habeas.model.partial_date import PartialDate
from habeas.model.person import Episode, HeldAttribute, HeldValue, Person
from habeas.reference.fields import groups_of

# The groups of the union of fields that tell of a detention and not of who somebody is.
_OF_A_DETENTION = frozenset({"Deprivation episode", "Prosecution", "Treatment", "Access"})


def fields_by_episode(person: Person) -> Mapping[int, tuple[HeldAttribute, ...]]:
    """The attributes under the number of their episode, from 1; under 0 those of the person."""
    placed: dict[int, list[HeldAttribute]] = defaultdict(list)
    for held in person.attributes:
        values: dict[int, list[HeldValue]] = defaultdict(list)
        for value in held.values:
            values[_episode_of(held.attribute, value, person)].append(value)
        for number, own in values.items():
            placed[number].append(HeldAttribute(attribute=held.attribute, values=tuple(own)))
    return {number: tuple(own) for number, own in placed.items()}


def _episode_of(attribute: Attribute, value: HeldValue, person: Person) -> int:
    if not groups_of(attribute) <= _OF_A_DETENTION or not groups_of(attribute):
        return 0
    if not value.when:
        return 1 if len(person.episodes) == 1 else 0
    day = PartialDate(value.when)
    fitting = [
        number
        for number, episode in enumerate(person.episodes, start=1)
        if _may_cover(episode, day)
    ]
    return fitting[-1] if fitting else 0


def _may_cover(episode: Episode, day: PartialDate) -> bool:
    """Whether the day can lie between the beginning and the end of an episode."""
    dates = [stage.date for stage in episode.stages if stage.date]
    if not dates:
        return True
    is_over = episode.ended is not None and episode.stages[-1].date is not None
    begins_later = day.is_before(dates[0]) is True
    return not begins_later and not (is_over and dates[-1].is_before(day) is True)
