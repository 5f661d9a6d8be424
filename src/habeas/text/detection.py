"""Which encoding a captured file is in, told from its bytes; or what it is when it is no text.

In this order: byte-order mark, signature of another kind of file, NULs in every second or fourth
place, share of control bytes, strict UTF-8, what the page or the sender declares, lines of two
encodings, letters of Ukrainian and Russian, and charset-normalizer for what is left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from habeas.model.problem import Problem, Severity
from habeas.text import cyrillic
from habeas.text.charset_labels import codec_of, declared_in
from habeas.text.decoding import decode_as, fits, mark
from habeas.text.signatures import MOST_CONTROLS, UNKNOWN, recognise, share_of_controls

_PLAUSIBLE = re.compile(
    r"[\t\n\r -~\u00a0-\u024f\u0370-\u052f\u0590-\u06ff\u2010-\u2044\u20ac\u2116]"
)
_WIDE_SAMPLE = 65_536
# Characters of two bytes in a row, or a dash or quotation mark of three: no word in a single-byte
# Cyrillic encoding looks so, while "Ні" in cp1251 alone happens to be valid UTF-8.
_UTF_8 = re.compile(
    rb"(?:[\xc2-\xdf][\x80-\xbf]){3}|\xe2[\x80-\x84][\x80-\xbf]|\xf0\x9f[\x80-\xbf]{2}"
)
_MOST_BROKEN = 0.3
_NEAR = 0.3  # nats for each character: less of a lead proves nothing against a declaration
_CERTAIN_LEAD = 0.5
_GUESS_SAMPLE = 65_536
_SHORT = 24


@dataclass(frozen=True, slots=True)
class Detection:
    """An encoding for `decode_as` with a confidence from 0 to 1; empty where there is no text.

    The problems name no place: who knows the document adds it.
    """

    encoding: str
    confidence: float
    problems: tuple[Problem, ...] = ()


def detect(content: bytes, *, declared: str = "") -> Detection:
    """How to decode the content. `declared` is what a sender said of it ("windows-1251").

    >>> detect("Її забрали вранці.".encode("cp1251")).encoding
    'cp1251'
    """
    if name := mark(content):
        return _strict_or_replaced(content, name, 1.0)
    if (kind := recognise(content)) is not None:
        return Detection("", 1.0, (_binary(kind.words),))
    if name := _wide(content):
        return _strict_or_replaced(content, name, 0.9)
    if share_of_controls(content) > MOST_CONTROLS:
        return Detection("", 0.9, (_binary(f"{UNKNOWN.words}, mostly control bytes"),))
    said = declared_in(content) or codec_of(declared)
    if fits(content, "utf-8"):
        return Detection("utf-8", 1.0, _against(said, "utf-8", content))
    return _not_utf_8(content, said)


def _wide(content: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, known by where its NULs stand and by what it then says."""
    sample = content[:_WIDE_SAMPLE]
    sample = sample[: len(sample) // 4 * 4] or content[: len(content) // 2 * 2]
    if b"\x00" not in sample:
        return ""
    for name, step, place in (
        ("utf-32-le", 4, 3),
        ("utf-32-be", 4, 0),
        ("utf-16-le", 2, 1),
        ("utf-16-be", 2, 0),
    ):
        high = sample[place::step]
        # The high bytes of a language come from one or two scripts: few values, NUL among them.
        if (
            b"\x00" in high
            and len(set(high)) <= max(4, len(high) // 8)
            and _reads_wide(sample, name)
        ):
            return name
    return ""


def _reads_wide(sample: bytes, name: str) -> bool:
    text = decode_as(sample, f"replaced:{name}")
    return bool(text) and len(_PLAUSIBLE.findall(text)) >= 0.9 * len(text)


def _not_utf_8(content: bytes, said: str) -> Detection:
    if not _UTF_8.search(content) and said != "utf-8":
        return _single_byte(content, said)
    lines = [line for line in content.split(b"\n") if not line.isascii()]
    foreign = [line for line in lines if not fits(line, "utf-8")]
    broken = _broken_share(b"\n".join(foreign))
    if broken < _MOST_BROKEN:
        return _replaced(content, "utf-8", 0.8)
    if len(foreign) < len(lines):
        return _by_line(content, b"\n".join(foreign), said)
    return _single_byte(content, said)


def _broken_share(content: bytes) -> float:
    """Of the bytes above 127, how many belong to no UTF-8 character."""
    high = len(content) - len(content.translate(None, bytes(range(128, 256))))
    escaped = decode_as(content, "replaced:utf-8").count("\ufffd")
    return escaped / high if high else 0.0


def _by_line(content: bytes, foreign: bytes, said: str) -> Detection:
    other = _single_byte(foreign, "" if said == "utf-8" else said)
    name = f"lines:utf-8,{other.encoding}"
    if not other.encoding or not fits(content, name):
        return _replaced(content, "utf-8", 0.4)
    count = foreign.count(b"\n") + 1
    problem = Problem(
        code="encoding-mixed",
        where="",
        what=f"the lines are in two encodings: UTF-8, and {count} in {other.encoding}",
        remedy="Each line was read in its own; look at the names in those lines.",
    )
    return Detection(name, min(other.confidence, 0.9), (problem, *other.problems))


def _single_byte(content: bytes, said: str) -> Detection:
    in_words = _stands_in_words(content)
    likeliest = cyrillic.guess(content)
    if in_words and cyrillic.reads(likeliest.score):
        return _cyrillic(content, likeliest, said)
    if said and said != "utf-8" and fits(content, said):
        return Detection(said, 0.9)
    if not in_words and fits(content, "cp1252"):
        return Detection("cp1252", 0.7, (*_against(said, "cp1252", content), _guessed("cp1252")))
    name = _of_any_script(content)
    if cyrillic.may_read(likeliest.score) and (
        name in ("", *cyrillic.ENCODINGS) or _is_short(content)
    ):
        return _cyrillic(content, likeliest, said)
    if not name:
        return Detection("", 0.5, (_unknown(),))
    found = _strict_or_replaced(content, name, 0.6)
    return Detection(found.encoding, found.confidence, (*found.problems, _guessed(name)))


def _of_any_script(content: bytes) -> str:
    best = from_bytes(content[:_GUESS_SAMPLE]).best()
    return codec_of(best.encoding) if best else ""


def _is_short(content: bytes) -> bool:
    """Whether there is too little to tell scripts apart: a few Cyrillic words pass for Chinese."""
    return len(content) - len(content.translate(None, bytes(range(128, 256)))) < _SHORT


def _stands_in_words(content: bytes) -> bool:
    """Whether bytes above 127 make up words, as in Cyrillic, or single letters, as in French."""
    sample = content[: 20 * _GUESS_SAMPLE]
    high = len(sample) - len(sample.translate(None, bytes(range(128, 256))))
    together = sum(map(len, re.findall(rb"[\x80-\xff]{2,}", sample)))
    return together > 0.6 * high


def _cyrillic(content: bytes, likeliest: cyrillic.Guess, said: str) -> Detection:
    name = likeliest.encoding
    if said in cyrillic.ENCODINGS and said != name and likeliest.margin < _NEAR:
        name = said
    confidence = min(0.99, 0.6 + 0.4 * likeliest.margin / _CERTAIN_LEAD)
    notes = _against(said, name, content)
    if likeliest.margin < _CERTAIN_LEAD and name != said:
        notes += (_guessed(name),)
    result = _strict_or_replaced(content, name, confidence)
    return Detection(result.encoding, result.confidence, (*result.problems, *notes))


def _strict_or_replaced(content: bytes, name: str, confidence: float) -> Detection:
    return (
        Detection(name, confidence) if fits(content, name) else _replaced(content, name, confidence)
    )


def _replaced(content: bytes, name: str, confidence: float) -> Detection:
    encoding = f"replaced:{name}"
    count = decode_as(content, encoding).count("\ufffd")
    problem = Problem(
        code="bytes-replaced",
        where="",
        what=f"{count} places are not valid {name} and show as \ufffd",
        remedy="The file was damaged or cut before it came; capture it again if you can.",
    )
    return Detection(encoding, confidence, (problem,))


def _against(said: str, name: str, content: bytes) -> tuple[Problem, ...]:
    if not said or said == name or content.isascii():
        return ()
    return (
        Problem(
            code="encoding-declared-wrongly",
            where="",
            what=f"it declares {said}, but its bytes are {name}",
            remedy=f"Read as {name}.",
            severity=Severity.NOTE,
        ),
    )


def _guessed(name: str) -> Problem:
    return Problem(
        code="encoding-guessed",
        where="",
        what=f"nothing says which encoding it is in; {name} reads best",
        remedy="Compare a name with the original; if it is wrong, save the file as UTF-8.",
        severity=Severity.NOTE,
    )


def _binary(words: str) -> Problem:
    return Problem(
        code="binary-content",
        where="",
        what=f"this is not text but {words}",
        remedy="It is kept as it is. To read it, save its text as a text or HTML file.",
        severity=Severity.ERROR,
    )


def _unknown() -> Problem:
    return Problem(
        code="encoding-unknown",
        where="",
        what="this is in no encoding that can be told from its bytes",
        remedy="It is kept as it is. To read it, save it as UTF-8.",
        severity=Severity.ERROR,
    )
