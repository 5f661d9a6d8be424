"""The header that a dump, a mail or an archive puts before a text, told from the text itself.

Three forms, at the very start only: `date 2021-02-15 The text ...` on the line of the text; lines
of `Key: value`, as in mails and notes; and the same between two lines of `---`. A line that could
be running prose is left in the text: better a header read as text than a fact masked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.reading.stated_date import leading_date, stated_date

_WITHIN = 65_536
_KEYS = {
    "published": "date|published|published at|publication date|pub ?date|date published|datetime"
    "|timestamp|posted|sent|дата|дата публикации|дата публікації|опубликовано|опубліковано",
    "dated": "updated|modified|last modified|captured|retrieved|accessed|crawled|оновлено"
    "|обновлено",
    "title": "title|headline|subject|заголовок|тема|назва|название",
    "publisher": "source|publisher|site|outlet|источник|джерело|видання|издание",
    "url": "url|uri|link|permalink|canonical|ссылка|посилання",
    "language": "language|lang|мова|язык",
    "other": "author|by|byline|автор|from|to|cc|bcc|reply-to|message-id|received|return-path"
    "|delivered-to|mime-version|content-type|content-transfer-encoding|content-language|in-reply-to"
    "|references|section|category|categories|tags|keywords|id|від|от|кому|рубрика|теги",
}
_ROLES = {role: re.compile(rf"(?:{keys})", re.IGNORECASE) for role, keys in _KEYS.items()}
_LINE = re.compile(r"[ \t]*(?P<key>[^\W\d_][\w -]{0,30}?)[ \t]*:[ \t]*(?P<value>.*?)[ \t\r]*$")
_MAIL_KEY = re.compile(r"[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+")
_INLINE = re.compile(rf"(?:{_KEYS['published']})(?P<sign>[ \t]*[:=])?[ \t]+", re.IGNORECASE)
_FENCE = "---"
_LONGEST_TITLE = 300
_LONGEST_NAME = 80
_MOST_LINES = 200


@dataclass(slots=True)
class Header:
    """What the container says of the text; `spans` is what it takes up, in order."""

    spans: list[Span] = field(default_factory=list)
    published: PartialDate | None = None
    title: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""

    def _learn(self, role: str, value: str) -> None:
        value = value.strip("\"'")
        if role == "published":
            self.published = self.published or stated_date(value)
        elif role in ("title", "publisher", "url", "language"):
            setattr(self, role, getattr(self, role) or value)


def header_of(text: str) -> Header:
    """The header at the start of a text; without spans where there is none.

    >>> header_of(" date 2021-02-15 Two were held.").published
    PartialDate(text='2021-02-15')
    >>> header_of("date 2021-02-15 was fixed for the trial.").spans
    []
    """
    header = Header()
    lines = _lines(text[:_WITHIN])
    if lines and text[lines[0].start : lines[0].end].strip() == _FENCE:
        _read_fenced(text, lines, header)
    elif lines and not _read_inline(text, lines[0], header):
        _read_lines(text, lines, header)
    return header


def _lines(text: str) -> list[Span]:
    """The first lines, from the first one that is not blank."""
    spans: list[Span] = []
    for found in re.finditer(r"[^\n]+", text):
        if spans or found[0].strip():
            spans.append(Span(*found.span()))
        if len(spans) == _MOST_LINES:
            break
    return spans


def _read_inline(text: str, line: Span, header: Header) -> bool:
    start = (
        line.start + len(text[line.start : line.end]) - len(text[line.start : line.end].lstrip())
    )
    key = _INLINE.match(text, start, line.end)
    dated = leading_date(text, key.end(), line.end) if key else None
    if not key or not dated:
        return False
    date, end = dated
    rest = text[end : line.end].strip()
    if not rest or (not key["sign"] and rest[0].islower()):
        return (
            False  # a line of its own is read with its neighbours; a small letter goes on in prose
        )
    header.published = date
    header.spans.append(Span(start, end))
    return True


def _read_lines(text: str, lines: list[Span], header: Header) -> None:
    """Lines of `Key: value` up to the first that is none; some keys need company to be believed."""
    read: list[tuple[Span, str, str]] = []
    for line in lines:
        written = text[line.start : line.end]
        if not written.strip():
            continue
        if read and _folds(written, read):
            read.append((line, "folded", ""))
            continue
        role, value = _role(written, in_block=bool(read))
        if not role:
            break
        read.append((line, role, value))
    roles = {role for _, role, _ in read}
    if len(read) == 1 and "other" in roles:
        return
    for line, role, value in read:
        header.spans.append(line)
        header._learn(role, value)  # noqa: SLF001  # the header is ours to fill


def _role(written: str, *, in_block: bool) -> tuple[str, str]:
    """The role of a line's key, and its value; no role where it is no header line."""
    found = _LINE.match(written)
    key, value = (found["key"], found["value"]) if found else _without_colon(written)
    for role, pattern in _ROLES.items():
        if pattern.fullmatch(key):
            return (role, value) if _is_plausible(role, value) else ("", "")
    return ("other", value) if in_block and _MAIL_KEY.fullmatch(key) else ("", "")


def _without_colon(written: str) -> tuple[str, str]:
    """A line that is nothing but `date 2021-02-15`."""
    key, _, value = written.strip().partition(" ")
    return (key, value) if stated_date(value) and _ROLES["published"].fullmatch(key) else ("", "")


def _is_plausible(role: str, value: str) -> bool:
    if role in ("published", "dated"):
        return stated_date(value) is not None
    if role == "url":
        return re.fullmatch(r"(?:https?://|www\.)\S+", value) is not None
    if role == "language":
        return re.fullmatch(r"[^\W\d_]{2,12}(?:-\w{2,8})?", value) is not None
    if role == "publisher":
        return 0 < len(value) <= _LONGEST_NAME and not re.search(r"[.!?;]$|[.!?]\s|,\s.*,", value)
    return len(value) <= _LONGEST_TITLE and (bool(value) or role == "other")


def _folds(written: str, read: list[tuple[Span, str, str]]) -> bool:
    """Whether a line continues the header line before it, as in mails (RFC 5322, 2.2.3)."""
    is_mail = any(role == "other" for _, role, _ in read)
    return is_mail and written[0] in " \t" and _role(written, in_block=True)[0] == ""


def _read_fenced(text: str, lines: list[Span], header: Header) -> None:
    written = [text[line.start : line.end].strip() for line in lines]
    if _FENCE not in written[1:]:
        return
    end = written.index(_FENCE, 1)
    if not all(":" in line or line.startswith(("-", "#")) for line in written[1:end]):
        return
    header.spans.extend(lines[: end + 1])
    for line in written[1:end]:
        role, value = _role(line, in_block=True)
        header._learn(role, value)  # noqa: SLF001  # the header is ours to fill
