"""`habeas evaluate --tagger`, over the readers and weights as installed."""

import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from habeas.cli.exits import ExitCode
from tests.taggers import slovnet_names

REPORT = "Это объявлено.\n\nСуд отправил под стражу Клюха.\n"
SENTENCE = "Суд отправил под стражу Клюха."


def gold(folder: Path) -> Path:
    """A report with the claim in it that the tagger makes possible."""
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    sha = sha256(REPORT.encode()).hexdigest()
    start = REPORT.index(SENTENCE)
    (folder / "a.claims").write_text(
        f'document {sha[:8]} {sha} "a.txt"\n\n'
        '- remanded person="Клюха"/person="Клюх"\n'
        f'    from {sha[:8]}:{start}-{start + len(SENTENCE)} -- "{SENTENCE}"\n',
        encoding="utf-8",
    )
    return folder


def evaluated(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "habeas.cli.main", "evaluate", str(folder), *options]
    return subprocess.run(
        [*command, "--reader", "frames-ru"], capture_output=True, text=True, check=False
    )


def events_in(out: str) -> list[str]:
    (line,) = (line.split() for line in out.splitlines() if line.startswith("event  "))
    return line[1:4]


def test_a_tagger_that_is_named_takes_part(tmp_path: Path) -> None:
    slovnet_names()
    answer = evaluated(gold(tmp_path), "--tagger", "slovnet-names")
    assert events_in(answer.stdout) == ["1", "1", "1"]


def test_a_tagger_that_is_none_is_refused(tmp_path: Path) -> None:
    answer = evaluated(gold(tmp_path), "--tagger", "natasha")
    assert answer.returncode == ExitCode.USAGE
    assert "taggers: there is no 'natasha'" in answer.stderr
