"""Noun phrases in a row: "A, B and C", with what is said aside of each."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.frames.chunks import Chunk, ChunkKind

_ENDS = (ChunkKind.STOP, ChunkKind.RELATIVE)
_JOINTS = (ChunkKind.COMMA, ChunkKind.CONJUNCTION)
_LONGEST_ASIDE = 8  # phrases in brackets behind a name
_MOST_ASIDES = 3  # "X, 34, a teacher (Melnyk), and Y"


def list_ending(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The noun phrase at `at` and those listed before it."""
    return [chunks[index] for index in _listed_before(chunks, at)]


def list_start(chunks: Sequence[Chunk], at: int) -> int:
    """Where the list begins that the noun phrase at `at` ends."""
    return _listed_before(chunks, at)[0]


def _listed_before(chunks: Sequence[Chunk], at: int) -> list[int]:
    found = [at]
    has_conjunction = False
    while at > 1:
        link = at - 1
        if chunks[link].kind is ChunkKind.CONJUNCTION:
            has_conjunction = True
            if chunks[link - 1].kind is ChunkKind.COMMA:
                link -= 1
        elif chunks[link].kind is not ChunkKind.COMMA or not has_conjunction:
            break
        if _begins_clause_here(chunks, link, at):
            break
        before = link - 1
        if before >= 0 and chunks[at].is_person_name:
            before = before_asides(chunks, before)
        if before < 0 or not chunks[before].is_noun or not _same_sort(chunks[before], chunks[at]):
            break
        is_head = chunks[link].kind is ChunkKind.COMMA and not chunks[before].is_person_name
        if is_head and chunks[at].is_person_name:
            break  # "two activists, X and Y"
        at = before
        found.insert(0, at)
        if at and chunks[at - 1].kind is ChunkKind.PREPOSITION and not chunks[at - 1].is_word("of"):
            break
    return found


def _begins_clause_here(chunks: Sequence[Chunk], comma: int, at: int) -> bool:
    """Whether a comma and "and" part two clauses: "searched homes, and five men were held"."""
    is_parted = chunks[comma].kind is ChunkKind.COMMA and at - comma > 1
    if not is_parted or chunks[at].is_person_name or at + 1 >= len(chunks):
        return False
    earlier = [chunk for chunk in chunks[:comma] if chunk.is_verb and chunk.is_finite]
    is_listed = any(chunk.kind is ChunkKind.COMMA for chunk in chunks[max(comma - 2, 0) : comma])
    return bool(earlier) and not is_listed and chunks[at + 1].is_verb and chunks[at + 1].is_finite


def list_beginning(chunks: Sequence[Chunk], at: int) -> tuple[list[Chunk], int]:
    """The noun phrase at `at` with those listed after it, and the index behind the list."""
    at = named_behind(chunks, at)
    found, end = [chunks[at]], at + 1
    while end < len(chunks):
        start = _behind_asides(chunks, end) if found[-1].is_person_name else end
        link = start
        if chunks[link].kind is ChunkKind.COMMA:
            link += 1
        if link < len(chunks) and chunks[link].kind is ChunkKind.CONJUNCTION:
            link += 1
        if link == start or link >= len(chunks) or not chunks[link].is_noun:
            break
        if not _same_sort(found[-1], chunks[link]):
            break
        is_long = len(found) > 1 and at and chunks[at - 1].is_word("of")
        if begins_clause(chunks, link) and not is_long:
            break  # but "the homes of X, Y and Z were searched"
        if (named := named_behind(chunks, link)) != link:
            found.append(chunks[named])
            end = named + 1
            continue
        if chunks[link - 1].kind is ChunkKind.COMMA and not _list_goes_on(chunks, link, found[0]):
            break
        found.append(chunks[link])
        end = link + 1
    return found, end


def named_by_list(chunks: Sequence[Chunk], group: int, at: int) -> list[Chunk]:
    """Who is named of a group: "Those arrested include X and Y", "The detained people include"."""
    if chunks[group].is_person_name or chunks[group].is_pronoun:
        return []
    for index in range(at + 1, len(chunks) - 1):
        if chunks[index].does("listing_verbs") and not chunks[index].is_negated:
            first = index + 1 + (chunks[index + 1].kind is ChunkKind.COLON)
            return names_from(chunks, first)
        if chunks[index].is_verb or chunks[index].kind in _ENDS:
            break
    return []


def names_from(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """All persons listed from `at` on, past what is said of each, up to the next verb."""
    found: list[Chunk] = []
    depth = 0
    for index in range(at, len(chunks)):
        chunk = chunks[index]
        is_end = chunk.kind in _ENDS and chunk.lower != ";"
        if is_end or (chunk.is_verb and chunk.is_finite and not depth):
            break
        depth += (chunk.kind is ChunkKind.OPEN) - (chunk.kind is ChunkKind.CLOSE)
        is_inside = index > at and chunks[index - 1].kind is ChunkKind.PREPOSITION
        is_inside = is_inside or (index + 1 < len(chunks) and chunks[index + 1].is_noun)
        if chunk.is_person_name and not depth and not is_inside:
            found.append(chunk)
    return found


def named_behind(chunks: Sequence[Chunk], at: int) -> int:
    """Where the person is named whom the phrase at `at` describes: "his wife, X"; else `at`."""
    chunk = chunks[at]
    if chunk.is_person_name or not chunk.words[-1].describes or chunk.ends_in("plural_endings"):
        return at
    end = at + 1  # "the editor of the paper, X"
    while end + 1 < len(chunks) and chunks[end].is_word("of") and chunks[end + 1].is_noun:
        end += 2
    behind = chunks[end : end + 2]
    is_named = len(behind) > 1 and behind[0].kind is ChunkKind.COMMA and behind[1].is_person_name
    return end + 1 if is_named else at


def begins_clause(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the phrase at `at` is the subject of a verb of its own, not the last of a list."""
    after = at + 1
    while after < len(chunks) and chunks[after].kind is ChunkKind.ADVERB:
        after += 1
    if after >= len(chunks) or not chunks[after].is_verb or not chunks[after].is_finite:
        return False
    auxiliaries = [
        word for word in chunks[after].words if not word.forms and not word.serves("adverb_endings")
    ]
    if auxiliaries or chunks[after].shape not in ("part", "past"):
        return True
    return after + 1 < len(chunks) and chunks[after + 1].is_noun


def _same_sort(one: Chunk, two: Chunk) -> bool:
    if one.is_pronoun and two.is_person_name:  # "she and X were led away"
        return one.ends_in("person_pronouns") and not one.ends_in("relative_only")
    return not (one.is_pronoun or two.is_pronoun) and _is_number(one) is _is_number(two)


def _is_number(chunk: Chunk) -> bool:
    """Whether a number stands for those it counts: "... in prisons, and 9 are at home"."""
    return chunk.quantity is not None and chunk.end <= chunk.quantity.span.end


def _list_goes_on(chunks: Sequence[Chunk], at: int, first: Chunk) -> bool:
    """Whether a comma lists: a conjunction comes later, or all are names of persons."""
    while at < len(chunks) and (chunks[at].is_noun or chunks[at].kind is ChunkKind.COMMA):
        if chunks[at].is_noun and first.is_person_name and chunks[at].is_person_name:
            return True
        at += 1
    return at < len(chunks) and chunks[at].kind is ChunkKind.CONJUNCTION


def _behind_asides(chunks: Sequence[Chunk], at: int) -> int:
    """Past what is said of a person between commas or in brackets, where another person follows."""
    end = at
    for _ in range(_MOST_ASIDES):
        end = behind_aside(chunks, end)
        behind = end
        while behind < len(chunks) and chunks[behind].kind in _JOINTS:
            behind += 1
        if behind > end and behind < len(chunks) and chunks[behind].is_person_name:
            return end
    return at


def behind_aside(chunks: Sequence[Chunk], at: int) -> int:
    """Past one stretch between commas or in brackets that begins at `at`; else `at`."""
    kind = chunks[at].kind if at + 1 < len(chunks) else None
    if kind is ChunkKind.OPEN:
        near = range(at + 1, min(at + _LONGEST_ASIDE, len(chunks)))
        return next((i + 1 for i in near if chunks[i].kind is ChunkKind.CLOSE), at)
    if kind is not ChunkKind.COMMA or not _is_plain_noun(chunks[at + 1]):
        return at
    end = at + 2
    while end + 1 < len(chunks) and chunks[end].kind is ChunkKind.PREPOSITION:
        if not chunks[end + 1].is_noun:
            break
        end += 2
    return end if end < len(chunks) and chunks[end].kind in _JOINTS else at


def before_asides(chunks: Sequence[Chunk], at: int) -> int:
    """The person whom the phrase at `at` is said of; `at` itself where there is none."""
    if chunks[at].is_noun and not is_closed(chunks, at):
        return at
    index = at
    for _ in range(_MOST_ASIDES):
        if index < 0 or chunks[index].is_person_name:
            break
        index = _before_aside(chunks, index)
    return index if index >= 0 and chunks[index].is_person_name else at


def _before_aside(chunks: Sequence[Chunk], at: int) -> int:
    """The phrase before brackets, or before the comma that opens an apposition; else -1."""
    if chunks[at].kind is ChunkKind.CLOSE:
        for index in range(at - 1, max(at - _LONGEST_ASIDE, 0), -1):
            if chunks[index].kind is ChunkKind.OPEN:
                return index - 1
        return -1
    start = at
    if start > 2 and chunks[start - 1].kind is ChunkKind.CONJUNCTION:  # noqa: PLR2004
        start -= 2 if _is_plain_noun(chunks[start]) and _is_plain_noun(chunks[start - 2]) else 0
    while _is_plain_noun(chunks[start]):
        if start and chunks[start - 1].kind is ChunkKind.COMMA:
            return start - 2
        if start < 2 or chunks[start - 1].kind is not ChunkKind.PREPOSITION:  # noqa: PLR2004
            return -1
        start -= 2
    return -1


def is_closed(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a comma or conjunction stands behind a phrase and what it is of: it is an aside."""
    end = at + 1
    while end + 1 < len(chunks) and chunks[end].kind is ChunkKind.PREPOSITION:
        if not chunks[end + 1].is_noun:
            break
        end += 2
    return end < len(chunks) and chunks[end].kind in (*_JOINTS, ChunkKind.CLOSE)


def _is_plain_noun(chunk: Chunk) -> bool:
    return chunk.is_noun and not chunk.is_pronoun and not chunk.is_person_name
