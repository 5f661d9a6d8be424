"""The project's own files, as the architecture tests look at them."""

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.miniature import PROJECT

SOURCE = PROJECT / "src/habeas"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(parsed: ast.Module) -> Iterator[Function]:
    for node in ast.walk(parsed):
        if isinstance(node, Function):
            yield node


def names(parsed: ast.Module) -> Iterator[str]:
    """Every name a module gives: to classes, functions, arguments and variables."""
    for node in ast.walk(parsed):
        if isinstance(node, Function | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def imported_packages(parsed: ast.Module) -> Iterator[str]:
    """The first part of every absolute import: `habeas`, `datetime`, `yaml`."""
    for node in ast.walk(parsed):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def tracked_files() -> list[Path]:
    """The files git knows and those it would take in; every file, where git does not know us."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=PROJECT,
        capture_output=True,
        check=False,
    )
    if listed.returncode:
        return [path for path in PROJECT.rglob("*") if path.is_file()]
    paths = [PROJECT / name.decode() for name in listed.stdout.split(b"\0") if name]
    return [path for path in paths if path.is_file()]
