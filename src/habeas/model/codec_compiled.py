"""Functions written out for one kind of record, as `dataclass` writes out its `__init__`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

Compiled = Callable[[Any], Any]


def compiled(name: str, lines: Sequence[str], about: Mapping[str, object]) -> Compiled:
    """The function `name` that the lines define; `about` holds what they speak of.

    Lines are made of names of slots alone: nothing that was read comes into them.
    """
    known: dict[str, Any] = dict(about)
    exec("\n".join(lines), known)  # noqa: S102
    function: Compiled = known[name]
    return function
