"""A hostile document costs a document: the next one is read, and nothing is left running."""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from habeas.model.problem import Problem
from habeas.model.rendition import Rendition
from habeas.reading.renderers.html import HtmlRenderer
from habeas.reading.renderers.isolated import IsolatedRenderer, Isolation, Limits
from habeas.reading.renderers.plain_text import PlainTextRenderer
from tests.unit.reading.renderers.hostile import Hostile
from tests.unit.reading.renderers.test_plain_text import codes, document_of, shown

SMALL = Limits(wall_s=20, cpu_s=1, memory=1_000_000_000, output=20_000_000)


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    with Isolation(SMALL) as started:
        yield started


def render(isolation: Isolation, content: bytes) -> tuple[Rendition | None, list[Problem]]:
    rendition, problems = isolation.render(Hostile(), document_of(content), content)
    return rendition, list(problems)


def worker_of(isolation: Isolation) -> int:
    rendition, _ = render(isolation, b"pid")
    assert rendition is not None
    return int(rendition.title)


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return not has_ended(process)


def has_ended(process: int) -> bool:
    """Whether it only waits for its parent to take notice, where the system tells."""
    status = Path(f"/proc/{process}/status")
    return status.exists() and "\nState:\tZ" in status.read_text(encoding="ascii")


def wait_until_gone(process: int) -> bool:
    """Whether it goes within a generous time; a process that stays, stays for an hour."""
    for _ in range(600):
        if not is_running(process):
            return True
        time.sleep(0.05)
    return False


def test_the_answer_is_the_same_as_without_a_process(isolation: Isolation) -> None:
    page = (Path(__file__).parent.parent / "pages" / "herald.html").read_bytes()
    document = document_of(page)
    assert isolation.render(HtmlRenderer(), document, page) == HtmlRenderer().render(document, page)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"spin", "render-timeout"),
        (b"crash", "render-crashed"),
        (b"leave", "render-crashed"),
        (b"bomb", "render-memory"),
        (b"recurse", "render-failed"),
        (b"raise", "render-failed"),
        (b"long", "render-too-much"),
        (b"other", "render-crashed"),
        (b"evil", "render-crashed"),
    ],
)
def test_whatever_a_document_does_is_a_problem_and_the_next_is_read(
    isolation: Isolation, content: bytes, code: str
) -> None:
    rendition, problems = render(isolation, content)
    assert rendition is None
    assert codes(problems) == [code]
    assert problems[0].where == "report.txt"
    following, none = render(isolation, b"Hanna Verba was held.")
    assert following is not None
    assert shown(following) == ["Hanna Verba was held."]
    assert none == []


def test_a_document_that_hangs_is_given_up() -> None:
    with Isolation(Limits(wall_s=1)) as isolation:
        _, problems = render(isolation, b"hang")
    assert codes(problems) == ["render-timeout"]


def test_an_answer_runs_nothing_in_whoever_reads_it(isolation: Isolation) -> None:
    traces = Path("/tmp/habeas-evil")  # noqa: S108
    traces.unlink(missing_ok=True)
    render(isolation, b"evil")
    assert not traces.exists()


def test_noise_does_not_get_between_the_answers(isolation: Isolation) -> None:
    rendition, _ = render(isolation, b"print")
    assert rendition is not None
    assert rendition.captured == "print"


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit there")
def test_a_renderer_writes_no_file(isolation: Isolation) -> None:
    written = Path("/tmp/habeas-written")  # noqa: S108
    render(isolation, b"write")
    assert not written.exists() or written.stat().st_size == 0
    written.unlink(missing_ok=True)


def test_one_process_serves_many_documents(isolation: Isolation) -> None:
    assert worker_of(isolation) == worker_of(isolation)


def test_a_process_is_replaced_after_so_many_documents() -> None:
    with Isolation(SMALL, documents_each=2) as isolation:
        first, second, third = (worker_of(isolation) for _ in range(3))
    assert first == second != third


def test_closing_leaves_no_process() -> None:
    with Isolation(SMALL) as isolation:
        worker = worker_of(isolation)
        assert is_running(worker)
    assert not is_running(worker)
    isolation.close()


def test_a_closed_isolation_starts_again_when_needed() -> None:
    isolation = Isolation(SMALL)
    first = worker_of(isolation)
    isolation.close()
    assert worker_of(isolation) != first
    isolation.close()


def test_a_process_that_died_between_documents_is_replaced(isolation: Isolation) -> None:
    worker = worker_of(isolation)
    os.kill(worker, signal.SIGKILL)
    assert wait_until_gone(worker)
    assert worker_of(isolation) != worker


def test_threads_share_a_process_without_mixing_answers(isolation: Isolation) -> None:
    wrong: list[str] = []

    def read(name: str) -> None:
        for number in range(20):
            rendition, _ = render(isolation, f"{name} {number}".encode())
            if rendition is None or rendition.captured != f"{name} {number}":
                wrong.append(name)

    threads = [threading.Thread(target=read, args=(name,)) for name in ("Verba", "Sova", "Pero")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


SCRIPT = """
import sys
from habeas.reading.renderers.isolated import Isolation, Limits
from tests.unit.reading.renderers.hostile import Hostile
from tests.unit.reading.renderers.test_plain_text import document_of
with Isolation(Limits()) as isolation:
    rendition, _ = isolation.render(Hostile(), document_of(b"pid"), b"pid")
    print(rendition.title, flush=True)
    isolation.render(Hostile(), document_of(b"hang"), b"hang")
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ there")
@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_its_parent(blow: signal.Signals) -> None:
    parent = subprocess.Popen(
        [sys.executable, "-c", SCRIPT],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert parent.stdout
    worker = int(parent.stdout.readline())
    assert is_running(worker)
    parent.send_signal(blow)
    parent.wait()
    parent.stdout.close()
    gone = wait_until_gone(worker)
    with contextlib.suppress(ProcessLookupError):
        os.kill(worker, signal.SIGKILL)
    assert gone


def test_no_process_to_be_had_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Isolation(SMALL) as isolation:
        _, problems = render(isolation, b"x")
    assert codes(problems) == ["render-no-process"]


def test_a_small_text_is_rendered_here(isolation: Isolation) -> None:
    small = IsolatedRenderer(Hostile(), isolation, in_process_below=10)
    assert (small.name, small.media_types) == ("hostile", Hostile.media_types)
    here, _ = small.render(document_of(b"pid"), b"pid")
    assert here is not None
    assert int(here.title) == os.getpid()
    apart, _ = small.render(document_of(b"a longer text"), b"a longer text")
    plain, _ = PlainTextRenderer().render(document_of(b"a longer text"), b"a longer text")
    assert apart == plain
