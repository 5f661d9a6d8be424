"""Outlook messages (MSG): body and attachments, those of attached messages included."""

from __future__ import annotations

import io
from collections.abc import Sequence

from olefile import OleFileIO

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers import outlook_file as msg
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable
from habeas.reading.unpackers.mail_text import as_utf_8, says_enough, text_part
from habeas.reading.unpackers.outlook_file import Folder
from habeas.reading.unpackers.packed_rtf import unpacked_rtf

_PARTED = "!"


class OutlookUnpacker:
    """Where a message says the same as text and as page, one is taken, as of any mail."""

    name = "outlook"
    version = "1"
    media_types = frozenset({"application/vnd.ms-outlook"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            with OleFileIO(io.BytesIO(content)) as file:
                _take(Folder(file, taking), "", taking)
        except TooMuch as much:
            taking.over(much)
        except Exception as failure:  # noqa: BLE001  # olefile fails in many ways
            taking.broken(f"the message is damaged ({in_words(failure)[:200]})")
        else:
            if not taking.parts and not taking.problems:
                taking.broken("there is neither text nor attachment in it")
        return taking.parts, taking.problems


def _take(message: Folder, prefix: str, taking: Taking) -> None:
    _take_text(message, prefix, taking)
    for number, attachment in enumerate(message.attachments(), start=1):
        names = (msg.ATTACHED_NAME, msg.ATTACHED_SHORT_NAME, msg.DISPLAY_NAME)
        name = next(filter(None, map(attachment.text, names)), f"attachment {number}")
        place = f"{prefix}{printable(name)}"
        if inner := attachment.message():
            if len(inner.path) > 2 * taking.allowance.depth:
                taking.broken(f"messages are attached more than {taking.allowance.depth} deep")
                return
            _take(inner, f"{place}{_PARTED}", taking)
        elif content := attachment.binary(msg.ATTACHED):
            taking.add(Part(name=place, content=content))


def _take_text(message: Folder, prefix: str, taking: Taking) -> None:
    plain = message.text(msg.BODY).encode("utf-8", "replace")
    page, charset = message.page(), message.page_charset()
    is_plain = bool(plain.strip()) and says_enough(plain, as_utf_8(page, charset) or b"")
    if not plain.strip() and not page.strip():
        _take_rich_text(message, prefix, taking)
        return
    taking.add(
        text_part(
            plain if is_plain else page or plain,
            name=f"{prefix}text",
            media_type="text/plain" if is_plain or not page else "text/html",
            charset="utf-8" if is_plain or not page else charset,
            title=printable(message.text(msg.SUBJECT)),
            publisher=_sender(message),
            published=_sent(message),
        )
    )


def _sender(message: Folder) -> str:
    senders = (msg.SENDER, msg.SENDER_SMTP, msg.SENDER_ADDRESS)
    return printable(next(filter(None, map(message.text, senders)), ""))


def _sent(message: Folder) -> PartialDate | None:
    at = message.time(msg.SENT) or message.time(msg.DELIVERED)
    return PartialDate(at.isoformat(timespec="minutes")) if at else None


def _take_rich_text(message: Folder, prefix: str, taking: Taking) -> None:
    """The body where it is there only as rich text: a document to be taken apart in turn."""
    packed = message.binary(msg.RICH_TEXT)
    content = unpacked_rtf(packed)
    if content:
        taking.add(
            Part(
                name=f"{prefix}text.rtf",
                content=content,
                media_type="application/rtf",
                title=printable(message.text(msg.SUBJECT)),
                publisher=_sender(message),
                published=_sent(message),
            )
        )
    elif packed:
        _note_rich_text(taking, prefix)


def _note_rich_text(taking: Taking, prefix: str) -> None:
    taking.note(
        "mail-rich-text",
        "its text is there only as packed rich text, which is damaged",
        member=f"{prefix}text",
        remedy="Save it in Outlook as a mail (EML) or as HTML, and read that.",
        severity=Severity.ERROR,
    )
