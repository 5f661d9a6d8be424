"""One person in time: what happened, each value with who says so and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from habeas.ledger.independence import origins_of
from habeas.ledger.view import KeptClaim, View
from habeas.model.claim import AnyClaim
from habeas.model.document import Document
from habeas.model.person import HeldValue, Person
from habeas.workflows.show import person as everybody_named


@dataclass(frozen=True, slots=True)
class Saying:
    """One claim behind a value: who says it, where, since when we know, and in which words."""

    claim: str
    by: str
    document: str
    published: str
    entered: str
    quote: str


@dataclass(frozen=True, slots=True)
class ValueShown:
    """A value with the claims for and against it, and the rule that chose it."""

    value: str
    is_held: bool
    origins: int
    rule: str
    said: tuple[Saying, ...]
    denied: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a life: an event of an episode, or a field; `slot` names what of the event."""

    episode: int
    what: str
    slot: str
    values: tuple[ValueShown, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A person with all lines in the order of their episodes; fields stand behind them."""

    person: Person
    lines: tuple[Line, ...]


def timelines(view: View, name: str, *, is_as_written: bool = False) -> list[Timeline]:
    """Everybody of that name, each in time. Raises: NothingFound."""
    found = everybody_named(view, name, is_as_written=is_as_written)
    return [timeline(view, one.person) for one in found]


def timeline(view: View, person: Person) -> Timeline:
    """One person in time."""
    said = _Said(view, person)
    lines: list[Line] = []
    for number, episode in enumerate(person.episodes, start=1):
        for stage in episode.stages:
            what = stage.event.value
            dates = stage.dates or (HeldValue(value="", claims_for=stage.claims_for),)
            lines.append(Line(number, what, "", said.values(dates, stage.claims_against)))
            lines += [Line(number, what, slot, said.values(values)) for slot, values in stage.slots]
    lines += [
        Line(0, attribute.attribute.value, "", said.values(attribute.values))
        for attribute in person.attributes
    ]
    return Timeline(person, tuple(lines))


class _Said:
    """The claims on a person by their ids, with what is needed to say who stands behind them."""

    def __init__(self, view: View, person: Person) -> None:
        self._kept: dict[str, KeptClaim] = {name: view.claim(name) for name in person.claims}
        self._documents = {
            sha256: view.document(sha256)
            for sha256 in {one.claim.quote.document for one in self._kept.values()}
        }

    def values(
        self, values: Iterable[HeldValue], denied: Iterable[str] = ()
    ) -> tuple[ValueShown, ...]:
        """The values with who stands behind each; `denied` are claims against all of them."""
        return tuple(
            ValueShown(
                value=one.value,
                is_held=one.is_held,
                origins=one.origins,
                rule=one.rule,
                said=self._all(one.claims_for),
                denied=self._all((*one.claims_against, *denied)),
            )
            for one in values
        )

    def _all(self, names: Iterable[str]) -> tuple[Saying, ...]:
        return tuple(self._saying(name) for name in dict.fromkeys(names) if name in self._kept)

    def _saying(self, name: str) -> Saying:
        kept = self._kept[name]
        document = self._documents[kept.claim.quote.document]
        return Saying(
            claim=name,
            by=_by(kept.claim, document),
            document=document.sha256,
            published=document.published.text if document.published else "",
            entered=kept.entry.recorded_at.date().isoformat(),
            quote=kept.claim.quote.text,
        )


def _by(claim: AnyClaim, document: Document) -> str:
    """Whose word it is: the speaker as written, else the source of the document."""
    if claim.speaker is not None:
        return claim.speaker.label
    named = document.publisher or document.source or document.original_name
    return named or origins_of(claim, document)[0].removeprefix("asserter:")
