"""Works in a process apart, so that a hostile or broken document can cost a document, no more.

A crash, a hang, a bomb becomes a `Problem`, and the next document gets a fresh process. The answer
is unpickled with nothing but our own plain values allowed: a process that a document has taken over
can lie about its text and its parts, and that is all it can do.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
import weakref
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO, Self, TypeVar

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem, Severity
from habeas.model.rendition import Rendition
from habeas.protocols import Renderer, Unpacker
from habeas.reading.renderers.answer import NoAnswer, rendered, unpacked
from habeas.reading.renderers.captured_text import place_of
from habeas.reading.renderers.worker import FAILED, HEADER, OUT_OF_MEMORY, TOO_MUCH

_LEAVE_S = 2.0
_CRASHED = "crashed"
_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one document may cost. Memory is address space, the process itself included."""

    wall_s: float = 120.0
    cpu_s: int = 60
    memory: int = 4_000_000_000
    output: int = 1_500_000_000


class Isolation:
    """A process for the work, started when first needed and used again; close it when done.

    It takes one document at a time. Safe to share between threads, which then wait for each other.
    """

    def __init__(self, limits: Limits | None = None, *, documents_each: int = 1000) -> None:
        self._limits = limits or Limits()
        self._documents_each = documents_each  # a fresh process now and then, should one leak
        self._process: subprocess.Popen[bytes] | None = None
        self._end: weakref.finalize[[subprocess.Popen[bytes]], Isolation] | None = None
        self._served = 0
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def render(
        self, renderer: Renderer, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        try:
            return self._answer(
                renderer.render, document, content, read=lambda answer: rendered(answer, document)
            )
        except _Lost as lost:
            return None, [_not_rendered(document, lost)]

    def unpack(
        self, unpacker: Unpacker, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        try:
            return self._answer(unpacker.unpack, document, content, read=unpacked)
        except _Lost as lost:
            return (), [_not_unpacked(document, lost)]

    def _answer(
        self,
        work: Callable[[Document, bytes], _Answer],
        document: Document,
        content: bytes,
        *,
        read: Callable[[bytes], _Answer],
    ) -> _Answer:
        request = pickle.dumps((work, document, content), pickle.HIGHEST_PROTOCOL)
        with self._lock:
            try:
                return self._read(self._patient_exchange(request), read)
            except BaseException:  # Ctrl-C in the middle: the next answer would be this one's
                self._stop()
                raise

    def close(self) -> None:
        """Lets the process end; it is gone when this returns."""
        with self._lock:
            if self._process and self._process.stdin:
                with contextlib.suppress(OSError):
                    self._process.stdin.close()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self._process.wait(_LEAVE_S)
            self._stop()

    def _patient_exchange(self, request: bytes) -> bytes:
        """When a process that served others is gone, asks a fresh one: the fault may be theirs."""
        try:
            return self._exchange(request)
        except _Lost as lost:
            if lost.code != _CRASHED or self._served == 1:
                raise
        self._stop()
        return self._exchange(request)

    def _exchange(self, request: bytes) -> bytes:
        process = self._running()
        self._served += 1
        is_late = threading.Event()

        def stop_late() -> None:
            is_late.set()
            process.kill()

        clock = threading.Timer(self._limits.wall_s, stop_late)
        clock.start()
        try:
            return self._ask(process, request)
        except (OSError, EOFError) as failure:
            raise self._why(process, is_late=is_late.is_set()) from failure
        finally:
            clock.cancel()

    def _ask(self, process: subprocess.Popen[bytes], request: bytes) -> bytes:
        to, back = process.stdin, process.stdout
        if to is None or back is None:
            raise EOFError
        to.write(HEADER.pack(len(request)))
        to.write(request)
        to.flush()
        length = HEADER.unpack(_exactly(back, HEADER.size))[0]
        if length > self._limits.output + HEADER.size:
            raise _Lost("too-much", "it makes more than is allowed")
        return _exactly(back, length)

    def _why(self, process: subprocess.Popen[bytes], *, is_late: bool) -> _Lost:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_LEAVE_S)
        code = process.returncode
        if is_late:
            return _Lost("timeout", f"it took longer than {self._limits.wall_s:g} s")
        if code is not None and -code == getattr(signal, "SIGXCPU", 0):
            return _Lost("timeout", f"it took more than {self._limits.cpu_s} s of CPU")
        return _Lost(_CRASHED, f"the process that read it ended with code {code}")

    def _read(self, answer: bytes, read: Callable[[bytes], _Answer]) -> _Answer:
        try:
            return read(answer)
        except NoAnswer as none:
            if none.outcome == OUT_OF_MEMORY:
                gigabytes = self._limits.memory / 1e9
                raise _Lost("memory", f"it needs more than {gigabytes:g} GB") from None
            if none.outcome == TOO_MUCH:
                raise _Lost("too-much", "it makes more than is allowed") from None
            if none.outcome == FAILED:
                raise _Lost("failed", f"what reads it failed ({none.detail})") from None
            raise _Lost(_CRASHED, "its answer made no sense") from None

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process and self._served >= self._documents_each:
            self._stop()
        if self._process is None or self._process.poll() is not None:
            self._stop()
            try:
                self._process, self._served = _start(self._limits), 0
            except OSError as failure:
                raise _Lost("no-process", f"no process could be started ({failure})") from None
            self._end = weakref.finalize(self, _kill, self._process)
        return self._process

    def _stop(self) -> None:
        """Ends the process at once, if there is one."""
        if self._end:
            self._end()
        self._process = None


class IsolatedRenderer:
    """A renderer whose work is done in another process; otherwise the same.

    A document of less than `in_process_below` bytes is rendered here: right for a renderer whose
    time and memory are known to grow with the length of what it is given.
    """

    def __init__(
        self, renderer: Renderer, isolation: Isolation, *, in_process_below: int = 0
    ) -> None:
        self.name = renderer.name
        self.version = renderer.version
        self.media_types = renderer.media_types
        self._renderer = renderer
        self._isolation = isolation
        self._in_process_below = in_process_below

    def render(
        self, document: Document, content: bytes
    ) -> tuple[Rendition | None, Sequence[Problem]]:
        if len(content) < self._in_process_below:
            return self._renderer.render(document, content)
        return self._isolation.render(self._renderer, document, content)


class IsolatedUnpacker:
    """An unpacker whose work is done in another process; otherwise the same."""

    def __init__(self, unpacker: Unpacker, isolation: Isolation) -> None:
        self.name = unpacker.name
        self.version = unpacker.version
        self.media_types = unpacker.media_types
        self._unpacker = unpacker
        self._isolation = isolation

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        return self._isolation.unpack(self._unpacker, document, content)


class _Lost(Exception):  # it says what became of the document
    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code
        self.what = what


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    arguments = map(str, (limits.memory, limits.cpu_s, limits.output))
    return subprocess.Popen(  # noqa: S603  # ourselves, with three numbers
        [sys.executable, "-m", "habeas.reading.renderers.worker", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        start_new_session=True,  # Ctrl-C is for us; we end the process ourselves
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for stream in (process.stdin, process.stdout):
        if stream:
            with contextlib.suppress(OSError):
                stream.close()


def _exactly(stream: IO[bytes], length: int) -> bytes:
    content = stream.read(length)
    if len(content) < length:
        raise EOFError
    return content


def _not_rendered(document: Document, lost: _Lost) -> Problem:
    return Problem(
        code=f"render-{lost.code}",
        where=place_of(document),
        what=f"it could not be made readable: {lost.what}",
        remedy="It is kept as it is. To read it, save its text as a plain text file.",
        severity=Severity.ERROR,
        document=document.sha256,
    )


def _not_unpacked(document: Document, lost: _Lost) -> Problem:
    return Problem(
        code=f"unpack-{lost.code}",
        where=place_of(document),
        what=f"it could not be taken apart: {lost.what}",
        remedy="It is kept as it is. To read what is in it, take it apart and read the pieces.",
        severity=Severity.ERROR,
        document=document.sha256,
    )
