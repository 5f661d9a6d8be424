"""What people send comes packed: it is read in its parts, and each part says where it is from."""

import io
import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from openpyxl import Workbook

from habeas.model.notation import parse
from tests.unit.cli.conftest import PAGE, Habeas
from tests.unit.reading.unpackers import sound
from tests.unit.reading.unpackers.wholes import zipped


def mail_with_a_page() -> bytes:
    message = EmailMessage()
    message["From"] = "Open Door <desk@door.example>"
    message["Subject"] = "Three held"
    message["Date"] = "Sun, 04 May 2031 10:30:00 +0300"
    message.set_content(PAGE, subtype="html")
    return message.as_bytes()


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    """A zip with a mail, whose body is a page, and a list."""
    rows = "name;what\nOlha B.;Olha B. was arrested\n"
    path = tmp_path / "packed.zip"
    path.write_bytes(zipped({"mail.eml": mail_with_a_page(), "list.csv": rows}))
    return path


def test_a_zip_with_a_mail_and_a_list_is_read_and_checked(
    habeas: Habeas, packed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    done = habeas("read", packed, "--register", folder)
    assert done.code == 0
    assert [claim.quote.text for claim in parse(done.out)] == [
        "Iryna D. was arrested",
        "Olha B. was arrested",
    ]
    assert "1 document with 4 parts, 2 claims. Kept in" in done.err
    assert habeas("check", "--register", folder).code == 0
    again = habeas("read", packed, "--register", folder)
    assert "skipped: 1 document with 4 parts, 2 claims" in again.err


def test_parts_are_documents_derived_from_their_wholes(
    habeas: Habeas, packed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    habeas("read", packed, "--register", folder)
    documents = json.loads(habeas("show", "documents", "--register", folder, "--json").out)
    by_name = {one["original_name"]: one for one in documents}
    page = by_name["packed.zip!mail.eml!text"]
    mail = by_name["packed.zip!mail.eml"]
    assert page["derived_from"] == mail["sha256"]
    assert mail["derived_from"] == by_name["packed.zip"]["sha256"]
    assert (page["publisher"], page["published"]) == ("Open Door", "2031-05-04T10:30+03:00")


def test_all_of_a_captured_document_is_entered_in_one_append(
    habeas: Habeas, packed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    habeas("read", packed, "--register", folder)
    lines = habeas("log", "--register", folder, "--format", "json").out.splitlines()
    assert len(lines) == 7
    assert len({json.loads(line)["recorded_at"] for line in lines}) == 1


def test_a_claim_out_of_a_table_names_whole_member_and_cell(
    habeas: Habeas, packed: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "kept"
    habeas("read", packed, "--register", folder)
    claims = json.loads(habeas("show", "claims", "--register", folder, "--format", "json").out)
    (listed,) = [one for one in claims if one["document_name"].endswith("table")]
    shown = " ".join(habeas("show", "claim", listed["id"], "--register", folder).out.split())
    assert "packed.zip!list.csv!table" in shown
    assert "cell table!B2" in shown
    assert "taken out of packed.zip!list.csv" in shown
    assert "by table/1" in shown


def test_a_claim_out_of_a_workbook_names_the_sheet(habeas: Habeas, tmp_path: Path) -> None:
    made = Workbook()
    made.worksheets[0].title = "Held, 2031"
    made.worksheets[0]["C7"] = "Olha B. was arrested"
    file = io.BytesIO()
    made.save(file)
    path, folder = tmp_path / "list.xlsx", tmp_path / "kept"
    path.write_bytes(file.getvalue())
    (claim,) = json.loads(habeas("read", path, "--register", folder, "--format", "json").out)
    shown = habeas("show", "claim", claim["id"], "--register", folder).out
    assert "Held, 2031!C7" in shown


def test_every_kind_of_whole_is_read_in_one_go(habeas: Habeas, tmp_path: Path) -> None:
    for name, make in {
        "m.eml": sound.mail, "l.csv": sound.table, "l.xlsx": sound.workbook, "f.xml": sound.feed,
        "l.ods": sound.open_sheet, "result.json": sound.telegram, "p.warc.gz": sound.warc,
        "a.txt.gz": sound.archive, "b.mbox": sound.mailbox,
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(make())
    done = habeas("read", *sorted(tmp_path.iterdir()))
    assert done.code == 0
    assert "error" not in done.err
    assert len(parse(done.out)) >= 6


def test_a_whole_of_which_nothing_can_be_read_is_not_good(habeas: Habeas, tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"a.bin": bytes(range(256))}))
    done = habeas("read", path)
    assert done.code != 0
    assert "1 document with 1 part, 0 claims, 1 problem" in done.err
