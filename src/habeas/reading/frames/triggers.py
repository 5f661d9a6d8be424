"""Where a sentence speaks of an event, an action or speech: verbs, nouns and states."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.subjects import is_passive, subject_of
from habeas.reading.frames.words import Word
from habeas.reference.lexicon import Phrase, Trigger, phrase

_GAP = 12  # words that may stand between a verb and the rest of its phrase
_STATE_GAP = 4  # words between "is" and "in custody"
_THE_PARTICIPLE = 2  # words of "the released"
_PLURAL = "plural_endings"
_OF_PHRASE = 4  # phrases in which a verb's phrase has its noun


class Form(Enum):
    """In what form a trigger is met."""

    VERB = auto()
    NOUN = auto()
    STATE = auto()
    PARTICIPLE = auto()  # "the released"


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger met at chunk `at`."""

    trigger: Trigger
    at: int
    form: Form
    phrase: Phrase | None = None
    is_turned: bool = False  # the thing of its phrase is the subject: "his appeal was rejected"


class TriggerIndex:
    """Triggers by the word they are looked up by; `state_verbs` stand before a state."""

    def __init__(self, triggers: Iterable[Trigger], state_verbs: Collection[str]) -> None:
        self._verbs: dict[str, list[tuple[Phrase, Trigger]]] = {}
        self._nouns: dict[str, list[tuple[tuple[str, ...], Trigger]]] = {}
        self._states: list[tuple[Phrase, Trigger]] = []
        self._state_verbs = state_verbs
        for trigger in triggers:
            for one in trigger.verbs:
                self._verbs.setdefault(one.verb, []).append((one, trigger))
            for noun in trigger.nouns:
                words = tuple(noun.split())
                self._nouns.setdefault(words[-1], []).append((words, trigger))
            self._states += [(phrase(f"be {state}"), trigger) for state in trigger.states]
        self._states.sort(key=lambda pair: -len(pair[0].after))
        for found in self._verbs.values():
            found.sort(key=lambda pair: (-len(pair[0].after), pair[0].has_gap))

    def hits(self, chunks: Sequence[Chunk]) -> list[Hit]:
        """All triggers of a sentence in order, the longest phrase only for each verb."""
        found: list[Hit] = []
        verbs, nouns, state_verbs = self._verbs, self._nouns, self._state_verbs
        for at, chunk in enumerate(chunks):
            if chunk.is_verb:
                if chunk.lemma in verbs or chunk.lemma in state_verbs:
                    found += self._verb_hits(chunks, at)
            elif chunk.is_noun and not chunk.is_pronoun:
                last, count = chunk.words[-1], len(chunk.words)
                if last.lower in nouns or count == _THE_PARTICIPLE or _PLURAL in last.uses:
                    found += self._noun_hits(chunk, at) or self._listed_hits(chunks, at)
        return [
            hit for hit in found if hit.form is not Form.NOUN or not _is_taken(chunks, hit, found)
        ]

    def _verb_hits(self, chunks: Sequence[Chunk], at: int) -> list[Hit]:
        lemma = chunks[at].lemma
        best: tuple[int, int, Phrase, Trigger] | None = None
        clause = [word for chunk in _same_clause(chunks, at) for word in chunk.words]
        there = _words_in(clause)
        for words, trigger in self._verbs.get(lemma, ()):
            if not there.issuperset(words.after):
                continue
            end = _follows(clause, words) if words.after else 0
            rank = (-len(words.after), end)
            if end >= 0 and (best is None or rank < best[:2]):
                best = (*rank, words, trigger)
        is_bare = best is None or not best[2].after
        if is_bare and (turned := self._turned_hits(chunks, at)):
            return turned
        if best is not None:
            return [Hit(best[3], at, Form.VERB, best[2])]
        if lemma in self._state_verbs:
            for words, trigger in self._states:
                if there.issuperset(words.after) and _follows(clause, words, gap=_STATE_GAP) >= 0:
                    return [Hit(trigger, at, Form.STATE)]
        return []

    def _turned_hits(self, chunks: Sequence[Chunk], at: int) -> list[Hit]:
        """The trigger whose thing is what the verb is said of: "her detention was extended"."""
        if not is_passive(chunks, at):
            return []
        things = [one for one in subject_of(chunks, at) if one in chunks and one.name is None]
        if not things:
            return []
        words = [w for c in chunks[chunks.index(things[0]) : at] for w in c.words]
        for one, trigger in self._verbs.get(chunks[at].lemma, ()):
            is_told = one.has_gap and one.after and _follows(words, one) >= 0
            if is_told and things[0].head in (*one.after, *_singulars(one.after)):
                return [Hit(trigger, at, Form.VERB, one, is_turned=True)]
        return []

    def _noun_hits(self, chunk: Chunk, at: int) -> list[Hit]:
        listed = self._nouns.get(chunk.words[-1].lower)
        if listed is None:
            return self._participle_hits(chunk, at)
        words = tuple(word.lower for word in chunk.words)
        for noun, trigger in listed:
            if words[-len(noun) :] == noun and chunk.name is None:
                return [Hit(trigger, at, Form.NOUN)]
        return self._participle_hits(chunk, at)

    def _participle_hits(self, chunk: Chunk, at: int) -> list[Hit]:
        if len(chunk.words) != _THE_PARTICIPLE or not chunk.opens_with("those"):
            return []
        return [
            Hit(trigger, at, Form.PARTICIPLE, words)
            for form in chunk.words[-1].forms
            for words, trigger in self._verbs.get(form.lemma, ())
            if form.shape == "part" and not words.after
        ]

    def _listed_hits(self, chunks: Sequence[Chunk], at: int) -> list[Hit]:
        """What happened to those a list names: "the detained people include X", "among the ..."."""
        if not _names_some(chunks, at):
            return []
        if chunks[at].ends_in("captive_nouns"):
            return [
                Hit(one, at, Form.PARTICIPLE, words)
                for words, one in self._verbs.get("hold", ())
                if not words.after
            ][:1]
        return [
            Hit(trigger, at, Form.PARTICIPLE, words)
            for word in chunks[at].words[:-1]
            for form in word.forms
            for words, trigger in self._verbs.get(form.lemma, ())
            if form.shape == "part" and not words.after
        ][:1]


def _names_some(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether a phrase is the group of which a list names some."""
    if not chunks[at].ends_in(_PLURAL) or chunks[at].name is not None:
        return False
    if at and chunks[at - 1].is_word("among"):
        return True
    behind = at + 1
    if chunks[behind : behind + 1] and chunks[behind].is_word("of"):
        behind += 2  # "prisoners of conscience include"
    return behind < len(chunks) and chunks[behind].does("listing_verbs")


def _singulars(words: Sequence[str]) -> list[str]:
    return [word.removesuffix("s") for word in words]


def _is_taken(chunks: Sequence[Chunk], noun: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a verb's phrase already speaks of this noun: "extended the detention"."""
    head = chunks[noun.at].head
    return any(
        hit.phrase is not None
        and (
            hit.at < noun.at <= hit.at + _OF_PHRASE
            or (hit.is_turned and hit.at - _OF_PHRASE <= noun.at < hit.at)
        )
        and head in hit.phrase.after
        for hit in hits
    )


def _follows(words: Sequence[Word], wanted: Phrase, gap: int = 0) -> int:
    """How far the words of a phrase behind its verb go, in order, in one clause; -1 where not."""
    limit = gap or (_GAP if wanted.has_gap else 1)
    rest, position = list(wanted.after), 0
    while rest and position < len(words):
        if _is_word(words[position], rest[0]):
            rest.pop(0)
            limit = position + (_GAP if wanted.has_gap else 2)
        elif position >= limit:
            return -1
        position += 1
    return position if not rest else -1


def _words_in(words: Sequence[Word]) -> set[str]:
    """The words, and the verbs that they may be forms of: most phrases have another in them."""
    found = {word.lower for word in words}
    found.update(form.lemma for word in words for form in word.forms)
    return found


def _is_word(word: Word, wanted: str) -> bool:
    if word.lower == wanted:
        return True
    # Most words are no form of a verb, and this is asked of every word behind one.
    return bool(word.forms) and any(form.lemma == wanted for form in word.forms)


def _same_clause(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    found = []
    for chunk in chunks[at + 1 :]:
        if chunk.kind in (ChunkKind.STOP, ChunkKind.COLON, ChunkKind.RELATIVE):
            break
        if chunk.is_verb and chunk.is_finite and len(chunk.words) > 1:
            break
        found.append(chunk)
    return found
