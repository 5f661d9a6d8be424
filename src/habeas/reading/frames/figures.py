"""Figures: how many people something happened to, where, on what grounds, in whose hands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import (
    CountingBasis,
    CountingUnit,
    EventKind,
    FigureStatus,
    Modality,
)
from habeas.reading.frames.arguments import arguments
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import Found, region
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.subjects import is_passive, skip_back, subject_of
from habeas.reading.frames.tallies import is_bare
from habeas.reading.frames.timing import When, is_present, told_on, when
from habeas.reading.frames.triggers import Form, Hit

_STATUS = {
    EventKind.ARRESTED: FigureStatus.ARRESTED, EventKind.ABDUCTED: FigureStatus.DISAPPEARED,
    EventKind.SEARCHED: FigureStatus.SEARCHED, EventKind.CHARGED: FigureStatus.CHARGED,
    EventKind.REMANDED: FigureStatus.HELD, EventKind.HELD: FigureStatus.HELD,
    EventKind.SENTENCED: FigureStatus.SENTENCED, EventKind.TRIED: FigureStatus.CHARGED,
    EventKind.RELEASED: FigureStatus.RELEASED, EventKind.EXCHANGED: FigureStatus.RELEASED,
    EventKind.PARDONED: FigureStatus.RELEASED, EventKind.DIED: FigureStatus.KILLED,
    EventKind.DISAPPEARED: FigureStatus.DISAPPEARED,
}  # fmt: skip

_TO_SPAN = 6  # phrases from "have been held" to "for two years"
_ENDS = (EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED)


def status_of(kind: EventKind) -> FigureStatus | None:
    """What people have in common to whom such a thing happened; None where none is counted."""
    return _STATUS.get(kind)


def unit_of(chunk: Chunk) -> CountingUnit:
    """What a phrase counts: persons, where its noun does not say cases or prosecutions."""
    if chunk.ends_in("case_units"):
        return CountingUnit.CASE
    return CountingUnit.PROSECUTION if chunk.ends_in("prosecution_units") else CountingUnit.PERSON


def _status_now(hit: Hit, sentence: Sentence, status: FigureStatus) -> FigureStatus:
    """The status the form of the verb tells: "are detained" holds now; to die is not to be killed.

    "Jailed in Velmora" behind its noun says where people are.
    """
    chunk = sentence.chunks[hit.at]
    if hit.trigger.kind == EventKind.DIED and not chunk.does("killing_verbs"):
        return FigureStatus.OTHER
    if status not in (FigureStatus.ARRESTED, FigureStatus.SENTENCED) or not chunk.is_verb:
        return status
    is_over = any(word.serves("have") for word in chunk.words)
    is_now = chunk.is_passive and is_present(chunk) and chunk.does("holding_verbs") and not is_over
    if is_over and chunk.does("holding_verbs") and is_passive(sentence.chunks, hit.at):
        return FigureStatus.HELD if _lasts(sentence.chunks, hit.at) else status
    is_bare = not chunk.is_finite or (len(chunk.words) == 1 and is_passive(sentence.chunks, hit.at))
    is_place = is_bare and chunk.does("jailing_verbs") and hit.trigger.needs != "term"
    return FigureStatus.HELD if is_now or is_place else status


def _lasts(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether it is said how long it has lasted: "have been detained for two years"."""
    for link, noun in pairwise(chunks[at + 1 : at + _TO_SPAN]):
        if link.is_word("lasting") and noun.is_noun and noun.ends_in("time_spans"):
            return True
    return False


def figure_of(
    sentence: Sentence,
    hit: Hit,
    frame: Frame,
    context: Context,
    *,
    counted: Chunk,
    status: FigureStatus,
) -> Found | None:
    """The figure a trigger makes of one phrase; None where the phrase counts nothing."""
    found = counted.quantity
    if found is None or _is_named(sentence, counted) or _counts_things(sentence, counted, context):
        return None
    if hit.form is Form.NOUN and counted.ends_in("others_beside"):
        return None  # "the detention of X and four others"
    if counted in sentence.chunks and _is_excepted(sentence.chunks, counted):
        return None
    status = _status_now(hit, sentence, status)
    time = when(sentence, hit.at, frame.found, context)
    basis = _basis(sentence, hit, status, time)
    holders = frame.doers(context) or _captivity(frame, context)
    is_event = hit.form is Form.NOUN and counted is sentence.chunks[hit.at]  # "212 arrests"
    slots = {
        "status": status,
        "quantity": found.quantity,
        "population": None if is_event else _population(counted, context),
        "territory": _territory(sentence, hit, frame, counted, context),
        "holder": holders[0] if holders else None,
        "unit": _event_unit(counted) if is_event else unit_of(counted),
        "basis": basis,
        "grounds": _grounds(sentence, hit, frame, counted, context),
        "since": time.since,
    }
    modality = modality_of(sentence.chunks, hit.at, context.knowledge.lexicon.modality)
    if modality not in (Modality.ASSERTED, Modality.ALLEGED) or _is_asked_for(sentence, hit):
        return None  # how many are to be freed, or were not, counts nobody
    on = told_on(time, modality)
    is_total = hit.form is Form.NOUN and basis is CountingBasis.CUMULATIVE
    if on is None and time.since is None and is_total:
        on = context.document_date()
    return Found(
        slots,
        hit.at,
        is_figure=True,
        date=on,
        modality=modality,
        count=found.span,
        whole=found.whole,
        is_part=found.of_whom is not None or is_bare(counted),
        is_loose=found.of_whom is None and is_bare(counted),
    )


def _is_excepted(chunks: Sequence[Chunk], counted: Chunk) -> bool:
    """Whether it is those to whom it did not happen: "released all but four"."""
    at = chunks.index(counted)
    return bool(at) and chunks[at - 1].is_word("excepting")


def _is_asked_for(sentence: Sentence, hit: Hit) -> bool:
    """Whether it is only hoped or asked for: "calls for the release of three men"."""
    chunks = sentence.chunks
    at = hit.at - 1
    if hit.form is not Form.NOUN or at < 0 or not chunks[at].is_word("asked_for"):
        return False
    return not any(word.serves("thanking") for chunk in chunks[:at] for word in chunk.words)


def _is_named(sentence: Sentence, counted: Chunk) -> bool:
    """Whether those counted are named beside: "two men, X and Y, were held", "all three"."""
    chunks = sentence.chunks
    before = [word for word in counted.words if counted.quantity and word.start < counted.end]
    if before[0].serves("all_of") and counted.quantity is not None and is_bare(counted):
        return True
    if counted not in chunks:
        return False
    behind = chunks[chunks.index(counted) + 1 :]
    while len(behind) > 1 and behind[0].is_word("of") and behind[1].is_noun:
        behind = behind[2:]
    marks = (ChunkKind.COMMA, ChunkKind.DASH, ChunkKind.COLON, ChunkKind.OPEN)
    return len(behind) > 1 and behind[0].kind in marks and behind[1].is_person_name


def _counts_things(sentence: Sentence, counted: Chunk, context: Context) -> bool:
    """Whether a bare number goes on counting things: "140 crates were held ... 12 are held"."""
    if not is_bare(counted) or counted.quantity is None or counted.quantity.whole is not None:
        return False
    before = [c for c in sentence.chunks if c.end <= counted.start and c.quantity is not None]
    return bool(before) and context.kind(before[-1]) is MentionKind.THING


def existing(sentence: Sentence, hit: Hit, context: Context) -> Found | None:
    """The figure of people who are said to be there: "There are 40 prisoners", "X has 40 ..."."""
    chunks = sentence.chunks
    counted = chunks[hit.at]
    verb = skip_back(chunks, hit.at - 1)
    if verb < 0 or not chunks[verb].is_verb or counted.quantity is None:
        return None
    owners = subject_of(chunks, verb)
    is_list = bool(owners) and owners[0].ends_in("lists") and chunks[verb].does("listing_verbs")
    having = context.knowledge.lexicon.constructions["having_verbs"]
    is_had = is_list or chunks[verb].lemma in having
    if not is_had and not chunks[verb].opens_with("there"):
        return None
    holders = [] if is_list or not is_had else owners
    frame = Frame([counted], holders, arguments(chunks, hit.at))
    told = Hit(hit.trigger, verb, Form.STATE)
    status = FigureStatus(hit.trigger.kind)
    made = figure_of(sentence, told, frame, context, counted=counted, status=status)
    if made is not None and not made.slots["territory"]:
        made.slots["territory"] = _held_in(sentence, hit.at, context)
    return made


def _held_in(sentence: Sentence, at: int, context: Context) -> tuple[Mention, ...]:
    """Where people are who are said to be there: "..., including 5 women, held in X"."""
    for index in range(at + 1, len(sentence.chunks)):
        chunk = sentence.chunks[index]
        if chunk.kind is ChunkKind.STOP or (chunk.is_verb and chunk.words[0].serves("be")):
            break
        if chunk.is_verb and chunk.does("deed_verbs"):
            found = Frame(found=arguments(sentence.chunks, index))
            return context.all(found.places(context, "where"))
    return ()


def _event_unit(counted: Chunk) -> CountingUnit:
    """What is counted by a noun for events: prosecutions, else cases."""
    unit = unit_of(counted)
    return unit if unit is CountingUnit.PROSECUTION else CountingUnit.CASE


def searched_places(chunks: Sequence[Chunk], hit: Hit, frame: Frame) -> list[Chunk]:
    """Counted houses that were searched; none where something else is told."""
    if hit.trigger.kind != EventKind.SEARCHED or not chunks[hit.at].is_verb:
        return []
    things = [*frame.found.objects, *subject_of(chunks, hit.at)]
    return [one for one in things if one.quantity is not None and one.ends_in("searched_places")]


def _territory(
    sentence: Sentence, hit: Hit, frame: Frame, counted: Chunk, context: Context
) -> tuple[Mention, ...]:
    """Where they are counted: behind the verb, or right behind those who are counted."""
    # "released from Russia", but not "arrested on a request from Russia"
    is_end = hit.trigger.kind in _ENDS
    found = frame.places(context, "where", *(("source",) if is_end else ()))
    is_penalty = hit.trigger.kind == EventKind.SENTENCED  # "three years in a penal colony"
    found += _on_soil(frame)
    places = context.all([one for one in found if one.name is not None or not is_penalty])
    at = sentence.chunks.index(counted) if counted in sentence.chunks else hit.at
    if places or at >= hit.at:
        return places
    return context.all(Frame(found=arguments(sentence.chunks, at)).places(context, "where"))


def _on_soil(frame: Frame) -> list[Chunk]:
    """Places with "on": "on the territory of X", "on the peninsula"."""
    phrases = [one for one in frame.found.phrases if one.preposition == "on"]
    return [
        noun
        for one in phrases
        for noun in one.nouns
        if any(word.serves("place_soil") for word in noun.words)
    ]


def _population(counted: Chunk, context: Context) -> Mention | None:
    """Who is counted; None where the number stands alone."""
    if is_bare(counted):
        return None
    population = context.mention(counted)
    is_named = population is not None and population.kind is not MentionKind.UNSPECIFIED
    return population if is_named else None


def _basis(sentence: Sentence, hit: Hit, status: FigureStatus, time: When) -> CountingBasis | None:
    if status in (FigureStatus.HELD, FigureStatus.OTHER):
        is_now = is_present(sentence.chunks[hit.at]) or time.on is not None
        return CountingBasis.CURRENT if is_now and hit.form is not Form.NOUN else None
    return CountingBasis.CUMULATIVE if time.since or hit.form is Form.NOUN else None


def _grounds(sentence: Sentence, hit: Hit, frame: Frame, counted: Chunk, context: Context) -> str:
    end = region(sentence, hit, frame).end
    grounds = context.knowledge.lexicon.patterns["grounds"]
    found = grounds.search(sentence.text, counted.start, end)
    return found.group(1) if found else ""


def _captivity(frame: Frame, context: Context) -> list[Mention]:
    """Whose captivity it is, by the adjective before it: "from Russian captivity"."""
    for chunk in frame.found.used("source", "where"):
        if not chunk.ends_in("captivity"):
            continue
        for word in chunk.words:
            if name := context.state_of(word.text):
                span = Span(word.start, word.end)
                return [Mention(word.text, MentionKind.STATE, span, name)]
    return []
