"""Every field of the union of public registers can be told, held and shown, one after the other.

The person of each example is invented and bears the name of the field.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache

import pytest

from habeas.cli.people_pages import timeline_plain
from habeas.ledger.drafts import draft_of, source_draft
from habeas.ledger.records import Record
from habeas.ledger.subjects import subject_named
from habeas.model.action import Action
from habeas.model.attribute import Attribute
from habeas.model.consent import Consent, ConsentTier, Handling
from habeas.model.document import Document
from habeas.model.entry import EntryKind
from habeas.model.finding import Answer, Finding, StandardOfProof
from habeas.model.notation import parse_one
from habeas.model.partial_date import PartialDate, days_held
from habeas.model.source import Source
from habeas.model.vocabulary import ActionKind
from habeas.reference.fields import Flag, flags_of, union
from habeas.workflows.episodes import episodes
from habeas.workflows.timeline import Timeline, timeline
from tests.facts import Facts

DAY = PartialDate("2031-05-09")
FIRST, SECOND = "2031-03-05", "2032-07"
HELD = 'arrested person="{who}" place="Sarnova"'

# Slots and words of an event: the facts, and what must be seen of them.
TOLD: dict[str, tuple[str, list[str]]] = {
    "EventClaim.date": (f"{FIRST} {HELD}", [FIRST]),
    "WrittenDate.date": (f"2031-03-05T04:30 {HELD}", ["2031-03-05T04:30"]),
    "EventClaim.until": (f'{FIRST} held person="{{who}}" until=2031-06', ["2031-06"]),
    "EventClaim.place": (
        (
            f'{FIRST} held person="{{who}}" place="Sarnova SIZO"\n'
            f'{SECOND} held person="{{who}}" place="Lomsk colony"'
        ),
        ["Sarnova SIZO", "Lomsk colony"],
    ),
    "EventClaim.agent": (f'{FIRST} {HELD} agent="riot police"', ["riot police"]),
    "EventClaim.holder": (
        (
            f'{FIRST} held person="{{who}}" holder="army"\n'
            f'{SECOND} held person="{{who}}" holder="prison service"'
        ),
        ["army", "prison service"],
    ),
    "EventClaim.origin": (
        (
            f'{FIRST} transferred person="{{who}}" origin="Sarnova SIZO" place="Lomsk colony"\n'
            f'{SECOND} transferred person="{{who}}" origin="Lomsk colony" place="Verin prison"'
        ),
        ["Sarnova SIZO", "Lomsk colony", "Verin prison"],
    ),
    "EventClaim.court": (
        (
            f'{FIRST} tried person="{{who}}" court="Sarnova District Court"\n'
            f'{SECOND} appeal_decided person="{{who}}" court="Supreme Court"'
        ),
        ["Sarnova District Court", "Supreme Court"],
    ),
    "EventClaim.form": (f'{FIRST} released person="{{who}}" form=humanitarian', ["humanitarian"]),
    "EventClaim.counterparts": (
        f'{FIRST} exchanged person="{{who}}" counterpart="A. Bron" counterpart="K. Dell"',
        ["A. Bron", "K. Dell"],
    ),
    "EventClaim.mediator": (f'{FIRST} exchanged person="{{who}}" mediator="Isle"', ["Isle"]),
    "EventClaim.concession": (
        f'{FIRST} released person="{{who}}" concession="a ship was let go"',
        ["a ship was let go"],
    ),
    "Charge.article": (
        (
            f'{FIRST} charged person="{{who}}" charge={{article="11"}} charge={{article="12"}}\n'
            f'{SECOND} charged person="{{who}}" charge={{article="13"}}'
        ),
        ["article 11", "article 12", "article 13"],
    ),
    "Charge.part": (
        f'{FIRST} charged person="{{who}}" charge={{article="11" part="2"}}',
        ["article 11 part 2"],
    ),
    "Charge.code": (
        f'{FIRST} charged person="{{who}}" charge={{article="11" code="Penal Code"}}',
        ["article 11 Penal Code"],
    ),
    "Charge.edition": (
        f'{FIRST} charged person="{{who}}" charge={{article="11" edition=2030-01-01}}',
        ["article 11 (edition 2030-01-01)"],
    ),
    "Charge.words": (
        f'{FIRST} charged person="{{who}}" charge={{words="spreading rumours"}}',
        ["spreading rumours"],
    ),
    "Sentence.kind": (
        (
            f'{FIRST} sentenced person="{{who}}" sentence={{kind=colony}}\n'
            f'{SECOND} appeal_decided person="{{who}}" sentence={{kind=suspended}}'
        ),
        ["colony", "suspended"],
    ),
    "Sentence.duration": (
        f'{FIRST} sentenced person="{{who}}" sentence={{kind=prison duration=P8Y6M}}',
        ["prison P8Y6M"],
    ),
    "Sentence.amount": (
        f'{FIRST} sentenced person="{{who}}" sentence={{kind=fine amount="900 crowns"}}',
        ["900 crowns"],
    ),
    "LeverageClaim.leverage": (
        '- leverage:demand person="{who}"/person object="an airbase"',
        ["demand: an airbase"],
    ),
    "Episode.status": (f'{FIRST} remanded person="{{who}}"', ["remand"]),
    "AttributeClaim.date": (
        (
            f'{FIRST} attribute:custody_status subject="{{who}}" value="remand"\n'
            f'{SECOND} attribute:custody_status subject="{{who}}" value="remand"'
        ),
        [FIRST, SECOND],
    ),
    "Person.id": (f"{FIRST} {HELD}", ['"person": ']),
    "Person.episodes": (
        (
            f"{FIRST} {HELD}\n"
            '2031-09-01 released person="{who}"\n'
            f'{SECOND} arrested person="{{who}}" place="Verin"'
        ),
        ['"episode": 1', '"episode": 2', "Verin"],
    ),
    "Mention.text": (
        (
            f'{FIRST} arrested person="Оріся Полин"="{{who}}"\n'
            f'{SECOND} attribute:other_name subject="{{who}}" value="Orysia Polyn"'
        ),
        ["Orysia Polyn"],
    ),
    "Entry.recorded_at": (f"{FIRST} {HELD}", ['"entered": "2026-03-03"']),
}
RECORDS: dict[EntryKind, Finding | Action | Consent | Handling] = {
    EntryKind.FINDING: Finding(
        subject="",
        framework="an opinion",
        version="2",
        criterion="category one",
        answer=Answer.UNCLEAR,
        standard=StandardOfProof.REASONABLE_GROUNDS,
        by="Vera",
        on=DAY,
        reasons="the verdict is not published",
    ),
    EntryKind.ACTION: Action(
        id="note-1",
        kind=ActionKind.DEMAND,
        by=("Arland",),
        to=("Borland",),
        on=DAY,
        forum="a summit",
        demands=("a visit",),
        endorsers=("Isle", "Cape"),
        officials_named=("a prison warden",),
        response="none",
        impact="she was moved",
        next_due=PartialDate("2031-06-09"),
        evidence=("a note",),
    ),
    EntryKind.CONSENT: Consent(
        subject="",
        tier=ConsentTier.T3,
        giver="a brother",
        relation="family",
        given=DAY,
        fields=("health",),
        recipients=("a working group",),
        expires=PartialDate("2033"),
    ),
    EntryKind.HANDLING: Handling(
        subject="",
        confidential_fields=("residence",),
        may_publish=False,
        last_verified=DAY,
        reviewer="Petro",
    ),
}
OF_RECORDS = {type(record).__name__: kind for kind, record in RECORDS.items()}
ELSEWHERE = {"Document", "Source", "Claim", "Decision"}  # kept with what a claim rests on
ENUMS = {
    "CustodyStatus": f'{FIRST} attribute:custody_status subject="{{who}}" value="{{word}}"',
    "PenaltyKind": f'{FIRST} sentenced person="{{who}}" sentence={{{{kind={{word}}}}}}',
    "ReleaseForm": f'{FIRST} released person="{{who}}" form={{word}}',
    "Characterisation": '- characterised:{word} of="{who}"/person',
    "EventKind": f'{FIRST} {{word}} person="{{who}}"\n{SECOND}-01 {{word}} person="{{who}}"',
}
HOMES = sorted({home for field in union() for home in field.homes})


def name_of(home: str) -> str:
    return f"Vira {home.replace('.', ' ').replace('_', ' ').title()}"


def told(home: str) -> tuple[str, list[str]]:
    """The facts that fill a home, and what must be seen of them; nothing for one unknown here."""
    kind, _, word = home.partition(".")
    if home in TOLD:
        facts, seen = TOLD[home]
        return facts.replace("{who}", name_of(home)), seen
    if kind == "Attribute":
        claim = f'attribute:{word} subject="{name_of(home)}" value='
        arrests = [f'{day} arrested person="{name_of(home)}"' for day in ("2031-03-01", "2032-06")]
        freed = f'2031-12-01 released person="{name_of(home)}"'
        lines = [f'{FIRST} {claim}"one thing"', f'{SECOND} {claim}"another"', *arrests, freed]
        return "\n".join(lines), ["one thing", "another"]
    if kind in ENUMS:
        return ENUMS[kind].format(who=name_of(home), word=word), [word]
    if kind in OF_RECORDS or home == "days_held" or kind in ELSEWHERE or kind == "ActionKind":
        return f'{FIRST} arrested person="{name_of(home)}"', []
    return "", []


def in_notation() -> Iterator[str]:
    lines = (line for home in HOMES for line in told(home)[0].splitlines())
    for number, line in enumerate(lines):
        yield f'{line}\n    from d{number}:0-5 -- "words"\n'


@cache
def register() -> Facts:
    """A register with an example of every field."""
    facts = Facts()
    facts.tell("".join(in_notation()))
    return facts


@cache
def shown(home: str) -> Timeline:
    view = register().view()
    return timeline(view, register().person(name_of(home), view))


def plain(home: str) -> str:
    return json.dumps(timeline_plain(shown(home)), ensure_ascii=False)


def test_every_home_of_a_field_has_an_example() -> None:
    assert [home for home in HOMES if not told(home)[0]] == []


@pytest.mark.parametrize("home", HOMES)
def test_a_field_is_told_in_notation_held_and_shown(home: str) -> None:
    missing = [words for words in told(home)[1] if words not in plain(home)]
    assert missing == []


@pytest.mark.parametrize("attribute", [one for one in Attribute if one.value != "occupied_by"])
def test_values_stand_side_by_side_and_those_that_change_by_date(attribute: Attribute) -> None:
    home = f"Attribute.{attribute.value}"
    if home not in HOMES:
        assert attribute is Attribute.EDUCATION
        return
    values = [
        value
        for line in shown(home).lines
        if (line.what, line.slot) == (attribute.value, "")
        for value in line.values
    ]
    assert {value.value for value in values} == {"one thing", "another"}
    flags = flags_of(attribute)
    if Flag.REPEATABLE in flags:
        assert all(value.is_held for value in values)
    if Flag.TIME_VARYING in flags:
        assert [(value.when, value.value) for value in values] == [
            (FIRST, "one thing"),
            (SECOND, "another"),
        ]


@pytest.mark.parametrize("word", ["lawyer", "consular_access", "health", "ill_treatment"])
def test_what_is_said_of_a_day_stands_with_the_detention_of_that_day(word: str) -> None:
    home = f"Attribute.{word}"
    is_dated = Flag.TIME_VARYING in flags_of(Attribute(word))
    numbers = [line.episode for line in shown(home).lines if line.what == word]
    assert numbers == ([1, 2] if is_dated else [0])
    found = {
        one.number: one.fields
        for one in episodes(register().view())
        if one.person.name == name_of(home)
    }
    assert [len(found[number]) for number in (1, 2)] == ([1, 1] if is_dated else [0, 0])


def test_each_step_of_consular_access_stands_under_its_day() -> None:
    """The same answer on two days is two answers, and one told by two is one."""
    facts = Facts()
    facts.tell(
        """
        2031-03-01 arrested person="Vira Hnatiuk"
            from a1:0-5 -- "words"
        2031-03-04 attribute:consular_access subject="Vira Hnatiuk" value="requested"
            from a1:6-11 -- "words"
        2031-04-04 attribute:consular_access subject="Vira Hnatiuk" value="denied"
            from a1:12-17 -- "words"
        2031-04-04 attribute:consular_access subject="Vira Hnatiuk" value="denied"
            from b1:0-5 -- "words"
        2031-06-01 attribute:consular_access subject="Vira Hnatiuk" value="denied"
            from b1:6-11 -- "words"
        2031-06-09 attribute:consular_access subject="Vira Hnatiuk" value="granted"
            from b1:12-17 -- "words"
        - attribute:consular_access subject="Vira Hnatiuk" value="granted" modality=denied
            from c1:0-5 -- "words"
        """
    )
    view = facts.view()
    found = timeline(view, facts.person("Vira Hnatiuk", view))
    (line,) = (line for line in found.lines if line.what == "consular_access")
    assert [(one.when, one.value, one.origins, len(one.denied)) for one in line.values] == [
        ("2031-03-04", "requested", 1, 0),
        ("2031-04-04", "denied", 2, 0),
        ("2031-06-01", "denied", 1, 0),
        ("2031-06-09", "granted", 1, 1),
    ]


@pytest.mark.parametrize("kind", RECORDS, ids=str)
def test_what_is_kept_beside_claims_is_entered_and_shown_with_every_field(kind: EntryKind) -> None:
    facts = Facts()
    (claim,) = facts.tell('2031-03-01 arrested person="Vira Hnatiuk"\n  from a1:0-5 -- "words"')
    subject = subject_named(claim, claim.persons[0])  # type: ignore[union-attr]
    before = RECORDS[kind]
    if isinstance(before, Action):
        record: Record = replace(before, persons=(subject,))
    else:
        record = replace(before, subject=subject)
    facts.enter(draft_of(kind, record))
    view = facts.view()
    (kept,) = timeline(view, facts.person("Vira Hnatiuk", view)).records
    assert kept.kind == kind.value
    homes = {home.split(".")[1] for home in HOMES if home.startswith(f"{type(record).__name__}.")}
    assert homes
    assert homes <= {name for name, _ in kept.said}


def test_a_finding_that_another_supersedes_is_not_shown() -> None:
    facts = Facts()
    (claim,) = facts.tell('2031-03-01 arrested person="Vira Hnatiuk"\n  from a1:0-5 -- "words"')
    subject = subject_named(claim, claim.persons[0])  # type: ignore[union-attr]
    first = draft_of(EntryKind.FINDING, _finding(subject, Answer.UNCLEAR))
    facts.enter(first)
    facts.enter(draft_of(EntryKind.FINDING, _finding(subject, Answer.YES, supersedes=first.id)))
    view = facts.view()
    (kept,) = timeline(view, facts.person("Vira Hnatiuk", view)).records
    assert dict(kept.said)["answer"] == "yes"


def _finding(subject: str, answer: Answer, supersedes: str = "") -> Finding:
    return Finding(
        subject=subject,
        framework="an opinion",
        version="2",
        criterion="category one",
        answer=answer,
        standard=StandardOfProof.REASONABLE_GROUNDS,
        by="Vera",
        on=DAY,
        reasons="as the verdict says",
        supersedes=supersedes,
    )


def test_a_document_and_its_source_are_kept_with_all_that_is_known_of_them() -> None:
    facts = Facts()
    (claim,) = facts.tell('2031-03-01 arrested person="Vira Hnatiuk"\n  from a1:0-5 B2 "words"')
    source = Source(id="house", name="Rights House", origin="coalition", is_official=False)
    facts.enter(source_draft(source))
    view = facts.view()
    (kept,) = view.records_on("source:house", EntryKind.SOURCE)
    assert kept.record == source
    document = view.document(claim.quote.document)
    homes = {home.split(".")[1] for home in HOMES if home.startswith("Document.")}
    assert homes <= {slot.name for slot in fields(Document)}
    assert document.sha256 == claim.quote.document
    (found,) = view.claims()
    assert found.claim.credibility == parse_one('- held\n  from a:0-1 B2 "w"').credibility


def test_days_held_follow_from_the_dates() -> None:
    assert days_held(PartialDate(FIRST), DAY.day or DAY.earliest) == (66, 66)  # type: ignore[arg-type]
