"""Whether a trigger has around it what its entry asks for."""

from __future__ import annotations

from collections.abc import Sequence

from habeas.model.charge import Sentence as Penalty
from habeas.model.mention import MentionKind
from habeas.reading.frames.charges import sentence_in
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import region
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import shares_passive, subject_of
from habeas.reading.frames.triggers import Form, Hit


def fits(sentence: Sentence, hit: Hit, frame: Frame, context: Context) -> bool:
    """Whether what the entry needs is there."""
    about, near = hit.trigger.about, {w.lower for c in sentence.chunks for w in c.words}
    if (about and not about & near) or hit.trigger.unless & near:
        return False
    told = sentence.chunks[hit.at]
    if hit.phrase is not None and hit.phrase.verb == "sentence" and _is_to_do(sentence, hit.at):
        return False
    is_moved = hit.trigger.needs == "person_and_place"
    if (
        is_moved
        and told.does("own_motion_verbs")
        and not told.is_passive
        and not frame.found.objects
    ):
        return False  # "he returned to Velmora"
    is_fit = True
    match hit.trigger.needs:
        case "term":
            found = penalty(sentence, hit, frame, context)
            is_fit = found is not None and not _is_time_to(sentence, found.words, told.start)
            is_fit = is_fit and _has_term(frame)
        case "penalty":
            found = penalty(sentence, hit, frame, context)
            is_fit = found is not None or bool(frame.found.dates)
        case "person_and_place":
            is_fit = bool(frame.places(context, "goal", "source", "where"))
            is_fit = is_fit or _is_taken_somewhere(frame, context)
        case "passive":
            is_fit = told.is_passive or shares_passive(sentence.chunks, hit.at)
        case "ongoing":
            is_fit = told.shape == "ing"
        case "negated":
            is_fit = told.is_negated
    return is_fit


def _is_taken_somewhere(frame: Frame, context: Context) -> bool:
    """Whether a goal without a name says where to: "to hospital", "to a security bureau"."""
    goals = [one for one in frame.found.used("goal") if one.name is None or not one.is_person_name]
    is_named = any(one.name is not None and context.kind(one) is MentionKind.BODY for one in goals)
    return is_named or any(one.ends_in("custody_places") for one in goals)


def _is_to_do(sentence: Sentence, at: int) -> bool:
    """Whether a verb follows that no court imposes: "was sentenced to watch"."""
    behind = next((c for c in sentence.chunks[at + 1 : at + 4] if c.is_verb), None)
    is_open = behind is not None and behind.words[0].serves("infinitive")
    return is_open and behind is not None and not behind.does("serving_verbs")


def is_told(sentence: Sentence, hit: Hit, frame: Frame) -> bool:
    """Whether the text tells it as something that happened or is wanted, and not as a topic.

    "He spoke about his arrest" and "his arrest is unlawful" tell of no arrest; nor do novels.
    """
    chunks = sentence.chunks
    if any(word.serves("fiction_words") for chunk in chunks for word in chunk.words):
        return False
    if _is_crime(chunks, hit.at) or _is_gathering(chunks, hit, frame):
        return False
    is_noun = hit.form is Form.NOUN
    is_gerund = chunks[hit.at].shape == "ing" and not chunks[hit.at].is_finite
    if not (is_noun or is_gerund) or frame.found.dates:
        return True
    if is_noun and _topic(chunks, hit.at):
        return False
    return not _is_judged(chunks, hit.at, frame)


def _is_crime(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is what somebody is said to have done: "was jailed for assaulting an officer"."""
    is_gerund = chunks[at].shape == "ing" and not chunks[at].is_finite
    if not is_gerund or not at or not chunks[at - 1].is_word("crime_links"):
        return False
    if at > 1 and chunks[at - 2].is_noun and chunks[at - 2].ends_in("charge_nouns"):
        return True
    above = next((c for c in reversed(chunks[: at - 1]) if c.is_verb), None)
    return above is not None and above.does("prosecuting_verbs")


def _is_gathering(chunks: Sequence[Chunk], hit: Hit, frame: Frame) -> bool:
    """Whether a meeting is held, not those who meet: "a conference of mayors held in X"."""
    if chunks[hit.at].lemma != "hold" or not frame.patients or frame.patients[0] not in chunks:
        return False
    patient = chunks.index(frame.patients[0])
    for at in range(patient - 1, -1, -1):
        if chunks[at].is_verb or chunks[at].kind in (ChunkKind.STOP, ChunkKind.RELATIVE):
            return False
        if chunks[at].is_noun and chunks[at].ends_in("gatherings"):
            return at + 1 < len(chunks) and chunks[at + 1].kind is ChunkKind.PREPOSITION
    return False


def _topic(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is only spoken of: "about his arrest"."""
    before = at - 1
    while before > 0 and chunks[before].is_noun:
        before -= 1
    if before >= 0 and chunks[before].does("probing_verbs") and not chunks[before].is_finite:
        return True  # "to investigate the torture of X"
    return before > 0 and chunks[before].is_word("topics_before") and chunks[before - 1].is_verb


def _is_judged(chunks: Sequence[Chunk], at: int, frame: Frame) -> bool:
    """Whether it is said what it is, not that it was: "the arrest of X is unlawful"."""
    opened = at - 1
    while opened > 0 and chunks[opened].is_noun:
        opened -= 1
    if opened >= 0 and chunks[opened].kind not in (ChunkKind.SUBORDINATOR, ChunkKind.STOP):
        return False
    behind = chunks[frame.found.end : frame.found.end + 2]
    return any(chunk.is_copula and not chunk.modal for chunk in behind)


def _has_term(frame: Frame) -> bool:
    """Whether what is got or given is a term: "nine years", "a suspended sentence"."""
    first = frame.found.objects[0] if frame.found.objects else None
    if first is None or first.is_person_name or first.ends_in("person_pronouns"):
        return True
    return first.ends_in("term_nouns") or any(word.text[0].isdigit() for word in first.words)


def penalty(sentence: Sentence, hit: Hit, frame: Frame, context: Context) -> Penalty | None:
    """The penalty told in the region of a trigger; None where there is none."""
    span = region(sentence, hit, frame)
    text = sentence.text[span.start : span.end]
    told = sentence.chunks[hit.at]
    lexicon, units = context.knowledge.lexicon, context.knowledge.duration_words
    found = sentence_in(text, lexicon, units)
    things = subject_of(sentence.chunks, hit.at) if told.is_passive else []
    if found is None and things and things[0].ends_in("term_nouns"):  # "a term was imposed on X"
        found = sentence_in(sentence.text[things[0].start : told.start], lexicon, units)
    return found


def _is_time_to(sentence: Sentence, words: str, start: int) -> bool:
    """Whether time for something is meant, no term: "was given two years to reply"."""
    at = sentence.text.find(words, start)
    behind = sentence.text[at + len(words) :].lstrip() if at >= 0 else ""
    # "gave nine years to Olha": a name is no verb.
    return behind.startswith(("to ", "of ")) and not behind[3:4].isupper()
