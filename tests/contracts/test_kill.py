"""Whatever was acknowledged is there after the process is killed, and others lose nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from random import Random
from time import sleep

import pytest

from habeas.ledger.check import check
from habeas.ledger.register import Register
from habeas.model.problem import Severity
from habeas.stores.sqlite import SqliteStore
from tests.contracts.appending import BATCHES_IN_A_RACE, enter_document

PROJECT = Path(__file__).parents[2]
KILLS = 24
APPENDS = 2000
MOST_BATCHES_BEFORE_A_KILL = 170


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    store = SqliteStore.create(tmp_path / "r")
    enter_document(Register(store))
    store.close()
    return tmp_path / "r"


def process(what: str, folder: Path, name: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.contracts.appending", what, str(folder), name],
        cwd=PROJECT,
        stdout=subprocess.PIPE,
        text=True,
    )


def acknowledged_until_killed(folder: Path, seed: int, random: Random) -> list[str]:
    """What a process said was durable before it was killed at a random moment."""
    with process("kill", folder, str(seed)) as child:
        assert child.stdout is not None
        said = [
            child.stdout.readline() for _ in range(random.randrange(10, MOST_BATCHES_BEFORE_A_KILL))
        ]
        # In the middle of whatever it does by then: checking, writing, syncing, or between two.
        sleep(random.random() / 50)
        os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.readlines()
    assert child.returncode == -signal.SIGKILL
    return [line for line in said if line.endswith("\n")]


@pytest.mark.slow
def test_every_acknowledged_entry_survives_kill_9(folder: Path) -> None:
    random = Random(9)  # noqa: S311  # moments to kill at are no secret
    acknowledged: dict[int, str] = {}
    kills = 0
    while kills < KILLS or len(acknowledged) < APPENDS:
        for line in acknowledged_until_killed(folder, kills, random):
            position, hashed = line.split()
            acknowledged[int(position)] = hashed
        kills += 1
    store = SqliteStore(folder)
    entries = {entry.position: entry.hash for entry in store.entries()}
    assert {position: entries.get(position) for position in acknowledged} == acknowledged
    assert len(acknowledged) >= APPENDS
    found = check(Register(store))
    # Bytes captured for a batch that was never entered: noted, not lost.
    assert [one for one in found if one.severity is not Severity.NOTE] == []
    store.close()


def test_of_two_processes_that_append_at_once_nothing_is_lost(folder: Path) -> None:
    with ExitStack() as running:
        racers = [
            running.enter_context(process("race", folder, name))
            for name in ("left", "right", "third")
        ]
        assert [racer.wait(timeout=120) for racer in racers] == [0, 0, 0]
    store = SqliteStore(folder)
    assert store.head().position == 1 + 3 * BATCHES_IN_A_RACE * 3
    assert check(Register(store)) == []
    store.close()


def test_a_process_interrupted_by_ctrl_c_leaves_whole_batches(folder: Path) -> None:
    with process("kill", folder, "interrupted") as child:
        assert child.stdout is not None
        said = [child.stdout.readline() for _ in range(20)]
        child.send_signal(signal.SIGINT)
        said += child.stdout.readlines()
    store = SqliteStore(folder)
    last = [line for line in said if line.strip()][-1]
    assert store.head().position >= int(last.split()[0])
    assert [one for one in check(Register(store)) if one.severity is not Severity.NOTE] == []
    store.close()
