"""Offices, occupations, ages, births, citizenship, peoples and kin that stand with a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from habeas.model.attribute import Attribute
from habeas.model.mention import MentionKind
from habeas.model.partial_date import PartialDate
from habeas.reading.slavic.ages import age_before, age_in, ages_of_others
from habeas.reading.slavic.conditions import conditions_of
from habeas.reading.slavic.kin import kin_before
from habeas.reading.slavic.residence import lives_in, lives_in_right_behind
from habeas.reading.slavic.rows import rows_of
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reading.slavic.titles import Title, has_titles, nominative_of
from habeas.reading.slavic.traits import Trait
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit

_BEFORE = 130  # characters in which titles stand before a name
_PARTS = 4  # asides behind a name: "X, 34 роки, медсестра з Ялти, ..."
_SORTS = (
    ("offices", Attribute.ROLE), ("occupations", Attribute.OCCUPATION),
    ("ethnicities", Attribute.ETHNICITY), ("nationality", Attribute.NATIONALITY),
    ("kinship", Attribute.KINSHIP),
)  # fmt: skip
_OFFICES = (Attribute.ROLE, Attribute.OCCUPATION)
_CAPITAL = re.compile(r"[^\W\d_a-zа-яёіїєґў]")
_QUOTED = re.compile('«[^»]{1,60}»|"[^"]{1,60}"|“[^”]{1,60}”')


def traits_of(sentence: Sentence, memory: Memory) -> Iterator[Trait]:
    """The attributes told by titles before a name, aside behind it, and by themselves."""
    found: dict[tuple[str, Attribute], Trait] = {}
    for piece in sentence.of_kind(MentionKind.PERSON):
        for trait in [*_before(sentence, piece), *_behind(sentence, piece)]:
            found.setdefault((trait.subject.label, trait.attribute), trait)
    for trait in _shared(sentence, list(found.values())):
        found.setdefault((trait.subject.label, trait.attribute), trait)
    for trait in [*ages_of_others(sentence, memory), *conditions_of(sentence, memory)]:
        found.setdefault((trait.subject.label, trait.attribute), trait)
    yield from found.values()


def _shared(sentence: Sentence, found: Sequence[Trait]) -> Iterator[Trait]:
    """A trade in the plural before a row of names is that of each: "журналистов X и Y"."""
    plural = sentence.knowledge.patterns["plural-title"]
    for row in rows_of(sentence):
        first = row[0].mention()
        for trait in found:
            if trait.subject != first or trait.attribute is not Attribute.OCCUPATION:
                continue
            word = sentence.lower[trait.at : row[0].start].split()
            if trait.at < row[0].start and len(word) == 1 and plural.search(word[0]):
                others = [one for one in row[1:] if one.cases & row[0].cases]
                yield from (replace(trait, subject=one.mention()) for one in others)


def _before(sentence: Sentence, piece: Piece) -> Iterator[Trait]:
    start = _titles_start(sentence, piece)
    yield from _told(sentence, piece, start, piece.start)
    yield from age_before(sentence, piece, start)
    yield from kin_before(sentence, piece)


def _titles_start(sentence: Sentence, piece: Piece) -> int:
    """Where the words begin that stand before a name without a mark or verb between."""
    low = max(sentence.span.start, piece.start - _BEFORE)
    text = _QUOTED.sub(lambda one: "x" * len(one.group()), sentence.text[low : piece.start])
    breaks = list(sentence.knowledge.patterns["breaks-titles"].finditer(text))
    start = low + (breaks[-1].end() if breaks else 0)
    earlier = [one.end for one in sentence.of_kind(MentionKind.PERSON) if one.end <= piece.start]
    return max([start, *earlier])


def _told(sentence: Sentence, piece: Piece, start: int, end: int) -> Iterator[Trait]:
    starts = [t.start for t in sentence.tokens if start <= t.start < end]
    for name, attribute in _SORTS:
        for hit in sentence.knowledge.people[name].hits(sentence.lower, starts):
            if hit.end <= end and _fits(sentence, piece, hit, end, attribute):
                yield _trait(sentence, piece, hit, end, attribute)
                break
        else:
            continue
        if attribute is Attribute.ROLE:
            return


def _nominative(sentence: Sentence, piece: Piece, word: str) -> str:
    return _of(sentence, piece, word).nominative or word


def _title(sentence: Sentence, piece: Piece, hit: StemHit) -> Title:
    return _of(sentence, piece, sentence.text[hit.start : hit.end].split()[-1])


def _of(sentence: Sentence, piece: Piece, word: str) -> Title:
    sexes = piece.person.sexes() if piece.person is not None else set()
    sex = sexes.pop() if len(sexes) == 1 else ""
    return nominative_of(sentence.knowledge.language, word, sex)


def _fits(sentence: Sentence, piece: Piece, hit: StemHit, end: int, attribute: Attribute) -> bool:
    """Whether what is said agrees with the name: not "адвокат Івана", not "син Івана"."""
    if attribute is Attribute.KINSHIP:
        return _is_kin(sentence, piece, hit, end)
    if attribute is Attribute.NATIONALITY:
        return True
    title = _title(sentence, piece, hit)
    if end != piece.start:
        if _is_governed(sentence, piece.end, hit.start):
            return False
        return not title.cases or bool(title.cases & piece.cases)
    if attribute is Attribute.ETHNICITY and not title.nominative:
        return not has_titles(sentence.knowledge.language)
    return not title.cases or bool(title.cases & piece.cases)


def _is_governed(sentence: Sentence, low: int, at: int) -> bool:
    """Whether a preposition stands between: "X, со ссылкой на врача"."""
    preposition = sentence.knowledge.patterns["preposition"]
    words = [t for t in sentence.tokens if low <= t.start and t.end <= at]
    return any(preposition.fullmatch(sentence.lower[t.start : t.end]) for t in words)


def _is_kin(sentence: Sentence, piece: Piece, hit: StemHit, end: int) -> bool:
    """Whether the kin is the named person: told behind the name, or agreeing with it."""
    if sentence.knowledge.patterns["kin-count"].match(sentence.lower, hit.end):
        return False
    if end != piece.start:
        cases = _title(sentence, piece, hit).cases
        is_word = not sentence.text[hit.start - 1 : hit.start].isalpha()
        return is_word and (not cases or bool(cases & piece.cases))
    before = sentence.lower[max(sentence.span.start, hit.start - 12) : hit.start]
    if sentence.knowledge.patterns["possessive"].search(before):
        return True
    cases = _title(sentence, piece, hit).cases
    return Case.GENITIVE not in piece.cases and bool(cases & piece.cases)


def _trait(sentence: Sentence, piece: Piece, hit: StemHit, end: int, attribute: Attribute) -> Trait:
    subject = piece.mention()
    if attribute is Attribute.NATIONALITY:
        states = sentence.of_kind(MentionKind.STATE)
        state = next((one for one in states if hit.start <= one.start < end), None)
        if state is not None:
            return Trait(subject, attribute, state.mention(), hit.start)
    is_whole = attribute is Attribute.ROLE and end == piece.start
    last = end if is_whole or (end != piece.start and attribute in _OFFICES) else hit.end
    if attribute is Attribute.KINSHIP and end != piece.start:
        # "the young man's mother" is nobody's mother; "Ivan's mother" says whose.
        last = end if _CAPITAL.search(sentence.text[hit.end : end]) else hit.end
    told = sentence.text[hit.start : hit.end].split()
    declined = [_nominative(sentence, piece, word) for word in told]
    value = " ".join([*declined, sentence.text[hit.end : last].strip(" ,")]).strip()
    if hit.start == sentence.span.start:
        value = value[0].lower() + value[1:]
    return Trait(subject, attribute, value, hit.start)


def _behind(sentence: Sentence, piece: Piece) -> Iterator[Trait]:
    at = piece.end
    yield from lives_in_right_behind(sentence, piece)
    for _ in range(_PARTS):
        aside = sentence.knowledge.patterns["aside"].match(sentence.text, at, sentence.span.end)
        if aside is None:
            return
        start, end = aside.span("words")
        at = aside.end()
        others = sentence.of_kind(MentionKind.PERSON)
        inside = [one for one in others if start <= one.start < end]
        if inside and (inside[0].start == start or not _names_kin(sentence, start, end)):
            return
        if sentence.knowledge.patterns["joint-verb"].search(sentence.lower, start, end):
            return
        yield from _told(sentence, piece, start, end)
        yield from age_in(sentence, piece, start, end)
        yield from lives_in(sentence, piece, start, end)
        yield from _birth(sentence, piece, start, end)


def _names_kin(sentence: Sentence, start: int, end: int) -> bool:
    """Whether an aside tells whose kin one is: "дружини Тараса"."""
    starts = [t.start for t in sentence.tokens if start <= t.start < end]
    return any(True for _ in sentence.knowledge.people["kinship"].hits(sentence.lower, starts))


def _birth(sentence: Sentence, piece: Piece, start: int, end: int) -> Iterator[Trait]:
    """A year or day of birth behind a name: "1979 року народження", "14.06.1988 р. н."."""
    found = sentence.knowledge.patterns["born"].search(sentence.text, start, end + 12)
    if found is None:
        return
    groups = found.groupdict()
    parts = [groups.get("year"), groups.get("month"), groups.get("day")]
    written = "-".join(part.zfill(2) for part in parts if part)
    yield Trait(piece.mention(), Attribute.BIRTH_DATE, PartialDate(written), found.start())
