"""Outlook messages give up body and attachments, as any mail does."""

from habeas.model.partial_date import PartialDate
from habeas.reading.media_type import media_type_of
from habeas.reading.unpackers.outlook import OutlookUnpacker
from tests.unit.reading.unpackers import made_msg
from tests.unit.reading.unpackers.wholes import codes, names, unpack


def test_a_message_is_known_by_its_bytes() -> None:
    assert media_type_of(made_msg.message(), "a.doc") == "application/vnd.ms-outlook"


def test_body_attachments_and_attached_messages_come_out() -> None:
    parts, problems = unpack(OutlookUnpacker(), made_msg.message())
    assert names(parts) == ["text", "список.csv", "First!text"]
    assert [part.content for part in parts] == [
        b"Olha B. was arrested in Sarnova.",
        b"name;since\n",
        b"The first report.",
    ]
    assert parts[0].title == "Затримання в Сарнові"
    assert parts[0].publisher == "Відкриті Двері"
    assert parts[0].published == PartialDate("2031-05-04T10:30+00:00")
    assert parts[2].published == PartialDate("2031-05-01T00:00+00:00")
    assert problems == []


def test_a_page_is_taken_where_the_text_says_too_little() -> None:
    page = "<p>Ольгу Б. забрали вранці з дому в Сарнові.</p>".encode()
    parts, _ = unpack(OutlookUnpacker(), made_msg.message(body="See page", page=page))
    assert (parts[0].media_type, parts[0].content) == ("text/html", page)


def test_a_long_body_is_read_to_its_end() -> None:
    body = "Olha B. was arrested. " * 1000
    assert unpack(OutlookUnpacker(), made_msg.message(body=body))[0][0].content == body.encode()


def test_a_text_that_is_only_rich_text_is_named() -> None:
    content = made_msg.compound({**made_msg.binary(0x1009, b"LZFu"), **made_msg.properties()})
    parts, problems = unpack(OutlookUnpacker(), content)
    assert (parts, codes(problems)) == ([], ["mail-rich-text"])


def test_messages_within_messages_have_an_end() -> None:
    tree: made_msg.Tree = {**made_msg.text(0x1000, "The last."), **made_msg.properties()}
    for _ in range(30):
        tree = {
            **made_msg.properties(),
            "__attach_version1.0_#00000000": {"__substg1.0_3701000D": tree},
        }
    parts, problems = unpack(OutlookUnpacker(), made_msg.compound(tree))
    assert (parts, codes(problems)) == ([], ["unpack-failed"])
