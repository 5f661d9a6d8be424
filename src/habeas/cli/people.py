"""`habeas persons`, `person`, `episodes` and `diff`: people in time, and what changed."""

from __future__ import annotations

from typing import Annotated

import typer

from habeas.cli.options import (
    AsOfOption,
    CsvOption,
    JsonOption,
    KnownAtOption,
    RegisterOption,
    epilog,
    register_for_reading,
    view_of,
    wrong,
)
from habeas.cli.records import print_records
from habeas.workflows.times import learned_time, true_time

PERSONS_EXAMPLES = epilog(
    "habeas persons --register my-register",
    "habeas persons --held --as-of 2023-06-01 --csv --register my-register",
)
PERSON_EXAMPLES = epilog(
    'habeas person "Olha B." --register my-register',
    'habeas person "Olha B." --as-of 2023-01-01 --known-at 2023-03-03 --register my-register',
)
EPISODES_EXAMPLES = epilog(
    "habeas episodes --register my-register", "habeas episodes --held --csv > held.csv"
)
DIFF_EXAMPLES = epilog(
    "habeas diff --from 2023-03-01 --to 2023-04-01 --register my-register",
    "habeas diff --from 2023-03-01 --json --register my-register",
)
HeldOption = Annotated[bool, typer.Option("--held", help="Only who is held, as far as is known.")]


def persons(
    context: typer.Context,
    register: RegisterOption = None,
    is_held: HeldOption = False,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """List persons with their status, since when, where, and how many claims are behind it."""
    from habeas.cli.pages import print_persons
    from habeas.cli.people_pages import person_plain
    from habeas.workflows.show import is_held as is_held_now

    with view_of(context, register, as_of, known_at) as view:
        found = [one for one in view.persons() if not is_held or is_held_now(one)]
    if is_json or is_csv:
        print_records([person_plain(one) for one in found], is_csv=is_csv)
    else:
        print_persons(found)


def person(
    context: typer.Context,
    name: Annotated[str, typer.Argument(help="Name, part of a name, or id.", metavar="NAME")],
    register: RegisterOption = None,
    is_as_written: Annotated[
        bool,
        typer.Option(
            "--as-written", help="Not those whose name only sounds so, in another script."
        ),
    ] = False,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """Show a person in time: what happened, who says so, who says otherwise, and what chose."""
    from habeas.cli.people_pages import print_timeline, timeline_plain, timeline_rows
    from habeas.workflows.timeline import timelines

    with view_of(context, register, as_of, known_at) as view:
        found = timelines(view, name, is_as_written=is_as_written)
    if is_csv:
        print_records([row for one in found for row in timeline_rows(one)], is_csv=True)
    elif is_json:
        print_records([timeline_plain(one) for one in found])
    else:
        for number, one in enumerate(found):
            print_timeline(one, is_first=number == 0)


def episodes(
    context: typer.Context,
    register: RegisterOption = None,
    is_held: HeldOption = False,
    as_of: AsOfOption = "",
    known_at: KnownAtOption = "",
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """List episodes of detention: who, since when, until when, where, in whose hands, why."""
    from habeas.cli.people_pages import episode_plain, print_episodes
    from habeas.workflows.episodes import episodes as all_episodes

    with view_of(context, register, as_of, known_at) as view:
        found = all_episodes(view, only_held=is_held)
    if is_json or is_csv:
        print_records([episode_plain(one) for one in found], is_csv=is_csv)
    else:
        print_episodes(found)


def diff(
    context: typer.Context,
    since: Annotated[
        str,
        typer.Option("--from", help="What was known by that day or moment (UTC).", metavar="DAY"),
    ] = "",
    until: Annotated[
        str, typer.Option("--to", help="Set against what was known by then. Else now.")
    ] = "",
    register: RegisterOption = None,
    as_of: AsOfOption = "",
    is_json: JsonOption = False,
    is_csv: CsvOption = False,
) -> None:
    """Say what changed between two moments of learning: who is new, what is held otherwise."""
    from habeas.cli.people_pages import changes_plain, changes_rows, print_changes
    from habeas.workflows.changes import changes

    day, first, last = true_time(as_of), learned_time(since), learned_time(until)
    if first and last and last < first:
        raise wrong("--to", f"{until} is before {since}. Name the later moment with --to.")
    with register_for_reading(context, register) as opened:
        found = changes(opened, since=first, until=last, as_of=day)
    if is_csv:
        print_records(changes_rows(found), is_csv=True)
    elif is_json:
        print_records(changes_plain(found))
    else:
        print_changes(found)
