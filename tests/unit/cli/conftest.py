import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from habeas import wiring
from habeas.cli.main import app
from tests.tiny_reader import TinyReader

PAGE = """<!DOCTYPE html><html lang="en"><body><article><h1>Three held in Sarnova</h1>
<p>Iryna D. was <b>held</b>. Iryna D. was arrested. The police of Sarnova said so on Monday.</p>
<p>Her lawyer was not told where she is, and nor was her family, the lawyer said on Tuesday.</p>
</article></body></html>"""
PROJECT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


Habeas = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _quiet_surroundings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No settings of whoever runs the tests, a width that stays the same, the tiny reader."""
    for name in [name for name in os.environ if name.startswith("HABEAS_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("HABEAS_ACTOR", "Vera")
    monkeypatch.setattr(wiring, "readers", lambda _: [TinyReader()])
    # A process for each test's page would take most of the time; other_process() has them.
    monkeypatch.setattr(wiring, "renderers", lambda: nullcontext(wiring.all_renderers()))


@pytest.fixture
def habeas() -> Habeas:
    """The command in this process, its output caught."""

    def run(*words: str | Path, stdin: bytes = b"") -> Answer:
        done = CliRunner().invoke(app, [str(word) for word in words], input=stdin)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Answer(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(
        "On Monday Olha B. was arrested.\n\nTaras C. was arrested.\n", encoding="utf-8"
    )
    (folder / "b.html").write_text(
        PAGE,
        encoding="utf-8",
    )
    return folder


@pytest.fixture
def kept(habeas: Habeas, reports: Path, tmp_path: Path) -> Path:
    """A register with two documents and three claims in it."""
    folder = tmp_path / "kept"
    assert habeas("read", reports, "--register", folder).code == 0
    return folder


def command(*words: str | Path) -> list[str]:
    """The command line of another process that reads with the tiny reader."""
    return [sys.executable, str(PROJECT / "tests/unit/cli/tiny_habeas.py"), *map(str, words)]


def other_process(*words: str | Path, **given: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command(*words),
        env=surroundings(**given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def surroundings(**given: str) -> dict[str, str]:
    """The environment of another process, with the project on its path."""
    path = os.pathsep.join([str(PROJECT / "src"), str(PROJECT)])
    return {**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8", **given}
