"""Who does something to the register: a person or a rule. No password, no account."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The name that signs entries, and the roles it acts under.

    A rule signs as `rule:<name>/<version>`; everybody else is a person.
    """

    name: str
    roles: frozenset[str] = frozenset()

    @property
    def is_rule(self) -> bool:
        """Whether a rule acts, not a person."""
        return self.name.startswith("rule:")
