"""The only door: what it lets in, what it refuses, and that refusing leaves nothing behind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from habeas.ledger.append import append, is_known
from habeas.ledger.drafts import (
    claim_draft,
    decision_draft,
    document_draft,
    draft_of,
    problem_draft,
    source_draft,
)
from habeas.ledger.register import Register
from habeas.ledger.subjects import person_subject, subject_named
from habeas.model.actor import Actor
from habeas.model.claim import EventClaim, Reading
from habeas.model.consent import Consent, ConsentTier
from habeas.model.decision import Choice, Decision
from habeas.model.entry import GENESIS, Draft, EntryKind
from habeas.model.errors import EntryRefused, LostRace
from habeas.model.mention import Mention, MentionKind
from habeas.model.notation import parse_one
from habeas.model.partial_date import PartialDate
from habeas.model.place import Place, PlaceKind
from habeas.model.problem import Problem
from habeas.model.quote import Quote, Span
from habeas.model.source import Source
from habeas.model.vocabulary import EventKind
from habeas.stores.memory import MemoryStore
from tests.facts import START, VERA, Facts, document_of

ARREST = """
2023-04-02 arrested person="Olha B." place="Melitopol"
    from 7f3a:120-139 B2 "її забрали 2 квітня"
"""


def decided(choice: Choice, *about: str, supersedes: str = "") -> Draft:
    return decision_draft(
        Decision(choice=choice, about=about, reason="a test", by="Vera", supersedes=supersedes)
    )


def test_entries_say_who_entered_them_when_and_why() -> None:
    facts = Facts()
    head = facts.enter(*facts.drafts(ARREST)[0], reason="the first report")
    document, claim = facts.log()
    assert head == facts.head
    assert (head.position, head.hash) == (2, claim.hash)
    assert {(one.actor, one.reason, one.recorded_at) for one in (document, claim)} == {
        ("Vera", "the first report", START)
    }
    assert (document.kind, claim.kind) == (EntryKind.DOCUMENT, EntryKind.CLAIM)


def test_a_document_may_come_before_or_after_its_claims() -> None:
    for order in (1, -1):
        facts = Facts()
        facts.enter(*facts.drafts(ARREST)[0][::order])
        assert facts.episode("Olha B.").is_held


def test_an_empty_batch_changes_nothing() -> None:
    facts = Facts()
    assert facts.enter() == GENESIS


def test_every_kind_of_record_can_be_entered() -> None:
    facts = Facts()
    facts.tell(ARREST)
    (person,) = facts.view().persons()
    consent = Consent(
        subject=person.id,
        tier=ConsentTier.T1,
        giver="the sister",
        relation="family",
        given=PartialDate("2024"),
    )
    facts.enter(
        source_draft(Source(id="one", name="Outlet One")),
        problem_draft(Problem(code="odd", where="here", what="odd", remedy="look")),
        draft_of(EntryKind.PLACE, Place(id="m", name="Melitopol", kind=PlaceKind.SETTLEMENT)),
        draft_of(EntryKind.CONSENT, consent),
    )
    assert facts.view().persons() == [person]
    assert facts.store.projection("place:m") is not None


def test_a_source_described_again_stands_as_last_described() -> None:
    facts = Facts()
    for name in ("Outlet", "Outlet One"):
        facts.enter(source_draft(Source(id="one", name=name)))
    assert facts.store.projection("source:one") == '{"id":"one","name":"Outlet One"}'


def test_time_never_runs_backwards_along_the_chain() -> None:
    facts = Facts()
    facts.enter(source_draft(Source(id="one", name="One")))
    facts.now.move(days=-3)
    facts.enter(source_draft(Source(id="two", name="Two")))
    assert [entry.recorded_at for entry in facts.log()] == [START, START]


def test_time_is_kept_in_utc() -> None:
    kyiv = timezone(timedelta(hours=2))
    register = Register(MemoryStore(), clock=lambda: datetime(2026, 3, 3, 14, tzinfo=kyiv))
    append(register, [source_draft(Source(id="one", name="One"))], actor=VERA, reason="a", after=0)
    (entry,) = register.log()
    assert entry.recorded_at.isoformat() == "2026-03-03T12:00:00+00:00"
    assert entry.recorded_at.tzinfo is UTC


def test_who_appends_behind_an_older_entry_loses_the_race() -> None:
    facts = Facts()
    facts.tell(ARREST)
    draft = source_draft(Source(id="one", name="One"))
    with pytest.raises(LostRace):
        append(facts, [draft], actor=VERA, reason="a", after=1)
    assert facts.head.position == 2


def test_what_is_entered_is_known() -> None:
    facts = Facts()
    (claim,) = facts.tell(ARREST)
    name = claim_draft(claim).id
    assert is_known(facts, name)
    assert not is_known(facts, name[:-1])
    assert not is_known(facts, "0" * 32)


def arrest(facts: Facts) -> Draft:
    return facts.drafts(ARREST)[0][1]


def elsewhere(facts: Facts) -> list[Draft]:
    """A claim whose quote does not stand where it says."""
    drafts, (claim,) = facts.drafts(ARREST)
    quote = replace(claim.quote, text="її забрали 3 квітня")
    return [drafts[0], claim_draft(replace(claim, quote=quote))]


def beyond(facts: Facts) -> list[Draft]:
    drafts, (claim,) = facts.drafts(ARREST)
    span = replace(claim.quote.span, end=5000)
    return [drafts[0], claim_draft(replace(claim, quote=replace(claim.quote, span=span)))]


def unkept(_: Facts) -> list[Draft]:
    return [document_draft(document_of(b"never stored"))]


def other_size(facts: Facts) -> list[Draft]:
    facts.store.put_blob(b"bytes")
    return [document_draft(replace(document_of(b"bytes"), size=6))]


def wrong_encoding(facts: Facts) -> list[Draft]:
    content = b"\xff\xfe was held"
    facts.store.put_blob(content)
    document = document_of(content)
    claim = parse_one(f'- held person="Olha B."\n from {document.sha256}:0-3 -- "was"')
    return [document_draft(document), claim_draft(claim)]


REFUSED: dict[str, tuple[Callable[[Facts], list[Draft]], int, str]] = {
    "no document": (lambda facts: [arrest(facts)], 1, "is not in the ledger"),
    "another quote": (elsewhere, 2, "at characters 120-139 stands 'її забрали 2 квітня'"),
    "a quote beyond the end": (beyond, 2, "ends at character 5000, the text at 144"),
    "bytes never kept": (unkept, 1, "are not kept"),
    "another size": (other_size, 1, "are others"),
    "another encoding": (wrong_encoding, 2, "is not utf-8"),
    "twice in the batch": (
        lambda facts: [facts.drafts(ARREST)[0][0]] * 2,
        2,
        "stands in the batch twice",
    ),
    "an unknown kind": (
        lambda facts: [replace(arrest(facts), kind="rumour")],  # type: ignore[arg-type]
        1,
        "'rumour' is no kind of entry",
    ),
    "no JSON": (lambda facts: [replace(arrest(facts), payload="{")], 1, "its payload is no claim"),
    "another record": (
        lambda facts: [replace(arrest(facts), kind=EntryKind.DOCUMENT)],
        1,
        "its payload is no document",
    ),
    "spaces in the JSON": (
        lambda facts: [replace(arrest(facts), payload=arrest(facts).payload.replace(":", ": "))],
        1,
        "not canonical",
    ),
    "half a character": (
        lambda facts: [
            replace(arrest(facts), payload=arrest(facts).payload.replace("Olha", "\\ud800"))
        ],
        1,
        "its payload is no claim",
    ),
    "another id": (lambda facts: [replace(arrest(facts), id="f" * 32)], 1, "is not its id"),
    "subjects of others": (
        lambda facts: [
            facts.drafts(ARREST)[0][0],
            replace(arrest(facts), subjects=("person:" + "0" * 32,)),
        ],
        2,
        "subjects its record is not about",
    ),
    "a decision on nothing": (
        lambda _: [decided(Choice.REJECT, "f" * 32)],
        1,
        "nothing here is called ffff",
    ),
    "a join with nobody": (
        lambda _: [decided(Choice.SAME, "person:" + "1" * 32, "person:" + "2" * 32)],
        1,
        "nothing here is called person:1111",
    ),
    "a decision over none": (
        lambda facts: [
            *facts.drafts(ARREST)[0],
            decided(Choice.ACCEPT, arrest(facts).id, supersedes=arrest(facts).id),
        ],
        3,
        "there is no decision",
    ),
    "a join of one": (
        lambda facts: [
            *facts.drafts(ARREST)[0],
            decided(Choice.SAME, *arrest(facts).subjects, *arrest(facts).subjects),
        ],
        3,
        "need two subjects",
    ),
    "a join of claims": (
        lambda facts: [
            *facts.drafts(ARREST)[0],
            decided(Choice.SAME, arrest(facts).id, *arrest(facts).subjects),
        ],
        3,
        "need two subjects",
    ),
    "a join of unlike things": (
        lambda facts: [
            *facts.drafts(ARREST)[0],
            decided(Choice.SAME, *arrest(facts).subjects, *facts.drafts(ARREST)[0][0].subjects),
        ],
        3,
        "different sorts",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_pass_is_refused_with_its_place_and_nothing_is_written(case: str) -> None:
    make, index, what = REFUSED[case]
    facts = Facts()
    drafts = make(facts)
    with pytest.raises(EntryRefused, match=f"entry {index} of this batch") as refused:
        facts.enter(*drafts)
    assert what in str(refused.value)
    assert facts.head == GENESIS
    assert list(facts.store.projections()) == []


def test_what_is_in_the_ledger_already_is_refused_as_such() -> None:
    facts = Facts()
    facts.tell(ARREST)
    before = facts.head
    with pytest.raises(EntryRefused, match="is in the ledger already, as entry 2"):
        facts.enter(source_draft(Source(id="one", name="One")), arrest(facts))
    assert facts.head == before


def test_reading_again_or_grading_makes_no_new_claim() -> None:
    facts = Facts()
    (claim,) = facts.tell(ARREST)
    with pytest.raises(EntryRefused, match="already"):
        facts.enter(claim_draft(replace(claim, reliability=None, source="another")))


@pytest.mark.parametrize(("actor", "reason"), [("Vera", "  "), ("", "a reason")])
def test_nobody_appends_without_a_name_and_a_reason(actor: str, reason: str) -> None:
    facts = Facts()
    with pytest.raises(EntryRefused, match="Say who and why"):
        facts.enter(*facts.drafts(ARREST)[0], actor=Actor(actor), reason=reason)


def test_a_quote_on_a_page_stands_when_the_page_shows_it() -> None:
    page = "<p>Olha&nbsp;B. was <b>detai</b>ned<br>in Melitopol</p>"
    content = page.encode()
    facts = Facts()
    facts.store.put_blob(content)
    document = replace(document_of(content), media_type="text/html")
    claim = parse_one(
        f'- arrested person="Olha B."\n from {document.sha256}:3-{len(page) - 4} -- '
        '"Olha B. was detained in Melitopol"'
    )
    facts.enter(document_draft(document), claim_draft(claim))
    assert facts.person("Olha B.").documents == (document.sha256,)


def test_a_decision_reaches_the_persons_its_claims_are_about() -> None:
    """The index of a decision follows from the claims it names, not from the draft."""
    facts = Facts()
    (claim,) = facts.tell(ARREST)
    facts.decide(Choice.REJECT, claim_draft(claim).id)
    person = person_subject(claim.quote.document, "Olha B.")
    assert list(facts.store.subjects_of(facts.head.position)) == [person]


def test_a_decision_can_come_with_the_claim_it_is_about() -> None:
    facts = Facts()
    facts.enter(*facts.drafts(ARREST)[0], decided(Choice.REJECT, arrest(facts).id))
    assert facts.person("Olha B.").episodes == ()


def test_spaces_in_a_name_make_no_other_person() -> None:
    assert person_subject("7f3a", " Olha\u00a0 B.") == person_subject("7f3a", "Olha B.")
    assert person_subject("7f3a", "Olha B.") != person_subject("c01d", "Olha B.")


def test_two_rows_of_a_list_are_two_persons_and_two_places_in_prose_are_one() -> None:
    """A list gives every person a row; a report names the same one again and again."""
    listed = [
        EventClaim(
            event=EventKind.ARRESTED,
            persons=(Mention("Olha B.", MentionKind.PERSON, Span(start, start + 7)),),
            quote=Quote("7f3a", Span(start, start + 7), "Olha B."),
            reading=Reading(reader, "1"),
        )
        for reader in ("list", "frames-en")
        for start in (10, 40)
    ]
    keys = [subject_named(claim, claim.persons[0]) for claim in listed]
    assert len(set(keys)) == 3
    assert keys[2] == keys[3] == person_subject("7f3a", "Olha B.")
