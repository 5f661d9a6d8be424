"""JSON Schema as far as our own schemas use it, so that checking a file needs no third party.

Understood: type, enum, pattern, minimum, required, properties, additionalProperties, items,
minItems, uniqueItems, and $ref to $defs of the same schema. Any other keyword is refused, never
passed over. Source: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from habeas.model.errors import ReferenceBroken

_TYPES: dict[str, tuple[type, ...]] = {
    "object": (dict,),
    "array": (list,),
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
}
_DEFINITION = "#/$defs/"


@dataclass(frozen=True, slots=True)
class Misfit:
    """Where in a value, and what does not fit there."""

    at: str
    what: str


@dataclass(frozen=True, slots=True)
class Schema:
    """One schema, named for messages."""

    name: str
    root: dict[str, Any]

    def misfits(self, value: object) -> list[Misfit]:
        """Everything in the value that does not fit; nothing where all does.

        Raises: ReferenceBroken, where the schema uses what is not understood here.
        """
        return list(self._under(self.root, value, ""))

    def _under(self, schema: dict[str, Any], value: object, at: str) -> Iterator[Misfit]:
        for keyword, wanted in schema.items():
            match keyword:
                case "$defs":
                    continue
                case "$ref":
                    yield from self._under(self._definition(wanted), value, at)
                case "properties":
                    yield from self._properties(wanted, value, at)
                case "additionalProperties":
                    yield from self._additional(schema, value, at)
                case "items":
                    yield from self._items(wanted, value, at)
                case _:
                    yield from (Misfit(at, what) for what in self._plain(keyword)(wanted, value))

    def _plain(self, keyword: str) -> Callable[[Any, object], Iterator[str]]:
        if keyword not in _PLAIN:
            raise ReferenceBroken(
                file=self.name, entry=keyword, what="a keyword that is not understood here"
            )
        return _PLAIN[keyword]

    def _definition(self, reference: str) -> dict[str, Any]:
        found = self.root.get("$defs", {}).get(reference.removeprefix(_DEFINITION))
        if not reference.startswith(_DEFINITION) or not isinstance(found, dict):
            raise ReferenceBroken(file=self.name, entry=reference, what="no such definition")
        return found

    def _properties(self, wanted: dict[str, Any], value: object, at: str) -> Iterator[Misfit]:
        if isinstance(value, dict):
            for name, inner in wanted.items():
                if name in value:
                    yield from self._under(inner, value[name], f"{at}.{name}")

    def _additional(self, schema: dict[str, Any], value: object, at: str) -> Iterator[Misfit]:
        inner, known = schema["additionalProperties"], schema.get("properties", {})
        if not isinstance(value, dict):
            return
        for name in value:
            if name not in known and inner is False:
                yield Misfit(at, f"there is no {name!r} here")
            elif name not in known:
                yield from self._under(inner, value[name], f"{at}.{name}")

    def _items(self, wanted: dict[str, Any], value: object, at: str) -> Iterator[Misfit]:
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from self._under(wanted, item, f"{at}[{number}]")


def _type(wanted: str | list[str], value: object) -> Iterator[str]:
    names = [wanted] if isinstance(wanted, str) else wanted
    # True is an integer to Python, and none to JSON.
    if isinstance(value, bool) or not any(isinstance(value, _TYPES[name]) for name in names):
        yield f"{value!r} is no {' or '.join(names)}"


def _enum(wanted: list[object], value: object) -> Iterator[str]:
    if not any(value == one and type(value) is type(one) for one in wanted):
        yield f"{value!r} is none of {', '.join(map(str, wanted))}"


def _pattern(wanted: str, value: object) -> Iterator[str]:
    if isinstance(value, str) and not re.search(wanted, value):
        yield f"{value!r} does not match {wanted}"


def _minimum(wanted: float, value: object) -> Iterator[str]:
    if isinstance(value, int | float) and not isinstance(value, bool) and value < wanted:
        yield f"{value} is less than {wanted}"


def _required(wanted: list[str], value: object) -> Iterator[str]:
    if isinstance(value, dict):
        yield from (f"{name!r} is missing" for name in wanted if name not in value)


def _min_items(wanted: int, value: object) -> Iterator[str]:
    if isinstance(value, list) and len(value) < wanted:
        yield f"fewer than {wanted}"


def _unique(wanted: bool, value: object) -> Iterator[str]:  # noqa: FBT001  # as the schema has it
    if wanted and isinstance(value, list):
        twice = {str(item) for number, item in enumerate(value) if item in value[:number]}
        yield from (f"{item!r} stands twice" for item in sorted(twice))


_PLAIN: dict[str, Callable[[Any, object], Iterator[str]]] = {
    "type": _type,
    "enum": _enum,
    "pattern": _pattern,
    "minimum": _minimum,
    "required": _required,
    "minItems": _min_items,
    "uniqueItems": _unique,
}
