"""Mails give up body and attachments once each, and their headers speak for the body."""

from email.message import EmailMessage

import pytest

from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.reading.unpackers.mail import SAVED_PAGE, MailUnpacker
from habeas.reading.unpackers.mailbox import MailboxUnpacker
from tests.unit.reading.unpackers.wholes import codes, names, unpack

MAIL = "message/rfc822"
TEXT = "Olha B. was arrested in Sarnova."


def mail(text: str = TEXT) -> EmailMessage:
    message = EmailMessage()
    message["From"] = "Відкриті Двері <desk@doors.example>"
    message["Subject"] = "Затримання в Сарнові"
    message["Date"] = "Sun, 04 May 2031 10:30:00 +0300"
    message.set_content(text)
    return message


def read(message: EmailMessage | bytes) -> tuple[list[Part], list[str]]:
    content = message if isinstance(message, bytes) else message.as_bytes()
    parts, problems = unpack(MailUnpacker(), content, MAIL, "mail.eml")
    return parts, codes(problems)


def test_the_body_is_text_and_the_headers_speak_for_it() -> None:
    (part,), problems = read(mail())
    assert part.content.decode().strip() == TEXT
    assert (part.name, part.media_type, part.encoding) == ("text", "text/plain", "utf-8")
    assert part.title == "Затримання в Сарнові"
    assert part.publisher == "Відкриті Двері"
    assert part.published == PartialDate("2031-05-04T10:30+03:00")
    assert problems == []


def test_a_body_in_another_encoding_becomes_utf_8() -> None:
    message = EmailMessage()
    message.set_content("Ольгу Б. забрали вранці з дому.", charset="koi8-u", cte="base64")
    assert read(message)[0][0].content.decode().strip() == "Ольгу Б. забрали вранці з дому."


def test_headers_with_raw_bytes_are_read_all_the_same() -> None:
    raw = "From: Відкриті Двері <a@b.example>\nSubject: Затримання\n\nText.".encode("cp1251")
    (part,), _ = read(raw)
    assert (part.title, part.publisher) == ("Затримання", "Відкриті Двері")


def test_attachments_come_out_as_they_are_under_their_names() -> None:
    message = mail()
    message.add_attachment(b"name;date\n", maintype="text", subtype="csv", filename="список.csv")
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf")
    parts, _ = read(message)
    assert names(parts) == ["text", "список.csv", "attachment 3.pdf"]
    assert parts[1].content == b"name;date\n"


def test_what_is_said_as_text_and_as_page_is_taken_once() -> None:
    message = mail()
    message.add_alternative(f"<html><body><p>{TEXT}</p></body></html>", subtype="html")
    parts, _ = read(message)
    assert [part.media_type for part in parts] == ["text/plain"]


def test_a_plain_text_that_only_points_to_the_page_gives_way_to_it() -> None:
    message = mail("See the HTML version.")
    message.add_alternative(f"<style>p {{ x: y }}</style><p>{TEXT} {TEXT}</p>", subtype="html")
    parts, _ = read(message)
    assert [part.media_type for part in parts] == ["text/html"]
    assert TEXT.encode() in parts[0].content


def test_an_attached_mail_is_a_mail_again() -> None:
    message = mail()
    message.add_attachment(mail("The first report."))
    parts, _ = read(message)
    assert names(parts) == ["text", "Затримання в Сарнові.eml"]
    assert parts[1].media_type == MAIL
    (inner,), _ = read(parts[1].content)
    assert inner.content.strip() == b"The first report."


def test_a_mail_cut_off_gives_what_is_there_and_says_so() -> None:
    message = mail()
    message.add_attachment(b"x" * 3000, maintype="application", subtype="pdf", filename="a.pdf")
    parts, problems = read(message.as_bytes()[:-1500])
    assert names(parts) == ["text", "a.pdf"]
    assert problems == ["mail-damaged"]


def test_a_mail_without_anything_in_it_says_so() -> None:
    assert read(b"From: a@b.example\n\n") == ([], ["unpack-failed"])


@pytest.mark.parametrize("kind", ["multipart/mixed; boundary=b{n}", "message/rfc822"])
def test_a_thousand_parts_within_each_other_are_a_problem(kind: str) -> None:
    lines = []
    for number in range(1000):
        lines.append(f"Content-Type: {kind.format(n=number)}\n\n")
        lines.append(f"--b{number}\n" if "boundary" in kind else "")
    parts, problems = read("".join(lines).encode() + b"\nText.")
    assert all(part.media_type == MAIL for part in parts) or problems == ["unpack-failed"]
    assert problems


def test_a_saved_page_is_the_page_with_its_address_and_no_date() -> None:
    saved = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://visti.example/1\n"
        b"Subject: Two held\nDate: Sun, 04 May 2031 10:30:00 +0300\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<p>Two were =\nheld.</p>\n"
        b"--b\nContent-Type: text/css\n\np {}\n--b--\n"
    )
    (part,), problems = unpack(MailUnpacker(), saved, SAVED_PAGE, "page.mht")
    assert part.content == b"<p>Two were held.</p>"
    assert (part.url, part.title, part.published) == ("https://visti.example/1", "Two held", None)
    assert problems == []


def test_a_mailbox_gives_its_mails_and_the_lines_that_only_look_like_one() -> None:
    box = (
        b"From desk@doors.example Sun May  4 10:30:00 2031\nSubject: One\n\nFirst.\n>From here.\n"
        b"From there too.\n\nFrom b@c.example Mon May  5 10:30:00 2031\nSubject: Two\n\nSecond.\n"
    )
    parts, problems = unpack(MailboxUnpacker(), box)
    assert names(parts) == ["1.eml", "2.eml"]
    assert parts[0].content == b"Subject: One\n\nFirst.\nFrom here.\nFrom there too.\n\n"
    assert problems == []


def test_a_mailbox_without_mails_says_so() -> None:
    assert codes(unpack(MailboxUnpacker(), b"No mail here.")[1]) == ["unpack-failed"]
