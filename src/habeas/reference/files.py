"""Reads the authority files that ship with the package, and says which edition of them this is.

The files are YAML, read as YAML 1.2 has it: `NO` is Norway and not false, `2014-02-20` stays text
(dates here are EDTF), and true, false, null and plain numbers are the only words that are not text.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from habeas.model.errors import ReferenceBroken

# The month in which the data was last gone over as a whole.
_MONTH = "2026-11"
_HASH_DIGITS = 8

_SCALARS = {
    "bool": (r"true|false", "tf"),
    "null": (r"null|~|", ["n", "~", ""]),
    "int": (r"[-+]?(?:0|[1-9][0-9]*)", "-+0123456789"),
    "float": (r"[-+]?[0-9]+\.[0-9]+(?:[eE][-+]?[0-9]+)?", "-+0123456789"),
}


class _Loader(yaml.CSafeLoader):
    """YAML with the core schema of version 1.2 instead of the guesses of 1.1."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _kind, (_pattern, _first) in _SCALARS.items():
    _Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )


@cache
def read(name: str) -> Any:  # noqa: ANN401  # what a file holds is for its own loader to say
    """What the file holds, by its path under the reference folder: `read("states.yml")`.

    Read once and shared: do not change it.
    Raises: ReferenceBroken, when there is no such file or it is not YAML.
    """
    try:
        return yaml.load(content(name), Loader=_Loader)  # noqa: S506  # a safe loader, see above
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"line {mark.line + 1}, column {mark.column + 1}" if mark else "?"
        raise ReferenceBroken(file=name, entry=where, what=error.problem or "not YAML") from error
    except yaml.YAMLError as error:
        raise ReferenceBroken(file=name, entry="?", what=str(error)) from error


def content(name: str) -> bytes:
    """The file as it ships, byte for byte.

    Raises: ReferenceBroken, when there is no such file.
    """
    file = _root().joinpath(*name.split("/"))
    if not file.is_file():
        raise ReferenceBroken(file=name, entry="-", what="there is no such file")
    return file.read_bytes()


def names(folder: str = "") -> tuple[str, ...]:
    """Every authority file in a folder, at any depth, sorted; each a name for `read`.

    Raises: ReferenceBroken, when there is no such folder.
    """
    place = _root().joinpath(*folder.split("/")) if folder else _root()
    if not place.is_dir():
        raise ReferenceBroken(file=folder, entry="-", what="there is no such folder")
    return tuple(sorted(_under(place, f"{folder}/" if folder else "")))


@cache
def edition() -> str:
    """Month and content hash of all authority files: `2026-11+1a2b3c4d`; one byte changed, another.

    Line ends do not count, so that a checkout on another system is the same edition.
    """
    total = hashlib.sha256()
    for name in names():
        plain = content(name).replace(b"\r\n", b"\n")
        total.update(f"{name}\0{len(plain)}\0".encode())
        total.update(plain)
    return f"{_MONTH}+{total.hexdigest()[:_HASH_DIGITS]}"


def _root() -> Traversable:
    return files("habeas.reference")


def _under(place: Traversable, prefix: str) -> Iterator[str]:
    for item in place.iterdir():
        if item.is_dir():
            yield from _under(item, f"{prefix}{item.name}/")
        elif item.name.endswith(".yml"):
            yield prefix + item.name
