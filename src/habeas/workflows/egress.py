"""Lets text of documents leave for an endpoint, takes that back, and notes each sending.

Nothing leaves by default. With a register, the register itself must hold the permission, entered by
a person with a reason; a setting alone sends nothing. A sending is entered before it happens, so
that a crash can leave an entry too many, never one too few.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from habeas.ledger.drafts import permission_draft, sending_draft
from habeas.ledger.permissions import permissions_in_force, sendings
from habeas.ledger.register import Register
from habeas.model.actor import Actor
from habeas.model.egress import Permission, Sending
from habeas.model.errors import EgressRefused
from habeas.reading.language_model.endpoint import endpoint_of
from habeas.workflows.keep import keep


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """One endpoint of a register: the permission that holds, None where none does; what went."""

    endpoint: str
    permission: Permission | None
    times: int = 0
    characters: int = 0


def allow(register: Register, *, actor: Actor, endpoint: str, reason: str) -> Permission:
    """Enters that text of this register may go to an endpoint.

    Raises: ValueMalformed, for what is no endpoint or no reason; RegisterNotWritable.
    """
    return _say(register, actor=actor, endpoint=endpoint, reason=reason, is_allowed=True)


def revoke(register: Register, *, actor: Actor, endpoint: str, reason: str) -> Permission:
    """Enters that no more text of this register may go there. Raises: as `allow`."""
    return _say(register, actor=actor, endpoint=endpoint, reason=reason, is_allowed=False)


def outlets(register: Register) -> list[Outlet]:
    """Every endpoint that may be sent to, or once was, by address."""
    holding = permissions_in_force(register.store)
    times: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for sending in sendings(register.store):
        times[sending.endpoint] += 1
        characters[sending.endpoint] += sending.characters
    return [
        Outlet(
            endpoint=endpoint,
            permission=holding.get(endpoint),
            times=times[endpoint],
            characters=characters[endpoint],
        )
        for endpoint in sorted({*holding, *times})
    ]


def _say(
    register: Register, *, actor: Actor, endpoint: str, reason: str, is_allowed: bool
) -> Permission:
    permission = Permission(
        endpoint=str(endpoint_of(endpoint)),
        is_allowed=is_allowed,
        by=actor.name,
        reason=reason,
        at=register.clock(),
    )
    verb = "allow" if is_allowed else "revoke"
    keep(register, [permission_draft(permission)], actor=actor, reason=f"egress {verb}")
    return permission


class RegisterEgress:
    """Lets text out where the register holds a permission, and enters each sending in it."""

    def __init__(self, register: Register, actor: Actor) -> None:
        self._register = register
        self._actor = actor

    def check(self, endpoint: str) -> None:
        """Raises: EgressRefused, where the register holds no permission for the endpoint."""
        if endpoint not in permissions_in_force(self._register.store):
            place = self._register.store.location
            raise EgressRefused(
                endpoint=endpoint,
                why="this register does not allow it",
                remedy="If its documents may go there: habeas egress allow "
                f'{endpoint} --register {place} --reason "..."',
            )

    def let_out(self, sending: Sending) -> None:
        self.check(sending.endpoint)
        keep(self._register, [sending_draft(sending)], actor=self._actor, reason="read")


class NamedEgress:
    """Without a register: lets text out to the one endpoint named on the command line, if any.

    `sent` holds what went; nothing else keeps it.
    """

    def __init__(self, named: str = "") -> None:
        self._named = str(endpoint_of(named)) if named else ""
        self.sent: list[Sending] = []

    def check(self, endpoint: str) -> None:
        """Raises: EgressRefused, for any endpoint but the one that was named."""
        if endpoint != self._named:
            raise EgressRefused(
                endpoint=endpoint,
                why="there is no register that allows it, and it was not named",
                remedy=f"To send it all the same: --send-to {endpoint}",
            )

    def let_out(self, sending: Sending) -> None:
        self.check(sending.endpoint)
        self.sent.append(sending)
