"""What `habeas persons`, `person`, `episodes` and `diff` print."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from rich.text import Text

from habeas.cli.pages import status_words
from habeas.cli.safe import one_line
from habeas.cli.tables import SHORT, rows, table
from habeas.cli.terminal import console
from habeas.cli.words import counted
from habeas.ledger.subjects import PERSON
from habeas.model.person import Episode, Person
from habeas.workflows.changes import Changes
from habeas.workflows.episodes import EpisodeShown
from habeas.workflows.person_records import RecordShown
from habeas.workflows.timeline import Line, Saying, Timeline, ValueShown

_NAMED = ("subject", "id", "persons", "by", "giver", "reviewer", "on", "given", "last_verified")


def person_plain(one: Person) -> dict[str, Any]:
    """A person as one flat record, by the last episode."""
    last = one.episodes[-1] if one.episodes else None
    return {
        "person": one.id.removeprefix(PERSON),
        "name": one.name,
        "other_names": [name.value for name in one.names if name.value != one.name],
        "status": last.status.value if last else "",
        "is_held": bool(last and last.is_held),
        "since": _began(last),
        "episodes": len(one.episodes),
        "claims": len(one.claims),
        "documents": len(one.documents),
    }


def episode_plain(one: EpisodeShown) -> dict[str, Any]:
    """An episode as one flat record."""
    return {
        "person": one.person.id.removeprefix(PERSON),
        "name": one.person.name,
        "episode": one.number,
        "status": one.episode.status.value,
        "is_held": one.episode.is_held,
        "began": one.began,
        "ended": one.ended,
        "form": one.episode.ended.value if one.episode.ended else "",
        "place": one.place,
        "holder": one.holder,
        "charges": list(one.charges),
        "sentence": one.sentence,
        "transfers": one.transfers,
        "agents": list(one.agents),
        "courts": list(one.courts),
        "counterparts": list(one.counterparts),
        "mediators": list(one.mediators),
        "concession": one.concession,
        "fields": list(one.fields),
    }


def print_episodes(found: Sequence[EpisodeShown]) -> None:
    """One row an episode."""
    drawn = table("person", "name", "status", "began", "ended", "where, why")
    for number in (0, 3, 4):
        drawn.columns[number].no_wrap = True
    drawn.columns[5].ratio = 1
    lines = (
        (
            one.person.id.removeprefix(PERSON)[:SHORT],
            one.person.name,
            status_words(one.episode),
            one.began,
            one.ended,
            "; ".join(part for part in (one.place, one.holder, *one.charges, one.sentence) if part),
        )
        for one in found
    )
    console().print(rows(drawn, lines) if found else "No episodes.")


def print_timeline(found: Timeline, *, is_first: bool) -> None:
    """The lines of a life; under a value that others dispute, who says what."""
    out, person = console(), found.person
    if not is_first:
        out.print()
    out.print(Text(one_line(person.name), style="bold"))
    out.print(Text(f"person {person.id.removeprefix(PERSON)[:SHORT]}", style="dim"))
    others = [name.value for name in person.names if name.value != person.name]
    if others:
        out.print(Text(f"also written: {one_line(', '.join(others))}"))
    numbers = dict.fromkeys(line.episode for line in found.lines)
    for number in numbers:
        out.print()
        if number:
            episode = person.episodes[number - 1]
            out.print(Text(f"Episode {number}: {status_words(episode)}", style="bold"))
        else:
            out.print(Text("Fields", style="bold"))
        drawn = table("what", "value", "said by", "claims")
        drawn.columns[1].ratio = 1
        drawn.columns[2].max_width = 34
        drawn.columns[3].max_width = SHORT
        drawn.expand = True
        lines = [line for line in found.lines if line.episode == number]
        out.print(rows(drawn, (row for line in lines for row in _rows(line))))
    if found.records:
        out.print()
        drawn = table("kept beside", "when", "by", "what")
        drawn.columns[3].ratio = 1
        out.print(rows(drawn, map(_record, found.records)))


def timeline_plain(found: Timeline) -> dict[str, Any]:
    """A person in time as plain data, every quote with it."""
    return {
        "person": person_plain(found.person),
        "lines": [asdict(line) for line in found.lines],
        "records": [
            {"kind": one.kind, "when": one.when, "by": one.by, "said": dict(one.said)}
            for one in found.records
        ],
    }


def timeline_rows(found: Timeline) -> list[dict[str, Any]]:
    """A person in time as flat records: one for each claim behind each value."""
    return [
        {
            "person": found.person.id.removeprefix(PERSON),
            "name": found.person.name,
            "episode": line.episode,
            "what": line.what,
            "slot": line.slot,
            "value": value.value,
            "when": value.when,
            "is_held": value.is_held,
            "rule": value.rule,
            "side": side,
            "said_by": one.by,
            "published": one.published,
            "entered": one.entered,
            "claim": one.claim,
            "document": one.document,
            "quote": one.quote,
        }
        for line in found.lines
        for value in line.values
        for side, said in (("for", value.said), ("against", value.denied))
        for one in said
    ]


def print_changes(found: Changes) -> None:
    """What was entered, by whom, and what that changed of people."""
    out = console()
    if found.until <= found.after:
        out.print("Nothing was entered in between.")
        return
    kinds = ", ".join(f"{count:,} {kind}" for kind, count in found.entries.most_common())
    actors = ", ".join(f"{name} ({count:,})" for name, count in found.actors.most_common())
    out.print(Text(f"Entries {found.after + 1:,} to {found.until:,}: {kinds}"))
    out.print(Text(one_line(f"Entered by {actors}")))
    drawn = table("person", "name", "", "what", "before", "after")
    drawn.columns[0].no_wrap = True
    drawn.columns[4].ratio = drawn.columns[5].ratio = 1
    records = changes_rows(found)
    lines = (
        (one["person"][:SHORT], one["name"], one["kind"], one["what"], one["before"], one["after"])
        for one in records
    )
    if records:
        out.print(rows(drawn, lines))
    out.print(f"{counted(len(found.persons), 'person')} changed.")


def changes_rows(found: Changes) -> list[dict[str, Any]]:
    """Changes as flat records: one for each point of each person."""
    records: list[dict[str, Any]] = []
    for one in found.persons:
        head = {"person": one.id.removeprefix(PERSON), "name": one.name, "kind": one.kind.value}
        points = one.points or ()
        records += [
            {**head, "what": point.what, "before": point.before, "after": point.after}
            for point in points
        ]
        if not points:
            joined = f"joined with {one.joined.removeprefix(PERSON)[:SHORT]}" if one.joined else ""
            records.append({**head, "what": "", "before": one.name, "after": joined})
    return records


def changes_plain(found: Changes) -> dict[str, Any]:
    """Changes as plain data."""
    return {
        "after": found.after,
        "until": found.until,
        "entries": dict(found.entries),
        "actors": dict(found.actors),
        "persons": [asdict(one) for one in found.persons],
    }


def _rows(line: Line) -> list[tuple[str, str, str, str]]:
    """The value that stands, then those that compete with it, then who denies it."""
    what = (line.slot or line.what).replace("_", " ")
    label = f"  {what}" if line.slot else what
    made: list[tuple[str, str, str, str]] = []
    first, *others = line.values
    of_all = [one for one in first.denied if all(one in other.denied for other in others)]
    for value in line.values:
        made.append((label, _value(value), _who(value.said), _claims(value.said)))
        label = ""
        own = [one for one in value.denied if one not in of_all]
        made += _denials(own, value.value)
    return made + _denials(of_all, "")


def _record(one: RecordShown) -> tuple[str, str, str, str]:
    told = (f"{name.replace('_', ' ')} {words}" for name, words in one.said if name not in _NAMED)
    return one.kind, one.when, one.by, "; ".join(told)


def _denials(denied: Sequence[Saying], value: str) -> list[tuple[str, str, str, str]]:
    return [("  denied", value, _who(denied), _claims(denied))] if denied else []


def _value(value: ValueShown) -> str:
    sources = f" ({counted(value.origins, 'origin')})" if value.origins > 1 else ""
    said = f"{value.when}: {value.value}" if value.when else value.value
    return f"{said}{sources}" if value.is_held else f"[others say] {said}"


def _who(said: Sequence[Saying]) -> str:
    names = dict.fromkeys(one.by + (f", {one.published}" if one.published else "") for one in said)
    return "; ".join(names)


def _claims(said: Sequence[Saying]) -> str:
    return " ".join(one.claim[:SHORT] for one in said)


def _began(episode: Episode | None) -> str:
    stages = episode.stages if episode else ()
    return next((stage.date.text for stage in stages if stage.date), "")
