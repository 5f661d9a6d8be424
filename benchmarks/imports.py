"""How long a list of invented people takes to import, beside reading its cells alone.

The floor is openpyxl reading every cell of the same file. The nearest peer was measured at 3,043 s
for 10,000 rows, with invented dates and lost rows.

    python -m benchmarks.imports [ROWS]
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from pathlib import Path

from openpyxl import Workbook, load_workbook

from habeas import wiring
from habeas.model.actor import Actor
from habeas.settings import Settings
from habeas.workflows.importing import enter, prepare

_GIVEN = ("Levko", "Hanna", "Petro", "Olha", "Mark", "Iryna", "Osyp", "Danylo", "Vira", "Taras")
_FAMILY = ("Hnatyshyn", "Verba", "Dub", "Lys", "Sova", "Bondar", "Koval", "Moroz", "Tkach", "Hrab")
_DATES = ("2019", "March 2019", "03/04/2019", "c. 2018", "12.05.2021", "2022-07-01")
_HEAD = ("No", "Full name", "Date of birth", "Detained on", "Place of arrest", "Article",
         "Sentence", "Status", "Nationality", "Remark")  # fmt: skip
_PEER_ROWS_PER_S = 3.3  # of 10,000 rows, as the study measured


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.xlsx"
        _write(path, rows)
        start = time.process_time()
        for sheet in load_workbook(path, read_only=True):
            for _ in sheet.iter_rows(values_only=True):
                pass
        floor = time.process_time() - start
        start, clock = time.process_time(), time.perf_counter()
        claims = _import(path, Path(folder) / "register")
        spent, passed = time.process_time() - start, time.perf_counter() - clock
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{rows:,} rows, {claims:,} claims")
    print(f"reading the cells alone    {floor:8.1f} CPU-s")
    print(f"habeas import              {spent:8.1f} CPU-s, {passed:.1f} s on the clock")
    print(f"ratio to the cells alone   {spent / floor:8.1f}")
    print(f"rows a second              {rows / passed:8.0f}, the peer's {_PEER_ROWS_PER_S}")
    print(f"memory                     {memory:8.0f} MB")


def _import(path: Path, register: Path) -> int:
    actor = Actor("benchmark")
    with (
        wiring.reading_tools(Settings()) as tools,
        wiring.open_register(register, create=True) as opened,
    ):
        prepared = prepare(
            path,
            source="centre",
            own={},
            view=opened.view(),
            tools=tools,
            lists=wiring.list_reader,
            actor=actor,
        )
        return enter(prepared, opened, actor=actor)


def _write(path: Path, rows: int) -> None:
    chance = random.Random(7)  # noqa: S311  # the same list every time
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Held")
    sheet.append(_HEAD)
    for number in range(1, rows + 1):
        birth = (
            f"{chance.randint(1, 28):02}.{chance.randint(1, 12):02}.{chance.randint(1950, 2004)}"
        )
        sheet.append(
            (
                number, f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}", birth,
                chance.choice(_DATES), chance.choice(("Kerch", "Yalta", "Melitopol")),
                chance.choice(("205.5 ч. 2", "275", "208")), chance.choice(("8 years", "")),
                chance.choice(("remand", "serving", "wanted")),
                chance.choice(("Ukraine", "Atlantis", "Russia")), "",
            )
        )  # fmt: skip
    book.save(path)


if __name__ == "__main__":
    main()
