"""Events and figures: what happened to people, named or counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from habeas.model.mention import Mention, MentionKind
from habeas.model.vocabulary import CountingUnit, EventKind, FigureStatus, Modality, ReleaseForm
from habeas.reading.frames.access import kept_apart
from habeas.reading.frames.beside import other_way, spared
from habeas.reading.frames.carried import ahead, carried
from habeas.reading.frames.charges import charges_in
from habeas.reading.frames.chunks import Chunk, ChunkKind
from habeas.reading.frames.event_frame import PEOPLE, Frame, frame_of
from habeas.reading.frames.figures import (
    existing,
    figure_of,
    searched_places,
    status_of,
    unit_of,
)
from habeas.reading.frames.fitting import fits, is_told, penalty
from habeas.reading.frames.found import Found, region
from habeas.reading.frames.gapping import gaps, is_shared_out, shared_out, term_in
from habeas.reading.frames.modality import modality_of
from habeas.reading.frames.nameless import nameless
from habeas.reading.frames.sentence import Context, Sentence
from habeas.reading.frames.timing import When, extended, is_bare_participle, told_on, when
from habeas.reading.frames.triggers import Form, Hit

_ENDS = (EventKind.RELEASED, EventKind.EXCHANGED, EventKind.PARDONED)
_WITH_HOLDER = (EventKind.HELD, EventKind.REMANDED, EventKind.RELEASED)
_WITH_ORIGIN = (
    EventKind.TRANSFERRED, EventKind.EXPELLED, EventKind.RELEASED,
)  # fmt: skip
_ACCUSED = (
    EventKind.ARRESTED, EventKind.CHARGED, EventKind.HELD, EventKind.REMANDED, EventKind.TRIED,
    EventKind.SENTENCED, EventKind.APPEAL_DECIDED, EventKind.SEARCHED, EventKind.ABDUCTED,
)  # fmt: skip
_STATES = (
    EventKind.HELD, EventKind.REMANDED, EventKind.HUNGER_STRIKE, EventKind.DISAPPEARED,
    EventKind.TRIED,
)  # fmt: skip
_PLACES = (MentionKind.PLACE, MentionKind.STATE, MentionKind.UNSPECIFIED)
_LASTING = (
    EventKind.HELD, EventKind.REMANDED, EventKind.HUNGER_STRIKE, EventKind.DISAPPEARED,
    EventKind.DENIED_ACCESS, EventKind.MISTREATED,
)  # fmt: skip


def events_of(sentence: Sentence, hit: Hit, context: Context) -> list[Found]:
    """What a trigger makes: one event for those named, one figure for each count."""
    frame = frame_of(sentence.chunks, hit, context)
    if hit.trigger.kind == EventKind.DENIED_ACCESS.value:
        frame.patients = kept_apart(sentence.chunks, hit.at, frame.patients, context)
    told = sentence.chunks[hit.at]
    status = status_of(EventKind(hit.trigger.kind))
    if hit.form is Form.NOUN and told.quantity is not None and status is not None:
        return _figures(sentence, hit, frame, [told], status, context)
    found = carried(sentence, hit, frame, context)
    frame.patients = [ahead(sentence.chunks, hit.at, one, context) for one in frame.patients]
    patients = [chunk for chunk in frame.patients if _is_patient(chunk, context)]
    if places := searched_places(sentence.chunks, hit, frame):
        return _figures(sentence, hit, frame, places, FigureStatus.SEARCHED, context)
    if not (patients or found) or not fits(sentence, hit, frame, context):
        return []
    if not is_told(sentence, hit, frame):
        return []
    if found and not context.all(patients):
        return [_event(sentence, hit, frame, found, context)]
    named = [chunk for chunk in patients if _is_known(chunk, context)]
    persons = tuple(m for m in context.all(named) if m.kind is MentionKind.PERSON)
    context.mentions.referents.patients.update((one.label, None) for one in persons)
    others = () if persons else nameless(sentence.chunks, hit, frame, context)
    made = _told(sentence, hit, frame, persons or others, context) if persons or others else []
    made = [b for one in made for b in other_way(sentence, one, frame, context)]
    made += [one for event in made[:1] for one in spared(sentence, event, context)]
    if status is not None:
        counted = [chunk for chunk in patients if chunk not in named]
        made += _figures(sentence, hit, frame, counted, status, context)
        made += _not_yet(sentence, hit, frame, counted, context)
    return made


def _told(
    sentence: Sentence, hit: Hit, frame: Frame, persons: tuple[Mention, ...], context: Context
) -> list[Found]:
    """The event of known persons; one for each where terms are shared out, or verbs left out."""
    event = _event(sentence, hit, frame, persons, context)
    if len(persons) > 1 and is_shared_out(sentence, hit.at):
        return shared_out(sentence, event, persons, context)
    base = event.slots.get("sentence")
    if hit.form is not Form.VERB or not (base or hit.trigger.kind == EventKind.TRANSFERRED.value):
        return [event]
    made = [event]
    for gap in gaps(sentence.chunks, hit.at):
        others = context.all(gap.persons)
        slots: dict[str, Any] = {**event.slots, "persons": others}
        if base is not None:
            slots["sentence"] = term_in(sentence, gap, base, context)
            is_told = slots["sentence"] is not None
        else:
            place = context.all(sentence.chunks[gap.first : gap.first + 1])
            slots["place"] = place[0] if place else None
            is_told = bool(place) and place[0].kind in _PLACES
        if others and is_told and not set(_labels(others)) & set(_labels(persons)):
            made.append(replace(event, slots=slots))
    return made


def _labels(persons: Sequence[Mention]) -> list[str]:
    return [person.label for person in persons]


def _not_yet(
    sentence: Sentence, hit: Hit, frame: Frame, patients: Sequence[Chunk], context: Context
) -> list[Found]:
    """The event of counted people that is only wanted, planned or denied: no figure yet."""
    modality = modality_of(sentence.chunks, hit.at, context.knowledge.lexicon.modality)
    counted = [one for one in patients if one.quantity is not None and not one.is_person_name]
    # "One person may be jailed more than once" is told of nobody.
    counted = [one for one in counted if one.quantity and one.quantity.quantity.low != 1]
    if modality in (Modality.ASSERTED, Modality.ALLEGED) or not counted:
        return []
    persons = context.all(counted, keep_count=True)
    if not persons:
        return []
    event = _event(sentence, hit, frame, persons, context)
    count = counted[0].quantity
    if len(counted) == 1 and count is not None:
        event.slots["count"] = count.quantity
    return [event]


def _is_known(chunk: Chunk, context: Context) -> bool:
    """Whether it is clear who is meant: by name, by a pronoun, by what was said before."""
    if chunk.is_person_name or chunk.is_pronoun or context.several(chunk):
        return True
    return bool(context.mentions.stands_for(chunk))


def counts_of(sentence: Sentence, hit: Hit, context: Context) -> list[Found]:
    """The figures a trigger makes that tells of counted people only."""
    if hit.trigger.needs == "existence":
        found = existing(sentence, hit, context)
        return [found] if found is not None else []
    frame = frame_of(sentence.chunks, hit, context)
    told = sentence.chunks[hit.at]
    patients = [chunk for chunk in frame.patients if _is_patient(chunk, context)]
    if hit.form is Form.NOUN and told.quantity is not None:  # "recorded 312 prosecutions"
        patients = [told]
    return _figures(sentence, hit, frame, patients, FigureStatus(hit.trigger.kind), context)


def _figures(
    sentence: Sentence,
    hit: Hit,
    frame: Frame,
    patients: Sequence[Chunk],
    status: FigureStatus,
    context: Context,
) -> list[Found]:
    found = (
        figure_of(sentence, hit, frame, context, counted=chunk, status=status)
        for chunk in patients
        if not chunk.is_person_name
    )
    return [one for one in found if one is not None]


def _is_patient(chunk: Chunk, context: Context) -> bool:
    """Whether it can happen to what the phrase names; an office nobody holds is no person."""
    if chunk.quantity is not None and unit_of(chunk) is not CountingUnit.PERSON:
        return True
    kind = context.kind(chunk)
    if _is_known(chunk, context):
        return kind in PEOPLE or not chunk.is_pronoun
    if kind is not MentionKind.PERSON or chunk.name is not None:
        return kind in PEOPLE
    is_one = chunk.opens_with("indefinite") and chunk.words[-1].serves("trades_and_offices")
    is_kin = chunk.head in context.knowledge.lexicon.people["kinship"]
    first = chunk.words[0]
    is_kin = is_kin and first.serves("person_owners") and not first.serves("speaker_pronouns")
    is_one = is_one or is_kin  # "her son"
    return chunk.quantity is not None or is_one


def _event(
    sentence: Sentence, hit: Hit, frame: Frame, persons: tuple[Mention, ...], context: Context
) -> Found:
    time = when(sentence, hit.at, frame.found, context)
    if sentence.chunks[hit.at].does("extending_verbs"):
        time = extended(sentence.chunks, time)
    kind = _kind(sentence, hit, frame, time, context)
    span = region(sentence, hit, frame)
    text = sentence.text[span.start : span.end]
    slots: dict[str, Any] = {
        "event": kind,
        "persons": persons,
        "until": time.until,
        "charges": charges_in(text, context.knowledge.lexicon) if kind in _ACCUSED else (),
        **_where(kind, hit, frame, context),
        **_by_whom(kind, frame, context),
    }
    is_serving = kind is EventKind.HELD and _is_serving(hit)
    if is_serving or kind in (EventKind.SENTENCED, EventKind.APPEAL_DECIDED):
        slots["sentence"] = penalty(sentence, hit, frame, context)
    if kind in _ENDS:
        slots["form"] = _form(hit, text, context)
    modality = _manner(sentence.chunks, hit, context)
    if kind not in _STATES and time.on is not None and time.on.span is None:
        time = replace(time, on=None)  # "has been arrested" tells of no day
    on = time.since if time.since and kind in _LASTING else told_on(time, modality)
    return Found(slots, hit.at, is_figure=False, date=on, modality=modality)


def _is_serving(hit: Hit) -> bool:
    return hit.phrase is not None and (hit.phrase.verb == "serve" or "serving" in hit.phrase.after)


def _kind(sentence: Sentence, hit: Hit, frame: Frame, time: When, context: Context) -> EventKind:
    """What it is; who has been detained since a day is held: "have been jailed since 2018"."""
    kind = EventKind(hit.trigger.kind)
    told = sentence.chunks[hit.at]
    is_imprisoned = kind is EventKind.SENTENCED and told.does("jailing_verbs")
    is_lasting = time.since is not None or _is_ever_since(sentence.chunks, hit.at)
    if (kind is EventKind.ARRESTED or is_imprisoned) and is_lasting:
        return EventKind.HELD
    is_bare = told.is_verb and len(told.words) == 1 and hit.form is Form.VERB
    is_bare = is_bare and is_bare_participle(sentence.chunks, hit.at)
    is_without = is_imprisoned and penalty(sentence, hit, frame, context) is None
    return EventKind.HELD if is_without and is_bare else kind


def _is_ever_since(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether "since" ends the clause: "where he has been detained since"."""
    behind = chunks[at + 1 : at + 3]
    return (
        bool(behind)
        and behind[0].opens_with("since")
        and (len(behind) == 1 or behind[1].kind is ChunkKind.STOP)
    )


def _manner(chunks: Sequence[Chunk], hit: Hit, context: Context) -> Modality:
    """In what manner it is told; "was not allowed to see" asserts that access was refused."""
    words = context.knowledge.lexicon.modality
    if chunks[0].opens_with("correction_words"):
        return Modality.DENIED
    if hit.trigger.needs == "negated":
        plain = replace(chunks[hit.at], is_negated=False)
        chunks = [*chunks[: hit.at], plain, *chunks[hit.at + 1 :]]
    at = hit.at
    is_among = any(chunk.is_word("among") for chunk in chunks[max(at - 3, 0) : at])
    if hit.form is Form.PARTICIPLE or is_among:  # "X would be among those released"
        copulas = [i for i, chunk in enumerate(chunks) if chunk.is_copula]
        at = min(copulas, key=lambda i: abs(i - hit.at), default=at)
    manner = modality_of(chunks, at, words)
    if hit.trigger.modality and manner is Modality.ASSERTED:
        return Modality(hit.trigger.modality)
    return manner


def _where(kind: EventKind, hit: Hit, frame: Frame, context: Context) -> dict[str, Mention | None]:
    goal = context.all(frame.places(context, "goal"))
    origin = context.all(frame.places(context, "source"))
    here = context.all(_here(kind, frame, context))
    if kind is EventKind.TRANSFERRED:
        here = goal or here
    elif kind is EventKind.EXPELLED:
        here = here or goal
    is_taken = kind is EventKind.ABDUCTED or _is_from(hit)
    if kind not in _WITH_ORIGIN:  # people are taken from where it happens
        here, origin = here or (origin if is_taken else ()), ()
    return {"place": here[0] if here else None, "origin": origin[0] if origin else None}


def _is_from(hit: Hit) -> bool:
    """Whether the trigger itself says from where: "taken from her home"."""
    return hit.phrase is not None and "from" in hit.phrase.after


def _here(kind: EventKind, frame: Frame, context: Context) -> list[Chunk]:
    """Places where it happens; the prison of a sentence is what it is to, not where it is given."""
    places = frame.places(context, "where")
    if kind in (EventKind.SENTENCED, EventKind.APPEAL_DECIDED):
        places = [place for place in places if place.name is not None and not place.tail]
    return places or frame.seats(context)


def _by_whom(kind: EventKind, frame: Frame, context: Context) -> dict[str, Mention | None]:
    agents = frame.doers(context)
    beside = context.all(frame.found.used("inside"))
    courts = [one for one in [*agents, *beside] if _is_court(one, context)]
    others = [agent for agent in agents if agent not in courts]
    slot = "holder" if kind in _WITH_HOLDER else "agent"
    return {"court": courts[0] if courts else None, slot: others[0] if others else None}


def _is_court(one: Mention, context: Context) -> bool:
    words = one.text.lower().split()
    kinds = (MentionKind.BODY, MentionKind.PLACE)
    return one.kind in kinds and any(context.knowledge.serves(word, "courts") for word in words)


def _form(hit: Hit, text: str, context: Context) -> ReleaseForm | None:
    if hit.trigger.form:
        return ReleaseForm(hit.trigger.form)
    for entry in context.knowledge.lexicon.release_forms:
        if entry.pattern.search(text):
            return ReleaseForm(entry.kind)
    return None
