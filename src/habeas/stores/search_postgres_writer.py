"""One change of an index of words on a PostgreSQL server; rows are gathered and copied together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from psycopg import sql

from habeas.model.search import GAP, Days, Facet, HitKind, Indexed, Reached
from habeas.stores.postgres_place import Place, complaints
from habeas.stores.search_rows import ROWS_AT_ONCE, FacetNumbers, text_of

_Key = tuple[HitKind, str]
RowsOf = Callable[[HitKind, Sequence[str]], Sequence[Indexed]]


def kind_term(kind: HitKind) -> str:
    """The term that all rows of a kind have."""
    return f"§{kind.value}"


class PostgresIndexWriter:
    """Rows are known by kind and name; what is put in last stands."""

    def __init__(
        self,
        connection: psycopg.Connection[Any],
        place: Place,
        reached: Reached,
        rows_of: RowsOf,
    ) -> None:
        self._connection = connection
        self._place = place
        self._reached = reached
        self._rows_of = rows_of
        self._changes: dict[_Key, Indexed | None] = {}
        self._facets = FacetNumbers(self._known_facets(), self._new_facet)

    def reached(self) -> Reached:
        return self._reached

    def put(self, row: Indexed) -> None:
        self._changes[row.kind, row.name] = row
        if len(self._changes) >= ROWS_AT_ONCE:
            with complaints(self._place):
                self.flush()

    def drop(self, kind: HitKind, name: str) -> None:
        self._changes[kind, name] = None

    def rows(self, kind: HitKind, names: Sequence[str]) -> Sequence[Indexed]:
        with complaints(self._place):
            self.flush()
        return self._rows_of(kind, names)

    def clear(self) -> None:
        self._changes.clear()
        with complaints(self._place):
            self._connection.execute(self._said("TRUNCATE {s}.search_items"))

    def reach(self, reached: Reached) -> None:
        asked = "UPDATE {s}.search_reached SET position = %s, hash = %s, made_by = %s"
        values = (reached.position, reached.hash, reached.made_by)
        with complaints(self._place):
            self._connection.execute(self._said(asked), values)
        self._reached = reached

    def flush(self) -> None:
        """Writes what was gathered. Raises: psycopg.Error."""
        changes, self._changes = self._changes, {}
        if not changes:
            return
        gone = self._said(
            "DELETE FROM {s}.search_items USING unnest(%s::text[], %s::text[]) AS old (kind, name) "
            "WHERE search_items.kind = old.kind AND search_items.name = old.name"
        )
        kinds, names = zip(*changes, strict=True)
        self._connection.execute(gone, ([kind.value for kind in kinds], list(names)))
        rows = [self._row(row) for row in changes.values() if row is not None]
        copying = self._said("COPY {s}.search_items FROM STDIN")
        with self._connection.cursor() as cursor, cursor.copy(copying) as copy:
            for row in rows:
                copy.write_row(row)

    def _row(self, row: Indexed) -> tuple[object, ...]:
        return (
            row.kind.value,
            row.name,
            row.position,
            row.weight,
            row.order,
            _ranges(row.when),
            _ranges(row.learned),
            self._facets.of(row.facets),
            f" {text_of(row.words)} ",
            text_of(row.keys),
            sorted({kind_term(row.kind), *row.words, *row.keys} - {GAP}),
        )

    def _known_facets(self) -> dict[Facet, int]:
        asked = self._said("SELECT number, field, value FROM {s}.search_facets")
        found = self._connection.execute(asked).fetchall()
        return {Facet(field, value): number for number, field, value in found}

    def _new_facet(self, facet: Facet) -> int:
        asked = "INSERT INTO {s}.search_facets (field, value) VALUES (%s, %s) RETURNING number"
        values = (facet.field, facet.value)
        found = self._connection.execute(self._said(asked), values).fetchone()
        return int(found[0]) if found else 0

    def _said(self, asked: str) -> sql.Composed:
        return sql.SQL(asked).format(s=self._place.quoted)


def _ranges(stretches: Sequence[Days]) -> str:
    """Stretches of days as a multirange is written."""
    return "{" + ",".join(f"[{first},{last}]" for first, last in stretches) + "}"
