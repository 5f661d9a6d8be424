"""Several processes that read, each one document at a time; what comes back keeps the order.

A process that ends while it reads costs its document, no more: that becomes a problem, and a fresh
process takes the next one. Interrupts are for whoever started them; they end with it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Self

from habeas.model.problem import Problem
from habeas.reading.capture import Captured
from habeas.workflows.read_whole import Tools, Whole, lost, read_whole

# Called in each process; it is sent there by its name, so it must be one that can be imported.
MakeTools = Callable[[], AbstractContextManager[Tools]]

_LEAVE_S = 5.0


@dataclass(slots=True)
class _Hand:
    process: BaseProcess
    pipe: Connection
    ticket: int = -1  # of what it is reading; below zero it is free
    captured: Captured | None = None
    found: Sequence[Problem] = ()


class Crew:
    """`jobs` processes, started as they are needed; close it when done."""

    def __init__(self, tools: MakeTools, jobs: int) -> None:
        self._tools = tools
        self.jobs = jobs
        # Not forked: a fork copies locks that threads of ours (the progress bar) may hold.
        self._context = multiprocessing.get_context("spawn")
        self._hands: list[_Hand] = []
        self._done: dict[int, Whole] = {}
        self._tickets = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends all: those that are free by themselves, those that still read at once."""
        for hand in self._hands:
            hand.pipe.close()
            if hand.ticket < 0:
                hand.process.join(_LEAVE_S)
            hand.process.kill()
            hand.process.join()
        self._hands.clear()

    @property
    def process_ids(self) -> list[int]:
        """Those at work now."""
        return [hand.process.pid for hand in self._hands if hand.process.pid is not None]

    def submit(self, captured: Captured, found: Sequence[Problem] = ()) -> int:
        """Hands a document out, when somebody is free; gives what to ask for it with."""
        self._tickets += 1
        hand = self._free()
        hand.ticket, hand.captured, hand.found = self._tickets, captured, found
        try:
            hand.pipe.send((captured, found))
        except OSError:
            self._lose(hand)
        return self._tickets

    def result(self, ticket: int) -> Whole:
        """What became of it, once it is known; may be asked once."""
        while ticket not in self._done:
            self._collect()
        return self._done.pop(ticket)

    def _free(self) -> _Hand:
        while True:
            for hand in self._hands:
                if hand.ticket < 0:
                    return hand
            if len(self._hands) < self.jobs:
                return self._start()
            self._collect()

    def _start(self) -> _Hand:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._tools), daemon=True)
        process.start()
        theirs.close()
        self._hands.append(_Hand(process, ours))
        return self._hands[-1]

    def _collect(self) -> None:
        busy = {id(hand.pipe): hand for hand in self._hands if hand.ticket >= 0}
        for pipe in wait([hand.pipe for hand in busy.values()]):
            hand = busy[id(pipe)]
            try:
                self._done[hand.ticket] = hand.pipe.recv()
            except (OSError, EOFError):
                self._lose(hand)
            else:
                hand.ticket, hand.captured = -1, None

    def _lose(self, hand: _Hand) -> None:
        """Lets a process go that is gone, and says what it was reading."""
        hand.process.join(_LEAVE_S)
        hand.process.kill()
        hand.process.join()
        hand.pipe.close()
        self._hands.remove(hand)
        if hand.captured is not None:
            what = f"its process ended with code {hand.process.exitcode}"
            self._done[hand.ticket] = lost(hand.captured, what, hand.found)


def _serve(pipe: Connection, make_tools: MakeTools) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with make_tools() as tools, contextlib.suppress(EOFError, OSError):
        while True:
            captured, found = pipe.recv()
            pipe.send(_read(captured, found, tools))


def _read(captured: Captured, found: Sequence[Problem], tools: Tools) -> Whole:
    try:
        return read_whole(captured, tools, found=found)
    except Exception as failure:  # noqa: BLE001  # it costs this document, not the others
        return lost(captured, f"{type(failure).__name__}: {failure}", found)
