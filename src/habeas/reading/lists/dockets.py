"""Lines of dockets: a time, a room, a case number, "Prosecutor v. X", an article, the stage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.reading.lists.line_fields import Fields, fields_of
from habeas.reading.lists.line_names import Begun, Named, in_nominative, names_at
from habeas.reading.lists.text_lines import Line
from habeas.reference.languages import declining, language_of
from habeas.reference.list_leads import plain, source, words
from habeas.reference.paradigms import Case as GrammaticalCase

_TIME = re.compile(r"(?<![\d.:])(?:[01]?\d|2[0-3])[:.][0-5]\d(?![\d.:])")
_CASE_NUMBER = r"(?:№|No\.?|#)\s*\w[\w/-]*\d|\b\d{1,4}[-–]\d+(?:/\d{2,4})+\b"
_ARTICLE = r"\b(?:art(?:icle)?|ст(?:атт[яі]|атья)?|арт)\.?\s*\d"
_SIGN = re.compile(rf"(?i){_TIME.pattern}|{_CASE_NUMBER}|{_ARTICLE}")
_LEAD_IN = re.compile(
    r"(?:(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s*(?:a\.?m\.?|p\.?m\.?))?"
    r"|(?:(?:court)?room|hall|зала?|каб(?:\.|інет|инет)?)\s*(?:№\s*)?\w{1,5}"
    r"|(?:case|справа|дело|провадження)?\s*(?:№|No\.?|#)?\s*\d[\w-]*(?:/\d+)+(?:-\w+)?)"
    r"[\s,;|–—-]*",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?:(?<=[^\W\d_]{3})|(?<=\d))[.!?]\s+(?=[^\W\d_a-zа-яёіїєґў])")
_LONGEST = 220  # characters of a line; a longer one is prose
_FAR = 1500  # characters above a docket's line in which its court is named


@dataclass(frozen=True, slots=True)
class Case:
    """A line of a docket: the people tried, what else it says; `is_timed`: an hour stands in it."""

    begun: Begun
    fields: Fields
    is_timed: bool


def docket_line(text: str, line: Line, anchor: PartialDate | None) -> Case | None:
    """A line that names a case by those who are tried in it; None for any other."""
    if len(line.text) > _LONGEST or not _SIGN.search(line.text):
        return None
    mark = words("case_mark").search(plain(line.text))
    if mark is None or _SENTENCES.search(line.said):
        return None
    begun = names_at(text, line.start + mark.end(), line.end, is_row=True)
    if begun is None:
        return None
    fields = fields_of(text, begun.end, line.end, anchor)
    return Case(_in_nominative(begun, line.text), fields, _TIME.search(line.text) is not None)


def behind_lead_in(text: str, line: Line) -> int:
    """Where the words of a line begin behind the hour, the room and the number of the case."""
    at = line.words
    while (found := _LEAD_IN.match(text, at, line.end)) and found.end() > at:
        at = found.end()
    return at


def court_above(text: str, start: int) -> Mention | None:
    """The court that is named last above a line."""
    low = max(0, start - _FAR)
    found = list(_court().finditer(text, low, start))
    return _mention(found[-1]) if found else None


def court_in(text: str, start: int, end: int) -> Mention | None:
    """The court that a heading names, and nothing else."""
    found = _court().fullmatch(text, start, end)
    return _mention(found) if found else None


def _mention(found: re.Match[str]) -> Mention:
    return Mention(found[0], MentionKind.BODY, Span(found.start(), found.end()))


@cache
def _court() -> re.Pattern[str]:
    big = "(?-i:[^\\W\\d_a-zа-яёіїєґў])"
    one = rf"{big}[\w'’ʼ-]+[ ]"
    return re.compile(
        rf"(?<!\w)(?:{one}){{1,3}}(?:[а-яіїєґ]+(?:ий|ый|ой)[ ]){{0,2}}(?i:{source('court_name')})"
    )


def _in_nominative(begun: Begun, line: str) -> Begun:
    """The people of a case with their names as they are written down: "Холодової" is "Холодова"."""
    told = language_of(line)
    languages = [told] if told in declining() else list(declining())
    return replace(begun, people=tuple(_declined(begun, languages)))


def _declined(begun: Begun, languages: list[str]) -> Iterator[Named]:
    for one in begun.people:
        found = (
            in_nominative(one.mention.text, code, GrammaticalCase.GENITIVE) for code in languages
        )
        name = next(filter(None, found), "")
        yield replace(one, mention=replace(one.mention, name=name)) if name else one
