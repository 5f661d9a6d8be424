"""Our engine on invented lines, in a process of its own so that its memory is its own.

    python -m benchmarks.identity.at_scale LINES FOUND.npz

Prints CPU seconds, wall seconds and peak memory of each step as JSON.
"""

from __future__ import annotations

import csv
import json
import resource
import sys
from collections.abc import Iterator, Mapping
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


def lines_of(told: Iterator[Told], start: int = 0) -> Iterator[Listed]:
    """Lines with their number as id."""
    for at, one in enumerate(told, start=start):
        yield Listed(id=str(at), name=one.name, born=one.born, place=one.place)


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


def main(number: int, found: str) -> None:
    """Links all lines but a few, then adds those few by and by."""
    first, later = told_of(number)
    took: dict[str, float] = {}
    engine = LocalEngine()
    wall, cpu = perf_counter(), process_time()
    engine.add(lines_of(iter(first)))
    took["parse_cpu_s"], took["parse_wall_s"] = process_time() - cpu, perf_counter() - wall
    wall, cpu = perf_counter(), process_time()
    engine.fit()
    engine.link()
    grouped = engine.groups()
    took["cpu_s"], took["wall_s"] = process_time() - cpu, perf_counter() - wall
    took["peak_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    links = [(int(one.left), int(one.right), one.probability) for one in engine.links(0.0)]
    group = np.arange(number)
    for members in grouped.groups:
        group[[int(one) for one in members]] = int(members[0])
    table = np.array(links).reshape(-1, 3)
    left, right = table[:, 0].astype(int), table[:, 1].astype(int)
    np.savez(found, left=left, right=right, chance=table[:, 2], group=group)
    took["disputed"] = len(grouped.disputed)
    del links, table, left, right, grouped
    added = []
    for turn in range(ROUNDS):
        lines = list(lines_of(iter(later[turn * NEW :][:NEW]), start=number + turn * NEW))
        cpu = process_time()
        engine.add(lines)
        added.append(process_time() - cpu)
    took["new_first_s"], took["new_s"] = added[0], min(added)
    json.dump(took, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
