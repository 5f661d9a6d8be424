"""One document read: what takes too long is left with a problem, and what was read stands."""

import hashlib
from datetime import UTC, datetime

from habeas.model.document import Document
from habeas.reading.capture import Captured
from habeas.reading.portions import Pace
from habeas.reading.renderers.plain_text import PlainTextRenderer
from habeas.reading.renderers.table import TableRenderer
from habeas.workflows.read_one import read_one
from tests.tiny_reader import TinyReader


def captured(text: str, media_type: str = "text/plain") -> Captured:
    content = text.encode()
    document = Document(
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        media_type=media_type,
        captured_at=datetime(2031, 5, 4, tzinfo=UTC),
        captured_by="A. Clerk",
        tool="test/1",
        original_name="report",
    )
    return Captured(document=document, content=content)


def test_a_document_that_takes_too_long_is_left_with_a_problem() -> None:
    text = "\n\n".join(["Hanna V. was arrested."] * 9)
    ticks = iter(range(100))
    pace = Pace(paragraphs=3, seconds=1.5, clock=lambda: float(next(ticks)))
    done = read_one(
        captured(text), readers=[TinyReader()], renderers=[PlainTextRenderer()], pace=pace
    )
    assert done.claims
    (problem,) = (one for one in done.problems if one.code == "reading-stopped")
    assert "up to character" in problem.what
    assert problem.span is not None


def test_a_list_that_no_reader_was_asked_for_is_told() -> None:
    table = captured("Name\tArrested\nHanna V.\t2030\n", "text/tab-separated-values")
    done = read_one(table, readers=[TinyReader()], renderers=[TableRenderer()])
    assert [problem.code for problem in done.problems] == ["list-not-read"]
    assert done.claims == ()
