"""The process in which documents are made readable: one request after another, within limits.

Started as `python -m habeas.reading.renderers.worker MEMORY CPU OUTPUT` (bytes, seconds, bytes). It
reads length-prefixed pickles from standard input and answers on standard output, until its input
ends or its parent is gone. It may write no file.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pickle
import struct
import sys
import threading
import time
from typing import BinaryIO

if sys.platform != "win32":  # there only the parent's clock limits
    import resource

HEADER = struct.Struct(">Q")
# Answers: what became of the request, in the first place of the tuple.
DONE, OUT_OF_MEMORY, TOO_MUCH, FAILED = "done", "out-of-memory", "too-much", "failed"

_WATCH_S = 1.0


def main() -> None:
    memory, cpu_s, most_output = map(int, sys.argv[1:4])
    requests, answers = _streams()
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    # Loaded before the first request, so that no document pays for it out of its own seconds.
    with contextlib.suppress(ImportError):
        importlib.import_module("trafilatura")
    _limit(memory)
    while (request := _request(requests)) is not None:
        _allow_cpu(cpu_s)
        answer = _answer(request, most_output)
        del request
        answers.write(HEADER.pack(len(answer)))
        answers.write(answer)
        answers.flush()


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Private streams: what a library prints must not get between the answers."""
    requests, answers = os.dup(0), os.dup(1)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    return os.fdopen(requests, "rb"), os.fdopen(answers, "wb")


def _leave_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_S)
    os._exit(1)


def _limit(memory: int) -> None:
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def _allow_cpu(cpu_s: int) -> None:
    """So many seconds from now on; the limit counts from the start of the process."""
    if sys.platform == "win32":
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + cpu_s + 1, hard))


def _request(requests: BinaryIO) -> bytes | None:
    header = requests.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    return requests.read(HEADER.unpack(header)[0])


def _answer(request: bytes, most_output: int) -> bytes:
    try:
        work, document, content = pickle.loads(request)  # noqa: S301  # from our own parent
        answer = pickle.dumps((DONE, work(document, content)), pickle.HIGHEST_PROTOCOL)
    except MemoryError:
        return pickle.dumps((OUT_OF_MEMORY, ""))
    except Exception as failure:  # noqa: BLE001  # whatever a library raises must reach the parent
        return pickle.dumps((FAILED, f"{type(failure).__name__}: {failure}"[:500]))
    return answer if len(answer) <= most_output else pickle.dumps((TOO_MUCH, str(len(answer))))


if __name__ == "__main__":
    main()
