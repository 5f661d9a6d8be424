"""An attribute of a person as it is found in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity


@dataclass(frozen=True, slots=True)
class Trait:
    """An attribute of a person, told at character `at`."""

    subject: Mention
    attribute: Attribute
    value: str | Quantity | PartialDate | Mention
    at: int
