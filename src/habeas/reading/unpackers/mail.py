"""Mails: the body as text, the attachments as they are; a saved page (MHTML) is its pages."""

from __future__ import annotations

import mimetypes
from collections.abc import Iterator, Sequence
from email import message_from_bytes
from email.message import Message
from pathlib import PurePosixPath

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words
from habeas.reading.unpackers.mail_headers import charset_of, file_name, header, sender, sent
from habeas.reading.unpackers.mail_text import as_utf_8, says_enough, text_part

MAIL = "message/rfc822"
SAVED_PAGE = "multipart/related"

_DEEPEST = 40
_TEXTS = frozenset({"text/plain", "text/html"})
# Parsing them twice as deep again would overflow the parser's own stack.
_NESTED_TOO_DEEPLY = f"its parts are nested more than {_DEEPEST} deep"


class MailUnpacker:
    """EML files and saved pages. Where a mail says the same as text and as page, one is taken."""

    name = "mail"
    version = "1"
    media_types = frozenset({MAIL, SAVED_PAGE})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            message = message_from_bytes(content)
            leaves = list(_leaves(message))
            if document.media_type == SAVED_PAGE:
                _take_pages(message, leaves, taking)
            else:
                _Mail(message, taking).take(leaves)
        except TooMuch as much:
            taking.over(much)
        except RecursionError:
            taking.broken(_NESTED_TOO_DEEPLY)
        except Exception as failure:  # noqa: BLE001  # the parser fails in many ways on what is no mail
            taking.broken(f"the mail is damaged ({in_words(failure)})")
        return taking.parts, taking.problems


class _Mail:
    def __init__(self, message: Message, taking: Taking) -> None:
        self._taking = taking
        self._title = header(message, "Subject")
        self._publisher = sender(message)
        self._published = sent(message)
        self._texts = 0

    def take(self, leaves: Sequence[Message]) -> None:
        for leaf in leaves:
            if leaf.get_content_type() == MAIL and leaf.is_multipart():
                self._take_mail(leaf)
            elif is_body(leaf):
                self._take_text(leaf)
            else:
                self._take_attachment(leaf)
        if any(leaf.defects for leaf in leaves):
            self._taking.note(
                "mail-damaged",
                "it breaks off or is put together wrongly, and may have lost a part",
                remedy="The whole is kept. Compare what came out with what a mail program shows.",
            )
        if not self._taking.parts:
            self._taking.broken("there is neither text nor attachment in it")

    def _take_text(self, leaf: Message) -> None:
        content = decoded(leaf)
        if not content.strip():
            return
        self._texts += 1
        name = "text" if self._texts == 1 else f"text {self._texts}"
        self._taking.add(
            text_part(
                content,
                name=name,
                media_type="text/html" if leaf.get_content_type() == "text/html" else "text/plain",
                charset=charset_of(leaf),
                title=self._title,
                publisher=self._publisher,
                published=self._published,
            )
        )

    def _take_attachment(self, leaf: Message) -> None:
        content = decoded(leaf)
        if content:
            self._taking.add(Part(name=self._name_of(leaf), content=content))

    def _take_mail(self, leaf: Message) -> None:
        inner = leaf.get_payload(0)
        if isinstance(inner, Message):
            name = file_name(leaf) or f"{header(inner, 'Subject') or 'message'}.eml"
            self._taking.add(Part(name=name, content=inner.as_bytes(), media_type=MAIL))

    def _name_of(self, leaf: Message) -> str:
        name = file_name(leaf) or f"attachment {len(self._taking.parts) + 1}"
        if PurePosixPath(name).suffix:
            return name
        return name + (mimetypes.guess_extension(leaf.get_content_type()) or "")


def _take_pages(message: Message, leaves: Sequence[Message], taking: Taking) -> None:
    """The pages of a saved page; its date is that of saving, and so none of publishing."""
    title = header(message, "Subject")
    for leaf in leaves:
        if leaf.get_content_type() == "text/html":
            taking.add(
                text_part(
                    decoded(leaf),
                    name=f"page {len(taking.parts) + 1}",
                    media_type="text/html",
                    charset=charset_of(leaf),
                    title=title,
                    url=_address(leaf) or (_address(message) if not taking.parts else ""),
                )
            )
    if not taking.parts:
        taking.broken("no page is in it")


def _address(message: Message) -> str:
    found = header(message, "Snapshot-Content-Location") or header(message, "Content-Location")
    return found if found.startswith(("https://", "http://")) else ""


def is_body(leaf: Message) -> bool:
    """Whether a mail program shows it as the text of the mail."""
    is_shown = leaf.get_content_disposition() != "attachment" and not file_name(leaf)
    return is_shown and (
        leaf.get_content_type() in _TEXTS or leaf.get_content_maintype() == "multipart"
    )


def decoded(leaf: Message) -> bytes:
    """The bytes as they were before they were packed for the way."""
    content = leaf.get_payload(decode=True)
    if isinstance(content, bytes):
        return content
    return leaf.as_bytes() if leaf.is_multipart() else b""


def _leaves(message: Message) -> Iterator[Message]:
    """Texts, attachments and attached mails in order, without what is said twice."""
    said_twice: set[int] = set()
    waiting = [(message, 0)]
    while waiting:
        part, depth = waiting.pop()
        if depth > _DEEPEST:
            raise RecursionError
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            said_twice |= _said_twice(part)
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            waiting += [(child, depth + 1) for child in reversed(_children(part))]
        elif id(part) not in said_twice:
            yield part


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _said_twice(alternative: Message) -> set[int]:
    """The texts of an alternative that another of its texts says as well."""
    texts: dict[str, list[Message]] = {"text/plain": [], "text/html": []}
    waiting = _children(alternative)
    while waiting:
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            waiting += _children(part)
        elif is_body(part):
            texts[part.get_content_type()].append(part)
    plain, pages = texts["text/plain"], texts["text/html"]
    if not plain or not pages:
        return set()
    left_out = pages if says_enough(_all_text(plain), _all_text(pages)) else plain
    return {id(one) for one in left_out}


def _all_text(leaves: Sequence[Message]) -> bytes:
    return b" ".join(as_utf_8(decoded(leaf), charset_of(leaf)) or b"" for leaf in leaves)
