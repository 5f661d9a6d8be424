"""Reference page of problem codes, gathered from where the code makes a `Problem`."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from pathlib import Path

CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")
SOURCE = Path(__file__).parents[1] / "src" / "habeas"


def problems() -> str:
    """The page of problem codes."""
    lines = [
        f"| `{code}` | {', '.join(f'`{room}`' for room in sorted(rooms))} |"
        for code, rooms in sorted(codes().items())
    ]
    return "\n".join(
        [
            "# Problem codes",
            "",
            "A problem says where, what and what to do. The code stays when the words change.",
            "",
            "| code | comes from |",
            "|---|---|",
            *lines,
        ]
    )


def codes() -> dict[str, set[str]]:
    """Every problem code in the source, with the modules that use it."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(SOURCE.rglob("*.py")):
        text = path.read_text("utf-8")
        for node in ast.walk(ast.parse(text)) if "import Problem" in text else ():
            for code in _codes_given(node):
                found[code].add(path.relative_to(SOURCE).as_posix())
    return found


def _codes_given(node: ast.AST) -> list[str]:
    """The codes a piece of source gives: `code=...`, or first of all to a maker of problems."""
    given: list[ast.expr] = []
    if isinstance(node, ast.Call):
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        is_note = isinstance(node.func, ast.Attribute) and node.func.attr == "note"
        if name.lower().endswith("problem") or is_note:
            given = [*(one.value for one in node.keywords if one.arg == "code"), *node.args[:1]]
    elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if any(isinstance(one, ast.Name) and "code" in one.id.lower() for one in targets):
            given = [node.value]
    words = [
        one.value for value in given for one in ast.walk(value) if isinstance(one, ast.Constant)
    ]
    return [one for one in words if isinstance(one, str) and CODE.fullmatch(one)]
