"""What the tests of unpackers share: how to unpack."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem
from habeas.protocols import Unpacker
from tests.unit.reading.renderers.test_plain_text import document_of


def captured(unpacker: Unpacker, content: bytes) -> Document:
    """The document of these bytes, of a kind that the unpacker takes."""
    return replace(document_of(content), media_type=min(unpacker.media_types))


def unpack(unpacker: Unpacker, content: bytes) -> tuple[list[Part], list[Problem]]:
    parts, problems = unpacker.unpack(captured(unpacker, content), content)
    return list(parts), list(problems)


def text_in(unpacker: Unpacker, content: bytes) -> str:
    """The text of the only part there is."""
    parts, _ = unpack(unpacker, content)
    assert len(parts) == 1
    return parts[0].content.decode("utf-8")


def codes(problems: Sequence[Problem]) -> list[str]:
    return [one.code for one in problems]
