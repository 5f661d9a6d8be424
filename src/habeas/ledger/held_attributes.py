"""What somebody is, has or is called, weighed.

What changes with time is weighed day by day: a visit asked for in May and one refused in June are
two, though both are consular access.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from habeas.ledger.stages import HAPPENED, said
from habeas.ledger.weigh import Said, all_held, weigh
from habeas.model.attribute import Attribute
from habeas.model.claim import AttributeClaim
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.person import HeldAttribute, HeldValue
from habeas.model.vocabulary import Modality
from habeas.reference.fields import Flag, flags_of

# A person has one of these, so values compete; of all others there may be several, at once or in
# turn, and all are held. Source: flag R and T of the field list, docs/reference/fields.md.
ONLY_ONE = frozenset(
    {
        Attribute.NAME,
        Attribute.FATHER_NAME,
        Attribute.MOTHER_NAME,
        Attribute.SEX,
        Attribute.BIRTH_DATE,
        Attribute.BIRTH_PLACE,
        Attribute.AGE_AT_DETENTION,
        Attribute.CIVIL_OR_MILITARY,
        Attribute.DEATH_CAUSE,
    }
)


def attributes_of(
    claims: Iterable[tuple[str, AttributeClaim, tuple[str, ...]]], preferred: Mapping[str, str]
) -> tuple[HeldAttribute, ...]:
    """The attributes of one person, in the order of the list, each with all its values.

    `claims` with their ids and the marks of their origins.
    """
    said_of: dict[Attribute, list[tuple[str, Said]]] = defaultdict(list)
    for name, claim, origins in claims:
        if claim.modality in HAPPENED or claim.modality is Modality.DENIED:
            told = said(name, claim, origins, value=_value(claim))
            said_of[claim.attribute].append((_when(claim), told))
    if not said_of:
        return ()
    return tuple(
        HeldAttribute(
            attribute=attribute,
            values=tuple(_held(attribute, _by_time(said_of[attribute]), preferred)),
        )
        for attribute in Attribute
        if attribute in said_of
    )


def _by_time(said_of: Iterable[tuple[str, Said]]) -> Mapping[str, list[Said]]:
    """What is said of each time; who denies a value and names no day denies it of every day."""
    by_time: dict[str, list[Said]] = defaultdict(list)
    undated: list[Said] = []
    for when, told in said_of:
        (undated if told.is_denied and not when else by_time[when]).append(told)
    for denial in undated:
        times = [when for when in by_time if denial.value in {one.value for one in by_time[when]}]
        for when in times or [""]:
            by_time[when].append(denial)
    return by_time


def _held(
    attribute: Attribute, said_of: Mapping[str, list[Said]], preferred: Mapping[str, str]
) -> Iterator[HeldValue]:
    """The values of each time, the undated first, then in the order of their dates."""
    for when in sorted(said_of):
        said_then = said_of[when]
        competes = attribute in ONLY_ONE
        values = weigh(said_then, preferred) if competes else all_held(said_then)
        yield from (replace(one, when=when) for one in values) if when else values


def _when(claim: AttributeClaim) -> str:
    """The time that what changes is said of: a date, an interval, or nothing."""
    if Flag.TIME_VARYING not in flags_of(claim.attribute):
        return ""
    since = claim.date.date.text if claim.date else ""
    if claim.until is None:
        return since
    return f"{since.partition('/')[0] or '..'}/{claim.until.date.text.rpartition('/')[2]}"


def _value(claim: AttributeClaim) -> str | PartialDate:
    value = claim.value
    if isinstance(value, str | PartialDate):
        return value
    return value.label if isinstance(value, Mention) else str(value)
