"""What people are called: political prisoners, hostages, bargaining chips."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.words import Pos
from habeas.reference.lexicon import Label

_OF = 2  # phrases of "of conscience"

Named = tuple[str, list[Chunk], list[Chunk]]  # the words, who is called so, who makes them so


def named_so(chunks: Sequence[Chunk], at: int, label: Label) -> Named | None:
    """Whom a sentence calls by a noun of the label, and who made them that; None for nobody."""
    words = _words(chunks, at)
    is_so = any(f" {words}".endswith(f" {person}") for person in label.persons)
    if not at or not is_so or chunks[at].quantity is not None or chunks[at].name is not None:
        return None
    if chunks[at].opens_with("nothing"):  # "is no political prisoner"
        return None
    if chunks[at - 1].is_word("role"):
        return _called_as(chunks, at, words)
    return _said_to_be(chunks, at, words) if chunks[at - 1].is_verb else _made(chunks, at, words)


def _made(chunks: Sequence[Chunk], at: int, words: str) -> Named | None:
    """Of "declared X a prisoner of conscience" and "holds X hostage"."""
    verb = chunks[at - 2] if at > 1 else None
    if verb is None or not chunks[at - 1].is_noun or not verb.is_verb:
        return None
    if verb.is_negated or verb.is_passive:
        return None
    if verb.does("calling_verbs"):
        return words, [chunks[at - 1]], []
    if verb.does("hostage_verbs"):
        return words, [chunks[at - 1]], subject_of(chunks, at - 2)
    return None


def _is_definite(chunk: Chunk) -> bool:
    """Whether certain people are meant: "our citizens", "the men", "they", "X"."""
    is_theirs = chunk.words[0].pos is Pos.POSSESSIVE or chunk.opens_with("those")
    return chunk.is_pronoun or chunk.name is not None or chunk.owner is not None or is_theirs


def _words(chunks: Sequence[Chunk], at: int) -> str:
    words = [word.lower for word in chunks[at].words if not word.serves("left_out")]
    if at + _OF < len(chunks) and chunks[at + 1].is_word("of"):
        words += ["of", chunks[at + _OF].head]
        short = " ".join(words[:-_OF])
        return " ".join(words) if words[-1] == "conscience" else short
    return " ".join(words)


def _called_as(chunks: Sequence[Chunk], at: int, words: str) -> Named | None:
    """Of "recognised X as a political prisoner" and "X is used as a bargaining chip"."""
    verb = next((i for i in range(at - 2, -1, -1) if chunks[i].is_verb), -1)
    if verb < 0 or chunks[verb].is_negated or chunks[verb].modal:
        return None
    if not chunks[verb].does("calling_as_verbs"):
        return None
    if chunks[verb].is_passive:
        doers = arguments(chunks, verb).used("agent")
        return words, subject_of(chunks, verb), doers if chunks[verb].does("using_verbs") else []
    doers = subject_of(chunks, verb) if chunks[verb].does("using_verbs") else []
    return words, arguments(chunks, verb).objects, doers


def _said_to_be(chunks: Sequence[Chunk], at: int, words: str) -> Named | None:
    """Of "our citizens are hostages", "was declared a hostage", "are being held hostage"."""
    verb = chunks[at - 1]
    if verb.is_negated or verb.modal or not verb.is_finite:
        return None
    people = subject_of(chunks, at - 1)
    if any(one.quantity is not None for one in people) and not verb.does("hostage_verbs"):
        return None  # how many there are, no verdict
    if verb.is_copula:
        people = [one for one in people if _is_definite(one)]
        is_there = verb.opens_with("there")
        return (
            None
            if is_there or not people or chunks[at].opens_with("those")
            else (words, people, [])
        )
    if verb.is_passive and verb.does("hostage_verbs"):
        act = f"{verb.words[-1].lower} {words}"
        return act, people, arguments(chunks, at).used("agent")
    if verb.is_passive and verb.does("calling_verbs"):
        return words, people, []
    return None
