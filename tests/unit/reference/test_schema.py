from __future__ import annotations

import copy
import random
from typing import Any

import jsonschema
import pytest

from habeas.model.errors import ReferenceBroken
from habeas.reference.files import names, read
from habeas.reference.schema import Schema

SAMPLE = {
    "type": "object",
    "required": ["id"],
    "additionalProperties": False,
    "properties": {
        "id": {"$ref": "#/$defs/word"},
        "kind": {"enum": ["town", True, 1]},
        "count": {"type": "integer", "minimum": 1},
        "score": {"type": "number"},
        "names": {"type": ["array", "string"], "minItems": 1, "uniqueItems": True},
        "deep": {"type": "object", "additionalProperties": {"$ref": "#/$defs/word"}},
        "list": {"type": "array", "items": {"$ref": "#/$defs/word"}},
    },
    "$defs": {"word": {"type": "string", "pattern": "^[a-z]+$"}},
}


@pytest.mark.parametrize(
    ("value", "at"),
    [
        ({}, ""),
        ([], ""),
        ({"id": "A"}, ".id"),
        ({"id": 1}, ".id"),
        ({"id": "a", "colour": "red"}, ""),
        ({"id": "a", "kind": "city"}, ".kind"),
        ({"id": "a", "kind": 1.0}, ".kind"),
        ({"id": "a", "count": 0}, ".count"),
        ({"id": "a", "count": True}, ".count"),
        ({"id": "a", "score": "1"}, ".score"),
        ({"id": "a", "names": []}, ".names"),
        ({"id": "a", "names": ["x", "y", "x"]}, ".names"),
        ({"id": "a", "names": 3}, ".names"),
        ({"id": "a", "deep": {"b": "c", "d": "E"}}, ".deep.d"),
        ({"id": "a", "list": ["b", "C", "d"]}, ".list[1]"),
    ],
)
def test_what_does_not_fit_is_named_with_its_place(value: object, at: str) -> None:
    (misfit,) = Schema("sample", SAMPLE).misfits(value)
    assert misfit.at == at


@pytest.mark.parametrize(
    "value",
    [
        {"id": "a", "kind": True, "count": 1, "score": -2.5, "names": "x", "deep": {}, "list": []},
        {"id": "a", "kind": 1, "score": 3, "names": ["x", "y"], "deep": {"b": "c"}, "list": ["d"]},
    ],
)
def test_what_fits_is_left_alone(value: object) -> None:
    assert Schema("sample", SAMPLE).misfits(value) == []


@pytest.mark.parametrize(
    "schema",
    [{"maxItems": 3}, {"$ref": "#/$defs/gone"}, {"$ref": "other.yml"}, {"items": {"not": {}}}],
)
def test_a_schema_that_is_not_understood_is_refused(schema: dict[str, Any]) -> None:
    with pytest.raises(ReferenceBroken, match=r"sample\.yml"):
        Schema("sample.yml", schema).misfits(["x"])


def subject(schema: str) -> Any:  # noqa: ANN401  # whatever the file holds
    """A file the schema is for."""
    for name in names():
        folder, _, file = name.rpartition("/")
        if folder != "schemas" and schema in (file, f"{folder}.yml"):
            return read(name)
    return read("gazetteer/ua_crimea.yml")


def spoiled(value: Any, chance: random.Random) -> Any:  # noqa: ANN401  # a copy of any value
    """The value with one thing changed somewhere in it: removed, replaced, doubled or added."""
    here: Any = copy.deepcopy(value)
    top = {"": here}
    holder: Any = top
    key: Any = ""
    while isinstance(holder[key], dict | list) and holder[key] and chance.random() < 0.85:
        holder, key = holder[key], chance.choice(_keys(holder[key]))
    strange = chance.choice([7, -1, 2.5, True, "", " x ", "UA", [], {}, ["x", "x"], {"x": 1}])
    what = chance.choice(["remove", "replace", "replace", "add"])
    if what == "remove" and holder is not top:
        del holder[key]
    elif what == "add" and isinstance(holder[key], list):
        holder[key].append(strange)
    elif what == "add" and isinstance(holder[key], dict):
        holder[key]["strange"] = strange
    else:
        holder[key] = strange
    return top[""]


def _keys(value: Any) -> list[Any]:  # noqa: ANN401  # a dict or a list
    return list(value) if isinstance(value, dict) else list(range(len(value)))


@pytest.mark.parametrize("name", [n.removeprefix("schemas/") for n in names("schemas")])
def test_our_reading_of_a_schema_is_that_of_the_standard(name: str) -> None:
    """On the file itself, and on 150 copies of a part of it, each spoiled in one place."""
    schema = read(f"schemas/{name}")
    jsonschema.Draft202012Validator.check_schema(schema)
    standard, ours = jsonschema.Draft202012Validator(schema), Schema(name, schema)
    chance = random.Random(name)  # noqa: S311  # no secret, and the same each time
    value = subject(name)
    assert standard.is_valid(value)
    assert ours.misfits(value) == []
    small = value[:5] if isinstance(value, list) else {k: _few(v) for k, v in value.items()}
    verdicts = []
    for _ in range(150):
        other = spoiled(small, chance)
        verdicts.append(standard.is_valid(other))
        assert (ours.misfits(other) == []) == verdicts[-1], other
    assert verdicts.count(False) > 40


def _few(value: Any) -> Any:  # noqa: ANN401  # any part of a file
    if isinstance(value, list):
        return value[:3]
    return dict(list(value.items())[:3]) if isinstance(value, dict) and len(value) > 4 else value
