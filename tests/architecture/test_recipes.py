"""The two commands and their like: named, explained, and the same in README and CI."""

import re
import subprocess

import pytest

from tests.architecture.miniature import PROJECT

MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
RECIPE = re.compile(r"^([a-z][a-z-]*):(?!=)(.*)$", re.MULTILINE)


def test_every_recipe_has_its_comment() -> None:
    bare = [name for name, rest in RECIPE.findall(MAKEFILE) if not re.search(r"## \S", rest)]
    assert not bare


def test_every_recipe_is_phony_and_the_other_way_round() -> None:
    phony = re.search(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == {name for name, _ in RECIPE.findall(MAKEFILE)}


def test_make_help_prints_every_recipe() -> None:
    shown = subprocess.run(
        ["make", "help"], cwd=PROJECT, capture_output=True, text=True, check=True
    ).stdout
    assert re.findall(r"^make (\S+)", shown, re.MULTILINE) == [
        name for name, _ in RECIPE.findall(MAKEFILE)
    ]


@pytest.mark.parametrize("python", ["/no/such/python", "false"])
def test_a_python_that_does_not_do_is_refused_in_words(python: str) -> None:
    done = subprocess.run(
        ["make", f"PYTHON={python}", "VENV=/nonexistent/venv", "types"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode
    assert "No Python 3.11 or newer" in done.stderr


@pytest.mark.parametrize("command", ["make run", "make test"])
def test_the_readme_gives_the_two_commands(command: str) -> None:
    assert re.search(rf"^{command}\b", (PROJECT / "README.md").read_text("utf-8"), re.MULTILINE)


def test_ci_runs_the_test_command_and_nothing_else_once_there_is_a_browser() -> None:
    script = (PROJECT / ".ci/run").read_text(encoding="utf-8").splitlines()
    lines = [line for line in script if line and not line.startswith("#")]
    assert lines == [
        "set -euo pipefail",
        'cd "$(dirname "${BASH_SOURCE[0]}")/.."',
        "make browser",
        "exec make test",
    ]
    assert (PROJECT / ".ci/run").stat().st_mode & 0o111
