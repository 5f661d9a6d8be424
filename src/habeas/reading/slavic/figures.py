"""Figures: how many people something befell, with whose captivity, where, and of how many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.quantity import Quantity
from habeas.model.quote import Span
from habeas.model.vocabulary import CountingBasis, CountingUnit, EventKind, FigureStatus, Modality
from habeas.model.written_date import WrittenDate
from habeas.reading.slavic.counted_lists import is_near_list, listed_status, of_list
from habeas.reading.slavic.event_slots import kind_of
from habeas.reading.slavic.figure_events import also_befell, event_of_count
from habeas.reading.slavic.modality import modality_of
from habeas.reading.slavic.places import places_of
from habeas.reading.slavic.roles import doers_of
from habeas.reading.slavic.sentence import Memory, Sentence
from habeas.reading.slavic.timing import when
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit
from habeas.text.quantities import QuantityFound
from habeas.text.tokens import Token

_TO_COUNTED = 200  # characters from people counted to a bare number of some of them
_BETWEEN = 2  # words between such a number and its verb
_TO_NOUN = 5  # words from a number to the noun it counts
_STATUS = {
    EventKind.ARRESTED: FigureStatus.ARRESTED, EventKind.ABDUCTED: FigureStatus.DISAPPEARED,
    EventKind.SEARCHED: FigureStatus.SEARCHED, EventKind.CHARGED: FigureStatus.CHARGED,
    EventKind.REMANDED: FigureStatus.HELD, EventKind.HELD: FigureStatus.HELD,
    EventKind.SENTENCED: FigureStatus.SENTENCED, EventKind.TRIED: FigureStatus.CHARGED,
    EventKind.RELEASED: FigureStatus.RELEASED, EventKind.EXCHANGED: FigureStatus.RELEASED,
    EventKind.PARDONED: FigureStatus.RELEASED, EventKind.DIED: FigureStatus.KILLED,
    EventKind.DISAPPEARED: FigureStatus.DISAPPEARED,
}  # fmt: skip
_EVENTS = frozenset(kind.value for kind in EventKind)
_CURRENT = (FigureStatus.HELD, FigureStatus.OTHER)


@dataclass(frozen=True, slots=True)
class FigureFound:
    """The slots of a figure, where it is told, and the count it is part of."""

    slots: dict[str, Any]
    at: int
    count: Span
    whole: Span | None
    date: WrittenDate | None
    modality: Modality


def figures_of(sentence: Sentence, hits: list[StemHit], memory: Memory) -> Iterator[FigureFound]:
    """Each count of people with what befell them; a part shares the event of its whole."""
    if not hits and not sentence.begin["counted"] and not is_near_list(sentence, memory):
        return  # nothing tells what befell those who are counted
    listed = listed_status(sentence, memory) if sentence.counts else None
    told: dict[Span, StemHit] = {}
    parts: dict[Span, Span] = {}
    wholes = {count.whole for count in sentence.counts}
    for count in sentence.counts:
        noun = _noun(sentence, count)
        if _is_passed_over(sentence, count):
            continue
        named = _named_status(sentence, noun)
        hit = (
            None if count.span in wholes and named else event_of_count(sentence, count, noun, hits)
        )
        if hit is None and named is None and count.whole is not None:
            hit = told.get(count.whole)
        if count.whole is not None and not told and named is None:
            continue  # a part of what is no figure here: "звільнила 230 працівників, з них 41"
        is_led = False
        if hit is None and count.whole is None:
            hit, whole = _carried(sentence, count, told, parts, hits)
            if whole is not None:
                parts[count.span] = whole
                count = replace(count, whole=whole)  # noqa: PLW2901
            is_led = hit is not None and bool(told)
        named = named or _led_status(sentence, count) or of_list(sentence, count, listed)
        hit = named if hit is None or _is_stated(sentence, hit, named) else hit
        is_counted = (
            noun
            or _counts_people(sentence, count)
            or _closes_line(sentence, count)
            or is_led
            or count.of_whom
            or count.whole
            or (named and (named is listed or named.start < count.span.start))
            or _is_told_on(sentence, count, hit, memory)
        )
        status = _status(sentence, hit) if hit is not None else None
        if hit is None or status is None or not is_counted:
            continue
        told[count.span] = hit
        if count.whole is not None:
            parts[count.span] = count.whole
        memory.counted = sentence.span.end
        yield _figure(sentence, count, noun, hit=hit, status=status)
        yield from _also(sentence, count, noun, hit=hit, hits=hits)


def _carried(
    sentence: Sentence,
    count: QuantityFound,
    told: Mapping[Span, StemHit],
    parts: Mapping[Span, Span],
    hits: Sequence[StemHit],
) -> tuple[StemHit | None, Span | None]:
    """What befell a number with no verb of its own, and the number it is part of.

    Parts behind a colon or in brackets ("49 осіб: 42 військових та семеро цивільних"), or a
    number behind a dash that closes a line ("перебувають у СІЗО — 75").
    """
    patterns = sentence.knowledge.patterns
    before = [span for span in told if span.end <= count.span.start]
    if before:
        last = max(before, key=lambda span: span.end)
        gap = sentence.lower[last.end : count.span.start]
        if patterns["part-gap"].fullmatch(gap):
            return told[last], last
        if last in parts and patterns["part-joint"].fullmatch(gap):
            return told[last], parts[last]
        if patterns["part-dash"].search(gap):
            return told[last], parts.get(last)  # "помиловал 31 человека, 20 ноября — ещё 32"
        is_gapped = sentence.text[count.span.end :].lstrip()[:1] in ("—", "–", "-")
        if is_gapped and patterns["other-part"].fullmatch(gap):
            return told[last], parts.get(last)  # "250 лишены свободы за веру, а 64 — за слова"
    clause = sentence.clause_at(count.span.start)
    if told or sentence.text[clause.start : count.span.start].strip(" —–-"):
        return None, None
    led = [hit for hit in hits if hit.end <= clause.start]
    return (led[-1] if led else None), None


def _is_passed_over(sentence: Sentence, count: QuantityFound) -> bool:
    """Whether a number is how much a figure grew, whose parent somebody is, or what is done to."""
    before = sentence.lower[max(sentence.span.start, count.span.start - 40) : count.span.start]
    patterns = sentence.knowledge.patterns
    if patterns["searched-at"].search(before):
        return False  # "прошли обыски у 26 человек"
    if patterns["against-him"].match(sentence.lower, count.span.end):
        return True  # "двух дел против него"
    return not patterns["grew-from"].search(before) and bool(patterns["no-figure"].search(before))


def _named_status(sentence: Sentence, noun: Span | None) -> StemHit | None:
    """What befell people by the word for them: "политзаключённых", "пропавших без вести"."""
    if noun is None:
        return None
    if sentence.knowledge.patterns["former"].search(sentence.lower, noun.start, noun.end):
        return None
    starts = [token.start for token in sentence.tokens if noun.start <= token.start < noun.end]
    return next(sentence.knowledge.counted.hits(sentence.lower, starts), None) or _predicated(
        sentence, noun
    )


def _predicated(sentence: Sentence, noun: Span) -> StemHit | None:
    """What those counted are said to be: "24 украинца являются политзаключёнными"."""
    clause = sentence.clause_at(noun.end)
    starts = [token.start for token in sentence.tokens if noun.end <= token.start < clause.end]
    for hit in sentence.knowledge.counted.hits(sentence.lower, starts):
        gap = sentence.lower[noun.end : hit.start]
        if sentence.knowledge.patterns["is-status"].search(gap):
            return hit
    return None


def _led_status(sentence: Sentence, count: QuantityFound) -> StemHit | None:
    """What befell them by the words before: "число политзаключённых выросло до 420"."""
    clause = sentence.clause_at(count.span.start)
    patterns = sentence.knowledge.patterns
    lead = patterns["number-of"].search(sentence.lower, clause.start, count.span.start)
    if lead is None and patterns["amounts"].search(
        sentence.lower, clause.start, count.span.start
    ):  # "число людей, которые признаны политзаключёнными, составляет 1185"
        lead = patterns["number-of"].search(sentence.lower, sentence.span.start, count.span.start)
    if lead is None:
        return None
    tokens = [t for t in sentence.tokens if lead.end() <= t.start < count.span.start]
    return next(sentence.knowledge.counted.hits(sentence.lower, [t.start for t in tokens]), None)


def _also(
    sentence: Sentence,
    count: QuantityFound,
    noun: Span | None,
    *,
    hit: StemHit,
    hits: Sequence[StemHit],
) -> Iterator[FigureFound]:
    for other in also_befell(sentence, hit, count, hits):
        if status := _status(sentence, other):
            yield _figure(sentence, count, noun, hit=other, status=status)


def _is_told_on(
    sentence: Sentence, count: QuantityFound, hit: StemHit | None, memory: Memory
) -> bool:
    """Whether a bare number goes on to tell of people counted: "11 отпустили, 4 арестовали"."""
    is_near = memory.counted >= 0 and sentence.span.start - memory.counted < _TO_COUNTED
    if not is_near or hit is None or hit.form not in ("active", "passive"):
        return False
    if hit.start < count.span.end:
        return False
    gap = sentence.text[count.span.end : hit.start]
    return len(gap.split()) <= _BETWEEN and not set(gap) & set(",.;:()")


def _reached(sentence: Sentence, count: QuantityFound) -> Quantity:
    """The number; of "grew from 362 to 420" the second."""
    quantity = count.quantity
    before = sentence.lower[max(sentence.span.start, count.span.start - 60) : count.span.start]
    if quantity.high is None or not sentence.knowledge.patterns["grew-from"].search(before):
        return quantity
    words = quantity.words.split()[-1]
    return Quantity.of(quantity.high, words=words)


def _is_stated(sentence: Sentence, hit: StemHit, named: StemHit | None) -> bool:
    """Whether the verb only says that such people are there, so that the noun tells the status."""
    if named is None:
        return False
    words = sentence.lower[hit.start : hit.end]
    is_case = sentence.knowledge.patterns["case-unit"].fullmatch(
        sentence.lower[named.start : named.end].split()[-1]
    )
    return bool(is_case or sentence.knowledge.patterns["states-only"].search(words))


def _status(sentence: Sentence, hit: StemHit) -> FigureStatus | None:
    if hit.form != "words" and hit.entry.kind in _EVENTS:
        kind = kind_of(sentence, hit)
        if kind in _STATUS:
            return _STATUS[kind]
    known = {status.value for status in FigureStatus}
    return FigureStatus(hit.entry.kind) if hit.entry.kind in known else None


def _noun(sentence: Sentence, count: QuantityFound) -> Span | None:
    """The words behind a number up to the noun for people; None where none is there."""
    words = [t for t in sentence.tokens if t.start >= count.span.end][:_TO_NOUN]
    patterns = sentence.knowledge.patterns
    breaks = [patterns[name] for name in ("preposition", "not-people", "verb-like")]
    for token in words:
        word = token.text.lower()
        end = sentence.knowledge.is_person_word(sentence.lower, token.start)
        if end < 0 and _is_one(count):
            one = sentence.knowledge.people["nominals"].at(sentence.lower, token.start)
            end = one.end if one else -1
        if not word[0].isalpha() or (end < 0 and any(one.fullmatch(word) for one in breaks)):
            break
        if end >= 0:
            is_with = sentence.knowledge.patterns["instrumental-plural"].search(token.text)
            is_to = token is not words[0] and _is_to_others(sentence, count, token)
            return None if is_with or is_to else Span(words[0].start, _with_others(sentence, end))
    if sentence.knowledge.is_person_word(sentence.lower, count.span.start) >= 0:
        return count.span
    before = [t for t in sentence.tokens if t.end <= count.span.start][-1:]
    for token in before:  # "человек 8"
        if sentence.knowledge.patterns["people-before"].fullmatch(token.text.lower()):
            return Span(token.start, token.end)
    return None


def _is_to_others(sentence: Sentence, count: QuantityFound, token: Token) -> bool:
    """Whether people only stand behind what is counted: "2600 писем политзаключённым"."""
    patterns = sentence.knowledge.patterns
    lead = sentence.lower[count.span.end : token.start].split()
    is_dative = patterns["plural-dative"].search(token.text.lower()) is not None
    return is_dative and any(not patterns["plural-adjective"].fullmatch(word) for word in lead)


def _is_one(count: QuantityFound) -> bool:
    """Whether a noun behind the number is singular: "1561 политзаключённый"."""
    words = count.quantity.words.rstrip()
    return len(words) > 1 and words.endswith("1") and not words.endswith("11")


def _figure(
    sentence: Sentence,
    count: QuantityFound,
    noun: Span | None,
    *,
    hit: StemHit,
    status: FigureStatus,
) -> FigureFound:
    is_now = _is_present(sentence, hit) or (hit.form == "words" and status in _CURRENT)
    time = when(sentence, hit.start, hit.end, is_present=is_now)
    holders = doers_of(sentence, hit)
    slots: dict[str, Any] = {
        "status": status,
        "quantity": _reached(sentence, count),
        "population": _population(sentence, noun),
        "territory": _territory(sentence, count, hit),
        "holder": holders[0].mention() if holders else None,
        "unit": _unit(sentence, noun),
        "basis": _basis(status, hit, is_now=is_now, since=time.since),
        "grounds": "" if hit.form == "words" else _grounds(sentence, hit),
        "since": time.since,
    }
    modality = modality_of(sentence, hit.start, hit.end, is_verb=hit.form == "active")
    date = None if _is_anothers(sentence, count, time.on) else time.on
    date = _own_date(sentence, count) or date
    return FigureFound(slots, hit.start, count.span, count.whole, date, modality)


def _own_date(sentence: Sentence, count: QuantityFound) -> WrittenDate | None:
    """The date of a number that a dash ties to it: "31 человека, 20 ноября — ещё 32"."""
    lead = sentence.knowledge.patterns["part-dash"].search(
        sentence.lower, sentence.span.start, count.span.start
    )
    if lead is None:
        return None
    inside = [one.written for one in sentence.dates if one.written.span is not None]
    return next((one for one in inside if one.span and one.span.start >= lead.start()), None)


def _is_anothers(sentence: Sentence, count: QuantityFound, date: WrittenDate | None) -> bool:
    """Whether a date in brackets belongs to another figure: "46, из них 19 вышли (март 2014)"."""
    if date is None or date.span is None or date.span.start < count.span.end:
        return False
    gap = sentence.text[count.span.end : date.span.start]
    return "(" in gap and "," in gap.split("(")[0]


def _territory(sentence: Sentence, count: QuantityFound, hit: StemHit) -> tuple[Mention, ...]:
    """Where they are counted: the place before a bracket the number stands in, else the event's."""
    beside = [
        piece
        for piece in sentence.of_kind(MentionKind.PLACE, MentionKind.STATE)
        if piece.end <= count.span.start
        and sentence.text[piece.end : count.span.start].strip() in ("(", "—", "–", "-", ":")
    ]
    found = beside or places_of(sentence, hit).here
    return tuple(place.mention() for place in found[:1])


def _population(sentence: Sentence, noun: Span | None) -> Mention | None:
    if noun is None:
        return None
    end = noun.end
    for piece in sentence.of_kind(MentionKind.STATE, MentionKind.PLACE):
        if piece.start == end + 1 and Case.GENITIVE in piece.cases:  # "граждан Украины"
            end = piece.end
    text = sentence.text[noun.start : end]
    return Mention(text, MentionKind.GROUP, Span(noun.start, end))


def _counts_people(sentence: Sentence, count: QuantityFound) -> bool:
    """Whether the numeral is one that only people are counted with: "четверо черкащан"."""
    word = sentence.lower[count.span.start : count.span.end].split()[-1]
    return sentence.knowledge.patterns["counts-people"].fullmatch(word) is not None


def _closes_line(sentence: Sentence, count: QuantityFound) -> bool:
    """Whether a line ends with the number of those it tells of: "перебувають у СІЗО — 75 (...)"."""
    patterns = sentence.knowledge.patterns
    before = sentence.lower[sentence.span.start : count.span.start]
    after = sentence.lower[count.span.end : sentence.span.end]
    return bool(patterns["line-number"].search(before) and patterns["line-close"].match(after))


def _with_others(sentence: Sentence, end: int) -> int:
    """Where the second of two nouns ends that one number counts: "слухачів та журналістів"."""
    joint = sentence.knowledge.patterns["and"].match(sentence.text, end)
    other = sentence.knowledge.is_person_word(sentence.lower, joint.end()) if joint else -1
    return max(end, other)


def _unit(sentence: Sentence, noun: Span | None) -> CountingUnit:
    if noun is None:
        return CountingUnit.PERSON
    words = sentence.lower[noun.start : noun.end].split()[-1]
    is_case = sentence.knowledge.patterns["case-unit"].fullmatch(words)
    return CountingUnit.CASE if is_case else CountingUnit.PERSON


def _is_present(sentence: Sentence, hit: StemHit) -> bool:
    words = sentence.lower[hit.start : hit.end]
    return sentence.knowledge.patterns["present"].search(words) is not None


def _basis(
    status: FigureStatus, hit: StemHit, *, is_now: bool, since: WrittenDate | None
) -> CountingBasis | None:
    if status in _CURRENT:
        return CountingBasis.CURRENT if is_now else None
    return CountingBasis.CUMULATIVE if since or hit.form == "noun" else None


def _grounds(sentence: Sentence, hit: StemHit) -> str:
    clause = sentence.clause_at(hit.start)
    found = sentence.knowledge.patterns["grounds"].search(sentence.text, clause.start, clause.end)
    return found.group().strip() if found else ""
