"""How long two long lists take to match: from the files to the workbook.

    python benchmarks/match.py [PEOPLE]

A list of invented people in Ukrainian as CSV, and one in Latin letters as XLSX that shares half of
them; then as many people who are all called the same. Prints seconds, and how many were found.
"""

from __future__ import annotations

import csv
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from openpyxl import Workbook

from habeas import wiring
from habeas.model.actor import Actor
from habeas.workflows.match import Matched, match
from habeas.workflows.match_book import book_of

SYLLABLES = (
    *(("бон", "bon"), ("вер", "ver"), ("гри", "hry"), ("дол", "dol"), ("жук", "zhuk")),
    *(("кар", "kar"), ("лем", "lem"), ("мор", "mor"), ("нов", "nov"), ("пет", "pet")),
    *(("рад", "rad"), ("сал", "sal"), ("тим", "tym"), ("хар", "khar"), ("шев", "shev")),
)
ENDINGS = (("енко", "enko"), ("ук", "uk"), ("ський", "skyi"), ("ак", "ak"), ("ів", "iv"))
GIVEN = (
    *(("Іван", "Ivan"), ("Микола", "Mykola"), ("Олег", "Oleh"), ("Андрій", "Andrii")),
    *(("Сергій", "Serhii"), ("Петро", "Petro"), ("Василь", "Vasyl"), ("Левко", "Levko")),
)
OURS = ("ПІБ", "Дата народження", "Дата затримання")
THEIRS = ("Name", "Date of birth", "Date of arrest")
Person = tuple[tuple[str, str], str, str]  # the name in both scripts, born, taken


def people(
    count: int, chance: random.Random, *, name: tuple[str, str] | None = None
) -> list[Person]:
    return [
        (name or _name(chance), _day(chance, 1950, 2004), _day(chance, 2014, 2024))
        for _ in range(count)
    ]


def _name(chance: random.Random) -> tuple[str, str]:
    parts = [*chance.choices(SYLLABLES, k=chance.randint(2, 3)), chance.choice(ENDINGS)]
    given = chance.choice(GIVEN)
    surname = ["".join(part[at] for part in parts).capitalize() for at in (0, 1)]
    return f"{surname[0]} {given[0]}", f"{given[1]} {surname[1]}"


def _day(chance: random.Random, first: int, last: int) -> str:
    year, month = chance.randint(first, last), chance.randint(1, 12)
    return f"{year}-{month:02}-{chance.randint(1, 28):02}"


def write(folder: Path, ours: list[Person], theirs: list[Person]) -> tuple[Path, Path]:
    a, b = folder / "ours.csv", folder / "theirs.xlsx"
    with a.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(OURS)
        rows.writerows((names[0], *dates) for names, *dates in ours)
    book = Workbook(write_only=True)
    sheet = book.create_sheet("List")
    sheet.append(THEIRS)
    for names, *dates in theirs:
        sheet.append([names[1], *dates])
    book.save(b)
    return a, b


def timed(a: Path, b: Path) -> Iterator[str]:
    start = perf_counter()
    with wiring.list_tools() as tools:
        found: Matched = match(a, b, tools=tools, actor=Actor("benchmark"))
    done = perf_counter()
    size = len(book_of(found))
    written, outcome = perf_counter() - done, found.outcome
    yield f"matched in {done - start:.1f} s, workbook of {size:,} bytes in {written:.1f} s"
    yield f"sure {len(outcome.sure):,}, probable {len(outcome.probable):,}"
    yield f"only in A {len(outcome.only_a):,}, only in B {len(outcome.only_b):,}"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    chance = random.Random(7)  # noqa: S311  # invented people, no secret
    everybody = people(count + count // 2, chance)
    crowd = people(count, chance, name=("Мельник Іван", "Ivan Melnyk"))
    others = people(count, chance, name=("Мельник Іван", "Ivan Melnyk"))
    chance.shuffle(theirs := everybody[count // 2 :])
    for what, ours, beside in (
        (f"{count:,} beside {count:,}, half of them shared", everybody[:count], theirs),
        (f"{count:,} beside {count:,}, all of one name", crowd, others),
    ):
        with tempfile.TemporaryDirectory() as folder:
            lines = timed(*write(Path(folder), ours, beside))
            sys.stdout.write("\n  ".join([what, *lines]) + "\n")


if __name__ == "__main__":
    main()
