"""The claims of one paragraph before they have a quote: their kind, their slots, who says them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from habeas.model.attribute import Attribute
from habeas.model.claim import (
    ActionClaim,
    AnyClaim,
    AttributeClaim,
    CharacterisationClaim,
    EventClaim,
    FigureClaim,
    LeverageClaim,
)
from habeas.model.quote import Span
from habeas.model.vocabulary import Modality
from habeas.reading.frames.actions import actions_of
from habeas.reading.frames.attribution import speeches
from habeas.reading.frames.carried import note_told
from habeas.reading.frames.characterisations import called
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.document import Paragraph
from habeas.reading.frames.events import counts_of, events_of
from habeas.reading.frames.found import Found
from habeas.reading.frames.health import ailing
from habeas.reading.frames.interview import answers
from habeas.reading.frames.leverage import leverage_of
from habeas.reading.frames.listing import note_people
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.occupation import occupied
from habeas.reading.frames.parts import announce, parts_told
from habeas.reading.frames.sentence import Context, Counted, Sentence
from habeas.reading.frames.speech import Speech
from habeas.reading.frames.tallies import tallied
from habeas.reading.frames.traits import kin_by_pronoun, of_stand_ins, traits
from habeas.reading.frames.triggers import TriggerIndex
from habeas.reference.lexicon import Lexicon, Trigger

_OPENING = 2  # characters before the quotation mark that opens a sentence


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim to be: what makes it, with which slots, and the character it is told at.

    Of a figure, `count` is where its number stands, and `whole` where the number stands that it is
    a part of.
    """

    make: Callable[..., AnyClaim]
    slots: dict[str, Any]
    at: int
    count: Span | None = None
    whole: Span | None = None
    is_heard: bool = True  # by whoever is reported there


class Drafter:
    """Drafts the claims of paragraphs by one language's lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        verbs = lexicon.constructions["state_verbs"]
        self._events = TriggerIndex(lexicon.events, verbs)
        self._figures = TriggerIndex(lexicon.figures, verbs)
        self._counted = [one for one in lexicon.figures if one.needs == "existence"]
        self._actions = TriggerIndex(lexicon.actions, verbs)
        self._speech = TriggerIndex(lexicon.speech, verbs)
        self._frames: tuple[Trigger, ...] = tuple(one for one in lexicon.speech if one.phrases)

    def paragraph(
        self, paragraph: Paragraph, context: Context
    ) -> Iterator[tuple[Sentence, Draft, Sequence[Speech]]]:
        """Each draft with its sentence and with all that is known to be said in the paragraph.

        The sentences are gone through twice: names, offices and speakers first, since who speaks
        a quotation may only come out at its end; then what is told.
        """
        referents = context.mentions.referents
        sentences = paragraph.sentences
        starts = [one.span.start for one in sentences]
        befores = [min([referents.sentence, *starts[:1]]), *starts]
        made: list[tuple[Sentence, Draft]] = []
        said: list[Speech] = []
        for sentence, start, before in zip(sentences, starts, befores, strict=False):
            referents.sentence, referents.previous = start, before
            referents.starts.append(start)
            note_people(sentence, context)
            made += [(s, d) for s, d in _traits(sentence, context, paragraph.quotations)]
            said += speeches(sentence, context, self._speech, self._frames)
        referents.is_telling = True
        context.quotations = paragraph.quotations
        said += answers(context.mentions.text, paragraph.span, context)
        context.said = [*said, *_run_on(paragraph, said)]
        for sentence, start, before in zip(sentences, starts, befores, strict=False):
            referents.sentence, referents.previous = start, before
            made += [(sentence, draft) for draft in self._sentence(sentence, context)]
        referents.is_telling = False
        for sentence, draft in sorted(made, key=lambda pair: pair[0].span.start):
            yield sentence, draft, context.said

    def _sentence(self, sentence: Sentence, context: Context) -> list[Draft]:
        hits = self._events.hits(sentence.chunks)
        events = [one for hit in hits for one in events_of(sentence, hit, context)]
        for hit in self._figures.hits(sentence.chunks):
            events += counts_of(sentence, hit, context)
        events += tallied(sentence, self._counted, context)
        announce(sentence, events)
        events += parts_told(sentence, events, context)
        note_told(events, sentence.span.start, context)
        return [
            *_events(sentence, events, context),
            *self._acts(sentence, context),
            *_labels(sentence, context),
            *_told_later(sentence, context),
            *_ties(sentence, events, context),
        ]

    def _acts(self, sentence: Sentence, context: Context) -> Iterator[Draft]:
        for hit in self._actions.hits(sentence.chunks):
            for act in actions_of(sentence, hit, context):
                slots = {**act.slots, "date": act.date, "modality": act.modality}
                yield Draft(ActionClaim, slots, sentence.chunks[act.at].start)


def _events(sentence: Sentence, events: Sequence[Found], context: Context) -> Iterator[Draft]:
    before = context.counted
    for one in sorted(events, key=lambda each: each.is_part):  # a part names its whole
        slots = {**one.slots, "date": one.date, "modality": one.modality}
        make = FigureClaim if one.is_figure else EventClaim
        whole = _whole(one, sentence, events, before)
        if whole is not None:
            slots["population"] = slots.get("population") or whole.population
            slots["date"] = one.date or whole.on
        of = whole.count if whole is not None else None
        yield Draft(make, slots, sentence.chunks[one.at].start, one.count, of)
        if one.count is not None and (not one.is_part or whole is None):
            context.counted = one.counted()


def _whole(
    part: Found, sentence: Sentence, events: Sequence[Found], told: Counted | None
) -> Counted | None:
    """The figure a part is of: in the same sentence, else the last one told before."""
    if not part.is_part or part.count is None:
        return None
    for one in events:
        if part.whole is not None and one.count == part.whole:
            return one.counted()
    if part.whole is not None and not _is_same(part.whole, sentence, told):
        return None  # "46 others, 19 of whom were held": nobody said what happened to the 46
    before = [one for one in events if _is_before(one, part)]
    if part.is_loose:  # "40 are in prison, and 9 at home" are two
        before = [one for one in before if _is_parted(sentence.chunks[one.at : part.at])]
    whole = before[-1].counted() if before else told
    return whole if whole is not None and _is_larger(whole, part) else None


def _is_same(whole: Span, sentence: Sentence, told: Counted | None) -> bool:
    """Whether a number is that of the figure told before: "Of the 187, 41 are held"."""
    counts = [chunk.quantity for chunk in sentence.chunks if chunk.quantity is not None]
    numbers = [one.quantity for one in counts if one.span == whole]
    if not numbers or told is None:
        return not numbers
    return numbers[0].high in (told.most, told.least) or numbers[0].low == told.least


def _is_parted(between: Sequence[Chunk]) -> bool:
    return any(chunk.kind is ChunkKind.STOP for chunk in between)


def _is_before(one: Found, part: Found) -> bool:
    """Whether a figure that is no part stands before the part in its sentence."""
    if one is part or one.is_part or one.count is None or part.count is None:
        return False
    return one.count.start < part.count.start


def _is_larger(whole: Counted, part: Found) -> bool:
    """Whether the part can be of the whole, by the numbers."""
    low, high = part.slots["quantity"].low, whole.most
    return low is None or high is None or low <= high


def _traits(
    sentence: Sentence, context: Context, quotations: Sequence[Span]
) -> Iterator[tuple[Sentence, Draft]]:
    """Who somebody is: told by whoever is quoted, else by the report itself."""
    for trait in traits(sentence, context):
        slots = {"subject": trait.subject, "attribute": trait.attribute, "value": trait.value}
        is_heard = any(one.start <= trait.at < one.end for one in quotations)
        yield sentence, Draft(AttributeClaim, slots, trait.at, is_heard=is_heard)


def _told_later(sentence: Sentence, context: Context) -> Iterator[Draft]:
    """Attributes of whoever a pronoun or "the beekeeper" stands for, once names are known."""
    later = [*ailing(sentence, context), *of_stand_ins(sentence, context)]
    for trait in dict.fromkeys([*later, *kin_by_pronoun(sentence, context)]):
        slots = {"subject": trait.subject, "attribute": trait.attribute, "value": trait.value}
        yield Draft(AttributeClaim, slots, trait.at)


def _labels(sentence: Sentence, context: Context) -> Iterator[Draft]:
    for one in called(sentence, context):
        # A name for a thing is given when it is spoken: the date is the document's.
        slots = {
            "date": context.document_date(),
            "modality": _said_how(sentence, one.at, context),
            "label": one.label,
            "act": one.act,
            "of": one.of,
            "against": one.against,
            "places": one.places,
        }
        yield Draft(CharacterisationClaim, slots, sentence.chunks[one.at].start)
    for held in occupied(sentence, context):
        slots = {
            "date": held.on,
            "subject": held.place,
            "attribute": Attribute.OCCUPIED_BY,
            "value": held.by,
        }
        yield Draft(AttributeClaim, slots, sentence.chunks[held.at].start)


def _said_how(sentence: Sentence, at: int, context: Context) -> Modality:
    """Denied or alleged with what it is said of; what is to be freed is called so all the same."""
    chunks = sentence.chunks
    if at and chunks[at].is_noun and chunks[at - 1].is_verb and chunks[at - 1].is_finite:
        at -= 1  # "no citizen was held hostage": the verb says how
    modality = modality_of(chunks, at, context.knowledge.lexicon.modality)
    return modality if modality in (Modality.DENIED, Modality.ALLEGED) else Modality.ASSERTED


def _ties(sentence: Sentence, events: Sequence[Found], context: Context) -> Iterator[Draft]:
    for tie in leverage_of(sentence, events, context):
        slots = {
            "leverage": tie.leverage,
            "persons": tie.persons,
            "holder": tie.holder,
            "target": tie.target,
            "object": tie.object,
            "modality": tie.modality,
        }
        yield Draft(LeverageClaim, slots, sentence.chunks[tie.at].start)


def _run_on(paragraph: Paragraph, said: Sequence[Speech]) -> list[Speech]:
    """Quotations of several sentences, and those that go on behind "X said".

    Who speaks the one with "X said" speaks them all; one that opens right behind a sentence that
    reports a speaker goes on with what that speaker says.
    """
    found: list[Speech] = []
    for quotation in paragraph.quotations:
        near = [one for one in said if one.verb >= 0 and quotation.touches(one.span)]
        near = near or [one for one in said if _goes_on(paragraph, one, quotation)]
        if near:
            found.append(Speech(quotation, near[0].speaker))
    return found


def _goes_on(paragraph: Paragraph, speech: Speech, quotation: Span) -> bool:
    """Whether a quotation opens with the sentence behind the one that reports a speech."""
    starts = [sentence.span.start for sentence in paragraph.sentences]
    for sentence, start in zip(paragraph.sentences, starts[1:], strict=False):
        if start <= quotation.start <= start + _OPENING:
            return speech.verb >= 0 and speech.span.touches(sentence.span)
    return False
