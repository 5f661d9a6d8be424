"""The console blocks of a page: their commands are run, their output is compared or renewed."""

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
# What is another on every run; claim and document ids follow from the content and stay.
VOLATILE = [
    (re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?Z?"), "<time>"),
    (re.compile(r"head (\d+:)?[0-9a-f]{64}"), r"head \1<hash>"),
    (re.compile(r"<time> [0-9a-f]{8} "), "<time> <hash> "),
    (re.compile(r"\b\d{4}-\d\d\+[0-9a-f]{8}\b"), "<edition>"),
]


def masked(line: str) -> str:
    for pattern, sign in VOLATILE:
        line = pattern.sub(sign, line)
    return line.rstrip()


@dataclass(frozen=True)
class Step:
    """One command of a block with the output that the page shows for it."""

    command: str
    shown: tuple[str, ...]


def steps(block: str) -> list[Step]:
    """The commands of a block; a line that ends in a backslash goes on in the next."""
    found: list[list[str]] = []
    is_open = False
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append([line])
        elif is_open:
            found[-1][0] += f"\n{line}"
        else:
            found[-1].append(line)
        is_open = line.endswith("\\") and (line.startswith("$ ") or is_open)
    return [Step(lines[0], tuple(lines[1:])) for lines in found]


def renewed(page: str, *, folder: Path, environment: dict[str, str]) -> str:
    """The page with the output its commands give now.

    Output that differs only in what is volatile is left as the page has it.
    """

    def block(found: re.Match[str]) -> str:
        lines: list[str] = []
        for step in steps(found[0]):
            given = _output(step.command.removeprefix("$ "), folder, environment)
            is_same = [masked(line) for line in given] == [masked(line) for line in step.shown]
            lines += [step.command, *(step.shown if is_same else given)]
        return "".join(f"{line}\n" for line in lines)

    return BLOCK.sub(block, page)


def _output(command: str, folder: Path, environment: dict[str, str]) -> list[str]:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return [line.rstrip() for line in done.stdout.splitlines()]
