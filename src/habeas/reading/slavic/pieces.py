"""What is named in a sentence: entities by their forms, facilities, officers, persons."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from habeas.model.mention import MentionKind
from habeas.model.quote import Span
from habeas.reading.slavic.entities import Entity
from habeas.reading.slavic.knowledge import Knowledge
from habeas.reading.slavic.name import Name
from habeas.reading.slavic.people import alone_in, sharing
from habeas.reading.slavic.sentence import Memory, Piece, officers, plural_cases
from habeas.reading.slavic.suggested import lone_words, suggested_places
from habeas.reading.slavic.unlisted import places_in, state_names, states_in
from habeas.reference.paradigms import ALL_CASES, Case, forms_of
from habeas.text.normalise import fold
from habeas.text.tokens import Token

_LONGEST = 6  # words of an entity's name
_SHORTEST = 2
_NOMINATIVE = "іеы"  # what plural adjectives end in where their noun is a nominative
_SECOND = 2  # words from one name to the next where a single word joins them
_BEHIND_PREPOSITION = ALL_CASES - {Case.NOMINATIVE}
_CALLED = 12  # characters before a name in which "by the name of" stands
_SIGHT = 3  # words around a name that may agree with it


def pieces_of(
    knowledge: Knowledge,
    text: str,
    lower: str,
    tokens: Sequence[Token],
    *,
    begin: Mapping[str, Sequence[int]],
) -> tuple[list[Piece], frozenset[int]]:
    """Entities, facilities and officers in order, and the tokens they take."""
    found = [*_entities(knowledge, text, tokens), *_facilities(knowledge, text, tokens)]
    # Where a text could not be lowered letter for letter, its heads cannot be looked up.
    if lower is text or knowledge.body_heads.may_stand_in(lower, tokens):
        found += _courts(knowledge, text, tokens)
    found += officers(knowledge, text, lower, begin["officers"])
    if begin["groups"]:
        found += _groups(knowledge, text, lower, tokens)
    found.sort(key=lambda piece: (piece.start, -piece.end))
    kept: list[Piece] = []
    for piece in found:
        if kept and piece.start < kept[-1].end:
            if piece.end - piece.start <= kept[-1].end - kept[-1].start:
                continue
            kept.pop()
        kept.append(piece)
    kept = _with_states(kept, text)
    return kept, _covered(tokens, kept)


def _covered(tokens: Sequence[Token], pieces: Sequence[Piece]) -> frozenset[int]:
    """The tokens that begin in one of these."""
    starts = [token.start for token in tokens]
    return frozenset(
        at
        for piece in pieces
        for at in range(bisect_left(starts, piece.start), bisect_left(starts, piece.end))
    )


def _with_states(pieces: Sequence[Piece], text: str) -> list[Piece]:
    """A body and the state behind it as one: "МЗС України"."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if (
            before is not None
            and before.kind is MentionKind.BODY
            and piece.kind is MentionKind.STATE
            and Case.GENITIVE in piece.cases
            and text[before.end : piece.start] == " "
        ):
            before.name = f"{before.name} {piece.text}" if before.name else ""
            before.end = piece.end
            before.text = text[before.start : piece.end]
            continue
        found.append(piece)
    return found


def settled(
    knowledge: Knowledge,
    memory: Memory,
    found: Sequence[tuple[Sequence[Token], list[Name], frozenset[int]]],
) -> None:
    """Gives every full name of a document, found by its tokens, the nominative that fits best."""
    names = [name for _, each, _ in found for name in each]
    hints = {
        name.start: _sex(knowledge, tokens, name) for tokens, each, _ in found for name in each
    }
    unsure = any(len({form.nominative for form in name.forms}) > 1 for name in names)
    lone = (
        form
        for tokens, each, _ in found if unsure
        for at, token in enumerate(tokens)
        if len(token.text) > _SHORTEST and token.text[0].isupper() and token.text[1].islower()
        and not any(name.first <= at <= name.last for name in each)
        for form in knowledge.declension.surname(token.text)
    )  # fmt: skip
    for tokens, each, taken in found:
        used = taken | {at for name in each for at in range(name.first, name.last + 1)}
        memory.states.update(state_names(knowledge, tokens, used))
    governed = {
        at: cases for tokens, each, _ in found for at, cases in _governed(knowledge, tokens, each)
    }
    sexes = {at: sex for at, sex in hints.items() if sex}
    memory.people.settle(names, sexes, lone, governed=governed)


def _governed(
    knowledge: Knowledge, tokens: Sequence[Token], names: Sequence[Name]
) -> Iterator[tuple[int, frozenset[Case]]]:
    """By the place of a name the cases it can stand in: behind a preposition, or as one beside."""
    last: Name | None = None
    for name in names:
        before = tokens[name.first - 1].text if name.first else ""
        if last is not None and name.first - last.last == _SECOND and _joins(knowledge, before):
            yield name.start, last.cases()
        elif knowledge.patterns["preposition"].fullmatch(before.lower()):
            yield name.start, _BEHIND_PREPOSITION
        last = name


def _joins(knowledge: Knowledge, word: str) -> bool:
    return word == "," or knowledge.patterns["and"].fullmatch(f" {word} ") is not None


def _sex(knowledge: Knowledge, tokens: Sequence[Token], name: Name) -> str:
    """The sex that words around a name tell: those that agree before it, a verb behind it."""
    if len(name.sexes()) == 1:
        return ""
    verb = knowledge.patterns["verb-like"]
    for token in reversed(tokens[max(name.first - _SIGHT, 0) : name.first]):
        if not token.text[0].isalnum() or verb.fullmatch(token.text.lower()):
            break
        for sex in ("female", "male"):
            if knowledge.patterns[f"agrees-{sex}"].search(token.text):
                return sex
    for token in tokens[name.last + 1 : name.last + 1 + _SIGHT]:
        for sex in ("female", "male"):
            if knowledge.patterns[f"verb-{sex}"].fullmatch(token.text):
                return sex
    return ""


def persons_of(
    knowledge: Knowledge,
    text: str,
    tokens: Sequence[Token],
    full: Sequence[Name],
    *,
    taken: frozenset[int],
    memory: Memory,
) -> list[Piece]:
    """Persons named in full, and those a surname or given name alone stands for."""
    if not full and not memory.people.by_surname and not tokens:
        return []
    used = taken | {at for name in full for at in range(name.first, name.last + 1)}
    finder = knowledge.names
    told: frozenset[int] = frozenset()
    if memory.suggested.persons:
        states = {one.start for one in states_in(knowledge, tokens, taken, _states(memory))}
        barred = taken | {at for at, token in enumerate(tokens) if token.start in states}
        told = lone_words(finder, tokens, memory.suggested, taken=barred)
    alone = list(alone_in(finder, tokens, frozenset(used), memory.people, told=told))
    chosen = [memory.people.chosen.get(name.start, name) for name in full]
    if alone and chosen:
        pattern = knowledge.patterns["and"]
        alone = [sharing(one, chosen, text, pattern, knowledge.declension) for one in alone]
    return [
        Piece(
            MentionKind.PERSON,
            n.start,
            n.end,
            _cases(knowledge, text, n),
            text[n.start : n.end],
            person=n,
        )
        for n in sorted([*chosen, *alone], key=lambda name: name.start)
        if not _is_named_after(knowledge, tokens, n)
    ]


def _cases(knowledge: Knowledge, text: str, name: Name) -> frozenset[Case]:
    """The cases of a name; all where it only says how somebody is called: "жителя по имени X"."""
    is_called = knowledge.patterns["by-name"].search(text[: name.start][-_CALLED:])
    return ALL_CASES if is_called else name.cases()


def unlisted_of(
    knowledge: Knowledge,
    text: str,
    tokens: Sequence[Token],
    pieces: Sequence[Piece],
    *,
    memory: Memory,
) -> list[Piece]:
    """All that is named, with the states and places that no list has; bodies with their states."""
    used = _covered(tokens, pieces)
    states = list(states_in(knowledge, tokens, used, _states(memory)))
    starts = {one.start for one in states}
    used |= {at for at, token in enumerate(tokens) if token.start in starts}
    found = [*pieces, *states, *places_in(knowledge, text, tokens, used)]
    is_placed = any(one.kind is MentionKind.PLACE for one in found)
    if memory.suggested.places and not is_placed:
        used = _covered(tokens, found)
        found += suggested_places(knowledge.names, text, tokens, memory.suggested, used=used)
    found.sort(key=lambda piece: piece.start)
    return _with_states(found, text) if states else found


def _states(memory: Memory) -> frozenset[str]:
    """The states that no list has and the document names."""
    return frozenset(memory.states)


def _is_named_after(knowledge: Knowledge, tokens: Sequence[Token], name: Name) -> bool:
    """Whether a street, a prize or a fund is named after the person."""
    first = name.first
    if Case.GENITIVE not in name.cases():
        return False
    before = " ".join(token.text for token in tokens[max(first - 2, 0) : first])
    return knowledge.patterns["named-after"].search(before) is not None


def _entities(knowledge: Knowledge, text: str, tokens: Sequence[Token]) -> list[Piece]:
    found: list[Piece] = []
    at = 0
    known = knowledge.entities
    while at < len(tokens):
        listed = known.get(_looked_up(tokens[at].text))
        hit = _entity_at(listed, tokens, at) if listed else None
        if hit is None:
            at += 1
            continue
        entity, length = hit
        start, end = tokens[at].start, tokens[at + length - 1].end
        found.append(Piece(entity.kind, start, end, entity.cases, text[start:end], entity.name))
        at += length
    return found


def _entity_at(
    listed: Sequence[tuple[Sequence[str], Entity]], tokens: Sequence[Token], at: int
) -> tuple[Entity, int] | None:
    best: tuple[Entity, int] | None = None
    cases: frozenset[Case] = frozenset()
    for words, entity in listed:
        length = len(words)
        if best is not None and length < best[1]:
            break
        written = [fold(token.text) for token in tokens[at : at + length]]
        if len(written) == length and _is_written(words, written):
            cases = cases | entity.cases
            best = best or (entity, length)
    return (best[0]._replace(cases=cases), best[1]) if best else None


@lru_cache(50_000)
def _looked_up(word: str) -> str:
    return fold(word).lower()


def _is_written(words: Sequence[str], written: Sequence[str]) -> bool:
    """Whether the words stand so, the first in capitals where a sentence begins with it."""
    first, *rest = written
    is_first = first == words[0] or (first[:1].isupper() and first.lower() == words[0].lower())
    if words[0].isupper() and len(words[0]) > 1:
        is_first = first == words[0]
    lowered = [word.lower() for word in rest] == [word.lower() for word in words[1:]]
    return is_first and lowered


def _facilities(knowledge: Knowledge, text: str, tokens: Sequence[Token]) -> list[Piece]:
    """Places of detention by what they are: "СІЗО-1", "колонії № 5", "слідчому ізоляторі"."""
    if not tokens:
        return []
    span = Span(tokens[0].start, tokens[-1].end)
    return [
        Piece(MentionKind.PLACE, hit.start(), hit.end(), ALL_CASES, hit.group())
        for hit in knowledge.patterns["facility"].finditer(text, span.start, span.end)
    ]


def _courts(knowledge: Knowledge, text: str, tokens: Sequence[Token]) -> list[Piece]:
    """Bodies by their head noun and the adjectives before it: "Київський районний суд"."""
    if not tokens:
        return []
    found = []
    pattern = knowledge.patterns["body"]
    for hit in pattern.finditer(text, tokens[0].start, tokens[-1].end):
        head = hit.group("head").lower()
        noun = next(
            (n for n in _heads(knowledge) if head in forms_of(knowledge.language, n, "noun")), ""
        )
        cases = forms_of(knowledge.language, noun, "noun")[head] if noun else ALL_CASES
        end = hit.end()
        if text[hit.start()].isupper() and (
            tail := knowledge.patterns["body-tail"].match(text, end, tokens[-1].end)
        ):
            end = tail.end()
        found.append(Piece(MentionKind.BODY, hit.start(), end, cases, text[hit.start() : end]))
    return found


def _groups(knowledge: Knowledge, text: str, lower: str, tokens: Sequence[Token]) -> list[Piece]:
    """People described and not named, in the plural: "кримських татар", "цивільних"."""
    found = []
    adjective = knowledge.patterns["plural-adjective"]
    words = [token for token in tokens if token.text[0].isalpha()]
    for hit in knowledge.people["groups"].hits(lower, (token.start for token in words)):
        start = hit.start
        cases = plural_cases(knowledge, lower[hit.start : hit.end])
        for token in reversed([one for one in words if one.end < hit.start]):
            word = lower[token.start : token.end]
            if text[token.end : start] != " " or not adjective.fullmatch(word):
                break
            if Case.NOMINATIVE not in cases and word[-1] in _NOMINATIVE:
                break  # "у підвалі людей"
            start = token.start
        found.append(Piece(MentionKind.GROUP, start, hit.end, cases, text[start : hit.end]))
    return found


def _heads(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(knowledge.heads)
