"""Mailboxes (mbox): every mail in them, as it was put in.

Source: RFC 4155, appendix A, and what programs do: a line `From ` that is text has a `>` before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from habeas.model.document import Document
from habeas.model.part import Part
from habeas.model.problem import Problem
from habeas.reading.unpackers.allowance import Allowance, Taking, TooMuch
from habeas.reading.unpackers.mail import MAIL

_BEGIN = re.compile(rb"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\r\n]{0,300}\d:\d\d[^\r\n]{0,100}\r?\n")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


class MailboxUnpacker:
    name = "mailbox"
    version = "1"
    media_types = frozenset({"application/mbox"})

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()

    def unpack(
        self, document: Document, content: bytes
    ) -> tuple[Sequence[Part], Sequence[Problem]]:
        taking = Taking(document, len(content), self._allowance)
        begins = list(_BEGIN.finditer(content))
        ends = [begin.start() for begin in begins[1:]] + [len(content)] * bool(begins)
        try:
            for number, (begin, end) in enumerate(zip(begins, ends, strict=True), start=1):
                mail = _QUOTED.sub(rb"\1", content[begin.end() : end])
                taking.add(Part(name=f"{number}.eml", content=mail, media_type=MAIL))
        except TooMuch as much:
            taking.over(much)
        if not begins:
            taking.broken("no line in it begins a mail (From ..., with a time)")
        elif content[: begins[0].start()].strip():
            taking.note(
                "mailbox-damaged", "there is text before its first mail, which was left out"
            )
        return taking.parts, taking.problems
