"""Pages that are pictures: told from pages of text, and recognised by Tesseract where it is."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from habeas.reading.pdf.hyphens import joined
from habeas.reference.languages import languages as known

_DPI = 300
_MOST_PIXELS = 25_000_000  # A3 at 300 dots an inch is 17 million
_PAGE_S = 60.0
_FEW_LETTERS = 100  # a stamp or a scanner's own line, not a page of text
_COVERED = 0.5
_BROKEN = 0.3
_WORD_LEVEL = "5"
_LATIN = ("eng",)
_SOME = 0.1
_BOX = ("left", "top", "width", "height")


@dataclass(frozen=True, slots=True)
class Recognised:
    """Paragraphs of one page, and the mean of Tesseract's own confidence in its words, 0 to 100.

    `doubtful` are numbers that two readings of the page gave differently.
    """

    paragraphs: tuple[str, ...]
    confidence: float
    doubtful: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its paragraph, its line in it, and the box it stands in, in dots of the page."""

    text: str
    paragraph: tuple[str, str]
    line: str
    confidence: float
    box: tuple[int, int, int, int]


def is_scan(page: pdfium.PdfPage, text: str) -> bool:
    """Whether a picture says what the page says: hardly any usable text, and a picture over it."""
    letters = sum(letter.isalnum() for letter in text)
    if is_broken(text):
        return True
    return letters < _FEW_LETTERS and _covered(page) >= (_COVERED if letters else 0.0)


def is_broken(text: str) -> bool:
    """Whether the letters stand for no known letters, as where a PDF leaves out which they are."""
    unknown = sum("\ue000" <= letter <= "\uf8ff" or letter == "\ufffd" for letter in text)
    return bool(text) and unknown > _BROKEN * len(text)


@cache
def languages() -> tuple[str, ...]:
    """Those of our languages that the installed Tesseract has; empty where there is none."""
    program = shutil.which("tesseract")
    if program is None:
        return ()
    try:
        listed = subprocess.run(  # noqa: S603  # a fixed argument
            [program, "--list-langs"], capture_output=True, check=True, timeout=_PAGE_S
        ).stdout.decode("utf-8", "replace")
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(one.ocr for one in known() if one.ocr and one.ocr in listed.split())


def recognise(page: pdfium.PdfPage) -> Recognised | None:
    """What Tesseract reads; None where it fails or takes longer than a minute.

    A page that turns out to be all in Latin letters is read a second time for those alone: with
    both alphabets to choose from, "on" comes out as Cyrillic "оп". The second reading gives the
    words that came out so, and no more: of the rest, numbers above all, neither is the better.
    """
    picture = _picture(page)
    words = _read(picture, languages())
    if words is None:
        return None
    has_choice = "eng" in languages() and languages() != _LATIN
    if has_choice and _is_latin("".join(word.text for word in words)):
        again = _read(picture, _LATIN) or []
        pairs = [(word, _at(word.box, again)) for word in words]
        mended = [two if two and _has_cyrillic(one.text) else one for one, two in pairs]
        return _recognised(mended, doubtful=_differing(pairs), places=words)
    return _recognised(words, doubtful=(), places=words)


def _at(box: tuple[int, int, int, int], words: Sequence[_Word]) -> _Word | None:
    """The word of another reading that stands over the middle of a box."""
    x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
    for word in words:
        left, top, width, height = word.box
        if left <= x <= left + width and top <= y <= top + height:
            return word
    return None


def _differing(pairs: Sequence[tuple[_Word, _Word | None]]) -> tuple[str, ...]:
    both = ((re.findall(r"\d+", one.text), two) for one, two in pairs)
    return tuple(
        f"{' '.join(digits)} or {two.text}"
        for digits, two in both
        if digits and two and re.findall(r"\d+", two.text) != digits
    )


def _has_cyrillic(text: str) -> bool:
    return any("\u0400" <= letter <= "\u052f" for letter in text)


def _is_latin(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    return cyrillic < _SOME * len(letters)


def _read(picture: bytes, known: Sequence[str]) -> list[_Word] | None:
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(known), "--dpi", str(_DPI), "tsv"]
    try:
        answer = subprocess.run(  # noqa: S603  # the picture goes in by its standard input
            command,
            input=picture,
            capture_output=True,
            check=True,
            timeout=_PAGE_S,
            # One thread: more would take other documents' time, and limits count them all.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return list(_words(answer.stdout.decode("utf-8", "replace")))


def _covered(page: pdfium.PdfPage) -> float:
    """How much of the page its largest picture covers: -1 where there is none."""
    width, height = page.get_size()
    pictures = page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE], max_depth=3)
    shares = [-1.0]
    for picture in pictures:
        left, bottom, right, top = picture.get_bounds()
        shares.append(abs((right - left) * (top - bottom)) / max(width * height, 1.0))
    return max(shares)


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page in greys, as a PGM: the plainest format there is, read without a file."""
    width, height = page.get_size()
    scale = min(_DPI / 72, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    greys = bytes(bitmap.buffer)
    rows = (greys[at : at + bitmap.width] for at in range(0, len(greys), bitmap.stride))
    return b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)


def _words(table: str) -> Iterator[_Word]:
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row.get("text") or "").strip()
        if row.get("level") == _WORD_LEVEL and text:
            left, top, width, height = (int(row[one]) for one in _BOX)
            yield _Word(
                text=text,
                paragraph=(row["block_num"], row["par_num"]),
                line=row["line_num"],
                confidence=float(row["conf"]),
                box=(left, top, width, height),
            )


def _recognised(
    words: Sequence[_Word], *, doubtful: tuple[str, ...], places: Sequence[_Word]
) -> Recognised:
    """The words as paragraphs, each where the word of the same number in `places` stands."""
    lines: dict[tuple[str, str], dict[str, list[str]]] = {}
    for word, place in zip(words, places, strict=True):
        lines.setdefault(place.paragraph, {}).setdefault(place.line, []).append(word.text)
    paragraphs = tuple(
        _paragraph(" ".join(texts) for texts in one.values()) for one in lines.values()
    )
    mean = sum(word.confidence for word in words) / len(words) if words else 0.0
    return Recognised(paragraphs, mean, doubtful)


def _paragraph(lines: Iterable[str]) -> str:
    text = ""
    for line in lines:
        text = joined(text, line, frozenset()) if text else line
    return text
