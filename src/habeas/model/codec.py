"""Values of the model to JSON and back, from their annotations alone.

Empty slots are left out; a claim carries its kind under `claim`. `canonical` is the one byte form
that is hashed: sorted keys, no spaces, UTF-8, no number that is not finite.
"""

from __future__ import annotations

import json
import typing
from contextlib import suppress
from hashlib import sha256
from typing import TypeVar

from habeas.model.claim import CLAIM_KINDS, KIND_OF, AnyClaim
from habeas.model.codec_decode import Misfit, decoder_of, shown
from habeas.model.codec_encode import Hint, Plain, encoder_of
from habeas.model.codec_quick import quick_decoder_of
from habeas.model.codec_write import STUMBLES, slots_written, writer_of
from habeas.model.errors import ValueMalformed

__all__ = [
    "CLAIM_KINDS",
    "KIND_OF",
    "canonical",
    "claim_from_plain",
    "claim_id",
    "from_plain",
    "record_id",
    "to_plain",
    "written",
    "written_and_named",
]

# A claim is the same claim whoever read it and however it was graded.
_NOT_IDENTITY = ('"reading":', '"source":', '"reliability":', '"credibility":')
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)

T = TypeVar("T")


def canonical(value: Plain) -> str:
    """The one JSON form of plain data that hashes are taken over.

    Raises: ValueMalformed, for what JSON or UTF-8 cannot hold: NaN, half of a surrogate pair.

    >>> canonical({"b": 1, "a": ["ї"]})
    '{"a":["ї"],"b":1}'
    """
    try:
        text = _JSON.encode(value)
        text.isascii() or text.encode()
    except (TypeError, ValueError) as broken:
        raise ValueMalformed(
            value=shown(value), expected=f"plain data ({broken})", example='{"text": "5 men"}'
        ) from broken
    return text


def to_plain(value: object) -> Plain:
    """A model value, or a list or tuple of them, as dicts, lists and strings."""
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    kind: Hint = type(value)
    return encoder_of(kind)(value)


def from_plain(kind: type[T], plain: Plain) -> T:
    """The value of type `kind` that `plain` writes.

    Raises: ValueMalformed, when it does not fit, with the place that does not.
    """
    hint: Hint = kind
    with suppress(ValueMalformed, *STUMBLES):
        return typing.cast("T", quick_decoder_of(hint)(plain))
    try:
        return typing.cast("T", decoder_of(hint)(plain))
    except Misfit as misfit:
        place = f"{misfit.place} of " if misfit.steps else ""
        raise ValueMalformed(
            value=misfit.found,
            expected=f"{misfit.expected} ({place}a stored {kind.__name__})",
            example=misfit.example,
        ) from misfit


def claim_from_plain(plain: Plain) -> AnyClaim:
    """The claim that `plain` writes, whatever its kind. Raises: ValueMalformed."""
    word = plain.get("claim") if isinstance(plain, dict) else None
    kind = CLAIM_KINDS.get(word) if isinstance(word, str) else None
    if kind is None:
        raise ValueMalformed(
            value=shown(plain), expected="a stored claim", example='{"claim": "event", ...}'
        )
    return from_plain(kind, plain)


def written(value: object) -> str:
    """The canonical JSON of a model value. Raises: ValueMalformed, for what JSON cannot hold."""
    kind: Hint = type(value)
    try:
        text = writer_of(kind)(value)
        text.isascii() or text.encode()
    except STUMBLES:
        return canonical(to_plain(value))  # says what is wrong, if anything is
    return text


def claim_id(claim: AnyClaim) -> str:
    """The claim's own identity: 32 hex digits over what is claimed and where it stands.

    Reader, probability and grades stay out of it: reading again, or grading, makes no new claim.
    """
    return written_and_named(claim)[1]


def written_and_named(claim: AnyClaim) -> tuple[str, str]:
    """A claim's canonical JSON with its identity, the slots written once for both."""
    kind: Hint = type(claim)
    try:
        slots = slots_written(kind)(claim)
        text = f"{{{','.join(slots)}}}"
        text.isascii() or text.encode()
    except STUMBLES:
        plain = to_plain(claim)
        text = canonical(plain)
        slots = [canonical({name: plain[name]})[1:-1] for name in sorted(plain)]
    told = f"{{{','.join([one for one in slots if not one.startswith(_NOT_IDENTITY)])}}}"
    return text, sha256(told.encode()).hexdigest()[:32]


def record_id(value: object) -> str:
    """An identity for any other record: 32 hex digits over its canonical form."""
    return identity_of(type(value), written(value))


def identity_of(kind: type, text: str) -> str:
    """The identity of a record of this kind that is written so."""
    return sha256(f"{kind.__name__}{text}".encode()).hexdigest()[:32]
