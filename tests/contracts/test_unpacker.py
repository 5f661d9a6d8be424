"""What every unpacker must do, whatever it is given."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habeas.model.problem import Severity
from habeas.protocols import Unpacker
from habeas.reading.renderers.isolated import IsolatedUnpacker, Isolation, Limits
from habeas.reading.unpackers.archive import ArchiveUnpacker
from habeas.reading.unpackers.docx import DocxUnpacker
from habeas.reading.unpackers.epub import EpubUnpacker
from habeas.reading.unpackers.feed import FeedUnpacker
from habeas.reading.unpackers.mail import MailUnpacker
from habeas.reading.unpackers.mailbox import MailboxUnpacker
from habeas.reading.unpackers.odt import OdtUnpacker
from habeas.reading.unpackers.open_sheet import OpenSheetUnpacker
from habeas.reading.unpackers.outlook import OutlookUnpacker
from habeas.reading.unpackers.pdf import PdfUnpacker
from habeas.reading.unpackers.rtf import RtfUnpacker
from habeas.reading.unpackers.table import TableUnpacker
from habeas.reading.unpackers.telegram import TelegramUnpacker
from habeas.reading.unpackers.warc import WarcUnpacker
from habeas.reading.unpackers.workbook import WorkbookUnpacker
from habeas.text.decoding import decode_as
from tests.unit.reading.unpackers import made_msg, made_office, made_pdf
from tests.unit.reading.unpackers import sound as sound_files
from tests.unit.reading.unpackers.unpacking import captured, unpack


@dataclass(frozen=True)
class Case:
    """An unpacker, and a sound file of its kind, made by `make`."""

    unpacker: Unpacker
    make: Callable[[], bytes]


# A new unpacker gets a line here, and keeps all that stands below.
CASES = [
    Case(ArchiveUnpacker(), sound_files.archive),
    Case(FeedUnpacker(), sound_files.feed),
    Case(MailUnpacker(), sound_files.mail),
    Case(MailboxUnpacker(), sound_files.mailbox),
    Case(OpenSheetUnpacker(), sound_files.open_sheet),
    Case(TableUnpacker(), sound_files.table),
    Case(TelegramUnpacker(), sound_files.telegram),
    Case(WarcUnpacker(), sound_files.warc),
    Case(WorkbookUnpacker(), sound_files.workbook),
    Case(OutlookUnpacker(), made_msg.message),
    Case(PdfUnpacker(), made_pdf.report),
    Case(DocxUnpacker(), made_office.docx_report),
    Case(OdtUnpacker(), made_office.odt_report),
    Case(RtfUnpacker(), made_office.rtf_report),
    Case(EpubUnpacker(), made_office.epub_report),
]
every_unpacker = pytest.mark.parametrize("case", CASES, ids=lambda one: one.unpacker.name)


@pytest.fixture(scope="module")
def isolation() -> Iterator[Isolation]:
    with Isolation(Limits(wall_s=60, cpu_s=30)) as started:
        yield started


@cache
def sound(make: Callable[[], bytes]) -> bytes:
    return make()


@st.composite
def damages(draw: st.DrawFn, content: bytes) -> bytes:
    """The content cut short, with bytes changed, or with a stretch of it taken out."""
    at = draw(st.integers(0, len(content) - 1))
    kind = draw(st.sampled_from(["cut", "change", "remove"]))
    if kind == "cut":
        return content[:at]
    if kind == "remove":
        return content[:at] + content[at + draw(st.integers(1, 300)) :]
    changed = draw(st.binary(min_size=1, max_size=20))
    return content[:at] + changed + content[at + len(changed) :]


def check(unpacker: Unpacker, content: bytes) -> None:
    parts, problems = unpack(unpacker, content)
    assert parts or any(one.severity is Severity.ERROR for one in problems)
    for problem in problems:
        assert problem.where.startswith("report.txt")
        assert problem.document == captured(unpacker, content).sha256
    for part in parts:
        assert part.name
        if part.encoding or part.media_type == "text/plain":
            decode_as(part.content, part.encoding or "utf-8")


@every_unpacker
def test_an_unpacker_says_who_it_is_and_what_it_takes(case: Case) -> None:
    assert case.unpacker.name
    assert case.unpacker.version
    assert case.unpacker.media_types


@every_unpacker
def test_a_sound_file_gives_parts_and_no_fault(case: Case) -> None:
    parts, problems = unpack(case.unpacker, sound(case.make))
    assert parts
    assert all(part.content.strip() for part in parts)
    assert not any(one.severity is Severity.ERROR for one in problems)
    check(case.unpacker, sound(case.make))


@every_unpacker
def test_the_same_bytes_give_the_same_parts(case: Case) -> None:
    assert unpack(case.unpacker, sound(case.make)) == unpack(case.unpacker, sound(case.make))


@every_unpacker
def test_parts_can_be_sent_between_processes(case: Case) -> None:
    answer = unpack(case.unpacker, sound(case.make))
    assert pickle.loads(pickle.dumps(answer)) == answer  # noqa: S301  # our own bytes
    assert pickle.loads(pickle.dumps(case.unpacker)).name == case.unpacker.name  # noqa: S301


@every_unpacker
@given(content=st.binary(max_size=400))
def test_any_bytes_give_parts_or_say_why_not(case: Case, content: bytes) -> None:
    check(case.unpacker, content)
    check(case.unpacker, sound(case.make)[:40] + content)


@every_unpacker
@settings(max_examples=40)
@given(data=st.data())
def test_a_damaged_file_gives_parts_or_says_why_not(case: Case, data: st.DataObject) -> None:
    check(case.unpacker, data.draw(damages(sound(case.make))))


@every_unpacker
def test_what_is_done_apart_is_the_same(case: Case, isolation: Isolation) -> None:
    content = sound(case.make)
    parts, problems = IsolatedUnpacker(case.unpacker, isolation).unpack(
        captured(case.unpacker, content), content
    )
    assert (list(parts), list(problems)) == unpack(case.unpacker, content)
