"""Whose verb it is, read off the order of phrases: subjects, antecedents, who suffers."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.frames.asides import before_closed, is_aside
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import before_asides, is_closed, list_ending, list_start

_SKIPPED = {ChunkKind.ADVERB, ChunkKind.DATE}
_BOUNDARIES = {ChunkKind.STOP, ChunkKind.COLON, ChunkKind.SUBORDINATOR}
_CLOSERS = {ChunkKind.COMMA, ChunkKind.DASH, ChunkKind.CLOSE, ChunkKind.QUOTE}
_ENTRY_MARKS = {ChunkKind.COMMA, ChunkKind.DASH, ChunkKind.OPEN, ChunkKind.COLON}
_LONGEST_ASIDE = 14  # phrases in brackets or in quotation marks


def skip_back(chunks: Sequence[Chunk], at: int) -> int:
    """The nearest index at or before `at` that is no adverb and no date ("on Friday"), or -1."""
    while at >= 0 and chunks[at].kind in _SKIPPED:
        is_date = chunks[at].kind is ChunkKind.DATE
        at -= 1
        if is_date and at >= 0 and chunks[at].kind is ChunkKind.PREPOSITION:
            at -= 1
    return at


def subject_of(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The noun phrases that are the subject of the verb group at `at`; empty where none is."""
    before = skip_back(chunks, at - 1)
    if before < 0:
        return []
    kind = chunks[before].kind
    if kind is ChunkKind.RELATIVE:
        return antecedent(chunks, before, is_one=chunks[at].opens_with("singular_verbs"))
    return _subject_behind(chunks, at, before)


def _subject_behind(chunks: Sequence[Chunk], at: int, before: int) -> list[Chunk]:
    """The subject of the verb at `at`, from the phrase at `before` on to the left."""
    before = _before_dated(chunks, at, before)
    kind = chunks[before].kind
    if kind in (ChunkKind.COMMA, ChunkKind.DASH) and (named := _in_apposition(chunks, before)):
        return named
    if kind is ChunkKind.CONJUNCTION:
        return _shared_subject(chunks, before)
    if shared := _of_verb_above(chunks, at, before):
        return shared
    is_loose = not chunks[at].is_finite and chunks[before].is_noun
    if is_loose and (beside := _right_before(chunks, at, before)):
        return beside
    found = _subject_left(chunks, before)
    if not found and kind is ChunkKind.COMMA and chunks[at].is_finite:
        is_named = before > 0 and chunks[before - 1].is_person_name  # "X, was sentenced"
        shared = [chunks[before - 1]] if is_named else _shared_subject(chunks, before)
        is_bare = not shared and before > 1 and chunks[before - 1].is_noun
        return _subject_left(chunks, before - 1) if is_bare else shared
    return found


def _before_dated(chunks: Sequence[Chunk], verb: int, at: int) -> int:
    """Before a date and its comma: "A court on Tuesday, 28 February, sentenced X"; else `at`."""
    is_closed = chunks[at].kind is ChunkKind.COMMA and at > 1
    if not is_closed or chunks[at - 1].kind is not ChunkKind.DATE or not chunks[verb].is_finite:
        return at
    if len(chunks[verb].words) == 1 and not _has_object(chunks, verb):
        return at
    aside = before_closed(chunks, at)
    if aside >= 0 and all(chunk.kind is not ChunkKind.DASH for chunk in chunks[aside:at]):
        return at
    before = skip_back(chunks, at - 1)
    return before if before >= 0 and chunks[before].is_noun else at


def _of_verb_above(chunks: Sequence[Chunk], at: int, before: int) -> list[Chunk]:
    """The subject that a verb without one has from the verb above it; nobody where it has none."""
    if chunks[before].is_verb and chunks[at].words[0].serves("infinitive"):
        return subject_of(chunks, before)  # "X is said to have been held", "X managed to arrest"
    if chunks[before].is_verb and chunks[before].is_finite and chunks[at].shape == "ing":
        return subject_of(chunks, before)  # "X had begun serving a sentence"
    is_behind = chunks[before].is_word("of_time") or chunks[before].is_word("without")
    if is_behind and not chunks[at].is_finite and chunks[at].shape == "part":
        return _subject_above(chunks, before)  # "was jailed after being convicted"
    return []


def _subject_above(chunks: Sequence[Chunk], before: int) -> list[Chunk]:
    """The subject, or the sufferer, of the verb above the preposition at `before`."""
    for at in range(before - 1, -1, -1):
        if chunks[at].kind in _BOUNDARIES:
            break
        if chunks[at].is_verb and chunks[at].is_finite:
            behind = chunks[at + 1 : at + 2]
            is_done = behind and (behind[0].is_person_name or behind[0].is_pronoun)
            if is_done and not chunks[at].is_passive:  # "sentenced X to a year after being ..."
                return [behind[0]]
            return subject_of(chunks, at)
    return []


def _right_before(chunks: Sequence[Chunk], at: int, before: int) -> list[Chunk]:
    """The subject of a verb that is no sentence, where it stands right before it."""
    if chunks[at].opens_with("being"):
        return list_ending(chunks, before)  # "ended with X being sentenced"
    # "called on X to do it", but "a conference in X to launch it".
    is_place = before > 0 and chunks[before - 1].is_word("where")
    is_participle = chunks[at].shape in ("part", "past")
    return [] if is_place or is_participle else [chunks[before]]


def _in_apposition(chunks: Sequence[Chunk], close: int) -> list[Chunk]:
    """Those named between commas behind what is said of them: "two activists, X and Y,"."""
    if listed := _listed_aside(chunks, close):
        return listed
    if close < 2 or not chunks[close - 1].is_person_name:  # noqa: PLR2004  # a phrase and a mark
        return []
    named = list_ending(chunks, close - 1)
    opened = chunks.index(named[0]) - 1
    if opened < 1 or chunks[opened].kind is not chunks[close].kind:
        return []
    head = opened - 1
    while head > 1 and chunks[head - 1].kind is ChunkKind.PREPOSITION and chunks[head - 2].is_noun:
        head -= 2
    is_said = chunks[head].is_noun and not chunks[head].is_person_name
    return named if is_said and not chunks[head].is_pronoun else []


def _listed_aside(chunks: Sequence[Chunk], close: int) -> list[Chunk]:
    """All persons between two dashes behind a group: "the engineers - X, Y and a third man -"."""
    if chunks[close].kind is not ChunkKind.DASH:
        return []
    head = before_closed(chunks, close)
    if head < 0 or not chunks[head].is_noun or chunks[head].is_person_name:
        return []
    content = chunks[head + 2 : close]
    is_list = content[0].is_person_name
    return [chunk for chunk in content if chunk.is_person_name] if is_list else []


def antecedent(chunks: Sequence[Chunk], relative: int, *, is_one: bool = False) -> list[Chunk]:
    """What "who" or "which" at `relative` refers to: the noun phrase, or list of names, before.

    `is_one` where its verb tells of one person only ("A and B, who was released").
    """
    at = skip_back(chunks, relative - 1)
    if at >= 0 and chunks[at].kind in (ChunkKind.COMMA, ChunkKind.DASH):
        at = skip_back(chunks, at - 1)
    if at >= 0 and chunks[at].kind is ChunkKind.CONJUNCTION:  # "who lives in X and who was held"
        return _shared_subject(chunks, at)
    while at >= 0 and chunks[at].kind in (ChunkKind.CLOSE, ChunkKind.QUOTE):
        at = before_closed(chunks, at)
    if at < 0 or not chunks[at].is_noun:
        return []
    if named := _called(chunks, at):
        return named
    at = _person_before(chunks, at) if chunks[relative].is_word("who_words") else at
    at = before_asides(chunks, _past_places(chunks, at))
    # "X and all others who ...": only a list of names is meant as a whole.
    is_list = chunks[at].is_person_name and not is_one
    first = list_ending(chunks, at)[0]
    if first.quantity is not None and chunks[at].quantity is None:
        return [first]  # "57 lawyers and activists who were held"
    return list_ending(chunks, at) if is_list else [chunks[at]]


def _person_before(chunks: Sequence[Chunk], at: int) -> int:
    """Past the things somebody is in or of: "the only defendant in the case who is held"."""
    index = at
    while index > 1 and not (chunks[index].words[-1].describes or chunks[index].is_person_name):
        if chunks[index].owner is chunks[index - 1]:
            index -= 1
            continue
        if chunks[index - 1].kind is not ChunkKind.PREPOSITION or not chunks[index - 2].is_noun:
            return at
        index -= 2
    if index == at or not (chunks[index].words[-1].describes or chunks[index].is_person_name):
        return at
    is_said = index > 1 and chunks[index - 1].kind is ChunkKind.COMMA
    return index - 2 if is_said and chunks[index - 2].is_person_name else index


def _called(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The person of whom it is told what they are: "X is a teacher who was arrested"."""
    copula = at - 1
    is_counted = chunks[at].quantity is not None and chunks[at].opens_with("part_words")
    is_said = chunks[at].opens_with("indefinite") or is_counted  # "is one of ten lawyers who"
    if not is_said or chunks[at].name is not None or copula < 1 or not chunks[copula].is_copula:
        if (copula := _copula_of_whole(chunks, at)) < 1:
            return []
        subject = [one for one in subject_of(chunks, copula) if one.is_person_name]
        return [*subject, chunks[at]] if subject else []
    if chunks[copula].is_negated:
        return []
    subject = subject_of(chunks, copula)
    return subject if len(subject) == 1 and subject[0].is_person_name else []


def _copula_of_whole(chunks: Sequence[Chunk], at: int) -> int:
    """Where "is" stands in "X is one of the ten lawyers who", "X was among those who"; else -1."""
    is_part = False
    while at > 1 and chunks[at - 1].kind in (ChunkKind.PREPOSITION, ChunkKind.ADVERB):
        is_among = chunks[at - 1].is_word("among")
        at -= 1
        if chunks[at - 1].kind is ChunkKind.ADVERB:
            continue
        is_part = is_part or is_among
        if is_among:
            break
        if not chunks[at].is_word("of") or not chunks[at - 1].is_noun:
            return -1
        is_part = is_part or chunks[at - 1].ends_in("part_words")
        at -= 1
    copula = skip_back(chunks, at - 1)
    is_told = copula > 0 and chunks[copula].is_copula and not chunks[copula].is_negated
    return copula if is_part and is_told else -1


def _past_places(chunks: Sequence[Chunk], at: int) -> int:
    """Past the place that somebody is from, to whom it is said of: "X, a nurse from Melnyk who"."""
    while at > 1 and chunks[at].name is not None and not chunks[at].is_person_name:
        if chunks[at - 1].kind is not ChunkKind.PREPOSITION or not chunks[at - 2].is_noun:
            break
        at -= 2
    is_said = at > 1 and chunks[at - 1].kind is ChunkKind.COMMA and chunks[at - 2].is_person_name
    return at - 2 if is_said and not chunks[at].is_person_name else at


def _shared_subject(chunks: Sequence[Chunk], before: int) -> list[Chunk]:
    """The subject of the verb before the conjunction: "X came and said"."""
    for at in range(before - 1, -1, -1):
        chunk = chunks[at]
        is_infinitive = chunk.is_verb and chunk.words[0].serves("infinitive")
        is_infinitive = is_infinitive and at > 0 and chunks[at - 1].is_noun  # "urges X to comply"
        if chunk.is_verb and (chunk.is_finite or chunk.shape == "part" or is_infinitive):
            found = subject_of(chunks, at)
            if not found and not chunk.is_finite and not is_infinitive:
                continue  # "is “appalled” and has summoned"
            is_aside = bool(found) and found[0] in chunks and _is_of_whom(found[0])
            return antecedent(chunks, chunks.index(found[0])) if is_aside else found
        is_while = at + 1 < len(chunks) and chunks[at + 1].shape == "ing"  # "while visiting X"
        if chunk.kind in _BOUNDARIES and not (is_while and chunk.kind is ChunkKind.SUBORDINATOR):
            break
    return []


def _subject_left(chunks: Sequence[Chunk], before: int) -> list[Chunk]:
    at = before
    while at >= 0:
        step = _past_gerund(chunks, at) if at < before else at
        step = _step_left(chunks, at) if step == at else step
        if step == at and _goes_on_behind(chunks, at, before):
            return _shared_subject(chunks, at)
        if step == at:
            return list_ending(chunks, at) if chunks[at].is_noun else []
        at = step
    return []


def _step_left(chunks: Sequence[Chunk], at: int) -> int:
    """The next phrase to the left that may be the subject, or `at` where the search ends."""
    chunk = chunks[at]
    if chunk.kind in _SKIPPED:
        return skip_back(chunks, at)
    if chunk.kind is ChunkKind.RELATIVE or _opens_quote(chunks, at):
        return at - 1
    if chunk.kind in _CLOSERS:
        before = before_closed(chunks, at)
        is_open = chunk.kind is ChunkKind.COMMA and at and chunks[at - 1].is_noun
        return before if before >= 0 else (at - 1 if is_open else at)
    if chunk.is_noun:
        return _past_noun(chunks, at)
    # A participle after its noun: "the men held in X were freed".
    is_participle = chunk.is_verb and chunk.shape in ("past", "part") and len(chunk.words) == 1
    if is_participle or (chunk.is_verb and not chunk.is_finite):
        return at - 1
    return _before_relative(chunks, at) if chunk.is_verb else at


def _past_gerund(chunks: Sequence[Chunk], at: int) -> int:
    """Past what governs "suffering from X", or stands behind a verb ("spoke up on"); else `at`."""
    if chunks[at].kind is not ChunkKind.PREPOSITION:
        return at
    behind = chunks[at + 1]
    is_gerund = behind.is_verb and not behind.is_finite and behind.shape == "ing"
    is_up = at > 0 and behind.kind is ChunkKind.PREPOSITION and chunks[at - 1].is_verb
    return at - 1 if is_gerund or is_up else at


def _goes_on_behind(chunks: Sequence[Chunk], at: int, before: int) -> bool:
    """Whether "and" shares the subject: "was freed and after a day at home was sent to X"."""
    between = chunks[at + 1 : before + 1]
    if at == before or chunks[at].kind is not ChunkKind.CONJUNCTION or not between:
        return False
    is_opened = between[0].kind in (ChunkKind.PREPOSITION, ChunkKind.ADVERB)
    return is_opened and not any(chunk.is_person_name for chunk in between)


def _before_relative(chunks: Sequence[Chunk], at: int) -> int:
    """Before the relative clause that the verb at `at` is in; `at` where it is in none."""
    for index in range(at - 1, max(at - _LONGEST_ASIDE, 0), -1):
        if chunks[index].kind is ChunkKind.RELATIVE or _is_of_whom(chunks[index]):
            is_after_comma = index > 1 and chunks[index - 1].kind is ChunkKind.COMMA
            return index - 2 if is_after_comma else index - 1
        if chunks[index].kind in _BOUNDARIES or (chunks[index].is_verb and chunks[index].is_finite):
            break
    return at


def _is_of_whom(chunk: Chunk) -> bool:
    """Whether a number opens a relative clause: "three of whom are ill"."""
    return chunk.quantity is not None and chunk.words[-1].serves("relative_only")


def _past_noun(chunks: Sequence[Chunk], at: int) -> int:
    """Past a noun phrase that is governed by another or explains another; else `at`."""
    governor = skip_back(chunks, list_start(chunks, at) - 1)
    if governor >= 0:
        is_verb = chunks[governor].is_verb and not chunks[governor].is_finite
        if is_verb and chunks[governor].does("reporting_verbs"):
            return at  # "quoted as saying X was held"
        if chunks[governor].is_word("of_time") and _tells(chunks, at):
            return at  # "after he was convicted"
        if is_verb or chunks[governor].kind is ChunkKind.PREPOSITION:
            return governor - 1
    person = before_asides(chunks, at)
    if person != at:
        return person
    return at - 2 if _explains_name(chunks, at) else at


def _tells(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a finite verb stands right behind a phrase."""
    after = at + 1
    while after < len(chunks) and chunks[after].kind is ChunkKind.ADVERB:
        after += 1
    if after < len(chunks) and chunks[after].kind is ChunkKind.COMMA:
        after = _behind_aside(chunks, after)
    return after < len(chunks) and chunks[after].is_verb and chunks[after].is_finite


def _behind_aside(chunks: Sequence[Chunk], comma: int) -> int:
    """Behind what is said aside from the comma on: "X, known for her courage, went missing"."""
    for at in range(comma + 2, min(comma + _LONGEST_ASIDE, len(chunks) - 1)):
        if chunks[at].kind in _BOUNDARIES:
            break
        if chunks[at].kind is ChunkKind.COMMA and is_aside(chunks[comma + 1 : at]):
            return at + 1
    return comma


def _explains_name(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the phrase explains a name before its comma: "police in X, the capital of Y, ..."."""
    if at < 2 or chunks[at - 1].kind is not ChunkKind.COMMA:  # noqa: PLR2004
        return False
    is_name = chunks[at - 2].is_noun and chunks[at - 2].name is not None
    return is_name and chunks[at].opens_with("articles") and is_closed(chunks, at)


def _opens_quote(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a mark opens a quotation inside its sentence: X said Y "is being held"."""
    if chunks[at].kind is not ChunkKind.QUOTE or not at:
        return False
    is_first = sum(chunk.kind is ChunkKind.QUOTE for chunk in chunks[:at]) % 2 == 0
    return is_first and chunks[at - 1].kind not in (ChunkKind.COMMA, ChunkKind.STOP)


def fragment_subject(chunks: Sequence[Chunk]) -> int:
    """Index of the name a list entry is about ("3. X, 52, arrested on ..."), or -1."""
    if any(c.is_verb and (c.is_passive or c.is_copula or c.modal) for c in chunks):
        return -1
    if any(c.is_verb and c.is_finite and c.words[0].serves("have") for c in chunks):
        return -1
    nouns = (i for i, c in enumerate(chunks) if c.is_noun and not c.head.rstrip(".").isdigit())
    first = next(nouns, -1)
    if first < 0 or not chunks[first].is_person_name or first + 1 >= len(chunks):
        return -1
    return first if chunks[first + 1].kind in _ENTRY_MARKS else -1


def clause_start(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the first phrase of the clause that `at` stands in."""
    index = at
    while index > 0:
        before = chunks[index - 1]
        if before.kind in _BOUNDARIES or before.kind is ChunkKind.RELATIVE:
            break
        index -= 1
    return index


def is_done_by(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a verb that need not have an object is suffered: "was denied", "initiated by X"."""
    if chunks[at].is_passive:
        return True
    is_by = at + 1 < len(chunks) and chunks[at + 1].is_word("agent")
    return is_by and is_passive(chunks, at)


def is_passive(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the verb group at `at` is suffered by its subject: "was held", "men held in X"."""
    chunk = chunks[at]
    if chunk.is_passive:
        return True
    if chunk.shape not in ("part", "past") or sum(bool(word.forms) for word in chunk.words) != 1:
        return False
    if any(word.serves("have") for word in chunk.words):
        return any(word.serves("been") for word in chunk.words)
    return not _has_object(chunks, at)


def shares_passive(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the subject suffers this too: "was beaten and denied access to a lawyer"."""
    is_bare = len(chunks[at].words) == 1 and chunks[at].shape in ("past", "part")
    joints = (ChunkKind.CONJUNCTION, ChunkKind.COMMA)
    if not is_bare or skip_back(chunks, at - 1) < 1:
        return False
    before = next((chunk for chunk in reversed(chunks[:at]) if chunk.is_verb), None)
    is_joined = chunks[skip_back(chunks, at - 1)].kind in joints
    return is_joined and before is not None and before.is_passive


def _has_object(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether an object follows a bare verb, at once or behind "on bail"."""
    after = at + 1
    while after < len(chunks) and chunks[after].kind is ChunkKind.ADVERB:
        after += 1
    if after < len(chunks) and (chunks[after].is_noun or _is_shared(chunks, after)):
        return True
    behind = after + 2
    if behind >= len(chunks) or chunks[after].kind is not ChunkKind.PREPOSITION:
        return False
    is_late = chunks[behind].quantity is not None or chunks[behind].is_person_name
    return chunks[after + 1].is_noun and chunks[behind].is_noun and is_late


def _is_shared(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the next verb has the object of both: "detained and injured a man"."""
    behind = chunks[at : at + 3]
    kinds = [chunk.kind for chunk in behind]
    if kinds != [ChunkKind.CONJUNCTION, ChunkKind.VERB, ChunkKind.NOUN]:
        return False
    is_bare = len(behind[1].words) == 1
    is_one = behind[2].is_person_name or behind[2].opens_with("indefinite")
    return is_bare and (is_one or behind[2].quantity is not None)
