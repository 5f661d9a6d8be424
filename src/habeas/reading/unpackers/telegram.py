"""Telegram exports (result.json of Telegram Desktop): every message with who, when and where.

Source: the export schema Telegram publishes. Messages that one author sends within a minute of each
other (an album, a text in two pieces) are one part; all others are a part of their own.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.partial_date import PartialDate
from habeas.model.problem import Problem, Severity
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch, in_words, printable

_TOGETHER = timedelta(minutes=1)
_FENCE = "---"
_LINKED = frozenset(
    {"public_channel", "private_channel", "public_supergroup", "private_supergroup"}
)


class TelegramUnpacker:
    """One chat or all of an account. Services (joins, pins) and messages without words are left."""

    name = "telegram"
    version = "1"
    media_types = frozenset({"application/json"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        try:
            chats = _chats(json.loads(content))
            if not chats:
                _note_other(taking)
            for chat in chats:
                _take(chat, taking)
        except TooMuch as much:
            taking.over(much)
        except (ValueError, RecursionError) as failure:
            taking.broken(f"the data is damaged ({in_words(failure)[:200]})")
        else:
            if chats and not taking.parts:
                taking.note("chat-empty", "no message has words in it", severity=Severity.ERROR)
        return taking.parts, taking.problems


@dataclass(frozen=True, slots=True)
class _Message:
    number: str
    author: str
    forwarded: str
    at: datetime | None
    text: str

    def goes_on_from(self, other: _Message) -> bool:
        """Whether both were sent as one."""
        is_same = (self.author, self.forwarded) == (other.author, other.forwarded)
        if not is_same or self.at is None or other.at is None:
            return False
        return abs(self.at - other.at) <= _TOGETHER


def _chats(export: object) -> list[Mapping[str, Any]]:
    """The chats in an export; none, where it is other data."""
    if not isinstance(export, dict):
        return []
    listed: list[object] = [export]
    for name in ("chats", "left_chats"):
        section = export.get(name)
        found = section.get("list") if isinstance(section, dict) else None
        listed += found if isinstance(found, list) else []
    return [
        one for one in listed if isinstance(one, dict) and isinstance(one.get("messages"), list)
    ]


def _take(chat: Mapping[str, Any], taking: Taking) -> None:
    together: list[_Message] = []
    for message in _messages(chat):
        if together and not message.goes_on_from(together[-1]):
            taking.add(_part(chat, together))
            together = []
        together.append(message)
    if together:
        taking.add(_part(chat, together))


def _messages(chat: Mapping[str, Any]) -> Iterator[_Message]:
    for one in chat["messages"]:
        if not isinstance(one, dict) or one.get("type", "message") != "message":
            continue
        text = _text(one.get("text")).strip()
        if text:
            yield _Message(
                number=_line(one.get("id")),
                author=_line(one.get("from")),
                forwarded=_line(one.get("forwarded_from")),
                at=_at(one.get("date")),
                text=text,
            )


def _part(chat: Mapping[str, Any], together: Sequence[_Message]) -> Part:
    first = together[0]
    channel = _line(chat.get("name"))
    numbers = ", ".join(one.number for one in together)
    published = PartialDate(first.at.isoformat(timespec="minutes")) if first.at else None
    header = {
        "Source": channel,
        "Author": first.author,
        "Forwarded from": first.forwarded,
        "Date": published.text if published else "",
        "Id": numbers,
    }
    lines = [_FENCE, *(f"{key}: {value}" for key, value in header.items() if value), _FENCE, ""]
    text = "\n".join([*lines, "\n\n".join(one.text for one in together), ""])
    return Part(
        name=f"{channel or 'chat'} {numbers}",
        content=text.encode("utf-8", "replace"),
        media_type="text/plain",
        encoding="utf-8",
        url=_address(chat, first.number),
        publisher=first.forwarded or channel or first.author,
        published=published,
    )


def _text(written: object) -> str:
    """The words of a message, which stand in pieces where some are links or bold."""
    if isinstance(written, str):
        return written
    if not isinstance(written, list):
        return ""
    pieces = [one.get("text") if isinstance(one, dict) else one for one in written]
    return "".join(one for one in pieces if isinstance(one, str))


def _address(chat: Mapping[str, Any], number: str) -> str:
    """Where members find the message."""
    if chat.get("type") not in _LINKED or not isinstance(chat.get("id"), int):
        return ""
    return f"https://t.me/c/{chat['id']}/{number}" if number.isdigit() else ""


def _at(written: object) -> datetime | None:
    """The local time of whoever exported; the export does not say which zone that was."""
    try:
        at = datetime.fromisoformat(str(written))
    except ValueError:
        return None
    return at.replace(tzinfo=None) if at.year >= 1970 else None  # noqa: PLR2004  # a real one


def _line(value: object) -> str:
    """A name or number as one line; empty where there is none."""
    if not isinstance(value, str | int) or isinstance(value, bool):
        return ""
    return printable(" ".join(str(value).split()), most=100)


def _note_other(taking: Taking) -> None:
    taking.note(
        "json-unknown",
        "this is data (JSON) of no known kind",
        remedy="It is kept as it is. Of JSON, exports of Telegram Desktop can be read.",
        severity=Severity.ERROR,
    )
