"""Lists without headings, as dockets are posted: each line one person, its cells parted by bars.

    14 Nov. | ABELMAN Piotr, b. 3 May 1981 | Art. 318 pt 1 | remand extended until 14 January 2023

What a cell is, its words tell: a date, a name, an article, a penalty, what happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from habeas.model.attribute import Attribute
from habeas.model.charge import Charge
from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, ReleaseForm
from habeas.model.written_date import Anchor, WrittenDate
from habeas.reading.lists.cell_dates import dates_of
from habeas.reading.lists.cell_text import Piece
from habeas.reading.lists.names import is_name, order_in, parts_of
from habeas.reading.lists.penal import charges_of, sentence_of
from habeas.reading.lists.told import Told
from habeas.reference.list_words import status_in, tells

_BAR = re.compile(r"\s*[|¦]\s*")
_FEWEST_BARS = 2
_NUMBER = re.compile(r"\s*(?:\d{1,4}\s*[.)]|№\s*\d+|[-–—•*])\s*")
_ASIDE = re.compile(r"\s*[,(;]\s*")
_ARTICLE = re.compile(r"(?i)\b(?:art(?:icle)?s?|ст(?:атт[яі]|атья|\.)?|арт(?:ыкул)?|ч)\.?\s*\d")
_BORN = re.compile(r"(?i)\b(?:b\.|born|р\.\s?н|нар\.|г\.\s?р|род\.|нарадз)")
_UNTIL = re.compile(r"(?i)\b(?:until|till|to|до|да)\s*$")
# What a cell tells, the first that fits: an appeal speaks of a term, a remand of a day to come.
_TOLD: tuple[tuple[str, EventKind], ...] = (
    ("told_appeal", EventKind.APPEAL_DECIDED),
    ("told_died", EventKind.DIED),
    ("told_released", EventKind.RELEASED),
    ("told_remanded", EventKind.REMANDED),
    ("told_sentenced", EventKind.SENTENCED),
    ("told_charged", EventKind.CHARGED),
    ("told_disappeared", EventKind.DISAPPEARED),
    ("told_transferred", EventKind.TRANSFERRED),
    ("told_searched", EventKind.SEARCHED),
    ("told_arrested", EventKind.ARRESTED),
    ("told_held", EventKind.HELD),
    ("told_tried", EventKind.TRIED),
)
_OPEN, _YEARLESS = "../", "XXXX"
_FORMS = {
    "released_acquitted": ReleaseForm.ACQUITTED,
    "released_amnestied": ReleaseForm.AMNESTIED,
    "released_pardoned": ReleaseForm.PARDONED,
    "released_served": ReleaseForm.SERVED,
}


def told_in(text: str, span: Span, anchor: PartialDate | None) -> Iterator[Told]:
    """What the lines of a stretch of text tell; nothing of a line that is no row of a list.

    `anchor` is the document's date: a day without a year is of its year.
    """
    at = span.start
    for line in text[span.start : span.end].split("\n"):
        start = at + len(line) - len(line.lstrip())
        at += len(line) + 1
        cells = list(_cells(line.strip(), start))
        if len(cells) > _FEWEST_BARS:
            yield from _of_line(cells, Span(start, start + len(line.strip())), anchor)


def _cells(line: str, start: int) -> Iterator[Piece]:
    at = 0
    for bar in [*_BAR.finditer(line), None]:
        end = bar.start() if bar else len(line)
        if words := line[at:end].strip():
            yield Piece(words, start + line.index(words, at))
        at = bar.end() if bar else end


def _of_line(cells: list[Piece], line: Span, anchor: PartialDate | None) -> Iterator[Told]:
    named = next((at for at, cell in enumerate(cells) if _name_in(cell)), None)
    if named is None:
        return
    name = _name_in(cells[named])
    if name is None:
        return
    person = _mention(name)
    aside = _rest(cells[named], name)
    first = [date for cell in cells[:named] for date in dates_of(cell).dates]
    others = [*cells[:named], *([aside] if aside else []), *cells[named + 1 :]]
    charges = tuple(charge for cell in others for charge in _charges(cell))
    yield from (
        Told(line, (person,), {"attribute": Attribute.BIRTH_DATE, "value": date.date})
        for cell in others
        if _BORN.search(cell.text)
        for date in dates_of(cell, is_birth=True).dates[:1]
    )
    for cell in others:
        if not _BORN.search(cell.text) and (slots := _event(cell, first)):
            dated = {name: _completed(slots[name], anchor) for name in ("date", "until")}
            yield Told(line, (person,), {"charges": charges, **slots, **dated})


def _name_in(cell: Piece) -> Piece | None:
    """The name a cell begins with: all of it, or what stands before a comma or bracket."""
    lead = _NUMBER.match(cell.text)
    at = lead.end() if lead else 0
    words = _ASIDE.split(cell.text[at:], maxsplit=1)[0].strip()
    is_whole = is_name(words) and len(words.split()) > 1 and not dates_of(Piece(words, 0)).dates
    return Piece(words, cell.start + cell.text.index(words, at)) if is_whole else None


def _mention(name: Piece) -> Mention:
    parts = parts_of(name.text, order_in(name.text))
    usual = " ".join(_in_small(word) for word in parts.usual.split()) if parts.usual else ""
    shown = "" if usual == name.text else usual
    return Mention(name.text, MentionKind.PERSON, Span(name.start, name.end), shown)


def _in_small(word: str) -> str:
    return word.capitalize() if len(word.rstrip(".")) > 1 and word.isupper() else word


def _rest(cell: Piece, name: Piece) -> Piece | None:
    words = cell.text[name.end - cell.start :].strip(" ,;()")
    return Piece(words, cell.start + cell.text.rindex(words)) if words else None


def _charges(cell: Piece) -> tuple[Charge, ...]:
    if not _ARTICLE.search(cell.text):
        return ()
    found = charges_of(cell.text, "", "", is_article=True)
    return tuple(charge for charge in found if charge.article)


def _event(cell: Piece, first: list[WrittenDate]) -> dict[str, Any]:
    """The event a cell tells of, with its slots; `first` are the days the line begins with."""
    kind = next((kind for words, kind in _TOLD if tells(words, cell.text)), None)
    penalty = sentence_of(cell.text, "")
    if kind is None and penalty is not None and not _ARTICLE.search(cell.text):
        kind = EventKind.SENTENCED
    if kind is None:
        return {}
    own = dates_of(cell).dates
    ends = [one for one in own if _is_end(cell, one)]
    days = [one for one in own if one not in ends] or first
    until = ends[0] if ends and kind is EventKind.REMANDED else None
    slots: dict[str, Any] = {"event": kind, "date": days[0] if days else None, "until": until}
    if kind is EventKind.SENTENCED:
        slots["sentence"] = penalty
    if kind is EventKind.RELEASED and (status := status_in(cell.text)):
        slots["form"] = _FORMS.get(status.value)
    return slots


def _is_end(cell: Piece, date: WrittenDate) -> bool:
    """Whether a day is one that something lasts until: "until 14 January 2023"."""
    start = date.span.start - cell.start if date.span else 0
    return date.date.text.startswith(_OPEN) or _UNTIL.search(cell.text[:start]) is not None


def _completed(date: WrittenDate | None, anchor: PartialDate | None) -> WrittenDate | None:
    """A day without a year in the document's year; of a stretch with an open start, its end."""
    if date is None:
        return None
    text = date.date.text.removeprefix(_OPEN)
    if not text.startswith(_YEARLESS) or anchor is None or anchor.earliest is None:
        return replace(date, date=PartialDate(text))
    whole = f"{anchor.earliest.year}{text[len(_YEARLESS) :]}"
    return replace(date, date=PartialDate(whole), anchor=Anchor.DOCUMENT, is_year_inferred=True)
