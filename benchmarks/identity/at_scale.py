"""Our engine on invented lines, in a process of its own so that its memory is its own.

    python -m benchmarks.identity.at_scale LINES.csv LATER.csv FOUND.npz

Prints CPU seconds, wall seconds and peak memory of each step as JSON.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from time import perf_counter, process_time

import numpy as np

from benchmarks.identity.invented import Told, invented
from habeas.engines.local import LocalEngine
from habeas.model.listed import Listed
from habeas.resolution.block.keys import ANY, given_letters
from habeas.resolution.names.parts import PersonName, parse
from habeas.resolution.names.skeleton import consonants, masculine
from habeas.resolution.propose import population
from habeas.resolution.record import Record

NEW = 100
ROUNDS = 4
COLUMNS = (
    "unique_id", "surname", "consonants", "given", "letter", "father", "born", "year", "place",
)  # fmt: skip


def told_of(number: int) -> tuple[list[Told], list[Told]]:
    """The lines to be linked, and those added to them later."""
    told = list(invented(number + NEW * ROUNDS))
    return told[:number], told[number:]


def write_lines(told: Iterable[Told], path: Path, *, start: int = 0) -> None:
    """The lines as they were told, with their number as id."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        for at, one in enumerate(told, start=start):
            rows.writerow([at, one.name, one.born, one.place])


def lines_of(path: Path) -> Iterator[Listed]:
    """The lines of a file, one by one."""
    with path.open(encoding="utf-8", newline="") as file:
        for at, name, born, place in csv.reader(file):
            yield Listed(id=at, name=name, born=born, place=place)


def write_columns(number: int, path: Path) -> None:
    """The lines with names normalised for peers: the commonest sound, given names by number."""
    told, _ = told_of(number)
    records = (Record(id="", names=(parse(one.name),)) for one in told)
    common = population(records).surnames
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for at, one in enumerate(told):
            rows.writerow([at, *_normalised(parse(one.name), common), *_fields(one)])


def _normalised(name: PersonName, common: Mapping[str, int]) -> list[str]:
    sounds = sorted(
        {sound for word in name.surname for sound in word.sounds},
        key=lambda sound: (-common.get(sound, 0), sound),
    )
    surname = masculine(sounds[0]) if sounds else ""
    given = min((str(one) for word in name.given for one in word.names), default="")
    letter = min(given_letters(name) - {ANY}, default="")
    father = min((str(one) for word in name.patronymic for one in word.father), default="")
    return [surname, consonants(surname), given, letter, father]


def _fields(one: Told) -> list[str]:
    return [one.born if len(one.born) > len("2000") else "", one.born[:4], one.place]


def main(lines: str, later: str, found: str) -> None:
    """Links all lines but a few, then adds those few by and by."""
    took: dict[str, float] = {}
    engine = LocalEngine()
    wall, cpu = perf_counter(), process_time()
    engine.add(lines_of(Path(lines)))
    took["parse_cpu_s"], took["parse_wall_s"] = process_time() - cpu, perf_counter() - wall
    took["parsed_mb"] = _peak_mb()
    wall, cpu = perf_counter(), process_time()
    engine.fit()
    took["fit_cpu_s"] = process_time() - cpu
    engine.link()
    grouped = engine.groups()
    took["cpu_s"], took["wall_s"] = process_time() - cpu, perf_counter() - wall
    took["peak_mb"] = _peak_mb()
    group = np.arange(len(engine))
    for members in grouped.groups:
        group[[int(one) for one in members]] = int(members[0])
    took["disputed"] = len(grouped.disputed)
    links = ((int(one.left), int(one.right), one.probability) for one in engine.beliefs(0.0))
    table = np.fromiter(links, np.dtype([("left", "i4"), ("right", "i4"), ("chance", "f8")]))
    np.savez(found, left=table["left"], right=table["right"], chance=table["chance"], group=group)
    del table, grouped
    added = []
    waiting = list(lines_of(Path(later)))
    for turn in range(ROUNDS):
        cpu = process_time()
        engine.add(waiting[turn * NEW :][:NEW])
        added.append(process_time() - cpu)
    took["new_first_s"], took["new_s"] = added[0], min(added)
    json.dump(took, sys.stdout)


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000


if __name__ == "__main__":
    main(*sys.argv[1:])
