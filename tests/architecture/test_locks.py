"""The lock files: every package by hash, from whatever index the reader uses."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.architecture.miniature import PROJECT
from tests.architecture.source import tracked_files

PIN = re.compile(r"^([a-z0-9-]+)==([^ ]+)", re.MULTILINE)
LOCKS = sorted((PROJECT / "requirements").glob("*.lock"))

# Put together here, so that this file passes its own test.
REGISTRIES = [
    ".".join(parts)
    for parts in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry", "npmjs"),
        ("registry", "yarnpkg"),
        ("conda", "anaconda"),
        ("files", "pypi"),
    )
]


def pins(lock: Path) -> dict[str, set[str]]:
    """Names with the versions pinned; a lock for several systems may pin one name twice."""
    found: dict[str, set[str]] = {}
    for name, version in PIN.findall(lock.read_text(encoding="utf-8")):
        found.setdefault(name, set()).add(version)
    return found


@pytest.mark.parametrize("path", LOCKS, ids=lambda path: path.name)
def test_every_pin_has_its_hashes_and_no_address(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    blocks = re.split(r"^(?=[a-z0-9-]+==)", text, flags=re.MULTILINE)[1:]
    assert blocks
    assert all("--hash=sha256:" in block for block in blocks)
    assert not re.search(r"://|^-|--index|--find-links| @ |file:", text, re.MULTILINE)


def test_what_runs_is_what_was_tested() -> None:
    run, dev = pins(PROJECT / "requirements/run.lock"), pins(PROJECT / "requirements/dev.lock")
    assert run.items() <= dev.items()


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    named = [
        *project["project"]["dependencies"],
        *project["dependency-groups"]["build"],
        *project["build-system"]["requires"],
    ]
    wanted = {re.split(r"[\[<>=~! ]", line)[0].lower() for line in named}
    assert wanted <= pins(PROJECT / "requirements/run.lock").keys()


def test_no_file_names_a_package_registry() -> None:
    named = {
        f"{path.relative_to(PROJECT)}: {host}"
        for path in tracked_files()
        for host in REGISTRIES
        if host.encode() in path.read_bytes()
    }
    assert not named
