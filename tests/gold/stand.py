"""Stands the quotes of gold drafts at their place: document hash and offsets are never typed.

A draft is a `.claims` file beside its `.txt`, in claim notation, save that the evidence line is
written `from doc "quote"`. In a quote ` [...] ` stands for the words between its two ends; `from
doc` alone repeats the quote of the claim before. Any `document` line is written anew. Run again on
a finished file it stands every quote anew, so a text may be changed after its claims are written.

    .venv/bin/python tests/gold/stand.py tests/gold/en/tuned/*.claims

A quote, a mention or the words of a date or quantity that are not in the text, a quote that stands
there twice, and notation that does not parse leave the file as it was and end with status 1.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from habeas.model import notation
from habeas.model.charge import Charge, Sentence
from habeas.model.claim import AnyClaim
from habeas.model.errors import HabeasError
from habeas.model.mention import Mention
from habeas.model.quantity import Quantity
from habeas.model.written_date import WrittenDate

_EVIDENCE = re.compile(
    r'\s+from \S+?(?::\d+-\d+)?(?:\s+--)?(?:\s+(?P<quote>"(?:[^"\\]|\\.)*"))?\s*'
)
_GAP = " [...] "


class DraftFault(Exception):
    """A draft that does not fit its text: which words, what of them, and where in the draft."""

    def __init__(self, words: str, what: str, where: str) -> None:
        super().__init__(f"{where}: {what}: {words!r}")


def stand(draft: str, text: bytes, name: str) -> str:
    """The draft with its document line, spans and marks.

    Raises: DraftFault, with the line at fault.
    """
    words = text.decode("utf-8")
    sha = hashlib.sha256(text).hexdigest()
    short = sha[:8]
    lines = [f'document {short} {sha} "{name}"']
    last = ""
    for number, line in enumerate(draft.split("\n"), start=1):
        if line.startswith("document "):
            continue
        evidence = _EVIDENCE.fullmatch(line)
        if evidence is None:
            lines.append(line)
            continue
        last = _quote(evidence["quote"], words, number) if evidence["quote"] else last
        lines.append(_evidence(last, words, short, number))
    finished = "\n".join(lines).rstrip("\n") + "\n"
    _refuse_what_is_not_in(words, finished)
    return finished


def words_of(value: object) -> Iterator[str]:
    """What a claim says the text says: mentions, and the words of dates, quantities, charges."""
    if isinstance(value, Mention):
        yield value.text
    elif isinstance(value, WrittenDate | Quantity | Charge | Sentence):
        yield value.words
    elif isinstance(value, tuple):
        for one in value:
            yield from words_of(one)


def spoken(claim: AnyClaim) -> Iterator[str]:
    """The words of all slots of a claim."""
    for slot in dataclasses.fields(claim):
        yield from words_of(getattr(claim, slot.name))


def _quote(raw: str, words: str, number: int) -> str:
    first, gap, last = str(json.loads(raw, strict=False)).partition(_GAP)
    if not gap:
        return first
    start = _only(first, words, number)
    end = words.find(last, start + len(first))
    if end < 0:
        raise DraftFault(last, "does not follow", f"line {number}")
    return words[start : end + len(last)]


def _evidence(quote: str, words: str, short: str, number: int) -> str:
    start = _only(quote, words, number)
    return (
        f"    from {short}:{start}-{start + len(quote)} -- {json.dumps(quote, ensure_ascii=False)}"
    )


def _only(quote: str, words: str, number: int) -> int:
    start = words.find(quote) if quote else -1
    if start < 0:
        raise DraftFault(quote, "not in the text", f"line {number}")
    if words.find(quote, start + 1) >= 0:
        raise DraftFault(quote, "more than once in the text", f"line {number}")
    return start


def _refuse_what_is_not_in(words: str, finished: str) -> None:
    for claim in notation.parse(finished):
        for said in spoken(claim):
            if said not in words:
                raise DraftFault(said, "not in the text", notation.write(claim))


def main(paths: list[str]) -> int:
    """Stands each draft; 1 where any is at fault."""
    is_faulty = False
    for path in map(Path, paths):
        text = path.with_suffix(".txt")
        try:
            finished = stand(path.read_text("utf-8"), text.read_bytes(), text.name)
        except (DraftFault, HabeasError) as fault:
            sys.stderr.write(f"{path}: {fault}\n")
            is_faulty = True
            continue
        path.write_text(finished, "utf-8")
    return int(is_faulty)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
