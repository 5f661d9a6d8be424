"""The answers of `habeas show` as a person reads them on a terminal."""

from __future__ import annotations

import shlex
from collections import Counter
from collections.abc import Container, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from habeas.cli.safe import one_line, visible
from habeas.cli.tables import SHORT, claims_table, rows, table
from habeas.cli.terminal import console, program
from habeas.cli.words import counted, what, when, who_says
from habeas.ledger.heads import written
from habeas.model.codec import to_plain
from habeas.model.document import Document
from habeas.model.person import Episode, HeldValue, Person, Stage
from habeas.model.problem import Problem
from habeas.model.vocabulary import CustodyStatus

if TYPE_CHECKING:
    from habeas.workflows.show import ClaimShown, PersonShown, Summary

# In the order in which a reader asks, in the words a stranger to the kinds would ask in.
_KINDS = {
    "event": "what happened",
    "figure": "to how many",
    "attribute": "who they are",
    "action": "who did what about it",
    "characterisation": "what it is called",
    "leverage": "what is wanted for it",
}


def print_summary(summary: Summary, folder: Path) -> None:
    """What was read, what it says in counts, and commands that go on from here."""
    out = console()
    out.print(Text(f"Register {one_line(str(folder))}", style="bold"))
    claims = sum(words.total() for words in summary.claims.values())
    persons = counted(summary.persons, "person")
    out.print(f"{counted(summary.documents, 'document')}, {counted(claims, 'claim')} in them.")
    if summary.persons:
        out.print(f"{persons} named; {summary.held:,} held as far as the claims go.")
    for severity, count in summary.problems.most_common():
        out.print(f"{counted(count, severity)} while reading: show problems says which.")
    out.print()
    out.print(_claims_counted(summary) if summary.claims else Text("No claims yet."))
    out.print()
    out.print(_extent(summary), soft_wrap=True)  # the head stays whole, to be copied
    out.print()
    _print_next(summary, folder)


def _claims_counted(summary: Summary) -> Table:
    """One row a kind, with the word for the kind under the question it answers."""
    drawn = table("claims on", "#", "of these")
    drawn.columns[0].no_wrap = True
    drawn.columns[2].ratio = 1
    for kind, question in _KINDS.items():
        words = summary.claims.get(kind)
        if words:
            drawn.add_row(
                Group(Text(question), Text(f"  {kind}", style="dim")),
                f"{words.total():,}",
                Text(_counted(words.most_common())),
            )
    return drawn


def summary_json(summary: Summary) -> dict[str, Any]:
    """The summary as plain data."""
    return {
        "head": to_plain(summary.head),
        "documents": summary.documents,
        "claims": {kind: dict(words) for kind, words in summary.claims.items()},
        "persons": summary.persons,
        "held": summary.held,
        "problems": dict(summary.problems),
    }


def print_persons(persons: Sequence[Person]) -> None:
    """One row for each who was deprived of liberty; the others, ministers and lawyers, by name."""
    out = console()
    if not persons:
        out.print("No persons are named.")
        return
    drawn = table("person", "name", "status, and where", "since", "until", "claims#")
    for number in (0, 3, 4):
        drawn.columns[number].no_wrap = True
    for person in persons:
        for episode in person.episodes[-1:]:
            where = Text(one_line(_last_slot(episode, ("holder", "place"))), style="dim")
            drawn.add_row(
                _short(person.id),
                Text(one_line(person.name)),
                Group(status_words(episode), where) if where else status_words(episode),
                _first_date(episode),
                _end_date(episode),
                str(len(person.claims)),
            )
    out.print(drawn if drawn.rows else "Nobody is said to have been detained.")
    others = Counter(one_line(person.name) for person in persons if not person.episodes)
    if others:
        named = (name if count == 1 else f"{name} ({count})" for name, count in others.items())
        out.print(Text(f"Also named: {', '.join(named)}"))


def print_person(shown: PersonShown, *, is_first: bool = True) -> None:
    """Names, attributes, what happened in order, then every claim."""
    out, person = console(), shown.person
    if not is_first:
        out.print()
    out.print(Text(one_line(person.name), style="bold"))
    out.print(Text(one_line(f"person {_short(person.id)}"), style="dim"))
    others = [one.value for one in person.names if one.value != person.name]
    if others:
        out.print(Text(f"also written: {one_line(', '.join(others))}"))
    for attribute in person.attributes:
        out.print(Text(f"{attribute.attribute.value}: {_values(attribute.values)}"))
    for number, episode in enumerate(person.episodes, start=1):
        out.print()
        out.print(Text(f"Episode {number}: {status_words(episode)}", style="bold"))
        drawn = table("date", "what", "details", "claims#")
        drawn.columns[2].ratio = 1
        out.print(rows(drawn, (_stage(stage) for stage in episode.stages)))
    out.print()
    out.print(claims_table(shown.claims, "Claims"))


def print_problems(problems: Sequence[Problem]) -> None:
    """One row a problem: where, what, what to do."""
    drawn = table("how bad", "where", "what", "what to do")
    drawn.columns[1].max_width = 28
    rows(drawn, ((one.severity.value, one.where, one.what, one.remedy) for one in problems))
    console().print(drawn if problems else "No problems.")


def print_documents(documents: Sequence[Document]) -> None:
    """One row a document, with who published it and what it is under its name."""
    drawn = table("document", "name", "published", "captured", "bytes#")
    for number in (0, 2, 3):
        drawn.columns[number].no_wrap = True
    for one in documents:
        under = ", ".join(part for part in (one.publisher, one.media_type) if part)
        drawn.add_row(
            one.sha256[:SHORT],
            Group(
                Text(one_line(one.original_name or one.url or one.title or "standard input")),
                Text(one_line(under), style="dim"),
            ),
            one.published.text if one.published else "",
            f"{one.captured_at:%Y-%m-%d}",
            f"{one.size:,}",
        )
    console().print(drawn if documents else "No documents.")


def print_claim(shown: ClaimShown, *, without: Container[str] = ()) -> None:
    """The claim, the paragraph with its quote marked, and where all of it comes from.

    `without` these lines: what somebody who is to judge for themselves should not see.
    """
    out, claim = console(), shown.claim
    out.print(Text(one_line(f"{when(claim.date) or 'undated'}  {what(claim)}"), style="bold"))
    out.print()
    paragraph = Text(visible(shown.paragraph[: shown.mark.start]))
    quote = visible(shown.paragraph[shown.mark.start : shown.mark.end])
    # Brackets too, so that the place is seen where there are no colours.
    paragraph.append(f"⟦{quote}⟧", style="bold reverse")
    paragraph.append(visible(shown.paragraph[shown.mark.end :]))
    out.print(Padding(paragraph, (0, 2)))
    out.print()
    drawn = table("", "")
    drawn.show_header = False
    out.print(
        rows(
            drawn, ((name, value) for name, value in _facts(shown) if value and name not in without)
        )
    )


def _facts(shown: ClaimShown) -> list[tuple[str, str]]:
    claim, document, entry = shown.claim, shown.document, shown.entry
    span, reading = claim.quote.span, claim.reading
    published = document.published.text if document.published else ""
    return [
        ("said by", who_says(claim) or "the document itself"),
        ("document", document.original_name or document.title),
        ("cell", shown.cell),
        ("taken out of", _origin(shown)),
        ("published", ", ".join(one for one in (document.publisher, published) if one)),
        ("address", document.url),
        ("sha-256", document.sha256),
        ("characters", f"{span.start}-{span.end}"),
        ("counts", "yes" if shown.status.value == "held" else f"no, {shown.status.value}"),
        ("read by", f"{reading.reader}/{reading.version} {reading.edition}" if reading else ""),
        (
            "entered",
            f"{entry.recorded_at:%Y-%m-%d %H:%M} UTC by {entry.actor}, entry {entry.position}",
        ),
        ("claim", shown.id),
    ]


def _origin(shown: ClaimShown) -> str:
    """The whole that the document was a part of, and what took it out."""
    whole = shown.whole
    if whole is None:
        return ""
    return f"{whole.original_name or whole.url}, {whole.sha256}, by {shown.document.tool}"


def _extent(summary: Summary) -> Text:
    head = summary.head
    text = f"Ledger: {head.position:,} {'entry' if head.position == 1 else 'entries'}"
    if summary.first_entry and summary.last_entry:
        text += f", {summary.first_entry:%Y-%m-%d %H:%M} to {summary.last_entry:%Y-%m-%d %H:%M} UTC"
    return Text(f"{text}, ending in\nhead {written(head)}")


def _print_next(summary: Summary, folder: Path) -> None:
    place = shlex.quote(str(folder))
    commands = ["show persons", "show claims", "show figures", "show problems", "check"]
    if not summary.documents:
        commands = ["read REPORT"]
    out = console()
    out.print(Text("What to try next:", style="bold"))
    for command in commands:
        # One line each however narrow the terminal is: they are there to be copied.
        line = f"  {program()} {command} --register {place}"
        out.print(Text(visible(line)), soft_wrap=True)


def _counted(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{count:,} {word.replace('_', ' ')}" for word, count in counts)


def _short(name: str) -> str:
    return name.rsplit(":", maxsplit=1)[-1][:SHORT]


def status_words(episode: Episode) -> str:
    """The last status in a word; where none of the list fits, whether the person is held."""
    if episode.stages and all(stage.is_only_denied for stage in episode.stages):
        return "only denied"
    if episode.status is CustodyStatus.UNKNOWN:
        return "released" if episode.ended else "held" if episode.is_held else "unknown"
    return episode.status.value.replace("_", " ")


def _first_date(episode: Episode) -> str:
    return next((stage.date.text for stage in episode.stages if stage.date), "")


def _end_date(episode: Episode) -> str:
    if episode.ended is None:
        return ""
    return episode.stages[-1].date.text if episode.stages[-1].date else "?"


def _last_slot(episode: Episode, names: Sequence[str]) -> str:
    for stage in reversed(episode.stages):
        slots = dict(stage.slots)
        for name in names:
            if slots.get(name):
                return slots[name][0].value
    return ""


def _values(values: Sequence[HeldValue]) -> str:
    """The value that stands; what competes with it behind it."""
    said = [one_line(one.value) for one in values]
    return said[0] + (f" (others say: {', '.join(said[1:])})" if said[1:] else "")


def _stage(stage: Stage) -> tuple[str, str, str, int]:
    details = [
        f"{name.replace('_', ' ')} {_values(values)}" for name, values in stage.slots if values
    ]
    if stage.claims_against:
        details.append(f"denied by {len(stage.claims_against)}")
    dates = _values(stage.dates) if stage.dates else ""
    claims = len(stage.claims_for) + len(stage.claims_against)
    return dates, stage.event.value.replace("_", " "), "; ".join(details), claims
