"""Values of the model to JSON and back, from their annotations alone.

Empty slots are left out; a claim carries its kind under `claim`. `canonical` is the one byte form
that is hashed: sorted keys, no spaces, UTF-8, no number that is not finite.
"""

from __future__ import annotations

import json
import typing
from hashlib import sha256
from typing import TypeVar

from habeas.model.claim import CLAIM_KINDS, KIND_OF, AnyClaim
from habeas.model.codec_decode import Misfit, decoder_of, shown
from habeas.model.codec_encode import Hint, Plain, encoder_of
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
]

# A claim is the same claim whoever read it and however it was graded.
_NOT_IDENTITY = ("reading", "source", "reliability", "credibility")
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
    try:
        hint: Hint = kind
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


def claim_id(claim: AnyClaim) -> str:
    """The claim's own identity: 32 hex digits over what is claimed and where it stands.

    Reader, probability and grades stay out of it: reading again, or grading, makes no new claim.
    """
    plain = to_plain(claim)
    for name in _NOT_IDENTITY:
        plain.pop(name, None)
    return sha256(canonical(plain).encode()).hexdigest()[:32]


def record_id(value: object) -> str:
    """An identity for any other record: 32 hex digits over its canonical form."""
    text = f"{type(value).__name__}{canonical(to_plain(value))}"
    return sha256(text.encode()).hexdigest()[:32]
