"""The places and authorities of a register: each with its mentions and the claims behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.view import View
from habeas.model.claim import AnyClaim, EventClaim
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate, from_day
from habeas.reference.bodies import bodies
from habeas.reference.control import Held, Hold, held_on
from habeas.reference.places import place
from habeas.resolution.places.authorities import AuthorityFound, resolve_authority
from habeas.resolution.places.resolve import How, PlaceFound, resolve_place

Found = PlaceFound | AuthorityFound
_NO_PLACE = (MentionKind.STATE, MentionKind.PERSON, MentionKind.GROUP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One place or authority; `id` and `name` are empty where the mention could not be resolved.

    `mentions` are its forms as written, each with the number of claims it stands in; `claims` are
    their ids. `candidates` are ids of what an unresolved mention may be. `held` is who holds a
    place on the day looked at.
    """

    id: str
    name: str
    sort: str
    how: How
    mentions: tuple[tuple[str, int], ...]
    claims: tuple[str, ...]
    candidates: tuple[str, ...] = ()
    held: Held = field(default_factory=lambda: Held(Hold.UNKNOWN))


@dataclass(slots=True)
class _Gathered:
    sort: str
    found: Found
    mentions: Counter[str] = field(default_factory=Counter)
    claims: dict[str, None] = field(default_factory=dict)


def places(view: View, day: date | None = None) -> list[Named]:
    """Resolved ones by the number of claims, then unresolved ones; denied events count too.

    `day` is the day who holds them is told of; None is today.
    """
    on = from_day(day or datetime.now(UTC).date())
    gathered: dict[tuple[str, str], _Gathered] = {}
    for kept in view.claims():
        if view.status_of(kept.id) is not ClaimStatus.HELD:
            continue
        for sort, mention in _mentions(kept.claim):
            found = _resolved(sort, mention)
            key = (found.id or mention.label, "" if found.id else sort)
            one = gathered.setdefault(key, _Gathered(sort, found))
            one.mentions[mention.text] += 1
            one.claims[kept.id] = None
    return sorted((_named(one, on) for one in gathered.values()), key=_order)


def _mentions(claim: AnyClaim) -> Iterator[tuple[str, Mention]]:
    if not isinstance(claim, EventClaim):
        return
    for mention in (claim.place, claim.origin):
        if mention is not None and mention.kind not in _NO_PLACE:
            yield "place", mention
    for mention in (claim.court, claim.holder, claim.agent):
        if mention is not None and mention.kind not in _NO_PLACE:
            yield "authority", mention


def _resolved(sort: str, mention: Mention) -> Found:
    """By the form to show, else by the words as they stand."""
    resolver = resolve_place if sort == "place" else resolve_authority
    found: Found = resolver(mention.label)
    return found if found.id or mention.label == mention.text else resolver(mention.text)


def _named(one: _Gathered, day: PartialDate) -> Named:
    return Named(
        id=one.found.id,
        name=name_of(one.found.id),
        sort=one.sort,
        how=one.found.how,
        mentions=tuple(sorted(one.mentions.items(), key=lambda each: (-each[1], each[0]))),
        claims=tuple(one.claims),
        candidates=one.found.candidates,
        held=held_on(one.found.id, day) if one.sort == "place" else Held(Hold.UNKNOWN),
    )


def name_of(identity: str) -> str:
    """The name of a place or body; of what is made of two, both: "Voronezh, remand prison 2"."""
    first, _, more = identity.partition("/")
    listed = place(identity) or place(first)
    own = listed.name if listed else next((one.name for one in bodies() if one.id == first), "")
    if not more:
        return own
    inner = place(more)
    return f"{own}, {inner.name if inner else more.replace('_', ' ').replace('-', ' ')}"


def _order(one: Named) -> tuple[bool, int, str, str]:
    return not one.id, -len(one.claims), one.name, one.mentions[0][0]
