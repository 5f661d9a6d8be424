"""Archives give up their members as they are, and nothing they claim is believed."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable

import pytest

from habeas.model.part import Part
from habeas.reading.unpackers.allowance import Allowance
from habeas.reading.unpackers.archive import ArchiveUnpacker
from tests.unit.reading.unpackers.wholes import codes, names, unpack, zipped

ZIP, TAR, GZIP = "application/zip", "application/x-tar", "application/gzip"
REPORT = b"Olha B. was arrested in Sarnova."


def tarred(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for member, content in members:
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return file.getvalue()


def link(name: str, to: str) -> tarfile.TarInfo:
    member = tarfile.TarInfo(name)
    member.type, member.linkname = tarfile.SYMTYPE, to
    return member


def test_the_members_of_a_zip_come_out_as_they_are_and_in_order() -> None:
    parts, problems = unpack(ArchiveUnpacker(), zipped({"b.txt": REPORT, "a/c.txt": b""}), ZIP)
    assert parts == [Part(name="b.txt", content=REPORT), Part(name="a/c.txt", content=b"")]
    assert problems == []


def test_a_name_that_climbs_is_only_a_name() -> None:
    parts, _ = unpack(ArchiveUnpacker(), zipped({"../../etc/passwd": REPORT}), ZIP)
    assert names(parts) == ["../../etc/passwd"]


def test_a_cyrillic_name_from_an_old_windows_reads() -> None:
    content = zipped({"N" * 6 + ".txt": REPORT}).replace(b"NNNNNN", "список".encode("cp866"))
    parts, _ = unpack(ArchiveUnpacker(), content, ZIP)
    assert names(parts) == ["список.txt"]


def test_what_the_system_adds_is_left_out() -> None:
    content = zipped({"a.txt": REPORT, "__MACOSX/._a.txt": b"x", "b/.DS_Store": b"x"})
    assert names(unpack(ArchiveUnpacker(), content, ZIP)[0]) == ["a.txt"]


def test_one_damaged_member_does_not_cost_the_others() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", b"first report")
        archive.writestr("b.txt", b"other report")
    parts, problems = unpack(ArchiveUnpacker(), file.getvalue().replace(b"first", b"FIRST"), ZIP)
    assert names(parts) == ["b.txt"]
    assert codes(problems) == ["member-damaged"]
    assert problems[0].where == "whole!a.txt"


def test_a_locked_member_is_named() -> None:
    content = bytearray(zipped({"a.txt": REPORT}))
    content[6] |= 1  # encrypted, in the local header and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    parts, problems = unpack(ArchiveUnpacker(), bytes(content), ZIP)
    assert (parts, codes(problems)) == ([], ["member-encrypted"])


def test_a_bomb_is_known_by_what_it_declares() -> None:
    content = zipped({"a.txt": REPORT, "zeros": bytes(30_000_000)})
    assert len(content) < 50_000
    parts, problems = unpack(ArchiveUnpacker(), content, ZIP)
    assert (parts, codes(problems)) == ([], ["unpack-too-much"])
    assert "200 times its own size" in problems[0].what


def test_too_many_members_are_a_problem() -> None:
    content = zipped({f"{number}.txt": REPORT for number in range(12)})
    parts, problems = unpack(ArchiveUnpacker(Allowance(members=10)), content, ZIP)
    assert (parts, codes(problems)) == ([], ["unpack-too-much"])


def test_an_empty_archive_says_so() -> None:
    assert codes(unpack(ArchiveUnpacker(), zipped({}), ZIP)[1]) == ["archive-empty"]


def test_files_come_out_of_a_tar_and_links_do_not() -> None:
    content = tarred((tarfile.TarInfo("a.txt"), REPORT), (link("b.txt", "/etc/passwd"), b""))
    parts, problems = unpack(ArchiveUnpacker(), content, TAR)
    assert parts == [Part(name="a.txt", content=REPORT)]
    assert codes(problems) == ["member-no-file"]


def test_a_tar_that_ends_early_gives_what_came_before() -> None:
    content = tarred((tarfile.TarInfo("a.txt"), REPORT), (tarfile.TarInfo("b.txt"), REPORT * 400))
    parts, problems = unpack(ArchiveUnpacker(), content[:2000], TAR)
    assert names(parts) == ["a.txt"]
    assert codes(problems) == ["unpack-broken-off"]


@pytest.mark.parametrize(
    ("pack", "media_type", "name", "inside"),
    [
        (gzip.compress, GZIP, "report.txt.gz", "report.txt"),
        (gzip.compress, GZIP, "reports.tgz", "reports.tar"),
        (bz2.compress, "application/x-bzip2", "report.txt.bz2", "report.txt"),
        (lzma.compress, "application/x-xz", "mail.zip!report.txt.xz", "report.txt"),
    ],
)
def test_a_packed_file_comes_out_under_its_own_name(
    pack: Callable[[bytes], bytes], media_type: str, name: str, inside: str
) -> None:
    parts, problems = unpack(ArchiveUnpacker(), pack(REPORT), media_type, name)
    assert parts == [Part(name=inside, content=REPORT)]
    assert problems == []


def test_what_stands_before_the_damage_is_kept() -> None:
    packed = gzip.compress(bytes(range(256)) * 4000)
    parts, problems = unpack(ArchiveUnpacker(), packed[:-20], GZIP, "a.gz")
    assert parts[0].content.startswith(bytes(range(256)))
    assert codes(problems) == ["unpack-broken-off"]


def test_a_packed_bomb_is_stopped_while_it_unfolds() -> None:
    packed = lzma.compress(bytes(60_000_000))
    parts, problems = unpack(ArchiveUnpacker(), packed, "application/x-xz", "a.xz")
    assert (parts, codes(problems)) == ([], ["unpack-too-much"])
