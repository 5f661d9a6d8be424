"""Renderers that do what a hostile document would make one do; loaded in the process apart."""

import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import replace

from habeas.model.document import Document
from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.reading.renderers.plain_text import PlainTextRenderer


class Hostile:
    """Does what the content says: b"hang" and the like; anything else is rendered as plain text."""

    name = "hostile"
    version = "1"
    media_types = frozenset({"text/plain"})

    def render(
        self, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        action = getattr(self, f"do_{content.decode('ascii', 'replace')}", None)
        if action:
            action()
        rendition, problems = PlainTextRenderer().render(document, content)
        if content == b"other" and rendition:
            rendition = replace(rendition, document="0" * 64)
        if content == b"pid" and rendition:
            rendition = replace(rendition, title=str(os.getpid()))
        if content == b"evil":
            return Evil(), []  # type: ignore[return-value]
        if content == b"long" and rendition:
            rendition = replace(rendition, title="x" * 30_000_000)
        return rendition, problems

    def do_hang(self) -> None:
        time.sleep(3600)

    def do_spin(self) -> None:
        while True:
            pass

    def do_crash(self) -> None:
        os.kill(os.getpid(), signal.SIGSEGV)

    def do_leave(self) -> None:
        os._exit(7)

    def do_bomb(self) -> None:
        hoard = [b"x"]
        while True:
            hoard.append(b"x" * (2 * len(hoard[-1])))

    def do_recurse(self) -> None:
        self.do_recurse()

    def do_raise(self) -> None:
        raise ValueError

    def do_print(self) -> None:
        os.write(1, b"noise between the answers")
        sys.stdout.write("noise\n")
        sys.stderr.write("noise\n")

    def do_write(self) -> None:
        with open("/tmp/habeas-written", "w", encoding="ascii") as file:  # noqa: PTH123, S108
            file.write("x" * 100_000)


class Evil:
    """A pickle that would run a command in whoever reads it."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch /tmp/habeas-evil",)
