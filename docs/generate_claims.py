"""Reference pages of the model: claim kinds with their slots, and the closed lists of words."""

from __future__ import annotations

import dataclasses
import inspect
import io
import tokenize
import typing
from enum import StrEnum
from types import ModuleType

from habeas.model import (
    attribute,
    charge,
    claim,
    document,
    grade,
    mention,
    notation,
    partial_date,
    problem,
    quantity,
    source,
    vocabulary,
    written_date,
)
from habeas.model.codec import CLAIM_KINDS

LISTS: tuple[ModuleType, ...] = (
    vocabulary, attribute, charge, mention, quantity, written_date, partial_date,
    grade, source, document, problem,
)  # fmt: skip


def claims() -> str:
    """The page of claim kinds, their slots and the written form."""
    blocks = ["# Claim kinds and slots", _cleaned(claim), "## Every claim"]
    blocks += [_cleaned(claim.Claim), _slots(claim.Claim, frozenset())]
    common = frozenset(slot.name for slot in dataclasses.fields(claim.Claim))
    for name, kind in CLAIM_KINDS.items():
        blocks += [f"## `{name}`", _cleaned(kind), _slots(kind, common)]
    blocks += ["## Parts"]
    for part in (
        mention.Mention,
        quantity.Quantity,
        charge.Charge,
        charge.Sentence,
        written_date.WrittenDate,
    ):
        blocks += [f"### {part.__name__}", _cleaned(part), _slots(part, frozenset())]
    blocks += ["## Dates", _cleaned(partial_date), "## Written form"]
    blocks += ["```text\n" + _cleaned(notation) + "\n```"]
    return "\n\n".join(blocks)


def vocabulary_lists() -> list[type[StrEnum]]:
    """Every closed list of words in the model."""
    return [
        value
        for module in LISTS
        for value in vars(module).values()
        if inspect.isclass(value)
        and issubclass(value, StrEnum)
        and value.__module__ == module.__name__
    ]


def vocabulary_page() -> str:
    """The page of all closed lists of words."""
    blocks = [
        "# Vocabulary",
        "The closed lists of words, as they are written in notation and JSON.",
    ]
    for words in vocabulary_lists():
        remarks = _remarks(words)
        lines = [f"- `{word.value}`{remarks.get(word.name, '')}" for word in words]
        blocks += [f"## {words.__name__}", _cleaned(words), "\n".join(lines)]
    return "\n\n".join(blocks)


def _remarks(words: type[StrEnum]) -> dict[str, str]:
    """What the comment beside each word says."""
    found, name = {}, ""
    for token in tokenize.generate_tokens(io.StringIO(inspect.getsource(words)).readline):
        if token.type == tokenize.NAME and token.string.isupper():
            name = token.string
        elif token.type == tokenize.COMMENT and token.line.strip() != token.string:
            found[name] = f": {token.string.lstrip('# ')}"
    return found


def _slots(kind: type, without: frozenset[str]) -> str:
    hints = typing.get_type_hints(kind)
    lines = [
        f"| `{slot.name}` | {_type(hints[slot.name])} | {_must(slot)} |"
        for slot in dataclasses.fields(kind)
        if slot.name not in without
    ]
    return "\n".join(["| slot | holds | must be filled |", "|---|---|---|", *lines])


def _must(slot: dataclasses.Field[object]) -> str:
    return "yes" if slot.default is dataclasses.MISSING else ""


def _type(hint: object) -> str:
    """A type in words: "several of Mention", "text or Quantity"."""
    arguments = typing.get_args(hint)
    if typing.get_origin(hint) is tuple:
        return f"any number of {_type(arguments[0])}"
    if arguments:
        return " or ".join(_type(one) for one in arguments if one is not type(None))
    name = getattr(hint, "__name__", str(hint))
    return {"str": "text", "int": "a number", "float": "a number", "bool": "yes or no"}.get(
        name, name
    )


def _cleaned(thing: object) -> str:
    """A docstring up to its doctests, which stand last."""
    return (inspect.getdoc(thing) or "").split("\n>>>")[0].strip()
