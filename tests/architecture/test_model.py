"""The model is plain Python. An import contract cannot say so: it would have to name all others."""

import ast
import sys
from pathlib import Path

import pytest

from tests.architecture.source import SOURCE, imported_packages, tree

# Reading the clock, the disk or the network is for the edges of the house.
AT_THE_EDGES = {
    "io",
    "os",
    "pathlib",
    "random",
    "secrets",
    "socket",
    "subprocess",
    "time",
    "urllib",
}


def strangers(parsed: ast.Module) -> set[str]:
    allowed = (sys.stdlib_module_names - AT_THE_EDGES) | {"habeas"}
    return set(imported_packages(parsed)) - allowed


@pytest.mark.parametrize("path", sorted((SOURCE / "model").rglob("*.py")), ids=lambda p: p.name)
def test_the_model_imports_only_the_standard_library(path: Path) -> None:
    assert not strangers(tree(path))


@pytest.mark.parametrize("line", ["import yaml", "from lxml import html", "import os.path"])
def test_a_stranger_in_the_model_is_seen(line: str) -> None:
    assert strangers(ast.parse(line))
