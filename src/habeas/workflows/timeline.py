"""One person in time: what happened, each value with who says so and who says otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from habeas.ledger.independence import origins_of
from habeas.ledger.rulings import ClaimStatus
from habeas.ledger.stages import said
from habeas.ledger.subjects import persons_in, subject_named
from habeas.ledger.view import KeptClaim, View
from habeas.ledger.weigh import Said, all_held
from habeas.model.claim import AnyClaim, CharacterisationClaim, LeverageClaim
from habeas.model.document import Document
from habeas.model.person import HeldAttribute, HeldValue, Person
from habeas.workflows.episode_fields import fields_by_episode
from habeas.workflows.person_records import RecordShown, records_of
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
    """A value with the claims for and against it, and the rule that chose it.

    `when` is the time it is said of, where it can change.
    """

    value: str
    when: str
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
    """A person with all lines in the order of their episodes; fields stand behind them.

    `records` are findings, actions, consents and the handling, as they stand.
    """

    person: Person
    lines: tuple[Line, ...]
    records: tuple[RecordShown, ...] = ()


def timelines(view: View, name: str, *, is_as_written: bool = False) -> list[Timeline]:
    """Everybody of that name, each in time. Raises: NothingFound."""
    found = everybody_named(view, name, is_as_written=is_as_written)
    return [timeline(view, one.person) for one in found]


def timeline(view: View, person: Person) -> Timeline:
    """One person in time."""
    told = _Said(view, person)
    fields = fields_by_episode(person)
    lines: list[Line] = []
    for number, episode in enumerate(person.episodes, start=1):
        for stage in episode.stages:
            what = stage.event.value
            dates = stage.dates or (HeldValue(value="", claims_for=stage.claims_for),)
            lines.append(Line(number, what, "", told.values(dates, stage.claims_against)))
            lines += [Line(number, what, slot, told.values(values)) for slot, values in stage.slots]
        lines += told.fields(number, fields.get(number, ()))
    lines += told.fields(0, fields.get(0, ()))
    lines += [Line(0, what, "", told.values(values)) for what, values in told.called()]
    return Timeline(person, tuple(lines), tuple(records_of(view, told.subjects())))


class _Said:
    """The claims on a person by their ids, with what is needed to say who stands behind them."""

    def __init__(self, view: View, person: Person) -> None:
        self._view = view
        self._person = person
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
                when=one.when,
                is_held=one.is_held,
                origins=one.origins,
                rule=one.rule,
                said=self._all(one.claims_for),
                denied=self._all((*one.claims_against, *denied)),
            )
            for one in values
        )

    def fields(self, number: int, held: Iterable[HeldAttribute]) -> list[Line]:
        """A line for each field of an episode, or of the person."""
        return [Line(number, one.attribute.value, "", self.values(one.values)) for one in held]

    def subjects(self) -> Iterator[str]:
        """Every key the person and the episodes go by."""
        names = {name.value for name in self._person.names}
        keys = {
            subject_named(one.claim, mention)
            for one in self._kept.values()
            for mention in persons_in(one.claim)
            if mention.label in names
        }
        for key in keys | {self._person.id}:
            yield key
            yield from (f"{key}/{at}" for at in range(1, len(self._person.episodes) + 1))

    def called(self) -> Iterator[tuple[str, tuple[HeldValue, ...]]]:
        """What their detention, trial or treatment is called, and what it is tied to."""
        told: dict[str, list[Said]] = {}
        for name, one in self._kept.items():
            if self._view.status_of(name) is not ClaimStatus.HELD:
                continue
            for what, value in _called(one.claim):
                origins = origins_of(one.claim, self._documents[one.claim.quote.document])
                told.setdefault(what, []).append(said(name, one.claim, origins, value=value))
        yield from ((what, all_held(several)) for what, several in told.items())

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


def _called(claim: AnyClaim) -> Iterator[tuple[str, str]]:
    if isinstance(claim, CharacterisationClaim):
        yield "called", claim.label.value
    elif isinstance(claim, LeverageClaim):
        wanted = claim.object.label if claim.object else ""
        yield "leverage", f"{claim.leverage.value}: {wanted}".rstrip(": ")


def _by(claim: AnyClaim, document: Document) -> str:
    """Whose word it is: the speaker as written, else the source of the document."""
    if claim.speaker is not None:
        return claim.speaker.label
    named = document.publisher or document.source or document.original_name
    return named or origins_of(claim, document)[0].removeprefix("asserter:")
