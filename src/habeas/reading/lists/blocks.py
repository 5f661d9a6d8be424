"""Lists in lines: a lead-in, headings within, and lines that each name somebody.

What a line says beside the name is read by `line_fields`; what befell its people, by `told`. Prose
is left alone: a list begins with a lead-in that is understood, and ends with its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.mention import Mention, MentionKind
from habeas.model.partial_date import PartialDate
from habeas.model.quote import Span
from habeas.model.vocabulary import EventKind, Modality
from habeas.model.written_date import Anchor
from habeas.reading.lists.block import Block, Item, Total
from habeas.reading.lists.custody import custody_in, town_in
from habeas.reading.lists.dockets import Case, behind_lead_in, court_above, court_in, docket_line
from habeas.reading.lists.inline import listed_in
from habeas.reading.lists.leads import LONGEST, Lead, dates_in, lead_of
from habeas.reading.lists.line_fields import Fields, fields_of
from habeas.reading.lists.line_names import Begun, is_oblique, names_at, unnamed_at
from habeas.reading.lists.text_lines import Line
from habeas.reference.list_leads import plain, words
from habeas.reference.list_words import begins
from habeas.reference.places import names_written

_COLON = re.compile(r"\s*[:：]\W*\Z")
_NO_TITLE = re.compile(r"[.;,!?…]['\"”»)]*\Z")
_OPENS_REST = re.compile(r"\s*(?:\Z|[,;:(\[–—-]|\d|[^\w\s])")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{2})[.!?]['\"”»)]*\s+(?=[^\W\d_a-zа-яёіїєґў])")
_NUMBER = re.compile(r"(?<![\d.,/-])\d{1,6}(?![\d/-])")
_FEWEST_IN_ROW = 3  # people in a line that only commas part
_CLOSE = 3  # characters between a line and the one below
_TAIL = 8  # characters in which a colon ends a line, signs behind it included
# "м. Бровар", "город Лидск": the name is what follows.
_SORT_OF_PLACE = re.compile(r"(?i)(?:м|г|с|смт|пгт|д|місто|город|село|вёска|горад)\.?[ ]+")
_LONGEST_PLACE = 3  # words
_LONGEST_SORT = 5  # words where one tells what it is: "Police dept no. 7"
_LONGEST_TITLE = 140
_LONGEST_BARE = 140
_LONGEST_SENTENCE = 80  # of a line without a mark that ends as sentences do
_LONGEST_HEADING = 50
_MOST_BETWEEN = 2  # lines between a title and its list
_SOON = 4  # lines behind a title in which its list begins


class Blocks:
    """Goes through the lines of a text once."""

    def __init__(self, text: str, lines: Sequence[Line], anchor: PartialDate | None) -> None:
        self._text = text
        self._lines = lines
        self._anchor = anchor
        self._open: Block | None = None
        self._done: list[Block] = []
        self._strange: Line | None = None  # a lead-in that tells nothing known, not yet ended
        self.strange: list[Line] = []  # those with names below them
        self._here = Lead(None)  # the lead-in with the heading within that stands above

    def __iter__(self) -> Iterator[Block]:
        """Each list, when it has ended; one that names nobody is none."""
        for at, line in enumerate(self._lines):
            ended = self._take(at, line)
            if ended is not None and ended.is_enough:
                self._done.append(ended)
                yield ended
        if self._open is not None and self._open.is_enough:
            yield self._open

    def _take(self, at: int, line: Line) -> Block | None:
        """Takes one line in; gives the list that it ends."""
        case = docket_line(self._text, line, self._anchor)
        return self._take_case(line, case) if case is not None else self._take_other(at, line)

    def _take_other(self, at: int, line: Line) -> Block | None:
        block = self._open
        if block is not None and self._tells_more(line, block):
            self._lengthen(line, block)
            block.has_details = True
            return None
        lead = self._lead(at, line) or self._announced(at, line)
        if lead is not None and block is not None and block.is_title and not block.items:
            lead = self._more_of(block, lead, line)
        if lead is not None:
            is_title = _COLON.search(line.text) is None
            if block is not None and lead is block.lead:
                return None
            self._open = None if lead.is_others else Block(lead, line.span, is_title)
            self._strange = None
            self._here = lead
            return block
        if block is None:
            self._note_strange(line)
            return None
        if self._is_taken(at, line, block):
            return None
        block.between += 1
        is_over = bool(block.items) or block.between > _MOST_BETWEEN * block.is_title
        if is_over:
            self._open = None
            self._note_strange(line)
        return block if is_over else None

    def _note_strange(self, line: Line) -> None:
        """Keeps a lead-in that is not understood, where marked lines below it name people."""
        if _COLON.search(line.text):
            self._strange = line
        elif not line.is_marked:
            self._strange = None
        elif self._strange and names_at(self._text, line.words, line.end):
            self.strange.append(self._strange)
            self._strange = None

    def _take_case(self, line: Line, case: Case) -> Block | None:
        """Takes in a line of a docket, under its heading or, where it has none, by itself."""
        block, ended = self._open, None
        if block is None or block.lead.kind is not EventKind.TRIED:
            ended = block
            lead = Lead(EventKind.TRIED, Modality.PLANNED if case.is_timed else Modality.ASSERTED)
            block = self._open = Block(lead, line.span, is_title=False)
            self._here = lead
        if self._here.court is None:
            self._here = replace(self._here, court=court_above(self._text, line.start))
        block.items.append(Item(line.span, case.begun, case.fields, self._here))
        return ended

    def _more_of(self, block: Block, lead: Lead, line: Line) -> Lead | None:
        """What a lead-in below a title tells: the title with day and place, or one of its own."""
        if lead.kind is block.lead.kind and not _COLON.search(line.text):
            block.lead = self._here = replace(
                block.lead,
                date=block.lead.date or lead.date,
                place=block.lead.place or lead.place,
            )
            return block.lead
        return lead if line.gap or _COLON.search(line.text) else None

    def _announced(self, at: int, line: Line) -> Lead | None:
        """What the names below are said to be of, in a sentence: "Here are those detained"."""
        soon = self._lines[at + 1 : at + 1 + _SOON]
        if line.is_marked or not any(one.is_marked for one in soon) or self._is_listing:
            return None
        found = words("announces").search(plain(line.text))
        if found is None or len(line.text) > LONGEST * 2:
            return None
        begin, end = line.words, line.end
        for one in _SENTENCE.finditer(self._text, line.words, line.end):
            if one.start() < line.start + found.start():
                begin = one.end()
            else:
                end = min(end, one.start() + 1)
        return lead_of(self._text, begin, end, self._anchor)

    def _lead(self, at: int, line: Line) -> Lead | None:
        """What a line announces: one that ends in a colon, or a title close above marked lines."""
        colon = _COLON.search(line.text) if ":" in line.text[-_TAIL:] else None
        if colon is None and (line.is_marked or not self._may_be_title(at, line)):
            return None
        end = line.start + colon.start() if colon else line.end
        if end - line.start > LONGEST * (2 if colon else 1):
            return None
        if colon is None and names_at(self._text, line.words, line.end) is not None:
            return None  # "X, released on Monday" is a line of a list
        starts = [one.end() for one in _SENTENCE.finditer(self._text, line.words, end)]
        return lead_of(self._text, starts[-1] if starts else line.words, end, self._anchor)

    @property
    def _is_listing(self) -> bool:
        return self._open is not None and bool(self._open.items)

    def _may_be_title(self, at: int, line: Line) -> bool:
        if len(line.text) > _LONGEST_TITLE or _NO_TITLE.search(line.text):
            return False
        soon = self._lines[at + 1 : at + 1 + _SOON]
        if any(one.is_marked for one in soon):
            return True
        return len(soon) > _MOST_BETWEEN and all(len(one.text) < _LONGEST_BARE for one in soon[:2])

    def _is_taken(self, at: int, line: Line, block: Block) -> bool:
        """Whether a line belongs to the open list: an item, a heading, a sum, more of an item."""
        if self._is_heading(at, line, block):
            return self._note_heading(line)
        if _goes_on(line, block):
            self._lengthen(line, block)
            return True
        if begins("total", line.said):
            return self._note_total(line, block)
        items = self._row(line) or [item for item in [self._item(line)] if item]
        if items:
            block.items += items
            block.is_marked = block.is_marked or line.is_marked
            return True
        if line.is_marked:
            block.unread.append(line)
        return line.is_marked or self._note_heading(line)

    def _is_heading(self, at: int, line: Line, block: Block) -> bool:
        """Whether a short line without a mark stands above marked ones."""
        following = self._lines[at + 1 : at + 2]
        is_above = any(one.is_marked for one in following)
        if _COLON.search(line.text):
            return True
        is_among = block.is_marked or not block.items
        return not line.is_marked and is_above and is_among and len(line.text) <= _LONGEST_HEADING

    def _note_heading(self, line: Line) -> bool:
        """Takes over a day or place that holds for the lines below."""
        end = line.start + len(_COLON.sub("", line.text))
        said = self._text[line.words : end]
        block = self._open
        if block is None or len(said) > _LONGEST_HEADING or _NO_TITLE.search(said):
            return False
        days = dates_in(self._text, line.words, end, self._anchor)
        if days and len(days[0].written.words) * 2 > len(said):
            day = replace(days[0].written, words="", span=None, anchor=Anchor.TEXT)
            self._here = replace(self._here, date=day)
            return True
        if court := court_in(self._text, line.words, end):
            self._here = replace(self._here, court=court)
            return True
        place = custody_in(self._text, line.words, end) or _town(said, line.words)
        if place is None:
            return False
        self._here = replace(self._here, place=place)
        return True

    def _row(self, line: Line) -> list[Item]:
        """Several people in one line, each with what is said of them, behind a place or alone."""
        if len(line.text) > LONGEST or _SENTENCE.search(line.said):
            return []
        colon = line.text.find(": ")
        is_headed = 0 < colon <= _LONGEST_HEADING
        at = line.start + colon + 2 if is_headed else line.words
        here = self._here
        if is_headed:
            if names_at(self._text, line.words, at - 2) is not None:
                return []
            place = _known_place(self._text[line.words : at - 2], line.words)
            if place is None:
                return []
            here = replace(here, place=place)
        elif (
            line.text.count(",") + line.text.count(";") < _FEWEST_IN_ROW - 1
            or names_at(self._text, line.words, line.end) is None
        ):
            return []
        end = line.end - (line.text[-1] in ".;,")
        listed = listed_in(self._text, at, end, self._anchor)
        if len(listed) < (1 if is_headed else _FEWEST_IN_ROW):
            return []
        return [Item(line.span, begun, fields, here) for begun, fields in listed]

    def _tells_more(self, line: Line, block: Block) -> bool:
        """Whether a line right below a marked one tells more of its people, and of nobody else."""
        if not block.items or not block.is_marked or line.gap or line.is_marked:
            return False
        # Below the first of a list stand its details, not the title of another list.
        if not (block.has_details or len(block.items) == 1) or ":" in line.text[-_TAIL:]:
            return False
        if block.items[-1].span.end < line.start - line.indent - _CLOSE:
            return False
        more = self._fields(line.words, line.end)
        return bool(more.events or more.charges or more.place) and len(more.left) <= 1

    def _item(self, line: Line) -> Item | None:
        start = line.words
        if self._here.kind is EventKind.TRIED:
            start = behind_lead_in(self._text, line)
        begun = names_at(self._text, start, line.end)
        if begun is None and line.is_marked:
            begun = unnamed_at(self._text, start, line.end)
        if begun is None or _is_official(self._text[start : begun.start]):
            return None
        if is_oblique(begun.people[0]):
            return None
        is_marked = line.is_marked or start > line.words
        if not is_marked and not _may_be_bare(line, self._text[begun.end : line.end]):
            return None
        fields = self._fields(begun.end, line.end)
        _add_title(self._text, start, begun, fields)
        return Item(line.span, begun, fields, self._here)

    def _fields(self, start: int, end: int) -> Fields:
        is_sentenced = self._here.kind is EventKind.SENTENCED
        return fields_of(self._text, start, end, self._anchor, is_sentenced=is_sentenced)

    def _lengthen(self, line: Line, block: Block) -> None:
        last = block.items[-1]
        last.span = Span(last.span.start, line.end)
        last.fields = self._fields(last.begun.end, line.end)
        _add_title(self._text, last.span.start, last.begun, last.fields)

    def _note_total(self, line: Line, block: Block) -> bool:
        numbers = _NUMBER.findall(line.said)
        if len(numbers) != 1:
            return False
        number, lists = int(numbers[0]), [*self._done, block]
        # A sum below several lists is that of the one with so many people.
        of = [one for one in lists if one.counted == number] or (lists if len(lists) == 1 else [])
        if of:
            total = Total(line.span, number, numbers[0], of[-1].lead, of[-1].counted)
            block.totals.append(total)
        else:
            block.unread.append(line)
        return True


def _goes_on(line: Line, block: Block) -> bool:
    """Whether a line is the rest of the item above it: indented, or in small letters."""
    if not block.items or line.gap or line.is_marked or block.items[-1].span.end > line.start:
        return False
    first = line.text[0]
    return first.islower() or first == "("


def _may_be_bare(line: Line, rest: str) -> bool:
    """Whether a line without a mark that begins with a name can be one of a list."""
    if len(line.text) > _LONGEST_BARE or not _OPENS_REST.match(rest):
        return False
    if len(line.text) > _LONGEST_SENTENCE and line.text.endswith("."):
        return False
    return words("others").search(plain(rest)) is None or len(line.text) < _LONGEST_HEADING


def _is_official(before: str) -> bool:
    """Whether a line names a judge, a prosecutor, a guard: no detainee by a title like that."""
    found = words("others").search(plain(before))
    return found is not None


def _add_title(text: str, start: int, begun: Begun, fields: Fields) -> None:
    """What stands before the name: "journalist X"."""
    if begun.start - start > 1:
        before = fields_of(text, start, begun.start, None)
        fields.traits += [one for one in before.traits if not fields.has(one[0])]


def _town(said: str, start: int) -> Mention | None:
    """A heading of one or more words with capitals, as places within a list are headed."""
    sort = _SORT_OF_PLACE.match(said)
    at = sort.end() if sort else 0
    bare = re.sub(r"\s*\([^()]*\)\s*\Z", "", said[at:]).strip()
    tokens = bare.split()
    small = [token for token in tokens[1:] if not token[0].isupper() and not _is_of_place(token)]
    is_sort = any(_is_of_place(token.strip(".")) for token in tokens)
    longest = _LONGEST_SORT if is_sort else _LONGEST_PLACE
    if not tokens or not tokens[0][0].isupper() or len(tokens) > longest:
        return None
    if not is_sort and (small or any(map(str.isdigit, bare))):
        return None
    return Mention(bare, MentionKind.PLACE, Span(start + at, start + at + len(bare)))


def _known_place(said: str, start: int) -> Mention | None:
    """A place before a colon that surely is one: "Lawyer" and "Photo" head no people held."""
    if lead_of(said, 0, len(said), None) is not None:
        return None
    if custody := custody_in(said, 0, len(said)):
        span = custody.span or Span(0, 0)
        return replace(custody, span=Span(start + span.start, start + span.end))
    inside = town_in(said, 0, len(said))
    if inside is not None and inside.span is not None and inside.span.end == len(said):
        span = inside.span
        return replace(inside, span=Span(start + span.start, start + span.end))
    place = _town(said, start)
    is_sure = place is not None and (
        any(map(_is_of_place, place.text.split())) or bool(names_written(place.text))
    )
    return place if is_sure or _SORT_OF_PLACE.match(said) else None


def _is_of_place(word: str) -> bool:
    return words("no_name").fullmatch(plain(word)) is not None
