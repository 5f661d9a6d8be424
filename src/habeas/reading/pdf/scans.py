"""Pages that are pictures: told from pages of text, and recognised by Tesseract where it is."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from habeas.reading.pdf.hyphens import joined

_LANGUAGES = ("eng", "ukr", "rus")
_DPI = 300
_MOST_PIXELS = 25_000_000  # A3 at 300 dots an inch is 17 million
_PAGE_S = 60.0
_FEW_LETTERS = 100  # a stamp or a scanner's own line, not a page of text
_COVERED = 0.5
_BROKEN = 0.3
_WORD_LEVEL = "5"


@dataclass(frozen=True, slots=True)
class Recognised:
    """Paragraphs of one page, and the mean of Tesseract's own confidence in its words, 0 to 100."""

    paragraphs: tuple[str, ...]
    confidence: float


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
    return tuple(one for one in _LANGUAGES if one in listed.split())


def recognise(page: pdfium.PdfPage) -> Recognised | None:
    """What Tesseract reads; None where it fails or takes longer than a minute."""
    command = ["tesseract", "stdin", "stdout", "-l", "+".join(languages()), "--dpi", str(_DPI)]
    try:
        answer = subprocess.run(  # noqa: S603  # the picture goes in by its standard input
            [*command, "tsv"],
            input=_picture(page),
            capture_output=True,
            check=True,
            timeout=_PAGE_S,
            # One thread: more would take other documents' time, and limits count them all.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return _recognised(answer.stdout.decode("utf-8", "replace"))


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


def _recognised(table: str) -> Recognised:
    lines: dict[tuple[str, str], dict[str, list[str]]] = {}
    confidences: list[float] = []
    rows = csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE)
    for row in rows:
        word = (row.get("text") or "").strip()
        if row.get("level") == _WORD_LEVEL and word:
            paragraph = lines.setdefault((row["block_num"], row["par_num"]), {})
            paragraph.setdefault(row["line_num"], []).append(word)
            confidences.append(float(row["conf"]))
    paragraphs = tuple(
        _paragraph(" ".join(words) for words in one.values()) for one in lines.values()
    )
    mean = sum(confidences) / len(confidences) if confidences else 0.0
    return Recognised(paragraphs, mean)


def _paragraph(lines: Iterable[str]) -> str:
    text = ""
    for line in lines:
        text = joined(text, line, frozenset()) if text else line
    return text
