"""In what manner an event is spoken of: asserted, denied, planned, demanded, conditional ..."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from habeas.model.vocabulary import Modality
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.words import Pos

_LOOK_BACK = 8  # phrases from a verb to what it governs
_TO_THAT = 8  # phrases from "that" to the verb of its clause


def modality_of(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> Modality:
    """The manner of the event at chunk `at`; `words` is modality.yml."""
    chunk = chunks[at]
    if chunk.is_verb and (shared := _shared(chunks, at, words)) >= 0:
        return modality_of(chunks, shared, words)  # "should quash it and drop the charges"
    if at and chunks[at - 1].is_word("whether"):
        return Modality.CONDITIONAL
    own = _of_verb(chunks, at, words) if chunk.is_verb else None
    manner = own or _governed(chunks, at, words)
    if manner is Modality.PLANNED and _has_condition_behind(chunks, at, words):
        return Modality.CONDITIONAL
    if manner is not None:
        return manner
    if _is_conditional(chunks, at, words) or _is_behind_command(chunks, at):
        return Modality.CONDITIONAL
    is_loose = chunk.is_verb and not chunk.is_finite
    return _loose(chunks, at, words) if is_loose else Modality.ASSERTED


def _of_verb(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> Modality | None:
    """What the verb group and its subject say themselves; None where they say nothing."""
    own = _own(chunks[at], words)
    if own is Modality.PLANNED and _by_verb(chunks, at, words) is Modality.CONDITIONAL:
        return Modality.CONDITIONAL  # "fear that X will be arrested"
    return Modality.DENIED if own is None and _is_of_nobody(chunks, at, words) else own


def _loose(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> Modality:
    """The manner of a verb that is no sentence: "to arrest X", "without arresting X".

    What somebody is to do has not happened, unless the verb above says so ("managed to").
    """
    chunk = chunks[at]
    before = chunks[at - 1] if at else None
    is_gerund = chunk.shape == "ing" or chunk.opens_with("copulas_bare")
    if is_gerund and before is not None and before.kind is ChunkKind.PREPOSITION:
        return _behind_preposition(chunks, at, words)
    if not chunk.words[0].serves("infinitive"):
        return Modality.ASSERTED
    above = next((c for c in reversed(chunks[max(at - _LOOK_BACK, 0) : at]) if c.is_verb), None)
    if above is not None and above.is_passive and above.lemma in words["told"]:
        return Modality.ALLEGED
    if any(word.serves("have") for word in chunk.words):
        return Modality.ASSERTED
    is_done = above is not None and above.lemma in words["achieved"]
    return _of_noun_above(chunks, at, words) or (Modality.ASSERTED if is_done else Modality.PLANNED)


def _of_noun_above(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> Modality | None:
    """What the noun makes of it whose content "to" opens; None where it says nothing."""
    noun, before = _noun_above(chunks, at), chunks[at - 1]
    if noun is not None and noun.head in words["refusals"]:
        return Modality.DENIED  # "a refusal to free him"
    told = [word.lower for one in (noun, before) if at and one is not None for word in one.words]
    return Modality.ASSERTED if words["ordinals"].intersection(told) else None


def _noun_above(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The noun whose content "to" opens, past whose it is: "the decision of X to jail Y"."""
    index = at - 1
    while index > 1 and chunks[index].is_noun and chunks[index - 1].is_word("of"):
        index -= 2
    return chunks[index] if index >= 0 and chunks[index].is_noun else None


def _behind_preposition(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> Modality:
    """The manner of "-ing" behind a preposition: "without releasing X", "accused of holding X"."""
    if chunks[at - 1].lower in words["without"]:
        return Modality.DENIED
    above = next((c for c in reversed(chunks[max(at - _LOOK_BACK, 0) : at]) if c.is_verb), None)
    is_charge = above is not None and above.lemma in words["accuse"]
    return Modality.ALLEGED if is_charge else Modality.ASSERTED


def _shared(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> int:
    """The verb whose modal or "to" a bare verb behind "and" shares; -1 where it shares none."""
    chunk = chunks[at]
    if len(chunk.words) != 1 or chunk.shape != "base" or at < 2:  # noqa: PLR2004
        return -1
    if chunks[at - 1].kind is not ChunkKind.CONJUNCTION:
        return -1
    for index in range(at - 2, -1, -1):
        if chunks[index].kind in (ChunkKind.STOP, ChunkKind.COLON):
            break
        if chunks[index].is_verb:
            is_bare = len(chunks[index].words) == 1 and chunks[index].shape == "base"
            is_open = bool(chunks[index].modal) or chunks[index].words[0].serves("infinitive")
            is_open = is_open or (is_bare and _is_under_that(chunks, index, words))
            if is_bare and not is_open:
                continue  # "to investigate it, disclose this and secure that"
            return index if is_open else -1
    return -1


def _is_of_nobody(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the subject says that nobody is meant: "No citizens were held"."""
    subject = subject_of(chunks, at)
    return bool(subject) and subject[0].words[0].lower in words["nobody"]


def _own(chunk: Chunk, words: Mapping[str, frozenset[str]]) -> Modality | None:
    if chunk.is_negated or _is_yet_to(chunk):
        return Modality.DENIED
    if chunk.modal in words["must"]:
        return Modality.DEMANDED
    if chunk.modal in words["may"]:
        return Modality.CONDITIONAL
    is_be = chunk.words[0].pos is Pos.BE
    is_to_be = is_be and any(word.serves("infinitive") for word in chunk.words[1:])
    if chunk.modal in words["will"] or is_to_be:  # "was to be freed"
        return Modality.PLANNED
    if any(word.lower in words["hedges"] for word in chunk.words):
        return Modality.ALLEGED
    return None


def _is_yet_to(chunk: Chunk) -> bool:
    """Whether it has not come yet: "have yet to send"."""
    first = next((at for at, word in enumerate(chunk.words) if word.serves("not_yet")), None)
    return first is not None and any(word.serves("infinitive") for word in chunk.words[first + 1 :])


def _governed(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> Modality | None:
    """What the verb or noun above makes of it: "demanded that", "denied the arrest", "reports of".

    None where it makes nothing of it.
    """
    is_finite = chunks[at].is_verb and chunks[at].is_finite
    if is_finite and _is_called_wrong(chunks, at, words):
        return Modality.DENIED
    if is_finite and not _is_under_that(chunks, at, words):
        return None
    by_noun = None if is_finite else _by_noun(chunks, at, words)
    return by_noun or _by_verb(chunks, at, words)


def _is_called_wrong(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether it was said and was not so: "we reported incorrectly that X was jailed"."""
    near = chunks[max(at - _LOOK_BACK, 0) : at]
    return any(
        one.lower in words["wrongly"] and that.is_word("that") for one, that in pairwise(near)
    )


def _by_verb(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> Modality | None:
    for index in range(at - 1, max(at - _LOOK_BACK, 0) - 1, -1):
        chunk = chunks[index]
        is_end = chunk.kind in (ChunkKind.STOP, ChunkKind.COLON, ChunkKind.RELATIVE)
        # "Faced a transfer after his arrest": he was arrested.
        if is_end or chunk.is_word("of_time"):
            return None
        if not chunk.is_verb:
            continue
        if chunk.modal in words["may"] and not chunk.is_finite:
            return Modality.CONDITIONAL
        manner = _manner(chunk, words)
        if manner is not None:
            return manner
        if chunk.does("reporting_verbs") and any(word.serves("able_words") for word in chunk.words):
            return None  # "can only confirm that ten were freed"
        if chunk.is_finite and _shared(chunks, index, words) < 0:
            return Modality.CONDITIONAL if chunk.modal in words["may"] else None
    return None


def _by_noun(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> Modality | None:
    """What the noun that it is "of" or "about" makes of it: "no information about X's arrest"."""
    governor = at - 1
    while governor > 0 and chunks[governor].is_noun:  # whose arrest it is
        governor -= 1
    if governor < 1 or chunks[governor].kind is not ChunkKind.PREPOSITION:
        return None
    noun = chunks[governor - 1]
    return _said_of(chunks, at, governor, words) if noun.is_noun else None


def _said_of(
    chunks: Sequence[Chunk], at: int, governor: int, words: Mapping[str, frozenset[str]]
) -> Modality | None:
    """What the noun before the preposition at `governor` makes of what is behind it."""
    noun = chunks[governor - 1]
    if noun.opens_with("nothing") and _is_denied(chunks, governor - 1, words):
        return Modality.DENIED  # "denied any knowledge of his arrest"
    if noun.opens_with("nothing") or noun.head in words["fear_nouns"]:
        return Modality.CONDITIONAL
    if noun.head in words["call_nouns"] and chunks[governor].is_word("purpose"):
        return Modality.DEMANDED  # "launched appeals for his release"
    if noun.head not in words["report_nouns"]:
        return None
    is_denied = any(c.is_noun and c.head in words["untrue"] for c in chunks[at + 1 :])
    return Modality.DENIED if is_denied else Modality.ALLEGED


def _is_denied(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether the phrase at `at` is what somebody denies."""
    return bool(at) and chunks[at - 1].is_verb and chunks[at - 1].lemma in words["deny"]


def _manner(chunk: Chunk, words: Mapping[str, frozenset[str]]) -> Modality | None:
    if chunk.lemma in words["demand"] or chunk.modal in words["must"]:
        return Modality.DEMANDED
    if chunk.lemma in words["deny"]:
        return Modality.DENIED
    if chunk.lemma in words["plan"] or chunk.modal in words["will"]:
        return Modality.PLANNED
    if chunk.lemma in words["fear"]:
        return Modality.CONDITIONAL
    return None


def _is_under_that(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether "that" or "to" opens the clause of a finite verb: "demanded that X be released"."""
    for chunk in reversed(chunks[max(at - _TO_THAT, 0) : at]):
        if chunk.kind is ChunkKind.SUBORDINATOR:
            return chunk.is_word("that")
        if chunk.is_verb:
            break
    return _is_bare_clause(chunks, at, words)


def _is_bare_clause(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    """Whether a clause without "that" is denied or feared: "denied X was held"."""
    inside = (ChunkKind.NOUN, ChunkKind.PREPOSITION, ChunkKind.ADVERB)
    for chunk in reversed(chunks[max(at - _LOOK_BACK, 0) : at]):
        if chunk.is_verb:
            return chunk.lemma in words["deny"] and chunk.is_finite and not chunk.is_passive
        if chunk.kind not in inside:
            return False
    return False


def _is_conditional(chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]) -> bool:
    for chunk in reversed(chunks[max(at - _LOOK_BACK, 0) : at]):
        if chunk.kind is ChunkKind.SUBORDINATOR:
            return chunk.lower in words["conditions"]
        if chunk.kind in (ChunkKind.STOP, ChunkKind.COLON):
            return False
        if chunk.is_word("relative_only"):
            return False  # "whether to charge two men who were detained"
    return False


def _has_condition_behind(
    chunks: Sequence[Chunk], at: int, words: Mapping[str, frozenset[str]]
) -> bool:
    """Whether a clause behind says on what terms: "will release X once Y lifts the blockade"."""
    for index in range(at + 1, len(chunks)):
        if chunks[index].kind in (ChunkKind.STOP, ChunkKind.COLON):
            return False
        if chunks[index].lower in words["conditions_behind"]:
            return any(chunk.is_verb and chunk.is_finite for chunk in chunks[index:])
    return False


def _is_behind_command(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a command stands before "and": "Tell your government, and she is home"."""
    joint = next((i for i in range(at - 1, 0, -1) if chunks[i].kind is ChunkKind.CONJUNCTION), -1)
    if joint < 1 or chunks[joint - 1].kind is not ChunkKind.COMMA:
        return False
    if any(chunk.is_verb for chunk in chunks[joint:at]):
        return False
    marks = (ChunkKind.QUOTE, ChunkKind.COLON, ChunkKind.STOP, ChunkKind.SUBORDINATOR)
    start = next((i + 1 for i in range(joint - 1, -1, -1) if chunks[i].kind in marks), 0)
    first = chunks[start]
    forms = first.words[0].forms
    is_base = len(first.words) == 1 and any(form.shape == "base" for form in forms)
    return is_base and not any(chunk.is_verb for chunk in chunks[start + 1 : joint])
