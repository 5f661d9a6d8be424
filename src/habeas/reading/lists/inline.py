"""Lists inside a sentence, behind a colon: "The following were detained: A, B and C (17)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind
from habeas.reading.lists.block import Item
from habeas.reading.lists.leads import LONGEST, Lead, lead_of
from habeas.reading.lists.line_fields import Fields, fields_of
from habeas.reading.lists.line_names import Begun, Named, in_nominative, names_at
from habeas.reading.lists.line_traits import title_in
from habeas.reading.lists.text_lines import Line
from habeas.reference.languages import declining, language_of
from habeas.reference.list_leads import plain, words
from habeas.reference.paradigms import Case

_COLON = re.compile(r":[ \t]+(?=\S)")
_END = re.compile(r"(?<=[^\W\d_]{3})[.!?](?=\s|\Z)|(?<=[\d)\]])[.!?](?=\s|\Z)|\Z")
_BEGINNING = re.compile(r"(?<=[^\W\d_]{3})[.!?…]['\"”»)]*\s+(?=[^\W\d_a-zа-яёіїєґў])")
_PART = re.compile(r"\s*(?:;|,)\s*|\s*\Z")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_JOINT = re.compile(r"\s*(?:[,;]\s*)?")
_LONGEST_PART = 60


def inline_lists(text: str, line: Line, anchor: PartialDate | None) -> Iterator[Item]:
    """The people listed behind each colon of a line, where nothing else stands there."""
    for colon in _COLON.finditer(text, line.start, line.end):
        starts = [one.end() for one in _BEGINNING.finditer(text, line.words, colon.start())]
        start = starts[-1] if starts else line.words
        if colon.start() - start > LONGEST:
            continue
        lead = lead_of(text, start, colon.start(), anchor)
        if lead is not None and lead.is_others:
            yield from _officials(text, Span(start, colon.start()), colon.end(), line.end)
        if lead is None or lead.is_others:
            continue
        end = _end(text, colon.end(), line.end)
        is_sentenced = lead.kind is EventKind.SENTENCED
        listed = listed_in(text, colon.end(), end, anchor, is_sentenced=is_sentenced)
        stop = end + 1 if end < line.end else end
        sentence = Span(start, stop)
        for begun, fields in listed:
            yield Item(sentence, _in_nominative(begun, text[start:end]), fields, lead)


def _officials(text: str, said: Span, start: int, end: int) -> Iterator[Item]:
    """The one person a title is told of: "Judge in the first case: M. Stone"."""
    if not text[said.start].isupper():
        return
    title = title_in(text, said.start, said.end)
    if title is None or title.start != said.start:
        return
    stop = _end(text, start, end)
    begun = names_at(text, start, stop)
    if begun is None or len(begun.people) > 1 or text[begun.end : stop].strip(" .,"):
        return
    fields = Fields(traits=[(title.attribute, text[title.start : title.end])])
    full = stop + 1 if stop < end else stop
    yield Item(Span(said.start, full), begun, fields, Lead(None, is_others=True))


def _end(text: str, start: int, end: int) -> int:
    """Where the sentence ends."""
    found = _END.search(text, start, end)
    return found.start() if found else end


def listed_in(
    text: str, start: int, end: int, anchor: PartialDate | None, *, is_sentenced: bool = False
) -> Sequence[tuple[Begun, Fields]]:
    """Names with what is said of each; nothing, where something else stands among them."""
    found: list[tuple[Begun, Fields]] = []
    at = start
    while at < end:
        begun = names_at(text, at, end)
        if begun is None:
            return found if _is_tail(text[at:end], len(found)) else []
        stop = _behind(text, begun.end, end)
        fields = fields_of(text, begun.end, stop, anchor, is_sentenced=is_sentenced)
        asides = [Span(one.start(), one.end()) for one in _BRACKET.finditer(text, begun.end, stop)]
        if any(not _is_in(one.start, asides) for one in fields.left):
            return []
        found.append((begun, fields))
        at = _next(text, stop, end)
    return found


def _is_in(at: int, asides: Sequence[Span]) -> bool:
    return any(one.start <= at < one.end for one in asides)


def _behind(text: str, start: int, end: int) -> int:
    """Where what is said of a person ends: before the next name, or with the sentence."""
    at = start
    while at < end:
        if bracket := _BRACKET.match(text, at, end):
            at = bracket.end()
            continue
        following = _next(text, at, end)
        if following >= end or names_at(text, following, end) is not None:
            return at
        if following == at and not text[at].isspace():
            part = _PART.search(text, at, end)
        else:
            part = _PART.search(text, following, end)
        stop = part.start() if part else end
        bracket_at = text.find("(", at, stop)
        if bracket_at > following:
            stop = bracket_at
        joint = words("joint").search(plain(text[following:stop]))
        if joint and names_at(text, following + joint.end() + 1, end) is not None:
            stop = following + joint.start()
            return len(text[:stop].rstrip())
        if stop <= at or stop - at > _LONGEST_PART:
            return end
        at = stop
    return at


def _next(text: str, at: int, end: int) -> int:
    """Past the comma, semicolon or "and" that stands between two."""
    joint = _JOINT.match(text, at, end)
    at = joint.end() if joint else at
    link = words("joint").match(plain(text[at : at + 6]))
    if link and at + link.end() < end and text[at + link.end()].isspace():
        at += link.end() + 1
    return min(at, end)


def _is_tail(words_left: str, count: int) -> bool:
    """Whether only others who are not named are left: "and three more"."""
    return (count > 1 and words_left[:1].islower()) or words_left[:1].isdigit()


def _in_nominative(begun: Begun, sentence: str) -> Begun:
    language = language_of(sentence)
    if language not in declining():
        return begun
    return replace(begun, people=tuple(_declined(one, language) for one in begun.people))


def _declined(one: Named, language: str) -> Named:
    if in_nominative(one.mention.text, language, Case.NOMINATIVE):
        return one
    name = in_nominative(one.mention.text, language, Case.ACCUSATIVE)
    return replace(one, mention=replace(one.mention, name=name)) if name else one
