"""What somebody is, has or is called, weighed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from habeas.ledger.stages import HAPPENED, said
from habeas.ledger.weigh import Said, all_held, weigh
from habeas.model.attribute import Attribute
from habeas.model.claim import AttributeClaim
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.person import HeldAttribute
from habeas.model.vocabulary import Modality

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
    values: dict[Attribute, list[Said]] = defaultdict(list)
    for name, claim, origins in claims:
        if claim.modality in HAPPENED or claim.modality is Modality.DENIED:
            values[claim.attribute].append(said(name, claim, origins, value=_value(claim)))
    return tuple(
        HeldAttribute(
            attribute=attribute,
            values=weigh(values[attribute], preferred)
            if attribute in ONLY_ONE
            else all_held(values[attribute]),
        )
        for attribute in Attribute
        if attribute in values
    )


def _value(claim: AttributeClaim) -> str | PartialDate:
    value = claim.value
    if isinstance(value, str | PartialDate):
        return value
    return value.label if isinstance(value, Mention) else str(value)
