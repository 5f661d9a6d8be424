"""Cuts the words of a sentence into phrases."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from habeas.model.mention import MentionKind
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.joined import (
    joined,
    with_all_of,
    with_as_well,
    with_counts,
    with_dated,
    with_quoted,
    with_tails,
)
from habeas.reading.frames.names import Name
from habeas.reading.frames.words import Pos, Word
from habeas.text.quantities import QuantityFound

_KINDS = {
    Pos.PREPOSITION: ChunkKind.PREPOSITION, Pos.CONJUNCTION: ChunkKind.CONJUNCTION,
    Pos.SUBORDINATOR: ChunkKind.SUBORDINATOR, Pos.RELATIVE: ChunkKind.RELATIVE,
    Pos.DATE: ChunkKind.DATE, Pos.ADVERB: ChunkKind.ADVERB, Pos.NOT: ChunkKind.ADVERB,
    Pos.COMMA: ChunkKind.COMMA, Pos.DASH: ChunkKind.DASH, Pos.QUOTE: ChunkKind.QUOTE,
    Pos.OPEN: ChunkKind.OPEN, Pos.CLOSE: ChunkKind.CLOSE, Pos.COLON: ChunkKind.COLON,
    Pos.STOP: ChunkKind.STOP,
}  # fmt: skip
_NOUN_WORDS = {Pos.DETERMINER, Pos.POSSESSIVE, Pos.ADJECTIVE, Pos.NOMINAL, Pos.NUMBER}
_OPENERS = {Pos.DETERMINER, Pos.POSSESSIVE}
_AUXILIARIES = {Pos.BE, Pos.HAVE, Pos.DO, Pos.MODAL, Pos.TO, Pos.NOT}
_BEFORE_VERBS = {Pos.BE, Pos.HAVE, Pos.MODAL, Pos.NOT}
_PLAIN = {Pos.BE: "be", Pos.HAVE: "have", Pos.DO: "do"}


def chunked(
    words: Sequence[Word], names: Sequence[Name], counts: Sequence[QuantityFound]
) -> list[Chunk]:
    """The phrases of a sentence in order; every word is in exactly one."""
    chunks: list[Chunk] = []
    starts = {count.span.start for count in counts}
    at = 0
    while at < len(words):
        group = _verb_group(words, at)
        chunk = group or _noun_phrase(words, at, names, starts) or _single(words, at)
        if chunk.is_noun:
            _note_owner(chunk, chunks)
        chunks.append(chunk)
        at = chunk.last
        if chunk.is_verb:
            chunks += _dates_inside(words, chunk)
    return with_tails(
        with_counts(joined(with_all_of(with_as_well(with_dated(with_quoted(chunks))))), counts)
    )


def _dates_inside(words: Sequence[Word], verb: Chunk) -> list[Chunk]:
    """The dates between a verb and its helpers, as phrases behind it: "has today freed X"."""
    dates = [at for at in range(verb.first, verb.last) if words[at].pos is Pos.DATE]
    return [Chunk(ChunkKind.DATE, at, at + 1, [words[at]]) for at in dates]


def _single(words: Sequence[Word], at: int) -> Chunk:
    return Chunk(_KINDS.get(words[at].pos, ChunkKind.OTHER), at, at + 1, [words[at]])


def _verb_group(words: Sequence[Word], at: int) -> Chunk | None:
    last, main = at, None
    while last < len(words):
        word = words[last]
        if word.pos is Pos.VERB:
            main = last
            last += 1
            break
        is_quoted = word.pos is Pos.QUOTE and last > at and words[last - 1].pos is Pos.TO
        is_inner = _is_inner_adverb(words, last) or _is_since(words, last, at)
        is_inner = is_inner or (last > at and _is_inner_date(words, last))
        if word.pos not in _AUXILIARIES and not is_inner and not is_quoted:
            break
        last += 1
    group = list(words[at:last])
    while group and group[-1].pos in (Pos.ADVERB, Pos.DATE):
        group.pop()
    if main is None and not any(word.pos in _PLAIN for word in group):
        return None
    last = at + len(group)
    group = [word for word in group if word.pos is not Pos.DATE]
    chunk = _described(group, at, words[main] if main is not None else None)
    chunk.last = last
    return chunk


def _is_inner_adverb(words: Sequence[Word], at: int) -> bool:
    if words[at].pos is not Pos.ADVERB:
        return False
    for word in words[at + 1 : at + 5]:
        if word.pos is Pos.VERB or word.pos in _AUXILIARIES:
            return True
        if word.pos is not Pos.ADVERB:
            return False
    return False


def _is_inner_date(words: Sequence[Word], at: int) -> bool:
    """Whether a date stands between a helper and its verb: "has today handed down"."""
    if words[at].pos is not Pos.DATE or words[at - 1].pos not in _BEFORE_VERBS | {Pos.DATE}:
        return False
    behind = next((word for word in words[at + 1 : at + 4] if word.pos is not Pos.DATE), None)
    return behind is not None and behind.pos is Pos.VERB


def _is_since(words: Sequence[Word], at: int, first: int) -> bool:
    """Whether it only says "from then on" inside a verb: "has since been released"."""
    if at == first or at + 1 >= len(words) or not words[at].serves("since"):
        return False
    return words[at - 1].pos is Pos.HAVE and words[at + 1].pos in (Pos.VERB, Pos.BE)


def _described(group: list[Word], at: int, main: Word | None) -> Chunk:
    auxiliaries = [word for word in group if word is not main]
    has = {word.pos for word in auxiliaries}
    form = main.form if main is not None else None
    shape = form.shape if form is not None else ""
    chunk = Chunk(ChunkKind.VERB, at, at + len(group), group, shape=shape)
    chunk.is_negated = Pos.NOT in has
    chunk.modal = next((word.lower for word in auxiliaries if word.pos is Pos.MODAL), "")
    if form is not None:
        chunk.lemma = form.lemma
        chunk.is_passive = Pos.BE in has and shape in ("part", "past")
        if chunk.is_passive:
            chunk.shape = "part"
    else:
        last = next(word for word in reversed(auxiliaries) if word.pos in _PLAIN)
        chunk.lemma = _PLAIN[last.pos]
        chunk.is_copula = last.pos is Pos.BE
    chunk.is_finite = _is_finite(auxiliaries, shape)
    return chunk


def _is_finite(auxiliaries: Sequence[Word], shape: str) -> bool:
    has = {word.pos for word in auxiliaries}
    plain = [word for word in auxiliaries if word.pos not in (Pos.NOT, Pos.ADVERB)]
    is_bare = all(word.serves("copulas_bare") for word in plain)
    is_participle = shape in ("ing", "part", "") and bool(auxiliaries or shape)
    if Pos.TO in has or (is_bare and is_participle):
        return False
    return shape != "ing" or Pos.BE in has


def _noun_phrase(
    words: Sequence[Word], at: int, names: Sequence[Name], counts: AbstractSet[int]
) -> Chunk | None:
    """The noun phrase at `at`, if one begins there; `counts` are where counts begin."""
    word = words[at]
    if word.pos is Pos.PRONOUN:
        return Chunk(ChunkKind.NOUN, at, at + 1, [word], is_pronoun=True)
    if word.pos not in _NOUN_WORDS and not _opens_with_adverb(words, at):
        return None
    last = at
    while last < len(words) and not _is_over(words, last, at, names):
        if last > at and words[last].start in counts and words[last - 1].pos is Pos.NOMINAL:
            break  # "released on bail | two activists"
        last += 1
    phrase = list(words[at:last])
    name = names[phrase[-1].name] if phrase and phrase[-1].name >= 0 else None
    return Chunk(ChunkKind.NOUN, at, last, phrase, name=name) if phrase else None


def _is_over(words: Sequence[Word], at: int, first: int, names: Sequence[Name]) -> bool:
    """Whether a noun phrase that began at `first` ends before the word at `at`."""
    word = words[at]
    if word.pos not in _NOUN_WORDS and not _is_before_adjective(words, at):
        return True
    if at == first:
        return False
    if word.serves("possessive_marks") or _opens_count(words, at) or _is_span_of_time(words, at):
        return True
    is_counted = words[at - 1].pos is Pos.NUMBER and word.serves("behind_numbers")
    if word.pos in _OPENERS and words[at - 1].pos not in _OPENERS and not is_counted:
        return True
    return _name_is_over(words, at, names)


def _opens_count(words: Sequence[Word], at: int) -> bool:
    """Whether a number in words begins a phrase of its own: "his arrest | five times"."""
    is_spelt = words[at].pos is Pos.NUMBER and words[at].text.isalpha()
    return is_spelt and words[at - 1].pos is Pos.NOMINAL and not words[at - 1].is_capital


def _is_span_of_time(words: Sequence[Word], at: int) -> bool:
    """Whether a time opens behind the phrase: "freed two men | hours after the talks"."""
    behind = words[at + 1] if at + 1 < len(words) else None
    is_span = words[at].serves("time_spans") and words[at - 1].pos is Pos.NOMINAL
    return is_span and behind is not None and behind.serves("span_ends")


def _is_before_adjective(words: Sequence[Word], at: int) -> bool:
    if words[at].pos is not Pos.ADVERB or at + 1 >= len(words):
        return False
    is_inside = at > 0 and words[at - 1].pos in _OPENERS  # "the only suspect"
    is_noun = words[at + 1].pos in (Pos.NOMINAL, Pos.NUMBER)
    return words[at + 1].pos is Pos.ADJECTIVE or (is_inside and is_noun)


def _opens_with_adverb(words: Sequence[Word], at: int) -> bool:
    """Whether an adverb belongs to the adjective behind: "politically motivated charges"."""
    return words[at].serves("adverb_endings") and _is_before_adjective(words, at)


def _name_is_over(words: Sequence[Word], at: int, names: Sequence[Name]) -> bool:
    """Whether two names stand side by side, or something stands behind a person's name."""
    here, before = words[at].name, words[at - 1].name
    if here >= 0 and words[at - 1].serves("adverbial_nouns"):
        return True  # "In return | Velmora released"
    if before < 0:
        is_person = here >= 0 and names[here].kind is MentionKind.PERSON and not names[here].is_role
        return is_person and words[at - 1].pos is Pos.NOMINAL and not words[at - 1].describes
    if here == before:
        return False
    if here >= 0 and names[before].is_role and not names[here].is_role:
        return names[here].kind is not MentionKind.PERSON  # "President of Velmora Olha Petrenko"
    return here >= 0 or names[before].kind is MentionKind.PERSON or words[at].pos is Pos.NUMBER


def _note_owner(chunk: Chunk, chunks: list[Chunk]) -> None:
    if chunk.opens_with("possessive_marks") and chunks and chunks[-1].is_noun:
        chunk.owner = chunks[-1]
