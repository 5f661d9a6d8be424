"""What stands behind a name in a line of a list: age, birth, trade, article, penalty, events.

The parts of a line are told by their words and signs; what none explains is left, and counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from habeas.model.attribute import Attribute
from habeas.model.charge import Charge, PenaltyKind, Sentence
from habeas.model.mention import Mention
from habeas.model.partial_date import PartialDate
from habeas.model.quantity import Quantity
from habeas.model.vocabulary import EventKind, Modality, ReleaseForm
from habeas.model.written_date import WrittenDate
from habeas.reading.lists.cell_dates import dates_of
from habeas.reading.lists.cell_text import Piece
from habeas.reading.lists.custody import custody_in, town_in
from habeas.reading.lists.leads import dates_in, event_in, manner_of
from habeas.reading.lists.line_traits import title_in
from habeas.reading.lists.penal import charges_of, sentence_of
from habeas.reference.list_leads import plain, source, words
from habeas.reference.list_words import any_of, status_in, tells
from habeas.text.written_dates import Relation

_CUT = re.compile(
    r"\s*[;|/]\s+|\s+[-–—:]+\s+|\s*[()\[\]]\s*|:\s+|\t+|(?<=\S)[ ]{2,}"
    r"|\n\s*(?=[^\W\d_a-zа-яёіїєґў])|(?<!\d),\s*|,\s*(?!\s*\d{4}\b)|(?<=[^\W\d_]{3})\.\s+(?=[^\W\d_a-zа-яёіїєґў])"
)
_EDGE = " ,.;:!-–—()[]•*\n\t"
_ARTICLE = re.compile(
    r"(?i)\b(?:art(?:icle)?s?|sec(?:tion)?|ст(?:атт[яі]|атья|\.)?|арт(?:ыкул)?)\.?\s*\d"
)
_PART = re.compile(r"(?i)(?:ч(?:\.|астина|асть)?|part|pt|para(?:graph)?)\.?\s*\d{1,2}\Z")
_BORN = re.compile(
    r"(?i)\b(?:b\.|born|d\.?o\.?b\.?|р\.\s?н|р\.\s?нар|нар\.|народ|г\.\s?р|род\.|рожд|нарадз|г\.\s?н)"
)
_NUMBER = re.compile(r"\d{1,3}\Z")
_YEAR = re.compile(r"(?:19\d\d|20[01]\d)\Z")
_A_YEAR = re.compile(r"(?<!\d)(?:19\d\d|20[01]\d)(?!\d)")
_WHOLE_DATE = re.compile(r"\d\d?[./]\d\d?[./](?:\d{4}|\d\d)(?:\s*(?:р|г)\.?)?\Z")
_TOLD_TWICE = frozenset({EventKind.SENTENCED, EventKind.RELEASED})
_PREPOSITION = 6  # letters of the longest before a day: "since", "около"
_AGES = range(5, 105)
_GROWN = 14  # years that a person on a list has at least, and few sentences of the young have
_ENDS = frozenset(
    {EventKind.RELEASED, EventKind.DIED, EventKind.PARDONED, EventKind.EXPELLED,
     EventKind.DISAPPEARED}
)  # fmt: skip
_FORMS = {
    "released_acquitted": ReleaseForm.ACQUITTED,
    "released_amnestied": ReleaseForm.AMNESTIED,
    "released_pardoned": ReleaseForm.PARDONED,
    "released_served": ReleaseForm.SERVED,
    "released_exchanged": ReleaseForm.EXCHANGED,
    "released_humanitarian": ReleaseForm.HUMANITARIAN,
}


@dataclass(slots=True)
class Fields:
    """What a line says of its person beside the name; `left` are the words nothing explains."""

    traits: list[tuple[Attribute, str | PartialDate | Quantity]] = field(default_factory=list)
    events: list[dict[str, Any]] = field(default_factory=list)
    charges: tuple[Charge, ...] = ()
    penalty: Sentence | None = None
    place: Mention | None = None
    date: WrittenDate | None = None
    since: WrittenDate | None = None
    form: ReleaseForm | None = None
    left: list[Piece] = field(default_factory=list)
    is_sentenced: bool = False
    is_unsure: bool = False
    article_at: int = -1  # where the first article stands

    @property
    def is_ended(self) -> bool:
        """Whether it tells that custody has ended."""
        return any(
            one["event"] in _ENDS and one["modality"] in (Modality.ASSERTED, Modality.ALLEGED)
            for one in self.events
        )

    def has(self, attribute: Attribute) -> bool:
        return any(known is attribute for known, _ in self.traits)


def fields_of(
    text: str, start: int, end: int, anchor: PartialDate | None, *, is_sentenced: bool = False
) -> Fields:
    """What stands between two characters; `is_sentenced`: years are those of a penalty."""
    found = Fields(is_sentenced=is_sentenced)
    pieces = list(_pieces(text, start, end))
    found.charges = _charges(text, pieces)
    found.article_at = next((one.start for one in pieces if _ARTICLE.search(one.text)), -1)
    if is_sentenced and sum(map(_tells_penalty, pieces)) > 1:
        found.is_sentenced = False  # of two numbers of years the first is an age
    for piece in pieces:
        _take(text, piece, anchor, found)
    found.events = _joined(found.events)
    return found


def _tells_penalty(piece: Piece) -> bool:
    return sentence_of(piece.text, "") is not None or tells("told_sentenced", piece.text)


def _joined(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The events, one told in two parts once: "verdict - 5 years", "acquitted, freed in court"."""
    found: list[dict[str, Any]] = []
    for event in events:
        before = found[-1] if found else None
        is_same = before is not None and before["event"] is event["event"] in _TOLD_TWICE
        if before is not None and is_same:
            before |= {name: value for name, value in event.items() if value is not None}
        else:
            found.append(event)
    return found


def _pieces(text: str, start: int, end: int) -> Iterator[Piece]:
    at = start
    for cut in [*_CUT.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        said = text[at:stop].strip(_EDGE)
        if said:
            yield Piece(said, text.index(said, at))
        at = cut.end() if cut else end


def _charges(text: str, pieces: Sequence[Piece]) -> tuple[Charge, ...]:
    """The articles of a line: from the first part or article to the last."""
    told = [one for one in pieces if _ARTICLE.search(one.text) or _PART.match(one.text)]
    if not any(_ARTICLE.search(one.text) for one in told):
        return ()
    said = text[told[0].start : told[-1].end]
    return tuple(one for one in charges_of(said, "", "", is_article=True) if one.article)


def _take(text: str, piece: Piece, anchor: PartialDate | None, found: Fields) -> None:
    is_taken = (
        bool(_ARTICLE.search(piece.text) or _PART.match(piece.text))
        or _birth(piece, anchor, found)
        or _age(piece, found)
        or _penalty(piece, anchor, found, text)
        or _event(text, piece, anchor, found)
        or _day(text, piece, anchor, found)
        or _place(text, piece, found)
        or _title(text, piece, found)
        or _form(piece, found)
    )
    if is_taken:
        return
    if manner_of(plain(piece.text)) is Modality.ALLEGED:
        found.is_unsure = True  # "status not confirmed"
    else:
        found.left.append(piece)


def _birth(piece: Piece, anchor: PartialDate | None, found: Fields) -> bool:
    is_said = _BORN.search(piece.text) is not None
    is_shown = _YEAR.match(piece.text) or _WHOLE_DATE.match(piece.text)
    if found.has(Attribute.BIRTH_DATE) or not (is_said or is_shown):
        return False
    date = next((one.date for one in dates_of(piece, is_birth=True).dates), None)
    if date is None and (year := _A_YEAR.search(piece.text)):
        date = PartialDate(year[0])
    if date is None or not (is_said or _is_of_a_life(date, anchor)):
        return False
    found.traits.append((Attribute.BIRTH_DATE, date))
    return True


def _is_of_a_life(date: PartialDate, anchor: PartialDate | None) -> bool:
    """Whether a bare year or day is so long ago that only birth can be meant."""
    if anchor is None or anchor.earliest is None or date.latest is None:
        return False
    return anchor.earliest.year - date.latest.year >= _GROWN


def _age(piece: Piece, found: Fields) -> bool:
    if found.has(Attribute.AGE):
        return False
    bare = _NUMBER.match(piece.text)
    said = None if bare else _age_words().fullmatch(plain(piece.text))
    number = int(bare[0]) if bare else int(said["age"] or said["age2"]) if said else 0
    is_term = said is not None and (
        number < _GROWN or (_is_term(piece, found) and not said["sure"])
    )
    if number not in _AGES or is_term:
        return False
    if said is not None and said["about"]:
        return True  # no number of years that is told
    found.traits.append((Attribute.AGE, Quantity.of(number, words=piece.text)))
    return True


def _is_term(piece: Piece, found: Fields) -> bool:
    """Whether years may be those of a penalty: behind an article, or where all are sentenced."""
    return found.is_sentenced or -1 < found.article_at < piece.start


@cache
def _age_words() -> re.Pattern[str]:
    mark = source("age_mark")
    return re.compile(
        rf"(?P<about>(?:{any_of('about')})\s*)?"
        rf"(?:(?P<sure>aged|age|вік|возраст)\s*(?P<age2>\d{{1,3}})"
        rf"|(?P<age>\d{{1,3}})[\s-]*(?:{mark})(?:\s+(?:old))?)"
    )


def _penalty(piece: Piece, anchor: PartialDate | None, found: Fields, text: str) -> bool:
    told = event_in(plain(piece.text))
    if told is not None and told.kind not in (EventKind.SENTENCED, EventKind.ARRESTED):
        return False
    if found.penalty is not None and words("suspended").fullmatch(plain(piece.text)):
        return _suspend(found)
    penalty = sentence_of(piece.text, "")
    is_term = penalty is not None and (
        penalty.duration is not None or penalty.kind is not PenaltyKind.UNSPECIFIED
    )
    if not is_term or penalty is None:
        return False
    if found.penalty is not None:
        return False
    found.penalty = penalty
    day = _day_in(text, piece, anchor)
    found.events.append(
        {"event": EventKind.SENTENCED, "date": day, "sentence": penalty,
         "modality": manner_of(plain(piece.text))}
    )  # fmt: skip
    return True


def _suspend(found: Fields) -> bool:
    """How a term already read is served: "18 months, suspended"."""
    before = found.penalty
    if before is None or before.kind is not PenaltyKind.UNSPECIFIED:
        return False
    found.penalty = replace(before, kind=PenaltyKind.SUSPENDED)
    for event in found.events:
        if event.get("sentence") is before:
            event["sentence"] = found.penalty
    return True


def _event(text: str, piece: Piece, anchor: PartialDate | None, found: Fields) -> bool:
    lower = plain(piece.text)
    told = event_in(lower)
    if told is None:
        return False
    place = custody_in(text, piece.start, piece.end)
    if place is None and told.kind is EventKind.HELD:
        return _held_since(text, piece, anchor, found)
    if place is None and told.kind in (EventKind.ARRESTED, EventKind.ABDUCTED):
        place = town_in(text, piece.start, piece.end)
    status = status_in(piece.text) if told.kind is EventKind.RELEASED else None
    form = told.form or (_FORMS.get(status.value) if status else None)
    day, until = _days_in(text, piece, anchor)
    is_ordered = told.kind is EventKind.ARRESTED and until is not None
    kind = EventKind.REMANDED if is_ordered else told.kind  # "арестован до 14 декабря"
    slots = {"event": kind, "date": day, "place": place, "form": form,
             "modality": manner_of(lower)}  # fmt: skip
    if kind is EventKind.REMANDED:
        slots["until"] = _to_come(until, anchor)
    found.events.append(slots)
    return True


def _held_since(text: str, piece: Piece, anchor: PartialDate | None, found: Fields) -> bool:
    """Custody told by the way, with the day it began: "held since June 2022"."""
    days = dates_in(text, piece.start, piece.end, anchor)
    since = next((one.written for one in days if one.relation is Relation.SINCE), None)
    if since is not None:
        found.events.append(
            {"event": EventKind.HELD, "since": since, "modality": Modality.ASSERTED}
        )
    return since is not None


def _day(text: str, piece: Piece, anchor: PartialDate | None, found: Fields) -> bool:
    """A day alone: that of what the lead-in tells."""
    if not any(map(str.isdigit, piece.text)) or found.date is not None:
        return False
    days = dates_in(text, piece.start, piece.end, anchor)
    if len(days) != 1:
        return False
    beside = piece.text.replace(days[0].written.words, "").strip(_EDGE)
    if len(beside) > _PREPOSITION or beside != beside.lower():
        return False
    if days[0].relation is Relation.SINCE:
        found.since = days[0].written
    else:
        found.date = days[0].written
    return True


def _day_in(text: str, piece: Piece, anchor: PartialDate | None) -> WrittenDate | None:
    return _days_in(text, piece, anchor)[0]


def _days_in(
    text: str, piece: Piece, anchor: PartialDate | None
) -> tuple[WrittenDate | None, WrittenDate | None]:
    """The day something happened, and the one until which it lasts."""
    found = dates_in(text, piece.start, piece.end, anchor, with_ends=True)
    until = next((one.written for one in found if one.relation is Relation.UNTIL), None)
    on = next((one.written for one in found if one.relation is not Relation.UNTIL), None)
    return on, until


def _to_come(until: WrittenDate | None, anchor: PartialDate | None) -> WrittenDate | None:
    """The day custody ends: one without a year is the next such day, not the last."""
    if until is None or anchor is None or not until.is_year_inferred:
        return until
    text = until.date.text
    if text >= anchor.text or not text[:4].isdigit():
        return until
    return replace(until, date=PartialDate(f"{int(text[:4]) + 1}{text[4:]}"))


def _place(text: str, piece: Piece, found: Fields) -> bool:
    place = custody_in(text, piece.start, piece.end)
    if place is None or found.place is not None:
        return False
    found.place = place
    return True


def _title(text: str, piece: Piece, found: Fields) -> bool:
    title = title_in(text, piece.start, piece.end)
    if title is None or found.has(title.attribute):
        return False
    found.traits.append((title.attribute, text[title.start : title.end]))
    return True


def _form(piece: Piece, found: Fields) -> bool:
    """How somebody was released, said alone: "on health grounds"."""
    status = status_in(piece.text)
    form = _FORMS.get(status.value) if status else None
    if form is None or found.form is not None:
        return False
    found.form = form
    return True
