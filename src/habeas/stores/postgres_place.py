"""Where a register stands on a PostgreSQL server: the address, and the schema within it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from habeas.model.errors import RegisterDamaged, RegisterNotWritable

SCHEME = "postgresql"
_DEFAULT_SCHEMA = "habeas"
_SCHEMA = "schema"


@dataclass(frozen=True, slots=True)
class Place:
    """An address for libpq, the schema the register has for itself, and how to name it to people.

    `shown` has no password in it.
    """

    address: str
    schema: str
    shown: str

    @property
    def quoted(self) -> sql.Identifier:
        """The schema as SQL writes it."""
        return sql.Identifier(self.schema)


def place_of(address: str) -> Place:
    """The place that `postgresql://user@host/database?schema=name` names.

    Without a schema it is "habeas". All else is as libpq has it.
    """
    parts = urlsplit(address)
    asked = parse_qsl(parts.query, keep_blank_values=True)
    schema = next((value for name, value in asked if name == _SCHEMA), _DEFAULT_SCHEMA)
    query = urlencode([(name, value) for name, value in asked if name != _SCHEMA])
    host = parts.hostname or ""
    port = f":{parts.port}" if parts.port else ""
    shown = f"{SCHEME}://{host}{port}{parts.path}?schema={schema}"
    return Place(urlunsplit(parts._replace(query=query)), schema, shown)


@contextmanager
def complaints(place: Place) -> Iterator[None]:
    """Turns what the server complains of into failures of a register.

    Raises: RegisterNotWritable, where the server cannot be reached, or refuses; RegisterDamaged.
    """
    try:
        yield
    except (psycopg.OperationalError, psycopg.errors.InsufficientPrivilege) as failure:
        raise RegisterNotWritable(path=place.shown, why=_first_line(failure)) from failure
    except psycopg.errors.ReadOnlySqlTransaction as failure:
        raise RegisterNotWritable(path=place.shown, why="it was opened for reading") from failure
    except psycopg.Error as failure:
        raise RegisterDamaged(path=place.shown, what=_first_line(failure)) from failure


def _first_line(failure: psycopg.Error) -> str:
    return next(iter(str(failure).splitlines()), type(failure).__name__)
