"""The grounding gate: what a model proposes becomes a claim only where the text bears it out.

The model gives words, never places: where they stand we find ourselves. One exact quote, in one
segment; every word in a slot from the quote; numbers and dates as our own grammars read them there;
every choice from our lists; the manner allowed by the words around. Whatever fails is dropped with
its reason, and nothing is mended.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from habeas.model.claim import AnyClaim, Reading
from habeas.model.errors import ValueMalformed
from habeas.model.quote import Quote, Span
from habeas.model.rendition import Rendition
from habeas.model.vocabulary import Modality
from habeas.reading.language_model.chunks import Chunk, Segment
from habeas.reading.language_model.faults import Fault, Refused
from habeas.reading.language_model.manner import is_borne_out, speaks_to_a_machine
from habeas.reading.language_model.normal import normal_words
from habeas.reading.language_model.shapes import COMMON, HEAD, SHAPES, SLOTS, Shape, Slot
from habeas.reading.language_model.slots import Place, value_of
from habeas.reading.relocate import relocated

_MOST_IN_A_LIST = 200


def admit(
    proposed: object, chunk: Chunk, *, rendition: Rendition, reading: Reading
) -> AnyClaim | Fault:
    """The claim that a proposal comes to, with places in the captured text, or why it is dropped.

    Any value that JSON can hold is taken. Never raises for what a model says.
    """
    try:
        return _claim(proposed, chunk, rendition=rendition, reading=reading)
    except Refused as refused:
        return refused.fault
    except ValueMalformed:
        return Fault.NOT_A_CLAIM


def _claim(proposed: object, chunk: Chunk, *, rendition: Rendition, reading: Reading) -> AnyClaim:
    if not isinstance(proposed, dict):
        raise Refused(Fault.NOT_A_CLAIM)
    shape = _shape(proposed)
    what = _chosen(shape.choices, proposed.get("what"))
    modality = _chosen(Modality, proposed.get("modality"))
    place = _place(proposed.get("quote"), proposed.get("sentence"), chunk, rendition)
    if speaks_to_a_machine(place.segment.paragraph, place.segment.language):
        raise Refused(Fault.INSTRUCTION)
    slots = _slots(proposed, shape, place, what=str(what.value))
    made: AnyClaim = shape.claim(
        **{shape.to: what},
        **slots,
        quote=_quote(rendition, place.span),
        modality=modality,
        reading=reading,
    )
    if not is_borne_out(made, place.segment.normal.text, place.segment.language):
        raise Refused(Fault.MANNER_UNPROVED)
    return relocated(made, rendition.offsets)


def _shape(proposed: Mapping[str, object]) -> Shape:
    if not set(proposed) <= {*HEAD, *SLOTS}:
        raise Refused(Fault.UNKNOWN_FIELD)
    kind = proposed.get("kind")
    if not isinstance(kind, str) or kind not in SHAPES:
        raise Refused(Fault.UNKNOWN_WORD)
    shape = SHAPES[kind]
    filled = {name for name, given in proposed.items() if given not in (None, "", [])}
    if not filled <= {*HEAD, *COMMON, *shape.slots}:
        raise Refused(Fault.UNKNOWN_FIELD)
    if any(filled.isdisjoint(group) for group in shape.needs):
        raise Refused(Fault.SLOT_MISSING)
    return shape


def _chosen(choices: Any, given: object) -> Any:  # noqa: ANN401  # whichever list of words
    found = {one.value: one for one in choices}.get(given) if isinstance(given, str) else None
    if found is None:
        raise Refused(Fault.UNKNOWN_WORD)
    return found


def _place(quote: object, sentence: object, chunk: Chunk, rendition: Rendition) -> Place:
    if not isinstance(quote, str):
        raise Refused(Fault.NOT_A_CLAIM)
    wanted = normal_words(quote)
    if len(wanted.split()) < 2:  # noqa: PLR2004  # one word proves nothing
        raise Refused(Fault.QUOTE_TOO_SHORT)
    places = [
        Place(rendition, segment, at, at + len(wanted))
        for segment in chunk.segments
        for at in segment.normal.find(wanted)
    ]
    if not places:
        raise Refused(Fault.QUOTE_NOT_FOUND)
    if len(places) > 1:
        places = [one for one in places if _is_named(one.segment, sentence)]
    if len(places) != 1:
        raise Refused(Fault.QUOTE_AMBIGUOUS)
    return places[0]


def _is_named(segment: Segment, sentence: object) -> bool:
    return type(sentence) is int and segment.number == sentence


def _slots(
    proposed: Mapping[str, object], shape: Shape, place: Place, *, what: str
) -> dict[str, Any]:
    filled: dict[str, Any] = {}
    for name, slot in (COMMON | shape.slots).items():
        given = proposed.get(name)
        if given not in (None, "", []):
            filled[slot.to] = _filled(slot, given, place, what=what)
    return filled


def _filled(slot: Slot, given: object, place: Place, *, what: str) -> Any:  # noqa: ANN401
    if not slot.is_list:
        return value_of(slot, _text(given), place, what=what)
    if not isinstance(given, Sequence) or isinstance(given, str) or len(given) > _MOST_IN_A_LIST:
        raise Refused(Fault.NOT_A_CLAIM)
    return tuple(dict.fromkeys(value_of(slot, _text(one), place, what=what) for one in given))


def _text(given: object) -> str:
    if not isinstance(given, str) or not given.strip():
        raise Refused(Fault.NOT_A_CLAIM)
    return given


def _quote(rendition: Rendition, span: Span) -> Quote:
    """The words as they stand in the captured text, or as shown, where markup is between them."""
    place = rendition.offsets.to_captured(span)
    captured = rendition.captured[place.start : place.end]
    words = captured if len(place) == len(span) else rendition.text[span.start : span.end]
    return Quote(rendition.document, place, words)
