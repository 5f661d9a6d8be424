"""A name as it stands in a quote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from habeas.model.errors import ValueMalformed
from habeas.model.quote import Span, is_whole


class MentionKind(StrEnum):
    """What sort of thing is named."""

    PERSON = "person"
    GROUP = "group"  # people counted or described, not named: "Ukrainians", "two other men"
    STATE = "state"
    BODY = "body"  # ministry, court, agency, organisation, outlet
    PLACE = "place"
    FORUM = "forum"  # conference, summit, platform
    INSTRUMENT = "instrument"  # declaration, treaty, law, resolution
    THING = "thing"  # what an action is about, in the words of the text
    UNSPECIFIED = "unspecified"


@dataclass(frozen=True, slots=True)
class Mention:
    """A name as written, where it stands, and the fuller form it stands for in the same document.

    `text` is the original form, never altered. `name` is the form to show and to look up, when it
    differs: the full name a surname or pronoun refers to, or the nominative. `span` is None for
    words typed by a person or taken from a table cell.
    """

    text: str
    kind: MentionKind = MentionKind.UNSPECIFIED
    span: Span | None = None
    name: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip() or not is_whole(self.text) or not is_whole(self.name):
            raise ValueMalformed(value=self.text, expected="a mention", example='"Olha B."')

    @property
    def label(self) -> str:
        """The form to show: the fuller name where one is known."""
        return self.name or self.text
