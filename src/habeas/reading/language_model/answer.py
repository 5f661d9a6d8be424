"""The proposals in what a server answers, or why there are none that can be used."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from habeas.reading.language_model.faults import Lost, NoAnswer

_MOST_CLAIMS = 200  # of one chunk; more is a model that repeats itself
# Servers without a JSON mode let models wrap their answer as they would for a reader.
_WRAPPED = re.compile(r"\A\s*```(?:json)?\s*\n(?P<inside>.*)\n\s*```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Answer:
    """Proposals as plain JSON values, and which model says it made them.

    `fingerprint` is the server's own mark of its configuration, empty where it gives none.
    """

    proposals: tuple[object, ...]
    model: str = ""
    fingerprint: str = ""


def answer_of(content: bytes) -> Answer:
    """The answer in the body of a response. Raises: NoAnswer, whatever else it holds."""
    body = _json(content, Lost.NOT_JSON)
    if not isinstance(body, dict):
        raise NoAnswer(Lost.NOT_A_COMPLETION)
    claims = _claims(_words(body))
    return Answer(tuple(claims), _short(body.get("model")), _short(body.get("system_fingerprint")))


def _words(body: dict[str, Any]) -> str:
    choices = body.get("choices")
    first = choices[0] if isinstance(choices, list) and choices else None
    message = first.get("message") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(message, dict):
        raise NoAnswer(Lost.NOT_A_COMPLETION)
    if message.get("tool_calls") or message.get("function_call"):
        raise NoAnswer(Lost.TOOL_CALL)
    if first.get("finish_reason") == "length":
        raise NoAnswer(Lost.CUT_OFF)
    words = message.get("content")
    if not isinstance(words, str) or not words.strip():
        raise NoAnswer(Lost.EMPTY)
    return words


def _claims(words: str) -> list[object]:
    wrapped = _WRAPPED.match(words)
    plain = _json(wrapped["inside"] if wrapped else words, Lost.ANSWER_NOT_JSON)
    claims = plain.get("claims") if isinstance(plain, dict) and len(plain) == 1 else None
    if not isinstance(claims, list):
        raise NoAnswer(Lost.NOT_A_LIST)
    if len(claims) > _MOST_CLAIMS:
        raise NoAnswer(Lost.TOO_MANY, str(len(claims)))
    return claims


def _json(content: bytes | str, lost: Lost) -> Any:  # noqa: ANN401  # whatever JSON can hold
    try:
        return json.loads(content)
    except (ValueError, RecursionError) as broken:
        raise NoAnswer(lost) from broken


def _short(word: object, most: int = 80) -> str:
    """A name that a server gives, if it is one."""
    is_name = isinstance(word, str) and len(word) <= most and word.isprintable()
    return word if is_name and isinstance(word, str) else ""
