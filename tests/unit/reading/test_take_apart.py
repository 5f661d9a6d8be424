"""What holds others is taken apart to the last document, and no trap gets further than a limit."""

import hashlib
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from habeas import wiring
from habeas.model.document import DateBasis, Document
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem
from habeas.reading.capture import Captured
from habeas.reading.media_type import media_type_of
from habeas.reading.take_apart import take_apart
from habeas.reading.unpackers.allowance import Allowance
from tests.unit.reading.unpackers import sound
from tests.unit.reading.unpackers.wholes import codes, whole, zipped

NOON = datetime(2031, 5, 4, 12, tzinfo=UTC)


def apart(
    content: bytes, name: str, limits: Allowance | None = None
) -> tuple[list[Captured], list[Problem], dict[str, bytes]]:
    kept: dict[str, bytes] = {}

    def put(blob: bytes) -> str:
        sha256 = hashlib.sha256(blob).hexdigest()
        kept[sha256] = blob
        return sha256

    document = whole(content, media_type_of(content, name), name)
    found = list(
        take_apart(
            Captured(document=document, content=content),
            wiring.all_unpackers(),
            put_blob=put,
            clock=lambda: NOON,
            limits=limits,
        )
    )
    documents = [one for one in found if isinstance(one, Captured)]
    return documents, [one for one in found if isinstance(one, Problem)], kept


def names(found: Sequence[Captured]) -> list[str]:
    return [one.document.original_name for one in found]


def test_a_document_that_holds_nothing_is_handed_on_as_it_is() -> None:
    (only,), problems, kept = apart(b"Olha B. was arrested.", "a.txt")
    assert (only.is_taken_apart, problems, kept) == (False, [], {})


def test_wholes_in_wholes_are_opened_in_order_to_the_last_document() -> None:
    content = zipped({"a.txt": sound.TEXT, "in.zip": zipped({"m.eml": sound.mail()}), "z.txt": "Z"})
    found, problems, kept = apart(content, "all.zip")
    assert names(found) == [
        "all.zip",
        "all.zip!a.txt",
        "all.zip!in.zip",
        "all.zip!in.zip!m.eml",
        "all.zip!in.zip!m.eml!text",
        "all.zip!in.zip!m.eml!list.csv",
        "all.zip!in.zip!m.eml!list.csv!table",
        "all.zip!z.txt",
    ]
    assert [one.is_taken_apart for one in found] == [1, 0, 1, 1, 0, 1, 0, 0]
    assert problems == []
    assert all(kept[one.document.sha256] == one.content for one in found[1:])


def test_a_part_says_where_it_is_from_and_who_took_it_out() -> None:
    found, _, _ = apart(sound.mail(), "m.eml")
    mail, text = found[0].document, found[1].document
    assert text.derived_from == mail.sha256
    assert text.sha256 == hashlib.sha256(found[1].content).hexdigest()
    assert (text.tool, text.captured_by, text.captured_at) == ("mail/1", "O. Reviewer", NOON)
    assert text.custody[-1].what == "taken out of m.eml by mail/1"
    assert (text.published, text.published_basis) == (
        PartialDate("2031-05-04T10:30+03:00"),
        DateBasis.CONTAINER,
    )


def test_a_page_out_of_a_web_archive_was_in_other_hands_before() -> None:
    found, _, _ = apart(sound.warc(), "a.warc.gz")
    first, second = found[1].document.custody
    assert first.at == datetime(2031, 5, 4, 10, 30, tzinfo=UTC)
    assert first.what == "fetched from https://visti.example/1, as a.warc.gz says"
    assert second.what == "taken out of a.warc.gz by warc/1"


def test_what_is_given_of_the_whole_holds_for_its_parts() -> None:
    class One:
        name, version, media_types = "one", "1", frozenset({"text/one"})

        def unpack(self, *_: object) -> tuple[Sequence[Part], Sequence[Problem]]:
            return [Part(name="text", content=b"x", media_type="text/plain")], []

    document = Document(
        sha256="0" * 64, size=1, media_type="text/one", captured_at=NOON, captured_by="V", tool="t",
        publisher="Open Door", published=PartialDate("2031"), published_basis=DateBasis.GIVEN,
    )  # fmt: skip
    _, part = take_apart(
        Captured(document=document, content=b"one"),
        [One()],
        put_blob=lambda content: hashlib.sha256(content).hexdigest(),
        clock=lambda: NOON,
    )
    assert isinstance(part, Captured)
    assert part.document.publisher == "Open Door"
    assert part.document.published == PartialDate("2031")
    assert part.document.published_basis is DateBasis.GIVEN


def test_a_table_that_is_its_own_text_stays_one_document() -> None:
    (only,), problems, _ = apart(b"name\tplace\nOlha B.\tSarnova\n", "list.tsv")
    assert (only.is_taken_apart, only.document.encoding) == (False, "utf-8")
    assert problems == []


def test_a_name_that_climbs_leads_nowhere() -> None:
    found, _, _ = apart(zipped({"../../etc/passwd": "Held."}), "a.zip")
    assert names(found) == ["a.zip", "a.zip!../../etc/passwd"]


def test_zips_within_zips_are_opened_so_many_deep() -> None:
    content = zipped({"a.txt": sound.TEXT})
    for _ in range(10):
        content = zipped({"in.zip": content})
    found, problems, _ = apart(content, "a.zip")
    assert len(found) == 6
    assert codes(problems) == ["unpack-too-deep"]
    assert problems[0].document == found[-1].document.sha256


def test_a_zip_that_holds_itself_is_opened_once() -> None:
    class Quine:
        name, version, media_types = "quine", "1", frozenset({"application/zip"})

        def unpack(self, _: object, content: bytes) -> tuple[Sequence[Part], Sequence[Problem]]:
            return [Part(name="again.zip", content=content, media_type="application/zip")], []

    content = zipped({"a.txt": "x"})
    document = whole(content, "application/zip", "a.zip")
    found = list(
        take_apart(
            Captured(document=document, content=content),
            [Quine()],
            put_blob=lambda one: hashlib.sha256(one).hexdigest(),
            clock=lambda: NOON,
        )
    )
    assert codes([one for one in found if isinstance(one, Problem)]) == ["holds-itself"]
    assert sum(isinstance(one, Captured) for one in found) == 2


def test_members_are_counted_over_all_that_is_inside() -> None:
    inner = zipped({f"{number}.txt": f"Report {number}." for number in range(8)})
    content = zipped({f"{number}.zip": inner for number in range(3)})
    found, problems, _ = apart(content, "a.zip", Allowance(members=12))
    assert len(found) == 1 + 3 + 8 + 1
    assert set(codes(problems)) == {"unpack-too-much"}


def test_bytes_are_counted_over_all_that_is_inside() -> None:
    inner = zipped({"zeros.txt": bytes(9_000_000)})
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for number in range(10):
            archive.writestr(f"{number}.zip", inner)
    _, problems, kept = apart(file.getvalue(), "a.zip")
    assert set(codes(problems)) == {"unpack-too-much"}
    assert sum(map(len, kept.values())) < 30_000_000


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (sound.mail, "m.eml"), (sound.mailbox, "box.mbox"), (sound.table, "l.csv"),
        (sound.workbook, "l.xlsx"), (sound.feed, "f.xml"), (sound.telegram, "result.json"),
        (sound.warc, "a.warc.gz"), (sound.archive, "a.txt.gz"),
    ],
)  # fmt: skip
def test_every_kind_is_known_by_its_bytes_and_name(make: Callable[[], bytes], name: str) -> None:
    found, problems, _ = apart(make(), name)
    assert found[0].is_taken_apart
    assert len(found) > 1
    assert problems == []
