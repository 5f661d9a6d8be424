"""Whether a trigger has around it what its entry asks for."""

from __future__ import annotations

from habeas.model.charge import Sentence as Penalty
from habeas.reading.frames.charges import sentence_in
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import region
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.triggers import Hit


def fits(sentence: Sentence, hit: Hit, frame: Frame, context: Context) -> bool:
    """Whether what the entry needs is there."""
    about, near = hit.trigger.about, {w.lower for c in sentence.chunks for w in c.words}
    if (about and not about & near) or hit.trigger.unless & near:
        return False
    told = sentence.chunks[hit.at]
    is_fit = True
    match hit.trigger.needs:
        case "term":
            found = penalty(sentence, hit, frame, context)
            is_fit = found is not None and not _is_time_to(sentence, found.words, told.start)
        case "penalty":
            found = penalty(sentence, hit, frame, context)
            is_fit = found is not None or bool(frame.found.dates)
        case "person_and_place":
            is_fit = bool(frame.places(context, "goal", "source", "where"))
        case "passive":
            is_fit = told.is_passive
        case "negated":
            is_fit = told.is_negated
    return is_fit


def penalty(sentence: Sentence, hit: Hit, frame: Frame, context: Context) -> Penalty | None:
    """The penalty told in the region of a trigger; None where there is none."""
    span = region(sentence, hit, frame)
    text = sentence.text[span.start : span.end]
    return sentence_in(text, context.knowledge.lexicon, context.knowledge.duration_words)


def _is_time_to(sentence: Sentence, words: str, start: int) -> bool:
    """Whether time for something is meant, no term: "was given two years to reply"."""
    at = sentence.text.find(words, start)
    behind = sentence.text[at + len(words) :].lstrip() if at >= 0 else ""
    # "gave nine years to Olha": a name is no verb.
    return behind.startswith(("to ", "of ")) and not behind[3:4].isupper()
