"""Fixtures that every room's tests may use."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

from tests.facts import Facts

# An example may take its time: the machine is shared, and slowness is for the benchmarks to say.
settings.register_profile("house", settings(), deadline=None)
settings.load_profile("house")

Golden = Callable[[Path, str], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write what the code now gives into the golden files (make golden)",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with its golden file, or rewrite the file when asked to."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--rewrite-golden"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert file.read_text(encoding="utf-8") == text, f"{file.name} differs; try: make golden"

    return compare


@pytest.fixture
def register(request: pytest.FixtureRequest) -> Facts:
    """A register in memory that holds what the test's docstring says in claim notation."""
    facts = Facts()
    docstring = request.function.__doc__
    if docstring:
        facts.tell(docstring)
    return facts


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "golden" in getattr(item, "fixturenames", ()):
            item.add_marker("golden")
