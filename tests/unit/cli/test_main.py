import subprocess
import sys
from pathlib import Path

import pytest

from habeas import __version__
from habeas.cli.exits import MEANINGS, ExitCode
from tests.unit.cli.conftest import Habeas, command, other_process, surroundings

HEAVY = {"trafilatura", "lxml", "yaml", "habeas.reading", "habeas.wiring", "rich", "sqlite3"}


def test_the_version_is_printed(habeas: Habeas) -> None:
    assert habeas("--version").out == f"habeas {__version__}\n"


def test_nothing_heavy_is_imported_to_say_the_version() -> None:
    code = (
        "import sys; sys.argv = ['habeas', '--version']\n"
        "from habeas.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=surroundings(), capture_output=True, text=True, check=True
    )
    assert "habeas.cli.main" in done.stdout.split()
    assert not HEAVY & set(done.stdout.split())


def test_help_names_every_exit_code(habeas: Habeas) -> None:
    out = habeas("--help").out
    for code in ExitCode:
        assert f"{code.value}  {MEANINGS[code].split(':')[0].split(';')[0][:30]}" in out


@pytest.mark.parametrize("option", ["-h", "--help"])
@pytest.mark.parametrize("verb", ["read", "show", "show claim", "log", "check", "export"])
def test_every_verb_has_help(habeas: Habeas, verb: str, option: str) -> None:
    done = habeas(*verb.split(), option)
    assert done.code == 0
    assert f"habeas {verb}" in done.out.replace("root", "habeas")


@pytest.mark.parametrize("verb", ["", "read", "show", "show claim", "show person", "check"])
def test_help_shows_no_type_where_none_is_to_be_given(habeas: Habeas, verb: str) -> None:
    out = habeas(*verb.split(), "--help").out
    for sign in ("<bool>", "{", "<str>", "<list"):
        assert sign not in out


def test_without_a_command_help_is_shown(habeas: Habeas) -> None:
    assert "Exit codes" in habeas().out + habeas().err


def test_a_fault_inside_ends_with_70_and_a_file_with_the_details(
    tmp_path: Path, reports: Path
) -> None:
    done = other_process("read", reports, XDG_STATE_HOME=str(tmp_path / "state"), BREAK="1")
    assert done.returncode == 70
    assert "Traceback" not in done.stderr
    (path,) = (tmp_path / "state" / "habeas").iterdir()
    assert str(path) in done.stderr
    assert "ZeroDivisionError" in path.read_text("utf-8")
    assert path.stat().st_mode & 0o077 == 0


def test_a_details_folder_in_the_settings_is_used(tmp_path: Path, reports: Path) -> None:
    done = other_process("read", reports, HABEAS_DETAILS=str(tmp_path / "faults"), BREAK="1")
    assert done.returncode == 70
    assert len(list((tmp_path / "faults").iterdir())) == 1


def test_a_settings_file_is_taken_from_the_command_line(
    habeas: Habeas, kept: Path, tmp_path: Path
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(f'register = "{kept.name}"\n', encoding="utf-8")
    assert habeas("--config", path, "check").code == 0
    assert habeas("--config", tmp_path / "gone.toml", "check").code == 2


def test_the_output_of_an_ascii_terminal_is_still_valid(reports: Path) -> None:
    (reports / "a.txt").write_text("Olha Bůžek was arrested.", encoding="utf-8")
    done = other_process("read", reports / "a.txt", "--format", "json", PYTHONIOENCODING="ascii")
    assert done.returncode == 0
    assert r"\u016f\u017eek" in done.stdout


def test_a_closed_pipe_ends_quietly(kept: Path) -> None:
    with subprocess.Popen(
        command("log", "--register", kept),
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        running.stdout.close()  # before the first line is written
        _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [["show", "summary"], ["log"], ["export"]])
def test_a_full_disk_under_the_output_is_said(kept: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "tests/unit/cli/tiny_habeas.py", *words, "--register", str(kept)],
            cwd=Path(__file__).parents[3],
            env=surroundings(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert "No room left" in done.stderr
    assert "Traceback" not in done.stderr


def test_commands_to_copy_name_the_program_as_it_is_called_here(
    kept: Path, monkeypatch: pytest.MonkeyPatch, habeas: Habeas, tmp_path: Path
) -> None:
    program = tmp_path / "bin/habeas"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "argv", [str(program)])
    monkeypatch.setenv("PATH", "/usr/bin")
    assert f"  {program} show persons" in habeas("show", "summary", "--register", kept).out
    monkeypatch.setenv("PATH", str(program.parent))
    assert "  habeas show persons" in habeas("show", "summary", "--register", kept).out
