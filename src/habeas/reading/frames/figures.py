"""Figures: how many people something happened to, where, on what grounds, in whose hands."""

from __future__ import annotations

from habeas.model.mention import Mention, MentionKind
from habeas.model.quote import Span
from habeas.model.vocabulary import CountingBasis, CountingUnit, EventKind, FigureStatus
from habeas.reading.frames.chunks import Chunk
from habeas.reading.frames.event_frame import Frame
from habeas.reading.frames.found import Found, region
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.timing import When, is_present, when
from habeas.reading.frames.triggers import Hit

_STATUS = {
    EventKind.ARRESTED: FigureStatus.ARRESTED, EventKind.ABDUCTED: FigureStatus.DISAPPEARED,
    EventKind.SEARCHED: FigureStatus.SEARCHED, EventKind.CHARGED: FigureStatus.CHARGED,
    EventKind.REMANDED: FigureStatus.HELD, EventKind.HELD: FigureStatus.HELD,
    EventKind.SENTENCED: FigureStatus.SENTENCED, EventKind.TRIED: FigureStatus.CHARGED,
    EventKind.RELEASED: FigureStatus.RELEASED, EventKind.EXCHANGED: FigureStatus.RELEASED,
    EventKind.PARDONED: FigureStatus.RELEASED, EventKind.DIED: FigureStatus.KILLED,
    EventKind.DISAPPEARED: FigureStatus.DISAPPEARED,
}  # fmt: skip


def is_counted(kind: EventKind) -> bool:
    """Whether people to whom such a thing happened make a figure."""
    return kind in _STATUS


def unit_of(chunk: Chunk) -> CountingUnit:
    """What a phrase counts: persons, where its noun does not say cases or prosecutions."""
    if chunk.ends_in("case_units"):
        return CountingUnit.CASE
    return CountingUnit.PROSECUTION if chunk.ends_in("prosecution_units") else CountingUnit.PERSON


def figure_of(
    sentence: Sentence, hit: Hit, frame: Frame, counted: Chunk, context: Context
) -> Found:
    """The figure a trigger makes of one counted phrase."""
    time = when(sentence, hit.at, frame.found, context)
    status = _STATUS[EventKind(hit.trigger.kind)]
    basis = _basis(sentence, hit, status, time)
    population = context.mention(counted)
    if population is not None and population.kind is MentionKind.UNSPECIFIED:
        population = None
    holders = frame.doers(context) or _captivity(frame, context)
    slots = {
        "status": status,
        "quantity": counted.quantity.quantity if counted.quantity else None,
        "population": population,
        "territory": context.all(frame.places(context, "where", "source")),
        "holder": holders[0] if holders else None,
        "unit": unit_of(counted),
        "basis": basis,
        "grounds": _grounds(sentence, hit, frame, counted, context),
        "since": time.since,
    }
    on = time.on
    is_total = hit.form == "noun" and basis is CountingBasis.CUMULATIVE
    if on is None and time.since is None and is_total:
        on = context.document_date()
    return Found(slots, hit.at, is_figure=True, date=on)


def _basis(sentence: Sentence, hit: Hit, status: FigureStatus, time: When) -> CountingBasis | None:
    if status is FigureStatus.HELD:
        is_now = hit.form == "state" or is_present(sentence.chunks[hit.at])
        return CountingBasis.CURRENT if is_now and hit.form != "noun" else None
    return CountingBasis.CUMULATIVE if time.since or hit.form == "noun" else None


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
            if code := context.knowledge.adjective(word.text):
                name = context.knowledge.state_name(code)
                span = Span(word.start, word.end)
                return [Mention(word.text, MentionKind.STATE, span, name)]
    return []
