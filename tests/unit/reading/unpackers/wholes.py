"""Documents that hold others, built in the test that reads them."""

import hashlib
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem
from habeas.protocols import Unpacker


def whole(content: bytes, media_type: str, name: str = "whole") -> Document:
    return Document(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=media_type,
        captured_at=datetime(2031, 5, 4, tzinfo=UTC),
        captured_by="O. Reviewer",
        tool="habeas/0",
        original_name=name,
    )


def unpack(
    unpacker: Unpacker, content: bytes, media_type: str = "", name: str = "whole"
) -> tuple[list[Part], list[Problem]]:
    document = whole(content, media_type or min(unpacker.media_types), name)
    parts, problems = unpacker.unpack(document, content)
    return list(parts), list(problems)


def names(parts: Sequence[Part]) -> list[str]:
    return [part.name for part in parts]


def codes(problems: Sequence[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def zipped(members: Mapping[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            # OpenDocument wants its media type first and unpacked (part 2, 3.3).
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(name, content, compress_type=kind)
    return file.getvalue()
