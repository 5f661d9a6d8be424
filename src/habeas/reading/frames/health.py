"""What a report says of somebody's health: illnesses, injuries, weight lost, pregnancy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from habeas.model.attribute import Attribute
from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import Modality
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.lists import list_beginning
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import subject_of
from habeas.reading.frames.traits import Trait

_TO_AILMENT = 3  # phrases from "was diagnosed" to "with cancer"


def ailing(sentence: Sentence, context: Context) -> list[Trait]:
    """The health of persons that a sentence tells."""
    found: list[Trait] = []
    for at, chunk in enumerate(sentence.chunks):
        if not chunk.is_verb or chunk.is_negated or chunk.modal:
            continue
        words = _said(sentence, at, context)
        if words is None:
            continue
        modality = modality_of(sentence.chunks, at, context.knowledge.lexicon.modality)
        if modality in (Modality.ASSERTED, Modality.ALLEGED):
            found += [
                Trait(one, Attribute.HEALTH, words, chunk.start)
                for one in _sufferers(sentence.chunks, at, context)
            ]
    return list(dict.fromkeys(found))


def _sufferers(chunks: Sequence[Chunk], at: int, context: Context) -> Iterator[Mention]:
    """Whose health it is: the subject, or whose sight it is that fails."""
    for chunk in subject_of(chunks, at):
        is_sense = chunk.ends_in("ailing_senses")
        owner = chunk.possessor if is_sense else chunk
        if owner is None or (owner.quantity is not None and not owner.is_pronoun):
            continue
        one = context.mention(owner)
        if one is not None and one.kind is MentionKind.PERSON and _is_known(owner, one):
            yield one


def _is_known(chunk: Chunk, one: Mention) -> bool:
    return chunk.is_person_name or bool(one.name)


def _said(sentence: Sentence, at: int, context: Context) -> str | None:
    """The words for the ailment that the verb at `at` tells of; None for none."""
    chunks = sentence.chunks
    chunk = chunks[at]
    if chunk.does("failing_verbs"):
        senses = [one for one in subject_of(chunks, at) if one.ends_in("ailing_senses")]
        return f"{senses[0].words[-1].lower} {chunk.words[-1].lower}" if senses else None
    if chunk.does("losing_verbs"):
        lost = arguments(chunks, at).objects
        is_weight = bool(lost) and lost[0].ends_in("weights")
        return sentence.text[chunk.words[-1].start : lost[0].end] if is_weight else None
    if chunk.is_copula:
        return _called(chunks, at)
    is_had = chunk.lemma in context.knowledge.lexicon.constructions["having_verbs"]
    if is_had or chunk.does("suffering_verbs") or chunk.does("diagnosing_verbs"):
        return _ailment(sentence, at, context)
    return None


def _called(chunks: Sequence[Chunk], at: int) -> str | None:
    """The word behind "is" that tells of health: "is pregnant"."""
    behind = [one for one in chunks[at + 1 : at + 3] if one.kind is not ChunkKind.ADVERB][:1]
    is_word = bool(behind) and behind[0].name is None and behind[0].ends_in("ailing")
    return behind[0].lower if is_word else None


def _ailment(sentence: Sentence, at: int, context: Context) -> str | None:
    """The ailments behind the verb: "diabetes", "a heart condition and a lung disease"."""
    chunks = sentence.chunks
    for index in range(at + 1, min(at + _TO_AILMENT, len(chunks))):
        chunk = chunks[index]
        if chunk.kind is ChunkKind.PREPOSITION or chunk.kind is ChunkKind.ADVERB:
            continue
        if not chunk.is_noun or not _is_ailment(chunk, context):
            return None
        nouns, _ = list_beginning(chunks, index)
        last = [noun for noun in nouns if _is_ailment(noun, context)][-1]
        start = next(word.start for word in chunk.words if not word.serves("articles"))
        return sentence.text[start : last.end]
    return None


def _is_ailment(chunk: Chunk, context: Context) -> bool:
    heads = {chunk.head, " ".join(word.lower for word in chunk.words[-2:])}
    return chunk.name is None and bool(heads & context.knowledge.lexicon.people["ailments"])
