"""Facts in claim notation, as a register of invented documents in which every quote stands."""

from __future__ import annotations

import inspect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

from habeas.ledger.append import append
from habeas.ledger.drafts import claim_draft, decision_draft, document_draft
from habeas.ledger.register import Register
from habeas.ledger.subjects import PERSON, person_subject, persons_in
from habeas.ledger.view import View
from habeas.model.actor import Actor
from habeas.model.claim import AnyClaim
from habeas.model.decision import Choice, Decision
from habeas.model.document import Document
from habeas.model.entry import Draft, Head
from habeas.model.errors import NothingFound
from habeas.model.notation import parse
from habeas.model.person import Episode, Person
from habeas.model.quote import Quote
from habeas.protocols import Store
from habeas.stores.memory import MemoryStore

VERA = Actor("Vera")
START = datetime(2026, 3, 3, 12, tzinfo=UTC)


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def move(self, **step: float) -> None:
        self.at += timedelta(**step)


def written(name: str, quotes: Iterable[Quote]) -> str:
    """A text in which each quote stands at its offsets, spaces between, the name at the end."""
    quotes = list(quotes)
    text = [" "] * max(quote.span.end for quote in quotes)
    for quote in quotes:
        start, end = quote.span.start, quote.span.end
        assert len(quote.text) == end - start, f"{quote.text!r} has {len(quote.text)} characters"
        there = "".join(text[start:end])
        assert not there.strip() or there == quote.text, f"{there!r} stands where {quote.text!r} is"
        text[start:end] = quote.text
    return f"{''.join(text)}\n{name}"


def document_of(content: bytes, *, name: str = "", publisher: str = "") -> Document:
    return Document(
        sha256=sha256(content).hexdigest(),
        size=len(content),
        media_type="text/plain",
        captured_at=START,
        captured_by="Vera",
        tool="a test",
        original_name=name,
        publisher=publisher,
        encoding="utf-8",
    )


class Facts(Register):
    """A register that tests fill; a name that stands in several documents is one person.

    That it is one is a decision like any other, signed by a rule of the tests.
    """

    def __init__(self, store: Store | None = None) -> None:
        self.now = Clock()
        super().__init__(store or MemoryStore(), self.now)

    def enter(self, *drafts: Draft, reason: str = "a test", actor: Actor = VERA) -> Head:
        return append(self, drafts, actor=actor, reason=reason, after=self.head.position)

    def tell(self, notation: str) -> list[AnyClaim]:
        """Enters facts with their documents, and joins what goes by one name."""
        drafts, claims = self.drafts(notation)
        self.enter(*drafts)
        if joins := same_names(claims):
            self.enter(*map(decision_draft, joins), actor=Actor("rule:same-name/test"))
        return claims

    def drafts(self, notation: str) -> tuple[list[Draft], list[AnyClaim]]:
        """The drafts of documents and claims, with the documents' bytes kept; none is entered."""
        claims = parse(inspect.cleandoc(notation))
        quotes: dict[str, list[Quote]] = defaultdict(list)
        for claim in claims:
            quotes[claim.quote.document].append(claim.quote)
        documents = {name: self._capture(name, of) for name, of in quotes.items()}
        claims = [
            replace(
                claim,
                quote=replace(claim.quote, document=documents[claim.quote.document].sha256),
            )
            for claim in claims
        ]
        drafts = [document_draft(document) for document in documents.values()]
        return drafts + [claim_draft(claim) for claim in claims], claims

    def decide(
        self,
        choice: Choice,
        *about: str,
        supersedes: str = "",
        by: str = "Vera",
        reason: str = "a test",
        instead: tuple[str, ...] = (),
    ) -> str:
        """Enters a decision and gives its id."""
        decision = Decision(
            choice=choice,
            about=about,
            reason=reason,
            by=by,
            supersedes=supersedes,
            instead=instead,
        )
        draft = decision_draft(decision)
        self.enter(draft)
        return draft.id

    def person(self, name: str, view: View | None = None) -> Person:
        found = (view or self.view()).person(name)
        if len(found) != 1:
            raise NothingFound(what="person", wanted=name, remedy=f"{len(found)} found.")
        return found[0]

    def episode(self, name: str) -> Episode:
        (episode,) = self.person(name).episodes
        return episode

    def _capture(self, name: str, quotes: Sequence[Quote]) -> Document:
        content = written(name, quotes).encode()
        self.store.put_blob(content)
        return document_of(content, name=name, publisher=f"outlet {name}")


def same_names(claims: Iterable[AnyClaim]) -> list[Decision]:
    """Decisions that join the persons who go by one name in several documents."""
    keys: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for mention in persons_in(claim):
            keys[mention.label].add(person_subject(claim.quote.document, mention.label))
    return [
        Decision(
            choice=Choice.SAME,
            about=tuple(sorted(subjects)),
            reason=f"both are called {name}",
            by="rule:same-name/test",
        )
        for name, subjects in keys.items()
        if len(subjects) > 1
    ]


def subject_of(claim: AnyClaim) -> str:
    """The key of the one person a claim is about."""
    (mention,) = persons_in(claim)
    subject = person_subject(claim.quote.document, mention.label)
    assert subject.startswith(PERSON)
    return subject
