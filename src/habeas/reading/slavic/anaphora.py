"""Who is meant where nobody is named: "їх", "обох", "журналіста", groups, a subject left out."""

from __future__ import annotations

from collections.abc import Iterator

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.sentence import Memory, Piece, Sentence
from habeas.reference.paradigms import Case
from habeas.reference.stems import StemHit
from habeas.text.tokens import Token

_TO_WORD = 3  # words from a verb to a pronoun or noun that stands for a person
_BEHIND = 8  # the same behind it: "засудив до 14 років колонії жителя"
_MARKS = frozenset(",;:.()—–«»")
_TO_GROUP = 60  # characters from a verb to a group
_TO_COUNT = 60  # characters from a group to the number that counts it
_TO_COUNTED = 25  # characters from a number to the noun it counts
_OPENING = 40  # characters from the beginning within which a verb has lost its subject
_PARTS = {Case.ACCUSATIVE: "object", Case.NOMINATIVE: "subject", Case.DATIVE: "dative"}
_MALE = (
    (("ові", "еві", "єві", "ому", "аму", "у", "ю"), (Case.DATIVE,)),
    (("ого", "ага", "а", "я"), (Case.ACCUSATIVE, Case.GENITIVE)),
    (("ом", "ам", "ем", "им", "ым"), (Case.INSTRUMENTAL,)),
    (("",), (Case.NOMINATIVE,)),
)
_FEMALE = (
    (("у", "ю"), (Case.ACCUSATIVE,)),
    (("ої", "ой", "и", "ы"), (Case.GENITIVE,)),
    (("ою", "ею", "ай", "яй"), (Case.INSTRUMENTAL,)),
    (("ій", "ці", "і", "е"), (Case.DATIVE,)),
    (("а", "я"), (Case.NOMINATIVE,)),
)


def meant_by(sentence: Sentence, hit: StemHit, wanted: Case, memory: Memory) -> tuple[Mention, ...]:
    """Those whom a plural pronoun, a noun, a group or a left-out subject near a verb means."""
    return (
        all_of(sentence, hit, wanted, memory)
        or described(sentence, hit, wanted, memory)
        or _group(sentence, hit, wanted)
        or _again(sentence, hit, memory)
        or _left_out(sentence, hit, memory)
    )


def _near(sentence: Sentence, hit: StemHit) -> list[Token]:
    """The words around a verb in its clause, those before it first."""
    clause = sentence.clause_at(hit.start)
    words = [
        token
        for token in sentence.tokens
        if token.text[0].isalnum() and clause.start <= token.start < clause.end
    ]
    before = [token for token in words if token.end <= hit.start][-_TO_WORD:]
    head = head_end(sentence, hit)
    behind = [token for token in words if token.start >= head]
    marks = [t.start for t in sentence.tokens if t.start >= head and t.text in _MARKS]
    stop = min(marks, default=clause.end)
    return [*reversed(before), *[token for token in behind[:_BEHIND] if token.start < stop]]


def head_end(sentence: Sentence, hit: StemHit) -> int:
    """Where the verb itself ends: what it befalls may stand inside "took X into custody"."""
    if hit.form != "active":
        return hit.end
    return hit.start + len(sentence.lower[hit.start : hit.end].split(maxsplit=1)[0])


def all_of(sentence: Sentence, hit: StemHit, wanted: Case, memory: Memory) -> tuple[Mention, ...]:
    """The members of the last row for "їх", "обох", "усі троє"; each has the word as its text."""
    part = _PARTS.get(wanted)
    members = memory.row_near(hit.start)
    if part is None or not members:
        return ()
    pattern = sentence.knowledge.patterns[f"{part}-all"]
    for token in _near(sentence, hit):
        if pattern.fullmatch(sentence.lower[token.start : token.end]) is None:
            continue
        if wanted is Case.ACCUSATIVE and _is_owner(sentence, token, hit):
            continue
        span = Span(token.start, token.end)
        return tuple(Mention(token.text, MentionKind.PERSON, span, name) for name in members)
    return ()


def _is_owner(sentence: Sentence, token: Token, hit: StemHit) -> bool:
    """Whether a pronoun before a verb belongs to a noun: "їх родичів затримали"."""
    if token.end > hit.start:
        return False
    gap = sentence.lower[token.end : hit.start]
    return sentence.knowledge.patterns["after-pronoun"].fullmatch(gap) is None


def described(
    sentence: Sentence, hit: StemHit, wanted: Case, memory: Memory
) -> tuple[Mention, ...]:
    """The person a noun means: "журналіста засудили"; unnamed where nobody is known to be meant."""
    index = sentence.knowledge.people["nominals"]
    for token in _near(sentence, hit):
        found = index.at(sentence.lower, token.start)
        if found is None or found.end != token.end or _is_named(sentence, token):
            continue
        if _is_one_of_many(sentence, token):
            continue  # "31 громадянина": a figure
        sex, cases = _form(sentence, sentence.lower[token.start : token.end])
        if wanted not in cases or not _is_free(sentence, token, hit):
            continue
        name = memory.near(token.start, sex)
        kind = MentionKind.PERSON if name else MentionKind.GROUP
        return (Mention(token.text, kind, Span(token.start, token.end), name),)
    return ()


def _is_one_of_many(sentence: Sentence, token: Token) -> bool:
    return any(
        0 <= token.start - one.span.end < _TO_COUNTED and one.quantity.low != 1
        for one in sentence.counts
    )


def _form(sentence: Sentence, word: str) -> tuple[str, tuple[Case, ...]]:
    is_female = sentence.knowledge.patterns["agrees-female"].search(word) is not None
    for endings, cases in _FEMALE if is_female else _MALE:
        if word.endswith(endings):
            return ("female" if is_female else "male"), cases
    return "male", ()


def _is_named(sentence: Sentence, token: Token) -> bool:
    """Whether the noun is the title of a name close behind it."""
    return any(
        token.end <= piece.start < token.end + _TO_GROUP
        and not set(sentence.text[token.end : piece.start]) & set(",.;:()—–")
        for piece in sentence.of_kind(MentionKind.PERSON)
    )


def _is_free(sentence: Sentence, token: Token, hit: StemHit) -> bool:
    """Whether no preposition and no owner governs the noun: "від журналіста", "брата активіста"."""
    head = head_end(sentence, hit)
    low = head if token.start >= head else sentence.span.start
    before = sentence.lower[low : token.start]
    return sentence.knowledge.patterns["governed"].search(f" {before}"[-100:]) is None


def _group(sentence: Sentence, hit: StemHit, wanted: Case) -> tuple[Mention, ...]:
    """A group without a number: "кримських татар обшукали", "звільнили цивільних"."""
    clause = sentence.clause_at(hit.start)
    for piece in _groups(sentence, hit):
        if any(piece.start == one.start and piece.end <= one.end for one in sentence.hits):
            continue  # "звільнені були засуджені"
        is_inside = clause.start <= piece.start < clause.end
        if not is_inside or wanted not in piece.cases or _is_counted(sentence, piece):
            continue
        head = head_end(sentence, hit)
        low = head if piece.start >= head else clause.start
        gap = sentence.lower[low : piece.start]
        if sentence.knowledge.patterns["governed"].search(f" {gap}"[-100:]):
            continue
        if sentence.knowledge.patterns["source-before"].search(gap):
            continue  # "по информации правозащитников, Россия удерживает ..."
        if hit.form == "noun" and sentence.knowledge.patterns["breaks-noun"].search(gap):
            continue
        return (piece.mention(),)
    return ()


def _groups(sentence: Sentence, hit: StemHit) -> Iterator[Piece]:
    """Groups near a verb, the nearest first; a noun tells only of those behind it."""
    found = [
        piece
        for piece in sentence.of_kind(MentionKind.GROUP)
        if (0 <= piece.start - head_end(sentence, hit) < _TO_GROUP)
        or (hit.form != "noun" and 0 <= hit.start - piece.end < _TO_GROUP)
    ]
    yield from sorted(found, key=lambda piece: abs(piece.start - hit.start))


def _is_counted(sentence: Sentence, piece: Piece) -> bool:
    """Whether a number says how many: then it is a figure."""
    return any(abs(piece.start - count.span.start) < _TO_COUNT for count in sentence.counts)


def _again(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """Those whom the verb before it in the sentence befell: "X затримали, а згодом відпустили"."""
    if hit.form not in ("active", "passive") or sentence.clause_at(hit.start).opener:
        return ()
    before = [one for one in memory.told_of if sentence.span.start <= one[0] < hit.start]
    if not before:
        return ()
    last = before[-1][0]
    named = sentence.of_kind(MentionKind.PERSON, MentionKind.GROUP, MentionKind.BODY)
    if any(last + _OPENING < one.start < hit.start + _TO_GROUP for one in named):
        return ()
    if any(hit.start < one.start < hit.start + _TO_GROUP for one in named):
        return ()
    return tuple(who for at, _, who in before if at == last)


def _left_out(sentence: Sentence, hit: StemHit, memory: Memory) -> tuple[Mention, ...]:
    """Who suffered last, where a sentence opens with a verb and names nobody."""
    last = memory.sufferer_near(hit.start)
    if last is None or hit.form == "noun" or hit.start - sentence.span.start > _OPENING:
        return ()
    if sentence.of_kind(MentionKind.PERSON, MentionKind.GROUP) or sentence.counts:
        return ()
    return (last,) if _lacks_subject(sentence, hit) else ()


def _lacks_subject(sentence: Sentence, hit: StemHit) -> bool:
    """Whether nobody is told to do it, or to suffer it: "Засудили до восьми років"."""
    words = sentence.lower[hit.start : hit.end]
    before = sentence.lower[sentence.span.start : hit.start]
    patterns = sentence.knowledge.patterns
    if patterns["infinitive"].fullmatch(words.split()[0]) or patterns["has-subject"].search(before):
        return False
    return hit.form != "active" or patterns["plural-verb"].search(words) is not None
